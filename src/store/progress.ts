import { matrixForm, type ObligationState } from '../domain/rounds.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/**
 * How far the places of a round are, counted and listed by the database: a page of a country's villages must not load
 * all of them. The state is that of `domain/rounds` (`countingReport`, `obligationStatus`) said in SQL; a test holds the
 * two together over every combination of facts.
 */

/** How much a report counts against another of the same place, the most first. */
const weight = (report: string, seat: string) => `(${seat}.official,
  case ${report}.state when 'verified' then 3 when 'submitted' then 2 when 'returned' then 1 else 0 end,
  -coalesce(${report}.submitted_at, ${report}.started_at), -${report}.seat_id)`

/** Joins the one report of a place that counts: there is no other that counts more. */
const tables = `obligation o join round_form f on f.id = o.round_form_id join region g on g.code = o.region_code
  left join report p on p.obligation_id = o.id and not exists (select 1 from report y join seat ys on ys.id = y.seat_id
    where y.obligation_id = o.id and y.id <> p.id
      and ${weight('y', 'ys')} > (select ${weight('p', 'ps').slice(1, -1)} from seat ps where ps.id = p.seat_id))`

const isHalfDone = `(p.state = 'open' and exists (select 1 from session x where x.report_id = p.id)
  and exists (select 1 from answer a where a.report_id = p.id and a.how = 'given'))`

const isIn = `(p.submitted_at is not null and p.state <> 'open')`

/** `$1` is the instant. `half`: whether the report is half done. */
const stateOf = (half: string) => `case
  when o.excused_because is not null then 'excused'
  when ${isIn} then p.state
  when o.opens_at is null or (o.opens_at > $1 and not ${half}) then 'waiting'
  when o.due_at < $1 then 'late'
  when ${half} then 'half_done'
  else 'open' end`

const lateOf = (half: string) => `case
  when o.excused_because is not null then 0
  when ${isIn} then case when p.submitted_at > o.due_at then 1 else 0 end
  when o.opens_at is null or (o.opens_at > $1 and not ${half}) then 0
  when o.due_at < $1 then 1 else 0 end`

export interface ProgressCount {
  /** Of the kecamatan that the places lie in, or of the kecamatan itself at that level. */
  readonly kecamatanCode: string
  readonly state: ObligationState
  readonly isLate: boolean
  readonly count: number
}

/** Places by kecamatan and state, in code order; of a kecamatan its report, not the matrix that may follow it. */
export async function countProgress(
  sql: Sql,
  query: {
    readonly roundId: number
    readonly level: 'desa' | 'kecamatan'
    readonly within: readonly string[]
    readonly now: number
  },
): Promise<readonly ProgressCount[]> {
  const parameters: Parameter[] = [query.now, query.roundId, query.level]
  const rows = await sql.all<{ kecamatanCode: string; state: ObligationState; isLate: number; count: number }>(
    `select kecamatan as "kecamatanCode", state, late as "isLate", count(*) as count from
       (select case f.level when 'desa' then g.parent_code else g.code end as kecamatan,
          ${stateOf(isHalfDone)} as state, ${lateOf(isHalfDone)} as late
        from ${tables} where f.round_id = $2 and f.level = $3 and f.form_name <> '${matrixForm}' and ${within('o.region_code', query.within, parameters)}) t
     group by kecamatan, state, late order by kecamatan, state`,
    ...parameters,
  )
  return rows.map((r) => ({ ...r, isLate: Number(r.isLate) === 1, count: Number(r.count) }))
}

/** A place that owes nothing any more needs nobody who can be reached. */
const hasReach = `exists (select 1 from seat s join holding h on h.seat_id = s.id join person q on q.id = h.person_id
    join address a on a.person_id = q.id
  where s.region_code = o.region_code and h.from_at <= $1 and (h.until_at is null or h.until_at > $1)
    and q.stopped_at is null and a.reach = 'ok'
    and s.position in ('kepala_desa', 'pejabat_desa', 'raja_negeri', 'sekretaris_desa', 'pokja_desa', 'camat', 'kasi_kecamatan')
    and 1 = (select c.given from consent c where c.person_id = q.id and c.kind = 'reporting' order by c.id desc limit 1))`

export const placeFilters = ['all', 'in', 'owing', 'late', 'half_done', 'returned', 'unreachable', 'excused'] as const
export type PlaceFilter = (typeof placeFilters)[number]

