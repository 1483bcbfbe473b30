import { cellAt, type Findings } from '../findings.ts'
import { suggest } from '../suggest.ts'
import { keyOf } from './columns.ts'
import type { Table } from './tables.ts'

const knownSheets: readonly string[] = ['survey', 'choices', 'settings', 'entities', 'external_choices']

/** The sheets of a workbook by what they are called in XLSForm; those that are not read are named. */
export function sheetsOf(tables: readonly Table[], findings: Findings): ReadonlyMap<string, Table> {
  const sheets = new Map<string, Table>()
  for (const table of tables) {
    const key = keyOf(table.sheet)
    const name = key === 'columns' || key === 'choices_and_columns' ? 'choices' : key
    if (key.startsWith('_')) continue
    const { formulas } = table
    if (formulas && knownSheets.includes(name))
      findings.warn(
        'formula',
        `${formulas.count} cells of the sheet "${table.sheet}" are computed; what they showed last is read, such as =${formulas.text}.`,
        cellAt(table.sheet, formulas.row, formulas.column),
      )
    if (sheets.has(name) || !knownSheets.includes(name))
      findings.warn('sheet_left_out', leftOut(table.sheet, name), cellAt(table.sheet))
    if (!sheets.has(name)) sheets.set(name, table)
  }
  return sheets
}

/** Of a sheet that is not read: a mistyped name, a map's tags, somebody's notes. */
function leftOut(sheet: string, name: string): string {
  if (name === 'osm') return 'The sheet "osm" is left out: a chat cannot draw on a map.'
  if (knownSheets.includes(name))
    return `There are two sheets "${name}"; the second one, "${sheet}", is not read: put them together.`
  const near = suggest(name, knownSheets)
  return `The sheet "${sheet}" is not read.${near === undefined ? '' : ` Did you mean "${near}"?`}`
}

/** What to say of a workbook that has no questions: another sheet may have been meant. */
export function noSurvey(sheets: ReadonlyMap<string, Table>): string {
  const near = [...sheets.keys()].find((name) => suggest(name, ['survey']) !== undefined)
  const remedy = near === undefined ? 'Name the sheet with the questions "survey".' : `Rename "${near}" to "survey".`
  return `There is no sheet "survey". ${remedy}`
}
