import { excuse } from '../app/manage-round.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { namesOf, placesFrom, placesHelp } from './places-of-round.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE REGION --because REASON [--kecamatan]',
  help: `
${placesHelp}
  --because REASON  kept with the round, for whoever asks later

What was queued for them is taken back. "kentongan round reopen CODE REGION" lets them owe their report again.`,
  words: { min: 2, max: 2 },
  options: { because: { type: 'string' }, kecamatan: { type: 'boolean' } },
  run: (context) => {
    const { because } = context.options
    if (because === undefined) throw new UsageProblem('"kentongan round excuse" needs --because REASON.')
    const places = placesFrom(context.words, context.options)
    return withServices(context, async (services) => {
      const changed = await excuse(services, places, because, { now: context.clock.now(), actor: 'cli' })
      context.print(
        { code: places.code, because, places: changed.map((p) => p.regionCode) },
        `${namesOf(changed)}: excused from round ${places.code}.`,
      )
      return 0 as const
    })
  },
})
