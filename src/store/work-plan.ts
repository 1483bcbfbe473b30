import type { WorkItem } from '../domain/work-plan.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

const columns = `id, kabupaten_code as "kabupatenCode", title, responsible, planned_from_on as "plannedFromOn",
  planned_until_on as "plannedUntilOn", began_on as "beganOn", done_on as "doneOn", finding`

/** The work plan in the order of its dates: of these kabupaten, `*` for all of it. What is for all stands in every list. */
export async function listWorkItems(sql: Sql, regionCodes: readonly string[]): Promise<readonly WorkItem[]> {
  const parameters: Parameter[] = []
  const here = within('kabupaten_code', regionCodes, parameters)
  return sql.all<WorkItem>(
    `select ${columns} from work_item where ${here} or kabupaten_code = '*' order by planned_from_on, planned_until_on, id`,
    ...parameters,
  )
}

export async function findWorkItem(sql: Sql, id: number): Promise<WorkItem | undefined> {
  const [item] = await sql.all<WorkItem>(`select ${columns} from work_item where id = $1`, id)
  return item
}

export async function insertWorkItem(sql: Sql, item: Omit<WorkItem, 'id' | 'finding'>, finding = ''): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into work_item (kabupaten_code, title, responsible, planned_from_on, planned_until_on, began_on, done_on, finding)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    item.kabupatenCode,
    item.title,
    item.responsible,
    item.plannedFromOn,
    item.plannedUntilOn,
    item.beganOn,
    item.doneOn,
    finding,
  )
  return row!.id
}

export async function updateWorkItem(sql: Sql, item: WorkItem): Promise<void> {
  await sql.run(
    `update work_item set responsible = $2, planned_from_on = $3, planned_until_on = $4, began_on = $5, done_on = $6
     where id = $1`,
    item.id,
    item.responsible,
    item.plannedFromOn,
    item.plannedUntilOn,
    item.beganOn,
    item.doneOn,
  )
}

export interface WorkChange {
  readonly at: number
  readonly actor: string
  readonly before: Partial<WorkItem>
  readonly after: Partial<WorkItem>
  readonly reason: string
}

export async function addWorkChange(sql: Sql, itemId: number, change: WorkChange): Promise<void> {
  await sql.run(
    'insert into work_change (item_id, at, actor, before, after, reason) values ($1, $2, $3, $4, $5, $6)',
    itemId,
    change.at,
    change.actor,
    JSON.stringify(change.before),
    JSON.stringify(change.after),
    change.reason,
  )
}

/** The oldest first. */
export async function listWorkChanges(sql: Sql, itemId: number): Promise<readonly WorkChange[]> {
  const rows = await sql.all<Omit<WorkChange, 'before' | 'after'> & { before: string; after: string }>(
    'select at, actor, before, after, reason from work_change where item_id = $1 order by id',
    itemId,
  )
  return rows.map((row) => ({ ...row, before: JSON.parse(row.before), after: JSON.parse(row.after) }))
}
