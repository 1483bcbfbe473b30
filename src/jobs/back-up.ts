import { nightlyBackup } from '../app/nightly-backup.ts'
import { DAY } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Last of its minute: nothing waits for it. 01:30 in WITA, 02:30 in WIT. */
export const backUp: Job = {
  name: 'back-up',
  schedule: '30 17 * * *',
  windowMs: DAY,
  run: nightlyBackup,
}
