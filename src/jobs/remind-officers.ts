import { remindOfficers as remind } from '../app/complaint-alarm.ts'
import { HOUR } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Officers hear again of complaints that nobody took up. */
export const remindOfficers: Job = {
  name: 'remind-officers',
  schedule: '20 * * * *',
  windowMs: HOUR,
  run: async (services, now) => ({ alarms: await remind(services, now) }),
}
