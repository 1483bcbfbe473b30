import { countsOf, purge as purgeOld } from '../app/purge.ts'
import { DAY } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Drops what is kept no longer, at night of the villages. */
export const purge: Job = {
  name: 'purge',
  schedule: '10 18 * * *',
  windowMs: DAY,
  async run(services, now) {
    return countsOf(await purgeOld(services, now))
  },
}
