import type { Position } from '../domain/positions.ts'
import type { Database, Sql } from './database.ts'
import { endDelegationsOf } from './delegations.ts'

/** What an import compares its rows with, and the changes it makes to people who are there. */

export interface KnownHolding {
  readonly holdingId: number
  readonly seatId: number
  readonly position: Position
  /** Of a seat in a body: its kabupaten; `*` for the whole programme. */
  readonly regionCode: string
  readonly personId: number
}

export interface KnownPerson {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly phoneHash: string | null
}

/** Holdings that last. */
export async function listCurrentHoldings(sql: Sql, now: number): Promise<readonly KnownHolding[]> {
  return sql.all<KnownHolding>(
    `select h.id as "holdingId", s.id as "seatId", s.position, coalesce(s.region_code, b.kabupaten_code, '*') as "regionCode",
       h.person_id as "personId"
     from holding h join seat s on s.id = h.seat_id left join body b on b.id = s.body_id
     where (h.until_at is null or h.until_at > $1) and h.delegate_of_id is null order by h.id`,
    now,
  )
}

export async function listPersonsForImport(sql: Sql): Promise<readonly KnownPerson[]> {
  return sql.all<KnownPerson>('select id, name, language, phone_hash as "phoneHash" from person order by id')
}

/** Seats that nobody holds now, for those that are filled again. */
export async function listEmptySeats(
  sql: Sql,
  now: number,
): Promise<readonly { readonly seatId: number; readonly position: Position; readonly regionCode: string }[]> {
  return sql.all(
    `select s.id as "seatId", s.position, coalesce(s.region_code, b.kabupaten_code, '*') as "regionCode"
     from seat s left join body b on b.id = s.body_id
     where not exists (select 1 from holding h where h.seat_id = s.id and h.delegate_of_id is null and (h.until_at is null or h.until_at > $1))
     order by s.id`,
    now,
  )
}

export async function updatePersons(
  sql: Sql,
  db: Database,
  persons: readonly {
    readonly id: number
    readonly name: string
    readonly language: string
    /** Null: the number stays as it is. */
    readonly phoneSealed: string | null
    readonly phoneHash: string | null
  }[],
): Promise<void> {
  if (persons.length === 0) return
  await sql.run(
    `update person set name = j.name, language = j.language, phone_sealed = coalesce(j.phone_sealed, person.phone_sealed),
       phone_hash = coalesce(j.phone_hash, person.phone_hash)
     from ${db.rows({ id: 'int', name: 'text', language: 'text', phone_sealed: 'text', phone_hash: 'text' })}
     where person.id = j.id`,
    JSON.stringify(
      persons.map((p) => ({
        id: p.id,
        name: p.name,
        language: p.language,
        phone_sealed: p.phoneSealed,
        phone_hash: p.phoneHash,
      })),
    ),
  )
}

/** The seat goes to somebody else; open reports belong to the seat and stay with it. */
export async function endHoldings(
  sql: Sql,
  db: Database,
  holdingIds: readonly number[],
  untilAt: number,
): Promise<void> {
  if (holdingIds.length === 0) return
  await sql.run(`update holding set until_at = $2 where id in ${db.ids()}`, JSON.stringify(holdingIds), untilAt)
  await endDelegationsOf(sql, db, { holdingIds }, untilAt)
}

/**
 * Villages in which a seat was just made: one with a raja is a negeri; where a raja stands beside a kepala or pejabat
 * desa, each writes a report of their own, and the administration's counts until the fasilitator chooses. Nothing that
 * was decided for other villages is touched.
 */
export async function markTwoHeads(sql: Sql, db: Database, regionCodes: readonly string[]): Promise<void> {
  const codes = JSON.stringify(regionCodes)
  const has = (position: string) =>
    `exists (select 1 from seat s where s.region_code = region.code and s.position in (${position}))`
  const raja = "'raja_negeri'"
  const administration = "'kepala_desa', 'pejabat_desa'"
  await sql.run(
    `update region set kind = 'negeri' where code in ${db.texts()} and kind = 'desa' and ${has(raja)}`,
    codes,
  )
  const both = `select code from region where code in ${db.texts()} and ${has(raja)} and ${has(administration)}`
  await sql.run(`update seat set official = 0 where position = ${raja} and region_code in (${both})`, codes)
  await sql.run(`update region set reporting = 'each' where code in (${both})`, codes)
}
