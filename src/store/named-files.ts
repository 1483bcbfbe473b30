import { DAY } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Database, Sql } from './database.ts'

/**
 * Which files of the attachments folder are needed: everything that names one is asked here, by whoever removes files.
 * What is told in confidence keeps its pictures in its own boxes and names none.
 */

/** So long after it left a channel may say that a message failed; it then goes another way, with its file. */
const mayFailMs = 30 * DAY

/** The tables with a row for each file, in a column `hash`. */
const registers = ['attachment', 'document'] as const

/**
 * Of messages that somebody may still be sent: what waits, is under way, can be sent again by staff, or left and may yet
 * turn out to have failed.
 */
export async function listMessageFiles(sql: Sql, now: number): Promise<ReadonlySet<string>> {
  const rows = await sql.all<{ body: string }>(
    `select body from outbox where (state not in ('sent', 'cancelled', 'merged') or (state = 'sent' and sent_at >= $1))
       and body like '%"attachment":{%'`,
    now - mayFailMs,
  )
  return new Set(rows.flatMap(({ body }) => (JSON.parse(body) as OutboundMessage).attachment?.hash ?? []))
}

/** Those of these files that are still needed. `inMessages`: as `listMessageFiles` found them. */
export async function listNeededFiles(
  sql: Sql,
  db: Database,
  hashes: readonly string[],
  inMessages: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await sql.all<{ hash: string }>(
    registers.map((table) => `select hash from ${table} where hash in ${db.texts()}`).join(' union '),
    JSON.stringify(hashes),
  )
  return new Set([...rows.map(({ hash }) => hash), ...hashes.filter((hash) => inMessages.has(hash))])
}

/** Those of these files that nothing needs any more, now that their rows are gone. */
export async function listFreeFiles(
  sql: Sql,
  db: Database,
  hashes: readonly string[],
  now: number,
): Promise<readonly string[]> {
  const needed = await listNeededFiles(sql, db, hashes, await listMessageFiles(sql, now))
  return hashes.filter((hash) => !needed.has(hash))
}
