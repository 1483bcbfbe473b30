/**
 * Cells of an imported workbook as people fill them: numbers eaten by Excel, dates as serial numbers, "Rp 2.500.000".
 * Strict on purpose: what could mean two things is given back as unread, and the row's message asks for it.
 */
export type Cell = string | number | boolean | null | undefined

/** One row of a sheet: its number as shown in the workbook, and its cells by column name. */
export interface SheetRow {
  readonly row: number
  readonly cells: Readonly<Record<string, Cell>>
}

/** What is wrong with one cell, in Indonesian, naming what to do. */
export interface RowIssue {
  readonly row: number
  readonly column: string
  readonly message: string
}

/** All rows or none: one bad row refuses the file, and every bad cell is named. */
export type RowsResult<T> =
  | { readonly ok: true; readonly rows: readonly T[] }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/** The cell as text, trimmed, inner whitespace as one space. Invisible characters that copying leaves are dropped. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  return String(cell)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export function isBlank(row: SheetRow, columns: readonly string[]): boolean {
  return columns.every((column) => cellText(row.cells[column]) === '')
}

/**
 * The columns that a sheet lacks, as issues of its first row: a sheet without them is refused as a whole. `row` is the
 * number of the header row.
 */
export function missingColumns(
  header: readonly string[],
  required: readonly string[],
  row: number,
): readonly RowIssue[] {
  return required
    .filter((column) => !header.includes(column))
    .map((column) => ({
      row,
      column,
      message: `Kolom "${column}" tidak ada. Pakai berkas contoh dan jangan ubah judul kolomnya.`,
    }))
}

/**
 * A number as Indonesians write it: `1.250`, `2,5`, `1.250,75`. A dot before exactly three digits groups thousands; a
 * dot elsewhere is taken as a decimal point. Undefined when it is no such number.
 */
export function readNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  const text = cellText(cell)
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^\d+([.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'))
  return undefined
}

/** Whole rupiah: `25000000`, `Rp 25.000.000`, `25.000.000,00`, `25 juta`, `2,5 jt`. Undefined when it is not that. */
export function readRupiah(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : undefined
  const text = cellText(cell)
    .toLowerCase()
    .replace(/^rp\.?\s*/, '')
    .replace(/,(00|-)$/, '')
  const millions = /^(\d+(?:[.,]\d{1,2})?) ?(?:jt|juta)$/.exec(text)
  if (millions !== null) return Math.round(Number(millions[1]?.replace(',', '.')) * 1_000_000)
  if (/^\d+$/.test(text)) return Number(text)
  return /^\d{1,3}([. ]\d{3})+$/.test(text) ? Number(text.replace(/[. ]/g, '')) : undefined
}

const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan'],
  ['februari', 'feb', 'pebruari'],
  ['maret', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'agu', 'ags', 'agt', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct'],
  ['november', 'nov', 'nopember'],
  ['desember', 'des', 'dec'],
]

/**
 * A month `YYYY-MM` from `2024-03`, `2024-03-15`, `03/2024`, `15/03/2024`, `Maret 2024`, `15 Maret 2024` or Excel's
 * day number. Undefined when it is none of these; a month without a year is none.
 */
export function readMonth(cell: Cell): string | undefined {
  if (typeof cell === 'number') return cell > 20_000 && cell < 80_000 ? monthOfSerial(cell) : undefined
  const text = cellText(cell).toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})(?:-\d{1,2}(?:t.*)?)?$/.exec(text)
  if (iso !== null) return month(iso[1], Number(iso[2]))
  const slashed = /^(?:\d{1,2}[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text)
  if (slashed !== null) return month(slashed[2], Number(slashed[1]))
  const named = /^(?:\d{1,2} )?([a-z]+)\.?[ -](\d{4})$/.exec(text)
  if (named === null) return undefined
  return month(named[2], monthNames.findIndex((names) => names.includes(named[1] ?? '')) + 1)
}

/**
 * A mobile or office number as `+62…`. Excel drops the leading zero, so `81234567890` is read too. Undefined when the
 * count of digits is impossible or the number is of another country.
 */
export function readPhone(cell: Cell): string | undefined {
  const text = cellText(cell).replace(/^'/, '')
  if (!/^\+?[\d\s().-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  const national = digits.startsWith('62')
    ? digits.slice(2)
    : text.startsWith('+')
      ? undefined
      : digits.replace(/^0/, '')
  return national !== undefined && /^[2-9]\d{7,11}$/.test(national) ? `+62${national}` : undefined
}

function month(year: string | undefined, number: number): string | undefined {
  if (year === undefined || number < 1 || number > 12 || Number(year) < 2000 || Number(year) > 2100) return undefined
  return `${year}-${String(number).padStart(2, '0')}`
}

/** Day numbers count from 30 December 1899, as Excel does for dates after February 1900. */
function monthOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 7)
}
