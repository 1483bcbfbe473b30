import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRound } from '../../src/app/open-round.ts'
import { listRounds } from '../../src/store/rounds.ts'
import { createCase } from '../../src/store/sealed.ts'
import { pages } from '../../src/web/pages/index.ts'
import { Browser, holderOf, openStage, type Stage } from './stage.ts'

// Teluk Waru in Seram; a village of it; a village of Sumba.
const kecamatan = '81.05.15'
const village = '81.05.15.2003'
const elsewhere = '53.18.01.2001'

let stage: Stage
let round: string
let paths: Readonly<Record<string, string>>

beforeAll(async () => {
  stage = await openStage()
  const draft = (await listRounds(stage.db)).find((r) => r.state === 'draft')!
  round = draft.code
  await openRound(stage.services, draft, { now: stage.clock.now(), actor: 'test' })
  const [report] = await stage.db.all<{ id: number }>(
    `select p.id from report p join obligation o on o.id = p.obligation_id where o.region_code = $1`,
    village,
  )
  const person = await holderOf(stage.db, 'kepala_desa', village)
  await stage.db.run(
    `insert into staff_item (kind, key, person_id, region_code, at) values ('help', 'help:test', $1, $2, $3)`,
    person,
    village,
    stage.clock.now(),
  )
  const [item] = await stage.db.all<{ id: number }>(`select id from staff_item where key = 'help:test'`)
  const complaint = await createCase(stage.db, {
    kind: 'lain',
    kabupatenCode: null,
    urgent: false,
    codeHash: 'test',
    box: stage.services.safe!.close({ codeHash: 'test', formVersionId: 1, answers: [] }),
    now: stage.clock.now(),
  })
  const fraud = await createCase(stage.db, {
    kind: 'uang',
    kabupatenCode: null,
    urgent: false,
    codeHash: 'uang',
    box: stage.services.safe!.close({ codeHash: 'uang', formVersionId: 1, answers: [] }),
    now: stage.clock.now(),
  })
  paths = {
    '/': '/',
    '/putaran': '/putaran',
    '/putaran/:code': `/putaran/${round}`,
    '/putaran/:code/buka': `/putaran/${round}/buka`,
    '/putaran/:code/pengingat': `/putaran/${round}/pengingat`,
    '/desa/:code': `/desa/${village}`,
    '/kecamatan/:code': `/kecamatan/${kecamatan}`,
    '/laporan/:id': `/laporan/${report!.id}`,
    '/bantuan': '/bantuan',
    '/bantuan/:id': `/bantuan/${item!.id}`,
    '/orang': '/orang',
    '/orang/:id': `/orang/${person}`,
    '/rangkuman': '/rangkuman',
    '/capaian': '/capaian',
    '/sinkronisasi': '/sinkronisasi',
    '/mutu': '/mutu',
    '/dokumen': '/dokumen',
    '/rencana-kerja': '/rencana-kerja',
    '/cerita': '/cerita',
    '/penyegaran': '/penyegaran',
    '/peta': '/peta',
    '/kalender': '/kalender',
    '/formulir': '/formulir',
    '/antrean': '/antrean',
    '/whatsapp': '/whatsapp',
    '/pengaduan': '/pengaduan',
    '/pengaduan/:id': `/pengaduan/${complaint}`,
    '/antikorupsi': '/antikorupsi',
    '/antikorupsi/:id': `/antikorupsi/${fraud}`,
  }
})

afterAll(() => stage.close())

const browsers = new Map<string, Browser>()

/** Who looks at the console, and as whom they sign in. */
const cast = {
  'signed out': undefined,
  'first sign-in': null,
  admin: { position: 'admin' },
  'koordinator of Seram': { position: 'koordinator_kabupaten', regionCode: '81.05' },
  'koordinator of Sumba': { position: 'koordinator_kabupaten', regionCode: '53.18' },
  'camat of that kecamatan': { position: 'camat', regionCode: kecamatan },
  'camat elsewhere': { position: 'camat', regionCode: '53.18.01' },
  'member of the Pokja': { position: 'anggota_pokja', regionCode: '81.05' },
  'head of that village': { position: 'kepala_desa', regionCode: village },
  'PSEAH officer': { position: 'petugas_pseah' },
  'anti-fraud officer': { position: 'petugas_antikorupsi' },
} as const
type Role = keyof typeof cast

async function browserOf(role: Role): Promise<Browser> {
  const known = browsers.get(role)
  if (known) return known
  const who = cast[role]
  const browser = who === undefined ? new Browser(stage.url) : await stage.signIn(who)
  browsers.set(role, browser)
  return browser
}

