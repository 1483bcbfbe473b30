import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Amarsekaru has two heads, who must not learn of each other's report: Basri, its raja, and Siti Rahma, its kepala desa.
const basri = 'demo-81.05.04.2003-raja'
const siti = 'demo-81.05.04.2003-kades'
const camat = 'demo-81.05.04-camat'
const fasilitator = 'demo-81.05.04.2003-fasilitator'

let rig: Rig
beforeEach(async () => {
  rig = await openRig()
  await rig.openRound()
})
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map((m) => m.text).join('\n---\n')
const say = async (userId: string, text: string) => texts(await rig.say(userId, text))
const report = async (userId: string, date: string, people: string) => {
  for (const text of ['mulai', 'semua sama', date, people, 'lewati', 'lewati', 'ya']) await rig.say(userId, text)
}

it('both are invited, each by their own name and form of address', async () => {
  for (let i = 0; i < 3; i++) await rig.remindAt(rig.clock.now() + 3_600_000)
  expect(texts(rig.heard(basri))).toContain('Bapak Raja Basri Rumalena')
  expect(texts(rig.heard(siti))).toContain('Ibu Siti Rahma Wailurun')
})

it('neither sees a word of the other’s report, before or after it is sent', async () => {
  await report(basri, '5 juli 2024', '7 lk 5 pr')
  for (const text of ['mulai', 'ringkasan', 'semua sama', 'ringkasan', 'data saya']) {
    const said = await say(siti, text)
    expect(said, text).not.toMatch(/5 Juli|7 laki-laki|Basri/)
  }
  await report(siti, '6 juli 2024', '3 lk 2 pr')
  expect(await say(basri, 'ringkasan')).toContain('Jumat, 5 Juli 2024')
  const kept = await rig.services.db.all(
    `select s.position, a.value from answer a join report r on r.id = a.report_id join seat s on s.id = r.seat_id
     where a.path = 'tanggal_pertemuan' and a.inbox_id is not null order by s.position`,
  )
  expect(kept).toEqual([
    { position: 'kepala_desa', value: '"2024-07-06"' },
    { position: 'raja_negeri', value: '"2024-07-05"' },
  ])
})

it('for the camat the village is one: listed once while it is late, and by nobody’s name', async () => {
  const lines = (await say(camat, 'siapa belum')).split('\n').filter((line) => line.includes('Amarsekaru'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/Basri|Siti|raja|kepala/i)
})

it('a question about a new number of one goes to the camat, not to the other', async () => {
  await say('hp-baru', 'nomor saya ganti')
  await say('hp-baru', 'Basri, raja negeri Amarsekaru')
  expect(texts(rig.heard(siti))).toBe('')
  expect(texts(rig.heard(camat))).toContain('Basri Rumalena')
})

it('who fills in by telephone is asked for which of the two', async () => {
  expect(await say(fasilitator, 'isi untuk negeri Amarsekaru')).toBe('Yang mana?')
})
