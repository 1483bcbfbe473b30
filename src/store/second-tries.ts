import type { Sql } from './database.ts'
import { addressToWriteTo } from './lanes.ts'

/** What staff put back to be tried once more. */

/** A message that was parked after it threw goes back to its lane. False when it is not parked. */
export async function unparkMessage(sql: Sql, inboxId: number): Promise<boolean> {
  return (
    (await sql.run(
      `update inbox set state = 'waiting', attempts = 0, error = null where id = $1 and state = 'parked'`,
      inboxId,
    )) === 1
  )
}

/** A message of ours that was refused, or of which nobody knows whether it left, is sent again. False when it is neither. */
export async function sendAgain(sql: Sql, outboxId: number, now: number): Promise<boolean> {
  return (
    (await sql.run(
      `update outbox set state = 'waiting', attempts = 0, leased_until = 0, error = null, due_at = $2, expires_at = null
       where id = $1 and state in ('refused', 'in_doubt')`,
      outboxId,
      now,
    )) === 1
  )
}

/** How many messages staff have written about this item so far. */
export async function countStaffMessages(sql: Sql, itemId: number): Promise<number> {
  const [row] = await sql.all<{ n: number }>(`select count(*) as n from outbox where key like $1`, `staff:${itemId}:%`)
  return Number(row!.n)
}

export interface LaneAddress {
  readonly addressId: number
  readonly laneId: number
  readonly channel: string
  readonly reach: 'ok' | 'blocked' | 'gone'
}

/** The address of a lane that was last heard from, one that works before one that does not. */
export async function findLaneAddress(sql: Sql, laneId: number): Promise<LaneAddress | undefined> {
  const [row] = await sql.all<LaneAddress>(
    `select id as "addressId", lane_id as "laneId", channel, reach from address where lane_id = $1
     order by case reach when 'ok' then 0 else 1 end, last_in_at desc, id limit 1`,
    laneId,
  )
  return row
}

/** The lane of a person, by the address last heard from. */
export async function findLaneOf(sql: Sql, personId: number): Promise<number | undefined> {
  const [row] = await sql.all<{ laneId: number }>(
    `select a.lane_id as "laneId" from person p join address a on a.id = ${addressToWriteTo('p.id')} where p.id = $1`,
    personId,
  )
  return row?.laneId
}
