import { inOnePiece } from '../engine/session.ts'
import type { Database, Sql } from './database.ts'
import { type RunningSession, type SessionRow, selectSession, sessionOf } from './turns.ts'

/** Reports that are being written, and what they hang on, for moving them to another version of their form. */

export interface ReportToMove {
  readonly id: number
  readonly formVersionId: number
  readonly state: 'open' | 'returned'
  readonly regionCode: string
  readonly roundCode: string
  readonly depth: 'core' | 'full'
}

/** Reports of a form in older versions than `number` that are not handed in, or were sent back. */
export async function listReportsToMove(sql: Sql, formName: string, number: number): Promise<readonly ReportToMove[]> {
  return sql.all<ReportToMove>(
    `select p.id, p.form_version_id as "formVersionId", p.state, o.region_code as "regionCode", r.code as "roundCode", f.depth
     from report p join form_version v on v.id = p.form_version_id join obligation o on o.id = p.obligation_id
     join round_form f on f.id = o.round_form_id join round r on r.id = f.round_id
     where v.name = $1 and v.number < $2 and p.state in ('open', 'returned') order by p.id`,
    formName,
    number,
  )
}

/**
 * Conversations of these reports that may go on, their lanes locked until the transaction ends. `busy`: lanes that a
 * worker holds just now.
 */
export async function lockSessionsOf(
  sql: Sql,
  db: Database,
  reportIds: readonly number[],
): Promise<{ readonly sessions: readonly RunningSession[]; readonly busy: number }> {
  if (reportIds.length === 0) return { sessions: [], busy: 0 }
  const ids = JSON.stringify(reportIds)
  const ofThese = `s.report_id in ${db.ids()} and s.status <> 'stopped'`
  // first the lanes: what a turn wrote before it let go of its lane must be seen
  const [lanes] = await sql.all<{ n: number }>(
    `select count(distinct s.lane_id) as n from session s where ${ofThese}`,
    ids,
  )
  const locked = await sql.all(
    `select l.id from lane l where l.id in (select s.lane_id from session s where ${ofThese}) order by l.id ${db.lock('l')}`,
    ids,
  )
  const rows = await sql.all<SessionRow>(`${selectSession} where ${ofThese} order by s.id`, ids)
  return { sessions: rows.map(sessionOf), busy: lanes!.n - locked.length }
}

export async function moveReports(
  sql: Sql,
  db: Database,
  reportIds: readonly number[],
  formVersionId: number,
): Promise<void> {
  await sql.run(
    `update report set form_version_id = $2 where id in ${db.ids()}`,
    JSON.stringify(reportIds),
    formVersionId,
  )
}

export async function moveSession(sql: Sql, session: RunningSession, formVersionId: number): Promise<void> {
  await sql.run(
    'update session set form_version_id = $2, state = $3 where id = $1',
    session.id,
    formVersionId,
    JSON.stringify(inOnePiece(session.state)),
  )
  // the number goes on, so that no warm copy is taken for what comes later
  await sql.run(`update session_earlier set number = number + 1, body = '{}' where session_id = $1`, session.id)
}

/** Rounds that are not closed ask the new version where nobody has begun. Returns how many. */
export async function moveRounds(sql: Sql, formName: string, number: number, formVersionId: number): Promise<number> {
  const rows = await sql.all(
    `update round_form set form_version_id = $3 where form_name = $1
       and form_version_id in (select id from form_version where name = $1 and number < $2)
       and round_id in (select id from round where state <> 'closed') returning id`,
    formName,
    number,
    formVersionId,
  )
  return rows.length
}
