import type { Counts } from '../app/job-runs.ts'
import type { Services } from '../app/services.ts'

export type { Counts }

/** One timed job. Its file exports it under its own name; `index.ts` has the list. */
export interface Job {
  /** Part of the row that makes a run happen once: never reuse a name for another meaning. */
  readonly name: string
  /** A node-cron expression in UTC, minute resolution. */
  readonly schedule: string
  /** How long after its minute a missed run is still made up, ms. Of several that were missed, only the latest is. */
  readonly windowMs: number
  run(services: Services, now: number): Promise<Counts>
}
