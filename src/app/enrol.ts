import { createHmac } from 'node:crypto'
import { attemptLimits, invitationState, isLinkPayload, normaliseCode, tryCode } from '../domain/invitations.ts'
import { positionFacts } from '../domain/positions.ts'
import { MINUTE } from '../lib/local-time.ts'
import {
  findInvitation,
  findInvitationByHash,
  type InvitationRow,
  listAttempts,
  recordAttempt,
  useInvitation,
} from '../store/invitations.ts'
import {
  bindLane,
  findPerson,
  findSeat,
  type HeldSeat,
  recordConsent,
  renamePerson,
  setStopped,
} from '../store/people.ts'
import type { Snapshot } from '../store/reports.ts'
import { audit } from '../store/settings.ts'
import type { RunningSession } from '../store/turns.ts'
import { type CodeOutcome, codeReply } from '../wording/system/strangers.ts'
import { converse } from './converse.ts'
import { placeName } from './places.ts'
import { speakingTo } from './speaking.ts'
import { sessionForDialogue } from './start-report.ts'
import type { LaneTurn } from './turn.ts'

/** Codes and link payloads are never stored, only this of them. */
export function hashOfCode(hashKey: Buffer, codeOrPayload: string): string {
  return createHmac('sha256', hashKey).update(`invitation:${codeOrPayload}`).digest('hex')
}

/** A code was typed, or a link opened: the consent dialogue begins, or one sentence says why not. */
export async function tryInvitation(turn: LaneTurn, typed: string): Promise<void> {
  const { sql, services, now, laneId } = turn
  const attempts = await listAttempts(sql, now - attemptLimits.overAllWithin)
  const attempt = tryCode({ byChat: attempts }, String(laneId), now)
  if (!attempt.allowed) return sayCode(turn, { kind: 'too_many', minutes: Math.ceil((attempt.retryAt - now) / MINUTE) })

  const code = isLinkPayload(typed) ? typed : normaliseCode(typed)
  const invitation =
    code === undefined ? undefined : await findInvitationByHash(sql, hashOfCode(services.hashKey, code))
  if (!invitation) {
    await recordAttempt(sql, laneId, now)
    return sayCode(turn, { kind: 'unknown' })
  }
  const state = invitationState(invitation, now)
  if (state !== 'valid') return sayCode(turn, { kind: state })

  const seat = (await findSeat(sql, invitation.seatId))!
  const session = await sessionForDialogue(turn, 'pendaftaran', await enrolmentSnapshot(turn, invitation, seat))
  turn.activate(session)
  await converse(turn, session, { kind: 'start' })
}

async function sayCode(turn: LaneTurn, outcome: CodeOutcome): Promise<void> {
  turn.reply(codeReply(outcome, await turn.audience()))
}

/** The field in which the consent dialogue keeps which invitation it is about. */
const invitationField = 'undangan'

async function enrolmentSnapshot(turn: LaneTurn, invitation: InvitationRow, seat: HeldSeat): Promise<Snapshot> {
  const person = (await findPerson(turn.sql, invitation.personId))!
  const speaking = await speakingTo(turn, person, seat)
  return { ...speaking, fields: { ...speaking.fields, [invitationField]: String(invitation.id) }, instances: {} }
}

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
    const state = session.state.answers[name]
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
  await consent('reporting', said('persetujuan') === 'setuju')
  if (said('setuju_dihubungi') !== undefined) await consent('contact', agreed)
  if (said('setuju_foto') !== undefined) await consent('photo', said('setuju_foto') === 'setuju')
  if (!agreed) return

  if (!(await useInvitation(sql, invitation.id, laneId, now))) return sayCode(turn, { kind: 'used' })
  await bindLane(sql, laneId, invitation.personId)
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
}

const panggilan: Readonly<Record<string, { label: string; sex: 'l' | 'p' }>> = {
  bapak: { label: 'Bapak', sex: 'l' },
  ibu: { label: 'Ibu', sex: 'p' },
  bapak_raja: { label: 'Bapak Raja', sex: 'l' },
  ibu_raja: { label: 'Ibu Raja', sex: 'p' },
}
