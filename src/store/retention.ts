import type { Sql } from './database.ts'

/** What is dropped when its time is over. A message itself stays as a row, so that it can never be taken in twice. */

/** What stands in place of a message that was dropped. */
export const droppedContent = JSON.stringify({ kind: 'unsupported', what: 'dihapus' })
const droppedBody = JSON.stringify({ text: '' })

/** So many rows are rewritten in one go: nobody's turn waits longer for it. */
const BATCH = 2_000

export interface RetentionCut {
  /** Words of conversations older than this. */
  readonly textsBefore: number
  /** Phone numbers of people whose last seat ended before this. */
  readonly phonesBefore: number
}

export interface RetentionCounts {
  readonly received: number
  readonly sent: number
  /** Words in which an answer was typed; the value that was read stays. */
  readonly typed: number
  readonly phones: number
}

interface Part {
  readonly name: keyof RetentionCounts
  readonly table: string
  readonly where: string
  readonly set: string
  readonly cut: (cut: RetentionCut) => number
  readonly parameters: readonly string[]
}

const texts = (cut: RetentionCut) => cut.textsBefore

const parts: readonly Part[] = [
  {
    name: 'received',
    table: 'inbox',
    where: `received_at < $1 and state = 'done' and content <> $2`,
    set: 'content = $2',
    cut: texts,
    parameters: [droppedContent],
  },
  {
    name: 'sent',
    table: 'outbox',
    where: `created_at < $1 and state not in ('waiting', 'sending') and body <> $2 and state <> 'merged'`,
    set: 'body = $2',
    cut: texts,
    parameters: [droppedBody],
  },
  {
    name: 'typed',
    table: 'answer',
    where: 'at < $1 and raw is not null',
    set: 'raw = null',
    cut: texts,
    parameters: [],
  },
  {
    name: 'phones',
    table: 'person',
    where: `phone_hash is not null and exists (select 1 from holding h where h.person_id = person.id)
      and not exists (select 1 from holding h where h.person_id = person.id and (h.until_at is null or h.until_at >= $1))`,
    set: 'phone_sealed = null, phone_hash = null',
    cut: (cut) => cut.phonesBefore,
    parameters: [],
  },
]

/** How much would be dropped. */
export async function countExpired(sql: Sql, cut: RetentionCut): Promise<RetentionCounts> {
  const counts = { received: 0, sent: 0, typed: 0, phones: 0 }
  for (const part of parts) {
    const [row] = await sql.all<{ n: number }>(
      `select count(*) as n from ${part.table} where ${part.where}`,
      part.cut(cut),
      ...part.parameters,
    )
    counts[part.name] = row!.n
  }
  return counts
}

/** Drops it, a batch at a time. Returns how much. */
export async function dropExpired(sql: Sql, cut: RetentionCut): Promise<RetentionCounts> {
  const counts = { received: 0, sent: 0, typed: 0, phones: 0 }
  for (const part of parts)
    for (;;) {
      const changed = await sql.run(
        `update ${part.table} set ${part.set} where id in
           (select id from ${part.table} where ${part.where} order by id limit ${BATCH})`,
        part.cut(cut),
        ...part.parameters,
      )
      counts[part.name] += changed
      if (changed < BATCH) break
    }
  return counts
}
