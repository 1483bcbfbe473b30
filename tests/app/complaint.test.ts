import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { acceptInto } from '../../src/app/accept-messages.ts'
import { remindOfficers } from '../../src/app/complaint-alarm.ts'
import { nightlyBackup } from '../../src/app/nightly-backup.ts'
import { previewPurge, purge } from '../../src/app/purge.ts'
import { openCase, openCasePhoto } from '../../src/app/read-complaint.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { DAY, HOUR } from '../../src/lib/local-time.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { setPending } from '../../src/store/lanes.ts'
import { moveCase } from '../../src/store/sealed.ts'
import { openRig, type Rig } from '../support/rig.ts'

const guest = 'hp-warga'
const basri = 'demo-81.05.04.2003-raja'
const officer = 'demo-pseah'

let rig: Rig
const logged: string[] = []
const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) })
const open = async (around: Parameters<typeof openRig>[2] = {}) => {
  logged.length = 0
  rig = await openRig(undefined, ['telegram'], { log, ...around })
}
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map((m) => m.text).join('\n---\n')
const rows = <T>(query: string) => rig.services.db.all<T>(query)
const endSeats = async (...positions: readonly string[]) => {
  for (const position of positions)
    await rig.services.db.run(
      `update holding set until_at = 1 where seat_id in (select id from seat where position = $1)`,
      position,
    )
}
const codeIn = (text: string) => /Kode laporan: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)![1]!

/** Everything that lies in the house's folder, the database's log beside it too. */
function everyByte(): Buffer {
  const folder = rig.services.dataDir
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  return Buffer.concat(files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)))
}

// a word in every answer that can hold one, none of which anything else of the house says
const told = {
  kejadian: 'zirkonium diminta waktu bibit dibagikan',
  tempat: 'vanadium besar',
  jumlah: '73.519.246',
  nomor: '0811 9753 8642',
  jam_aman: 'sesudah ytterbium',
}
const traces = ['zirkonium', 'vanadium', '73.519.246', '73519246', '81197538642', '0811 9753 8642', 'ytterbium']

async function tell(phone: string): Promise<string> {
  await rig.say(phone, 'pengaduan')
  await rig.say(phone, 'uang')
  await rig.say(phone, told.kejadian)
  await rig.say(phone, told.tempat)
  await rig.say(phone, 'lewati')
  await rig.say(phone, told.jumlah)
  await rig.say(phone, 'lewati')
  await rig.say(phone, 'ya')
  await rig.say(phone, told.nomor)
  return codeIn(texts(await rig.say(phone, told.jam_aman)))
}

async function tellQuietly(phone: string, safeNow: 'ya' | 'tidak'): Promise<string> {
  for (const text of ['pengaduan', 'anak', 'tidak']) await rig.say(phone, text)
  return codeIn(texts(await rig.say(phone, safeNow)))
}

