import { type OfficeBook, officeUnknown } from './offices.ts'
import { cellText, isBlank, type RowIssue, type RowsResult, type SheetRow } from './row-cells.ts'

/** The sheet of programmes of offices with their places (lokus) in a budget year. */
export const opdProgrammeColumns = ['kode_kabupaten', 'opd', 'tahun', 'program', 'lokus', 'terpakai'] as const
export const opdProgrammeRequired = ['kode_kabupaten', 'opd', 'tahun', 'program', 'lokus'] as const

export interface OpdProgrammeRow {
  readonly kabupatenCode: string
  readonly opd: string
  readonly year: number
  readonly name: string
  readonly placesTotal: number
  /** Taken by others than the recommendations here. */
  readonly placesTaken: number
}

/** All rows or none; `kabupaten` are the codes that the programme knows, `book` their offices. */
export function readOpdProgrammeRows(
  rows: readonly SheetRow[],
  kabupaten: readonly string[],
  book: OfficeBook,
): RowsResult<OpdProgrammeRow> {
  const issues: RowIssue[] = []
  const read: OpdProgrammeRow[] = []
  for (const { row, cells } of rows.filter((r) => !isBlank(r, opdProgrammeColumns))) {
    const complain = (column: (typeof opdProgrammeColumns)[number], message: string) =>
      issues.push({ row, column, message })
    const code = cellText(cells.kode_kabupaten)
    if (!kabupaten.includes(code))
      complain('kode_kabupaten', `Kode "${code}" tidak ada. Pilih: ${kabupaten.join(', ')}.`)
    const opd = book.find(code, cellText(cells.opd))?.code
    if (opd === undefined && kabupaten.includes(code)) complain('opd', officeUnknown(cellText(cells.opd), code, book))
    const year = wholeNumber(cells.tahun)
    if (year === undefined || year < 2020 || year > 2100)
      complain('tahun', 'Tulis tahun anggaran dengan empat angka, contoh 2025.')
    const name = cellText(cells.program)
    if (name === '') complain('program', 'Nama program belum diisi.')
    const placesTotal = wholeNumber(cells.lokus)
    if (placesTotal === undefined) complain('lokus', 'Tulis jumlah lokus dengan angka, contoh 10.')
    const placesTaken = cellText(cells.terpakai) === '' ? 0 : wholeNumber(cells.terpakai)
    if (placesTaken === undefined)
      complain('terpakai', 'Tulis jumlah lokus yang sudah terpakai dengan angka, atau kosongkan.')
    else if (placesTotal !== undefined && placesTaken > placesTotal)
      complain('terpakai', `Terpakai ${placesTaken} lebih dari lokus ${placesTotal}.`)
    if (opd !== undefined && year !== undefined && placesTotal !== undefined && placesTaken !== undefined)
      read.push({ kabupatenCode: code, opd, year, name, placesTotal, placesTaken })
  }
  const keys = read.map((r) => `${r.kabupatenCode} ${r.opd} ${r.year} ${r.name}`)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  if (issues.length === 0 && twice !== undefined)
    issues.push({ row: 0, column: 'program', message: `Program ini ada dua kali: ${twice}.` })
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rows: read }
}

function wholeNumber(cell: SheetRow['cells'][string]): number | undefined {
  const text = cellText(cell)
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
