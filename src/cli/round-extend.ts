import { extendDue } from '../app/manage-round.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { namesOf, placesFrom, placesHelp } from './places-of-round.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE REGION --due DATE [--kecamatan]',
  help: `
${placesHelp}
  --due DATE   the new last day

Reminders before the new date are sent again, and who is told about lateness is told after it.`,
  words: { min: 2, max: 2 },
  options: { due: { type: 'string' }, kecamatan: { type: 'boolean' } },
  run: (context) => {
    const { due } = context.options
    if (due === undefined) throw new UsageProblem('"kentongan round extend" needs --due DATE.')
    const places = placesFrom(context.words, context.options)
    return withServices(context, async (services) => {
      const changed = await extendDue(services, places, due, { now: context.clock.now(), actor: 'cli' })
      context.print(
        { code: places.code, dueOn: due, places: changed.map((p) => p.regionCode) },
        `${namesOf(changed)}: now due ${due}.`,
      )
      return 0 as const
    })
  },
})
