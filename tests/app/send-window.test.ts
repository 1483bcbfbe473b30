import { setImmediate as nextTick } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { MANY_WAITING, MOST_CALLS, OVERTAKEN_AFTER_MS, PATIENCE_MS, SendWindow } from '../../src/app/send-window.ts'
import { queueMessages } from '../../src/store/outbox.ts'
import { openRig, wednesdayMorning } from '../support/rig.ts'

describe('how many calls are on the wire at once', () => {
  test.each([
    // [people waiting, for how long (ms), calls that may begin]
    [1, 0, 1],
    [70, 0, 1],
    [MANY_WAITING - 1, PATIENCE_MS, 1],
    [MANY_WAITING, 0, MOST_CALLS],
    [2, PATIENCE_MS + 1, 2],
    [70, PATIENCE_MS + 500, 6],
    [70, 3_600_000, MOST_CALLS],
  ])('%i people waiting for up to %i ms: %i', (waiting, waitedMs, expected) => {
    expect(new SendWindow('telegram').room(waiting, waitedMs, 0)).toBe(expected)
  })

  test('one under way holds the next back, but not for longer than a second', () => {
    const window = new SendWindow('telegram')
    window.begin(1, 10_000)
    expect(window.room(70, 0, 10_000 + OVERTAKEN_AFTER_MS - 1)).toBe(0)
    expect(window.room(1, 0, 10_000 + OVERTAKEN_AFTER_MS)).toBe(1)
    window.begin(2, 11_000)
    expect(window.room(70, 0, 11_500)).toBe(0)
    window.end(2)
    expect(window.room(70, 0, 11_500)).toBe(1)
  })

  test('never more than the most, even of calls that hang', () => {
    const window = new SendWindow('telegram')
    for (let id = 1; id <= MOST_CALLS; id++) window.begin(id, 0)
    expect(window.room(1_000, 90_000, 90_000)).toBe(0)
  })

  test('what dies with the process needs no caution', () => {
    expect(new SendWindow('simulator').room(1, 0, 0)).toBe(MOST_CALLS)
  })
})

test('a call that comes back while the next commit waits is still one under way: a kill finds one, not two', async () => {
  const rig = await openRig(wednesdayMorning, ['telegram'])
  const { db, channels } = rig.services
  const people = await db.all<{ id: number; laneId: number }>(
    'select id, lane_id as "laneId" from address order by id limit 2',
  )
  for (const { id } of people) await db.run(`update address set channel = 'telegram' where id = $1`, id)
  const body = { text: 'Baik.' }
  const messages = people.map(({ id: addressId, laneId }) => ({
    ...{ key: `reply:${addressId}`, priority: 0, addressId, laneId, body, dueAt: rig.clock.now() },
  }))
  await queueMessages(db, db, messages, rig.clock.now())
  const answered: (() => void)[] = []
  const telegram = channels.get('telegram')!
  telegram.send = () => new Promise((resolve) => answered.push(() => resolve({ kind: 'sent' })))
  const underWay = async () =>
    Number((await db.all<{ n: number }>(`select count(*) as n from outbox where state = 'sending'`))[0]!.n)

  const delivery = new Delivery(rig.services, 'telegram')
  await delivery.step()
  await expect.poll(() => answered.length).toBe(1)
  const other = Promise.withResolvers<void>()
  const commit = db.transaction(() => other.promise)
  const step = delivery.step()
  await nextTick()
  await nextTick()
  answered[0]!()
  await nextTick()
  other.resolve()
  await Promise.all([commit, step])
  expect(await underWay()).toBe(1)

  await delivery.step()
  await expect.poll(() => answered.length).toBe(2)
  answered[1]!()
  await delivery.finish()
  expect(await underWay()).toBe(0)
  await rig.close()
})
