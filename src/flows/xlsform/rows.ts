import { straightQuotes } from '../cells.ts'
import type { NodeSource } from '../form-source.ts'
import { isChatText, type SurveyColumn } from './columns.ts'
import type { Languages } from './languages.ts'
import type { TableRow } from './tables.ts'

/** A row of the survey under the keys of a node, before it is known what it is. */
export type Draft = Record<string, unknown> & { questions?: NodeSource[] }

const expressionFields: ReadonlySet<string> = new Set([
  'relevant',
  'required',
  'constraint',
  'calculation',
  'choice_filter',
  'repeat_count',
  'read_only',
  'trigger',
  'confirm',
  'previous',
  'over',
  'core_when',
  'unit_family',
])

/** The cells of a row under the keys of a node; text by language. */
export function readRow(row: TableRow, columns: readonly (SurveyColumn | undefined)[], languages: Languages): Draft {
  const draft: Draft = {}
  for (const [i, column] of columns.entries()) {
    const cell = row.cells[i] ?? ''
    if (column && cell.trim() !== '') put(draft, column, cell, languages)
  }
  return draft
}

function put(draft: Draft, column: SurveyColumn, cell: string, languages: Languages): void {
  switch (column.kind) {
    case 'field':
      draft[column.field] ??= plainCell(column.field, cell)
      return
    case 'text':
      draft[column.field] = languages.addText(draft[column.field], column.language, cell)
      return
    case 'media':
      draft.media = languages.addMedium(draft.media, column.medium, column.language, cell)
      return
    case 'chat':
      if (isChatText(column.field)) draft[column.field] = languages.addText(draft[column.field], column.language, cell)
      else if (column.field === 'reason' || column.field === 'voice') {
        if (/^(yes|true|ya|1)$/i.test(cell.trim())) draft[column.field] = true
      } else draft[column.field] = plainCell(column.field, cell)
      return
    case 'as':
      draft.as = cell.trim()
      return
    case 'of': {
      const of = (draft.of ?? {}) as Draft
      put(of, column.column, cell, languages)
      draft.of = of
      return
    }
    case 'extra':
      draft.extra = { ...(draft.extra as object | undefined), [column.header]: cell }
  }
}

function plainCell(field: string, cell: string): string {
  return expressionFields.has(field) ? straightQuotes(cell.trim()) : cell.trim()
}
