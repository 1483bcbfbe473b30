import type { Database, Sql } from './database.ts'
import { neverLeft } from './outbox.ts'

// What has left, or may have, and what is still on its way: read by those who decide whether to write again.

/** Whether this person was invited or reminded about an obligation. */
export async function wasReminded(sql: Sql, obligationId: number, personId: number): Promise<boolean> {
  const rows = await sql.all(
    `select id from outbox where obligation_id = $1 and person_id = $2 and state in ('sending', 'sent', 'knocked', 'merged', 'in_doubt') limit 1`,
    obligationId,
    personId,
  )
  return rows.length > 0
}

export interface SentReminder {
  readonly key: string
  readonly obligationId: number
  readonly at: number
}

/** What left about these obligations, is about to, or was taken back for good; in order. */
export async function listSentReminders(
  sql: Sql,
  db: Database,
  obligationIds: readonly number[],
): Promise<readonly SentReminder[]> {
  if (obligationIds.length === 0) return []
  return sql.all<SentReminder>(
    `select o.key, o.obligation_id as "obligationId", coalesce(o.sent_at, o.due_at) as at from outbox o
     where o.obligation_id in ${db.ids()} and o.priority = 1 and ${neverLeft('o')} is not true order by o.id`,
    JSON.stringify(obligationIds),
  )
}

export interface StartedMessage {
  readonly personId: number
  readonly at: number
  /** The round of the place it was about. */
  readonly roundId: number
}

/** Reminders and notices that people got or are about to get over these lanes; several in one message are one. */
export async function listStartedMessages(
  sql: Sql,
  db: Database,
  laneIds: readonly number[],
): Promise<readonly StartedMessage[]> {
  if (laneIds.length === 0) return []
  return sql.all<StartedMessage>(
    `select o.person_id as "personId", coalesce(o.sent_at, o.due_at) as at, f.round_id as "roundId"
     from outbox o join obligation b on b.id = o.obligation_id join round_form f on f.id = b.round_form_id
     where o.lane_id in ${db.ids()} and o.priority = 1 and o.state not in ('cancelled', 'merged')
       and o.person_id is not null order by o.id`,
    JSON.stringify(laneIds),
  )
}

/** Persons to whom the house began to say something since then, whatever it was about. */
export async function listPersonsWrittenTo(sql: Sql, since: number): Promise<ReadonlySet<number>> {
  const rows = await sql.all<{ personId: number }>(
    `select distinct person_id as "personId" from outbox where priority >= 1 and person_id is not null
       and coalesce(sent_at, due_at) >= $1 and state not in ('cancelled', 'merged')`,
    since,
  )
  return new Set(rows.map((row) => row.personId))
}

/** The key of the newest message that left over a lane. */
export async function findNewestKey(sql: Sql, laneId: number): Promise<string | undefined> {
  const [row] = await sql.all<{ key: string }>(
    `select key from outbox where lane_id = $1 and state = 'sent' order by sent_at desc, id desc limit 1`,
    laneId,
  )
  return row?.key
}

/** When digests were last made before this week's: the change since then is what a digest tells. */
export async function findLastDigestAt(sql: Sql, now: number): Promise<number | null> {
  const [row] = await sql.all<{ at: number | null }>(
    'select max(created_at) as at from outbox where priority = 2 and created_at < $1',
    now - 3 * 86_400_000,
  )
  return row?.at ?? null
}

/** What waited for this lane's person to write is on its way, or just left. A template was its first message. */
export async function isAnsweredByWaiting(sql: Sql, laneId: number, now: number): Promise<boolean> {
  const rows = await sql.all(
    `select id from outbox where lane_id = $1 and ((state in ('waiting', 'sending') and message_ref is not null)
       or (state = 'sent' and sent_at >= $2)) limit 1`,
    laneId,
    now - 60_000,
  )
  return rows.length > 0
}

/** When the next waiting message is due; undefined when none waits. */
export async function nextDueAt(db: Database): Promise<number | undefined> {
  const [row] = await db.all<{ due_at: number | null }>(
    `select min(due_at) as due_at from outbox where state = 'waiting'`,
  )
  return row?.due_at ?? undefined
}
