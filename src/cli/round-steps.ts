import { ladderResults } from '../app/ladder-results.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { numberFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'CODE [--hours N]',
  help: `
  --hours N  what came within so many hours after a message counts for it; default: 24

For each step of the ladder: how many places it was about, for how many something was answered afterwards, and how many
reports came in. An answer counts for the last message before it.`,
  words: { min: 1, max: 1 },
  options: { hours: { type: 'string' } },
  run: (context) =>
    withDatabase(context, async (db) => {
      const hours = numberFrom(context.options.hours, '--hours') ?? 24
      if (hours < 1 || hours > 720) throw new UsageProblem('--hours is 1 to 720.')
      const round = await requireRound(db, context.words[0]!)
      const steps = await ladderResults(db, { roundId: round.id, within: [WHOLE_PROGRAMME], hours })
      const share = (n: number, of: number) => `${n} (${Math.round((n / of) * 100)} %)`
      const rows = steps.map((s) => [s.rung, String(s.sent), share(s.answered, s.sent), share(s.submitted, s.sent)])
      context.print(
        { code: round.code, hours, steps: steps as unknown as Json },
        rows.length === 0
          ? `Nothing was sent in round ${round.code} yet.`
          : `Round ${round.code}, within ${hours} hours:\n${table([['step', 'places', 'answered', 'reported'], ...rows])}`,
      )
      return 0 as const
    }),
})
