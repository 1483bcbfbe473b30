import { straightQuotes } from '../cells.ts'
import { cellAt } from '../findings.ts'
import type { EntitySource } from '../form-source.ts'
import { didYouMean } from '../suggest.ts'
import { entityAliases, entityColumns, keyOf } from './columns.ts'
import type { Reading } from './reading.ts'

/** The sheet "entities": what a report changes in lists. */
export function readEntities({ sheets, findings }: Reading): EntitySource[] {
  const table = sheets.get('entities')
  if (!table) return []
  const keys = table.header.map((header) => {
    const key = keyOf(header)
    return Object.hasOwn(entityAliases, key) ? entityAliases[key]! : key
  })
  for (const [i, key] of keys.entries())
    if (key !== '' && !isKnown(key))
      findings.error(
        'unknown_column',
        `The sheet "entities" has no use for the column "${table.header[i]}".${didYouMean(key, entityColumns) || ` It knows ${entityColumns.join(', ')}.`}`,
        cellAt('entities', table.headerRow, table.header[i]),
      )
  return table.rows.flatMap(({ row, cells }) => {
    const filled = keys.flatMap((key, i) => {
      const cell = cells[i]?.trim() ?? ''
      return cell === '' || !isKnown(key) ? [] : [[key, straightQuotes(cell)]]
    })
    const entity = Object.fromEntries(filled) as Partial<EntitySource>
    if (entity.list_name !== undefined) return [{ ...entity, list_name: entity.list_name, sheet: 'entities', row }]
    findings.error(
      'no_list_name',
      'This entity belongs to no list: fill the column "list_name".',
      cellAt('entities', row, 'list_name'),
    )
    return []
  })
}

function isKnown(key: string): boolean {
  return (entityColumns as readonly string[]).includes(key)
}
