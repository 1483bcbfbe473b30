import { afterEach, beforeEach, expect, it } from 'vitest'
import { digestData } from '../../src/app/round-digest.ts'
import { roundStatus } from '../../src/app/round-status.ts'
import { digestFor } from '../../src/domain/digests.ts'
import { DAY } from '../../src/lib/local-time.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { listRounds } from '../../src/store/rounds.ts'
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

const village = '81.05.04.2003'
const openedRound = async () => (await listRounds(rig.services.db)).find((r) => r.state === 'open')!

it('in round status the village is one place, whoever of the two has handed in', async () => {
  const counted = async () => {
    const { places, byForm, byKecamatan } = await roundStatus(
      rig.services,
      rig.services.db,
      await openedRound(),
      rig.clock.now(),
    )
    const own = places.filter((p) => p.regionCode === village)
    const { in: inside, of } = byKecamatan.find((k) => k.regionCode === '81.05.04')!
    return { states: own.map((p) => p.state), submitted: byForm.pemantauan_desa?.submitted ?? 0, inside, of }
  }
  const before = await counted()
  expect(before.states).toEqual(['open'])
  await report(basri, '5 juli 2024', '7 lk 5 pr')
  const one = { ...before, states: ['submitted'], submitted: before.submitted + 1, inside: before.inside + 1 }
  expect(await counted()).toEqual(one)
  await report(siti, '6 juli 2024', '3 lk 2 pr')
  expect(await counted()).toEqual(one)
})

it('in a digest the village is one report of one meeting, and the second head brings no new one', async () => {
  const { db } = rig.services
  const read = async (lastDigestAt: number) => {
    const options = { now: rig.clock.now(), zone: 'Asia/Jayapura' }
    const data = await digestData(rig.services.db, db, await openedRound(), options)
    const { sections } = digestFor({ audience: 'camat', regionCode: '81.05.04' }, { ...data, lastDigestAt })
    const progress = sections.find((s) => s.kind === 'progress')!
    const attendance = sections.find((s) => s.kind === 'attendance')?.attendance
    return { reported: progress.reported, newReports: progress.newReports, meetings: attendance?.villages }
  }
  await report(basri, '5 juli 2024', '7 lk 5 pr')
  expect(await read(rig.clock.now() - DAY)).toEqual({ reported: 1, newReports: 1, meetings: 1 })
  rig.clock.advance(1_000)
  const digestAt = rig.clock.now()
  await report(siti, '6 juli 2024', '3 lk 2 pr')
  expect(await read(digestAt)).toEqual({ reported: 1, newReports: 0, meetings: 1 })
})

it('for the camat the village is no longer late once one of the two has handed in', async () => {
  await report(siti, '6 juli 2024', '3 lk 2 pr')
  expect(await say(camat, 'siapa belum')).not.toContain('Amarsekaru')
})
