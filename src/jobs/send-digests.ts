import { sendGroupDigests } from '../app/group-digests.ts'
import { sendDigests as send } from '../app/send-digests.ts'
import { MINUTE } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** The weekly digests, each in the slot of its kabupaten. */
export const sendDigests: Job = {
  name: 'send-digests',
  schedule: '*/5 * * * *',
  windowMs: 5 * MINUTE,
  run: async (services, now) => ({
    queued: (await send(services, now, { due: 'now' })).queued,
    groups: await sendGroupDigests(services, now),
  }),
}
