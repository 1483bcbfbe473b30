import * as XLSX from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportOpenDk } from '../../src/app/export-opendk.ts'
import { exportOdk, exportTables } from '../../src/app/export-submissions.ts'
import { writeTables } from '../../src/documents/write-tables.ts'
import { dokumentasiColumns, pembangunanColumns } from '../../src/domain/opendk.ts'
import { unzip } from '../../src/lib/unzip.ts'
import { zip } from '../../src/lib/zip.ts'
import { listHandedIn, requireRound } from '../../src/store/rounds.ts'
import { openRig, type Rig } from '../support/rig.ts'

let rig: Rig
const code = '2025-01'
beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())

describe('a round goes out again', () => {
  it('as Kobo’s workbook, every report a row and every activity a row of its own', async () => {
    const { db } = rig.services
    const round = await requireRound(db, code)
    const handedIn = await listHandedIn(db, round.id)
    const { tables, reports } = await exportTables(rig.services, round)
    expect(reports).toBe(handedIn.length)
    const book = XLSX.read(await writeTables(tables), { type: 'array', cellFormula: true })
    const villages = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.pemantauan_desa!)
    expect(villages).toHaveLength(handedIn.filter(({ formName }) => formName === 'pemantauan_desa').length)
    expect(villages[0]).toMatchObject({ _index: 1, _kode_wilayah: handedIn[0]!.regionCode })
    const activities = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.kegiatan!)
    expect(activities.length).toBeGreaterThan(villages.length)
    for (const row of activities) expect(row).toMatchObject({ _parent_table_name: 'pemantauan_desa' })
    const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name]!) as XLSX.CellObject[])
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([])
  })

  it('as ODK’s files: the form once, each report as a submission with an id that stays', async () => {
    const round = await requireRound(rig.services.db, code)
    const { files, reports } = await exportOdk(rig.services, round)
    const again = await exportOdk(rig.services, round)
    expect([...again.files.keys()]).toEqual([...files.keys()])
    const submissions = [...files].filter(([name]) => name.endsWith('/submission.xml'))
    expect(submissions).toHaveLength(reports)
    expect(new Set(submissions.map(([, xml]) => /<instanceID>(uuid:[0-9a-f-]{36})</.exec(String(xml))?.[1])).size).toBe(
      reports,
    )
    expect(String(files.get('forms/pemantauan_desa-1.xml'))).toContain(
      '<pemantauan_desa id="pemantauan_desa" version="1">',
    )
    const unpacked = unzip(zip(files), { mostBytes: 50_000_000, mostFiles: 10_000 })
    expect([...unpacked.keys()].filter((name) => !name.endsWith('/')).toSorted()).toEqual([...files.keys()].toSorted())
  })
})

it('goes to OpenDK as its import reads it: the named columns, every planned activity with an id that stays', async () => {
  const round = await requireRound(rig.services.db, code)
  const { pembangunan, dokumentasi, activities } = await exportOpenDk(rig.services, round)
  const rows = (csv: string) =>
    XLSX.utils.sheet_to_json<Record<string, unknown>>(XLSX.read(csv, { type: 'string', raw: true }).Sheets.Sheet1!)
  expect(pembangunan.split('\r\n')[0]).toBe(pembangunanColumns.join(','))
  expect(dokumentasi.split('\r\n')[0]).toBe(dokumentasiColumns.join(','))
  expect(activities).toBeGreaterThan(100)
  expect(rows(pembangunan)).toHaveLength(activities)
  const ids = rows(pembangunan).map((row) => String(row.id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const row of rows(dokumentasi)) expect(ids).toContain(String(row.id_pembangunan))
})

it('a text that looks like a formula is a text in the workbook', async () => {
  const bytes = await writeTables([
    { name: 'a', header: ['b'], rows: [['=1+1'], ['+62'], [7], [null], ['x'.repeat(40_000)]] },
  ])
  const sheet = XLSX.read(bytes, { type: 'array', cellFormula: true }).Sheets.a!
  expect([sheet.A2, sheet.A3, sheet.A4].map((cell) => [cell?.t, cell?.v, cell?.f])).toEqual([
    ['s', '=1+1', undefined],
    ['s', '+62', undefined],
    ['n', 7, undefined],
  ])
  expect(String(sheet.A6?.v)).toHaveLength(32_767)
})
