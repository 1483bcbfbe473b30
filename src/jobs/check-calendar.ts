import { checkCalendar as check } from '../app/check-calendar.ts'
import { DAY } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Are the holidays of this year entered, and from November on of the next? The decree appears around then. */
export const checkCalendar: Job = {
  name: 'check-calendar',
  schedule: '0 1 * * *',
  windowMs: DAY,
  run: async (services, now) => ({ missing: await check(services, now) }),
}
