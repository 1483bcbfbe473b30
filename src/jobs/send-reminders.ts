import { sendReminders as send } from '../app/send-reminders.ts'
import { MINUTE } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Invitations, reminders and what others are told. What an outage held up is for the ladder to judge, not for this. */
export const sendReminders: Job = {
  name: 'send-reminders',
  schedule: '* * * * *',
  windowMs: MINUTE,
  run: async (services, now) => {
    const { queued, held } = await send(services, now, { share: true })
    return { queued, held }
  },
}
