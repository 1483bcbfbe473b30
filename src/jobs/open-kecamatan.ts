import { openReadyKecamatan } from '../app/open-kecamatan.ts'
import { MINUTE } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Invites the camat when all villages are in or the date has come; before the reminders, which carry the invitation. */
export const openKecamatan: Job = {
  name: 'open-kecamatan',
  schedule: '* * * * *',
  windowMs: MINUTE,
  run: async (services, now) => ({ opened: await openReadyKecamatan(services, now) }),
}
