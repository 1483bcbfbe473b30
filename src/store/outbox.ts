import { capabilities } from '../messages/capabilities.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { channelOf } from './channel-of.ts'
import type { Database, Sql } from './database.ts'
import { followDeliveries } from './deliveries.ts'
import { addStaffItem } from './staff-items.ts'

/** The one door out: replies, reminders, digests and staff's messages all leave here, in that order. */

export const priorities = { reply: 0, reminder: 1, digest: 2 } as const

export interface OutboxMessage {
  readonly key: string
  readonly priority: number
  readonly addressId: number
  readonly laneId: number
  readonly body: OutboundMessage
  readonly dueAt: number
  /** Sending later than this would be of no use. */
  readonly expiresAt?: number
  readonly obligationId?: number
  readonly personId?: number
}

/**
 * Queues messages; one that exists by its key already is left as it is, but for one that never left: expired unsent, or
 * part of a message that was taken back. Returns how many were queued.
 */
export async function queueMessages(
  sql: Sql,
  db: Database,
  messages: readonly OutboxMessage[],
  now: number,
): Promise<number> {
  if (messages.length === 0) return 0
  return sql.run(
    `insert into outbox (key, priority, address_id, channel, lane_id, body, due_at, expires_at, created_at, obligation_id, person_id)
     select key, priority, address_id, ${channelOf('address_id')}, lane_id, body, due_at, expires_at, $2, obligation_id, person_id
     from ${db.rows({ key: 'text', priority: 'int', address_id: 'int', lane_id: 'int', body: 'text', due_at: 'bigint', expires_at: 'bigint', obligation_id: 'int', person_id: 'int' })}
     where true on conflict (key) do update set state = 'waiting', address_id = excluded.address_id, channel = excluded.channel, lane_id = excluded.lane_id,
       body = excluded.body, due_at = excluded.due_at, expires_at = excluded.expires_at, person_id = excluded.person_id,
       error = null, message_ref = null
       where ${neverLeft('outbox')}`,
    JSON.stringify(
      messages.map((m) => ({
        key: m.key,
        priority: m.priority,
        address_id: m.addressId,
        lane_id: m.laneId,
        body: JSON.stringify(m.body),
        due_at: m.dueAt,
        expires_at: m.expiresAt ?? null,
        obligation_id: m.obligationId ?? null,
        person_id: m.personId ?? null,
      })),
    ),
    now,
  )
}

/** A row that counts as if it were not there: it expired unsent, or was to go with another that was taken back. */
export function neverLeft(row: string): string {
  return `((${row}.state = 'cancelled' and ${row}.error = 'expired') or (${row}.state = 'merged' and not exists
    (select 1 from outbox lead where lead.key = ${row}.message_ref and lead.state <> 'cancelled')))`
}

export interface LeasedMessage {
  readonly id: number
  readonly key: string
  readonly priority: number
  readonly laneId: number
  readonly addressId: number
  readonly channel: ChannelName
  readonly userId: string
  readonly chatId: string
  readonly body: OutboundMessage
  /** With this one. */
  readonly attempts: number
  /** When anybody last wrote from this address, ms. */
  readonly lastInAt: number
  readonly personId: number | null
}

/** What became of a leased message. `in_doubt`: it may have arrived, and must not arrive twice. */
export interface SendResult {
  readonly id: number
  readonly channel: ChannelName
  readonly state: 'sent' | 'knocked' | 'waiting' | 'refused' | 'in_doubt'
  readonly messageRef: string | null
  readonly dueAt: number
  readonly error: string | null
  /** The try is not counted. */
  readonly untried?: boolean
}

/** Replies do not stand in one line with what the bot starts. */
export interface Line {
  readonly channel: ChannelName
  readonly replies: boolean
}

/** People to look at in one go: enough to know whether few or many wait. */
const LOOK_AT = 100

/**
 * Marks the messages that leave now as under way: the commit of the transaction comes before the first call. At most
 * one message a lane is under way, and none leaves before an earlier one to the same address: order holds even while a
 * retry waits, and who changes to another channel because theirs is away is answered there. `room` says how many of
 * those that wait in a line may leave.
 */
