import type { RowIssue, SheetRow } from '../domain/row-cells.ts'
import { missingColumns } from '../domain/row-cells.ts'
import { readTables } from '../flows/xlsform/tables.ts'
import { Problem } from '../lib/problem.ts'

/** Sheets of our own templates that hold no rows to import. */
const otherSheets = ['contoh', 'petunjuk', 'wilayah']

/**
 * The rows of the first sheet that is not an example, by column. Headers are tolerant: case, spaces and order do not
 * matter, and columns we do not know are passed over. Throws `Problem('bad_workbook')` for a file that is no table;
 * columns that are missing come back as issues.
 */
export function readWorkbook(
  bytes: Uint8Array,
  columns: { readonly known: readonly string[]; readonly required: readonly string[] },
): { readonly rows: readonly SheetRow[] } | { readonly issues: readonly RowIssue[] } {
  const read = readTables(bytes)
  if ('problem' in read) throw new Problem('bad_workbook', read.problem)
  const table = read.tables.find((t) => !otherSheets.includes(t.sheet.toLowerCase()))
  if (!table) return { issues: missingColumns([], columns.required, 1) }

  const header = table.header.map(columnName)
  const missing = missingColumns(header, columns.required, 1)
  if (missing.length > 0) return { issues: missing }
  const doubled = columns.known.find((column) => header.filter((h) => h === column).length > 1)
  if (doubled !== undefined)
    return { issues: [{ row: 1, column: doubled, message: `Kolom "${doubled}" ada dua kali. Hapus salah satunya.` }] }
  return {
    rows: table.rows.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(
        header.flatMap((name, i) => (columns.known.includes(name) ? [[name, cells[i] ?? '']] : [])),
      ),
    })),
  }
}

/** "Kode Wilayah *" → `kode_wilayah`. */
function columnName(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
