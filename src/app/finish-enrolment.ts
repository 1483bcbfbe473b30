import { positionFacts } from '../domain/positions.ts'
import { answerOf, stateOf } from '../engine/session.ts'
import { findInvitation, useInvitation } from '../store/invitations.ts'
import { giveAddressTo, hasAddress, setSpeaker } from '../store/lanes.ts'
import { findSeat, recordConsent, renamePerson, setStopped } from '../store/people.ts'
import { audit } from '../store/settings.ts'
import type { RunningSession } from '../store/turns.ts'
import { codeReply, phoneShared } from '../wording/system/strangers.ts'
import { claimAddress, wouldReplace } from './claims.ts'
import { menuFor, owedReports } from './menu.ts'
import { placeName } from './places.ts'
import type { LaneTurn } from './turn.ts'

/** The field of a consent dialogue's snapshot that says which invitation it is about. */
export const invitationField = 'undangan'

/**
 * The consent dialogue is through. With SETUJU the lane is the person's and the invitation is used up; each consent is
 * recorded by itself with the version of the text, time and channel. With TIDAK nothing is bound and nothing asked.
 */
export async function finishEnrolment(turn: LaneTurn, session: RunningSession): Promise<void> {
  const { sql, services, now, laneId } = turn
  const snapshot = await services.snapshots.get(sql, session.id)
  const form = await services.forms.get(sql, session.formVersionId)
  const invitation = await findInvitation(sql, Number(snapshot.fields[invitationField]))
  turn.activate(undefined)
  if (!invitation) return
  const said = (name: string) => {
    const state = stateOf(answerOf(session.state, name))
    return state !== undefined && 'v' in state ? String(state.v) : undefined
  }
  const agreed = said('persetujuan') === 'setuju' && said('setuju_dihubungi') === 'setuju'
  const consent = (kind: string, given: boolean) =>
    recordConsent(sql, {
      personId: invitation.personId,
      kind,
      given,
      textVersion: `pendaftaran ${form.version}`,
      channel: turn.message.channel,
      at: now,
    })
  // whoever holds a code for somebody who is enrolled may decline to use it, but not take that person's consent back
  if (!agreed && (await hasAddress(sql, invitation.personId))) return
  await consent('reporting', said('persetujuan') === 'setuju')
  if (said('setuju_dihubungi') !== undefined) await consent('contact', agreed)
  if (said('setuju_foto') !== undefined) await consent('photo', said('setuju_foto') === 'setuju')
  if (!agreed) return

  if (!(await useInvitation(sql, invitation.id, laneId, now)))
    return turn.reply(codeReply({ kind: 'used' }, await turn.audience()))
  const { addressId, channel } = turn.message
  if (await wouldReplace(sql, { personId: invitation.personId, channel, addressId })) {
    const { personId, seatId } = invitation
    return claimAddress(turn, { personId, seatId, how: 'code' })
  }
  const { shared } = await giveAddressTo(sql, { addressId, laneId, personId: invitation.personId })
  if (shared) await setSpeaker(sql, addressId, invitation.personId, now)
  await setStopped(sql, invitation.personId, null)
  const wanted = said('panggilan') === 'nama_lain' ? said('panggilan_benar') : said('panggilan')
  const { label, sex } = (wanted && panggilan[wanted]) || { label: null, sex: null }
  await renamePerson(sql, invitation.personId, { name: said('nama_benar') ?? null, sapaan: label, sex })
  turn.bind(invitation.personId)
  await audit(sql, {
    at: now,
    actor: `person:${invitation.personId}`,
    action: 'enrol',
    object: `seat:${invitation.seatId}`,
    details: { channel: turn.message.channel, textVersion: form.version },
  })
  const seat = (await findSeat(sql, invitation.seatId))!
  const to = await turn.audience()
  const place =
    seat.regionCode === null
      ? ''
      : placeName(
          { regionCode: seat.regionCode, regionName: seat.regionName ?? '', regionKind: seat.regionKind ?? '' },
          to,
        )
  turn.reply(codeReply({ kind: 'accepted', position: positionFacts[seat.position].label, place }, to))
  if (shared) turn.reply(phoneShared(to))
  const waiting = await owedReports(turn)
  if (waiting.some((o) => o.state !== 'in')) turn.reply(await menuFor(turn))
}

const panggilan: Readonly<Record<string, { label: string; sex: 'l' | 'p' }>> = {
  bapak: { label: 'Bapak', sex: 'l' },
  ibu: { label: 'Ibu', sex: 'p' },
  bapak_raja: { label: 'Bapak Raja', sex: 'l' },
  ibu_raja: { label: 'Ibu Raja', sex: 'p' },
}
