import { plain } from '../domain/activities.ts'
import type { RowIssue } from '../domain/row-cells.ts'
import { readWorkRows, type WorkItem, type WorkRow, workColumns, workRequiredColumns } from '../domain/work-plan.ts'
import type { Database } from '../store/database.ts'
import { findProgramme } from '../store/programme.ts'
import { audit } from '../store/settings.ts'
import { insertWorkItem, listWorkItems } from '../store/work-plan.ts'
import { readWorkbook } from './read-workbook.ts'
import { changeWork, isMoved } from './work-plan.ts'

export type WorkImport =
  | { readonly ok: true; readonly rows: number; readonly added: number; readonly changed: number }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/**
 * Takes a sheet of the work plan: all rows or none. An activity is known by its kabupaten and name; a planned date that
 * moved wants its reason in the same row. The same file again changes nothing, and what is not in it stays.
 */
export async function importWorkPlan(
  db: Database,
  bytes: Uint8Array,
  by: { readonly now: number; readonly actor: string },
): Promise<WorkImport> {
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
        await changeWork(
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
