import { closeRound } from '../app/manage-round.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE',
  help: 'Nothing is asked any more. "kentongan round reopen CODE" takes it back.',
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const code = context.words[0]!
      const cancelled = await closeRound(services, code, { now: context.clock.now(), actor: 'cli' })
      context.print(
        { code, state: 'closed', cancelled },
        `Round ${code} is closed${cancelled > 0 ? `; ${cancelled} queued messages were taken back` : ''}.`,
      )
      return 0 as const
    }),
})
