import { pauseSending } from '../app/manage-round.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '',
  help: `
Holds back everything that the bot starts: invitations, reminders, digests. Replies go on.
"kentongan round resume" lets it go on; what lost its use meanwhile is not made up.`,
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const changed = await pauseSending(services, { now: context.clock.now(), actor: 'cli' })
      context.print({ paused: true, changed }, changed ? 'Sending is paused.' : 'Sending was paused already.')
      return 0 as const
    }),
})
