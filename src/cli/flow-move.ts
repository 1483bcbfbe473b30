import { type Moved, moveForm } from '../app/move-form.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { defineCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'FORM [--to NUMBER] [--dry-run] [--keep-history]',
  help: `
  --to NUMBER     the version to go to; default: the newest
  --dry-run       only say what would happen
  --keep-history  move although answers have no place in the new version; they stay in the history of their reports

Reports that are being written or were sent back go on with a newer version of their form, and open rounds ask it where
nobody has begun. Answers go along by the name of their question. Says what the versions have differently; moves nothing
when an answer would be lost.`,
  words: { min: 1, max: 1 },
  options: { to: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'keep-history': { type: 'boolean' } },
  run: (context) => {
    const { options } = context
    const to = options.to === undefined ? undefined : Number(options.to)
    if (to !== undefined && !Number.isInteger(to))
      throw new UsageProblem(`--to takes the number of a version, not "${options.to}".`)
    return withServices(context, async (services) => {
      const dryRun = options['dry-run'] === true
      const moved = await moveForm(
        services,
        {
          form: context.words[0]!,
          ...(to !== undefined && { to }),
          keepHistory: options['keep-history'] === true,
          dryRun,
        },
        { now: context.clock.now(), actor: 'cli' },
      )
      context.print(moved as unknown as Json, describe(moved, dryRun))
      return moved.done || (dryRun && moved.lost.length === 0) ? 0 : 1
    })
  },
})

function describe(moved: Moved, dryRun: boolean): string {
  const lines: string[] = []
  for (const { number, diff } of moved.from) {
    lines.push(`Version ${number} → ${moved.to} of ${moved.form}:`)
    if (diff.added.length > 0) lines.push(`  added    ${diff.added.join(', ')}`)
    if (diff.removed.length > 0) lines.push(`  removed  ${diff.removed.join(', ')}`)
    for (const { name, what } of diff.changed) lines.push(`  changed  ${name}: ${what.join(', ')}`)
  }
  const lost = Map.groupBy(moved.lost, ({ path }) => path.split('/').at(-1)!)
  for (const [name, answers] of lost)
    lines.push(`  without a place: ${name}, answered in ${new Set(answers.map((one) => one.regionCode)).size} reports`)
  const what = `${moved.reports} reports and ${moved.conversations} conversations`
  const again = moved.askedAgain > 0 ? `; ${moved.askedAgain} answers are no longer allowed and are asked again` : ''
  if (moved.done) lines.push(`Moved ${what} to version ${moved.to}${again}.`)
  else if (moved.lost.length > 0)
    lines.push(
      `Nothing was moved: ${moved.lost.length} answers have no place in version ${moved.to}. --keep-history moves all the same.`,
    )
  else if (dryRun) lines.push(`Would move ${what} to version ${moved.to}${again}.`)
  return lines.join('\n')
}
