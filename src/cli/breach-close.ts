import { closeBreach, requireBreach } from '../app/breaches.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID --note TEXT',
  help: `
  --note TEXT  what was found in the end, and what was changed so that it does not happen again

Only when everybody who is touched and the authority were told ("breach tell"). The record stays.`,
  words: { min: 1, max: 1 },
  options: { note: { type: 'string' } },
  run: (context) => {
    const note = context.options.note?.trim() ?? ''
    if (note === '') throw new UsageProblem('"kentongan breach close" needs --note TEXT.')
    const id = idFrom(context.words[0], 'the number of the breach')
    return withServices(context, async (services) => {
      const breach = await requireBreach(services.db, id)
      await closeBreach(services, breach, note, { now: context.clock.now(), actor: 'cli' })
      context.print({ id, closed: true }, `Breach ${id} is closed; its record stays.`)
      return 0 as const
    })
  },
})
