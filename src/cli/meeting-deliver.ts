import { deliverAt } from '../app/register-meeting.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'RAKOR [KECAMATAN…]',
  help: `
The results of these kecamatan (of all, where none is named) that were not brought anywhere yet were told at this rakor.`,
  words: { min: 1, max: 50 },
  options: {},
  run: (context) =>
    withServices(context, async (services) => {
      const [id, ...only] = context.words
      const rakor = idFrom(id, 'the number of the rakor')
      const told = await deliverAt(services, rakor, only, { now: context.clock.now(), actor: 'cli' })
      context.print(
        { rakor, delivered: told.map((m) => m.regionCode) },
        told.length === 0
          ? 'Nothing was waiting to be brought there.'
          : `Brought: ${told.map((m) => m.title).join('; ')}.`,
      )
      return 0 as const
    }),
})
