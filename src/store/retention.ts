import type { RetentionKind } from '../domain/retention.ts'
import type { Database, Sql } from './database.ts'
import { listFreeFiles } from './named-files.ts'

/** What is dropped when its time is over. A message itself stays as a row, so that it can never be taken in twice. */

/** What stands in place of a message that was dropped. */
export const droppedContent = JSON.stringify({ kind: 'unsupported', what: 'dihapus' })
const droppedBody = JSON.stringify({ text: '' })

/** So many rows are rewritten in one go: nobody's turn waits longer for it. */
const BATCH = 2_000

/** How much of a table is over its time, and since when the oldest of it is there. */
export interface Expired {
  readonly kind: RetentionKind
  readonly table: string
  readonly n: number
  /** Of files. */
  readonly bytes?: number
  readonly oldestAt: number | null
}

interface Part {
  readonly kind: RetentionKind
  readonly table: string
  readonly key?: string
  /** Rows that are over; $1 is the instant before which they are. */
  readonly where: string
  /** Since when a row counts, as SQL. */
  readonly since: string
  /** What is written over them; without it the rows go. */
  readonly set?: string
  /** What must go with a batch first; $1 is the JSON array of its keys. */
  readonly before?: (ids: string) => readonly string[]
}

/** The person sits nowhere any more, and the last seat ended before. */
const leftBefore = (person: string) =>
  `exists (select 1 from holding h where h.person_id = ${person})
   and not exists (select 1 from holding h where h.person_id = ${person} and (h.until_at is null or h.until_at >= $1))`
const leftAt = (person: string) => `(select max(h.until_at) from holding h where h.person_id = ${person})`

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

// the order matters: what hangs on a row goes before it
const parts: readonly Part[] = [
  {
    kind: 'percakapan',
    table: 'inbox',
    // the outer name of a message holds the chat's
    where: `received_at < $1 and state <> 'waiting'
      and (content <> ${text(droppedContent)} or not (external_id like 'old:%' or external_id like 'erased:%'))`,
    since: 'received_at',
    set: `content = ${text(droppedContent)}, external_id = 'old:' || id, error = null`,
  },
  {
    kind: 'percakapan',
    table: 'outbox',
    where: `created_at < $1 and state not in ('waiting', 'sending', 'merged') and body <> ${text(droppedBody)}`,
    since: 'created_at',
    set: `body = ${text(droppedBody)}, error = null`,
  },
  { kind: 'percakapan', table: 'answer', where: 'at < $1 and raw is not null', since: 'at', set: 'raw = null' },
  {
    kind: 'percakapan',
    table: 'session',
    where: 'last_step_at < $1',
    since: 'last_step_at',
    // the answers are rows of their own: whoever goes on begins from there
    before: (ids) => [
      `delete from session_snapshot where session_id in ${ids}`,
      `delete from session_earlier where session_id in ${ids}`,
      `update lane set active_session_id = null where active_session_id in ${ids}`,
    ],
  },
  {
    kind: 'percakapan',
    table: 'staff_item',
    where: `handled_at < $1 and details <> '{}'`,
    since: 'handled_at',
    set: `details = '{}'`,
  },
  {
    kind: 'nomor',
    table: 'person',
    where: `phone_hash is not null and ${leftBefore('person.id')}`,
    since: leftAt('person.id'),
    set: 'phone_sealed = null, phone_hash = null',
  },
  {
    kind: 'nomor',
    table: 'address',
    // groups are no persons; a telephone that several use is theirs as long as one of them sits somewhere
    where: `user_id <> 'erased:' || id and last_in_at < $1
      and not exists (select 1 from group_chat g where g.address_id = address.id)
      and not exists (select 1 from shared_address z where z.address_id = address.id)
      and (person_id is null or ${leftBefore('address.person_id')})`,
    since: 'last_in_at',
    set: `user_id = 'erased:' || id, chat_id = 'erased:' || id, profile_name = null, reach = 'gone', reach_note = null`,
  },
  { kind: 'tautan', table: 'invitation', where: 'coalesce(used_at, expires_at) < $1', since: 'created_at' },
  { kind: 'tautan', table: 'invitation_attempt', where: 'at < $1', since: 'at' },
  { kind: 'tautan', table: 'sign_in_link', where: 'expires_at < $1', since: 'expires_at' },
  { kind: 'tautan', table: 'web_session', where: 'last_seen_at < $1', since: 'last_seen_at' },
  { kind: 'jejak', table: 'audit', where: 'at < $1', since: 'at' },
  { kind: 'mesin', table: 'job_run', where: 'ended_at is not null and due_at < $1', since: 'due_at' },
  {
    kind: 'pengaduan',
    table: 'sealed_file',
    where: 'case_id in (select id from sealed_case where closed_at < $1)',
    since: '(select c.closed_at from sealed_case c where c.id = case_id)',
  },
  {
    kind: 'pengaduan',
    table: 'sealed_case',
    where: 'closed_at < $1 and box is not null',
    since: 'closed_at',
    set: 'box = null, code_hash = null',
  },
]

