import * as XLSX from '@e965/xlsx'
import { messageOf } from '../../lib/problem.ts'
import { unzip } from '../../lib/unzip.ts'

/**
 * Files that people send as forms, as plain tables of text: .xlsx, .xls, .ods, .csv and markdown. The kind is told by
 * content: a file called .xlsx may be an old .xls inside. Reading is bounded: size of the file, of what it unpacks to,
 * rows and columns.
 */
export interface Table {
  readonly sheet: string
  /** The header's cells as written, by column. */
  readonly header: readonly string[]
  /** Row of the header, as the spreadsheet numbers it. */
  readonly headerRow: number
  readonly rows: readonly TableRow[]
  /** The first cell that is computed, and how many there are: what it showed last is read. */
  readonly formulas?: { readonly count: number; readonly row: number; readonly column: string; readonly text: string }
}

export interface TableRow {
  /** Row as the spreadsheet numbers it. */
  readonly row: number
  readonly cells: readonly string[]
}

export type TableKind = 'workbook' | 'csv' | 'markdown'

const largestFile = 8_000_000
const largestUnpacked = 60_000_000
const mostRows = 20_000
const mostColumns = 300

/** Undefined when the content is none of these. */
export function tableKindOf(bytes: Uint8Array): TableKind | undefined {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'workbook'
  const head = textOf(bytes.subarray(0, 100_000))
  if (head.includes('\0')) return undefined
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines[0]?.trimStart().startsWith('|')) return 'markdown'
  // a form's table begins with a sheet's name alone in its row, or with the header itself
  const cells = (lines[0] ?? '').split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim().toLowerCase())
  const isSheet = ['survey', 'choices', 'settings', 'entities', 'external_choices'].includes(cells[0] ?? '')
  if (isSheet && cells.slice(1).every((cell) => cell === '') && cells.length > 1) return 'csv'
  return cells.includes('type') && cells.includes('name') ? 'csv' : undefined
}

/** The sheets of a file, without empty rows. A problem is one sentence. */
export function readTables(bytes: Uint8Array): { tables: Table[] } | { problem: string } {
  if (bytes.length > largestFile) return { problem: 'The file is larger than 8 MB, which no form is.' }
  const kind = tableKindOf(bytes)
  try {
    if (kind === 'workbook') return { tables: readWorkbook(bytes) }
    if (kind === 'csv') return { tables: splitSheets(readCsv(textOf(bytes))) }
    if (kind === 'markdown') return { tables: splitSheets(readMarkdown(textOf(bytes))) }
  } catch (error) {
    return { problem: error instanceof Unreadable ? error.message : `The file cannot be read: ${messageOf(error)}` }
  }
  return { problem: 'The file is no workbook (.xlsx, .xls), no .csv and no markdown table.' }
}

class Unreadable extends Error {}

function readWorkbook(bytes: Uint8Array): Table[] {
  const options = { dense: true, cellFormula: true, cellNF: true, cellHTML: false, sheetRows: mostRows + 2 } as const
  const workbook = startsWith(bytes, [0x50, 0x4b])
    ? XLSX.read(repack(bytes), { ...options, type: 'array' })
    : XLSX.read(bytes, { ...options, type: 'array' })
  return workbook.SheetNames.flatMap((sheet) => {
    const data = (workbook.Sheets[sheet] as XLSX.DenseWorkSheet | undefined)?.['!data'] ?? []
    const rows = Array.from(data, (cells, i) => ({
      row: i + 1,
      cells: Array.from((cells ?? []).slice(0, mostColumns), (cell) => cellText(cell)),
    }))
    const formulas = formulasOf(sheet, data)
    return tableOf(sheet.trim(), rows).map((table) => (formulas ? { ...table, formulas } : table))
  })
}

/** Throws for a formula that reads from outside the file, and for one whose value the file does not hold. */
function formulasOf(sheet: string, data: readonly (readonly XLSX.CellObject[] | undefined)[]): Table['formulas'] {
  let first: Omit<NonNullable<Table['formulas']>, 'count'> | undefined
  let count = 0
  for (const [row, cells] of data.entries())
    for (const [column, cell] of (cells ?? []).slice(0, mostColumns).entries()) {
      if (typeof cell?.f !== 'string') continue
      count++
      const at = `${XLSX.utils.encode_col(column)}${row + 1} of the sheet "${sheet}"`
      const text = cell.f.slice(0, 60)
      if (outside.test(cell.f))
        throw new Unreadable(`The cell ${at} reads from outside the file (=${text}): type its value instead.`)
      if (cell.v === undefined || cell.v === '')
        throw new Unreadable(
          `The cell ${at} holds a formula without a value (=${text}): open and save the file in a spreadsheet.`,
        )
      first ??= { row: row + 1, column: XLSX.utils.encode_col(column), text }
    }
  return first && { ...first, count }
}

