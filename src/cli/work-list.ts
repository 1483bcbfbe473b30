import { officeZone } from '../app/programme.ts'
import { workPlan } from '../app/work-plan.ts'
import type { WorkState } from '../domain/work-plan.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[KABUPATEN] [--late]',
  help: `
  --late  only what is past its day and not done, or not begun

The work plan of the team with planned and actual dates. What is for the whole programme (*) stands in every list.`,
  words: { min: 0, max: 1 },
  options: { late: { type: 'boolean' } },
  run: (context) =>
    withDatabase(context, async (db) => {
      const todayOn = localDate(context.clock.now(), officeZone)
      const isLate = (state: WorkState) => state === 'overdue' || state === 'late_start'
      const items = (await workPlan(db, [context.words[0] ?? '*'], todayOn)).filter(
        ({ state }) => context.options.late !== true || isLate(state),
      )
      const rows = items.map((i) => [
        String(i.id),
        i.kabupatenCode,
        `${i.plannedFromOn} to ${i.plannedUntilOn}`,
        i.beganOn === null && i.doneOn === null ? '' : `really ${i.beganOn ?? '…'} to ${i.doneOn ?? '…'}`,
        stateWords[i.state] + (i.daysLate > 0 ? ` (${i.daysLate} days late)` : ''),
        i.responsible,
        i.title,
      ])
      context.print(
        { today: todayOn, items: items as unknown as Json },
        rows.length === 0 ? 'Nothing in the work plan.' : table(rows),
      )
      return 0 as const
    }),
})

const stateWords: Readonly<Record<WorkState, string>> = {
  done: 'done',
  overdue: 'not done',
  late_start: 'not begun',
  under_way: 'under way',
  ahead: 'ahead',
}