describe('What is told in confidence', () => {
  it.each([guest, `telegram/${guest}`])('stands in clear nowhere, at no moment: %s', async (phone) => {
    await open()
    const code = await tell(phone)
    await rig.say(phone, `cek ${code}`)
    await nightlyBackup(rig.services, rig.clock.now())

    const bytes = everyByte()
    // the same search finds what is in clear
    expect(bytes.includes('Basri Rumalena')).toBe(true)
    for (const trace of [...traces, code, code.replace('-', '')]) {
      expect([trace, bytes.includes(trace)]).toEqual([trace, false])
      expect([trace, logged.filter((line) => line.includes(trace))]).toEqual([trace, []])
    }
    expect(await rows(`select * from sealed_talk`)).toEqual([])
    // beside the case nothing was made of it
    expect(await rows(`select id from answer where inbox_id is not null`)).toEqual([])
    expect(await rows(`select id from staff_item`)).toEqual([])
  })

  it('stands in a box while it is being told, also words that a slip would have left in the report', async () => {
    await open()
    await rig.say(guest, 'pengaduan')
    await rig.say(guest, 'uang')
    await rig.simulator.act(guest, { kind: 'text', text: told.kejadian })
    const [waiting] = await rows<{ content: string }>(`select content from inbox where state = 'waiting'`)
    expect(waiting!.content).toContain('"sealed":"v1:')
    expect(everyByte().includes('zirkonium')).toBe(false)
    await takeTurn(rig.services)
    const [reply] = await rows<{ body: string }>(`select body from outbox where state = 'waiting'`)
    expect(reply!.body).toMatch(/^\{"text":"","sealed":"v1:/)
    await rig.settle()
    expect(await rows(`select id from outbox where body like '%sealed%'`)).toEqual([])
    expect(await rows(`select id from inbox where content like '%sealed%'`)).toEqual([])
  })

  it('leaves no trace of what came before the house knew that it is confidential', async () => {
    await open()
    // both lie waiting when the turn begins: the second cannot be closed at the door
    await rig.simulator.act(guest, { kind: 'text', text: 'pengaduan' })
    await rig.simulator.act(guest, { kind: 'text', text: 'lain' })
    await rig.simulator.act(guest, { kind: 'text', text: 'tentang zirkonium' })
    expect(everyByte().includes('zirkonium')).toBe(true)
    await rig.settle()
    await rows('pragma wal_checkpoint(TRUNCATE)')
    expect(everyByte().includes('zirkonium')).toBe(false)
  })

  it('keeps no photo and no file that is sent into one about harm', async () => {
    await open()
    await rig.say(guest, 'pengaduan')
    await rig.say(guest, 'anak')
    const file = rig.simulator.addFile(new TextEncoder().encode('zirkonium'), 'image/jpeg')
    expect(texts(await rig.act(guest, { kind: 'photo', file, caption: 'vanadium' }))).toContain('tidak kami simpan')
    expect(await rows('select id from attachment')).toEqual([])
    for (const trace of traces) expect(everyByte().includes(trace)).toBe(false)
  })

  it('keeps photos of money and goods in its box, without where they were taken, for its officers', async () => {
    await open()
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a3' } })
      .withExif({ IFD0: { ImageDescription: 'zirkonium' } })
      .jpeg()
      .toBuffer()
    const file = rig.simulator.addFile(new Uint8Array(picture), 'image/jpeg')
    for (const text of ['pengaduan', 'uang', told.kejadian, 'lewati', 'lewati', 'lewati']) await rig.say(guest, text)
    expect(texts(await rig.act(guest, { kind: 'photo', file, caption: 'vanadium' }))).toContain('1 foto sudah diterima')
    await rig.act(guest, { kind: 'photo', file })
    expect(await rows('select id from sealed_file')).toEqual([])
    expect(texts(await rig.say(guest, 'selesai'))).toContain('Boleh petugas kami menghubungi?')
    await rig.say(guest, 'tidak')

    expect(await rows('select id from attachment')).toEqual([])
    expect(await rows('select state from sealed_file')).toEqual([{ state: 'stored' }, { state: 'stored' }])
    expect(readdirSync(rig.services.dataDir)).not.toContain('attachments')
    const opened = await openCasePhoto(rig.services, 1, 1)
    expect(await sharp(opened).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 })
    expect((await sharp(opened).metadata()).exif).toBeUndefined()
    const clear = everyByte()
    for (const trace of [...traces, opened!.subarray(0, 200), opened!.toString('base64').slice(0, 60)])
      expect(clear.includes(trace)).toBe(false)
    expect(await openCasePhoto(rig.services, 2, 1)).toBeUndefined()
    await moveCase(rig.services.db, 1, 'baru', 'selesai', rig.clock.now())
    await purge(rig.services, rig.clock.now() + 366 * DAY)
    expect(await rows('select id from sealed_file')).toEqual([])
  })

  it('drops a message of it that is changed afterwards', async () => {
    await open()
    await rig.say(guest, 'pengaduan')
    await rig.say(guest, 'uang')
    await rig.say(guest, told.kejadian)
    const [row] = await rows<{ id: string }>('select external_id as id from inbox order by id desc limit 1')
    await rig.say(guest, 'batal')
    await rig.act(guest, { kind: 'edited', text: 'zirkonium lagi', originalExternalId: row!.id })
    await rows('pragma wal_checkpoint(TRUNCATE)')
    expect(everyByte().includes('zirkonium')).toBe(false)
    expect(await rows('select * from sealed_case')).toEqual([])
  })

  it('never quotes what was written in an error, and parks it closed', async () => {
    await open()
    await rig.say(guest, 'pengaduan')
    await rig.say(guest, 'uang')
    const forms = rig.services.forms
    const whole = forms.get.bind(forms)
    forms.get = () => Promise.reject(new Error(`cannot read "${told.kejadian}"`))
    await rig.say(guest, told.kejadian)
    for (let i = 0; i < 3; i++) await rig.settle()
    forms.get = whole
    expect(await rows(`select error from inbox where state = 'parked'`)).toHaveLength(1)
    expect(everyByte().includes('zirkonium')).toBe(false)
    expect(logged.join('')).toContain('a confidential message failed')
    expect(logged.join('')).not.toContain('zirkonium')
  })

  it('is opened for an officer whole, and not from the row of another case', async () => {
    await open()
    await tell(guest)
    await tellQuietly('hp-lain', 'ya')
    const [first, second] = await rows<{ id: number }>('select id from sealed_case order by id')
    const opened = await openCase(rig.services, first!.id, 'id')
    expect(opened).toMatchObject({ kind: 'uang', urgent: false, state: 'baru', kabupatenCode: null })
    const lines = (opened!.told as readonly { question: string; answer: string }[]).map(({ question, answer }) => ({
      question,
      answer,
    }))
    expect(lines).toEqual([
      { question: 'Perihal', answer: 'Uang atau barang' },
      { question: 'Kejadian', answer: told.kejadian },
      { question: 'Desa', answer: told.tempat },
      { question: 'Jumlah', answer: 'Rp 73.519.246' },
      { question: 'Dihubungi', answer: 'Ya' },
      { question: 'Nomor', answer: '+6281197538642' },
      { question: 'Jam aman', answer: told.jam_aman },
    ])
    await rig.services.db.run(
      'update sealed_case set box = (select box from sealed_case where id = $1) where id = $2',
      first!.id,
      second!.id,
    )
    expect((await openCase(rig.services, second!.id, 'id'))!.told).toBe('closed')
  })
})

describe('The telling', () => {
  it('keeps what is written for itself when the house begins another conversation meanwhile', async () => {
    await open()
    await rig.openRound()
    await rig.say(basri, 'mulai')
    await rig.say(basri, 'pengaduan')
    const [lane] = await rows<{ id: number }>(`select lane_id as id from address where user_id = '${basri}'`)
    await setPending(rig.services.db, lane!.id, JSON.stringify({ ask: 'who_instead', obligationId: 1 }))
    expect(texts(await rig.say(basri, 'anak'))).toContain('Boleh petugas kami menghubungi?')
    // a late answer is no answer to the report either
    rig.clock.advance(20 * HOUR)
    expect(texts(await rig.say(basri, 'tidak'))).toContain('Apakah sekarang aman?')
    expect(await rows(`select id from answer where inbox_id is not null and path <> 'pembuka'`)).toEqual(
      await rows(`select id from answer where inbox_id = 1`),
    )
  })

  it('is forgotten after a day without a word', async () => {
    await open()
    await rig.say(guest, 'pengaduan')
    rig.clock.advance(DAY + HOUR)
    expect(texts(await rig.say(guest, 'anak'))).toContain('Nomor ini belum terdaftar')
    await purge(rig.services, rig.clock.now())
    expect(await rows('select * from sealed_talk')).toEqual([])
  })

  it('is left by "batal", "berhenti" and by another button, and then nothing of it is kept', async () => {
    await open()
    await rig.openRound()
    await rig.remindAt(rig.clock.now() + HOUR)
    for (const leave of [
      () => rig.say(basri, 'batal'),
      () => rig.say(basri, 'berhenti'),
      () => rig.act(basri, { kind: 'choice', data: 'cbantuan', label: 'Bantuan' }),
    ]) {
      await rig.say(basri, 'pengaduan')
      expect(await rows('select * from sealed_talk')).toHaveLength(1)
      expect(texts(await leave())).toContain('tidak ada yang disimpan')
      expect(await rows('select * from sealed_talk')).toEqual([])
    }
    expect(await rows('select * from sealed_case')).toEqual([])
  })

  it('takes nothing in without a key or without an officer, and says so', async () => {
    await open({ sealedKey: null })
    expect(texts(await rig.say(guest, 'pengaduan'))).toContain('belum dibuka')
    await rig.close()
    await open()
    await endSeats('petugas_pseah', 'petugas_antikorupsi')
    expect(texts(await rig.say(guest, 'pengaduan'))).toContain('belum dibuka')
    expect(await rows('select * from sealed_talk')).toEqual([])
  })

  it('says at once that nobody reads what it is about, and goes on for what somebody reads', async () => {
    await open()
    await endSeats('petugas_antikorupsi')
    await rig.say(guest, 'pengaduan')
    expect(texts(await rig.say(guest, 'uang'))).toContain('belum dibuka')
    expect(await rows('select * from sealed_talk')).toEqual([])
    expect(await tellQuietly(guest, 'ya')).toMatch(/-/)
    expect(await rows('select kind from sealed_case')).toEqual([{ kind: 'anak' }])
  })

  it('knows the kabupaten only where a village was named', async () => {
    await open()
    for (const text of ['pengaduan', 'uang', 'dipotong', 'negeri Amarsekaru', 'lewati', 'lewati', 'lewati', 'tidak'])
      await rig.say(guest, text)
    expect(await rows('select kind, kabupaten_code as "in" from sealed_case')).toEqual([{ kind: 'uang', in: '81.05' }])
  })
})

describe('A code', () => {
  it('gives the state and nothing else, to whoever has it', async () => {
    await open()
    const code = await tell(guest)
    const said = async (text: string) => texts(await rig.say('hp-tetangga', text))
    expect(await said(`cek ${code.toLowerCase()}`)).toBe('Laporan itu sudah diterima dan belum selesai dibaca petugas.')
    await moveCase(rig.services.db, 1, 'baru', 'ditangani', rig.clock.now())
    expect(await said(`Cek ${code.replace('-', ' ')}`)).toBe('Laporan itu sedang ditangani petugas.')
  })

  it('cannot be guessed for long', async () => {
    await open()
    for (let i = 0; i < 5; i++) expect(texts(await rig.say(guest, `cek AAAA-000${i}`))).toContain('tidak kami kenal')
    expect(texts(await rig.say(guest, 'cek AAAA-0009'))).toContain('menit')
  })
})

describe('Officers', () => {
  it('are told at every address, at once, without a word of what it is about', async () => {
    await open()
    await rig.services.db.run(
      `insert into address (channel, user_id, chat_id, lane_id, person_id, created_at, last_in_at)
       select 'telegram', 'kedua', 'kedua', lane_id, person_id, 0, 0 from address where user_id = $1`,
      officer,
    )
    await tellQuietly(guest, 'tidak')
    const sent = await rows<{ body: string }>(`select body from outbox where key like 'alarm:%'`)
    const [there] = await rows<{ n: number }>(
      `select count(*) as n from address a join holding h on h.person_id = a.person_id join seat s on s.id = h.seat_id
       where s.position = 'petugas_pseah'`,
    )
    expect(there!.n).toBeGreaterThan(2)
    expect(sent).toHaveLength(there!.n)
    for (const { body } of sent) {
      expect(body).toContain('PENTING')
      expect(body).not.toMatch(/pengaduan|lapor|anak|kasus|aduan/i)
    }
  })

  it('of money and goods alone are told of money and goods, and of nothing else', async () => {
    await open()
    const told = async () => {
      const found = await rows<{ id: string }>(
        `select distinct a.user_id as id from outbox o join address a on a.id = o.address_id where o.key like 'alarm:%'`,
      )
      await rig.services.db.run(`delete from outbox where key like 'alarm:%'`)
      return found.map(({ id }) => id).toSorted()
    }
    await tell(guest)
    expect(await told()).toEqual(['demo-antikorupsi', 'demo-antikorupsi-2'])
    await tellQuietly('hp-lain', 'ya')
    expect(await told()).toEqual(['demo-pseah', 'demo-pseah-2'])
    // whoever comes to sit where the money goes through hears of it no more
    await rig.services.db.run(
      `insert into holding (seat_id, person_id, from_at)
       select (select min(id) from seat where position = 'kepala_desa'), person_id, 0 from address
       where user_id = 'demo-antikorupsi'`,
    )
    await tell('hp-ketiga')
    expect(await told()).toEqual(['demo-antikorupsi-2'])
  })

  it('are told again while nobody takes it up, and no more once somebody did', async () => {
    await open()
    await tellQuietly(guest, 'tidak')
    const again = async (hours: number) => {
      rig.clock.advance(hours * HOUR)
      return remindOfficers(rig.services, rig.clock.now())
    }
    expect(await again(0)).toBe(0)
    expect(await again(1)).toBeGreaterThan(0)
    expect(await again(1)).toBe(0)
    expect(await again(1)).toBeGreaterThan(0)
    await moveCase(rig.services.db, 1, 'baru', 'ditangani', rig.clock.now())
    expect(await again(24)).toBe(0)
  })

  it('lose what was told a year after its end; the counters stay', async () => {
    await open()
    const code = await tell(guest)
    const now = rig.clock.now()
    await moveCase(rig.services.db, 1, 'baru', 'selesai', now)
    const cases = (rows: readonly { readonly table: string; readonly n: number }[]) =>
      rows.find(({ table }) => table === 'sealed_case')?.n
    expect(cases(await purge(rig.services, now + 364 * DAY))).toBe(0)
    expect(cases(await previewPurge(rig.services, now + 366 * DAY))).toBe(1)
    expect(cases(await purge(rig.services, now + 366 * DAY))).toBe(1)
    expect((await openCase(rig.services, 1, 'id'))!.told).toBe('emptied')
    expect(texts(await rig.say(guest, `cek ${code}`))).toContain('tidak kami kenal')
    expect(await rows('select kind, state, box from sealed_case')).toEqual([
      { kind: 'uang', state: 'selesai', box: null },
    ])
  })
})

it('the door of a house without a key takes messages as ever', async () => {
  await open({ sealedKey: null })
  const { safe: _, ...services } = rig.services
  await acceptInto(services)([])
  expect(texts(await rig.say(guest, 'halo'))).toContain('belum terdaftar')
})
