import type { Json } from '../lib/json.ts'
import { countCases } from '../store/sealed.ts'
import { defineCommand } from './command.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '',
  help: `
How many confidential complaints there are, by kind, kabupaten (where one was told) and state: all that management
learns. What was told is read by the officers alone, in the console.`,
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const counts = await countCases(db)
      context.print(
        counts as unknown as Json,
        counts.length === 0
          ? 'No complaint so far.'
          : counts.map((c) => `${c.kind} ${c.kabupatenCode ?? '-'} ${c.state}: ${c.n}`).join('\n'),
      )
      return 0 as const
    }),
})
