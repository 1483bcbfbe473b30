import type { Database, Sql } from './database.ts'

/** Who writes for whom: the holder of a seat, somebody else, and until when. */

export interface Delegation {
  readonly id: number
  /** The holding of the one who delegates, and who that is. */
  readonly fromId: number
  readonly fromPersonId: number
  readonly seatId: number
  readonly personId: number
  readonly personName: string
  readonly roundId: number | null
  readonly accepted: number | null
  readonly holdingId: number | null
}

const select = `select d.id, d.from_id as "fromId", h.person_id as "fromPersonId", h.seat_id as "seatId", d.person_id as "personId",
  p.name as "personName", d.round_id as "roundId", d.accepted, d.holding_id as "holdingId"
  from delegation d join holding h on h.id = d.from_id join person p on p.id = d.person_id`

export async function createDelegation(
  sql: Sql,
  delegation: { fromId: number; personId: number; roundId: number | null; at: number },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    'insert into delegation (from_id, person_id, round_id, asked_at) values ($1, $2, $3, $4) returning id',
    delegation.fromId,
    delegation.personId,
    delegation.roundId,
    delegation.at,
  )
  return row!.id
}

/** One that is asked or in force. */
export async function findDelegation(sql: Sql, id: number): Promise<Delegation | undefined> {
  const [row] = await sql.all<Delegation>(
    `${select} where d.id = $1 and d.ended_at is null and coalesce(d.accepted, 1) = 1`,
    id,
  )
  return row
}

/** What a person has given to others, or has taken on, and that lasts or waits for an answer. */
export async function listDelegationsOf(sql: Sql, personId: number): Promise<readonly Delegation[]> {
  return sql.all<Delegation>(
    `${select} where (h.person_id = $1 or d.person_id = $1) and d.ended_at is null and coalesce(d.accepted, 1) = 1 order by d.id`,
    personId,
  )
}

/** The person's own holding of a seat, not one they have as somebody's delegate. */
export async function findOwnHolding(
  sql: Sql,
  of: { readonly personId: number; readonly seatId: number; readonly now: number },
): Promise<number | undefined> {
  const [row] = await sql.all<{ id: number }>(
    `select id from holding where person_id = $1 and seat_id = $2 and delegate_of_id is null and from_at <= $3
       and (until_at is null or until_at > $3) order by id desc limit 1`,
    of.personId,
    of.seatId,
    of.now,
  )
  return row?.id
}

/** The delegate agreed: from now on they hold the seat beside its holder. */
export async function acceptDelegation(sql: Sql, delegation: Delegation, at: number): Promise<void> {
  const [holding] = await sql.all<{ id: number }>(
    'insert into holding (seat_id, person_id, from_at, delegate_of_id) values ($1, $2, $3, $4) returning id',
    delegation.seatId,
    delegation.personId,
    at,
    delegation.fromId,
  )
  await sql.run(
    'update delegation set answered_at = $2, accepted = 1, holding_id = $3 where id = $1',
    delegation.id,
    at,
    holding!.id,
  )
}

export async function declineDelegation(sql: Sql, id: number, at: number): Promise<void> {
  await sql.run('update delegation set answered_at = $2, accepted = 0, ended_at = $2 where id = $1', id, at)
}

export async function endDelegation(sql: Sql, id: number, at: number): Promise<void> {
  await sql.run(
    'update holding set until_at = $2 where id = (select holding_id from delegation where id = $1) and until_at is null',
    id,
    at,
  )
  await sql.run('update delegation set ended_at = $2 where id = $1 and ended_at is null', id, at)
}

/** Those of a round that ends, or of holdings that end. */
export async function endDelegationsOf(
  sql: Sql,
  db: Database,
  of: { readonly roundId: number } | { readonly holdingIds: readonly number[] },
  at: number,
): Promise<void> {
  const mine =
    'roundId' in of
      ? `select id from delegation where ended_at is null and round_id = ${Math.trunc(of.roundId)}`
      : `select id from delegation where ended_at is null and from_id in ${db.ids()}`
  const rows = await sql.all<{ id: number }>(mine, ...('roundId' in of ? [] : [JSON.stringify(of.holdingIds)]))
  for (const { id } of rows) await endDelegation(sql, id, at)
}

/**
 * A person stops writing for a seat: conversations about its reports rest for whoever takes them up, and what was queued
 * for the person about them may be queued for somebody else.
 */
export async function stopWriting(sql: Sql, of: { readonly personId: number; readonly seatId: number }): Promise<void> {
  const theirs = `select s.id from session s join report r on r.id = s.report_id
    where s.person_id = $1 and r.seat_id = $2 and s.status in ('active', 'paused')`
  await sql.run(
    `update lane set active_session_id = null where active_session_id in (${theirs})`,
    of.personId,
    of.seatId,
  )
  await sql.run(
    `update session set status = 'stopped', remind_at = null where id in (${theirs})`,
    of.personId,
    of.seatId,
  )
  await sql.run(
    `update outbox set state = 'cancelled', error = 'expired' where state = 'waiting' and priority = 1 and person_id = $1
       and obligation_id in (select o.id from obligation o join seat s on s.region_code = o.region_code where s.id = $2)`,
    of.personId,
    of.seatId,
  )
}
