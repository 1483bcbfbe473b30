import { cellAt, type Findings } from '../findings.ts'
import type { NodeSource, Texts } from '../form-source.ts'
import { suggest } from '../suggest.ts'
import { readType } from '../type-names.ts'
import { keyOf, plainFields, settingAliases, surveyColumn, textFields } from './columns.ts'
import { checkColumns, readHeader, requireColumns } from './headers.ts'
import type { Reading } from './reading.ts'
import { nodeOfRow, type OpenGroup } from './row-nodes.ts'
import { type Draft, readRow } from './rows.ts'
import type { ReadSettings } from './settings.ts'
import type { Table } from './tables.ts'

/** Nobody finds their way in more, and everything that walks through a form does so by recursion. */
const deepestGroups = 20

/** The rows of the survey, where groups begin and end in rows of their own, as a tree. */
export function readSurvey(table: Table, { findings, languages, settings }: Reading): NodeSource[] {
  const columns = readHeader(table, surveyColumn)
  requireColumns('survey', columns, ['type', 'name'], findings, (field) => {
    const near = table.header.find((header) => suggest(keyOf(header), [field]) !== undefined)
    return near === undefined ? '' : ` Rename "${near}".`
  })
  checkColumns(table, columns, [...plainFields, ...textFields], findings)
  const top: NodeSource[] = []
  const open: OpenGroup[] = []
  for (const { row, cells } of table.rows) {
    const draft = readRow({ row, cells }, columns, languages)
    const typed = String(draft.type ?? '').trim()
    if (/^(yes|true|1)$/i.test(String(draft.disabled ?? ''))) continue
    if (typed === '') {
      checkUntyped(draft, row, findings)
      continue
    }
    if (takeSetting(draft, typed, settings)) continue
    const read = readType(typed)
    if (read?.kind === 'end') {
      checkEnd(read.type, row, open.pop(), findings)
      continue
    }
    if (read?.kind === 'begin' && open.length >= deepestGroups) {
      findings.error(
        'too_deep',
        `More than ${deepestGroups} groups stand inside each other here: check that each ends with "end_${read.type}".`,
        cellAt('survey', row, 'type'),
      )
      return top
    }
    const inside = open.at(-1)
    if (inside?.swallow) {
      if (read?.kind === 'begin') open.push({ type: read.type, name: '', row, children: [], swallow: true })
      continue
    }
    const { node, opens } = nodeOfRow(draft, typed, read, row, findings)
    if (node) (inside?.children ?? top).push(node)
    if (opens) open.push(opens)
  }
  for (const left of open)
    findings.error(
      'unclosed',
      `The ${left.type} "${left.name}" that begins here does not end: add a row of type "end_${left.type}".`,
      cellAt('survey', left.row, 'type'),
    )
  return top
}

function checkUntyped(draft: Draft, row: number, findings: Findings): void {
  const place = cellAt('survey', row, 'type')
  if (draft.name !== undefined)
    findings.error('no_type', `"${String(draft.name)}" has no type: say what kind of question it is.`, place)
  else if (Object.keys(draft).length > 0) {
    const [said = ''] = Object.values((draft.label ?? {}) as Texts)
    findings.warn(
      'row_left_out',
      `This row${said === '' ? '' : ` "${said.trim().slice(0, 40)}"`} has neither type nor name and is not read.`,
      place,
    )
  }
}

/** Old forms have settings among their questions; the sheet "settings" counts more. */
function takeSetting(draft: Draft, typed: string, { values, titles }: ReadSettings): boolean {
  const setting = settingAliases[keyOf(typed)]
  if (setting === undefined || draft.name === undefined) return false
  if (setting === 'form_title') titles[''] ??= String(draft.name)
  else values[setting] ??= draft.name
  return true
}

/** `last`: the group that was opened last and has not ended. */
function checkEnd(type: 'group' | 'repeat', row: number, last: OpenGroup | undefined, findings: Findings): void {
  const place = cellAt('survey', row, 'type')
  if (!last)
    findings.error(
      'unopened',
      `Nothing is open here that "end_${type}" could end: delete this row, or add the "begin_${type}" above.`,
      place,
    )
  else if (last.type !== type)
    findings.error(
      'crossed',
      `Here "end_${type}" stands, but the ${last.type} "${last.name}" of row ${last.row} is open: end it first with "end_${last.type}".`,
      place,
    )
}
