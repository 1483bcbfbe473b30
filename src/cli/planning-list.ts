import { planningDates, withRounds } from '../app/planning.ts'
import { planningStepName } from '../domain/planning.ts'
import type { Json } from '../lib/json.ts'
import { addDays, localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { numberFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '[KABUPATEN] [--year YEAR]',
  help: `
  --year YEAR  the cycle for the budget of this year; default: what comes within the next 12 months

Where a kabupaten has set no date of its own, the usual one is shown, with where it comes from.`,
  words: { min: 0, max: 1 },
  options: { year: { type: 'string' } },
  run: (context) =>
    withServices(context, async ({ db, programme }) => {
      const year = numberFrom(context.options.year, '--year')
      const known = Object.entries((await programme.get(db)).kabupaten)
      const [only] = context.words
      const meant = known.filter(([code]) => only === undefined || code === only)
      if (meant.length === 0)
        throw new UsageProblem(
          `The programme has no kabupaten ${only}, only ${known.map(([code]) => code).join(', ')}.`,
        )
      const dates = []
      for (const [code, { zone }] of meant) {
        const todayOn = localDate(context.clock.now(), zone)
        const which = year === undefined ? { fromOn: todayOn, untilOn: addDays(todayOn, 365) } : { budgetYear: year }
        dates.push(...(await planningDates(db, [code], which)))
      }
      const shown = await withRounds(db, dates)
      const rows = shown.map((d) => [
        d.kabupatenCode,
        d.on,
        `${planningStepName(d.step)} ${d.budgetYear}`,
        d.reason ?? `usual (${d.span}); ${d.source}`,
        d.rounds.length > 0 ? `round ${d.rounds.join(', ')} is to be ready before` : '',
      ])
      context.print({ dates: shown } as unknown as Json, table(rows))
      return 0 as const
    }),
})
