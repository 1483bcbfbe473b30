import type { Json } from '../lib/json.ts'
import type { Database, Sql } from './database.ts'
import type { AnswerRow } from './turn-writes.ts'
import { type RunningSession, type SessionRow, selectSession, sessionOf } from './turns.ts'

/** Reports, the sessions in which they are written, and their answers. */

export interface ReportRow {
  readonly id: number
  readonly obligationId: number | null
  readonly seatId: number | null
  readonly formVersionId: number
  readonly state: 'open' | 'submitted' | 'returned' | 'verified'
  readonly startedAt: number
  readonly submittedAt: number | null
  readonly late: number
  readonly receipt: string | null
  readonly frozen: string | null
}

const reportColumns = `id, obligation_id as "obligationId", seat_id as "seatId", form_version_id as "formVersionId", state,
  started_at as "startedAt", submitted_at as "submittedAt", late, receipt, frozen`

export async function findReport(sql: Sql, id: number): Promise<ReportRow | undefined> {
  const [row] = await sql.all<ReportRow>(`select ${reportColumns} from report where id = $1`, id)
  return row
}

export async function listReportsOf(sql: Sql, obligationId: number): Promise<readonly ReportRow[]> {
  return sql.all<ReportRow>(`select ${reportColumns} from report where obligation_id = $1 order by id`, obligationId)
}

export async function createReport(
  sql: Sql,
  report: { obligationId: number | null; seatId: number | null; formVersionId: number; startedAt: number },
): Promise<ReportRow> {
  const [row] = await sql.all<ReportRow>(
    `insert into report (obligation_id, seat_id, form_version_id, state, started_at) values ($1, $2, $3, 'open', $4)
     returning ${reportColumns}`,
    report.obligationId,
    report.seatId,
    report.formVersionId,
    report.startedAt,
  )
  return row!
}

export async function markSubmitted(
  sql: Sql,
  report: { id: number; at: number; late: boolean; receipt: string | null },
): Promise<void> {
  await sql.run(
    `update report set state = 'submitted', submitted_at = coalesce(submitted_at, $2), late = case when submitted_at is null then $3 else late end,
       receipt = coalesce(receipt, $4) where id = $1`,
    report.id,
    report.at,
    report.late ? 1 : 0,
    report.receipt,
  )
}

export async function setReportState(sql: Sql, id: number, state: ReportRow['state'], at: number): Promise<void> {
  await sql.run(
    `update report set state = $2, verified_at = case when $2 = 'verified' then cast($3 as bigint) else verified_at end where id = $1`,
    id,
    state,
    at,
  )
}

export async function freezeTotals(sql: Sql, reportId: number, totals: string): Promise<void> {
  await sql.run('update report set frozen = $2, changed_since_at = null where id = $1', reportId, totals)
}

/** A village report came or changed after its camat confirmed the totals. */
export async function markKecamatanChanged(
  sql: Sql,
  roundId: number,
  kecamatanCode: string,
  at: number,
): Promise<void> {
  await sql.run(
    `update report set changed_since_at = $3 where frozen is not null and changed_since_at is null and obligation_id in
       (select o.id from obligation o join round_form f on f.id = o.round_form_id
        where f.round_id = $1 and f.level = 'kecamatan' and o.region_code = $2)`,
    roundId,
    kecamatanCode,
    at,
  )
}

/** When each kecamatan of a round was confirmed by its camat. */
export async function listConfirmedKecamatan(sql: Sql, roundId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.all<{ regionCode: string; at: number }>(
    `select o.region_code as "regionCode", max(p.submitted_at) as at from report p
     join obligation o on o.id = p.obligation_id join round_form f on f.id = o.round_form_id
     where f.round_id = $1 and f.level = 'kecamatan' and p.frozen is not null group by o.region_code`,
    roundId,
  )
  return new Map(rows.map((r) => [r.regionCode, r.at]))
}

/** Marks returned answers as answered again; returns how many of the report are still open. */
export async function resolveReturned(
  sql: Sql,
  reportId: number,
  paths: readonly string[],
  at: number,
): Promise<number> {
  for (const path of paths)
    await sql.run(
      'update returned_answer set resolved_at = $3 where report_id = $1 and path = $2 and resolved_at is null',
      reportId,
      path,
      at,
    )
  const [row] = await sql.all<{ n: number }>(
    'select count(*) as n from returned_answer where report_id = $1 and resolved_at is null',
    reportId,
  )
  return row!.n
}

