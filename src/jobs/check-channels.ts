import { checkChannels as check } from '../app/check-channels.ts'
import { MINUTE } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Channels that need a person: a code to scan, an outage that lasts. */
export const checkChannels: Job = {
  name: 'check-channels',
  schedule: '*/5 * * * *',
  windowMs: 5 * MINUTE,
  run: async (services, now) => ({ ...(await check(services, now)) }),
}
