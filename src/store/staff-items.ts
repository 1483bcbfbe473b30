import type { Json } from '../lib/json.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** What staff have to look at: one list, whatever it came from. */

export type StaffItemKind =
  | 'help'
  | 'wrong_contact'
  | 'parked'
  | 'in_doubt'
  | 'refused'
  | 'follow_on'
  | 'erase'
  | 'stopped'
  /** A new number that waits for somebody's word. */
  | 'claim'
  /** The house itself: a backup too old, a calendar that ends. */
  | 'note'

export interface StaffItem {
  readonly id: number
  readonly kind: StaffItemKind
  readonly laneId: number | null
  readonly personId: number | null
  readonly personName: string | null
  readonly reportId: number | null
  readonly regionCode: string | null
  readonly regionName: string | null
  readonly details: Readonly<Record<string, Json>>
  readonly at: number
}

/** What staff may put back to be tried once more: when it fails again it is on the list again. */
const retried: ReadonlySet<StaffItemKind> = new Set(['parked', 'in_doubt', 'refused'])
export const reopening = `do update set handled_at = null, handled_by = null, at = excluded.at, details = excluded.details
  where staff_item.handled_at is not null`

/** Adds an item once by its key. */
export async function addStaffItem(
  sql: Sql,
  item: {
    kind: StaffItemKind
    key: string
    laneId?: number | null
    personId?: number | null
    reportId?: number | null
    regionCode?: string | null
    details?: Readonly<Record<string, Json>>
    at: number
  },
): Promise<void> {
  await sql.run(
    `insert into staff_item (kind, key, lane_id, person_id, report_id, region_code, details, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) ${retried.has(item.kind) ? reopening : 'do nothing'}`,
    item.kind,
    item.key,
    item.laneId ?? null,
    item.personId ?? null,
    item.reportId ?? null,
    item.regionCode ?? null,
    JSON.stringify(item.details ?? {}),
    item.at,
  )
}

/** Open items, the oldest first. */
export async function listStaffItems(sql: Sql, limit = 200): Promise<readonly StaffItem[]> {
  const rows = await sql.all<Omit<StaffItem, 'details'> & { details: string }>(
    `select i.id, i.kind, i.lane_id as "laneId", i.person_id as "personId", p.name as "personName", i.report_id as "reportId",
       i.region_code as "regionCode", g.name as "regionName", i.details, i.at
     from staff_item i left join person p on p.id = i.person_id left join region g on g.code = i.region_code
     where i.handled_at is null order by i.at, i.id limit $1`,
    limit,
  )
  return rows.map((r) => ({ ...r, details: JSON.parse(r.details) as Record<string, Json> }))
}

export async function markHandled(sql: Sql, id: number, by: string, at: number): Promise<boolean> {
  return (
    (await sql.run(
      'update staff_item set handled_at = $2, handled_by = $3 where id = $1 and handled_at is null',
      id,
      at,
      by,
    )) === 1
  )
}

export async function markHandledByKey(sql: Sql, key: string, by: string, at: number): Promise<void> {
  await sql.run(
    'update staff_item set handled_at = $2, handled_by = $3 where key = $1 and handled_at is null',
    key,
    at,
    by,
  )
}

/** Where an item belongs: its own region, else the first seat of the person it came from. */
const regionOfItem = `coalesce(i.region_code, (select s.region_code from holding h join seat s on s.id = h.seat_id
  where h.person_id = coalesce(i.person_id, l.person_id) and h.until_at is null and s.region_code is not null order by s.id limit 1))`

export interface OpenItem extends StaffItem {
  readonly key: string
  readonly regionKind: string | null
  readonly handledAt: number | null
}

const openItem = `select i.id, i.kind, i.key, i.lane_id as "laneId", coalesce(i.person_id, l.person_id) as "personId",
    p.name as "personName", i.report_id as "reportId", ${regionOfItem} as "regionCode", g.name as "regionName",
    g.kind as "regionKind", i.details, i.at, i.handled_at as "handledAt"
  from staff_item i left join lane l on l.id = i.lane_id left join person p on p.id = coalesce(i.person_id, l.person_id)
  left join region g on g.code = ${regionOfItem}`

type OpenItemRow = Omit<OpenItem, 'details'> & { readonly details: string }

/** Items that nobody handled yet, in regions that somebody looks after, the oldest first. Those of no region are for the whole programme. */
export async function listOpenItems(
  sql: Sql,
  query: {
    readonly within: readonly string[]
    readonly kinds: readonly StaffItemKind[]
    readonly limit: number
    readonly offset: number
  },
): Promise<readonly OpenItem[]> {
  const parameters: Parameter[] = []
  const where = openWhere(query.within, query.kinds, parameters)
  const rows = await sql.all<OpenItemRow>(
    `${openItem} where ${where} order by i.at, i.id limit $${parameters.push(query.limit)} offset $${parameters.push(query.offset)}`,
    ...parameters,
  )
  return rows.map(openItemOf)
}

export async function countOpenItems(
  sql: Sql,
  regionCodes: readonly string[],
  kinds: readonly StaffItemKind[],
): Promise<number> {
  const parameters: Parameter[] = []
  const [row] = await sql.all<{ n: number }>(
    `select count(*) as n from staff_item i left join lane l on l.id = i.lane_id
     where ${openWhere(regionCodes, kinds, parameters)}`,
    ...parameters,
  )
  return Number(row!.n)
}

/** Handled or not. */
export async function findStaffItem(sql: Sql, id: number): Promise<OpenItem | undefined> {
  const [row] = await sql.all<OpenItemRow>(`${openItem} where i.id = $1`, id)
  return row && openItemOf(row)
}

function openWhere(regionCodes: readonly string[], kinds: readonly StaffItemKind[], parameters: Parameter[]): string {
  const named = kinds.map((kind) => `$${parameters.push(kind)}`)
  return `i.handled_at is null and i.kind in (${named.join(', ')}) and ${within(regionOfItem, regionCodes, parameters)}`
}

const openItemOf = (row: OpenItemRow): OpenItem => ({
  ...row,
  details: JSON.parse(row.details) as Record<string, Json>,
})

/** Requests to be erased that were made before this and nobody has carried out, with whether the person still wants it. */
export async function listErasureRequests(
  sql: Sql,
  before: number,
): Promise<readonly { readonly id: number; readonly personId: number; readonly stopped: boolean }[]> {
  const rows = await sql.all<{ id: number; personId: number; stoppedAt: number | null }>(
    `select i.id, i.person_id as "personId", p.stopped_at as "stoppedAt" from staff_item i join person p on p.id = i.person_id
     where i.kind = 'erase' and i.handled_at is null and i.at <= $1 order by i.id`,
    before,
  )
  return rows.map(({ stoppedAt, ...row }) => ({ ...row, stopped: stoppedAt !== null }))
}

/** The person came back. */
export async function withdrawErasure(sql: Sql, id: number, now: number): Promise<void> {
  await sql.run(`update staff_item set handled_at = $2, handled_by = 'withdrawn' where id = $1`, id, now)
}
