import { mergePersons } from '../app/merge-persons.ts'
import { defineCommand } from './command.ts'
import { number } from './people-end.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'KEEP OTHER',
  help: `
  KEEP   number of the person who stays ("kentongan people list" shows it)
  OTHER  number of the same person's second row: seats, addresses, consents and answers become those of KEEP

The name and number of KEEP stay. This cannot be undone: make a backup first.`,
  words: { min: 2, max: 2 },
  options: {},
  run: (context) => {
    const [keep, other] = context.words.map(number)
    return withServices(context, async (services) => {
      const pair = { keep: keep!, other: other! }
      const merged = await mergePersons(services, pair, { now: context.clock.now(), actor: 'cli' })
      context.print({ ...pair, ...merged }, `${merged.otherName} (${other}) is now ${merged.name} (${keep}).`)
      return 0 as const
    })
  },
})
