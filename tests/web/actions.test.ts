import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { sendReminders } from '../../src/app/send-reminders.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { HOUR, instantOf } from '../../src/lib/local-time.ts'
import { findSetting } from '../../src/store/settings.ts'
import { type Browser, holderOf, openStage, type Stage } from './stage.ts'

const village = '81.05.15.2003'
const phone = 'demo-81.05.15.2003-kades'
const round = '2026-02'

let stage: Stage
let admin: Browser
let heard: string[]
let newest: readonly { readonly label: string; readonly data: string }[]

beforeEach(async () => {
  stage = await openStage()
  admin = await stage.signIn(null)
  heard = []
  newest = []
  stage.simulator.onSent((to, message) => {
    if (to.userId !== phone) return
    heard.push(message.text)
    newest = message.choices ?? []
  })
})
afterEach(() => stage.close())

async function settle(): Promise<void> {
  const delivery = new Delivery(stage.services)
  // what the bot starts leaves at 25 a second: some rounds are idle
  for (let idle = 0; idle < 8; ) {
    stage.clock.advance(200)
    const { messages } = await takeTurn(stage.services)
    const { sent, again } = await delivery.deliver()
    idle = messages + sent + again === 0 ? idle + 1 : 0
  }
  await delivery.finish()
}

async function say(text: string): Promise<string> {
  heard.length = 0
  await stage.simulator.act(phone, { kind: 'text', text })
  await settle()
  return heard.join('\n')
}

async function press(label: string): Promise<string> {
  const choice = newest.find((c) => c.label.includes(label))
  if (!choice) throw new Error(`no button "${label}" under: ${heard.at(-1)}`)
  heard.length = 0
  await stage.simulator.act(phone, { kind: 'choice', data: choice.data, label: choice.label })
  await settle()
  return heard.join('\n')
}

/** Another day: staff sign in anew. */
async function moveTo(on: string, time: string): Promise<void> {
  stage.clock.moveTo(instantOf(on, time, 'Asia/Jayapura'))
  admin = await stage.signIn(null)
}

const open = () => admin.submit(`/putaran/${round}/buka`, 'buka')

async function fillIn(): Promise<number> {
  await say('mulai')
  for (let i = 0; i < 40 && !heard.join().includes('tanda terima'); i++) {
    const said = heard.join('\n')
    if (newest.some((c) => c.label === 'Semua sama')) await press('Semua sama')
    else if (newest.some((c) => c.label === 'Ya, kirim')) await press('Ya, kirim')
    else if (newest.some((c) => c.label === 'Lewati')) await press('Lewati')
    else if (said.includes('hadir')) await say('12 orang, 7 laki-laki 5 perempuan')
    else if (said.includes('Tanggal berapa')) await say('kemarin')
    else if (newest[0]) await press(newest[0].label)
    else await say('tidak ada')
  }
  expect(heard.join('\n')).toContain('tanda terima')
  const [report] = await stage.db.all<{ id: number }>(
    `select p.id from report p join obligation o on o.id = p.obligation_id join round_form f on f.id = o.round_form_id
     join round r on r.id = f.round_id where o.region_code = $1 and r.code = $2`,
    village,
    round,
  )
  return report!.id
}

