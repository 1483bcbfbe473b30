import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { importPeople } from '../../src/app/import-people.ts'
import { peopleTemplate, planTemplate } from '../../src/app/import-templates.ts'
import { loadDemo } from '../../src/app/load-demo.ts'
import { setUp } from '../../src/app/set-up.ts'
import { writeImportTemplate } from '../../src/documents/import-template.ts'
import { peopleColumns } from '../../src/domain/people-rows.ts'
import { planColumns } from '../../src/domain/plan-rows.ts'
import { hashOfPhone, keysFrom } from '../../src/lib/seal.ts'
import type { Database } from '../../src/store/database.ts'
import { listPeople } from '../../src/store/people-list.ts'
import { setUpAt } from '../support/beginnings.ts'
import { type Open, onEveryDialect } from '../support/databases.ts'
import { workbook } from '../support/workbooks.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
const keys = keysFrom(Buffer.alloc(32, 5))
const header = ['nama', 'jabatan', 'kode_wilayah', 'nama_wilayah', 'no_hp', 'kanal', 'bahasa']

const ready = (open: Open) => open(setUpAt(now))

async function take(db: Database, rows: readonly (readonly (string | number | null)[])[], at = now) {
  return importPeople(db, await workbook([header, ...rows]), { now: at, keys, actor: 'test' })
}

/** Who holds what now: `name: jabatan kode`. */
async function whoHoldsWhat(db: Database, at = now) {
  return (await listPeople(db, at))
    .flatMap((p) => p.seats.map((s) => `${p.name}: ${s.position} ${s.regionCode}`))
    .sort()
}

