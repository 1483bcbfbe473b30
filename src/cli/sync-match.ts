import { matchActivity } from '../app/synchronisation.ts'
import { planningStages } from '../domain/recommendations.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'ACTIVITY PROGRAMME [--stage STAGE] [--because TEXT]',
  help: `
  --stage STAGE    ${planningStages.join(', ')}; default: usulan
  --because TEXT   why; needed to go back

ACTIVITY is its number in "kentongan sync list" (12 for K12), PROGRAMME its number in "kentongan programme-opd list". The
village takes a place of the programme. A recommendation is tied with "kentongan matrix stage".`,
  words: { min: 2, max: 2 },
  options: { stage: { type: 'string' }, because: { type: 'string' } },
  run: (context) => {
    const activityId = activityNumber(context.words[0])
    const programmeId = idFrom(context.words[1], 'the number of the programme')
    const wanted = context.options.stage ?? 'usulan'
    const stage = planningStages.find((s) => s === wanted)
    if (!stage) throw new UsageProblem(`"${wanted}" is no stage: choose ${planningStages.join(', ')}.`)
    const reason = context.options.because
    return withDatabase(context, async (db) => {
      const done = await matchActivity(
        db,
        { activityId, programmeId, stage, ...(reason !== undefined && { reason }) },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print({ activityId, programmeId, stage, ...done }, `${done.label}: in ${done.programme}, ${stage}.`)
      return 0 as const
    })
  },
})

/** `12` or `K12`, as the table writes it. */
export function activityNumber(text: string | undefined): number {
  return idFrom(text?.replace(/^k/i, ''), 'the number of the activity')
}
