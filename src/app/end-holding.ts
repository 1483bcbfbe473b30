import { positionFacts } from '../domain/positions.ts'
import { Problem } from '../lib/problem.ts'
import { findOwnHolding, stopWriting } from '../store/delegations.ts'
import { expireInvitations } from '../store/invitations.ts'
import { hasAddress } from '../store/lanes.ts'
import { findHolder, findPerson, findSeat, listHeldSeats } from '../store/people.ts'
import { endHoldings } from '../store/people-import.ts'
import { insertHoldings, insertPersons } from '../store/seats.ts'
import { audit } from '../store/settings.ts'
import { holdingEnded } from '../wording/system/delegations.ts'
import { seatName } from './claims.ts'
import { inviteIn } from './invite-again.ts'
import type { Services } from './services.ts'
import { tellPerson } from './superiors.ts'

export interface HoldingEnd {
  readonly personId: number
  /** Not needed for somebody with one seat. */
  readonly seatId?: number
  /** Who has the seat from now on: somebody who is there, or a new name; undefined: nobody yet. */
  readonly successor?: { readonly personId: number } | { readonly name: string }
}

export interface HoldingEnded {
  readonly position: string
  readonly place: string
  readonly successorId?: number
  /** For a successor who is not enrolled; it exists only here. */
  readonly code?: string
}

/**
 * Somebody's time in a seat is over. The seat keeps its reports: an open one waits for the successor with every answer
 * that is there. Delegations, open invitations and queued reminders of the one who leaves end with it. Throws `Problem`
 * `no_such_holding`, `several_seats`, `no_such_person` or `holds_it_already`.
 */
export async function endHolding(
  services: Services,
  end: HoldingEnd,
  by: { readonly now: number; readonly actor: string },
): Promise<HoldingEnded> {
  const { db } = services
  const { now } = by
  const { personId } = end
  return db.transaction(async (sql) => {
    const own = (await listHeldSeats(sql, personId, now)).filter((s) => s.delegateOf === null)
    if (own.length > 1 && end.seatId === undefined)
      throw new Problem(
        'several_seats',
        `person ${personId} holds several seats; say which: ${own.map((s) => `${s.seatId} (${positionFacts[s.position].label} ${s.regionName ?? ''})`).join(', ')}`,
      )
    const seat = own.find((s) => end.seatId === undefined || s.seatId === end.seatId)
    const holdingId = seat && (await findOwnHolding(sql, { personId, seatId: seat.seatId, now }))
    if (!seat || holdingId === undefined)
      throw new Problem(
        'no_such_holding',
        `person ${personId} does not hold ${end.seatId === undefined ? 'any seat' : `seat ${end.seatId}`} now`,
      )
    const { seatId } = seat
    const before = await findHolder(sql, db, personId, now)
    await stopWriting(sql, { personId, seatId })
    await endHoldings(sql, db, [holdingId], now)
    await expireInvitations(sql, { personId, seatId }, now)
    if (before)
      await tellPerson(
        services,
        sql,
        before,
        `holding-ended:${holdingId}`,
        (to) => holdingEnded({ seat: seatName(seat, to) }, to),
        now,
      )

    const successorId = await successorOf(services, sql, end.successor, now)
    if (successorId !== undefined) {
      if (successorId === personId)
        throw new Problem('holds_it_already', 'the successor is the one who leaves: name somebody else')
      await insertHoldings(sql, db, [{ seatId, personId: successorId }], now)
    }
    await audit(sql, {
      at: now,
      actor: by.actor,
      action: 'end_holding',
      object: `seat:${seatId}`,
      details: { person: personId, successor: successorId ?? null },
    })
    const enrolled = successorId === undefined || (await hasAddress(sql, successorId))
    const invited = enrolled ? undefined : await inviteIn(services, sql, { personId: successorId, seatId }, by)
    return {
      position: positionFacts[seat.position].label,
      place: (await findSeat(sql, seatId))?.regionName ?? '',
      ...(successorId !== undefined && { successorId }),
      ...(invited && { code: invited.code }),
    }
  })
}

async function successorOf(
  services: Services,
  sql: Parameters<typeof findPerson>[0],
  successor: HoldingEnd['successor'],
  now: number,
): Promise<number | undefined> {
  if (successor === undefined) return undefined
  if ('personId' in successor) {
    if (!(await findPerson(sql, successor.personId)))
      throw new Problem('no_such_person', `there is no person ${successor.personId}: "people list" shows their numbers`)
    return successor.personId
  }
  const name = successor.name.trim()
  if (name === '') throw new Problem('no_such_person', 'the successor needs a name')
  const person = { name, sex: null, language: 'id', phoneSealed: null, phoneHash: null }
  const [id] = await insertPersons(sql, services.db, [person], { demo: false, now })
  return id
}
