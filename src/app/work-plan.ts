import { plain } from '../domain/activities.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import {
  datesProblem,
  daysLate,
  readWorkRows,
  type WorkItem,
  type WorkRow,
  type WorkState,
  workColumns,
  workRequiredColumns,
  workState,
} from '../domain/work-plan.ts'
import { isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Database, Sql } from '../store/database.ts'
import { findProgramme } from '../store/programme.ts'
import { audit } from '../store/settings.ts'
import { addWorkChange, findWorkItem, insertWorkItem, listWorkItems, updateWorkItem } from '../store/work-plan.ts'
import { readWorkbook } from './read-workbook.ts'

interface By {
  readonly now: number
  readonly actor: string
}

export type WorkImport =
  | { readonly ok: true; readonly rows: number; readonly added: number; readonly changed: number }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/**
 * Takes a sheet of the work plan: all rows or none. An activity is known by its kabupaten and name; a planned date that
 * moved wants its reason in the same row. The same file again changes nothing, and what is not in it stays.
 */
export async function importWorkPlan(db: Database, bytes: Uint8Array, by: By): Promise<WorkImport> {
  const sheet = readWorkbook(bytes, { known: workColumns, required: workRequiredColumns })
  if ('issues' in sheet) return { ok: false, issues: sheet.issues }
  return db.transaction(async (sql): Promise<WorkImport> => {
    const programme = await findProgramme(sql)
    const read = readWorkRows(sheet.rows, Object.keys(programme?.kabupaten ?? {}))
    if (!read.ok) return read
    const keyOf = (item: Pick<WorkItem, 'kabupatenCode' | 'title'>) => `${item.kabupatenCode} ${plain(item.title)}`
    const known = new Map((await listWorkItems(sql, ['*'])).map((item) => [keyOf(item), item]))
    const issues = read.rows.flatMap((row) => moveIssue(row, known.get(keyOf(row))))
    if (issues.length > 0) return { ok: false, issues }
    let added = 0
    let changed = 0
    for (const { row: _, reason, ...item } of read.rows) {
      const before = known.get(keyOf(item))
      if (before === undefined) {
        await insertWorkItem(sql, item)
        added++
      } else if (
        // an empty cell does not take back what was noted since
        await change(
          sql,
          before,
          {
            ...before,
            ...item,
            title: before.title,
            beganOn: item.beganOn ?? before.beganOn,
            doneOn: item.doneOn ?? before.doneOn,
          },
          reason,
          by,
        )
      )
        changed++
    }
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'work_plan_imported',
      object: 'programme',
      details: { added, changed },
    })
    return { ok: true, rows: read.rows.length, added, changed }
  })
}

function moveIssue(row: WorkRow, before: WorkItem | undefined): readonly RowIssue[] {
  if (before === undefined || !isMoved(before, row) || row.reason !== '') return []
  return [
    {
      row: row.row,
      column: 'alasan',
      message: `Rencananya tadinya ${before.plannedFromOn} sampai ${before.plannedUntilOn}. Tulis alasan perubahannya.`,
    },
  ]
}

const isMoved = (a: Pick<WorkItem, 'plannedFromOn' | 'plannedUntilOn'>, b: typeof a) =>
  a.plannedFromOn !== b.plannedFromOn || a.plannedUntilOn !== b.plannedUntilOn

/** Notes what happened with an activity, or moves it. Throws `Problem` that says what is missing. */
export async function noteWork(
  db: Database,
  id: number,
  note: Partial<Pick<WorkItem, 'plannedFromOn' | 'plannedUntilOn' | 'beganOn' | 'doneOn' | 'responsible'>> & {
    readonly reason?: string
  },
  by: By,
): Promise<WorkItem> {
  const { reason = '', ...changes } = note
  for (const on of [changes.plannedFromOn, changes.plannedUntilOn, changes.beganOn, changes.doneOn])
    if (on != null && !isDate(on)) throw new Problem('bad_date', `"${on}" is not a date such as 2025-03-12`)
  return db.transaction(async (sql) => {
    const before = await findWorkItem(sql, id)
    if (!before)
      throw new Problem('unknown_work', `there is no activity ${id} in the work plan: "kentongan work list" shows them`)
    const after = { ...before, ...changes }
    const wrong = datesProblem(after)
    if (wrong !== undefined) throw new Problem('bad_dates', `the dates do not fit: ${wrong}`)
    if (isMoved(before, after) && reason.trim() === '')
      throw new Problem('no_reason', 'say why it moves, so that it can be understood later')
    if (!(await change(sql, before, after, reason.trim(), by)))
      throw new Problem('no_change', `activity ${id} is noted like that already`)
    await audit(sql, { at: by.now, actor: by.actor, action: 'work_noted', object: `work:${id}` })
    return after
  })
}

/** False when nothing is different. */
async function change(sql: Sql, before: WorkItem, after: WorkItem, reason: string, by: By): Promise<boolean> {
  const names = (Object.keys(after) as (keyof WorkItem)[]).filter((name) => before[name] !== after[name])
  if (names.length === 0) return false
  const pick = (item: WorkItem) => Object.fromEntries(names.map((name) => [name, item[name]]))
  await updateWorkItem(sql, after)
  await addWorkChange(sql, before.id, {
    at: by.now,
    actor: by.actor,
    before: pick(before),
    after: pick(after),
    reason,
  })
  return true
}

/** The plan of these kabupaten with how each activity stands today. */
export async function workPlan(
  sql: Sql,
  regionCodes: readonly string[],
  todayOn: string,
): Promise<readonly (WorkItem & { readonly state: WorkState; readonly daysLate: number })[]> {
  return (await listWorkItems(sql, regionCodes)).map((item) => ({
    ...item,
    state: workState(item, todayOn),
    daysLate: Math.max(0, daysLate(item, todayOn)),
  }))
}
