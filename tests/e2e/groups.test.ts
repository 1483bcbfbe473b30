import { afterEach, beforeEach, expect, it } from 'vitest'
import { priorities, queueMessages } from '../../src/store/outbox.ts'
import { giveAddress } from '../../src/store/people.ts'
import { openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import type { TestGroup, TestUser } from '../support/telegram-server/user.ts'

let server: TelegramServer
let house: TelegramHouse
let koordinator: TestUser
beforeEach(async () => {
  server = await new TelegramServer().start()
  house = await openTelegramHouse(server)
  koordinator = server.user('Hasnah')
  const [holder] = await house.db.all<{ id: number }>(
    `select h.person_id as id from holding h join seat s on s.id = h.seat_id
     where s.position = 'koordinator_kabupaten' and s.region_code = '81.05' limit 1`,
  )
  await giveAddress(house.db, { channel: 'telegram', userId: String(koordinator.chatId), personId: holder!.id, now: 0 })
})
afterEach(async () => {
  await house.close()
  await server.stop()
})

/** What the bot has said in the group. */
const saidIn = (group: TestGroup) =>
  [...group.room.messages.values()].filter((m) => m.from?.is_bot).map((m) => m.text ?? '')
const hears = (group: TestGroup, words: string) =>
  expect.poll(() => saidIn(group).join('\n---\n'), { timeout: 8_000 }).toContain(words)

it('is connected, asked, turned into a supergroup, and leaves no trace of what its members say', async () => {
  const group = server.group('Pokja SBT')
  const member = server.user('Anggota')
  group.addBot(koordinator)
  await hears(group, '/hubungkan')
  group.say(member, 'selamat pagi, besok rapat jam 9')
  group.say(koordinator, '/hubungkan@TestNameBot'.replace('TestNameBot', server.bot.username!))
  await hears(group, 'tiap Senin')

  const after = group.migrate(-100_500, koordinator)
  await expect
    .poll(() => house.db.all(`select chat_id from address where user_id like '-%'`), { timeout: 8_000 })
    .toEqual([{ chat_id: '-100500' }])
  after.say(member, '/siapa_belum')
  await hears(after, 'desa')

  const kept = JSON.stringify(await house.db.all('select content from inbox'))
  expect(kept).not.toContain('rapat')
  expect(saidIn(group)).toHaveLength(2)

  after.removeBot(koordinator)
  await expect
    .poll(() => house.db.all(`select reach from address where user_id like '-%'`), { timeout: 8_000 })
    .toEqual([{ reach: 'gone' }])
})

it('is found under its new id when only the refusal of a message tells that it moved', async () => {
  const group = server.group('Pokja SBT')
  group.addBot(koordinator)
  group.say(koordinator, '/hubungkan')
  await hears(group, 'tiap Senin')
  const after = group.migrate(-100_600, koordinator, { quietly: true })
  const [address] = await house.db.all<{ id: number; laneId: number }>(
    `select id, lane_id as "laneId" from address where user_id like '-%'`,
  )
  const message = { key: 'group-digest:uji', priority: priorities.reply, body: { text: 'Rangkuman minggu ini' } }
  await queueMessages(
    house.db,
    house.db,
    [{ ...message, addressId: address!.id, laneId: address!.laneId, dueAt: Date.now() }],
    Date.now(),
  )
  await hears(after, 'Rangkuman minggu ini')
  expect(saidIn(after)).toHaveLength(1)
  expect(await house.db.all(`select id from staff_item where kind = 'refused'`)).toEqual([])
})

it('shows commands in Indonesian, those of a group to groups and those of reports to persons', async () => {
  await expect.poll(() => server.commands.size, { timeout: 5_000 }).toBe(3)
  const named = [...server.commands.values()].map((list) => list.map((c) => c.command))
  expect(named.filter((list) => list.includes('hubungkan'))).toHaveLength(1)
  expect(named.filter((list) => list.includes('siapa_belum'))).toHaveLength(2)
  expect(named.filter((list) => list.includes('wakilkan') && list.includes('berhenti'))).toHaveLength(1)
})
