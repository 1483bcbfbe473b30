import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from './database.ts'

/** Answers that were sent back with a comment and wait to be given again. */

export interface ReturnedAnswer {
  readonly path: string
  readonly comment: string
  readonly at: number
}

/** Answers that were sent back and not given again yet; of two comments on one answer the later. */
export async function listReturned(sql: Sql, reportId: number): Promise<readonly ReturnedAnswer[]> {
  const rows = await sql.all<ReturnedAnswer>(
    'select path, comment, at from returned_answer where report_id = $1 and resolved_at is null order by id',
    reportId,
  )
  return [...new Map(rows.map((row) => [row.path, row])).values()]
}

/** No lane goes on with this report by itself: its writers come back to it by what asks them to. */
export async function endActive(sql: Sql, reportId: number): Promise<void> {
  await sql.run(
    'update lane set active_session_id = null where active_session_id in (select id from session where report_id = $1)',
    reportId,
  )
}

/** Another text for a message that has not left yet; nothing happens to one that has. */
export async function rewriteWaiting(sql: Sql, key: string, body: OutboundMessage): Promise<void> {
  await sql.run(`update outbox set body = $2 where key = $1 and state = 'waiting'`, key, JSON.stringify(body))
}
