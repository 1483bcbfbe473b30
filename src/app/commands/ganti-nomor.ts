import { showCode } from '../../domain/invitations.ts'
import { addStaffItem } from '../../store/staff-items.ts'
import { askWhoChanged, claimNoted, newNumberCode } from '../../wording/system/claims.ts'
import { claimAddress } from '../claims.ts'
import { inviteIn } from '../invite-again.ts'
import { findNamedHolder } from '../named-holder.ts'
import type { LaneTurn } from '../turn.ts'

/** "nomor saya ganti": who is known gets a code for the new phone; who is not is asked whose number it is. */
export async function ganti_nomor(turn: LaneTurn): Promise<void> {
  const to = await turn.audience()
  const [seat] = await turn.seats()
  if (turn.personId === null || !seat) {
    turn.ask({ ask: 'whose_number' })
    return turn.reply(askWhoChanged(to))
  }
  const { code } = await inviteIn(
    turn.services,
    turn.sql,
    { personId: turn.personId, seatId: seat.seatId },
    { now: turn.now, actor: `person:${turn.personId}` },
  )
  turn.reply(newNumberCode(showCode(code), to))
}

/** "Basri, Raja Negeri, Amarsekaru": the answer of a number that nobody knows. It learns nothing from our reply. */
export async function noteWhoseNumber(turn: LaneTurn, text: string): Promise<void> {
  const holder = await findNamedHolder(turn, text)
  if (holder) return claimAddress(turn, { personId: holder.personId, seatId: holder.seatId, how: 'asked' })
  await addStaffItem(turn.sql, {
    kind: 'wrong_contact',
    key: `whose_number:${turn.message.id}`,
    laneId: turn.laneId,
    details: { said: text.slice(0, 300) },
    at: turn.now,
  })
  turn.reply(claimNoted(await turn.audience()))
}
