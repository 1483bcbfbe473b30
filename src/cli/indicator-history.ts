import type { Json } from '../lib/json.ts'
import { listIndicatorEntries } from '../store/indicators.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'INDICATOR',
  help: `
Every target and number that was entered, the oldest first, with why or where from.`,
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const entries = (await listIndicatorEntries(db)).filter((e) => e.indicator === context.words[0])
      const rows = entries.map((e) => [
        new Date(e.at).toISOString().slice(0, 10),
        e.period,
        e.kabupatenCode,
        e.kind,
        String(e.value),
        e.reason,
      ])
      context.print(
        { entries: entries as unknown as Json },
        rows.length === 0 ? 'Nothing was entered yet.' : table(rows),
      )
      return rows.length === 0 ? (1 as const) : (0 as const)
    }),
})