/** Another workbook, a web address, another program. */
const outside = /\[[^\]]+\]|https?:|file:|\b(?:WEBSERVICE|HYPERLINK|DDE|RTD|IMPORT\w*|CALL|REGISTER\.ID)\s*\(|\|'/i

/** Unpacked by us within limits, and packed again without compression, so that nothing is inflated unchecked. */
function repack(bytes: Uint8Array): Uint8Array {
  const files = unzip(bytes, { mostBytes: largestUnpacked, mostFiles: 2_000 })
  const container = XLSX.CFB.utils.cfb_new()
  for (const [name, data] of files)
    if (!name.endsWith('/')) XLSX.CFB.utils.cfb_add(container, `/${name}`, data, { unsafe: true })
  return new Uint8Array(XLSX.CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Uint8Array)
}

/** A cell as somebody would type it. Numbers keep all their digits, whatever the cell shows. */
function cellText(cell: XLSX.CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null) return ''
  switch (cell.t) {
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE'
    case 'e':
    case 'z':
      return ''
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v)
    case 'n':
      // a date is a number with a date's format: its text says which day or time it is
      return typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z)
        ? momentText(cell.v as number, (cell.v as number) < 1 ? 'time' : (cell.v as number) % 1 === 0 ? 'day' : 'both')
        : String(cell.v)
    default:
      return String(cell.v)
  }
}

function momentText(serial: number, what: 'time' | 'day' | 'both'): string {
  if (what === 'time') return XLSX.SSF.format('hh:mm', serial)
  return XLSX.SSF.format(what === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd"T"hh:mm', serial)
}

function readCsv(text: string): TableRow[] {
  // semicolons where the computer's language writes decimal commas
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const FS = !first.includes(',') && first.includes(';') ? ';' : undefined
  const workbook = XLSX.read(text, {
    type: 'string',
    raw: true,
    dense: true,
    sheetRows: mostRows + 2,
    ...(FS && { FS }),
  })
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] as XLSX.DenseWorkSheet | undefined
  return Array.from(sheet?.['!data'] ?? [], (cells, i) => ({
    row: i + 1,
    cells: Array.from((cells ?? []).slice(0, mostColumns), (cell) => cellText(cell)),
  }))
}

function readMarkdown(text: string): TableRow[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ row: i + 1, line: line.trim() }))
    .filter(({ line }) => line.startsWith('|') && !/^\|[\s|:-]*-[\s|:-]*$/.test(line))
    .map(({ row, line }) => ({
      row,
      cells: line
        .replace(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|').replaceAll('<br>', '\n'))
        .slice(0, mostColumns),
    }))
}

/** One table for several sheets: a sheet's name in the first column, its rows below with the first column empty. */
function splitSheets(rows: readonly TableRow[]): Table[] {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  const isName = (row: TableRow) =>
    row.cells[0]!.trim() !== '' && row.cells.slice(1).every((cell) => cell.trim() === '')
  if (!filled[0] || !isName(filled[0])) return tableOf('survey', rows)
  const sheets: { name: string; rows: TableRow[] }[] = []
  for (const row of filled) {
    if (isName(row)) sheets.push({ name: row.cells[0]!.trim(), rows: [] })
    else sheets.at(-1)!.rows.push({ row: row.row, cells: row.cells.slice(1) })
  }
  return sheets.flatMap((sheet) => tableOf(sheet.name, sheet.rows))
}

function tableOf(sheet: string, rows: readonly TableRow[]): Table[] {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  const [header, ...below] = filled
  if (!header) return []
  if (below.length > mostRows) throw new Unreadable(`The sheet "${sheet}" has more than ${mostRows} rows.`)
  return [{ sheet, header: header.cells.map((cell) => cell.trim()), headerRow: header.row, rows: below }]
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
