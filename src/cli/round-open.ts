import { openRound, type PlannedInvitation, previewRound, type RoundPlan } from '../app/open-round.ts'
import type { Json } from '../lib/json.ts'
import { Problem } from '../lib/problem.ts'
import { requireRound } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { momentIn } from './instant.ts'
import { reasons } from './reasons.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'CODE [--dry-run]',
  help: `
  --dry-run  only say who would get what, when and over which channel, and who cannot be reached

Invitations leave by the service, in the hours that each place allows. "kentongan round cancel CODE" takes an opening back
until the first one has left.`,
  words: { min: 1, max: 1 },
  options: { 'dry-run': { type: 'boolean' } },
  run: (context) =>
    withServices(context, async (services) => {
      const round = await requireRound(services.db, context.words[0]!)
      const now = context.clock.now()
      const dryRun = context.options['dry-run'] === true
      if (round.state === 'closed')
        throw new Problem(
          'round_closed',
          `round ${round.code} is closed: open it again with "round reopen ${round.code}"`,
        )
      if (round.state === 'open' && !dryRun) {
        context.print({ code: round.code, opened: false }, `Round ${round.code} is open already.`)
        return 1 as const
      }
      const plan = dryRun
        ? await previewRound(services, services.db, round, now)
        : await openRound(services, round, { now, actor: 'cli' })
      context.print(
        { ...plan, opened: !dryRun } as unknown as Json,
        `${dryRun ? `Round ${plan.code} would ask` : `Round ${plan.code} is open: it asks`}:\n${describe(plan)}`,
      )
      return 0 as const
    }),
})

function describe(plan: RoundPlan): string {
  const invited = plan.places.filter((p) => p.invitedAt !== undefined)
  const unreachable = plan.places.filter((p) => p.unreachable !== undefined)
  const waiting = plan.places.filter((p) => p.opensAt === null).length
  const count = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ')
  const lines = [
    `  reports     ${count(plan.byForm)}`,
    `  channels    ${count(plan.byChannel) || 'none'}`,
    ...[...Map.groupBy(invited, (p) => p.zone)].map(([zone, own]) => `  invitations ${firstAndLast(own, zone)}`),
    ...(waiting > 0 ? [`  waiting     ${waiting} kecamatan are invited after their villages`] : []),
  ]
  if (unreachable.length === 0) return [...lines, '  everybody can be reached'].join('\n')
  const rows = unreachable.map((p) => [p.regionCode, p.name, p.form, reasons[p.unreachable!]])
  return [...lines, `Nobody can be written to in ${unreachable.length} places:`, table(rows)].join('\n')
}

function firstAndLast(invited: readonly PlannedInvitation[], zone: string): string {
  const at = invited.map((p) => p.invitedAt!)
  return `${invited.length} from ${momentIn(Math.min(...at), zone)} to ${momentIn(Math.max(...at), zone)}`
}
