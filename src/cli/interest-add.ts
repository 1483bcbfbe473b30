import { noteInterest } from '../app/interest.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { numberFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'REGION --on DATE --by TEXT --what TEXT [--meeting ID]',
  help: `
  --on DATE      when it was told
  --by TEXT      which office or body told it: "Pemerintah desa", "Camat"; no person's name
  --what TEXT    what is wanted
  --meeting ID   where it was told

A village, kecamatan or kabupaten that wants to plan as the programme does.`,
  words: { min: 1, max: 1 },
  options: {
    on: { type: 'string' },
    by: { type: 'string' },
    what: { type: 'string' },
    meeting: { type: 'string' },
  },
  run: (context) => {
    const { on, by, what } = context.options
    if (on === undefined || by === undefined || what === undefined)
      throw new UsageProblem('"kentongan interest add" needs --on DATE, --by TEXT and --what TEXT.')
    const meetingId = numberFrom(context.options.meeting, '--meeting') ?? null
    return withServices(context, async (services) => {
      const interest = await noteInterest(
        services,
        { regionCode: context.words[0]!, toldOn: on, toldBy: by, what, meetingId },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(interest as unknown as Json, `Interest ${interest.id}: ${interest.regionName}.`)
      return 0 as const
    })
  },
})
