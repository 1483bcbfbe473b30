import { cellAt } from '../findings.ts'
import type { ChoiceSource } from '../form-source.ts'
import { suggest } from '../suggest.ts'
import { type ChoiceColumn, choiceColumn, keyOf } from './columns.ts'
import { checkColumns, readHeader, requireColumns } from './headers.ts'
import { yesNoList } from './kinds.ts'
import type { Reading } from './reading.ts'
import type { TableRow } from './tables.ts'

/** The lists of choices by name, those of the sheet "external_choices" among them. */
export function readChoices(reading: Reading): Record<string, readonly ChoiceSource[]> {
  const { sheets, findings } = reading
  const lists = new Map<string, ChoiceSource[]>()
  for (const sheet of ['choices', 'external_choices'] as const) {
    const table = sheets.get(sheet)
    if (!table) continue
    const columns = readHeader(table, choiceColumn)
    requireColumns(sheet, columns, ['list_name', 'name'], findings)
    checkColumns(table, columns.map(asFilter), ['list_name', 'label'], findings)
    for (const row of table.rows) readChoice(row, columns, sheet, lists, reading)
  }
  // the choices that our own yesno brings along
  lists.delete(yesNoList)
  return Object.fromEntries(lists)
}

/** Further columns of choices are for filters; one that is nearly a known one is a mistake. */
function asFilter(column: ChoiceColumn | undefined): object | undefined {
  if (column?.kind !== 'column') return column
  const isMistyped = suggest(keyOf(column.header), ['list_name', 'label']) !== undefined
  return isMistyped ? column : { kind: 'column', name: column.header }
}

function readChoice(
  { row, cells }: TableRow,
  columns: readonly (ChoiceColumn | undefined)[],
  sheet: string,
  lists: Map<string, ChoiceSource[]>,
  { findings, languages }: Reading,
): void {
  const choice: Record<string, unknown> = {}
  for (const [i, column] of columns.entries()) {
    const cell = cells[i] ?? ''
    if (!column || cell.trim() === '') continue
    if (column.kind === 'field') choice[column.field] ??= cell.trim()
    else if (column.kind === 'text') choice.label = languages.addText(choice.label, column.language, cell)
    else if (column.kind === 'media')
      choice.media = languages.addMedium(choice.media, column.medium, column.language, cell)
    else choice.columns = { ...(choice.columns as object | undefined), [column.header]: cell.trim() }
  }
  const { list_name: list, ...rest } = choice
  if (typeof list !== 'string') {
    if (Object.keys(rest).length > 0)
      findings.error(
        'no_list_name',
        `This choice${typeof rest.name === 'string' ? ` "${rest.name}"` : ''} belongs to no list: fill the column "list_name".`,
        cellAt(sheet, row, 'list_name'),
      )
    return
  }
  if (typeof rest.name !== 'string') {
    findings.error(
      'no_name',
      `This choice of the list "${list}" has no name: fill the column "name".`,
      cellAt(sheet, row, 'name'),
    )
    return
  }
  const into = lists.get(list) ?? []
  into.push({ ...rest, name: rest.name, sheet, row })
  lists.set(list, into)
}
