import { resumeSending } from '../app/manage-round.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '',
  help: 'Invitations, reminders and digests go on, from what is still of use.',
  words: { min: 0, max: 0 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const changed = await resumeSending(services, { now: context.clock.now(), actor: 'cli' })
      context.print({ paused: false, changed }, changed ? 'Sending goes on.' : 'Sending was not paused.')
      return 0 as const
    }),
})
