import type { Position } from '../domain/positions.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { ActorSeat } from '../domain/rights.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { Database, Sql } from './database.ts'
import { addressToWriteTo } from './lanes.ts'

/** People, the seats they hold, and how they can be reached. */

export interface Person {
  readonly id: number
  readonly name: string
  readonly sex: 'l' | 'p' | null
  readonly language: string
  readonly sapaan: string | null
  readonly stoppedAt: number | null
}

export interface HeldSeat {
  readonly seatId: number
  readonly position: Position
  /** Null for a seat in a body and for the whole programme. */
  readonly regionCode: string | null
  readonly regionName: string | null
  readonly regionKind: string | null
  readonly zone: string | null
  readonly reporting: 'one' | 'each'
  readonly bodyKabupaten: string | null
  /** Of a seat of an office (position opd): the office's code. */
  readonly opd: string | null
  readonly official: boolean
  /** The holding of the one for whom a delegate has the seat. */
  readonly delegateOf: number | null
}

const personColumns = 'p.id, p.name, p.sex, p.language, p.sapaan, p.stopped_at as "stoppedAt"'

export async function findPerson(sql: Sql, id: number): Promise<Person | undefined> {
  const [row] = await sql.all<Person>(`select ${personColumns} from person p where p.id = $1`, id)
  return row
}

const seatColumns = `s.id as "seatId", s.position, s.region_code as "regionCode", r.name as "regionName",
  r.kind as "regionKind", r.zone, coalesce(r.reporting, 'one') as reporting, b.kabupaten_code as "bodyKabupaten", s.opd, s.official`
const seatTables = 'seat s left join region r on r.code = s.region_code left join body b on b.id = s.body_id'

/** The seats a person holds now, their own before those they have as a delegate. */
export async function listHeldSeats(sql: Sql, personId: number, now: number): Promise<readonly HeldSeat[]> {
  const rows = await sql.all<Omit<HeldSeat, 'official'> & { official: number }>(
    `select ${seatColumns}, h.delegate_of_id as "delegateOf" from holding h join ${seatTables.replace('seat s', 'seat s on s.id = h.seat_id')}
     where h.person_id = $1 and h.from_at <= $2 and (h.until_at is null or h.until_at > $2)
     order by h.delegate_of_id is not null, s.id`,
    personId,
    now,
  )
  return rows.map((r) => ({ ...r, official: r.official === 1 }))
}

export async function findSeat(sql: Sql, seatId: number): Promise<HeldSeat | undefined> {
  const [row] = await sql.all<Omit<HeldSeat, 'official' | 'delegateOf'> & { official: number }>(
    `select ${seatColumns} from ${seatTables} where s.id = $1`,
    seatId,
  )
  return row && { ...row, official: row.official === 1, delegateOf: null }
}

/** The seats as the rules of `domain/rights` want them. */
export function actorSeats(seats: readonly HeldSeat[]): readonly ActorSeat[] {
  return seats.map((s) =>
    s.bodyKabupaten !== null
      ? { position: s.position, bodyKabupaten: s.bodyKabupaten }
      : { position: s.position, regionCode: s.regionCode ?? WHOLE_PROGRAMME },
  )
}

export async function setReach(
  sql: Sql,
  addressId: number,
  reach: 'ok' | 'blocked' | 'gone',
  note: string | null,
): Promise<void> {
  await sql.run('update address set reach = $2, reach_note = $3 where id = $1', addressId, reach, note)
}

/**
 * The chat got another id on its channel (a group that became a supergroup). A group is its own writer, so that id
 * changes as well; what came from the new id before we were told joins it.
 */
export async function moveChat(sql: Sql, addressId: number, chatId: string): Promise<void> {
  const [old] = await sql.all<{ isGroup: number; laneId: number }>(
    `select case when user_id = chat_id then 1 else 0 end as "isGroup", lane_id as "laneId" from address where id = $1`,
    addressId,
  )
  if (old?.isGroup !== 1) {
    await sql.run('update address set chat_id = $2 where id = $1', addressId, chatId)
    return
  }
  const [newer] = await sql.all<{ id: number }>(
    `select b.id from address a join address b on b.channel = a.channel and b.user_id = $2 and b.id <> a.id where a.id = $1`,
    addressId,
    chatId,
  )
  if (newer) {
    await sql.run(
      `update inbox set address_id = $1, lane_id = $2 where address_id = $3`,
      addressId,
      old.laneId,
      newer.id,
    )
    await sql.run(
      `update outbox set address_id = $1, lane_id = $2 where address_id = $3`,
      addressId,
      old.laneId,
      newer.id,
    )
    await sql.run('delete from group_chat where address_id = $1', newer.id)
    await sql.run('delete from address where id = $1', newer.id)
  }
  await sql.run('update address set chat_id = $2, user_id = $2 where id = $1', addressId, chatId)
}

export async function setStopped(sql: Sql, personId: number, at: number | null): Promise<void> {
  await sql.run('update person set stopped_at = $2 where id = $1', personId, at)
}

/** What a person said of themselves; null leaves what is there. */
export async function renamePerson(
  sql: Sql,
  personId: number,
  said: { readonly name: string | null; readonly sapaan: string | null; readonly sex: 'l' | 'p' | null },
): Promise<void> {
  await sql.run(
    'update person set name = coalesce($2, name), sapaan = coalesce($3, sapaan), sex = coalesce($4, sex) where id = $1',
    personId,
    said.name,
    said.sapaan,
    said.sex,
  )
}

export async function setLanguage(sql: Sql, personId: number, language: string): Promise<void> {
  await sql.run('update person set language = $2 where id = $1', personId, language)
}