const conditions: Readonly<Record<PlaceFilter, string>> = {
  all: '1 = 1',
  in: `state in ('submitted', 'returned', 'verified')`,
  owing: `state in ('open', 'half_done', 'late', 'returned')`,
  late: `state = 'late'`,
  half_done: `state in ('half_done', 'late') and half = 1`,
  returned: `state = 'returned'`,
  unreachable: `state in ('waiting', 'open', 'half_done', 'late') and reachable = 0`,
  excused: `state = 'excused'`,
}

export interface PlaceProgress {
  readonly obligationId: number
  readonly formName: string
  readonly level: 'desa' | 'kecamatan'
  readonly regionCode: string
  readonly regionName: string
  readonly regionKind: string
  readonly reporting: 'one' | 'each'
  readonly zone: string
  readonly kecamatanName: string
  readonly state: ObligationState
  readonly isLate: boolean
  readonly isHalfDone: boolean
  readonly dueAt: number
  readonly excusedBecause: string | null
  readonly reportId: number | null
  readonly submittedAt: number | null
  /** The camat's totals are frozen and a village changed since. */
  readonly changedSinceAt: number | null
  readonly frozen: boolean
}

export interface PlaceQuery {
  readonly roundId: number
  readonly level?: 'desa' | 'kecamatan'
  readonly within: readonly string[]
  readonly filter?: PlaceFilter
  readonly now: number
  readonly limit: number
  readonly offset: number
}

/** Places of a round in code order, one page of them. */
export async function listPlaces(sql: Sql, query: PlaceQuery): Promise<readonly PlaceProgress[]> {
  const { statement, parameters } = await placesOf(sql, query)
  // the page is cut before names are looked up; the order is that of the index of `obligation`
  const page = `select * from (${statement}) t where ${conditions[query.filter ?? 'all']}
    order by "roundFormId", "regionCode" limit $${parameters.push(query.limit)} offset $${parameters.push(query.offset)}`
  const rows = await sql.all<
    Omit<PlaceProgress, 'isLate' | 'isHalfDone' | 'frozen'> & { late: number; half: number; frozen: number }
  >(
    `select t.*, k.name as "kecamatanName" from (${page}) t join region k on k.code = t."kecamatanCode"
     order by "roundFormId", "regionCode"`,
    ...parameters,
  )
  return rows.map(({ late, half, frozen, ...r }) => ({
    ...r,
    isLate: Number(late) === 1,
    isHalfDone: Number(half) === 1,
    frozen: Number(frozen) === 1,
  }))
}

export async function countPlaces(sql: Sql, query: Omit<PlaceQuery, 'limit' | 'offset'>): Promise<number> {
  const { statement, parameters } = await placesOf(sql, query)
  const [row] = await sql.all<{ n: number }>(
    `select count(*) as n from (${statement}) t where ${conditions[query.filter ?? 'all']}`,
    ...parameters,
  )
  return Number(row!.n)
}

export interface DigestPlaceRow {
  readonly obligationId: number
  readonly regionCode: string
  readonly name: string
  readonly zone: string
  readonly state: ObligationState
  readonly isLate: boolean
  readonly isHalfDone: boolean
  readonly excused: boolean
  readonly dueAt: number
  /** True where nobody need be reached any more. */
  readonly reachable: boolean
  readonly twoReports: boolean
  /** The report that counts, when it was handed in. */
  readonly reportId: number | null
  readonly submittedAt: number | null
  /** When the place first handed in, by whichever report. */
  readonly firstInAt: number | null
  readonly changes: number
  /** Its figures as JSON, null where none were made since it changed. */
  readonly figures: string | null
}