/** Sends one answer back with a comment; the report is then to be corrected. */
export async function returnAnswer(
  sql: Sql,
  returned: { reportId: number; path: string; comment: string; byPersonId: number | null; at: number },
): Promise<void> {
  await sql.run(
    'insert into returned_answer (report_id, path, comment, by_person_id, at) values ($1, $2, $3, $4, $5)',
    returned.reportId,
    returned.path,
    returned.comment,
    returned.byPersonId,
    returned.at,
  )
  await sql.run(`update report set state = 'returned' where id = $1`, returned.reportId)
}

/** True when the last answer that was sent back and still waits came from the kecamatan. */
export async function isReturnedByCamat(sql: Sql, reportId: number): Promise<boolean> {
  const [row] = await sql.all<{ n: number }>(
    `select count(*) as n from holding h join seat s on s.id = h.seat_id
     where s.position in ('camat', 'kasi_kecamatan') and h.person_id =
       (select t.by_person_id from returned_answer t where t.report_id = $1 and t.resolved_at is null order by t.id desc limit 1)`,
    reportId,
  )
  return row!.n > 0
}

export interface LatestAnswer {
  readonly path: string
  readonly value: Json
  readonly how: AnswerRow['how']
  readonly reason: string | null
  readonly at: number
}

/** The latest row of every path of a report, in the order in which the paths were first answered. */
export async function listLatestAnswers(sql: Sql, reportId: number): Promise<readonly LatestAnswer[]> {
  const rows = await sql.all<{
    path: string
    value: string | null
    how: AnswerRow['how']
    reason: string | null
    at: number
  }>(
    `select a.path, a.value, a.how, a.reason, a.at from answer a
     join (select path, max(seq) as seq, min(id) as first from answer where report_id = $1 group by path) l
       on l.path = a.path and l.seq = a.seq
     where a.report_id = $1 order by l.first`,
    reportId,
  )
  return rows.map((r) => ({ ...r, value: r.value === null ? null : (JSON.parse(r.value) as Json) }))
}

/** The latest answers of many reports at once, for totals and exports. */
export async function listAnswersOfReports(
  sql: Sql,
  db: Database,
  reportIds: readonly number[],
): Promise<ReadonlyMap<number, readonly LatestAnswer[]>> {
  const rows = await sql.all<{
    report_id: number
    path: string
    value: string | null
    how: AnswerRow['how']
    reason: string | null
    at: number
  }>(
    `select a.report_id, a.path, a.value, a.how, a.reason, a.at from answer a
     where a.report_id in ${db.ids()}
       and a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)
     order by a.report_id, a.id`,
    JSON.stringify(reportIds),
  )
  const found = new Map<number, LatestAnswer[]>()
  for (const { report_id, value, ...rest } of rows) {
    const list = found.get(report_id) ?? []
    list.push({ ...rest, value: value === null ? null : (JSON.parse(value) as Json) })
    found.set(report_id, list)
  }
  return found
}

