import { askFollowUps as ask } from '../app/ask-follow-ups.ts'
import { MINUTE } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Follow-up of recommendations: who is responsible, the villages asked back, what is overdue. Each thing is asked once. */
export const askFollowUps: Job = {
  name: 'ask-follow-ups',
  schedule: '*/10 * * * *',
  windowMs: 10 * MINUTE,
  run: async (services, now) => ({ ...(await ask(services, now)) }),
}
