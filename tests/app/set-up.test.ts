import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedFormsFolder } from '../../src/app/forms-edition.ts'
import { setUp } from '../../src/app/set-up.ts'
import { mayStart } from '../../src/domain/calendar.ts'
import { instantOf } from '../../src/lib/local-time.ts'
import { listBodies } from '../../src/store/bodies.ts'
import { openDatabase } from '../../src/store/database.ts'
import { shippedMigrations } from '../../src/store/migrate.ts'
import { findProgramme, loadCalendar, saveProgramme } from '../../src/store/programme.ts'
import { findRegion, listRegionNames, listRegions, setRegionFacts } from '../../src/store/regions.ts'
import { listRoundForms, listRounds } from '../../src/store/rounds.ts'
import { onEveryDialect } from '../support/databases.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
let backupFolder: string

beforeEach(() => {
  backupFolder = mkdtempSync(join(tmpdir(), 'kentongan-backups-'))
})
afterEach(() => rmSync(backupFolder, { recursive: true, force: true }))

onEveryDialect('setting up', (open) => {
  it('loads the two kabupaten of the programme with their zones', async () => {
    const db = await open()
    const counts = await setUp(db, { now, backupFolder })
    expect(counts).toMatchObject({ kabupaten: ['81.05', '53.18'], regions: 2 + 2 + 27 + 373 })
    expect(await listRegions(db, 'kecamatan')).toHaveLength(27)
    expect(await listRegions(db, 'desa', '81.05')).toHaveLength(198)
    expect(await listRegions(db, 'desa', '53.18')).toHaveLength(175)
    expect(await findRegion(db, '81.05.15')).toMatchObject({
      name: 'Teluk Waru',
      parentCode: '81.05',
      zone: 'Asia/Jayapura',
    })
    expect(await findRegion(db, '53.18')).toMatchObject({ name: 'Sumba Barat Daya', zone: 'Asia/Makassar' })
    const kelurahan = (await listRegions(db, 'desa')).filter((r) => r.kind === 'kelurahan')
    expect(kelurahan.map((r) => r.code.slice(0, 8))).toEqual(['53.18.09', '53.18.09'])
  })

  it('says where every place name comes from and under which licence', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    expect(await db.all(`select code from region where source not like '%idn-area-data%ODbL 1.0%'`)).toEqual([])
  })

  it('loads programme, bodies with their decrees, calendar and the three rounds that were held', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    const programme = await findProgramme(db)
    expect(programme).toMatchObject({
      code: 'bangkit',
      kabupaten: { '81.05': { short: 'SBT', zone: 'Asia/Jayapura' } },
    })
    expect((await listBodies(db)).map((b) => [b.kind, b.decree, b.memberCount])).toEqual([
      ['forum', 'SK Bupati Sumba Barat Daya Nomor 289/KEP/HK/2023', 24],
      ['pokja', 'SK Bupati Seram Bagian Timur Nomor 252 Tahun 2023', 25],
    ])
    const rounds = await listRounds(db)
    expect(rounds.map((r) => [r.code, r.number, r.state])).toEqual([
      ['2024-07', 1, 'closed'],
      ['2024-10', 2, 'closed'],
      ['2025-01', 3, 'closed'],
    ])
    expect((await listRoundForms(db, rounds[0]!.id)).map((f) => f.formName)).toEqual([
      'pemantauan_desa',
      'koordinasi_kecamatan',
    ])
    const calendar = await loadCalendar(db)
    const teluk = { regionCode: '81.05.15', kabupatenCode: '81.05', zone: 'Asia/Jayapura' }
    expect(mayStart(instantOf('2024-08-17', '10:00', teluk.zone), teluk, calendar)).toMatchObject({
      allowed: false,
      name: 'Hari Kemerdekaan',
    })
    expect(calendar.ramadan).toContainEqual({ fromOn: '2024-03-12', untilOn: '2024-04-09' })
  })

  it('loads no person', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    expect(await db.all('select id from person union all select id from seat')).toEqual([])
  })

  it('changes nothing the second time', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    expect(await setUp(db, { now: now + 1, backupFolder })).toEqual({
      migrations: [],
      kabupaten: ['81.05', '53.18'],
      regions: 0,
      newForms: [],
      newRounds: [],
    })
  })

  it('keeps what people corrected: a name, a programme, a day they took out', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    await setRegionFacts(db, db, [{ code: '81.05.15.2010', name: 'Boinhia', villageType: 'dampingan' }])
    // as if an older edition of the register had been loaded
    await db.run(`update region set source = 'older'`)
    const { id: _, ...programme } = (await findProgramme(db))!
    await saveProgramme(db, { ...programme, funder: 'APBD' })
    await db.run(`delete from holiday where from_on = '2024-08-17'`)

    expect((await setUp(db, { now, backupFolder })).regions).toBe(404)
    expect(await findRegion(db, '81.05.15.2010')).toMatchObject({
      name: 'Boinhia',
      officialName: 'Boinfia',
      villageType: 'dampingan',
    })
    expect((await findProgramme(db))?.funder).toBe('APBD')
    expect(await db.all(`select id from holiday where from_on = '2024-08-17'`)).toEqual([])
  })

  it('renews an official name that nobody corrected', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    await db.run(`update region set name = 'Boinfia lama', official_name = 'Boinfia lama', source = 'older'`)
    await setUp(db, { now, backupFolder })
    expect(await findRegion(db, '81.05.15.2010')).toMatchObject({ name: 'Boinfia', officialName: 'Boinfia' })
  })

  it('finds places by the other spellings people use', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    const names = await listRegionNames(db)
    expect(names.find((r) => r.code === '53.18.10')?.aliases).toEqual(['Wejewa Tengah', 'Weweva Tengah'])
  })

  it('adds another kabupaten beside those that are there, and refuses one that does not exist', async () => {
    const db = await open()
    await setUp(db, { now, backupFolder })
    await setUp(db, { now, backupFolder, kabupaten: ['53.11'] })
    expect(Object.keys((await findProgramme(db))!.kabupaten).sort()).toEqual(['53.11', '53.18', '81.05'])
    await expect(setUp(db, { now, backupFolder, kabupaten: ['99.99'] })).rejects.toThrow('"99.99" is no kabupaten')
    await expect(setUp(db, { now, backupFolder, kabupaten: ['Bula'] })).rejects.toThrow('"Bula" is no code')
  })

  it('starts a programme of another kabupaten without BangKIT’s rounds and bodies', async () => {
    const db = await open()
    const counts = await setUp(db, { now, backupFolder, kabupaten: ['53.11'] })
    expect(counts.newRounds).toEqual([])
    expect(await listBodies(db)).toEqual([])
    expect((await findProgramme(db))?.name).not.toContain('BangKIT')
  })

  it('installs what changed among the forms that we ship, and nothing else', async () => {
    const db = await open()
    const formsFolder = mkdtempSync(join(tmpdir(), 'kentongan-forms-'))
    cpSync(shippedFormsFolder, formsFolder, { recursive: true })
    await setUp(db, { now, backupFolder, formsFolder })
    const file = join(formsFolder, 'pengaduan.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('id: Pengaduan rahasia', 'id: Pengaduan baru'))
    expect((await setUp(db, { now, backupFolder, formsFolder })).newForms).toEqual(['pengaduan'])
    expect((await setUp(db, { now, backupFolder, formsFolder })).newForms).toEqual([])
    rmSync(formsFolder, { recursive: true })
  })

  it('stops with one sentence at a form that cannot be run', async () => {
    const db = await open()
    const formsFolder = mkdtempSync(join(tmpdir(), 'kentongan-forms-'))
    writeFileSync(
      join(formsFolder, 'rusak.yaml'),
      'settings:\n  form_id: rusak\n  form_title: Rusak\n  version: 1\nsurvey:\n  - { type: integer, name: a, constraint: ". >" }\n',
    )
    await expect(setUp(db, { now, backupFolder, formsFolder })).rejects.toThrow(
      /flows\/rusak\.yaml, row 6 cannot be used/,
    )
    rmSync(formsFolder, { recursive: true })
  })
})

describe('updating a database that is in use', () => {
  it('copies it first, and refuses one that a newer version made', async () => {
    const db = await openDatabase(`file:${join(backupFolder, 'used.db')}`)
    await setUp(db, { now, backupFolder: join(backupFolder, 'copies') })
    const newer = [
      ...shippedMigrations('sqlite'),
      { name: '9999_later.sql', sql: 'create table later (a integer);', checksum: 'x' },
    ]
    const counts = await setUp(db, { now, backupFolder: join(backupFolder, 'copies'), migrations: newer })
    expect(counts.migrations).toEqual(['9999_later.sql'])
    const copies = readdirSync(join(backupFolder, 'copies'))
    expect(copies).toEqual(['before-update-2024-08-14T020000000Z.db'])
    const copy = await openDatabase(`file:${join(backupFolder, 'copies', copies[0]!)}`)
    expect(await listRounds(copy)).toHaveLength(3)
    expect(await copy.all(`select name from sqlite_master where name = 'later'`)).toEqual([])
    await copy.close()

    await expect(setUp(db, { now, backupFolder })).rejects.toThrow('was made by a newer version')
    await db.close()
  })
})
