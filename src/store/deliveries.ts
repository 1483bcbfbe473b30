import type { ChannelName, DeliveryContent } from '../messages/inbound.ts'
import type { Database, Sql } from './database.ts'
import { findOtherAddress, sendByOtherAddress } from './lanes.ts'
import { addStaffItem } from './staff-items.ts'

/**
 * What became of messages after they left. News comes in any order, more than once, and sometimes before the send's own
 * result is written, so it is kept by the provider's message id and only ever goes forward.
 */

export interface DeliveryNews {
  readonly channel: ChannelName
  /** ms UTC, the provider's. */
  readonly at: number
  readonly content: DeliveryContent
}

export interface DeliveryCounts {
  /** News that said something new. */
  readonly recorded: number
  /** Messages of which nobody knew whether they had left, and which turn out to have. */
  readonly settled: number
  /** Messages that the provider took and could not deliver. */
  readonly failed: number
}

const none: DeliveryCounts = { recorded: 0, settled: 0, failed: 0 }

/** A message that arrived has not failed, whatever came before. */
const ranks: Readonly<Record<DeliveryContent['status'], number>> = { sent: 1, failed: 2, delivered: 3, read: 4 }

const newsColumns = {
  channel: 'text',
  message_ref: 'text',
  key: 'text',
  whole: 'int',
  status: 'text',
  rank: 'int',
  at: 'bigint',
  reason: 'text',
} as const

/** Commits the news and what follows from it for the outbox, in one. */
export async function recordDeliveries(
  db: Database,
  news: readonly DeliveryNews[],
  now: number,
): Promise<DeliveryCounts> {
  if (news.length === 0) return none
  const latest = latestOf(news)
  const rows = JSON.stringify(
    latest.map(({ channel, at, content }) => ({
      channel,
      message_ref: content.messageRef,
      key: content.key ?? null,
      whole: content.partial ? 0 : 1,
      status: content.status,
      rank: ranks[content.status],
      at,
      reason: content.reason ?? null,
    })),
  )
  return db.transaction(async (sql) => {
    const recorded = await sql.run(
      `insert into delivery (channel, message_ref, outbox_id, status, rank, at, reason)
       select j.channel, j.message_ref, o.id, j.status, j.rank, j.at, j.reason
       from ${db.rows(newsColumns)} left join outbox o on o.key = j.key where true
       on conflict (channel, message_ref) do update set status = excluded.status, rank = excluded.rank, at = excluded.at,
         reason = excluded.reason, outbox_id = coalesce(excluded.outbox_id, delivery.outbox_id)
       where excluded.rank > delivery.rank`,
      rows,
    )
    const settled = await settleDoubts(sql, db, rows, now)
    const failed = await refuseFailed(sql, db, latest, now)
    return { recorded, settled, failed }
  })
}

/** One for each message: the furthest state it reached. */
function latestOf(news: readonly DeliveryNews[]): readonly DeliveryNews[] {
  const latest = new Map<string, DeliveryNews>()
  for (const each of news) {
    const key = `${each.channel} ${each.content.messageRef}`
    const known = latest.get(key)
    if (!known || ranks[each.content.status] > ranks[known.content.status]) latest.set(key, each)
  }
  return [...latest.values()]
}

/**
 * The provider tells about a message whose sender died, or whose answer got lost: it left after all, so nobody has to
 * look at it and it is not said twice.
 */
async function settleDoubts(sql: Sql, db: Database, rows: string, now: number): Promise<number> {
  const settled = await sql.all<{ id: number }>(
    `update outbox set state = 'sent', message_ref = j.message_ref, leased_until = 0, error = null, sent_at = $2
     from ${db.rows(newsColumns)}
     where outbox.key = j.key and j.whole = 1 and j.status <> 'failed'
       and (outbox.state = 'in_doubt' or (outbox.state = 'waiting' and outbox.attempts > 0)) returning outbox.id`,
    rows,
    now,
  )
  if (settled.length > 0)
    await sql.run(
      `update staff_item set handled_at = $2, handled_by = 'system' where handled_at is null and key in ${db.texts()}`,
      JSON.stringify(settled.map(({ id }) => `in_doubt:${id}`)),
      now,
    )
  return settled.length
}

