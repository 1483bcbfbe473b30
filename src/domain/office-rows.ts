import { plain } from './activities.ts'
import { type Office, type OfficeBook, otherParties } from './offices.ts'
import { cellText, isBlank, type RowIssue, type RowsResult, type SheetRow } from './row-cells.ts'

/** The workbook of offices (OPD): what there is in a kabupaten and what it is called there. */
export const officeColumns = ['kode_kabupaten', 'kode', 'nama', 'singkat', 'sebutan_lain', 'aktif'] as const
export const officeRequired = ['kode_kabupaten', 'nama'] as const

/** Codes that answers use beside offices: an office of that code could not be told from them. */
const taken: ReadonlySet<string> = new Set([
  ...otherParties.map(({ code }) => code),
  'opd',
  'lain',
  'lainnya',
  'tidak_ada',
])

/** All rows or none. An office is known by its code or by a name it has; an empty cell changes nothing. */
export function readOfficeRows(
  rows: readonly SheetRow[],
  kabupaten: readonly string[],
  book: OfficeBook,
): RowsResult<Office> {
  const issues: RowIssue[] = []
  const read: (Office & { readonly row: number })[] = []
  for (const { row, cells } of rows.filter((r) => !isBlank(r, officeColumns))) {
    const text = (column: (typeof officeColumns)[number]) => cellText(cells[column])
    const before = issues.length
    const complain = (column: (typeof officeColumns)[number], message: string) => issues.push({ row, column, message })
    const kabupatenCode = text('kode_kabupaten')
    if (!kabupaten.includes(kabupatenCode))
      complain('kode_kabupaten', `Kode "${kabupatenCode}" tidak ada. Pilih: ${kabupaten.join(', ')}.`)
    const name = text('nama')
    if (name === '') complain('nama', 'Nama OPD belum diisi.')
    else if (name.length > 100) complain('nama', 'Nama OPD terlalu panjang. Tulis paling banyak 100 huruf.')
    const short = text('singkat')
    if (short.length > 40) complain('singkat', 'Nama singkat terlalu panjang. Tulis paling banyak 40 huruf.')
    const code = text('kode')
    if (code !== '' && !/^[a-z][a-z0-9_]{1,39}$/.test(code))
      complain(
        'kode',
        `Kode "${code}" tidak cocok. Pakai huruf kecil, angka dan garis bawah, contoh: ketahanan_pangan.`,
      )
    const activeCell = plain(text('aktif'))
    if (!['', 'ya', 'tidak'].includes(activeCell)) complain('aktif', 'Tulis ya atau tidak, atau kosongkan.')
    if (issues.length > before) continue
    const known = book.find(kabupatenCode, code === '' ? name : code)
    const own = known?.code ?? (code === '' ? slug(short === '' ? name : short) : code)
    if (taken.has(own)) complain('kode', `Kode "${own}" sudah berarti lain. Tulis kode lain, contoh: ${own}_daerah.`)
    const also = text('sebutan_lain')
    read.push({
      row,
      kabupatenCode,
      code: own,
      name,
      short: short === '' ? (known?.short ?? name.slice(0, 40)) : short,
      alsoCalled:
        also === ''
          ? (known?.alsoCalled ?? [])
          : also
              .split(';')
              .map((word) => word.trim())
              .filter((word) => word !== ''),
      active: activeCell === '' ? (known?.active ?? true) : activeCell === 'ya',
    })
  }
  issues.push(...(issues.length === 0 ? doubled(read, kabupaten, book) : []))
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rows: read.map(({ row: _, ...office }) => office) }
}

/** Two rows for one office, or two offices that answer to one name: nobody could say which is meant. */
function doubled(
  rows: readonly (Office & { readonly row: number })[],
  kabupaten: readonly string[],
  book: OfficeBook,
): readonly RowIssue[] {
  const issues: RowIssue[] = []
  for (const code of kabupaten) {
    const own = rows.filter((row) => row.kabupatenCode === code)
    const seen = new Map<string, { readonly code: string; readonly row?: number }>()
    const rest = book.of(code).filter((office) => !own.some((row) => row.code === office.code))
    const claim = (office: Office, row?: number) => {
      for (const word of new Set([office.name, office.short, ...office.alsoCalled].map(plain))) {
        const first = seen.get(word)
        if (first && first.code !== office.code && row !== undefined)
          issues.push({ row, column: 'nama', message: `"${word}" sudah dipakai OPD lain (${first.code}).` })
        else seen.set(word, { code: office.code })
      }
    }
    for (const office of rest) claim(office)
    for (const [i, office] of own.entries()) {
      const first = own.slice(0, i).find((other) => other.code === office.code)
      if (first)
        issues.push({
          row: office.row,
          column: 'kode',
          message: `OPD ini sudah ada di baris ${first.row}: ${office.code}.`,
        })
      else if (office.active) claim(office, office.row)
    }
  }
  return issues
}

function slug(name: string): string {
  return plain(name)
    .replace(/^dinas /, '')
    .replaceAll(' ', '_')
    .replace(/[^a-z0-9_]/g, '')
    .slice(0, 40)
}
