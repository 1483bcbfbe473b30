import type { Database, Sql } from './database.ts'
import { planChanged } from './report-figures.ts'

/** Plan items in sets: for imports. Every change of what was there is kept with its date. */

export interface ImportedItem {
  readonly list: string
  readonly entityId: string
  readonly regionCode: string
  readonly label: string
  /** The properties the import speaks of; others of an item that is there stay. */
  readonly properties: Readonly<Record<string, string>>
}

interface KnownItem {
  readonly id: number
  readonly entityId: string
  readonly label: string
  readonly properties: string
  readonly closed: number
}

/** Adds items and changes those that are there; returns how many of each. An item that was closed is open again. */
export async function saveImportedItems(
  sql: Sql,
  db: Database,
  items: readonly ImportedItem[],
  options: { readonly now: number; readonly source: string },
): Promise<{ readonly added: number; readonly changed: number }> {
  const known = new Map(
    (
      await sql.all<KnownItem>(
        `select e.id, e.entity_id as "entityId", e.label, e.properties, case when e.closed_at is null then 0 else 1 end as closed
         from entity_item e join ${db.rows({ list: 'text', entity_id: 'text' })} on j.list = e.list and j.entity_id = e.entity_id`,
        JSON.stringify(items.map((i) => ({ list: i.list, entity_id: i.entityId }))),
      )
    ).map((row) => [row.entityId, row]),
  )
  const added = items.filter((i) => !known.has(i.entityId))
  await sql.run(
    `insert into entity_item (list, entity_id, region_code, label, properties, source)
     select list, entity_id, region_code, label, properties, $2
     from ${db.rows({ list: 'text', entity_id: 'text', region_code: 'text', label: 'text', properties: 'text' })}`,
    JSON.stringify(
      added.map((i) => ({
        list: i.list,
        entity_id: i.entityId,
        region_code: i.regionCode,
        label: i.label,
        properties: JSON.stringify(i.properties),
      })),
    ),
    options.source,
  )

  const changes = items.flatMap((item) => {
    const row = known.get(item.entityId)
    if (!row) return []
    const before = JSON.parse(row.properties) as Record<string, string>
    const names = Object.keys(item.properties).filter((name) => before[name] !== item.properties[name])
    if (names.length === 0 && row.label === item.label && row.closed === 0) return []
    return [
      {
        id: row.id,
        label: item.label,
        properties: JSON.stringify({ ...before, ...item.properties }),
        before: JSON.stringify(Object.fromEntries(names.map((name) => [name, before[name] ?? '']))),
        after: JSON.stringify(Object.fromEntries(names.map((name) => [name, item.properties[name]!]))),
      },
    ]
  })
  const rows = JSON.stringify(changes)
  await sql.run(
    `update entity_item set label = j.label, properties = j.properties, closed_at = null
     from ${db.rows({ id: 'int', label: 'text', properties: 'text' })} where entity_item.id = j.id`,
    rows,
  )
  await sql.run(
    `insert into entity_change (item_id, at, before, after)
     select id, cast($2 as bigint), before, after from ${db.rows({ id: 'int', before: 'text', after: 'text' })}`,
    rows,
    options.now,
  )
  await planChanged(sql, db, [...new Set(items.map((i) => i.regionCode))])
  return { added: added.length, changed: changes.length }
}
