import { type PlaceStatus, type RoundStatus, roundStatus } from '../app/round-status.ts'
import type { Json } from '../lib/json.ts'
import { localDate } from '../lib/local-time.ts'
import { requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { reasons } from './reasons.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE [--all]',
  help: `
  --all  every place, not only those that still owe something

Names of late villages are for staff, the fasilitator and the camat of their own kecamatan.`,
  words: { min: 1, max: 1 },
  options: { all: { type: 'boolean' } },
  run: (context) =>
    withServices(context, async (services) => {
      const round = await requireRound(services.db, context.words[0]!)
      const status = await roundStatus(services, services.db, round, context.clock.now())
      context.print(status as unknown as Json, describe(status, context.options.all === true))
      return 0 as const
    }),
})

function describe(status: RoundStatus, all: boolean): string {
  const lines = [`Round ${status.code} is ${status.state}${status.sendingPaused ? '; sending is paused' : ''}.`]
  for (const [form, counts] of Object.entries(status.byForm))
    lines.push(
      `  ${form}: ${Object.entries(counts)
        .map(([state, n]) => `${n} ${state}`)
        .join(', ')}`,
    )
  const rows = status.byKecamatan.map((k) => [
    k.regionCode,
    `${k.in} of ${k.of}`,
    k.excused > 0 ? `${k.excused} excused` : '',
  ])
  if (rows.length > 0) lines.push('Villages in:', table(rows))
  const shown = status.places.filter((p) => all || owes(p))
  if (shown.length > 0) lines.push(all ? 'Places:' : 'Still owed:', table(shown.map(row)))
  return lines.join('\n')
}

const owes = ({ state }: PlaceStatus) => ['open', 'half_done', 'late', 'returned'].includes(state)

function row(place: PlaceStatus): readonly string[] {
  return [
    place.regionCode,
    place.name,
    place.form,
    place.isHalfDone ? `${place.state} (begun)` : place.state,
    `due ${localDate(place.dueAt, place.zone)}`,
    `${place.messages} messages`,
    place.unreachable === undefined ? '' : reasons[place.unreachable],
  ]
}
