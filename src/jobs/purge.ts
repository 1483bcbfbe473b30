import { purge as purgeOld } from '../app/purge.ts'
import { DAY } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Drops what is kept no longer, at night of the villages. */
export const purge: Job = {
  name: 'purge',
  schedule: '10 18 * * *',
  windowMs: DAY,
  async run(services, now) {
    const dropped = await purgeOld(services, now)
    return Object.fromEntries(dropped.filter(({ n }) => n > 0).map(({ kind, table, n }) => [`${kind} ${table}`, n]))
  },
}
