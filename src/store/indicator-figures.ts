import type { KnownIndicator } from '../domain/indicators.ts'
import { sideForms } from '../domain/rounds.ts'
import type { CountBySex } from '../domain/village-figures.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** What reports and recommendations say about an indicator in a place and a time. */
export type CountedIndicator = Exclude<KnownIndicator, 'peserta' | 'peserta_l' | 'peserta_p' | 'rakor'>

export interface FigureQuery {
  /** A kabupaten, or `*`. */
  readonly kabupatenCode: string
  readonly fromOn: string
  readonly untilOn: string
  /** The same days as instants, in the zone of the place. */
  readonly fromAt: number
  readonly untilAt: number
}

/** Null where there is nothing to count from, as a share of nothing. */
export function readFigure(sql: Sql, figure: CountedIndicator, query: FigureQuery): Promise<number | null> {
  switch (figure) {
    case 'laporan_masuk':
      return count(sql, `select count(distinct o.id) as n from ${reports(query).handedIn}`, reports(query))
    case 'desa_melapor':
      return count(sql, `select count(distinct o.region_code) as n from ${reports(query).handedIn}`, reports(query))
    case 'laporan_tepat_waktu':
      return onTime(sql, query)
    case 'kegiatan_selesai':
      return finishedActivities(sql, query)
    case 'hadir_desa':
      return atVillageMeetings(sql, query, 'total')
    case 'hadir_desa_l':
      return atVillageMeetings(sql, query, 'l')
    case 'hadir_desa_p':
      return atVillageMeetings(sql, query, 'p')
    case 'rekomendasi_dianggarkan':
      return budgeted(sql, query)
    case 'rekomendasi_diterima':
      return received(sql, query)
  }
}

async function count(sql: Sql, statement: string, { parameters }: { parameters: readonly Parameter[] }) {
  const [row] = await sql.all<{ n: number | null }>(statement, ...parameters)
  return row?.n ?? null
}

/**
 * The monitoring reports of villages that came in within the time. Of two heads of one village only the one that counts:
 * a village is one village.
 */
function reports(query: FigureQuery) {
  const parameters: Parameter[] = [query.fromAt, query.untilAt]
  const here = within('o.region_code', [query.kabupatenCode], parameters)
  const tables = `obligation o join round_form f on f.id = o.round_form_id join region g on g.code = o.region_code
    join report p on p.obligation_id = o.id join seat s on s.id = p.seat_id`
  const monitoring = `f.level = 'desa' and f.form_name not in (${sideForms.map((form) => `'${form}'`).join(', ')})`
  const counts = `${monitoring} and ${here} and p.state <> 'open' and (g.reporting = 'one' or s.official = 1)`
  return {
    parameters,
    here,
    tables,
    monitoring,
    counts,
    handedIn: `${tables} where ${counts} and p.submitted_at between $1 and $2`,
  }
}

/** Of what was due within the time and not excused. */
async function onTime(sql: Sql, query: FigureQuery): Promise<number | null> {
  const { parameters, here, monitoring } = reports(query)
  const [row] = await sql.all<{ due: number; inTime: number }>(
    `select count(*) as due, count(case when exists (
       select 1 from report p where p.obligation_id = o.id and p.state <> 'open' and p.submitted_at <= o.due_at
     ) then 1 end) as "inTime"
     from obligation o join round_form f on f.id = o.round_form_id
     where ${monitoring} and ${here} and o.excused_because is null and o.due_at between $1 and $2`,
    ...parameters,
  )
  return row === undefined || row.due === 0 ? null : Math.round((row.inTime / row.due) * 1000) / 10
}

/** Activities that a report called finished for the first time. */
async function finishedActivities(sql: Sql, query: FigureQuery): Promise<number | null> {
  const { parameters, tables, counts } = reports(query)
  return count(
    sql,
    `select count(*) as n from (
       select o.region_code, a.path, min(p.submitted_at) as first_at
       from ${tables} join answer a on a.report_id = p.id
       where ${counts} and a.path like 'kegiatan[%]/status' and a.value = '"selesai"'
         and a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)
       group by o.region_code, a.path) done
     where first_at between $1 and $2`,
    { parameters },
  )
}

async function atVillageMeetings(sql: Sql, query: FigureQuery, part: keyof CountBySex): Promise<number | null> {
  const { parameters, tables, counts } = reports(query)
  const rows = await sql.all<{ value: string }>(
    `select a.value from ${tables} join answer a on a.report_id = p.id
     where ${counts} and p.submitted_at between $1 and $2 and (a.path = 'hadir' or a.path like '%/hadir')
       and a.value is not null
       and a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)`,
    ...parameters,
  )
  return rows.reduce((n, { value }) => n + ((JSON.parse(value) as Partial<CountBySex> | null)?.[part] ?? 0), 0)
}

/** Recommendations that an office said were budgeted for the first time. */
async function budgeted(sql: Sql, query: FigureQuery): Promise<number | null> {
  const parameters: Parameter[] = [query.fromAt, query.untilAt]
  const here = within('r.kabupaten_code', [query.kabupatenCode], parameters)
  return count(
    sql,
    `select count(*) as n from (
       select r.id, min(u.at) as first_at from recommendation r join follow_up u on u.recommendation_id = r.id
       where ${here} and r.dropped_at is null and u.state = 'dianggarkan' group by r.id) told
     where first_at between $1 and $2`,
    { parameters },
  )
}

/** Finished ones that every village which was asked has, by the day of the last "ya". */
async function received(sql: Sql, query: FigureQuery): Promise<number | null> {
  const parameters: Parameter[] = [query.fromAt, query.untilAt]
  const here = within('r.kabupaten_code', [query.kabupatenCode], parameters)
  return count(
    sql,
    `select count(*) as n from (
       select r.id, max(c.answered_at) as last_at from recommendation r join village_check c on c.recommendation_id = r.id
       where ${here} and r.dropped_at is null and r.state = 'selesai'
         and c.id = (select max(d.id) from village_check d
           where d.recommendation_id = c.recommendation_id and d.region_code = c.region_code)
       group by r.id having count(*) = count(case when c.answer = 'ya' then 1 end)) got
     where last_at between $1 and $2`,
    { parameters },
  )
}
