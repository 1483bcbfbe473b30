import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportRows } from '../../src/app/export-round.ts'
import { importOffices } from '../../src/app/import-offices.ts'
import { importOpdProgrammes } from '../../src/app/import-opd-programmes.ts'
import { matrixNow } from '../../src/app/matrix.ts'
import { noteMeeting, registerMeeting } from '../../src/app/register-meeting.ts'
import { sendDigests } from '../../src/app/send-digests.ts'
import { openDatabase } from '../../src/store/database.ts'
import { listCommitments } from '../../src/store/meetings.ts'
import { migrate, shippedMigrations } from '../../src/store/migrate.ts'
import { listOffices, readOfficeBook } from '../../src/store/offices.ts'
import { listRecommendations } from '../../src/store/recommendations.ts'
import { freshDatabase, onEveryDialect } from '../support/databases.ts'
import { coordination, monday, openStage, type Stage } from '../support/recommendation-stage.ts'
import { openPlay, type Play } from '../support/small-programme.ts'
import { workbook } from '../support/workbooks.ts'

const columns = ['kode_kabupaten', 'kode', 'nama', 'singkat', 'sebutan_lain', 'aktif']

onEveryDialect('the register of offices', (open) => {
  let stage: Play
  beforeEach(async () => {
    stage = await openPlay(open, { startAt: monday, open: false })
  })
  afterEach(() => stage.close())
  const by = () => ({ now: stage.clock.now(), actor: 'test' })
  const take = async (...rows: readonly (readonly string[])[]) =>
    importOffices(stage.services.db, await workbook([columns, ...rows], 'OPD'), by())

  it('is taken in by kabupaten; what is not in the file stays, and the same again changes nothing', async () => {
    const { db } = stage.services
    const rows = [
      ['81.05', '', 'Bappelitbangda', 'Bappelitbangda', 'Bapperida; Bappeda', ''],
      ['81.05', 'kehutanan', 'Dinas Kehutanan', 'Kehutanan', 'Dishut', 'ya'],
      ['81.05', 'kominfo', 'Dinas Kominfo', '', '', 'tidak'],
    ]
    // its new name is unknown: without the code it would be another office
    expect(await take(rows[0]!)).toMatchObject({ ok: false, issues: [{ row: 2 }, { column: 'nama' }] })
    rows[0]![1] = 'bapperida'
    expect(await take(...rows)).toEqual({ ok: true, rows: 3, added: 1, changed: 2, left: [] })
    expect(await take(...rows)).toMatchObject({ added: 0, changed: 0 })
    const book = await readOfficeBook(db)
    expect(book.nameOf('81.05.15', 'bapperida')).toBe('Bappelitbangda')
    expect(book.nameOf('53.18', 'bapperida')).toBe('Bapperida')
    expect(book.find('81.05', 'dishut')?.code).toBe('kehutanan')
    expect(book.find('53.18', 'dishut')).toBeUndefined()
    // one that is no more keeps its name and is not found by it
    expect([book.nameOf('81.05', 'kominfo'), book.find('81.05', 'Dinas Kominfo')]).toEqual(['Dinas Kominfo', undefined])
    expect([book.of('81.05').length, book.of('53.18').length]).toEqual([19, 19])
  })

  it('names every bad cell and takes nothing', async () => {
    const before = await listOffices(stage.services.db)
    const bad = await take(
      ['99.99', '', '', '', '', 'mungkin'],
      ['81.05', 'Dinas X', 'Dinas X', '', '', ''],
      ['81.05', 'kecamatan', 'Kecamatan', '', '', ''],
    )
    expect(bad.ok === false && bad.issues.map((i) => `${i.row} ${i.column}`)).toEqual([
      '2 kode_kabupaten',
      '2 nama',
      '2 aktif',
      '3 kode',
      '4 kode',
    ])
    const twice = await take(
      ['81.05', 'kehutanan', 'Dinas Kehutanan', '', 'Pertanian', ''],
      ['81.05', 'kehutanan', 'Dinas Kehutanan', '', '', ''],
    )
    expect(twice.ok === false && twice.issues.map((i) => i.message)).toEqual([
      '"pertanian" sudah dipakai OPD lain (pertanian).',
      'OPD ini sudah ada di baris 2: kehutanan.',
    ])
    expect(await listOffices(stage.services.db)).toEqual(before)
  })

  it('says which programme, seat and promise can be meant, and what is left of an office that is no more', async () => {
    const { db } = stage.services
    const programmes = async (opd: string, kabupaten = '81.05') =>
      importOpdProgrammes(
        db,
        await workbook(
          [
            ['kode_kabupaten', 'opd', 'tahun', 'program', 'lokus', 'terpakai'],
            [kabupaten, opd, '2024', 'Hutan desa', '10', '4'],
          ],
          'Lokus',
        ),
        by(),
      )
    expect(await programmes('Dishut')).toMatchObject({
      ok: false,
      issues: [
        { row: 2, column: 'opd', message: expect.stringMatching(/^OPD "Dishut" tidak ada di 81\.05\. Pilih: /) },
      ],
    })
    const forest = ['81.05', 'kehutanan', 'Dinas Kehutanan', 'Kehutanan', 'Dishut', '']
    await take(forest)
    expect(await programmes('Dishut')).toMatchObject({ ok: true, added: 1 })
    expect(await programmes('Dishut', '53.18')).toMatchObject({ ok: false })

    const draft = { fromOn: '2024-08-20', agenda: [], sessions: [] }
    const meeting = await registerMeeting(stage.services, { ...draft, kind: 'rakor', regionCode: '81.05' }, by())
    const promise = { what: 'Data lokus', who: 'Dishut', dueOn: null }
    await noteMeeting(stage.services, meeting.id, { ...draft, decisions: [], commitments: [promise] }, by())
    expect(await listCommitments(db, db, [meeting.id])).toMatchObject([{ opd: 'kehutanan' }])

    expect(await take(forest.with(5, 'tidak'))).toMatchObject({
      left: [{ office: { code: 'kehutanan' }, seats: 0, programmes: 1, recommendations: 0 }],
    })
  })
})

