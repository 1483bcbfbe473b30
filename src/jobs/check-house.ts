import { checkHouse as check } from '../app/check-house.ts'
import { HOUR } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Room on the disk, and the age of the last good backup. */
export const checkHouse: Job = {
  name: 'check-house',
  schedule: '20 * * * *',
  windowMs: HOUR,
  run: async (services, now) => ({ ...(await check(services, now)) }),
}
