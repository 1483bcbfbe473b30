import type { Database, Sql } from './database.ts'

/** The plan: entity lists, their items, and every change with its date. */

export interface EntityItem {
  readonly id: number
  readonly list: string
  readonly entityId: string
  readonly regionCode: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
  readonly source: string
}

export async function listEntities(sql: Sql, list: string, regionCode: string): Promise<readonly EntityItem[]> {
  const rows = await sql.all<Omit<EntityItem, 'properties'> & { properties: string }>(
    `select id, list, entity_id as "entityId", region_code as "regionCode", label, properties, source from entity_item
     where list = $1 and region_code = $2 and closed_at is null order by id`,
    list,
    regionCode,
  )
  return rows.map((r) => ({ ...r, properties: JSON.parse(r.properties) as Record<string, string> }))
}

/** Items of a list by their ids, closed ones too. */
export async function listEntitiesByIds(
  sql: Sql,
  db: Database,
  list: string,
  entityIds: readonly string[],
): Promise<readonly Pick<EntityItem, 'entityId' | 'label' | 'properties'>[]> {
  const rows = await sql.all<{ entityId: string; label: string; properties: string }>(
    `select entity_id as "entityId", label, properties from entity_item where list = $1 and entity_id in ${db.texts(2)}`,
    list,
    JSON.stringify(entityIds),
  )
  return rows.map((r) => ({ ...r, properties: JSON.parse(r.properties) as Record<string, string> }))
}

/** Open items of a list in many regions at once. */
export async function listEntitiesOf(
  sql: Sql,
  db: Database,
  list: string,
  regionCodes: readonly string[],
): Promise<readonly EntityItem[]> {
  const rows = await sql.all<Omit<EntityItem, 'properties'> & { properties: string }>(
    `select id, list, entity_id as "entityId", region_code as "regionCode", label, properties, source from entity_item
     where list = $1 and region_code in ${db.texts(2)} and closed_at is null order by id`,
    list,
    JSON.stringify(regionCodes),
  )
  return rows.map((r) => ({ ...r, properties: JSON.parse(r.properties) as Record<string, string> }))
}

export interface NewEntity {
  readonly list: string
  readonly entityId: string
  readonly regionCode: string
  readonly label: string
  readonly properties: Readonly<Record<string, string>>
  readonly source: string
}

/** Adds items that are not there yet; returns how many were new. */
export async function insertEntities(
  sql: Sql,
  db: Database,
  items: readonly NewEntity[],
  demo: boolean,
): Promise<number> {
  if (items.length === 0) return 0
  return sql.run(
    `insert into entity_item (list, entity_id, region_code, label, properties, source, demo)
     select list, entity_id, region_code, label, properties, source, cast($2 as int)
     from ${db.rows({ list: 'text', entity_id: 'text', region_code: 'text', label: 'text', properties: 'text', source: 'text' })}
     where true on conflict (list, entity_id) do nothing`,
    JSON.stringify(
      items.map((i) => ({
        list: i.list,
        entity_id: i.entityId,
        region_code: i.regionCode,
        label: i.label,
        properties: JSON.stringify(i.properties),
        source: i.source,
      })),
    ),
    demo ? 1 : 0,
  )
}

/** Changes properties of an item and keeps what they were. Unknown items are made. Nothing is ever overwritten unseen. */
export async function changeEntity(
  sql: Sql,
  change: NewEntity & {
    readonly reportId: number
    readonly personId: number | null
    readonly at: number
    /** The label is what the item is called from now on; else an item that is there keeps its own. */
    readonly isRenamed?: boolean
  },
): Promise<void> {
  const [row] = await sql.all<{ id: number; label: string; properties: string }>(
    'select id, label, properties from entity_item where list = $1 and entity_id = $2',
    change.list,
    change.entityId,
  )
  const before = row ? (JSON.parse(row.properties) as Record<string, string>) : {}
  const changed = Object.entries(change.properties).filter(([name, value]) => before[name] !== value)
  const isRenamed = row !== undefined && change.isRenamed === true && row.label !== change.label
  if (row && changed.length === 0 && !isRenamed) return

  const after = { ...before, ...change.properties }
  let itemId = row?.id
  if (row)
    await sql.run(
      'update entity_item set properties = $2, label = $3 where id = $1',
      row.id,
      JSON.stringify(after),
      isRenamed ? change.label : row.label,
    )
  else
    [itemId] = (
      await sql.all<{ id: number }>(
        `insert into entity_item (list, entity_id, region_code, label, properties, source) values ($1, $2, $3, $4, $5, $6) returning id`,
        change.list,
        change.entityId,
        change.regionCode,
        change.label,
        JSON.stringify(after),
        change.source,
      )
    ).map((r) => r.id)
  await sql.run(
    'insert into entity_change (item_id, report_id, person_id, at, before, after) values ($1, $2, $3, $4, $5, $6)',
    itemId!,
    change.reportId,
    change.personId,
    change.at,
    JSON.stringify({
      ...Object.fromEntries(changed.map(([name]) => [name, before[name] ?? ''])),
      ...(isRenamed && { label: row.label }),
    }),
    JSON.stringify({ ...Object.fromEntries(changed), ...(isRenamed && { label: change.label }) }),
  )
}

/** Takes an item out of its list, or with null back in. Nothing of it is lost. */
export async function setEntityClosed(
  sql: Sql,
  item: {
    readonly list: string
    readonly entityId: string
    readonly regionCode: string
    readonly closedAt: number | null
  },
): Promise<void> {
  await sql.run(
    'update entity_item set closed_at = cast($4 as bigint) where list = $1 and entity_id = $2 and region_code = $3',
    item.list,
    item.entityId,
    item.regionCode,
    item.closedAt,
  )
}

/**
 * The id in the plan of an activity that a report names: `n1` of one report is not `n1` of another, and ids are the
 * whole list's.
 */
export function namedItemId(reportId: number, item: string): string {
  return `r${reportId}-${item}`
}
