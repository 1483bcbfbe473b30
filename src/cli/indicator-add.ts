import { addIndicator } from '../app/indicators.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE --name TEXT --unit TEXT',
  help: `
  --name TEXT  as it stands in the table
  --unit TEXT  what is counted: kelompok, orang, %; shares (%) are not added up over kabupaten

For what the data cannot give. "kentongan indicator list --all" names those that it gives; they need only a target.`,
  words: { min: 1, max: 1 },
  options: { name: { type: 'string' }, unit: { type: 'string' } },
  run: (context) => {
    const { name, unit } = context.options
    const code = context.words[0]!
    if (name === undefined || unit === undefined)
      throw new UsageProblem('"kentongan indicator add" needs --name TEXT and --unit TEXT.')
    return withServices(context, async (services) => {
      await addIndicator(services, { code, name, unit }, { now: context.clock.now(), actor: 'cli' })
      context.print({ code, name, unit }, `${code}: ${name} (${unit}).`)
      return 0 as const
    })
  },
})
