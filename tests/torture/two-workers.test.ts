// Two workers and two senders on one PostgreSQL database: nobody is answered twice or out of order (P4, P5, P7).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptInto } from '../../src/app/accept-messages.ts'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { sendReminders } from '../../src/app/send-reminders.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { ManualClock } from '../../src/lib/clock.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { openDatabase } from '../../src/store/database.ts'
import { readLedger } from '../../src/store/ledger.ts'
import { freshDatabase } from '../support/databases.ts'
import { dataKey, headsOfCast, openRoundIn, tuesdayMorning } from './house.ts'

const lines = ['mulai', 'semua sama', '2 mei', '12 orang, 7 laki-laki 5 perempuan', 'lewati', 'lewati', 'ya']

describe.runIf(process.env.TEST_POSTGRES_URL)('two workers on PostgreSQL', () => {
  test('share the people of a round, each message stepped once and in order', { timeout: 60_000 }, async () => {
    const fresh = await freshDatabase('postgresql')
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-workers-'))
    const db = await openDatabase(fresh.url)
    await openRoundIn(db, folder)
    const clock = new ManualClock(tuesdayMorning)
    const people = headsOfCast()
    const shown = new Map<string, number>()
    const workers = await Promise.all(
      [0, 1].map(async () => {
        const own = await openDatabase(fresh.url)
        const simulator = new SimulatorChannel({ clock })
        simulator.onSent(({ userId }) => shown.set(userId, (shown.get(userId) ?? 0) + 1))
        const services = openServices(
          { dataDir: folder, dataKey },
          { db: own, clock, log: silentLogger, channels: [simulator] },
        )
        await simulator.start(acceptInto(services))
        return { own, services, simulator, delivery: new Delivery(services) }
      }),
    )
    const [first] = workers as [(typeof workers)[number], (typeof workers)[number]]

    for (const [n, text] of lines.entries()) {
      const batch = people.map((userId) => ({
        channel: 'simulator' as const,
        externalId: `${n}-${userId}`,
        userId,
        chatId: userId,
        chatKind: 'private' as const,
        sentAt: clock.now(),
        content: { kind: 'text' as const, text },
      }))
      // both heads are given every message
      await Promise.all(workers.map((w) => w.simulator.inject(batch)))
      await Promise.all(
        workers.map(async ({ services, delivery }) => {
          for (let idle = 0; idle < 3; ) {
            const { messages } = await takeTurn(services)
            const { sent } = await delivery.deliver()
            idle = messages + sent > 0 || delivery.isBusy ? 0 : idle + 1
          }
          await delivery.finish()
        }),
      )
    }
    const plans = await Promise.all(workers.map((w) => sendReminders(w.services, clock.now())))
    expect(plans.reduce((sum, p) => sum + p.queued, 0)).toBe(
      Number(
        (
          await db.all<{ n: number }>(
            'select count(*)::int as n from outbox where priority = 1 and state <> $1',
            'merged',
          )
        )[0]!.n,
      ),
    )
    const ledger = await readLedger(first.own)
    expect(ledger.inbox).toEqual({
      all: people.length * lines.length,
      done: people.length * lines.length,
      waiting: 0,
      parked: 0,
    })
    expect(Object.entries(ledger.broken).filter(([what, n]) => what !== 'answersTwice' && n > 0)).toEqual([])
    expect(people.map((userId) => shown.get(userId))).toEqual(people.map(() => lines.length))
    for (const w of workers) {
      await w.simulator.stop()
      await w.own.close()
    }
    await db.close()
    await fresh.drop()
    rmSync(folder, { recursive: true, force: true })
  })
})
