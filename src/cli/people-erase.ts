import { erasePerson } from '../app/erase-person.ts'
import { defineCommand } from './command.ts'
import { number } from './people-end.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'PERSON --yes',
  help: `
  PERSON  number of the person ("kentongan people list" shows it)
  --yes   it cannot be undone

Takes the person out of every table and file; figures, choices and dates that the village reported stay. Who wrote "hapus
data saya" is erased by itself a day later, unless they wrote "mulai" again. Backups made before still hold the person until
they age out; a restore erases them again.`,
  words: { min: 1, max: 1 },
  options: { yes: { type: 'boolean' } },
  run: (context) => {
    const personId = number(context.words[0]!)
    return withServices(context, async (services) => {
      if (context.options.yes !== true) {
        context.print({ personId, erased: false }, 'Nothing was erased: add --yes if you mean it. It cannot be undone.')
        return 1 as const
      }
      const counts = await erasePerson(services, personId, { now: context.clock.now(), actor: 'cli' })
      context.print(
        { personId, erased: true, ...counts },
        `Person ${personId} is erased: ${counts.addresses} addresses, ${counts.received} messages received and ${counts.sent} sent, ${counts.answers} answers in own words, ${counts.files} files.`,
      )
      return 0 as const
    })
  },
})