/** Messages that were taken and then failed go to staff with the reason. */
async function refuseFailed(sql: Sql, db: Database, news: readonly DeliveryNews[], now: number): Promise<number> {
  const failures = news.filter(({ content }) => content.status === 'failed')
  if (failures.length === 0) return 0
  const rows = await sql.all<RefusedRow>(
    `select o.id, o.key, o.state, o.lane_id, o.address_id, d.channel, d.message_ref, d.reason from delivery d
     join ${db.rows({ channel: 'text', message_ref: 'text' })} on d.channel = j.channel and d.message_ref = j.message_ref
     join outbox o on o.id = d.outbox_id
     where d.status = 'failed' and o.state in ('sending', 'sent', 'knocked', 'in_doubt') ${db.lock('o')}`,
    JSON.stringify(failures.map(({ channel, content }) => ({ channel, message_ref: content.messageRef }))),
  )
  for (const row of rows) {
    const { content } = failures.find(
      (failure) => failure.channel === row.channel && failure.content.messageRef === row.message_ref,
    )!
    if (content.unreachable)
      await sql.run(
        `update address set reach = 'blocked', reach_note = $2 where id = $1`,
        row.address_id,
        content.staffReads ?? null,
      )
    // what the bot started goes by another address of the same person, where they agreed to that
    const other = row.key.startsWith('reply:') ? undefined : await findOtherAddress(sql, { outboxId: row.id })
    // the news overtook the call: that must be over before the message may leave by another way
    if (other && row.state === 'sending') continue
    const state = other ? 'waiting' : 'refused'
    await sql.run(
      `update outbox set state = $2, error = $3, message_ref = null where id = $1`,
      row.id,
      state,
      row.reason,
    )
    if (other) {
      await sendByOtherAddress(sql, row.id, other.addressId)
      continue
    }
    await addStaffItem(sql, {
      kind: 'refused',
      key: `refused:${row.id}`,
      laneId: row.lane_id,
      details: { channel: row.channel, reads: content.staffReads ?? 'Pesan ini gagal sampai.', key: row.key },
      at: now,
    })
  }
  return rows.length
}

interface RefusedRow {
  readonly id: number
  readonly key: string
  readonly state: string
  readonly lane_id: number
  readonly address_id: number
  readonly channel: string
  readonly message_ref: string
  readonly reason: string | null
}

/**
 * Ties sends whose result is being written to the news of them, which may have come first: from now on it is known by
 * the provider's id alone. Those that have failed by then are refused.
 */
export async function followDeliveries(
  sql: Sql,
  db: Database,
  sends: readonly { readonly outboxId: number; readonly channel: ChannelName; readonly messageRef: string }[],
  now: number,
): Promise<void> {
  if (sends.length === 0) return
  await sql.run(
    `insert into delivery (channel, message_ref, outbox_id, status, rank, at)
     select channel, message_ref, outbox_id, 'sent', 1, $2
     from ${db.rows({ channel: 'text', message_ref: 'text', outbox_id: 'int' })} where true
     on conflict (channel, message_ref) do update set outbox_id = excluded.outbox_id`,
    JSON.stringify(sends.map((s) => ({ channel: s.channel, message_ref: s.messageRef, outbox_id: s.outboxId }))),
    now,
  )
  const early = await sql.all<{ channel: ChannelName; message_ref: string; reason: string | null }>(
    `select d.channel, d.message_ref, d.reason from delivery d
     join ${db.rows({ channel: 'text', message_ref: 'text' })} on d.channel = j.channel and d.message_ref = j.message_ref
     where d.status = 'failed'`,
    JSON.stringify(sends.map((s) => ({ channel: s.channel, message_ref: s.messageRef }))),
  )
  const failures = early.map(({ channel, message_ref, reason }) => ({
    channel,
    at: now,
    content: {
      kind: 'delivery' as const,
      messageRef: message_ref,
      status: 'failed' as const,
      ...(reason !== null && { reason }),
    },
  }))
  await refuseFailed(sql, db, failures, now)
}