describe('staff in the console', () => {
  it('see who would be invited, open the round, and the invitations leave at the allowed hour', async () => {
    const preview = await admin.get(`/putaran/${round}/buka`)
    expect(preview.text).toContain('Undangan pertama berangkat')
    expect(
      await stage.db.all(
        'select id from obligation o where o.round_form_id in (select f.id from round_form f join round r on r.id = f.round_id where r.code = $1)',
        round,
      ),
    ).toEqual([])
    const opened = await open()
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/putaran/${round}?n=opened`])
    await moveTo('2026-02-04', '09:45')
    await sendReminders(stage.services, stage.clock.now())
    await settle()
    expect(heard.join()).toContain('Bisa kita mulai sekarang?')
    expect((await admin.get('/')).text).toContain('0 dari 70 desa sudah melapor')
  })

  it('extend a deadline, excuse a place with a reason, and ask it again', async () => {
    await open()
    await admin.submit(`/desa/${village}`, 'perpanjang', { putaran: round, batas: '2026-03-15' })
    expect((await admin.get(`/desa/${village}`)).text).toContain('15 Maret 2026')
    await admin.submit(`/desa/${village}`, 'bebaskan', { putaran: round, alasan: 'banjir besar' })
    expect((await admin.get(`/putaran/${round}?lihat=excused`)).text).toContain('banjir besar')
    expect((await admin.get('/')).text).toContain('0 dari 69 desa')
    await admin.submit(`/desa/${village}`, 'minta_lagi', { putaran: round })
    expect((await admin.get('/')).text).toContain('0 dari 70 desa')
    const refused = await admin.submit(`/desa/${village}`, 'bebaskan', { putaran: round, alasan: '  ' })
    expect(refused.status).toBe(422)
  })

  it('pause everything that the bot starts, and let it go on', async () => {
    await open()
    await admin.submit(`/putaran/${round}`, 'jeda')
    expect(await findSetting(stage.db, 'sending_paused')).toBe(true)
    expect((await admin.get('/')).text).toContain('Pengiriman dihentikan sementara')
    await admin.submit('/antrean', 'lanjutkan')
    expect(await findSetting(stage.db, 'sending_paused')).toBe(false)
  })

  it('make, close and reopen a round', async () => {
    const fields = {
      kode: '2026-05',
      mulai: '2026-05-01',
      batas: '2026-05-20',
      kedalaman: 'core',
      kabupaten: '81.05',
      desa: 'pemantauan_desa',
      kecamatan: '',
    }
    expect((await admin.submit('/putaran', 'buat', fields)).headers.get('location')).toBe('/putaran/2026-05?n=created')
    expect((await admin.submit('/putaran', 'buat', fields)).text).toContain('Kode putaran itu sudah dipakai')
    await open()
    await admin.submit(`/putaran/${round}`, 'tutup')
    expect((await admin.get(`/putaran/${round}`)).text).toContain('selesai')
    await admin.submit(`/putaran/${round}`, 'buka_lagi')
    expect((await admin.get(`/putaran/${round}`)).text).toContain('terbuka')
  })

  it('send one answer back: the village is told politely and asked just that again', async () => {
    await open()
    await moveTo('2026-02-05', '10:00')
    const report = await fillIn()
    const page = (await admin.get(`/laporan/${report}`)).text
    expect(page).toContain('12 orang (7 laki-laki, 5 perempuan)')
    expect(page).toContain('ditulis: 12 orang, 7 laki-laki 5 perempuan')
    const path = /name="jalur" value="((?:\w+\/)?hadir)"/.exec(page)![1]!
    const back = await admin.submit(`/laporan/${report}`, 'kembalikan', {
      jalur: path,
      catatan: 'Apakah ini termasuk aparat desa?',
    })
    expect(back.headers.get('location')).toBe(`/laporan/${report}?n=returned`)

    heard.length = 0
    stage.clock.advance(HOUR)
    await settle()
    expect(heard.join()).toContain('meminta 1 jawaban dilihat lagi')
    expect(await press('Lanjut')).toContain('Apakah ini termasuk aparat desa?')
    const after = await say('14 orang, 8 laki 6 perempuan')
    expect(after).toContain('dikirim')
    const again = (await admin.get(`/laporan/${report}`)).text
    expect(again).toContain('14 orang (8 laki-laki, 6 perempuan)')
    expect(again).toContain('sudah masuk')

    await admin.submit(`/laporan/${report}`, 'periksa')
    expect((await admin.get(`/laporan/${report}`)).text).toContain('sudah diperiksa')
    expect(
      (await admin.submit(`/laporan/${report}`, 'kembalikan', { jalur: path, catatan: 'sekali lagi' })).status,
    ).toBe(422)
  })

  it('answer somebody who asked for help, through the bot and under their own name', async () => {
    await open()
    await moveTo('2026-02-05', '10:00')
    await say('mulai')
    if (newest.some((c) => c.label === 'Isi satu per satu')) await press('Isi satu per satu')
    await say('bantuan')
    await say('bantuan')
    await press('Ya, mohon dibantu')
    const list = (await admin.get('/bantuan')).text
    expect(list).toContain('Minta bantuan')
    const item = /href="\/bantuan\/(\d+)"/.exec(list)![1]!
    const page = (await admin.get(`/bantuan/${item}`)).text
    expect(page).toContain('Berhenti di')
    expect(page).toContain('bantuan')

    const koordinator = await stage.signIn({ position: 'koordinator_kabupaten', regionCode: '81.05' })
    heard.length = 0
    await koordinator.submit(`/bantuan/${item}`, 'jawab', { pesan: 'Bapak/Ibu, kami telepon pukul 14.' })
    await koordinator.submit(`/bantuan/${item}`, 'jawab', { pesan: 'Nomor kami sama seperti kemarin.' })
    await settle()
    expect(heard.join()).toContain('kami telepon pukul 14.')
    expect(heard).toHaveLength(2)
    const keys = await stage.db.all<{ key: string }>(`select key from outbox where key like 'staff:%' order by id`)
    expect(keys.map((k) => k.key)).toEqual([`staff:${item}:1`, `staff:${item}:2`])
    await koordinator.submit(`/bantuan/${item}`, 'selesai')
    expect((await admin.get('/bantuan')).text).toContain('Tidak ada yang menunggu')
  })

  it('put a parked message back to its turn, and a doubtful send back to the queue', async () => {
    await stage.simulator.act(phone, { kind: 'text', text: 'mulai' })
    await stage.db.run(`update inbox set state = 'parked', attempts = 3`)
    await stage.db.run(
      `insert into staff_item (kind, key, lane_id, at) select 'parked', 'parked:' || id, lane_id, 1 from inbox`,
    )
    const [address] = await stage.db.all<{ id: number; lane: number }>(
      'select id, lane_id as lane from address where user_id = $1',
      phone,
    )
    await stage.db.run(
      `insert into outbox (key, priority, address_id, channel, lane_id, body, due_at, created_at, state)
       select 'remind:1:1:x', 1, id, channel, $2, $3, 1, 1, 'in_doubt' from address where id = $1`,
      address!.id,
      address!.lane,
      JSON.stringify({ text: 'Pengingat yang diragukan' }),
    )
    await stage.db.run(
      `insert into staff_item (kind, key, lane_id, at) select 'in_doubt', 'in_doubt:' || id, lane_id, 2 from outbox where key = 'remind:1:1:x'`,
    )
    const ids = [...(await admin.get('/bantuan?jenis=mesin')).text.matchAll(/href="\/bantuan\/(\d+)"/g)].map(
      (m) => m[1]!,
    )
    expect(ids).toHaveLength(2)
    for (const id of ids) await admin.submit(`/bantuan/${id}`, 'coba_lagi')
    await settle()
    expect(heard).toContain('Pengingat yang diragukan')
    expect(await stage.db.all(`select state from inbox`)).toEqual([{ state: 'done' }])
    expect((await admin.get('/bantuan?jenis=mesin')).text).toContain('Tidak ada yang menunggu')
  })

  it('make a new invitation, shown once, and the one before ends', async () => {
    const [person] = await stage.db.all<{ id: number }>('select person_id as id from invitation order by id limit 1')
    const [seat] = await stage.db.all<{ id: number }>(
      'select seat_id as id from holding where person_id = $1',
      person!.id,
    )
    const made = await admin.submit(`/orang/${person!.id}`, 'undang', { kursi: String(seat!.id) })
    expect(made.status).toBe(200)
    const code = /class="code">([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(made.text)![1]!
    expect((await admin.get(`/orang/${person!.id}`)).text).not.toContain(code)
    const open = await stage.db.all(
      'select id from invitation where person_id = $1 and expires_at > $2',
      person!.id,
      stage.clock.now(),
    )
    expect(open).toHaveLength(1)
  })

  it('mark a local day, on which the bot then starts nothing, and take it out again', async () => {
    await admin.submit('/kalender', 'tambah', {
      mulai: '2026-02-06',
      sampai: '2026-02-07',
      nama: 'Pesta adat',
      wilayah: village,
    })
    const page = (await admin.get('/kalender')).text
    expect(page).toContain('Pesta adat')
    expect((await stage.services.programme.calendar(stage.db)).localDays).toEqual([
      { regionCode: village, fromOn: '2026-02-06', untilOn: '2026-02-07', name: 'Pesta adat' },
    ])
    await admin.submit('/kalender', 'hapus', { hari: /name="hari" value="(\d+)"/.exec(page)![1]! })
    expect((await stage.services.programme.calendar(stage.db)).localDays).toEqual([])
    const backwards = { mulai: '2026-02-06', sampai: '2026-02-01', nama: 'Pesta adat', wilayah: village }
    expect((await admin.submit('/kalender', 'tambah', backwards)).status).toBe(422)
  })

  it('set a date of the planning cycle, where the seat allows it', async () => {
    const date = { langkah: 'musrenbangcam', tahun: '2027', tanggal: '2026-02-19', alasan: 'Undangan Bappeda' }
    const koordinator = await stage.signIn({ position: 'koordinator_kabupaten', regionCode: '81.05' })
    const elsewhere = await koordinator.submit('/kalender', 'rencana', { ...date, kabupaten: '53.18' })
    expect(elsewhere.status).toBe(403)
    expect((await koordinator.submit('/kalender', 'rencana', { ...date, kabupaten: '81.05' })).status).toBe(303)
    const { text } = await koordinator.get('/kalender')
    expect(text).toMatch(/19 Feb 2026<\/td>\s*<td class="">Musrenbangcam 2027<div class="muted">Undangan Bappeda/)
    expect(text).not.toContain('Sumba Barat Daya')
  })

  it('set a target and show what was achieved beside it', async () => {
    const koordinator = await stage.signIn({ position: 'koordinator_kabupaten', regionCode: '81.05' })
    const fields = { indikator: 'hadir_desa_p', periode: '2025-Q1', nilai: '1000', alasan: '' }
    expect((await koordinator.submit('/capaian', 'target', { ...fields, kabupaten: '53.18' })).status).toBe(403)
    expect((await koordinator.submit('/capaian', 'target', { ...fields, kabupaten: '*' })).status).toBe(403)
    expect((await koordinator.submit('/capaian', 'target', { ...fields, kabupaten: '81.05' })).status).toBe(303)
    const { text } = await koordinator.get('/capaian')
    // the third round of the demo was in January 2025
    const [, achieved] =
      /Perempuan di pertemuan desa[\s\S]*?1\.000<\/td>\s*<td class="n">(\d+)<\/td>[\s\S]*?dihitung dari data/.exec(
        text,
      )!
    expect(Number(achieved)).toBeGreaterThan(50)
    // a changed target wants its reason
    const again = await koordinator.submit('/capaian', 'target', { ...fields, nilai: '900', kabupaten: '81.05' })
    expect(again.status).toBe(422)
  })

  it('hand a photo over to be saved, and show it within no page', async () => {
    const person = await holderOf(stage.db, 'kepala_desa', village)
    const [report] = await stage.db.all<{ id: number }>(
      'select p.id from report p join obligation o on o.id = p.obligation_id where o.region_code = $1',
      village,
    )
    const hash = 'a'.repeat(64)
    const { putAttachment } = await import('../../src/store/attachment-files.ts')
    await putAttachment(stage.services.dataDir, hash, Buffer.from('<script>alert(1)</script>'))
    await stage.db.run(
      `insert into attachment (hash, mime, bytes, kind, state, channel, file_ref, report_id, created_at) values ($1, 'application/octet-stream', 25, 'document', 'stored', 'simulator', '{}', $2, 1)`,
      hash,
      report!.id,
    )
    const answer = await admin.get('/berkas/1')
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'application/octet-stream',
      'attachment; filename="berkas-1"',
    ])
    const sumba = await stage.signIn({ position: 'koordinator_kabupaten', regionCode: '53.18' })
    expect((await sumba.get('/berkas/1')).status).toBe(403)
    expect((await admin.get('/berkas/2')).status).toBe(404)
    expect(person).toBeGreaterThan(0)
  })

  it('give out no photo of children whose parents did not agree', async () => {
    const { db, services } = stage
    const [report] = await db.all<{ id: number }>('select max(id) as id from report')
    const hash = 'b'.repeat(64)
    const { putAttachment } = await import('../../src/store/attachment-files.ts')
    await putAttachment(services.dataDir, hash, Buffer.from('jpeg'))
    const [photo] = await db.all<{ id: number }>(
      `insert into attachment (hash, mime, bytes, kind, state, channel, file_ref, report_id, created_at)
       values ($1, 'image/jpeg', 4, 'photo', 'stored', 'simulator', '{}', $2, 1) returning id`,
      hash,
      report!.id,
    )
    const said = (seq: number, value: string) =>
      db.run(
        `insert into answer (report_id, path, seq, value, how, at) values ($1, 'cerita/foto_boleh', $2, $3, 'calculated', 1)`,
        report!.id,
        seq,
        JSON.stringify(value),
      )
    await said(1, 'ya')
    expect((await admin.get(`/berkas/${photo!.id}`)).status).toBe(200)
    await said(2, 'tidak')
    expect((await admin.get(`/berkas/${photo!.id}`)).status).toBe(404)
  })
})
