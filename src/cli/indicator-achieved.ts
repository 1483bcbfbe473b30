import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { enter } from './indicator-enter.ts'

export const command = defineCommand({
  usage: 'INDICATOR KABUPATEN|* PERIOD NUMBER --source TEXT',
  help: `
  PERIOD         2024, 2024-S2 (half), 2024-Q3 or 2024-07
  --source TEXT  where the number is from

Goes before what the data says, which stays beside it in the table.`,
  words: { min: 4, max: 4 },
  options: { source: { type: 'string' } },
  run: (context) => {
    const { source } = context.options
    if (source === undefined) throw new UsageProblem('"kentongan indicator achieved" needs --source TEXT.')
    return enter(context, 'achieved', source)
  },
})
