import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import {
  acceptDelegation,
  createDelegation,
  type Delegation,
  declineDelegation,
  endDelegation,
  findDelegation,
  findOwnHolding,
  stopWriting,
} from '../store/delegations.ts'
import { findHolder, findPerson, findSeat, type HeldSeat, type SeatHolder } from '../store/people.ts'
import { closeQuestions } from '../store/person-questions.ts'
import { audit } from '../store/settings.ts'
import type { Audience } from '../wording/context.ts'
import { askDelegation, delegationAnswered, delegationStopped, writtenForYou } from '../wording/system/delegations.ts'
import { filledInForYou } from '../wording/system/fill-in.ts'
import { seatName } from './claims.ts'
import { placeName } from './places.ts'
import type { Services } from './services.ts'
import { askPerson, tellPerson } from './superiors.ts'
import type { LaneTurn } from './turn.ts'

/** The head of a place asks somebody to write for them; nothing is given away before that person says ya. */
export async function askDelegate(
  turn: LaneTurn,
  seat: HeldSeat,
  delegate: SeatHolder,
  roundId: number | null,
): Promise<void> {
  const { sql, services, now } = turn
  const fromId = (await findOwnHolding(sql, { personId: turn.personId!, seatId: seat.seatId, now }))!
  const id = await createDelegation(sql, { fromId, personId: delegate.personId, roundId, at: now })
  const name = (await turn.person())!.name
  await askPerson(
    services,
    sql,
    delegate,
    { kind: 'delegation', refId: id },
    (question, to) => askDelegation({ question, name, seat: seatName(seat, to), forRound: roundId !== null }, to),
    now,
  )
  await note(sql, 'delegate', { id, seatId: seat.seatId, personId: delegate.personId }, `person:${turn.personId}`, now)
}

/** The delegate's answer. False when it was taken back meanwhile. */
export async function answerDelegation(turn: LaneTurn, id: number, yes: boolean): Promise<boolean> {
  const { sql, services, now } = turn
  await closeQuestions(sql, { kind: 'delegation', refId: id }, now)
  const delegation = await findDelegation(sql, id)
  if (!delegation || delegation.accepted !== null || delegation.personId !== turn.personId) return false
  if (yes) {
    await acceptDelegation(sql, delegation, now)
    await turn.flush()
    await stopWriting(sql, { personId: delegation.fromPersonId, seatId: delegation.seatId })
    turn.forgetPerson()
  } else await declineDelegation(sql, id, now)
  await note(sql, yes ? 'delegation_accepted' : 'delegation_declined', delegation, `person:${turn.personId}`, now)
  await tellOne(services, sql, delegation.fromPersonId, delegation, `delegation-answer:${id}`, now, (about, to) =>
    delegationAnswered({ ...about, name: delegation.personName, yes }, to),
  )
  return true
}

/** Ended by one of the two; the other is told. The open report stays with the seat. */
export async function endDelegationBy(turn: LaneTurn, delegation: Delegation): Promise<void> {
  const { sql, services, now } = turn
  await turn.flush()
  await closeQuestions(sql, { kind: 'delegation', refId: delegation.id }, now)
  await endDelegation(sql, delegation.id, now)
  const { personId, fromPersonId, seatId } = delegation
  if (turn.session?.seatId === seatId && turn.personId === personId) turn.activate(undefined)
  await stopWriting(sql, { personId, seatId })
  await note(sql, 'delegation_ended', delegation, `person:${turn.personId}`, now)
  const other = turn.personId === personId ? fromPersonId : personId
  const by = (await turn.person())!.name
  if (other === personId && delegation.accepted === null) return
  await tellOne(services, sql, other, delegation, `delegation-ended:${delegation.id}`, now, (about, to) =>
    delegationStopped({ ...about, name: by }, to),
  )
}

type Place = Parameters<typeof placeName>[0]

/** A report was sent by a delegate, or filled in by the team: the one whose report it is learns of it. */
export async function tellPrincipal(turn: LaneTurn, seatId: number, reportId: number, place: Place): Promise<void> {
  const { sql, now } = turn
  const held = (await turn.seats()).filter((s) => s.seatId === seatId)
  if (held.some((s) => s.delegateOf === null)) return
  const delegateOf = held[0]?.delegateOf ?? null
  const principal = delegateOf === null ? await holderOf(sql, seatId, now) : await principalOf(sql, delegateOf)
  if (principal === undefined) return
  const name = (await turn.person())!.name
  const about = { seatId }
  const word = delegateOf === null ? filledInForYou : writtenForYou
  await tellOne(turn.services, turn.sql, principal, about, `written-for:${reportId}`, turn.now, (_, to) =>
    word({ name, place: placeName(place, to) }, to),
  )
}

async function principalOf(sql: Sql, holdingId: number): Promise<number | undefined> {
  const [row] = await sql.all<{ personId: number }>(
    'select person_id as "personId" from holding where id = $1',
    holdingId,
  )
  return row?.personId
}

async function holderOf(sql: Sql, seatId: number, now: number): Promise<number | undefined> {
  const [row] = await sql.all<{ personId: number }>(
    `select person_id as "personId" from holding where seat_id = $1 and delegate_of_id is null and from_at <= $2
       and (until_at is null or until_at > $2) order by id desc limit 1`,
    seatId,
    now,
  )
  return row?.personId
}

/** Tells one of the two, where they can be reached. */
async function tellOne(
  services: Services,
  sql: Sql,
  personId: number,
  { seatId }: { readonly seatId: number },
  key: string,
  now: number,
  word: (about: { readonly seat: string }, to: Audience) => OutboundMessage,
): Promise<void> {
  const holder = await findHolder(sql, services.db, personId, now)
  const seat = await findSeat(sql, seatId)
  if (!holder || !seat || (await findPerson(sql, personId))?.stoppedAt != null) return
  await tellPerson(services, sql, holder, key, (to) => word({ seat: seatName(seat, to) }, to), now)
}

const note = (
  sql: Sql,
  action: string,
  { id, seatId, personId }: { readonly id: number; readonly seatId: number; readonly personId: number },
  actor: string,
  at: number,
) => audit(sql, { at, actor, action, object: `seat:${seatId}`, details: { delegation: id, person: personId } })
