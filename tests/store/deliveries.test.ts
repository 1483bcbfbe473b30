import { describe, expect, it } from 'vitest'
import type { DeliveryContent, InboundMessage } from '../../src/messages/inbound.ts'
import type { Database } from '../../src/store/database.ts'
import { type DeliveryNews, recordDeliveries } from '../../src/store/deliveries.ts'
import { acceptMessages } from '../../src/store/inbox.ts'
import {
  expireMessages,
  leaseMessages,
  queueMessages,
  recoverLeases,
  type SendResult,
  writeResults,
} from '../../src/store/outbox.ts'
import { sendAgain } from '../../src/store/second-tries.ts'
import { markHandled } from '../../src/store/staff-items.ts'
import { onEveryDialect } from '../support/databases.ts'

const now = Date.UTC(2026, 6, 10, 1)
const channel = 'whatsapp-cloud'

const said = (id: string, at = now): InboundMessage => ({
  channel,
  externalId: id,
  userId: 'ID.1349',
  chatId: 'ID.1349',
  chatKind: 'private',
  sentAt: at,
  content: { kind: 'text', text: 'mulai' },
})

const news = (status: DeliveryContent['status'], more: Partial<DeliveryContent> = {}): DeliveryNews => ({
  channel,
  at: now + 500,
  content: { kind: 'delivery', messageRef: 'wamid.1', status, ...more },
})

/** One person who wrote, and one message under way to them. */
async function underWay(db: Database, key = 'reply:1:0', priority = 0) {
  await acceptMessages(db, [said('wamid.in1')], now)
  const message = { key, priority, addressId: 1, laneId: 1, body: { text: 'Apa kabar?' }, dueAt: now }
  await queueMessages(db, db, [message], now)
  return lease(db, now)
}

async function lease(db: Database, at: number, results: readonly SendResult[] = []) {
  return db.transaction(async (sql) => {
    await writeResults(sql, db, results, at)
    return leaseMessages(sql, db, { now: at, leaseMs: 50_000, channels: [channel], maxPriority: 2, room: () => 20 })
  })
}

const sent = (state: SendResult['state'] = 'sent', messageRef: string | null = 'wamid.1'): SendResult => ({
  id: 1,
  channel,
  state,
  messageRef,
  dueAt: now,
  error: null,
})

const fate = async (db: Database) => ({
  outbox: (await db.all<{ state: string }>('select state from outbox where id = 1'))[0]?.state,
  delivery: (await db.all<{ status: string }>('select status from delivery where outbox_id = 1')).map((d) => d.status),
  staff: await db
    .all<{ kind: string }>('select kind from staff_item where handled_at is null')
    .then((r) => r.map((i) => i.kind)),
})