export async function leaseMessages(
  sql: Sql,
  db: Database,
  options: {
    readonly now: number
    readonly leaseMs: number
    readonly channels: readonly ChannelName[]
    /** 0 while reminders and digests must wait. */
    readonly maxPriority: number
    readonly room: (line: Line, waiting: number, oldestDueAt: number) => number
  },
): Promise<readonly LeasedMessage[]> {
  if (options.channels.length === 0) return []
  const waiting = await sql.all<{ id: number; channel: ChannelName; priority: number; dueAt: number }>(
    `select o.id, o.channel, o.priority, o.due_at as "dueAt" from outbox o
     where o.state = 'waiting' and o.channel in ${db.texts(3)} and o.due_at <= $1 and o.priority <= $2
       and (o.expires_at is null or o.expires_at > $1)
       and not exists (select 1 from outbox e where e.lane_id = o.lane_id and e.state in ('waiting', 'sending')
         and (e.state = 'sending' or (e.address_id = o.address_id and
           (e.priority < o.priority or (e.priority = o.priority and e.id < o.id)))))
     order by o.priority, o.due_at, o.id limit ${LOOK_AT} ${db.lock('o')}`,
    options.now,
    options.maxPriority,
    JSON.stringify(options.channels),
  )
  const lines = Map.groupBy(waiting, ({ channel, priority }) => `${channel} ${priority === priorities.reply}`)
  const ids = [...lines.values()].flatMap((all) => {
    const line = { channel: all[0]!.channel, replies: all[0]!.priority === priorities.reply }
    const oldest = Math.min(...all.map(({ dueAt }) => dueAt))
    return all.slice(0, options.room(line, all.length, oldest)).map(({ id }) => id)
  })
  if (ids.length === 0) return []
  await sql.run(
    `update outbox set state = 'sending', attempts = attempts + 1, leased_until = $2 where id in ${db.ids()}`,
    JSON.stringify(ids),
    options.now + options.leaseMs,
  )
  const rows = await sql.all<Omit<LeasedMessage, 'body'> & { readonly body: string }>(
    `select o.id, o.key, o.priority, o.lane_id as "laneId", o.address_id as "addressId", a.channel,
       a.user_id as "userId", a.chat_id as "chatId", o.body, o.attempts, o.person_id as "personId",
       a.last_in_at as "lastInAt"
     from outbox o join address a on a.id = o.address_id where o.id in ${db.ids()} order by o.priority, o.due_at, o.id`,
    JSON.stringify(ids),
  )
  return rows.map((r) => ({ ...r, body: JSON.parse(r.body) as OutboundMessage }))
}

/** Writes what became of messages that were under way. */
export async function writeResults(sql: Sql, db: Database, results: readonly SendResult[], now: number): Promise<void> {
  if (results.length === 0) return
  await sql.run(
    `update outbox set state = j.state, message_ref = j.message_ref, due_at = j.due_at, error = j.error, leased_until = 0,
       attempts = outbox.attempts - j.untried,
       body = case when j.state = 'sent' and outbox.body like '{"text":"","sealed":%' then '{"text":""}' else outbox.body end,
       sent_at = case when j.state in ('sent', 'knocked') then cast($2 as bigint) else null end
     from ${db.rows({ id: 'int', state: 'text', message_ref: 'text', due_at: 'bigint', error: 'text', untried: 'int' })}
     where outbox.id = j.id and outbox.state = 'sending'`,
    JSON.stringify(
      results.map((r) => ({
        id: r.id,
        state: r.state,
        message_ref: r.messageRef,
        due_at: r.dueAt,
        error: r.error,
        untried: r.untried ? 1 : 0,
      })),
    ),
    now,
  )
  const followed = results.flatMap(({ id, channel, state, messageRef }) =>
    messageRef !== null && (state === 'sent' || state === 'knocked') && capabilities[channel].tellsDelivery
      ? [{ outboxId: id, channel, messageRef }]
      : [],
  )
  await followDeliveries(sql, db, followed, now)
}

/**
 * Messages whose sender died between lease and result. A reply goes out again: a question twice is harmless. A reminder
 * or digest does not: staff see it as in doubt, and the next step of the ladder stands in. `all`: this process holds
 * the only sender's lock, so whatever is under way belongs to a dead one.
 */
export async function recoverLeases(
  db: Database,
  now: number,
  options: { readonly all: boolean },
): Promise<{ readonly again: number; readonly inDoubt: number }> {
  const dead = options.all ? `state = 'sending'` : `state = 'sending' and leased_until < ${Math.trunc(now)}`
  return db.transaction(async (sql) => {
    const again = await sql.run(`update outbox set state = 'waiting', leased_until = 0 where ${dead} and priority = 0`)
    const doubtful = await sql.all<{ id: number; lane_id: number; person_id: number | null }>(
      `update outbox set state = 'in_doubt', leased_until = 0 where ${dead} returning id, lane_id, person_id`,
    )
    for (const d of doubtful)
      await addStaffItem(sql, {
        kind: 'in_doubt',
        key: `in_doubt:${d.id}`,
        laneId: d.lane_id,
        personId: d.person_id,
        at: now,
      })
    return { again, inDoubt: doubtful.length }
  })
}

/**
 * Reminders of an obligation that were queued and are now without reason: the report is in. `personId`: only what goes
 * to that person, where two seats each write a report.
 */
