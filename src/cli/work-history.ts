import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { findWorkItem, listWorkChanges } from '../store/work-plan.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'ID',
  help: `
What was changed of an activity of the work plan, the oldest first, with why.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const id = idFrom(context.words[0], 'the number of the activity')
      const item = await findWorkItem(db, id)
      if (!item) throw new UsageProblem(`There is no activity ${id}: "kentongan work list" shows them.`)
      const changes = await listWorkChanges(db, id)
      const rows = changes.map((c) => [
        new Date(c.at).toISOString().slice(0, 10),
        Object.entries(c.after)
          .map(([name, value]) => `${name} ${c.before[name as keyof typeof c.before] ?? '…'} → ${value ?? '…'}`)
          .join(', '),
        c.reason,
      ])
      context.print(
        { ...item, changes } as unknown as Json,
        rows.length === 0 ? `${item.title}: nothing was changed.` : `${item.title}:\n${table(rows)}`,
      )
      return 0 as const
    }),
})
