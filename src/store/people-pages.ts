import type { Parameter, Sql } from './database.ts'
import { addressToWriteTo } from './lanes.ts'
import { within } from './scope.ts'

/** People for the console: a page of them at a time, however many there are. */

export interface PersonOnPage {
  readonly personId: number
  readonly name: string
  readonly position: string
  /** The kabupaten of a seat in a body; `*` for the whole programme. */
  readonly regionCode: string
  readonly regionName: string | null
  readonly kecamatanName: string | null
  readonly hasPhone: number
  readonly stopped: number
  /** The channel last heard from; null when the person is not enrolled. */
  readonly channel: string | null
  readonly reach: 'ok' | 'blocked' | 'gone' | null
  /** An invitation that was made and not used yet. */
  readonly invited: number
}

interface Query {
  readonly within: readonly string[]
  /** Part of a name, of a person or a place. */
  readonly search: string
  readonly now: number
}

const regionCode = `coalesce(s.region_code, b.kabupaten_code, '*')`
const tables = `holding h join seat s on s.id = h.seat_id join person p on p.id = h.person_id
  left join body b on b.id = s.body_id left join region g on g.code = coalesce(s.region_code, b.kabupaten_code)`

/** Holders of seats in code order, one row a seat. */
export async function listPersonPage(
  sql: Sql,
  query: Query & { readonly limit: number; readonly offset: number },
): Promise<readonly PersonOnPage[]> {
  const parameters: Parameter[] = [query.now]
  const where = whereOf(query, parameters)
  return sql.all<PersonOnPage>(
    `select t.*, k.name as "kecamatanName", a.channel, a.reach,
       case when exists (select 1 from invitation i where i.person_id = t."personId" and i.used_at is null and i.expires_at > $1)
         then 1 else 0 end as invited
     from (select p.id as "personId", p.name, s.position, ${regionCode} as "regionCode", g.name as "regionName",
         g.parent_code, g.level, case when p.phone_hash is null then 0 else 1 end as "hasPhone",
         case when p.stopped_at is null then 0 else 1 end as stopped, s.id as seat_id, h.id as holding_id
       from ${tables} where ${where} order by 4, s.id, h.id
       limit $${parameters.push(query.limit)} offset $${parameters.push(query.offset)}) t
     left join region k on k.code = t.parent_code and t.level = 'desa'
     left join address a on a.id = ${addressToWriteTo('t."personId"')}
     order by t."regionCode", t.seat_id, t.holding_id`,
    ...parameters,
  )
}

export async function countPersonPage(sql: Sql, query: Query): Promise<number> {
  const parameters: Parameter[] = [query.now]
  const [row] = await sql.all<{ n: number }>(
    `select count(*) as n from ${tables} where ${whereOf(query, parameters)}`,
    ...parameters,
  )
  return Number(row!.n)
}

function whereOf({ within: scope, search }: Query, parameters: Parameter[]): string {
  const where = [
    'h.from_at <= $1 and (h.until_at is null or h.until_at > $1)',
    // the person whose number a seat of the whole programme holds is for those who see all of it
    scope.includes('*') ? '1 = 1' : within(regionCode, scope, parameters),
  ]
  if (search !== '') {
    const n = parameters.push(`%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)
    where.push(`(lower(p.name) like $${n} escape '\\' or lower(g.name) like $${n} escape '\\')`)
  }
  return where.join(' and ')
}

export interface PersonDetails {
  readonly id: number
  readonly name: string
  readonly sex: 'l' | 'p' | null
  readonly language: string
  readonly sapaan: string | null
  readonly hasPhone: number
  readonly stoppedAt: number | null
  readonly createdAt: number
}

export async function findPersonDetails(sql: Sql, id: number): Promise<PersonDetails | undefined> {
  const [row] = await sql.all<PersonDetails>(
    `select id, name, sex, language, sapaan, case when phone_hash is null then 0 else 1 end as "hasPhone",
       stopped_at as "stoppedAt", created_at as "createdAt" from person where id = $1`,
    id,
  )
  return row
}

export interface AddressOfPerson {
  readonly channel: string
  readonly profileName: string | null
  readonly reach: 'ok' | 'blocked' | 'gone'
  readonly reachNote: string | null
  readonly lastInAt: number
}

export async function listAddressesOfPerson(sql: Sql, personId: number): Promise<readonly AddressOfPerson[]> {
  return sql.all<AddressOfPerson>(
    `select channel, profile_name as "profileName", reach, reach_note as "reachNote", last_in_at as "lastInAt"
     from address
     where person_id = $1 or id in (select address_id from shared_address where person_id = $1) order by last_in_at desc`,
    personId,
  )
}

/** The person's latest word on each kind of consent. */
export async function listConsentsOfPerson(
  sql: Sql,
  personId: number,
): Promise<
  readonly { readonly kind: string; readonly given: number; readonly at: number; readonly textVersion: string }[]
> {
  return sql.all(
    `select kind, given, at, text_version as "textVersion" from consent c where person_id = $1
       and id = (select max(d.id) from consent d where d.person_id = c.person_id and d.kind = c.kind) order by kind`,
    personId,
  )
}

export interface SeatOfPerson {
  readonly seatId: number
  readonly position: string
  readonly regionCode: string
  readonly regionName: string | null
  readonly bodyName: string | null
  readonly fromAt: number
  readonly untilAt: number | null
}

/** All seats, also those that ended. */
export async function listSeatsOfPerson(sql: Sql, personId: number): Promise<readonly SeatOfPerson[]> {
  return sql.all<SeatOfPerson>(
    `select s.id as "seatId", s.position, ${regionCode} as "regionCode", g.name as "regionName", b.name as "bodyName",
       h.from_at as "fromAt", h.until_at as "untilAt"
     from holding h join seat s on s.id = h.seat_id left join body b on b.id = s.body_id
     left join region g on g.code = coalesce(s.region_code, b.kabupaten_code)
     where h.person_id = $1 order by h.until_at is not null, h.from_at desc, h.id`,
    personId,
  )
}
