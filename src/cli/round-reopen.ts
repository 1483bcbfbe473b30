import { includeAgain, reopenRound } from '../app/manage-round.ts'
import { defineCommand } from './command.ts'
import { namesOf, placesFrom, placesHelp } from './places-of-round.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE [REGION] [--kecamatan]',
  help: `
${placesHelp}

Without REGION a closed round is open again; with it, excused places owe their reports again.`,
  words: { min: 1, max: 2 },
  options: { kecamatan: { type: 'boolean' } },
  run: (context) =>
    withServices(context, async (services) => {
      const by = { now: context.clock.now(), actor: 'cli' }
      const code = context.words[0]!
      if (context.words.length === 1) {
        await reopenRound(services, code, by)
        context.print({ code, state: 'open' }, `Round ${code} is open again.`)
        return 0 as const
      }
      const changed = await includeAgain(services, placesFrom(context.words, context.options), by)
      context.print(
        { code, places: changed.map((p) => p.regionCode) },
        changed.length === 0 ? 'Nobody there was excused.' : `${namesOf(changed)}: asked again in round ${code}.`,
      )
      return changed.length === 0 ? (1 as const) : (0 as const)
    }),
})
