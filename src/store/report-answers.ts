import type { Json } from '../lib/json.ts'
import type { Sql } from './database.ts'

/** Every row that was ever written for a report: what somebody reads who checks it. */
export interface AnswerInHistory {
  readonly path: string
  readonly seq: number
  readonly value: Json
  /** What the person typed. */
  readonly raw: string | null
  readonly how: string
  readonly reason: string | null
  readonly personName: string | null
  /** The channel it came over; null for what was computed or entered by staff. */
  readonly channel: string | null
  readonly at: number
}

/** All rows of a report, by path in the order in which the paths were first answered, each path's newest last. */
export async function listAnswerHistory(sql: Sql, reportId: number): Promise<readonly AnswerInHistory[]> {
  const rows = await sql.all<Omit<AnswerInHistory, 'value'> & { value: string | null }>(
    `select a.path, a.seq, a.value, a.raw, a.how, a.reason, p.name as "personName", i.channel, a.at
     from answer a left join person p on p.id = a.person_id left join inbox i on i.id = a.inbox_id
     join (select path, min(id) as first from answer where report_id = $1 group by path) f on f.path = a.path
     where a.report_id = $1 order by f.first, a.seq`,
    reportId,
  )
  return rows.map((r) => ({ ...r, value: r.value === null ? null : (JSON.parse(r.value) as Json) }))
}

export interface ReportOfPlace {
  readonly id: number
  readonly obligationId: number
  readonly roundCode: string
  readonly roundState: 'draft' | 'open' | 'closed'
  readonly formName: string
  readonly formVersionId: number
  readonly title: string
  readonly level: 'desa' | 'kecamatan'
  readonly regionCode: string
  readonly regionName: string
  readonly regionKind: string
  readonly reporting: 'one' | 'each'
  readonly zone: string
  readonly seatId: number
  readonly position: string
  readonly official: number
  readonly state: 'open' | 'submitted' | 'returned' | 'verified'
  readonly startedAt: number
  readonly submittedAt: number | null
  readonly verifiedAt: number | null
  readonly late: number
  readonly receipt: string | null
  readonly frozen: string | null
  readonly changedSinceAt: number | null
  /** Who wrote it, by their conversations and answers. */
  readonly writer: string | null
  /** For whom the writer wrote, as their delegate. */
  readonly writtenFor: string | null
}

const select = `select p.id, o.id as "obligationId", r.code as "roundCode", r.state as "roundState", f.form_name as "formName",
    p.form_version_id as "formVersionId", v.title, f.level, o.region_code as "regionCode", g.name as "regionName",
    g.kind as "regionKind", g.reporting, g.zone, s.id as "seatId", s.position, s.official, p.state, p.started_at as "startedAt",
    p.submitted_at as "submittedAt", p.verified_at as "verifiedAt", p.late, p.receipt, p.frozen,
    p.changed_since_at as "changedSinceAt",
    (select q.name from answer a join person q on q.id = a.person_id where a.report_id = p.id order by a.id desc limit 1) as writer,
    (select q.name from holding d join holding h on h.id = d.delegate_of_id join person q on q.id = h.person_id
     where d.seat_id = p.seat_id and d.person_id =
       (select a.person_id from answer a where a.report_id = p.id and a.person_id is not null order by a.id desc limit 1)
     order by d.id desc limit 1) as "writtenFor"
  from report p join obligation o on o.id = p.obligation_id join round_form f on f.id = o.round_form_id
  join round r on r.id = f.round_id join form_version v on v.id = p.form_version_id
  join region g on g.code = o.region_code join seat s on s.id = p.seat_id`

export async function findReportOfPlace(sql: Sql, id: number): Promise<ReportOfPlace | undefined> {
  const [row] = await sql.all<ReportOfPlace>(`${select} where p.id = $1`, id)
  return row
}

/** Reports of one place, the newest round first. */
export async function listReportsOfPlace(sql: Sql, regionCode: string): Promise<readonly ReportOfPlace[]> {
  return sql.all<ReportOfPlace>(`${select} where o.region_code = $1 order by r.number desc, p.id`, regionCode)
}

/** Files of a report that are stored. */
export async function listFilesOfReport(
  sql: Sql,
  reportId: number,
): Promise<
  readonly { readonly id: number; readonly kind: string; readonly bytes: number | null; readonly state: string }[]
> {
  return sql.all('select id, kind, bytes, state from attachment where report_id = $1 order by id', reportId)
}

export async function findFile(
  sql: Sql,
  id: number,
): Promise<{ readonly reportId: number | null; readonly hash: string; readonly mime: string } | undefined> {
  const [row] = await sql.all<{ reportId: number | null; hash: string; mime: string }>(
    `select report_id as "reportId", hash, mime from attachment where id = $1 and state = 'stored'`,
    id,
  )
  return row
}
