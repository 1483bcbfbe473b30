import { eraseThoseWhoAsked } from '../app/erase-person.ts'
import { HOUR } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Those who asked to be erased: within three days by law, after one day here. */
export const erase: Job = {
  name: 'erase',
  schedule: '20 * * * *',
  windowMs: HOUR,
  run: (services, now) => eraseThoseWhoAsked(services, now),
}