onEveryDialect('the offices of a kabupaten', (open) => {
  let stage: Stage
  beforeEach(async () => {
    stage = await openStage(open)
  })
  afterEach(() => stage.close())
  const by = () => ({ now: stage.clock.now(), actor: 'test' })
  const take = async (...rows: readonly (readonly string[])[]) =>
    importOffices(stage.services.db, await workbook([columns, ...rows], 'OPD'), by())

  it('is what the camat may choose from, by its own names, in that kabupaten only', async () => {
    const { db } = stage.services
    await take(
      ['81.05', 'kehutanan', 'Dinas Kehutanan', 'Kehutanan', 'Dishut', ''],
      ['81.05', 'kominfo', 'Dinas Kominfo', '', '', 'tidak'],
      ['81.05', 'bapperida', 'Bappeda', 'Bappeda', 'Bapperida', ''],
    )
    await stage.talk('camat', ...coordination, 'ya', 'semua')
    const asked = await stage.talk('camat', 'perbaiki dulu', 'penanggung jawab')
    expect(asked).toMatch(/1\. Bappeda\n/)
    expect(asked).toMatch(/\. Setda\n\d+\. Kehutanan\n\d+\. Pemerintah desa/)
    expect(asked).not.toMatch(/Kominfo|Bapperida/)
    await stage.talk('camat', 'dishut, bapperida', 'terima', '0', 'ya')
    const [row] = await listRecommendations(db, db, { within: ['81.05'] })
    expect(row!.responsible).toEqual(['bapperida', 'kehutanan'])
    const { rows } = await matrixNow(stage.services, db, { round: stage.round, regionCode: '81.05' }, stage.clock.now())
    expect(rows[0]!.responsible.map(({ name }) => name)).toEqual(['Bappeda', 'Dinas Kehutanan'])
    const lines: string[] = []
    for await (const batch of exportRows(stage.services, stage.round))
      lines.push(...batch.map((line) => line.join('|')))
    expect(lines.find((line) => line.includes('pihak_baru'))).toContain('Bappeda')

    // the reports of this kabupaten hold its list; one of the other goes by what the form has
    expect(await stage.count(`session_snapshot where body like '%Kehutanan%'`)).toBe(2)
    await stage.talk('camatLoura', 'mulai')
    expect(await stage.count('session_snapshot')).toBe(3)
    expect(await stage.count(`session_snapshot where body like '%Kehutanan%'`)).toBe(2)
  })

  it('tells somebody of an office what lies with it and which places are left, and nobody else', async () => {
    const { db } = stage.services
    await stage.talk('camat', ...coordination, 'ya', 'lewati', '0', 'ya')
    await importOpdProgrammes(
      db,
      await workbook(
        [
          ['kode_kabupaten', 'opd', 'tahun', 'program', 'lokus', 'terpakai'],
          ['81.05', 'Dinas Pertanian', '2024', 'Bibit unggul', '10', '4'],
          ['81.05', 'Dinas Pertanian', '2023', 'Pupuk', '5', '0'],
          ['81.05', 'Dinas Sosial', '2024', 'Bantuan usaha', '3', '0'],
        ],
        'Lokus',
      ),
      by(),
    )
    await db.run(`delete from seat where position = 'anggota_pokja' and id not in (select seat_id from holding)`)
    await db.run(
      `update holding set until_at = 1 where seat_id in (select id from seat where position = 'anggota_pokja')`,
    )
    const { digests } = await sendDigests(stage.services, stage.clock.now(), { due: 'always', dryRun: true })
    const said = (audience: string) =>
      digests
        .filter((d) => d.audience === audience)
        .flatMap((d) => d.messages.map((m) => m.text))
        .join('\n')
    expect(said('opd')).toContain(
      '1 rekomendasi menunggu tindak lanjut Dinas Pertanian.\nSisa lokus program Dinas Pertanian:\n• Bibit unggul 2024: 6 dari 10',
    )
    expect(said('opd')).not.toMatch(/Pupuk|Bantuan usaha/)
    for (const audience of ['staff', 'camat', 'forum']) expect(said(audience)).not.toContain('Bibit unggul')
  })
})

