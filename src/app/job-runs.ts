import { HOUR } from '../lib/local-time.ts'
import { messageOf } from '../lib/problem.ts'
import { claimJobRun, endJobRun } from '../store/job-runs.ts'
import type { Services } from './services.ts'

/** What a job did, by name of what it counted: what the log shows and tests look at. */
export type Counts = Readonly<Record<string, number>>

export interface JobResult {
  readonly name: string
  /** The minute the run was for. */
  readonly dueAt: number
  readonly outcome: 'ok' | 'failed' | 'elsewhere'
  readonly counts: Counts
}

/** A run that began this long ago and never ended belongs to a process that died. */
const STALE_MS = HOUR

/**
 * Runs a job for its minute, once over all processes, and writes down what came of it. A failure is logged and counted,
 * never thrown: the other jobs go on. Throws only when the database cannot even be asked.
 */
export async function runJobOnce(
  services: Services,
  run: { readonly name: string; readonly dueAt: number; readonly now: number },
  work: () => Promise<Counts>,
): Promise<JobResult> {
  const { db, log, clock } = services
  const { name, dueAt } = run
  if (!(await claimJobRun(db, { ...run, staleMs: STALE_MS }))) return { name, dueAt, outcome: 'elsewhere', counts: {} }
  const beganAt = clock.now()
  try {
    const counts = await work()
    await endJobRun(db, { name, dueAt, now: clock.now() }, { counts })
    const ms = clock.now() - beganAt
    if (Object.values(counts).some((n) => n > 0)) log.info({ job: name, ...counts, ms }, 'a job ran')
    else log.debug({ job: name, ms }, 'a job ran, nothing to do')
    return { name, dueAt, outcome: 'ok', counts }
  } catch (error) {
    log.error({ job: name, dueAt, error: messageOf(error) }, 'a job failed')
    await endJobRun(db, { name, dueAt, now: clock.now() }, { error: messageOf(error) })
    return { name, dueAt, outcome: 'failed', counts: {} }
  }
}
