import { tidyOutbox as tidy } from '../app/tidy-outbox.ts'
import { MINUTE } from '../lib/local-time.ts'
import type { Job } from './job.ts'

/** Takes back what a dead sender held, and puts aside what waited beyond its use. */
export const tidyOutbox: Job = {
  name: 'tidy-outbox',
  schedule: '* * * * *',
  windowMs: MINUTE,
  run: tidy,
}