export async function recordConsent(
  sql: Sql,
  consent: { personId: number; kind: string; given: boolean; textVersion: string; channel: string; at: number },
): Promise<void> {
  await sql.run(
    'insert into consent (person_id, kind, given, text_version, channel, at) values ($1, $2, $3, $4, $5, $6)',
    consent.personId,
    consent.kind,
    consent.given ? 1 : 0,
    consent.textVersion,
    consent.channel,
    consent.at,
  )
}

/** True when the person's latest word on this kind was yes. */
export async function hasConsent(sql: Sql, personId: number, kind: string): Promise<boolean> {
  const [row] = await sql.all<{ given: number }>(
    'select given from consent where person_id = $1 and kind = $2 order by id desc limit 1',
    personId,
    kind,
  )
  return row?.given === 1
}

export interface SeatHolder {
  readonly seatId: number
  readonly position: Position
  readonly regionCode: string
  /** Of a seat of an office: its code. */
  readonly opd: string | null
  readonly official: boolean
  readonly personId: number
  readonly name: string
  readonly sex: 'l' | 'p' | null
  readonly language: string
  readonly sapaan: string | null
  readonly stoppedAt: number | null
  readonly consented: boolean
  /** The address to write to, the one last heard from; null when the person has none. */
  readonly addressId: number | null
  readonly laneId: number | null
  readonly channel: ChannelName | null
  readonly reach: 'ok' | 'blocked' | 'gone' | null
  /** The address is used by others too: what goes there must say for whom it is. */
  readonly sharesPhone: boolean
  /** Of a delegate: the holding of the one they write for. */
  readonly delegateOf: number | null
}

/** Who holds seats of these positions at or below the given regions now, with how they can be reached; one set query. */
export async function listSeatHolders(
  sql: Sql,
  db: Database,
  options: {
    readonly positions: readonly string[]
    readonly regionCodes?: readonly string[]
    /** Only the seats of this person. */
    readonly personId?: number
    readonly now: number
  },
): Promise<readonly SeatHolder[]> {
  const ofRegions = options.regionCodes === undefined ? [] : [JSON.stringify(options.regionCodes)]
  const ofPerson = options.personId === undefined ? [] : [options.personId]
  const rows = await sql.all<
    Omit<SeatHolder, 'official' | 'consented' | 'sharesPhone'> & {
      official: number
      consented: number
      sharesPhone: number
    }
  >(
    `select s.id as "seatId", s.position, coalesce(s.region_code, b.kabupaten_code, '*') as "regionCode", s.opd, s.official,
       h.delegate_of_id as "delegateOf",
       p.id as "personId", p.name, p.sex, p.language, p.sapaan, p.stopped_at as "stoppedAt",
       case when exists (select 1 from consent c where c.person_id = p.id and c.kind = 'reporting' and c.given = 1
         and not exists (select 1 from consent d where d.person_id = p.id and d.kind = 'reporting' and d.id > c.id))
         then 1 else 0 end as consented,
       a.id as "addressId", a.lane_id as "laneId", a.channel, a.reach,
       case when exists (select 1 from shared_address z where z.address_id = a.id) then 1 else 0 end as "sharesPhone"
     from holding h
     join seat s on s.id = h.seat_id
     left join body b on b.id = s.body_id
     join person p on p.id = h.person_id
     left join address a on a.id = ${addressToWriteTo('p.id')}
     where h.from_at <= $1 and (h.until_at is null or h.until_at > $1)
       and s.position in ${db.texts(2)}
       ${ofRegions.length === 0 ? '' : `and coalesce(s.region_code, b.kabupaten_code, '*') in ${db.texts(3)}`}
       ${ofPerson.length === 0 ? '' : `and h.person_id = $${3 + ofRegions.length}`}
     order by 3, s.id, h.id`,
    options.now,
    JSON.stringify(options.positions),
    ...ofRegions,
    ...ofPerson,
  )
  return rows.map((r) => ({
    ...r,
    official: r.official === 1,
    consented: r.consented === 1,
    sharesPhone: r.sharesPhone === 1,
  }))
}

/** The first of a person's own seats, with how they can be reached; undefined for somebody without one. */
export async function findHolder(
  sql: Sql,
  db: Database,
  personId: number,
  now: number,
): Promise<SeatHolder | undefined> {
  const [seat] = await listHeldSeats(sql, personId, now)
  if (!seat) return undefined
  const holders = await listSeatHolders(sql, db, {
    positions: [seat.position],
    regionCodes: [seat.regionCode ?? seat.bodyKabupaten ?? WHOLE_PROGRAMME],
    now,
  })
  return holders.find((h) => h.personId === personId)
}

export async function countPersons(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ n: number }>('select count(*) as n from person')
  return row!.n
}

/** Puts an address into a person's lane, such as the terminal at which somebody plays them. Twice is once. */
export async function giveAddress(
  sql: Sql,
  address: { channel: ChannelName; userId: string; personId: number; now: number },
): Promise<void> {
  const [known] = await sql.all<{ id: number }>(
    'select id from lane where person_id = $1 order by id limit 1',
    address.personId,
  )
  const [lane] = known
    ? [known]
    : await sql.all<{ id: number }>('insert into lane (person_id) values ($1) returning id', address.personId)
  await sql.run(
    `insert into address (channel, user_id, chat_id, lane_id, person_id, created_at, last_in_at)
     values ($1, $2, $2, $3, $4, $5, $5)
     on conflict (channel, user_id) do update set lane_id = excluded.lane_id, person_id = excluded.person_id, last_in_at = excluded.last_in_at`,
    address.channel,
    address.userId,
    lane!.id,
    address.personId,
    address.now,
  )
}