export async function cancelReminders(sql: Sql, obligationId: number, personId: number | null): Promise<number> {
  return sql.run(
    `update outbox set state = 'cancelled' where obligation_id = $1 and state in ('waiting', 'knocked') and priority > 0
       and (cast($2 as int) is null or person_id = $2)`,
    obligationId,
    personId,
  )
}

/** Nothing that the bot started goes to this lane any more (`berhenti`); `persons`: only what is for these. */
export async function cancelStarted(sql: Sql, laneId: number, persons?: readonly number[]): Promise<number> {
  const only = persons === undefined ? '' : `and person_id in (${[0, ...persons].map(Math.trunc).join(', ')})`
  return sql.run(
    `update outbox set state = 'cancelled' where lane_id = $1 and state in ('waiting', 'knocked') and priority > 0 ${only}`,
    laneId,
  )
}

/** Reminders that are part of another one's message (`leadKey`): remembered by their keys, sent by that one. */
export async function markMerged(
  sql: Sql,
  db: Database,
  merged: readonly {
    key: string
    leadKey: string
    addressId: number
    laneId: number
    obligationId: number | null
    personId: number
  }[],
  now: number,
): Promise<void> {
  if (merged.length === 0) return
  await sql.run(
    `insert into outbox (key, message_ref, priority, address_id, channel, lane_id, body, due_at, created_at, state, obligation_id, person_id)
     select key, lead_key, 1, address_id, ${channelOf('address_id')}, lane_id, '{}', cast($2 as bigint), cast($2 as bigint), 'merged', obligation_id, person_id
     from ${db.rows({ key: 'text', lead_key: 'text', address_id: 'int', lane_id: 'int', obligation_id: 'int', person_id: 'int' })}
     where true on conflict (key) do update set state = 'merged', message_ref = excluded.message_ref,
       due_at = excluded.due_at, error = null where ${neverLeft('outbox')}`,
    JSON.stringify(
      merged.map((m) => ({
        key: m.key,
        lead_key: m.leadKey,
        address_id: m.addressId,
        lane_id: m.laneId,
        obligation_id: m.obligationId,
        person_id: m.personId,
      })),
    ),
    now,
  )
}

/** Which of these keys are there and not to be queued again. */
export async function listKnownKeys(sql: Sql, db: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await sql.all<{ key: string }>(
    `select o.key from outbox o where o.key in ${db.texts()} and ${neverLeft('o')} is not true`,
    JSON.stringify(keys),
  )
  return new Set(rows.map((r) => r.key))
}

/** The person wrote: what waited for that goes out now, on the lanes in the JSON list. Returns how many. */
export async function releaseKnocked(sql: Sql, db: Database, laneIds: readonly number[], now: number): Promise<number> {
  return sql.run(
    `update outbox set state = 'waiting', due_at = $2 where state = 'knocked' and lane_id in ${db.ids()}`,
    JSON.stringify(laneIds),
    now,
  )
}

/** What waited beyond its use is put aside. */
export async function expireMessages(db: Database, now: number): Promise<number> {
  return db.run(
    `update outbox set error = case when state = 'knocked' then 'unanswered' else 'expired' end, state = 'cancelled'
     where state in ('waiting', 'knocked')
       and expires_at is not null and expires_at <= $1`,
    now,
  )
}

const obligationsOfRound =
  '(select o.id from obligation o join round_form f on f.id = o.round_form_id where f.round_id = $1)'

/** Queued reminders of a whole round. Returns how many were taken back. */
export async function cancelRoundReminders(sql: Sql, roundId: number): Promise<number> {
  return sql.run(
    `update outbox set state = 'cancelled' where state = 'waiting' and priority > 0 and obligation_id in ${obligationsOfRound}`,
    roundId,
  )
}

/** What a round has set in motion: messages that left or may have, and reports begun. */
export async function countRoundMessages(
  sql: Sql,
  roundId: number,
): Promise<{ readonly sent: number; readonly reports: number }> {
  const [row] = await sql.all<{ sent: number; reports: number }>(
    `select (select count(*) from outbox where state not in ('waiting', 'cancelled', 'merged') and obligation_id in ${obligationsOfRound}) as sent,
       (select count(*) from report where obligation_id in ${obligationsOfRound}) as reports`,
    roundId,
  )
  return row!
}

/** Puts back everything that the bot started and has not sent; it may be queued again by its key. A question that somebody asked through us is nothing the bot started. */
export async function holdBackStarted(sql: Sql): Promise<number> {
  return sql.run(
    `update outbox set state = 'cancelled', error = 'expired' where state = 'waiting' and priority > 0 and key not like 'ask:%'`,
  )
}
