import { createRound } from '../app/create-round.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { numberFrom } from './meeting-options.ts'
import { planningStepFrom } from './planning-options.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE --form NAME[=core|full]… --opens DATE --due DATE|--before STEP:YEAR [--kabupaten CODE]…',
  help: `
  --form NAME       a form to ask, such as pemantauan-desa; may be given several times; =core asks the short form
  --opens DATE      first day, such as 2024-08-14
  --due DATE        last day, to its end in each place's own zone
  --before STEP     in place of --due: all of it, also the kecamatan report, is ready before this date of the planning
                    cycle, such as musrenbangcam:2026 (2026 is the budget year; "kentongan planning list" has the dates)
  --days-before N   so many days before it; default: 7
  --kabupaten CODE  only there; may be given several times; default: all of the programme

The round is a draft until "kentongan round open CODE". A kecamatan report beside a village form gets its dates from it:
open when all villages are in, at the latest 3 days after they were due, and due 10 days later.`,
  words: { min: 1, max: 1 },
  options: {
    form: { type: 'string', multiple: true },
    opens: { type: 'string' },
    due: { type: 'string' },
    before: { type: 'string' },
    'days-before': { type: 'string' },
    kabupaten: { type: 'string', multiple: true },
  },
  run: (context) => {
    const { form, opens, due, before, kabupaten = [] } = context.options
    if (form === undefined || opens === undefined || (due === undefined) === (before === undefined))
      throw new UsageProblem(
        '"kentongan round create" needs --form NAME, --opens DATE, and either --due DATE or --before STEP:YEAR.',
      )
    const dueOn = due ?? {
      ...planningStepFrom(before!),
      daysBefore: numberFrom(context.options['days-before'], '--days-before') ?? 7,
    }
    return withServices(context, async (services) => {
      const made = await createRound(
        services,
        {
          code: context.words[0]!,
          forms: form.map(formAndDepth),
          opensOn: opens,
          dueOn,
          kabupaten: kabupaten.flatMap((codes) => codes.split(',')),
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(
        { ...made, state: 'draft' },
        `Round ${made.code} is a draft now:
${table(made.forms.map((f) => [f.formName, f.level, f.depth, `opens ${f.opensOn}`, `due ${f.dueOn}`]))}
Look at it with "kentongan round open ${made.code} --dry-run".`,
      )
      return 0 as const
    })
  },
})

function formAndDepth(text: string): { name: string; depth: 'core' | 'full' } {
  const [name = '', depth = 'full'] = text.split('=')
  if (depth !== 'core' && depth !== 'full') throw new UsageProblem(`--form ${text}: the depth is core or full.`)
  return { name, depth }
}
