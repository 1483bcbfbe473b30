import { previewReminders } from '../app/preview-reminders.ts'
import { sendReminders } from '../app/send-reminders.ts'
import type { Services } from '../app/services.ts'
import type { Json } from '../lib/json.ts'
import { UsageProblem } from '../lib/problem.ts'
import { findSetting } from '../store/settings.ts'
import { type CommandContext, defineCommand } from './command.ts'
import { instantFrom, momentIn } from './instant.ts'
import { numberFrom } from './meeting-options.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '[--at ISO] [--dry-run [--days N] [--kabupaten CODE]] [--texts]',
  help: `
  --at ISO   the instant, such as 2024-08-14T09:00+09:00; default: now
  --dry-run  only say who would get what
  --days N   with --dry-run: everything of the next N days, if nobody answers; at most 60
  --kabupaten CODE  with --days: only there
  --texts    also what they would read

What the schedule would send at that instant. Without --dry-run it is queued, once: the service does not send it again.`,
  words: { min: 0, max: 0 },
  options: {
    at: { type: 'string' },
    'dry-run': { type: 'boolean' },
    days: { type: 'string' },
    kabupaten: { type: 'string' },
    texts: { type: 'boolean' },
  },
  run: (context) =>
    withServices(context, async (services) => {
      const at = instantFrom(context.options.at, context)
      const dryRun = context.options['dry-run'] === true
      const days = numberFrom(context.options.days, '--days')
      if (days !== undefined && (!dryRun || days < 1 || days > 60))
        throw new UsageProblem('--days looks 1 to 60 days ahead, with --dry-run.')
      if (await findSetting(services.db, 'sending_paused')) {
        context.print(
          { queued: 0, held: 0, messages: [], paused: true },
          'Sending is paused: "kentongan round resume".',
        )
        return 1 as const
      }
      if (days !== undefined) return lookAhead(context, services, at, days)
      const plan = await sendReminders(services, at, { dryRun })
      const rows = plan.messages.map((m) => [m.kind, m.to, m.name, m.channel, m.places.join(', ')])
      const texts = context.options.texts === true ? plan.messages.map((m) => m.text) : []
      const held = plan.held > 0 ? ` ${plan.held} people were written to today already, or six times in the round.` : ''
      context.print(
        { ...plan, at: new Date(at).toISOString() } as unknown as Json,
        rows.length === 0
          ? `Nothing is due.${held}`
          : `${dryRun ? 'Would be queued' : `Queued ${plan.queued} of`} ${rows.length} messages.${held}\n${withTexts(rows, texts)}`,
      )
      return 0 as const
    }),
})

async function lookAhead(context: CommandContext, services: Services, from: number, days: number): Promise<0> {
  const { kabupaten } = context.options as { readonly kabupaten?: string }
  const messages = await previewReminders(services, { from, days, ...(kabupaten !== undefined && { kabupaten }) })
  const rows = messages.map((m) => [momentIn(m.at, m.zone), m.rung, m.to, m.name, m.channel, m.places.join(', ')])
  const texts = context.options.texts === true ? messages.map((m) => m.text) : []
  context.print(
    { from: new Date(from).toISOString(), days, messages: messages as unknown as Json },
    rows.length === 0
      ? `Nothing will be due in ${days} days.`
      : `If nobody answers, ${rows.length} messages in ${days} days:\n${withTexts(rows, texts)}`,
  )
  return 0
}

/** The table, with what each would read below its line. */
function withTexts(rows: readonly (readonly string[])[], texts: readonly string[]): string {
  if (texts.length === 0) return table(rows)
  return table(rows)
    .split('\n')
    .map((line, i) => `${line}\n${(texts[i] ?? '').replace(/^/gm, '      | ')}`)
    .join('\n')
}
