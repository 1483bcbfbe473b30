import { copyPerson } from '../app/copy-person.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { UsageProblem } from '../lib/problem.ts'
import { keysFrom } from '../lib/seal.ts'
import { defineCommand } from './command.ts'
import { number } from './people-end.ts'
import { withServices } from './with-services.ts'
import { writeOutput } from './write-output.ts'

export const command = defineCommand({
  usage: 'PERSON -o FILE.xlsx [--force]',
  help: `
  PERSON     number of the person ("kentongan people list" shows it)
  -o FILE    where to write it
  --force    replace a file that is there

The copy that a person may ask for: who they are, seats, addresses, consents, answers, messages and files, a sheet each, in
Indonesian. What was said on a telephone that others use too is left out, since nobody knows whose it is. Hand it to the
person alone, and delete it afterwards. That it was made is written down.`,
  words: { min: 1, max: 1 },
  options: { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } },
  run: (context) => {
    const { output } = context.options
    if (output === undefined || !output.endsWith('.xlsx'))
      throw new UsageProblem('"kentongan people copy" needs -o FILE.xlsx.')
    const personId = number(context.words[0]!)
    return withServices(context, async (services) => {
      const config = await context.config()
      const { open } = keysFrom(requireDataKey(config.dataDir, config.dataKey))
      const tables = await copyPerson(services, personId, {
        now: context.clock.now(),
        actor: 'cli',
        openNumber: (sealed) => open(sealed),
      })
      const { writeTables } = await import('../documents/write-tables.ts')
      writeOutput(output, await writeTables(tables), { force: context.options.force === true })
      context.print({ personId, file: output }, `Wrote what is kept about person ${personId} to ${output}.`)
      return 0 as const
    })
  },
})
