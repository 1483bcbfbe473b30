import { cancelOpening } from '../app/manage-round.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE',
  help: 'The round is a draft again. Refused once a message has left or a report was begun.',
  words: { min: 1, max: 1 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const code = context.words[0]!
      await cancelOpening(services, code, { now: context.clock.now(), actor: 'cli' })
      context.print({ code, state: 'draft' }, `The opening of round ${code} was taken back: nobody heard of it.`)
      return 0 as const
    }),
})
