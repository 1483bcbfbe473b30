import { createTask, type ScheduledTask } from 'node-cron'
import { type JobResult, runJobOnce } from '../app/job-runs.ts'
import type { Services } from '../app/services.ts'
import { MINUTE } from '../lib/local-time.ts'
import { messageOf } from '../lib/problem.ts'
import { jobs as allJobs } from './index.ts'
import type { Job } from './job.ts'

const everyMinute = '* * * * *'

/**
 * Runs the timed jobs. One heartbeat a minute asks of each job for which minute it was due last; a run that was missed
 * in an outage is thereby made up, the latest only and inside its window, at the first beat after it. The row of each
 * run decides between processes; nothing here has to be right for a reminder to exist once.
 */
export class Clockwork {
  readonly #services: Services
  readonly #jobs: readonly { readonly job: Job; readonly cron: ScheduledTask }[]
  readonly #running = new Map<string, Promise<unknown>>()
  /** The minute of each job that this process has run. */
  readonly #settled = new Map<string, number>()
  /** How far each job's minutes were looked through, and the last of them that is its own. */
  readonly #seen = new Map<string, { readonly until: number; readonly dueAt: number | undefined }>()
  #heartbeat: ScheduledTask | undefined
  #stopping = false

  constructor(services: Services, jobs: readonly Job[] = allJobs) {
    this.#services = services
    // never started: they only say which minutes are theirs
    this.#jobs = jobs.map((job) => ({ job, cron: createTask(job.schedule, () => {}, { timezone: 'UTC' }) }))
  }

  /** Begins with a run at once: an outage may have held something up. */
  start(): void {
    const { clock, log } = this.#services
    const beat = () =>
      this.runDue(clock.now()).catch((error: unknown) => log.error({ error: messageOf(error) }, 'the jobs cannot run'))
    const task = createTask(everyMinute, () => void beat(), { timezone: 'UTC', suppressMissedWarning: true })
    this.#heartbeat = task
    void task.start()
    void beat()
  }

  /** Runs what is due at an instant, one job after the other, and returns what came of it. Needs no timer. */
  async runDue(now: number): Promise<readonly JobResult[]> {
    const results: JobResult[] = []
    for (const { job, cron } of this.#jobs) {
      if (this.#stopping) break
      const dueAt = this.#lastDue(job, cron, now)
      // a clock that was put back makes a minute come again: its run has been
      if (dueAt === undefined || dueAt === this.#settled.get(job.name) || this.#running.has(job.name)) continue
      const run = this.#runOne(job, dueAt, now)
      this.#running.set(job.name, run)
      try {
        results.push(await run)
      } finally {
        this.#running.delete(job.name)
      }
    }
    return results
  }

  /** Waits for what is under way; nothing begins after it. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#heartbeat?.destroy()
    for (const { cron } of this.#jobs) await cron.destroy()
    await Promise.allSettled(this.#running.values())
  }

  async #runOne(job: Job, dueAt: number, now: number): Promise<JobResult> {
    const services = this.#services
    const result = await runJobOnce(services, { name: job.name, dueAt, now }, () => job.run(services, now))
    // a run that another process took may never end there: it is looked at again until its window closes
    if (result.outcome !== 'elsewhere') this.#settled.set(job.name, dueAt)
    return result
  }

  /** The latest minute of the job at or before `now`, inside its window. */
  #lastDue(job: Job, cron: ScheduledTask, now: number): number | undefined {
    const thisMinute = Math.floor(now / MINUTE) * MINUTE
    const earliest = now - job.windowMs - MINUTE
    const seen = this.#seen.get(job.name)
    const known = seen !== undefined && seen.until <= thisMinute ? seen : undefined
    let dueAt = known?.dueAt
    for (let at = thisMinute; at > Math.max(earliest, known?.until ?? 0); at -= MINUTE)
      if (cron.match(new Date(at))) {
        dueAt = at
        break
      }
    this.#seen.set(job.name, { until: thisMinute, dueAt })
    return dueAt !== undefined && dueAt > earliest ? dueAt : undefined
  }
}
