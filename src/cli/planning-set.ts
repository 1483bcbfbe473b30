import { setPlanningDate } from '../app/planning.ts'
import { planningStepName } from '../domain/planning.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { planningStepFrom } from './planning-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'KABUPATEN STEP:YEAR DATE --because REASON',
  help: `
  STEP:YEAR         such as musrenbangcam:2026; the year is that of the budget
  --because REASON  kept with the date

A draft round that has to be ready before it takes its new dates at once. Of an open one people know the date: staff are
told, and "kentongan round extend" changes it. Earlier dates and their reasons stay.`,
  words: { min: 3, max: 3 },
  options: { because: { type: 'string' } },
  run: (context) => {
    const [kabupatenCode, step, on] = context.words as [string, string, string]
    const { because } = context.options
    if (because === undefined) throw new UsageProblem('"kentongan planning set" needs --because REASON.')
    const which = planningStepFrom(step)
    return withServices(context, async (services) => {
      const set = await setPlanningDate(
        services,
        { kabupatenCode, ...which, on, reason: because },
        { now: context.clock.now(), actor: 'cli' },
      )
      const { date, before, rounds } = set
      context.print(
        set as unknown as Json,
        [
          `${planningStepName(date.step)} for budget year ${date.budgetYear} in ${kabupatenCode}: ${date.on} (was ${before}).`,
          ...rounds.map((r) =>
            r.changed
              ? `Draft round ${r.code} is now due ${r.shouldBeDueOn} (was ${r.dueOn}).`
              : `Round ${r.code} is due ${r.dueOn} and should be due ${r.shouldBeDueOn}: "kentongan round extend ${r.code} ${kabupatenCode} --due ${r.shouldBeDueOn}".`,
          ),
        ].join('\n'),
      )
      return 0 as const
    })
  },
})
