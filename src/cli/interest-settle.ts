import { answerInterest } from '../app/interest.ts'
import { officeZone } from '../app/programme.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { idFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID diterima|ditolak --because TEXT [--on DATE]',
  help: `
  --because TEXT   why; --on DATE since when, default today

A village that is taken in ("diterima") is a village of replication from then on: it gets the same forms as the others.`,
  words: { min: 2, max: 2 },
  options: { because: { type: 'string' }, on: { type: 'string' } },
  run: (context) => {
    const id = idFrom(context.words[0], 'the number of the interest')
    const state = (['diterima', 'ditolak'] as const).find((s) => s === context.words[1])
    if (!state) throw new UsageProblem(`"${context.words[1]}" is no answer: choose diterima or ditolak.`)
    return withServices(context, async (services) => {
      const now = context.clock.now()
      const { because = '', on = localDate(now, officeZone) } = context.options
      const interest = await answerInterest(services, { id, state, on, because }, { now, actor: 'cli' })
      context.print(interest as unknown as Json, `Interest ${id}, ${interest.regionName}: ${state}.`)
      return 0 as const
    })
  },
})
