import { freezeMatrix } from '../app/freeze-matrix.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { roundFor } from './matrix-place.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'REGION --signed-by "NAME, POSITION"… [--on DATE] [--carried-by NAME] [--round CODE]',
  help: `
  --signed-by TEXT   who signed, with their position; may be repeated
  --on DATE          when; default: today
  --carried-by NAME  who carries it to the kabupaten
  --round CODE       default: the newest round that asks the place

The signed copy never changes. Signing again after a change makes the next version.`,
  words: { min: 1, max: 1 },
  options: {
    'signed-by': { type: 'string', multiple: true },
    on: { type: 'string' },
    'carried-by': { type: 'string' },
    round: { type: 'string' },
  },
  run: (context) => {
    const signers = (context.options['signed-by'] ?? []).map((text) => {
      const [name = '', ...position] = text.split(',').map((part) => part.trim())
      if (name === '' || position.length === 0)
        throw new UsageProblem(`--signed-by needs a name and a position, such as "Rahma Uji, Camat", not "${text}".`)
      return { name, position: position.join(', ') }
    })
    return withServices(context, async (services) => {
      const regionCode = context.words[0]!
      const round = await roundFor(services.db, regionCode, context.options.round)
      const matrix = await freezeMatrix(
        services,
        {
          round,
          regionCode,
          signedOn: context.options.on ?? localDate(context.clock.now(), 'Asia/Makassar'),
          signers,
          carriedBy: context.options['carried-by'] ?? null,
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(
        matrix as unknown as Json,
        `Version ${matrix.signature!.number} of the matrix of ${matrix.scope.name}, round ${round.code}, is frozen: ${matrix.totals.rows} rows.`,
      )
      return 0 as const
    })
  },
})
