import { sendReminders } from '../app/send-reminders.ts'
import type { Json } from '../lib/json.ts'
import { findSetting } from '../store/settings.ts'
import { defineCommand } from './command.ts'
import { instantFrom } from './instant.ts'
import { table } from './table.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: '[--at ISO] [--dry-run]',
  help: `
  --at ISO   the instant, such as 2024-08-14T09:00+09:00; default: now
  --dry-run  only say who would get what

What the schedule would send at that instant. Without --dry-run it is queued, once: the service does not send it again.`,
  words: { min: 0, max: 0 },
  options: { at: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: (context) =>
    withServices(context, async (services) => {
      const at = instantFrom(context.options.at, context)
      const dryRun = context.options['dry-run'] === true
      if (await findSetting(services.db, 'sending_paused')) {
        context.print(
          { queued: 0, held: 0, messages: [], paused: true },
          'Sending is paused: "kentongan round resume".',
        )
        return 1 as const
      }
      const plan = await sendReminders(services, at, { dryRun })
      const rows = plan.messages.map((m) => [m.kind, m.to, m.name, m.channel, m.places.join(', ')])
      const held = plan.held > 0 ? ` ${plan.held} people were written to today already, or six times in the round.` : ''
      context.print(
        { ...plan, at: new Date(at).toISOString() } as unknown as Json,
        rows.length === 0
          ? `Nothing is due.${held}`
          : `${dryRun ? 'Would be queued' : `Queued ${plan.queued} of`} ${rows.length} messages.${held}\n${table(rows)}`,
      )
      return 0 as const
    }),
})