onEveryDialect('importing people', (open) => {
  it('knows for which office somebody sits, also when it is written later', async () => {
    const db = await ready(open)
    const offices = async () =>
      (await db.all<{ opd: string | null }>(`select opd from seat where position = 'opd' order by id`)).map(
        (s) => s.opd,
      )
    const bring = async (opd: string, jabatan = 'OPD') =>
      importPeople(
        db,
        await workbook([
          [...header, 'opd'],
          ['Tirza Contoh', jabatan, '53.18', '', '081200000009', '', '', opd],
        ]),
        { now, keys, actor: 'test' },
      )
    await bring('')
    expect(await offices()).toEqual([null])
    await bring('dinas pertanian')
    expect(await offices()).toEqual(['pertanian'])
    expect(await bring('Dinas Angkasa')).toMatchObject({ ok: false, issues: [{ row: 2, column: 'opd' }] })
    expect(await bring('Dinas Sosial', 'Koordinator Kabupaten')).toMatchObject({
      ok: false,
      issues: [{ column: 'opd' }],
    })
  })

  it('makes people, seats and holdings of a workbook with tolerant headers', async () => {
    const db = await ready(open)
    const book = await workbook([
      ['No HP', ' NAMA ', 'Jabatan', 'Kode Wilayah', 'catatan'],
      [81200000001, 'Debora Contoh', 'kepala desa', '53.18.01.2002', 'baru'],
      [null, 'Yafet Contoh', 'Camat', '53.18.01', null],
      [null, 'Ruben Contoh', 'Anggota Forum', '53.18', null],
      [null, 'Naomi Contoh', 'Admin', '*', null],
    ])
    expect(await importPeople(db, book, { now, keys, actor: 'test' })).toEqual({
      ok: true,
      counts: { rows: 4, newPeople: 4, changedPeople: 0, newSeats: 4, handedOver: 0 },
    })
    expect(await whoHoldsWhat(db)).toEqual([
      'Debora Contoh: kepala_desa 53.18.01.2002',
      'Naomi Contoh: admin *',
      'Ruben Contoh: anggota_forum 53.18',
      'Yafet Contoh: camat 53.18.01',
    ])
    const [member] = await db.all<{ kind: string }>(
      `select b.kind from seat s join body b on b.id = s.body_id where s.position = 'anggota_forum'`,
    )
    expect(member?.kind).toBe('forum')
  })

  it('seals telephone numbers: only the key opens them, and the same number is found by its hash', async () => {
    const db = await ready(open)
    await take(db, [['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, '0812-0000-0001', null, null]])
    const [person] = await db.all<{ phone_sealed: string; phone_hash: string }>('select * from person')
    expect(person?.phone_sealed).not.toContain('1200000001')
    expect(keys.open(person!.phone_sealed)).toBe('+6281200000001')
    expect(person?.phone_hash).toBe(hashOfPhone(keys.hashKey, '+6281200000001'))
    expect(() => keysFrom(Buffer.alloc(32, 6)).open(person!.phone_sealed)).toThrow('another DATA_KEY')
  })

  it('changes nothing when the same file comes again', async () => {
    const db = await ready(open)
    const rows = [
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, '081200000001', 'telegram', 'id'],
      ['Elias Contoh', 'Pokja Desa', '53.18.01.2002', null, null, null, null],
      ['Marta Contoh', 'Pokja Desa', '53.18.01.2002', null, null, null, null],
      ['Filipus Contoh', 'Fasilitator Desa', '53.18.01.2002', null, null, null, null],
      ['Filipus Contoh', 'Fasilitator Desa', '53.18.01.2003', null, null, null, null],
    ]
    const first = await take(db, rows)
    expect(first).toMatchObject({ ok: true, counts: { rows: 5, newPeople: 4, newSeats: 5 } })
    expect(await take(db, rows, now + 1_000)).toEqual({
      ok: true,
      counts: { rows: 5, newPeople: 0, changedPeople: 0, newSeats: 0, handedOver: 0 },
    })
    expect(await whoHoldsWhat(db, now + 2_000)).toHaveLength(5)
  })

  it('hands a seat that one person holds to the next, and keeps who had it until when', async () => {
    const db = await ready(open)
    await take(db, [['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, '081200000001', null, null]])
    const result = await take(
      db,
      [['Markus Contoh', 'Kepala Desa', '53.18.01.2002', null, '081200000002', null, null]],
      now + 1_000,
    )
    expect(result).toMatchObject({ ok: true, counts: { newPeople: 1, newSeats: 0, handedOver: 1 } })
    expect(await whoHoldsWhat(db, now + 2_000)).toEqual(['Markus Contoh: kepala_desa 53.18.01.2002'])
    expect(await whoHoldsWhat(db, now + 500)).toEqual(['Debora Contoh: kepala_desa 53.18.01.2002'])
    expect(await db.all('select id from seat')).toHaveLength(1)
  })

  it('knows a person by number and seat when the name was written better, and by name and seat when the number changed', async () => {
    const db = await ready(open)
    const seat = ['Kepala Desa', '53.18.01.2002', null] as const
    await take(db, [['debora contho', ...seat, '081200000001', null, null]])
    expect(await take(db, [['Debora Contoh', ...seat, '081200000001', null, null]])).toMatchObject({
      counts: { newPeople: 0, changedPeople: 1, handedOver: 0 },
    })
    expect(await take(db, [['Debora Contoh', ...seat, '081200000009', null, null]])).toMatchObject({
      counts: { newPeople: 0, changedPeople: 1, handedOver: 0 },
    })
    const [person] = await db.all<{ name: string; phone_sealed: string }>('select * from person')
    expect([person?.name, keys.open(person!.phone_sealed)]).toEqual(['Debora Contoh', '+6281200000009'])
  })

  it('keeps two who share a telephone two', async () => {
    const db = await ready(open)
    const result = await take(db, [
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, '081200000001', null, null],
      ['Elias Contoh', 'Sekretaris Desa', '53.18.01.2002', null, '081200000001', null, null],
    ])
    expect(result).toMatchObject({ counts: { newPeople: 2 } })
  })

  it('keeps a raja and a kepala desa of one negeri side by side, each with a report of their own', async () => {
    const db = await ready(open)
    const regions = () =>
      db.all(`select code, kind, reporting from region where code in ('81.05.15.2003', '81.05.15.2004') order by code`)
    await take(db, [
      ['Salmon Contoh', 'Raja Negeri', '81.05.15.2003', null, null, null, null],
      ['Umar Contoh', 'Raja', '81.05.15.2004', null, null, null, null],
    ])
    expect(await regions()).toEqual([
      { code: '81.05.15.2003', kind: 'negeri', reporting: 'one' },
      { code: '81.05.15.2004', kind: 'negeri', reporting: 'one' },
    ])
    await take(db, [['Debora Contoh', 'Kepala Desa', '81.05.15.2003', null, null, null, null]])
    expect(await regions()).toEqual([
      { code: '81.05.15.2003', kind: 'negeri', reporting: 'each' },
      { code: '81.05.15.2004', kind: 'negeri', reporting: 'one' },
    ])
    expect(await db.all('select position, official from seat order by id')).toEqual([
      { position: 'raja_negeri', official: 0 },
      { position: 'raja_negeri', official: 1 },
      { position: 'kepala_desa', official: 1 },
    ])
  })

  it('does not undo the language that a person chose in the chat', async () => {
    const db = await ready(open)
    const rows = [['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, null, null, null]]
    await take(db, rows)
    await db.run(`update person set language = 'en'`)
    await take(db, rows)
    expect((await listPeople(db, now))[0]?.language).toBe('en')
  })

  it('imports nothing when one cell is wrong, and names every wrong cell with row, column and remedy', async () => {
    const db = await ready(open)
    const result = await take(db, [
      ['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, '081200000001', null, null],
      ['', 'Presiden', '99.99.99.9999', null, 'nanti', 'sms', null],
      ['Yafet Contoh', 'Camat', '53.18.01.2002', null, null, null, null],
    ])
    expect(result.ok).toBe(false)
    const issues = result.ok ? [] : result.issues
    expect(issues.map((i) => [i.row, i.column])).toEqual([
      [3, 'nama'],
      [3, 'jabatan'],
      [3, 'no_hp'],
      [3, 'kanal'],
      [4, 'kode_wilayah'],
    ])
    for (const issue of issues) expect(issue.message).toMatch(/\p{Lu}.*\./u)
    expect(await db.all('select id from person union all select id from seat')).toEqual([])
  })

  it('names columns that are missing', async () => {
    const db = await ready(open)
    const result = await importPeople(
      db,
      await workbook([
        ['nama', 'hp'],
        ['Debora', '0812'],
      ]),
      {
        now,
        keys,
        actor: 'test',
      },
    )
    expect(result).toMatchObject({ ok: false, issues: [{ column: 'jabatan' }, { column: 'kode_wilayah' }] })
  })

  it('refuses what is no table, and a demo database', async () => {
    const db = await ready(open)
    await expect(importPeople(db, Buffer.from('halo'), { now, keys, actor: 'test' })).rejects.toThrow('no workbook')
    await loadDemo(db, { now, hashKey: keys.hashKey, actor: 'test' })
    await expect(take(db, [['Debora Contoh', 'Kepala Desa', '53.18.01.2002', null, null, null, null]])).rejects.toThrow(
      'is a demo',
    )
  })

  it('takes 2 000 rows in seconds, not minutes', async () => {
    const db = await ready(open)
    const villages = await db.all<{ code: string }>(`select code from region where level = 'desa'`)
    const rows = Array.from({ length: 2_000 }, (_, i) => [
      `Contoh ${i}`,
      'Pokja Desa',
      villages[i % villages.length]!.code,
      null,
      `0812${String(i).padStart(8, '0')}`,
      null,
      null,
    ])
    const book = await workbook([header, ...rows])
    const began = performance.now()
    expect(await importPeople(db, book, { now, keys, actor: 'test' })).toMatchObject({ counts: { newPeople: 2_000 } })
    expect(performance.now() - began).toBeLessThan(8_000)
  })
})

describe('the templates', () => {
  it.each([
    ['people', peopleTemplate, peopleColumns],
    ['plan', planTemplate, planColumns],
  ] as const)(
    'of %s have the columns that the import knows, an example that it takes, and only texts',
    async (_, build, columns) => {
      const book = new ExcelJS.Workbook()
      const bytes = await writeImportTemplate(await build(undefined))
      await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
      expect(book.worksheets.map((sheet) => sheet.name).slice(1)).toEqual(['Contoh', 'Petunjuk'])
      const [empty, example] = book.worksheets
      expect((empty!.getRow(1).values as string[]).slice(1)).toEqual([...columns])
      expect(empty!.actualRowCount).toBe(1)
      example!.eachRow((row) => {
        row.eachCell((cell) => expect(typeof cell.value).toBe('string'))
      })
      expect(empty!.getColumn(1).numFmt).toBe('@')
    },
  )

  it('has an example that can be imported as it is', async () => {
    const { importPlan } = await import('../../src/app/import-plan.ts')
    const { openDatabase } = await import('../../src/store/database.ts')
    const db = await openDatabase('file::memory:')
    await setUp(db, { now, backupFolder: 'unused' })
    const exampleOf = async (template: Awaited<ReturnType<typeof peopleTemplate>>) =>
      workbook([
        template.columns.map((c) => c.name),
        ...template.columns[0]!.examples.map((_, i) => template.columns.map((c) => c.examples[i] ?? '')),
      ])
    expect(
      await importPeople(db, await exampleOf(await peopleTemplate(db)), { now, keys, actor: 'test' }),
    ).toMatchObject({ ok: true })
    expect(await importPlan(db, await exampleOf(await planTemplate(db)), { now, actor: 'test' })).toMatchObject({
      ok: true,
    })
    await db.close()
  })
})