/** On which day each place held its meeting, as its report that counts says; places without one are left out. */
export async function listMeetingDates(
  sql: Sql,
  db: Database,
  obligationIds: readonly number[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.all<{ regionCode: string; value: string | null }>(
    `select o.region_code as "regionCode", a.value from report p join obligation o on o.id = p.obligation_id
       join seat s on s.id = p.seat_id
       join answer a on a.report_id = p.id and (a.path = 'tanggal_pertemuan' or a.path like '%/tanggal_pertemuan')
     where p.obligation_id in ${db.ids()} and p.state <> 'open'
       and a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)
     order by s.official, p.id desc`,
    JSON.stringify(obligationIds),
  )
  return new Map(
    rows.flatMap((r) => (r.value === null ? [] : [[r.regionCode, JSON.parse(r.value) as string] as const])),
  )
}

// ---- sessions ----

/** What a session saw at its start and keeps seeing; plain JSON. */
export interface Snapshot {
  readonly zone: string
  readonly language: string
  /** "Pak", "Bu", "Bapak/Ibu": inside a reader's question. */
  readonly address: string
  readonly sapaan: string
  readonly fields: Readonly<Record<string, string>>
  /** Rows of each external instance; values are texts. */
  readonly instances: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  /** What the place has instead of lists of the form: its offices. None where it has what the form says. */
  readonly lists?: Snapshot['instances']
  readonly seatValue?: string
  readonly regionCode?: string
}

export async function createSession(
  sql: Sql,
  session: {
    laneId: number
    personId: number | null
    reportId: number
    formVersionId: number
    snapshot: Snapshot
    now: number
  },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into session (lane_id, person_id, report_id, form_version_id, status, state, started_at, last_step_at)
     values ($1, $2, $3, $4, 'active', '{}', $5, $5) returning id`,
    session.laneId,
    session.personId,
    session.reportId,
    session.formVersionId,
    session.now,
  )
  await sql.run(
    'insert into session_snapshot (session_id, body) values ($1, $2)',
    row!.id,
    JSON.stringify(session.snapshot),
  )
  return row!.id
}

export async function findSnapshot(sql: Sql, sessionId: number): Promise<Snapshot | undefined> {
  const [row] = await sql.all<{ body: string }>('select body from session_snapshot where session_id = $1', sessionId)
  return row && (JSON.parse(row.body) as Snapshot)
}

/** A person's sessions in a lane that are not over, the last used first. On a shared phone each sees their own. */
export async function listOpenSessions(
  sql: Sql,
  laneId: number,
  personId: number | null,
): Promise<readonly RunningSession[]> {
  const rows = await sql.all<SessionRow>(
    `${selectSession} where s.lane_id = $1 and s.status in ('active', 'paused')
       and (s.person_id is null or s.person_id = $2) order by s.last_step_at desc, s.id desc`,
    laneId,
    personId,
  )
  return rows.map(sessionOf)
}

export async function findSessionOf(
  sql: Sql,
  reportId: number,
  writer: { readonly laneId: number; readonly personId: number },
): Promise<RunningSession | undefined> {
  const [row] = await sql.all<SessionRow>(
    `${selectSession} where s.report_id = $1 and s.lane_id = $2 and s.person_id = $3 and s.status <> 'stopped'
     order by s.id desc limit 1`,
    reportId,
    writer.laneId,
    writer.personId,
  )
  return row && sessionOf(row)
}

/** Whether the report was written on in another conversation since this one's last step. */
export async function wasWrittenElsewhere(sql: Sql, session: RunningSession): Promise<boolean> {
  const rows = await sql.all(
    'select id from session where report_id = $1 and id <> $2 and last_step_at > $3 limit 1',
    session.reportId,
    session.id,
    session.lastStepAt,
  )
  return rows.length > 0
}

/** Who else wrote on a report last, and when. */
export async function findLastWriting(
  sql: Sql,
  reportId: number,
  { not }: { readonly not: number },
): Promise<{ readonly name: string; readonly at: number; readonly status: string } | undefined> {
  const [row] = await sql.all<{ name: string; at: number; status: string }>(
    `select p.name, s.last_step_at as at, s.status from session s join person p on p.id = s.person_id
     where s.report_id = $1 and s.person_id <> $2 order by s.last_step_at desc, s.id desc limit 1`,
    reportId,
    not,
  )
  return row
}

/** Somebody goes on with the report: other conversations about it rest until their people write again. */
export async function restOtherSessions(sql: Sql, reportId: number, sessionId: number): Promise<void> {
  const others = `select id from session where report_id = $1 and id <> $2 and status = 'active'`
  await sql.run(`update lane set active_session_id = null where active_session_id in (${others})`, reportId, sessionId)
  await sql.run(`update session set status = 'paused' where id in (${others})`, reportId, sessionId)
}

/** One conversation about an obligation, without what was said in it. */
export interface Writing {
  readonly sessionId: number
  readonly obligationId: number
  /** The seat whose report it is. */
  readonly seatId: number | null
  readonly personId: number | null
  /** When its writer wants to be asked again. */
  readonly remindAt: number | null
}

/** Conversations about these obligations that are not over, the last used last. */
export async function listWritings(
  sql: Sql,
  db: Database,
  obligationIds: readonly number[],
): Promise<readonly Writing[]> {
  if (obligationIds.length === 0) return []
  return sql.all<Writing>(
    `select s.id as "sessionId", r.obligation_id as "obligationId", r.seat_id as "seatId", s.person_id as "personId",
       s.remind_at as "remindAt"
     from report r join session s on s.report_id = r.id
     where r.obligation_id in ${db.ids()} and s.status in ('active', 'paused') order by s.last_step_at, s.id`,
    JSON.stringify(obligationIds),
  )
}

/** Obligations whose writer asked to be asked again at an instant in (`after`, `until`]. */
export async function listAskedAgain(sql: Sql, after: number, until: number): Promise<readonly number[]> {
  const rows = await sql.all<{ id: number }>(
    `select distinct r.obligation_id as id from session s join report r on r.id = s.report_id
     where s.remind_at > $1 and s.remind_at <= $2 and r.obligation_id is not null order by 1`,
    after,
    until,
  )
  return rows.map((r) => r.id)
}
