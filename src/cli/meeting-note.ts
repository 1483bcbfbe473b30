import { noteMeeting } from '../app/register-meeting.ts'
import type { Json } from '../lib/json.ts'
import { defineCommand } from './command.ts'
import { commitmentsFrom, idFrom, numberFrom, sessionsFrom } from './meeting-options.ts'
import { withServices } from './with-services.ts'

export const command = defineCommand({
  usage: 'ID [--decision TEXT…] [--commit "WHAT;WHO;DATE"…]',
  help: `
  --decision TEXT   one decision; may be repeated
  --commit TEXT     a promise: "Data lokus 2025;Bapperida;2024-09-30"; an office is asked about it in chat
  --agenda TEXT     a further point of the agenda
  --session TEXT    the days or batches with who came, in place of those noted before
  --guests N`,
  words: { min: 1, max: 1 },
  options: {
    decision: { type: 'string', multiple: true },
    commit: { type: 'string', multiple: true },
    agenda: { type: 'string', multiple: true },
    session: { type: 'string', multiple: true },
    guests: { type: 'string' },
  },
  run: (context) => {
    const { decision, commit, agenda, session } = context.options
    const guests = numberFrom(context.options.guests, '--guests')
    const notes = {
      decisions: decision ?? [],
      agenda: agenda ?? [],
      commitments: commitmentsFrom(commit),
      sessions: sessionsFrom(session),
      ...(guests !== undefined && { guests }),
    }
    return withServices(context, async (services) => {
      const id = idFrom(context.words[0], 'the number of the meeting')
      const meeting = await noteMeeting(services, id, notes, { now: context.clock.now(), actor: 'cli' })
      context.print(meeting as unknown as Json, `${meeting.title}: noted.`)
      return 0 as const
    })
  },
})
