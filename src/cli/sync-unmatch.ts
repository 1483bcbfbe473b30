import { unmatchActivity } from '../app/synchronisation.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { activityNumber } from './sync-match.ts'
import { withDatabase } from './with-database.ts'

export const command = defineCommand({
  usage: 'ACTIVITY PROGRAMME --because TEXT',
  help: `
  --because TEXT   why; it stays in the audit

Takes an activity out of a programme again; its place is free.`,
  words: { min: 2, max: 2 },
  options: { because: { type: 'string' } },
  run: (context) => {
    const activityId = activityNumber(context.words[0])
    const programmeId = idFrom(context.words[1], 'the number of the programme')
    const { because = '' } = context.options
    return withDatabase(context, async (db) => {
      await unmatchActivity(
        db,
        { activityId, programmeId, reason: because },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print({ activityId, programmeId }, `Activity ${activityId} is in programme ${programmeId} no more.`)
      return 0 as const
    })
  },
})