onEveryDialect('News of what was sent', (open) => {
  describe.each<[string, DeliveryContent['status'][], string]>([
    ['in order', ['sent', 'delivered', 'read'], 'read'],
    ['backwards', ['read', 'delivered', 'sent'], 'read'],
    ['twice', ['delivered', 'delivered', 'sent', 'sent'], 'delivered'],
    ['a failure of what arrived', ['delivered', 'failed'], 'delivered'],
    ['a failure that was none', ['failed', 'delivered'], 'delivered'],
  ])('that comes %s', (_, statuses, expected) => {
    it.each(['one by one', 'all at once'])(`ends with the furthest: ${expected} (%s)`, async (how) => {
      const db = await open()
      await underWay(db)
      await lease(db, now, [sent()])
      if (how === 'all at once')
        await recordDeliveries(
          db,
          statuses.map((status) => news(status)),
          now,
        )
      else for (const status of statuses) await recordDeliveries(db, [news(status)], now)
      expect((await fate(db)).delivery).toEqual([expected])
    })
  })

  it('is kept when it comes before the result of the send', async () => {
    const db = await open()
    await underWay(db)
    await recordDeliveries(db, [news('delivered')], now)
    expect((await fate(db)).delivery).toEqual([])
    await lease(db, now, [sent()])
    expect(await fate(db)).toEqual({ outbox: 'sent', delivery: ['delivered'], staff: [] })
  })

  it('that a message failed goes to staff with the reason, once', async () => {
    const db = await open()
    await underWay(db)
    await lease(db, now, [sent()])
    const failed = news('failed', { reason: '131026 undeliverable', staffReads: 'Tidak sampai.', unreachable: true })
    expect(await recordDeliveries(db, [failed], now)).toMatchObject({ failed: 1 })
    expect(await recordDeliveries(db, [failed], now)).toMatchObject({ recorded: 0, failed: 0 })
    expect(await fate(db)).toEqual({ outbox: 'refused', delivery: ['failed'], staff: ['refused'] })
    const [item] = await db.all<{ details: string }>('select details from staff_item')
    expect(JSON.parse(item!.details)).toEqual({ channel, reads: 'Tidak sampai.', key: 'reply:1:0' })
    expect(await db.all('select reach, reach_note as note from address')).toEqual([
      { reach: 'blocked', note: 'Tidak sampai.' },
    ])
    expect(await db.all('select error from outbox')).toEqual([{ error: '131026 undeliverable' }])
  })

  it('of a failure before the result of the send counts all the same', async () => {
    const db = await open()
    await underWay(db)
    await recordDeliveries(db, [news('failed', { reason: '131049' })], now)
    await lease(db, now, [sent()])
    expect(await fate(db)).toEqual({ outbox: 'refused', delivery: ['failed'], staff: ['refused'] })
  })

  it('of a failure that overtakes the call itself says why, and marks the address', async () => {
    const db = await open()
    await underWay(db)
    const failed = { key: 'reply:1:0', reason: '131026', staffReads: 'Tidak sampai.', unreachable: true }
    await recordDeliveries(db, [news('failed', failed)], now)
    await lease(db, now, [sent()])
    expect(await fate(db)).toEqual({ outbox: 'refused', delivery: ['failed'], staff: ['refused'] })
    const [item] = await db.all<{ details: string }>('select details from staff_item')
    expect(JSON.parse(item!.details)).toMatchObject({ reads: 'Tidak sampai.' })
    expect(await db.all('select reach from address')).toEqual([{ reach: 'blocked' }])
  })

  it('of a second failure, after staff had it sent again, is on their list again', async () => {
    const db = await open()
    await underWay(db)
    await lease(db, now, [sent()])
    await recordDeliveries(db, [news('failed', { reason: '131049', staffReads: 'Besok lagi.' })], now)
    const [item] = await db.all<{ id: number }>('select id from staff_item')
    await markHandled(db, item!.id, 'Rosdiana', now)
    await sendAgain(db, 1, now)
    expect((await fate(db)).staff).toEqual([])
    await lease(db, now)
    await lease(db, now, [sent('sent', 'wamid.2')])
    await recordDeliveries(db, [news('failed', { messageRef: 'wamid.2', staffReads: 'Tidak mau.' })], now)
    expect((await fate(db)).staff).toEqual(['refused'])
    const [again] = await db.all<{ details: string }>('select details from staff_item')
    expect(JSON.parse(again!.details)).toMatchObject({ reads: 'Tidak mau.' })
  })

  it('settles a reminder whose sender died: it left, and nobody has to look', async () => {
    const db = await open()
    await underWay(db, 'remind:1:1:0', 1)
    await recoverLeases(db, now, { all: true })
    expect(await fate(db)).toEqual({ outbox: 'in_doubt', delivery: [], staff: ['in_doubt'] })
    expect(await recordDeliveries(db, [news('sent', { key: 'remind:1:1:0' })], now)).toMatchObject({ settled: 1 })
    expect(await fate(db)).toEqual({ outbox: 'sent', delivery: ['sent'], staff: [] })
  })

  it('keeps a reply whose answer got lost from being said twice', async () => {
    const db = await open()
    await underWay(db)
    await lease(db, now, [{ ...sent('waiting', null), dueAt: now + 5_000 }])
    await recordDeliveries(db, [news('delivered', { key: 'reply:1:0' })], now)
    expect(await lease(db, now + 10_000)).toEqual([])
    expect((await fate(db)).outbox).toBe('sent')
  })

  it.each([
    ['an earlier part', { key: 'reply:1:0', partial: true as const }, 'sent'],
    ['another message', { key: 'reply:2:0' }, 'sent'],
    ['a message that failed', { key: 'reply:1:0' }, 'failed'],
  ] as const)('of %s settles nothing', async (_, more, status) => {
    const db = await open()
    await underWay(db)
    await recoverLeases(db, now, { all: true })
    await db.run(`update outbox set attempts = 1`)
    await recordDeliveries(db, [news(status, more)], now)
    expect((await fate(db)).outbox).toBe('waiting')
  })

  it('does not settle a message that was never tried', async () => {
    const db = await open()
    await acceptMessages(db, [said('wamid.in1')], now)
    await queueMessages(
      db,
      db,
      [{ key: 'reply:1:0', priority: 0, addressId: 1, laneId: 1, body: { text: 'Halo' }, dueAt: now }],
      now,
    )
    await recordDeliveries(db, [news('sent', { key: 'reply:1:0' })], now)
    expect((await fate(db)).outbox).toBe('waiting')
  })
})

onEveryDialect('A message that waits for its person', (open) => {
  it('goes out when they write, once', async () => {
    const db = await open()
    await underWay(db, 'digest:camat:1:2026-07', 2)
    await lease(db, now, [sent('knocked', 'wamid.template')])
    expect(await lease(db, now + 3_600_000)).toEqual([])
    expect(await acceptMessages(db, [said('wamid.in2', now + 5_000)], now + 5_000)).toMatchObject({ released: 1 })
    expect(await lease(db, now + 5_000)).toMatchObject([{ key: 'digest:camat:1:2026-07', lastInAt: now }])
    expect(await acceptMessages(db, [said('wamid.in2', now + 5_000)], now + 5_000)).toMatchObject({ released: 0 })
  })

  it('is put aside when its time is over, and does not knock again', async () => {
    const db = await open()
    await underWay(db, 'digest:camat:1:2026-07', 2)
    await lease(db, now, [sent('knocked', 'wamid.template')])
    await db.run('update outbox set expires_at = $1', now + 10)
    await expireMessages(db, now + 20)
    const again = {
      key: 'digest:camat:1:2026-07',
      priority: 2,
      addressId: 1,
      laneId: 1,
      body: { text: 'x' },
      dueAt: now,
    }
    await queueMessages(db, db, [again], now + 30)
    expect(await lease(db, now + 40)).toEqual([])
  })
})

onEveryDialect('The free-form window', (open) => {
  const lastIn = async (db: Database) =>
    (await db.all<{ at: number }>('select last_in_at as at from address')).map(({ at }) => at)

  it('opens when the person wrote, to the minute, not when we were told', async () => {
    const db = await open()
    await acceptMessages(db, [said('wamid.1', now - 7_200_000)], now)
    expect(await lastIn(db)).toEqual([now - 7_200_000])
    await acceptMessages(db, [said('wamid.2', now - 60_000)], now)
    expect(await lastIn(db)).toEqual([now - 60_000])
    // an older one that comes late, and a clock that runs ahead
    await acceptMessages(db, [said('wamid.0', now - 9_000_000)], now)
    await acceptMessages(db, [said('wamid.3', now + 9_000_000)], now)
    expect(await lastIn(db)).toEqual([now])
  })
})
