import { plain } from '../domain/activities.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import { datesProblem, daysLate, type WorkItem, type WorkState, workState } from '../domain/work-plan.ts'
import { isDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Database, Sql } from '../store/database.ts'
import { findProgramme } from '../store/programme.ts'
import { audit } from '../store/settings.ts'
import { addWorkChange, findWorkItem, insertWorkItem, listWorkItems, updateWorkItem } from '../store/work-plan.ts'

interface By {
  readonly now: number
  readonly actor: string
}

export const isMoved = (a: Pick<WorkItem, 'plannedFromOn' | 'plannedUntilOn'>, b: typeof a) =>
  a.plannedFromOn !== b.plannedFromOn || a.plannedUntilOn !== b.plannedUntilOn

/** Puts one activity into the plan, such as what answers a finding of an audit. Throws `Problem` that says what is wrong. */
export async function addWork(
  db: Database,
  draft: Omit<WorkItem, 'id' | 'beganOn' | 'doneOn'>,
  by: By,
): Promise<WorkItem> {
  const item = { ...draft, title: draft.title.trim(), beganOn: null, doneOn: null }
  for (const on of [item.plannedFromOn, item.plannedUntilOn])
    if (!isDate(on)) throw new Problem('bad_date', `"${on}" is not a date such as 2025-03-12`)
  const wrong = datesProblem(item)
  if (wrong !== undefined) throw new Problem('bad_dates', `the dates do not fit: ${wrong}`)
  if (item.title === '' || item.responsible.trim() === '' || item.title.length > 200 || item.finding.length > 300)
    throw new Problem('not_said', 'say what is to be done and who sees to it, in up to 200 letters')
  return db.transaction(async (sql) => {
    const { kabupaten = {} } = (await findProgramme(sql)) ?? {}
    if (item.kabupatenCode !== WHOLE_PROGRAMME && kabupaten[item.kabupatenCode] === undefined)
      throw new Problem('unknown_region', `"${item.kabupatenCode}" is no kabupaten here`)
    const same = (await listWorkItems(sql, [item.kabupatenCode])).find(
      (known) => known.kabupatenCode === item.kabupatenCode && plain(known.title) === plain(item.title),
    )
    if (same) throw new Problem('work_there', `it stands in the work plan already: activity ${same.id}`)
    const id = await insertWorkItem(sql, item, item.finding.trim())
    await audit(sql, { at: by.now, actor: by.actor, action: 'work_added', object: `work:${id}` })
    return (await findWorkItem(sql, id))!
  })
}

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
    if (!(await changeWork(sql, before, after, reason.trim(), by)))
      throw new Problem('no_change', `activity ${id} is noted like that already`)
    await audit(sql, { at: by.now, actor: by.actor, action: 'work_noted', object: `work:${id}` })
    return after
  })
}

/** Changes an activity and notes it in its history. False when nothing is different. */
export async function changeWork(
  sql: Sql,
  before: WorkItem,
  after: WorkItem,
  reason: string,
  by: By,
): Promise<boolean> {
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
