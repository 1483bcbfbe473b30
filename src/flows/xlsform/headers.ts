import { cellAt, type Findings } from '../findings.ts'
import { suggest } from '../suggest.ts'
import { keyOf } from './columns.ts'
import type { Table } from './tables.ts'

/** What each header of a sheet means, by column; undefined where there is none. */
export function readHeader<T>(table: Table, meaningOf: (header: string) => T): readonly (T | undefined)[] {
  return table.header.map((header) => (header === '' ? undefined : meaningOf(header)))
}

/** Two columns that mean the same cannot both count, and one that nobody knows is named. */
export function checkColumns(
  table: Table,
  columns: readonly (object | undefined)[],
  known: readonly string[],
  findings: Findings,
): void {
  const seen = new Map<string, string>()
  for (const [i, column] of columns.entries()) {
    const header = table.header[i] ?? ''
    if (!column) {
      if (header === '') checkNoHeader(table, i, findings)
      continue
    }
    const key = JSON.stringify(column)
    const before = seen.get(key)
    if (before !== undefined)
      findings.error(
        'duplicate_column',
        `The columns "${before}" and "${header}" of the sheet "${table.sheet}" mean the same: delete one of them.`,
        cellAt(table.sheet, table.headerRow, header),
      )
    seen.set(key, header)
    const isOurs = /::|^[$_]|^(?:kobo|oc)[-_:]|^hxl$/i.test(header)
    if (!('header' in column) || isOurs) continue
    const near = suggest(keyOf(header), known)
    findings.warn(
      'unknown_column',
      `The column "${header}" is kept, but not used.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      cellAt(table.sheet, table.headerRow, header),
    )
  }
}

function checkNoHeader(table: Table, i: number, findings: Findings): void {
  const row = table.rows.find((one) => (one.cells[i] ?? '').trim() !== '')
  if (!row) return
  findings.warn(
    'no_header',
    `"${row.cells[i]!.trim().slice(0, 40)}" stands in a column without a header (the ${i + 1}th) and is not read.`,
    cellAt(table.sheet, row.row),
  )
}

/** Columns without which a sheet cannot be read; `remedyFor` says what may have been meant. */
export function requireColumns(
  sheet: string,
  columns: readonly ({ readonly kind: string; readonly field?: string } | undefined)[],
  fields: readonly string[],
  findings: Findings,
  remedyFor: (field: string) => string = () => '',
): void {
  for (const field of fields)
    if (!columns.some((column) => column?.kind === 'field' && column.field === field))
      findings.error(
        'no_column',
        `The sheet "${sheet}" has no column "${field}".${remedyFor(field)}`,
        cellAt(sheet, 1, field),
      )
}
