// What networks do to messages: twice, late, in another order, and refusing ours (P4, P5, P6, P11, P12).
import { afterEach, expect, test } from 'vitest'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import type { SendOutcome } from '../../src/channels/channel.ts'
import { SeededRandom } from '../../src/lib/seeded-random.ts'
import type { InboundMessage } from '../../src/messages/inbound.ts'
import { readLedger } from '../../src/store/ledger.ts'
import { nextDueAt } from '../../src/store/sent-messages.ts'
import { type House, openHouse } from './house.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

test('messages that come twice, late and out of order are answered once each', async () => {
  house = await openHouse()
  const { services, people } = house
  const random = new SeededRandom('network')
  const deliveredBefore: InboundMessage[] = []
  for (let round = 0; round < 12; round++) {
    const fresh = people.map((userId, i) => house!.message(userId, `m${round}-${i}`, replies[round % replies.length]!))
    const again = deliveredBefore.filter(() => random.chance(0.2))
    const batch = [...fresh, ...fresh.filter(() => random.chance(0.3)), ...again]
    for (let i = batch.length - 1; i > 0; i--) {
      const other = random.int(0, i)
      ;[batch[i], batch[other]] = [batch[other]!, batch[i]!]
    }
    // in pieces, as several polls and webhooks bring them
    while (batch.length > 0) await house.simulator.inject(batch.splice(0, random.int(1, 25)))
    deliveredBefore.push(...fresh)
    await house.settle()
  }
  const ledger = await readLedger(services.db)
  expect(ledger.inbox).toEqual({ all: deliveredBefore.length, done: deliveredBefore.length, waiting: 0, parked: 0 })
  expect(ledger.broken).toEqual(nothingBroken)
  const tries = await services.db.all<{ attempts: number }>('select distinct attempts from inbox')
  expect(tries, 'each message was stepped once').toEqual([{ attempts: 1 }])
  const steps = await services.db.all<{ key: string }>(`select key from outbox where key like 'reply:%:0'`)
  expect(steps).toHaveLength(deliveredBefore.length)
  // each person heard as many replies as they sent messages
  for (const userId of people) expect(house.sentTo(userId)).toBe(12)
})

test('during ten minutes of 429 and 502 nothing is tried before its time, and the others are not held up', async () => {
  const refusedUntil = new Map<string, number>()
  const tooEarly: string[] = []
  const tries = new Map<string, number>()
  const random = new SeededRandom('storm')
  let storm = true
  house = await openHouse((to, _message, now): SendOutcome | undefined => {
    if ((refusedUntil.get(to.userId) ?? 0) > now) tooEarly.push(to.userId)
    tries.set(to.userId, (tries.get(to.userId) ?? 0) + 1)
    if (!storm || !to.userId.endsWith('-kades')) return undefined
    const wait = random.int(5, 90) * 1_000
    refusedUntil.set(to.userId, now + wait)
    const reason = random.chance(0.6) ? 'Too Many Requests' : 'Bad Gateway'
    return { kind: 'retry', at: now + wait, reason }
  })
  const { services, clock, people, simulator } = house
  const unlucky = people.filter((p) => p.endsWith('-kades'))
  const lucky = people.filter((p) => !p.endsWith('-kades'))
  expect(Math.min(unlucky.length, lucky.length)).toBeGreaterThan(10)
  const stormEndsAt = clock.now() + 10 * 60_000

  await simulator.inject(people.map((userId, i) => house!.message(userId, `s${i}`, 'halo')))
  while ((await takeTurn(services)).messages > 0);
  const delivery = new Delivery(services)
  const startedAt = clock.now()
  let luckyDoneAt = Number.POSITIVE_INFINITY
  while (clock.now() < stormEndsAt) {
    await delivery.deliver()
    if (lucky.every((userId) => house!.sentTo(userId) === 1)) luckyDoneAt = Math.min(luckyDoneAt, clock.now())
    clock.advance(500)
  }
  expect(luckyDoneAt - startedAt, 'those on a good line wait for nobody').toBeLessThan(10_000)
  expect(unlucky.map((userId) => house!.sentTo(userId))).toEqual(unlucky.map(() => 0))

  storm = false
  for (let i = 0; i < 400 && (await nextDueAt(services.db)) !== undefined; i++) {
    await delivery.deliver()
    clock.advance(5_000)
  }
  await delivery.finish()
  expect(people.map((userId) => house!.sentTo(userId))).toEqual(people.map(() => 1))
  expect(tooEarly).toEqual([])
  // the wait grows: nobody is knocked at all the time
  expect(Math.max(...tries.values())).toBeLessThanOrEqual(12)
})

test('a channel that asks for a rest gets it as a whole', async () => {
  let restUntil = 0
  const early: number[] = []
  house = await openHouse((_to, _message, now): SendOutcome | undefined => {
    if (now < restUntil) early.push(restUntil - now)
    if (restUntil !== 0) return undefined
    restUntil = now + 30_000
    return { kind: 'retry', at: restUntil, reason: 'Too Many Requests', wholeChannel: true }
  })
  const { services, clock, people, simulator } = house
  // one writes first: their reply meets the limit, and everybody else's has to wait behind it
  await simulator.inject([house.message(people[0]!, 'first', 'halo')])
  await takeTurn(services)
  const delivery = new Delivery(services)
  await delivery.deliver()
  await simulator.inject(people.slice(1).map((userId, i) => house!.message(userId, `r${i}`, 'halo')))
  while ((await takeTurn(services)).messages > 0);
  for (let i = 0; i < 120; i++) {
    await delivery.deliver()
    clock.advance(500)
  }
  await delivery.finish()
  expect(early).toEqual([])
  expect(people.map((userId) => house!.sentTo(userId))).toEqual(people.map(() => 1))
})

const replies = [
  'mulai',
  'sama',
  '12',
  'kembali',
  'ringkasan',
  'ya',
  '5 juta',
  'lewati',
  'nanti',
  'besok',
  'lanjut',
  '7 L 5 P',
]

const nothingBroken = {
  answersWithoutMessage: 0,
  answersTwice: 0,
  historyGaps: 0,
  repliesWithoutMessage: 0,
  remindersTwice: 0,
  daysWithTwoReminders: 0,
  sessionsTwice: 0,
}
