import type { Position } from '../domain/positions.ts'
import type { Database, Sql } from './database.ts'

/** Makes people, seats and holdings in sets: for imports and the demo. Ids come back in the order of what was given. */

export interface NewPerson {
  readonly name: string
  readonly sex: 'l' | 'p' | null
  readonly language: string
  readonly phoneSealed: string | null
  readonly phoneHash: string | null
}

export async function insertPersons(
  sql: Sql,
  db: Database,
  persons: readonly NewPerson[],
  options: { readonly demo: boolean; readonly now: number },
): Promise<readonly number[]> {
  return insertInOrder(
    sql,
    `insert into person (name, sex, language, phone_sealed, phone_hash, demo, created_at)
     select name, sex, language, phone_sealed, phone_hash, cast($2 as int), cast($3 as bigint)
     from ${db.rows({ name: 'text', sex: 'text', language: 'text', phone_sealed: 'text', phone_hash: 'text' })}`,
    persons.map((p) => ({
      name: p.name,
      sex: p.sex,
      language: p.language,
      phone_sealed: p.phoneSealed,
      phone_hash: p.phoneHash,
    })),
    options.demo ? 1 : 0,
    options.now,
  )
}

export interface NewSeat {
  /** Null for a seat in a body and for the whole programme. */
  readonly regionCode: string | null
  readonly bodyId: number | null
  readonly position: Position
  readonly official: boolean
  /** Of a seat of an office: its code. */
  readonly opd?: string | null
}

export async function insertSeats(
  sql: Sql,
  db: Database,
  seats: readonly NewSeat[],
  demo: boolean,
): Promise<readonly number[]> {
  return insertInOrder(
    sql,
    `insert into seat (region_code, body_id, position, opd, official, demo)
     select region_code, body_id, position, opd, official, cast($2 as int)
     from ${db.rows({ region_code: 'text', body_id: 'int', position: 'text', opd: 'text', official: 'int' })}`,
    seats.map((s) => ({
      region_code: s.regionCode,
      body_id: s.bodyId,
      position: s.position,
      opd: s.opd ?? null,
      official: s.official ? 1 : 0,
    })),
    demo ? 1 : 0,
  )
}

/** The office of the kabupaten for which a seat answers. */
export async function setOffice(sql: Sql, seatId: number, opd: string): Promise<void> {
  await sql.run('update seat set opd = $2 where id = $1', seatId, opd)
}

export async function insertHoldings(
  sql: Sql,
  db: Database,
  holdings: readonly { readonly seatId: number; readonly personId: number }[],
  fromAt: number,
): Promise<void> {
  await sql.run(
    `insert into holding (seat_id, person_id, from_at)
     select seat_id, person_id, cast($2 as bigint) from ${db.rows({ seat_id: 'int', person_id: 'int' })}`,
    JSON.stringify(holdings.map((h) => ({ seat_id: h.seatId, person_id: h.personId }))),
    fromAt,
  )
}

/** Rows are written in the order of the array on both dialects, so ids ascend with it. */
async function insertInOrder(
  sql: Sql,
  statement: string,
  rows: readonly Readonly<Record<string, string | number | null>>[],
  ...more: readonly number[]
): Promise<readonly number[]> {
  if (rows.length === 0) return []
  const made = await sql.all<{ id: number }>(`${statement} returning id`, JSON.stringify(rows), ...more)
  return made.map((row) => row.id).sort((a, b) => a - b)
}
