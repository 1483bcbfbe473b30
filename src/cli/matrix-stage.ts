import { moveStage } from '../app/freeze-matrix.ts'
import { planningStages } from '../domain/recommendations.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom, numberFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'RECOMMENDATION STAGE [--programme ID] [--because TEXT]',
  help: `
STAGE is one of ${planningStages.join(', ')}.
  --programme ID   the programme of an office whose places its villages take ("kentongan programme-opd list")
  --because TEXT   why; needed to go back

RECOMMENDATION is its number in "kentongan matrix show".`,
  words: { min: 2, max: 2 },
  options: { programme: { type: 'string' }, because: { type: 'string' } },
  run: (context) => {
    const stage = planningStages.find((s) => s === context.words[1])
    if (!stage) throw new UsageProblem(`"${context.words[1]}" is no stage: choose ${planningStages.join(', ')}.`)
    const id = idFrom(context.words[0], 'the number of the recommendation')
    const programmeId = numberFrom(context.options.programme, '--programme')
    const reason = context.options.because
    return withServices(context, async (services) => {
      const moved = await moveStage(
        services,
        { id, stage, ...(reason !== undefined && { reason }), ...(programmeId !== undefined && { programmeId }) },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print({ id, ...moved }, `Recommendation ${id}: ${moved.from} → ${moved.to}.`)
      return 0 as const
    })
  },
})
