import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRound } from '../../src/app/create-round.ts'
import { openRound } from '../../src/app/open-round.ts'
import { DAY } from '../../src/lib/local-time.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { requireRound } from '../../src/store/rounds.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Basri is raja of Amarsekaru and has seven activities in the plan; Taher is raja of another negeri.
const basri = 'demo-81.05.04.2003-raja'
const taher = 'demo-81.05.04.2004-raja'

let rig: Rig
beforeEach(async () => {
  rig = await openRig()
})
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map((m) => m.text).join('\n---\n')
const latest = async (path: string) =>
  (
    await rig.services.db.all<{ value: string | null; how: string; raw: string | null; reason: string | null }>(
      'select value, how, raw, reason from answer where path = $1 and inbox_id is not null order by id desc',
      path,
    )
  ).map((a) => ({ ...a, value: a.value === null ? null : (JSON.parse(a.value) as unknown) }))
const count = async (query: string) => (await rig.services.db.all<{ n: number }>(query))[0]!.n

async function invited(): Promise<void> {
  await rig.openRound()
  await rig.remindAt(rig.clock.now() + 3_600_000)
}

describe('A report from invitation to receipt', () => {
  it('goes on from the button of the invitation, keeps each answer the moment it is given, and ends with a receipt', async () => {
    await invited()
    expect(texts(rig.heard(basri))).toContain('Bisa kita mulai sekarang?')
    expect(texts(await rig.press(basri, 'Mulai'))).toContain('Keadaan kegiatan menurut putaran lalu')
    expect(texts(await rig.say(basri, 'semua sama'))).toContain('Tanggal berapa pertemuan')
    await rig.say(basri, '5 juli 2024')
    expect(await latest('tanggal_pertemuan')).toEqual([
      { value: '2024-07-05', how: 'given', raw: '5 juli 2024', reason: null },
    ])

    expect(texts(await rig.say(basri, 'lk 7 pr 5'))).toContain('12 orang (7 laki-laki, 5 perempuan)')
    await rig.say(basri, 'lewati')
    expect(texts(await rig.say(basri, 'lewati'))).toContain('Sudah benar?')
    expect(
      await count(
        `select count(*) as n from report where state = 'submitted' and obligation_id is not null and receipt like 'SBT-%-demo'`,
      ),
    ).toBe(0)
    expect(texts(await rig.say(basri, 'ya'))).toMatch(/tanda terima: SBT-\S+-\d{4}-\d/)
    const [report] = await rig.services.db.all<{ state: string; late: number }>(
      'select state, late from report order by id desc limit 1',
    )
    expect(report).toEqual({ state: 'submitted', late: 0 })
  })

  it('carries the answers of "semua sama" as answers of their own, marked as carried', async () => {
    await invited()
    await rig.press(basri, 'Mulai')
    await rig.say(basri, 'semua sama')
    const carried = await count(
      `select count(*) as n from answer where how = 'carried' and path like 'kegiatan[%]/status'`,
    )
    expect(carried).toBe(7)
  })

  it('answers one message with one message', async () => {
    await invited()
    for (const text of [
      'mulai',
      'semua sama kecuali 1',
      '5 juli 2024',
      '7 lk 5 pr',
      'bantuan',
      'ringkasan',
      'entahlah',
    ])
      expect((await rig.say(basri, text)).length, text).toBe(1)
  })

  it('resumes days later, also after a restart, at the question that was open', async () => {
    await invited()
    await rig.say(basri, 'mulai')
    await rig.say(basri, 'semua sama')
    await rig.say(basri, '5 juli 2024')
    rig.clock.advance(3 * 86_400_000)
    await rig.restart()
    expect(texts(await rig.say(basri, 'lanjut'))).toContain('Berapa orang yang hadir?')
    await rig.say(basri, '7 lk 5 pr')
    expect((await latest('hadir'))[0]!.value).toEqual({ total: 12, l: 7, p: 5 })
  })

  it('takes an edited message as a correction of what it answered, and keeps both', async () => {
    await invited()
    await rig.say(basri, 'mulai')
    await rig.say(basri, 'semua sama')
    await rig.say(basri, '5 juli 2024')
    const [said] = await rig.services.db.all<{ external_id: string }>(
      `select external_id from inbox where content like '%5 juli%'`,
    )
    await rig.act(basri, { kind: 'edited', text: '6 juli 2024', originalExternalId: said!.external_id })
    expect((await latest('tanggal_pertemuan')).map((a) => a.value)).toEqual(['2024-07-06', '2024-07-05'])
  })

  it.each(['boleh pak', 'Baik mama', 'Silahkan'])(
    'takes "%s" after an invitation as the answer to it, though it has the letters of a code',
    async (words) => {
      await invited()
      expect(texts(await rig.say(basri, words))).toContain('Ada yang berubah?')
      expect(await count('select count(*) as n from invitation_attempt')).toBe(0)
    },
  )

  it('takes free words after an invitation as the answer to it, though an earlier report is over', async () => {
    await invited()
    for (const text of ['mulai', 'semua sama', '5 juli 2024', 'lk 7 pr 5', 'lewati', 'lewati', 'ya'])
      await rig.say(basri, text)
    const by = { now: rig.clock.now(), actor: 'test' }
    const forms = [{ name: 'cerita-perubahan', depth: 'core' as const }]
    const dates = { opensOn: '2024-07-11', dueOn: '2024-07-25' }
    await createRound(rig.services, { code: 'cerita', forms, ...dates, kabupaten: [] }, by)
    await openRound(rig.services, await requireRound(rig.services.db, 'cerita'), by)
    await rig.remindAt(rig.clock.now() + DAY)
    expect(texts(rig.heard(basri))).toContain('Waktunya cerita perubahan')
    expect(texts(await rig.say(basri, 'bisa pak, silakan'))).toContain('Cerita ini tentang siapa?')
  })

  it('corrects a submitted report with a reason, and keeps the history', async () => {
    await invited()
    for (const text of ['mulai', 'semua sama', '5 juli 2024', '7 lk 5 pr', 'lewati', 'lewati', 'ya'])
      await rig.say(basri, text)
    await rig.say(basri, 'ubah b')
    await rig.say(basri, '9 lk 5 pr')
    await rig.say(basri, 'dua orang datang terlambat')
    const [now, before] = await latest('hadir')
    expect(now).toMatchObject({ value: { total: 14, l: 9, p: 5 }, reason: 'dua orang datang terlambat' })
    expect(before).toMatchObject({ value: { total: 12, l: 7, p: 5 } })
  })

  it('answers a button of an earlier question kindly and stays where it is', async () => {
    await invited()
    const [first] = await rig.say(basri, 'mulai')
    await rig.say(basri, 'semua sama')
    const old = first!.choices![0]!
    const answer = texts(await rig.act(basri, { kind: 'choice', data: old.data, label: old.label }))
    expect(answer).toContain('Tanggal berapa pertemuan')
    expect(await latest('tanggal_pertemuan')).toEqual([])
  })

  it('gives a button no right to the report of another', async () => {
    await invited()
    const [invitation] = rig.heard(basri)
    const data = invitation!.choices![0]!.data
    expect(texts(await rig.act(taher, { kind: 'choice', data }))).not.toContain('Amarsekaru')
    expect(
      await count(
        `select count(*) as n from session s join report r on r.id = s.report_id where s.lane_id in (select lane_id from address where user_id = '${taher}')`,
      ),
    ).toBe(0)
  })

  it('keeps a photo as an answer and stores it without what was hidden in the file', async () => {
    await invited()
    for (const text of ['mulai', 'semua sama', '5 juli 2024', '7 lk 5 pr']) await rig.say(basri, text)
    const sharp = (await import('sharp')).default
    const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#2a6' } })
      .withExif({ IFD0: { Copyright: 'rahasia' }, IFD3: { GPSLatitude: '3/1 0/1 0/1', GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer()
    const file = rig.simulator.addFile(photo, 'image/jpeg', 'IMG_1.jpg')
    await rig.act(basri, { kind: 'photo', file, caption: 'keramba' })
    const [stored] = await rig.services.db.all<{ state: string; hash: string; mime: string }>(
      'select state, hash, mime from attachment',
    )
    expect(stored).toMatchObject({ state: 'stored', mime: 'image/jpeg' })
    const { readAttachment } = await import('../../src/store/attachment-files.ts')
    const kept = await readAttachment(rig.services.dataDir, stored!.hash)
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(kept.includes('rahasia')).toBe(false)
  })
})

describe('Words that always work', () => {
  it('stops everything that the bot starts at "berhenti", and comes back at "mulai"', async () => {
    await rig.openRound()
    expect(texts(await rig.say(basri, 'berhenti'))).toContain('berhenti mengirim pesan')
    const plan = await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(plan.messages.filter((m) => m.name === 'Basri Rumalena')).toEqual([])
    expect(rig.heard(basri)).toEqual([])
    expect(texts(await rig.say(basri, 'halo'))).toContain('sedang dihentikan')
    expect(texts(await rig.say(basri, 'mulai'))).toContain('Keadaan kegiatan')
  })

  it('gives the help numbers for "pengaduan" to anyone, at any step', async () => {
    await invited()
    await rig.say(basri, 'mulai')
    expect(texts(await rig.say(basri, 'pengaduan'))).toContain('08111-129-129')
    expect(texts(await rig.say('orang-tak-dikenal', 'aduan'))).toContain('08111-129-129')
  })

  it('offers both meanings of "lapor" while a report is open', async () => {
    await invited()
    expect((await rig.say(basri, 'lapor'))[0]!.choices!.map((c) => c.label)).toEqual([
      '1. Isi laporan pemantauan',
      '2. Pengaduan rahasia',
    ])
    expect(texts(await rig.say(basri, '1'))).toContain('Keadaan kegiatan')
  })

  it('offers a human after repeated trouble, and has one', async () => {
    await invited()
    for (const text of ['mulai', 'semua sama', 'ayam goreng', 'ikan bakar', 'papeda kuah']) await rig.say(basri, text)
    await rig.say(basri, '1')
    expect(await count(`select count(*) as n from staff_item where kind = 'help'`)).toBe(1)
  })
})

describe('People who are not known', () => {
  it('are told who we are and how to get out, and are asked nothing', async () => {
    const answer = texts(await rig.say('orang-tak-dikenal', 'halo'))
    expect(answer).toContain('kode undangan')
    expect(answer).toContain('pengaduan')
    expect(await count('select count(*) as n from session')).toBe(0)
  })

  it('are held up after five wrong codes', async () => {
    for (let i = 0; i < 5; i++) expect(texts(await rig.say('penebak', `AAAA-000${i}`))).toContain('kode')
    expect(texts(await rig.say('penebak', 'AAAA-0009'))).toMatch(/menit/)
  })

  it('are bound to their seat by a code that works once, after SETUJU', async () => {
    const [person] = await rig.services.db.all<{ id: number; name: string }>(
      `select p.id, p.name from person p join invitation i on i.person_id = p.id where i.used_at is null order by i.id limit 1`,
    )
    const { demoCodeOf } = await import('../support/demo-codes.ts')
    const code = await demoCodeOf(rig.services, person!.id)
    expect(texts(await rig.say('hp-baru', code.toLowerCase()))).toContain('Yayasan BaKTI')
    expect(await count(`select count(*) as n from address where user_id = 'hp-baru' and person_id is not null`)).toBe(0)
    await rig.say('hp-baru', 'setuju')
    await rig.say('hp-baru', 'setuju')
    await rig.say('hp-baru', 'setuju')
    await rig.say('hp-baru', 'bapak')
    expect(
      await count(`select count(*) as n from address where user_id = 'hp-baru' and person_id = ${person!.id}`),
    ).toBe(1)
    expect(
      await rig.services.db.all(
        `select kind, given, text_version, channel from consent where person_id = $1 order by id`,
        person!.id,
      ),
    ).toEqual([
      { kind: 'reporting', given: 1, text_version: 'pendaftaran 1', channel: 'simulator' },
      { kind: 'contact', given: 1, text_version: 'pendaftaran 1', channel: 'simulator' },
      { kind: 'photo', given: 1, text_version: 'pendaftaran 1', channel: 'simulator' },
    ])
    expect(texts(await rig.say('hp-kedua', code))).toContain('sudah pernah dipakai')
  })

  it('who say TIDAK are bound to nothing and asked nothing', async () => {
    const [person] = await rig.services.db.all<{ id: number }>(
      `select person_id as id from invitation where used_at is null order by id limit 1`,
    )
    const { demoCodeOf } = await import('../support/demo-codes.ts')
    await rig.say('hp-baru', await demoCodeOf(rig.services, person!.id))
    await rig.say('hp-baru', 'tidak')
    expect(await count(`select count(*) as n from address where user_id = 'hp-baru' and person_id is not null`)).toBe(0)
    expect(await count(`select count(*) as n from invitation where used_at is not null`)).toBe(0)
  })
})

describe('A message that cannot be taken', () => {
  it('is tried three times, parked for staff, and harms nobody else', async () => {
    await invited()
    await rig.say(taher, 'mulai')
    // a session whose snapshot is gone throws at every step
    await rig.say(basri, 'mulai')
    await rig.services.db.run(
      `delete from session_snapshot where session_id in (select id from session where lane_id = (select lane_id from address where user_id = '${basri}'))`,
    )
    await rig.restart()
    await rig.simulator.act(basri, { kind: 'text', text: 'semua sama' })
    await rig.simulator.act(taher, { kind: 'text', text: 'semua sama' })
    for (let i = 0; i < 4; i++) await rig.settle()
    expect(
      await rig.services.db.all(`select state, attempts from inbox where content like '%semua sama%' order by state`),
    ).toEqual([
      { state: 'done', attempts: 1 },
      { state: 'parked', attempts: 3 },
    ])
    expect(await count(`select count(*) as n from staff_item where kind = 'parked'`)).toBe(1)
    expect(texts(rig.heard(taher))).toContain('Tanggal berapa pertemuan')
  })
})

describe('Several messages sent before the first was answered', () => {
  it('are taken in their order, and none sees the rows of before the others', async () => {
    await invited()
    const send = (text: string) => rig.simulator.act(basri, { kind: 'text', text })
    await send('mulai')
    await send('semua sama')
    await send('berhenti')
    await send('mulai')
    await send('5 juli 2024')
    await rig.settle()
    expect((await latest('tanggal_pertemuan')).map((a) => a.value)).toEqual(['2024-07-05'])
    expect(
      await count(
        `select count(*) as n from answer where how = 'carried' and path like 'kegiatan[%]/status' and inbox_id is not null`,
      ),
    ).toBe(7)
    expect(texts(rig.heard(basri))).toContain('Berapa orang yang hadir?')
  })

  it('takes "mulai" as the answer to the opening question', async () => {
    await rig.openRound()
    expect(texts(await rig.say(basri, 'pagi'))).toContain('Bisa kita mulai sekarang?')
    expect(texts(await rig.say(basri, 'mulai'))).toContain('Keadaan kegiatan')
  })
})