const seen = { ok: 200, no: 403, out: 303 } as const
type Seen = keyof typeof seen

// rows: the page; columns: who may see it, in the order of the cast
const table: readonly (readonly [path: string, ...Seen[]])[] = [
  //                         out    first  admin  koorS  koorO  camat  camatO pokja  kades  pseah  fraud
  ['/', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no'],
  ['/putaran', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no'],
  ['/putaran/:code', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no'],
  ['/putaran/:code/buka', 'out', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/putaran/:code/pengingat', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/desa/:code', 'out', 'ok', 'ok', 'ok', 'no', 'ok', 'no', 'no', 'ok', 'no', 'no'],
  ['/kecamatan/:code', 'out', 'ok', 'ok', 'ok', 'no', 'ok', 'no', 'ok', 'no', 'no', 'no'],
  ['/laporan/:id', 'out', 'ok', 'ok', 'ok', 'no', 'ok', 'no', 'no', 'ok', 'no', 'no'],
  ['/bantuan', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/bantuan/:id', 'out', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/orang', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/orang/:id', 'out', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/rangkuman', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no'],
  ['/capaian', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/sinkronisasi', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no'],
  ['/mutu', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/peta', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no'],
  ['/rencana-kerja', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/cerita', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/penyegaran', 'out', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/dokumen', 'out', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'no', 'no'],
  ['/kalender', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/formulir', 'out', 'ok', 'ok', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/antrean', 'out', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/whatsapp', 'out', 'ok', 'ok', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no'],
  ['/pengaduan', 'out', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'ok', 'no'],
  ['/pengaduan/:id', 'out', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'ok', 'no'],
  ['/antikorupsi', 'out', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'ok'],
  ['/antikorupsi/:id', 'out', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'ok'],
]

describe('the console', () => {
  it('has a row of this table for every page', () => {
    expect(table.map(([path]) => path).sort()).toEqual(pages.map((page) => page.path).sort())
  })

  for (const [path, ...expected] of table)
    it(`shows ${path} to those whose seat allows it, and to nobody else`, async () => {
      const roles = Object.keys(cast) as Role[]
      const found = []
      for (const role of roles) found.push([role, (await (await browserOf(role)).get(paths[path]!)).status])
      expect(found).toEqual(roles.map((role, i) => [role, seen[expected[i]!]]))
    })

  it('keeps a village of another kabupaten from a koordinator, in pages and in lists', async () => {
    const browser = await browserOf('koordinator of Seram')
    expect((await browser.get(`/desa/${elsewhere}`)).status).toBe(403)
    const { text } = await browser.get(`/putaran/${round}`)
    expect(text).toContain('/desa/81.05.')
    expect(text).not.toContain('/desa/53.18.')
    expect((await browser.get('/orang?hal=1')).text).not.toContain('Loura')
  })

  it('shows a koordinator the reminders of the own kabupaten alone', async () => {
    const browser = await browserOf('koordinator of Seram')
    const { text } = await browser.get(`/putaran/${round}/pengingat?kabupaten=53.18&hari=3`)
    expect(text).toContain('Undangan')
    expect(text).toMatch(/\d\d:\d\d WIT</)
    expect(text).not.toMatch(/ WITA</)
  })

  it('shows the names of late villages to nobody who may only see sums', async () => {
    const { text } = await (await browserOf('member of the Pokja')).get(`/kecamatan/${kecamatan}`)
    expect(text).toContain('0 dari 6')
    expect(text).not.toContain('/desa/')
    const home = await (await browserOf('member of the Pokja')).get('/')
    expect(home.text).not.toContain('lewat batas')
  })

  it('takes no action from somebody whose seat does not give it, whatever they send', async () => {
    const attempts: readonly (readonly [Role, string, string, Record<string, string>])[] = [
      ['camat of that kecamatan', `/putaran/${round}`, 'tutup', {}],
      ['camat of that kecamatan', `/putaran/${round}`, 'jeda', {}],
      ['koordinator of Seram', `/putaran/${round}`, 'tutup', {}],
      [
        'koordinator of Seram',
        `/putaran/${round}`,
        'perpanjang',
        { batas: '2026-12-01', tingkat: 'desa', wilayah: '53.18' },
      ],
      ['head of that village', `/desa/${village}`, 'bebaskan', { putaran: round, alasan: 'karena saya mau' }],
      ['camat of that kecamatan', `/desa/${village}`, 'bebaskan', { putaran: round, alasan: 'karena saya mau' }],
      [
        'koordinator of Seram',
        '/kalender',
        'tambah',
        { mulai: '2026-03-01', sampai: '2026-03-01', nama: 'Pesta', wilayah: '53.18' },
      ],
      ['head of that village', paths['/laporan/:id']!, 'periksa', {}],
    ]
    for (const [role, path, aksi, fields] of attempts) {
      const browser = await browserOf(role)
      // the token of a page that they may see
      const answer = await browser.submit('/', aksi, fields, path)
      expect([role, aksi, answer.status]).toEqual([role, aksi, 403])
    }
  })

  /** A form that would be right, for every action of every page: about Seram, or about the whole programme. */
  const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '/putaran buat': {
      kode: 'baru',
      mulai: '2026-03-01',
      batas: '2026-03-14',
      kedalaman: 'core',
      kabupaten: '81.05',
      desa: 'pemantauan_desa',
      kecamatan: '',
    },
    '/putaran/:code tutup': {},
    '/putaran/:code buka_lagi': {},
    '/putaran/:code perpanjang': { batas: '2026-12-01', tingkat: 'desa', wilayah: '81.05' },
    '/putaran/:code jeda': {},
    '/putaran/:code lanjutkan': {},
    '/putaran/:code/buka buka': {},
    '/desa/:code perpanjang': { putaran: 'PUTARAN', batas: '2026-12-01' },
    '/desa/:code bebaskan': { putaran: 'PUTARAN', alasan: 'banjir' },
    '/desa/:code minta_lagi': { putaran: 'PUTARAN' },
    '/kecamatan/:code perpanjang': { putaran: 'PUTARAN', batas: '2026-12-01' },
    '/kecamatan/:code bebaskan': { putaran: 'PUTARAN', alasan: 'banjir' },
    '/kecamatan/:code minta_lagi': { putaran: 'PUTARAN' },
    '/laporan/:id kembalikan': { jalur: 'A1', catatan: 'mohon dilihat lagi' },
    '/laporan/:id periksa': {},
    '/bantuan/:id jawab': { pesan: 'Baik' },
    '/bantuan/:id nomor_baru': { jawaban: 'ya' },
    '/bantuan/:id selesai': {},
    '/bantuan/:id coba_lagi': {},
    '/orang/:id akhiri': { kursi: 'KURSI', pengganti: '' },
    '/orang/:id undang': { kursi: 'KURSI' },
    '/capaian target': { indikator: 'laporan_desa', kabupaten: '81.05', periode: '2026', nilai: '1', alasan: 'uji' },
    '/capaian capaian': { indikator: 'laporan_desa', kabupaten: '81.05', periode: '2026', nilai: '1', alasan: 'uji' },
    '/rencana-kerja catat': {
      kegiatan: 'KERJA',
      mulai_nyata: '2026-01-02',
      selesai_nyata: '',
      selesai_baru: '',
      alasan: '',
    },
    '/cerita sunting': { cerita: 'CERITA', judul: 'Pasar', isi: 'Isi', samaran: '' },
    '/cerita tanyakan': { cerita: 'CERITA' },
    '/cerita terbitkan': { cerita: 'CERITA', di: 'internal', tempat: '' },
    '/cerita tarik': { cerita: 'CERITA', alasan: 'uji' },
    '/penyegaran kirim': { topik: 'pseah', jabatan: 'camat', wilayah: '81.05', isi: '' },
    '/penyegaran akhiri': { pesan: '1' },
    '/dokumen tambah': {
      jenis: 'sk',
      wilayah: '81.05',
      judul: 'SK Pokja',
      nomor: '1/2026',
      tanggal: '2026-01-02',
      keadaan: 'konsep',
      penandatangan: '',
      tautan: '',
    },
    '/kalender tambah': { mulai: '2026-03-01', sampai: '2026-03-01', nama: 'Pesta', wilayah: '81.05' },
    '/kalender rencana': { kabupaten: '81.05', langkah: 'rkpdes', tahun: '2027', tanggal: '2026-09-30', alasan: 'uji' },
    '/kalender hapus': { hari: 'HARI' },
    '/antrean jeda': {},
    '/antrean lanjutkan': {},
    '/whatsapp ulang': {},
    '/pengaduan/:id maju': { dari: 'baru', ke: 'ditangani' },
    '/antikorupsi/:id maju': { dari: 'baru', ke: 'ditangani' },
  }

  it('has a form of this table for every action', () => {
    const named = pages.flatMap(({ path, actions }) => Object.keys(actions).map((name) => `${path} ${name}`))
    expect(Object.keys(forms).sort()).toEqual(named.sort())
  })

  it('takes no action about Seram from the koordinator of Sumba, though it is one of a koordinator’s', async () => {
    const person = paths['/orang/:id']!.split('/').at(-1)!
    const [seat] = await stage.db.all<{ id: number }>('select seat_id as id from holding where person_id = $1', person)
    const [day] = await stage.db.all<{ id: number }>(
      `insert into holiday (from_on, until_on, kind, name, scope, source) values ('2026-04-01', '2026-04-01', 'lokal', 'Uji', '81.05', 'uji') returning id`,
    )
    const [work] = await stage.db.all<{ id: number }>(
      `insert into work_item (kabupaten_code, title, responsible, planned_from_on, planned_until_on)
       values ('81.05', 'Uji', 'Uji', '2026-01-01', '2026-01-31') returning id`,
    )
    const [story] = await stage.db.all<{ id: number }>(
      `insert into story (report_id, region_code, about, state, place, names, photos, created_at, changed_at)
       values (99999, $1, 'kelompok', 'diperiksa', 'internal', 'nama', 0, 1, 1) returning id`,
      village,
    )
    const values: Readonly<Record<string, string>> = {
      PUTARAN: round,
      KURSI: String(seat!.id),
      HARI: String(day!.id),
      KERJA: String(work!.id),
      CERITA: String(story!.id),
    }
    const browser = await browserOf('koordinator of Sumba')
    const before = await stage.db.all('select max(id) as id from audit')
    const found: Record<string, number> = {}
    for (const [where, fields] of Object.entries(forms)) {
      const [path, aksi] = where.split(' ') as [string, string]
      const filled = Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, values[v] ?? v]))
      found[where] = (await browser.submit('/', aksi, filled, paths[path])).status
    }
    expect(Object.entries(found).filter(([, status]) => status !== 403)).toEqual([])
    expect(await stage.db.all('select max(id) as id from audit')).toEqual(before)
  })

  it('ends all rights with the seat', async () => {
    const browser = await stage.signIn({ position: 'camat', regionCode: '53.18.11' })
    expect((await browser.get('/putaran')).status).toBe(200)
    const person = await holderOf(stage.db, 'camat', '53.18.11')
    await stage.db.run('update holding set until_at = $2 where person_id = $1', person, stage.clock.now())
    expect((await browser.get('/putaran')).status).toBe(403)
  })

  it('keeps the report of the raja from the kepala desa, and of either from the camat unless it counts', async () => {
    const [two] = await stage.db.all<{ code: string }>(`select code from region where reporting = 'each' order by code`)
    const [owed] = await stage.db.all<{ id: number; v: number }>(
      `select o.id, f.form_version_id as v from obligation o join round_form f on f.id = o.round_form_id
       join round r on r.id = f.round_id where o.region_code = $1 and r.code = $2`,
      two!.code,
      round,
    )
    const ids: Record<string, number> = {}
    for (const position of ['raja_negeri', 'kepala_desa'] as const) {
      const [seat] = await stage.db.all<{ id: number }>(
        'select id from seat where region_code = $1 and position = $2',
        two!.code,
        position,
      )
      const [made] = await stage.db.all<{ id: number }>(
        `insert into report (obligation_id, seat_id, form_version_id, state, started_at) values ($1, $2, $3, 'open', 1) returning id`,
        owed!.id,
        seat!.id,
        owed!.v,
      )
      ids[position] = made!.id
    }
    const raja = await stage.signIn({ position: 'raja_negeri', regionCode: two!.code })
    const camat = await stage.signIn({ position: 'camat', regionCode: two!.code.slice(0, 8) })
    const staff = await browserOf('koordinator of Seram')
    const statuses = async (browser: Browser) => [
      (await browser.get(`/laporan/${ids.raja_negeri}`)).status,
      (await browser.get(`/laporan/${ids.kepala_desa}`)).status,
    ]
    expect(await statuses(raja)).toEqual([200, 403])
    expect(await statuses(camat)).toEqual([403, 200])
    expect(await statuses(staff)).toEqual([200, 200])
    expect((await raja.get(`/desa/${two!.code}`)).text).not.toContain(`/laporan/${ids.kepala_desa}"`)
  })

  it('writes down who read what about people', async () => {
    const person = await holderOf(stage.db, 'koordinator_kabupaten', '81.05')
    const rows = await stage.db.all<{ action: string }>(
      'select distinct action from audit where actor = $1 order by action',
      `person:${person}`,
    )
    expect(rows.map((r) => r.action)).toEqual(
      expect.arrayContaining(['read_person', 'read_persons', 'read_report', 'read_staff_item', 'sign_in']),
    )
  })
})