const isVoice = `kind = 'voice'`
const files = (wanted: string) =>
  `created_at < $1 and ${wanted} and (hash is not null or caption is not null or state = 'waiting')`
const fileParts: readonly Part[] = [
  { kind: 'suara', table: 'attachment', where: files(isVoice), since: 'created_at' },
  {
    kind: 'foto',
    table: 'attachment',
    where: files(`not (${isVoice}) and not exists
      (select 1 from story t where t.report_id = attachment.report_id and t.state = 'terbit')`),
    since: 'created_at',
  },
]

const personPart: Part = {
  kind: 'orang',
  table: 'person',
  where: `name <> '(dihapus)' and ${leftBefore('person.id')}`,
  since: leftAt('person.id'),
}

type Cuts = (kind: RetentionKind) => number

/** How much of each table is over its time. */
export async function countExpired(sql: Sql, cutOf: Cuts): Promise<readonly Expired[]> {
  const found: Expired[] = []
  for (const { kind, table, where, since } of [...parts, ...fileParts, personPart]) {
    const [row] = await sql.all<{ n: number; oldestAt: number | null }>(
      `select count(*) as n, min(${since}) as "oldestAt" from ${table} where ${where}`,
      cutOf(kind),
    )
    found.push({ kind, table, n: Number(row!.n), oldestAt: row!.oldestAt === null ? null : Number(row!.oldestAt) })
  }
  return found
}

/** Drops what lies in rows, a batch at a time. Returns how much of each table. */
export async function dropExpired(db: Database, cutOf: Cuts): Promise<readonly Omit<Expired, 'oldestAt'>[]> {
  const dropped: Omit<Expired, 'oldestAt'>[] = []
  for (const { kind, table, key = 'id', where, set, before } of parts) {
    let n = 0
    for (;;) {
      const changed = await db.transaction(async (sql) => {
        const rows = await sql.all<{ id: number }>(
          `select ${key} as id from ${table} where ${where} order by ${key} limit ${BATCH}`,
          cutOf(kind),
        )
        if (rows.length === 0) return 0
        const ids = JSON.stringify(rows.map(({ id }) => id))
        for (const statement of before?.(db.ids()) ?? []) await sql.run(statement, ids)
        const what = set === undefined ? `delete from ${table}` : `update ${table} set ${set}`
        return sql.run(`${what} where ${key} in ${db.ids()}`, ids)
      })
      n += changed
      if (changed < BATCH) break
    }
    dropped.push({ kind, table, n })
  }
  return dropped
}

/** Empties the rows of files. Returns, a kind at a time, how many, and the hashes that nothing else needs. */
export async function dropExpiredFiles(
  db: Database,
  cutOf: Cuts,
  now: number,
): Promise<readonly (Omit<Expired, 'oldestAt'> & { readonly hashes: readonly string[] })[]> {
  const dropped = []
  for (const { kind, table, where } of fileParts)
    dropped.push(
      await db.transaction(async (sql) => {
        const rows = await sql.all<{ id: number; hash: string | null }>(
          `select id, hash from ${table} where ${where} order by id`,
          cutOf(kind),
        )
        const n = await sql.run(
          `update attachment set hash = null, mime = null, bytes = null, file_ref = '{}', caption = null,
             state = 'refused', refused_because = 'masa simpan habis' where id in ${db.ids()}`,
          JSON.stringify(rows.map(({ id }) => id)),
        )
        const hashes = [...new Set(rows.flatMap(({ hash }) => (hash === null ? [] : [hash])))]
        return { kind, table, n, hashes: await listFreeFiles(sql, db, hashes, now) }
      }),
    )
  return dropped
}

/** Who sits nowhere any more since before `cut`. */
export async function listExpiredPersons(sql: Sql, cut: number): Promise<readonly number[]> {
  const rows = await sql.all<{ id: number }>(`select id from person where ${personPart.where} order by id`, cut)
  return rows.map(({ id }) => id)
}
