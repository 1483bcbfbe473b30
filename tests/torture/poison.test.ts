// A step that throws for one person: three tries, then parked for staff; nobody else notices (P8).
import { afterEach, expect, test } from 'vitest'
import { listStaffItems } from '../../src/store/staff-items.ts'
import { type House, openHouse } from './house.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

/** What no step can go on from, each broken in another way; `lane` is the unlucky person's. */
const breakages: readonly (readonly [what: string, when: 'before' | 'after', statement: (lane: number) => string])[] = [
  [
    'a session that is no JSON any more',
    'before',
    (lane) => `update session set state = '{"v":1,' where lane_id = ${lane}`,
  ],
  [
    'a session that lost its inside',
    'before',
    (lane) => `update session set state = '{"v":1}' where lane_id = ${lane}`,
  ],
  [
    'a message that is no JSON',
    'after',
    (lane) => `update inbox set content = '{' where lane_id = ${lane} and state = 'waiting'`,
  ],
  ['a question of ours that nobody knows', 'before', (lane) => `update lane set pending = '[' where id = ${lane}`],
]

for (const [what, when, statement] of breakages)
  test(`${what} is parked after three tries, and the others are answered`, async () => {
    house = await openHouse()
    const { services, simulator, people } = house
    const [unlucky, ...others] = people.slice(0, 25) as [string, ...string[]]
    await simulator.inject([unlucky, ...others].map((userId, i) => house!.message(userId, `a${i}`, 'mulai')))
    await house.settle()
    expect([unlucky, ...others].map((userId) => house!.sentTo(userId))).toEqual([unlucky, ...others].map(() => 1))

    const [address] = await services.db.all<{ lane_id: number }>(
      'select lane_id from address where user_id = $1',
      unlucky,
    )
    const breakIt = async () => expect(await services.db.run(statement(address!.lane_id))).toBe(1)
    const all = [unlucky, ...others]
    if (when === 'before') await breakIt()
    await simulator.inject(all.map((userId, i) => house!.message(userId, `b${i}`, 'semua sama')))
    if (when === 'after') await breakIt()
    await house.settle()
    expect(others.map((userId) => house!.sentTo(userId))).toEqual(others.map(() => 2))
    const [row] = await services.db.all<{ state: string; attempts: number }>(
      `select state, attempts from inbox where external_id = 'b0'`,
    )
    expect(row).toEqual({ state: 'parked', attempts: 3 })
    expect((await listStaffItems(services.db)).filter((i) => i.kind === 'parked')).toHaveLength(1)
    // one reply to "mulai", and one that says that this message has to wait for a person
    const heard = simulator.transcript(unlucky).flatMap((line) => (line.by === 'bot' ? [line.text] : []))
    expect(heard).toHaveLength(2)
    expect(heard[1]).toContain('Petugas sudah diberi tahu')

    // and the day goes on
    await simulator.inject(others.map((userId, i) => house!.message(userId, `c${i}`, '2 mei')))
    await house.settle()
    expect(others.map((userId) => house!.sentTo(userId))).toEqual(others.map(() => 3))
  })
