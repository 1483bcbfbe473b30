import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { listLaterQuestions } from '../store/later-questions.ts'
import { defineCommand } from './command.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: '[REGION]',
  help: `
Whether goods that villages received are still in use (asked 30 and 90 days after they came) and whether trainings are put
into practice (30 days after they ended): what is owed, what was asked and what was answered.`,
  words: { min: 0, max: 1 },
  options: {},
  run: (context) =>
    withDatabase(context, async (db) => {
      const rows = await listLaterQuestions(db, [context.words[0] ?? WHOLE_PROGRAMME])
      context.print(
        rows as unknown as Json,
        rows.length === 0
          ? 'Nothing is asked later.'
          : table(
              rows.map((q) => [
                `${q.regionName} (${q.regionCode})`,
                q.label || q.kind,
                `${q.afterDays} days, due ${q.dueOn}`,
                q.answer ?? (q.askedAt === null ? 'not asked yet' : `asked ${localDate(q.askedAt, 'Asia/Makassar')}`),
                q.note ?? '',
              ]),
            ),
      )
      return 0 as const
    }),
})
