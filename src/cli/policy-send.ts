import { readFileSync } from 'node:fs'
import { policyReaders, sendPolicy } from '../app/policy-messages.ts'
import { reachOf } from '../app/reach.ts'
import { isPolicyTopic, policyTopics } from '../domain/policy-messages.ts'
import { isPosition, type Position, positions } from '../domain/positions.ts'
import { isRegionCode, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'
import { policyText } from '../wording/system/policy.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

/** A message on a phone, not a document. */
const longest = 1_500

export const command = defineCommand({
  usage: 'TOPIC --to POSITION… [--for REGION] [--text TEXT | --file FILE] [--dry-run]',
  help: `
TOPIC is ${policyTopics.join(', ')}; the first three have a text of their own.

  --to POSITION  whom it goes to; may be repeated: ${positions.join(', ')}
  --for REGION   such as 81.05 or 81.05.15; default: the whole programme
  --text TEXT    what is to be read, at most ${longest} characters; --file FILE the same from a file
  --dry-run      only say who would get it and what

Each person gets it once, at the next polite hour of their place, and says with one tap that they have read it. Who does not
is reminded after a week, twice. "kentongan policy status" says who has and who has not.`,
  words: { min: 1, max: 1 },
  options: {
    to: { type: 'string', multiple: true },
    for: { type: 'string' },
    text: { type: 'string' },
    file: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: (context) => {
    const [topic] = context.words as [string]
    const { to = [], text, file } = context.options
    const regionCode = context.options.for ?? WHOLE_PROGRAMME
    if (!isPolicyTopic(topic)) throw new UsageProblem(`"${topic}" is no topic: choose ${policyTopics.join(', ')}.`)
    const strange = to.find((word) => !isPosition(word))
    if (strange !== undefined || to.length === 0)
      throw new UsageProblem(
        strange === undefined
          ? '"kentongan policy send" needs --to POSITION.'
          : `"${strange}" is no position: choose ${positions.join(', ')}.`,
      )
    if (regionCode !== WHOLE_PROGRAMME && !isRegionCode(regionCode))
      throw new UsageProblem(`"${regionCode}" is no region code such as 81.05 or 81.05.15.`)
    if (text !== undefined && file !== undefined) throw new UsageProblem('Give --text or --file, not both.')
    const said = (file === undefined ? text : readFileSync(file, 'utf8'))?.trim()
    if (topic === 'lain' && !said) throw new UsageProblem('The topic "lain" needs --text or --file.')
    if (said !== undefined && (said === '' || said.length > longest))
      throw new UsageProblem(`The text has ${said.length} characters: 1 to ${longest} fit.`)
    const draft = { topic, regionCode, positions: to as Position[], ...(said !== undefined && { text: said }) }
    return withServices(context, async (services) => {
      const now = context.clock.now()
      if (context.options['dry-run'] === true) {
        const readers = await policyReaders(services, draft, now)
        const unreachable = readers.filter((r) => reachOf(r).because !== undefined).length
        const shown = said ?? policyText(topic, { texts: services.texts, language: 'id' })
        context.print(
          { people: readers.length, unreachable, text: shown },
          `${readers.length} people would get it, ${unreachable} of them cannot be reached now.\n\n${shown}`,
        )
        return 0 as const
      }
      const { id, readers } = await sendPolicy(services, draft, { now, actor: 'cli' })
      context.print(
        { id, people: readers.length },
        `Message ${id} for ${readers.length} people: it leaves at the polite hours of each place.`,
      )
      return 0 as const
    })
  },
})