describe('a database from before the register', () => {
  const dialects = process.env['TEST_POSTGRES_URL'] ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)
  it.each(dialects)('has the shared list as the register of each kabupaten (%s)', async (dialect) => {
    const fresh = await freshDatabase(dialect)
    const db = await openDatabase(fresh.url)
    const all = shippedMigrations(dialect)
    await migrate(db, { now: 0, migrations: all.filter(({ name }) => name < '0031') })
    await db.run(
      `insert into region (code, level, name, official_name, zone) values
         ('81.05', 'kabupaten', 'A', 'A', 'Asia/Jayapura'), ('53.18', 'kabupaten', 'B', 'B', 'Asia/Makassar'),
         ('53.18.01', 'kecamatan', 'C', 'C', 'Asia/Makassar')`,
    )
    await db.run(
      `insert into opd_programme (kabupaten_code, opd, year, name, places_total) values ('53.18', 'pupr', 2024, 'Jalan', 3)`,
    )
    await migrate(db, { now: 1 })
    const book = await readOfficeBook(db)
    expect([book.of('81.05').length, book.of('53.18').length]).toEqual([19, 19])
    const [programme] = await db.all<{ opd: string }>('select opd from opd_programme')
    expect(book.nameOf('53.18', programme!.opd)).toBe('Dinas PUPR')
    // the list in the migration is the one that new databases begin with
    const { usualOffices } = await import('../../src/domain/offices.ts')
    expect(book.of('53.18').map(({ code, name, short, alsoCalled }) => ({ code, name, short, alsoCalled }))).toEqual(
      usualOffices,
    )
    await db.close()
    await fresh.drop()
  })
})
