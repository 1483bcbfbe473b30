// What a send comes to when the process stops, or the line breaks, between the message's arrival and our hearing of it
// (P6, P11, P13).
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { queueMessages } from '../../src/store/outbox.ts'
import { openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'

let server: TelegramServer
let house: TelegramHouse
beforeEach(async () => {
  server = await new TelegramServer().start()
  house = await openTelegramHouse(server)
})
afterEach(async () => {
  await house.close()
  await server.stop()
})

const states = (db: Database) =>
  db.all<{ state: string; n: number }>(
    // on Telegram: the invented people of the same house are invited on a Monday morning, by the simulator
    "select state, count(*) as n from outbox where channel = 'telegram' and (message_ref is not null or state not in ('waiting', 'cancelled', 'merged')) group by state",
  )

test('what was on its way when the service was asked to stop is known to be sent', async () => {
  const phone = server.user('Maria')
  server.wayBackMs = 600
  phone.say('halo')
  await expect.poll(() => phone.fromBot.length, { timeout: 8_000 }).toBe(1)
  await house.service.stop()
  const db = await openDatabase(house.config.databaseUrl)
  expect(await states(db)).toEqual([{ state: 'sent', n: 1 }])
  await db.close()

  // and the next life has nothing to say again
  server.wayBackMs = 0
  await house.restart()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(phone.fromBot).toHaveLength(1)
})

test('one call that hangs does not hold up the others', async () => {
  const [slow, quick] = [server.user('Maria'), server.user('Yosef')]
  server.faults.next('sendMessage', { kind: 'hang' })
  slow.say('halo')
  await expect.poll(() => server.faults.isDue('sendMessage'), { timeout: 8_000 }).toBe(false)
  quick.say('halo')
  await expect.poll(() => quick.fromBot.length, { timeout: 4_000 }).toBe(1)
  expect(slow.fromBot).toHaveLength(0)
})

test('when the line breaks after a message arrived, a reply may come twice and a reminder never does', async () => {
  const phone = server.user('Maria')
  phone.say('halo')
  await expect.poll(() => phone.fromBot.length, { timeout: 8_000 }).toBe(1)
  const [{ id: laneId }] = (await house.db.all<{ id: number }>(
    'select lane_id as id from address where user_id = $1',
    String(phone.chatId),
  )) as [{ id: number }]
  const [{ id: addressId }] = (await house.db.all<{ id: number }>(
    'select id from address where user_id = $1',
    String(phone.chatId),
  )) as [{ id: number }]
  server.faults.next('sendMessage', { kind: 'cut', when: 'after' })
  await queueMessages(
    house.db,
    house.db,
    [{ key: 'remind:0:0:hari0', priority: 1, addressId, laneId, body: { text: 'Pengingat' }, dueAt: Date.now() }],
    Date.now(),
  )
  await expect
    .poll(() => house.db.all(`select kind from staff_item where kind = 'in_doubt'`), { timeout: 8_000 })
    .toHaveLength(1)

  server.faults.next('sendMessage', { kind: 'cut', when: 'after' })
  phone.say('halo lagi')
  await expect.poll(() => phone.fromBot.length, { timeout: 15_000 }).toBe(4)
  const said = phone.fromBot.map((m) => m.text)
  expect(said.filter((text) => text === 'Pengingat')).toHaveLength(1)
  expect(said[3]).toBe(said[2])
}, 30_000)
