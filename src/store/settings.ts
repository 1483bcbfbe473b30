import type { RetentionSettings } from '../domain/retention.ts'
import type { Json } from '../lib/json.ts'
import type { Sql } from './database.ts'

/** Switches and small facts of the installation, each under its own key. */
export interface Settings {
  /** The database holds invented people: `/sim` may answer, real people must not be mixed in. */
  readonly demo: boolean
  /** Nothing that the bot starts is sent. */
  readonly sending_paused: boolean
  /** Words of a kabupaten (by code, or "*") that staff taught the readers, with where they have them from. */
  readonly local_words: Readonly<
    Record<
      string,
      readonly { readonly kind: string; readonly word: string; readonly meaning: string; readonly source: string }[]
    >
  >
  /** The approved template for each purpose, for channels that may write freely only after a person's message. */
  readonly whatsapp_templates: Readonly<Record<string, StoredTemplate>>
  /** How many days kinds of data are kept, where staff set others than the usual. */
  readonly retention: RetentionSettings
  /** When and how the last good backup ended. */
  readonly last_backup: { readonly at: number; readonly file: string; readonly bytes: number }
}

export interface StoredTemplate {
  readonly name: string
  readonly language: string
  readonly parameters: readonly ('person' | 'place' | 'round' | 'due')[]
  readonly buttons: number
}

export async function findSetting<K extends keyof Settings>(sql: Sql, key: K): Promise<Settings[K] | undefined> {
  const [row] = await sql.all<{ value: string }>('select value from setting where key = $1', key)
  return row && (JSON.parse(row.value) as Settings[K])
}

export async function setSetting<K extends keyof Settings>(sql: Sql, key: K, value: Settings[K]): Promise<void> {
  await sql.run(
    'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    key,
    JSON.stringify(value as Json),
  )
}

/** Who did what, beside the write that did it. `details` holds ids and codes, never people. */
export async function audit(
  sql: Sql,
  entry: { at: number; actor: string; action: string; object: string; details?: Readonly<Record<string, Json>> },
): Promise<void> {
  await sql.run(
    'insert into audit (at, actor, action, object, details) values ($1, $2, $3, $4, $5)',
    entry.at,
    entry.actor,
    entry.action,
    entry.object,
    JSON.stringify(entry.details ?? {}),
  )
}

export interface Deed {
  readonly id: number
  readonly action: string
  readonly object: string
  readonly details: Readonly<Record<string, Json>>
}

/** The last of these things that somebody did. */
export async function findLastDeed(
  sql: Sql,
  query: { readonly actor: string; readonly actions: readonly string[]; readonly since: number },
): Promise<Deed | undefined> {
  const named = query.actions.map((_, i) => `$${i + 3}`).join(', ')
  const [row] = await sql.all<Omit<Deed, 'details'> & { details: string }>(
    `select id, action, object, details from audit where actor = $1 and at >= $2 and action in (${named}) order by id desc limit 1`,
    query.actor,
    query.since,
    ...query.actions,
  )
  return row && { ...row, details: JSON.parse(row.details) as Record<string, Json> }
}

/** Whether a deed was taken back already. */
export async function isUndone(sql: Sql, id: number): Promise<boolean> {
  const rows = await sql.all(`select id from audit where action = 'undo' and object = $1 limit 1`, `audit:${id}`)
  return rows.length > 0
}
