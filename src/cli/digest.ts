import { type DigestOut, sendDigests } from '../app/send-digests.ts'
import { type DigestAudience, digestAudiences } from '../domain/digests.ts'
import { isRegionCode } from '../domain/regions.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { instantFrom } from './instant.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '--audience AUDIENCE [--for CODE] [--at ISO] [--dry-run]',
  help: `
  --audience AUDIENCE  ${digestAudiences.join(', ')}
  --for CODE           only readers of this place, such as 81.05.15 for its camat
  --at ISO             the instant, such as 2024-08-19T09:00+09:00; default: now
  --dry-run            only print it

Prints the digests and queues them for the next time each place allows, once a week and reader.`,
  words: { min: 0, max: 0 },
  options: {
    audience: { type: 'string' },
    for: { type: 'string' },
    at: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: (context) => {
    const { audience, for: place } = context.options
    if (!digestAudiences.includes(audience as DigestAudience))
      throw new UsageProblem(`"kentongan digest" needs --audience, one of ${digestAudiences.join(', ')}.`)
    if (place !== undefined && !isRegionCode(place))
      throw new UsageProblem(`"${place}" is no region code such as 81.05.15.`)
    return withServices(context, async (services) => {
      const at = instantFrom(context.options.at, context)
      const plan = await sendDigests(services, at, {
        due: 'always',
        audiences: [audience as DigestAudience],
        ...(place !== undefined && { for: place }),
        dryRun: context.options['dry-run'] === true,
      })
      context.print(
        { ...plan, at: new Date(at).toISOString() } as unknown as Json,
        plan.digests.length === 0
          ? 'There is no round to tell of, or nobody to tell.'
          : plan.digests.map(show).join('\n\n'),
      )
      return plan.digests.length === 0 ? (1 as const) : (0 as const)
    })
  },
})

function show({ name, place, channel, messages }: DigestOut): string {
  const head = `--- ${[name, place, channel ?? 'cannot be reached'].filter((part) => part !== '').join(', ')}`
  return [head, ...messages.map((m) => m.text)].join('\n')
}