/** What digests ask about the places of a round, in code order; of a kecamatan its report, not its matrix. */
export async function listDigestPlaces(
  sql: Sql,
  query: {
    readonly roundId: number
    readonly level: 'desa' | 'kecamatan'
    readonly within: readonly string[]
    readonly now: number
  },
): Promise<readonly DigestPlaceRow[]> {
  const parameters: Parameter[] = [query.now, query.roundId, query.level]
  const rows = await sql.all<
    Omit<DigestPlaceRow, 'isLate' | 'isHalfDone' | 'excused' | 'reachable' | 'twoReports'> &
      Record<'late' | 'half' | 'excused' | 'reachable' | 'two', number>
  >(
    `select o.id as "obligationId", o.region_code as "regionCode", g.name, g.zone, o.due_at as "dueAt",
       ${stateOf(isHalfDone)} as state, ${lateOf(isHalfDone)} as late, case when ${isHalfDone} then 1 else 0 end as half,
       case when o.excused_because is null then 0 else 1 end as excused,
       case when ${isIn} or ${hasReach} then 1 else 0 end as reachable,
       case when g.reporting = 'each'
         and 1 < (select count(distinct y.seat_id) from report y where y.obligation_id = o.id) then 1 else 0 end as two,
       case when ${isIn} then p.id end as "reportId", p.submitted_at as "submittedAt", coalesce(p.changes, 0) as changes,
       x.body as figures,
       (select min(y.submitted_at) from report y where y.obligation_id = o.id and y.state <> 'open') as "firstInAt"
     from ${tables} left join report_figures x on x.report_id = p.id and x.changes = p.changes
     where f.round_id = $2 and f.level = $3 and f.form_name <> '${matrixForm}'
       and ${within('o.region_code', query.within, parameters)}
     order by o.region_code`,
    ...parameters,
  )
  const yes = (n: number) => Number(n) === 1
  return rows.map(({ late, half, excused, reachable, two, ...row }) => ({
    ...row,
    isLate: yes(late),
    isHalfDone: yes(half),
    excused: yes(excused),
    reachable: yes(reachable),
    twoReports: yes(two),
  }))
}

/** The kabupaten in which a round has places, in code order. */
export async function listKabupatenOf(sql: Sql, roundId: number): Promise<readonly string[]> {
  const rows = await sql.all<{ code: string }>(
    `select distinct substr(o.region_code, 1, 5) as code from obligation o
     where o.round_form_id in (select id from round_form where round_id = $1) order by 1`,
    roundId,
  )
  return rows.map(({ code }) => code)
}

/** The kabupaten with a report that was handed in and has no sums, or old ones, in code order. */
export async function listKabupatenWithoutFigures(
  sql: Sql,
  query: { readonly roundId: number },
): Promise<readonly string[]> {
  const rows = await sql.all<{ code: string }>(
    `select distinct substr(o.region_code, 1, 5) as code from obligation o join report p on p.obligation_id = o.id
     left join report_figures x on x.report_id = p.id and x.changes = p.changes
     where o.round_form_id in (select id from round_form where round_id = $1 and level = 'desa')
       and p.submitted_at is not null and p.state <> 'open' and x.report_id is null order by 1`,
    query.roundId,
  )
  return rows.map(({ code }) => code)
}

async function placesOf(
  sql: Sql,
  query: Omit<PlaceQuery, 'limit' | 'offset'>,
): Promise<{ statement: string; parameters: Parameter[] }> {
  // mostly one: then the index gives the order, and a page of all places reads no more than itself
  const forms = await sql.all<{ id: number }>(
    `select id from round_form where round_id = $1 and ($2 = '' or level = $2) order by id`,
    query.roundId,
    query.level ?? '',
  )
  const parameters: Parameter[] = [query.now]
  const ids = forms.map(({ id }) => `$${parameters.push(id)}`)
  const isAsked =
    ids.length === 1
      ? `o.round_form_id = ${ids[0]}`
      : `o.round_form_id in (${ids.length === 0 ? 'null' : ids.join(', ')})`
  const reachable = query.filter === 'unreachable' ? `case when ${hasReach} then 1 else 0 end` : '1'
  const statement = `select o.id as "obligationId", o.round_form_id as "roundFormId", f.form_name as "formName", f.level,
      o.region_code as "regionCode", g.name as "regionName", g.kind as "regionKind", g.reporting, g.zone,
      case f.level when 'desa' then g.parent_code else g.code end as "kecamatanCode",
      ${stateOf(isHalfDone)} as state, ${lateOf(isHalfDone)} as late, case when ${isHalfDone} then 1 else 0 end as half,
      ${reachable} as reachable, o.due_at as "dueAt", o.excused_because as "excusedBecause", p.id as "reportId",
      p.submitted_at as "submittedAt", p.changed_since_at as "changedSinceAt",
      case when p.frozen is null then 0 else 1 end as frozen
    from ${tables} where ${isAsked} and ${within('o.region_code', query.within, parameters)}`
  return { statement, parameters }
}
