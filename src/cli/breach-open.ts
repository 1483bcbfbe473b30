import { openBreach } from '../app/breaches.ts'
import { breachKinds, hoursLeft, isBreachKind } from '../domain/breaches.ts'
import { isRegionCode, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'
import { countTouched } from '../store/breaches.ts'
import { defineCommand } from './command.ts'
import { instantFrom } from './instant.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage:
    '--known WHEN --lost KIND… [--for REGION] [--since WHEN] [--until WHEN] --what TEXT --handling TEXT [--dry-run]',
  help: `
  --known WHEN     when it was known, such as 2024-08-14T09:00+09:00: the three days run from here
  --lost KIND      what may have got out, may be repeated: ${breachKinds.join(', ')}
  --for REGION     whose data, such as 81.05; default: the whole programme
  --since WHEN     data from then on; default: all
  --until WHEN     data up to then; default: when it was known
  --what TEXT      when and how it happened, in Indonesian, as it is told to people: no names in it
  --handling TEXT  what was done and is being done, the same
  --dry-run        only say how many people are touched

Writes it down with everybody whose data are touched, and sends nothing: then "breach letter" and "breach tell". Of
complaints nobody knows whose they are: their number is kept, and the public is told.`,
  words: { min: 0, max: 0 },
  options: {
    known: { type: 'string' },
    lost: { type: 'string', multiple: true },
    for: { type: 'string' },
    since: { type: 'string' },
    until: { type: 'string' },
    what: { type: 'string' },
    handling: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: (context) => {
    const { known, lost = [], what = '', handling = '', since, until } = context.options
    const dry = context.options['dry-run'] === true
    const regionCode = context.options.for ?? WHOLE_PROGRAMME
    const strange = lost.find((kind) => !isBreachKind(kind))
    if (known === undefined) throw new UsageProblem('"kentongan breach open" needs --known WHEN.')
    if (strange !== undefined || lost.length === 0)
      throw new UsageProblem(
        `--lost takes ${breachKinds.join(', ')}${strange === undefined ? '' : `; "${strange}" is none`}.`,
      )
    if (regionCode !== WHOLE_PROGRAMME && !isRegionCode(regionCode))
      throw new UsageProblem(`"${regionCode}" is no region code such as 81.05 or 81.05.15.`)
    if (!dry && (what.trim() === '' || handling.trim() === ''))
      throw new UsageProblem('"kentongan breach open" needs --what TEXT and --handling TEXT: people are told both.')
    if (what.length > 600 || handling.length > 600)
      throw new UsageProblem('--what and --handling take up to 600 characters each.')
    const knownAt = instantFrom(known, context)
    const now = context.clock.now()
    if (knownAt > now) throw new UsageProblem(`"${known}" is still to come.`)
    const scope = {
      regionCode,
      kinds: breachKinds.filter((kind) => lost.includes(kind)),
      sinceAt: since === undefined ? 0 : instantFrom(since, context),
      untilAt: until === undefined ? knownAt : instantFrom(until, context),
    }
    return withServices(context, async (services) => {
      const about = { knownAt, what: what.trim(), handling: handling.trim() }
      const made = dry
        ? { ...(await countTouched(services.db, scope)), id: null }
        : await openBreach(services, scope, about, { now, actor: 'cli' })
      const { people, others, cases } = made
      const hours = hoursLeft(knownAt, now)
      context.print(
        { ...made, hoursLeft: hours },
        `${dry ? 'It would touch' : `Breach ${made.id} is open: it touches`} ${people} people${others > 0 ? `, ${others} addresses of people we do not know` : ''}${cases > 0 ? `, ${cases} complaints` : ''}. ${hours} hours are left of the three days.`,
      )
      return 0 as const
    })
  },
})
