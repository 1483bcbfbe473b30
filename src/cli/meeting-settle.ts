import { settleCommitment } from '../app/register-meeting.ts'
import { commitmentStates } from '../domain/meetings.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'PROMISE kept|broken|open [--note TEXT]',
  help: `
  --note TEXT  why, or what came of it

PROMISE is its number in "kentongan meeting show".`,
  words: { min: 2, max: 2 },
  options: { note: { type: 'string' } },
  run: (context) => {
    const state = commitmentStates.find((s) => s === context.words[1])
    if (!state) throw new UsageProblem(`"${context.words[1]}" is none of ${commitmentStates.join(', ')}.`)
    const id = idFrom(context.words[0], 'the number of the promise')
    return withServices(context, async (services) => {
      await settleCommitment(services, id, state, context.options.note ?? null, {
        now: context.clock.now(),
        actor: 'cli',
      })
      context.print({ id, state }, `Promise ${id}: ${state}.`)
      return 0 as const
    })
  },
})
