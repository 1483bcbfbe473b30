import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validate } from 'node-cron'
import { afterEach, describe, expect, it } from 'vitest'
import type { Services } from '../../src/app/services.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { Clockwork } from '../../src/jobs/clockwork.ts'
import { jobs as shippedJobs } from '../../src/jobs/index.ts'
import type { Job } from '../../src/jobs/job.ts'
import { ManualClock } from '../../src/lib/clock.ts'
import { DAY, HOUR, MINUTE } from '../../src/lib/local-time.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import type { Database } from '../../src/store/database.ts'
import { onEveryDialect } from '../support/databases.ts'

const noon = Date.parse('2024-07-10T12:00:00Z')

describe('the shipped jobs', () => {
  it('have a name of their own and a schedule of minutes', () => {
    expect(new Set(shippedJobs.map((job) => job.name)).size).toBe(shippedJobs.length)
    for (const { name, schedule } of shippedJobs) {
      expect(validate(schedule), name).toBe(true)
      expect(schedule.split(' '), name).toHaveLength(5)
    }
  })

  it('open kecamatan reports before they send reminders, and back up last', () => {
    const names = shippedJobs.map((job) => job.name)
    expect(names.indexOf('open-kecamatan')).toBeLessThan(names.indexOf('send-reminders'))
    expect(names.at(-1)).toBe('back-up')
  })
})

onEveryDialect('the clockwork', (open) => {
  const cleanups: (() => unknown)[] = []
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
  })
  const serve = async (db: Database): Promise<Services & { clock: ManualClock }> => {
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-jobs-'))
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
    const clock = new ManualClock(noon)
    return {
      ...openServices({ dataDir: folder, dataKey: Buffer.alloc(32, 7) }, { db, clock, log: silentLogger }),
      clock,
    }
  }
  /** A job that remembers for which instants it ran. */
  const job = (schedule: string, windowMs = MINUTE, work: () => unknown = () => {}) => {
    const ran: string[] = []
    const run = async (_: Services, now: number) => {
      ran.push(new Date(now).toISOString().slice(0, 16))
      await work()
      return { done: ran.length }
    }
    return { ran, name: `test ${schedule}`, schedule, windowMs, run } satisfies Job & { ran: string[] }
  }
  const make = (services: Services, ...jobs: Job[]) => {
    const clockwork = new Clockwork(services, jobs)
    cleanups.push(() => clockwork.stop())
    return clockwork
  }

  it('runs a job once for each of its minutes, and says what it counted', async () => {
    const services = await serve(await open())
    const fives = job('*/5 * * * *')
    const clockwork = make(services, fives)
    expect(await clockwork.runDue(noon)).toEqual([
      { name: fives.name, dueAt: noon, outcome: 'ok', counts: { done: 1 } },
    ])
    for (let at = noon; at < noon + 11 * MINUTE; at += 20_000) await clockwork.runDue(at)
    expect(fives.ran).toEqual(['2024-07-10T12:00', '2024-07-10T12:05', '2024-07-10T12:10'])
  })

  it('runs it once over several processes', async () => {
    const db = await open()
    const every = job('* * * * *')
    const workers = [make(await serve(db), every), make(await serve(db), every), make(await serve(db), every)]
    const results = (await Promise.all(workers.map((w) => w.runDue(noon)))).flat()
    expect(results.map((r) => r.outcome).sort()).toEqual(['elsewhere', 'elsewhere', 'ok'])
    expect(every.ran).toHaveLength(1)
  })

  it('makes up the latest run that an outage held up, inside its window, once', async () => {
    const db = await open()
    const nightly = job('30 17 * * *', DAY)
    const minutely = job('* * * * *')
    await make(await serve(db), nightly, minutely).runDue(Date.parse('2024-07-10T17:30:00Z'))
    // three nights later, another process
    const after = make(await serve(db), nightly, minutely)
    await after.runDue(Date.parse('2024-07-14T09:12:00Z'))
    await after.runDue(Date.parse('2024-07-14T09:13:00Z'))
    expect(nightly.ran).toEqual(['2024-07-10T17:30', '2024-07-14T09:12'])
    expect(minutely.ran).toEqual(['2024-07-10T17:30', '2024-07-14T09:12', '2024-07-14T09:13'])
    const rows = await db.all<{ due_at: number }>(`select due_at from job_run where name = $1`, nightly.name)
    expect(rows.map((r) => new Date(r.due_at).toISOString())).toContain('2024-07-13T17:30:00.000Z')
  })

  it('does not make up a run whose window is over', async () => {
    const hourly = job('0 6 * * *', HOUR)
    const clockwork = make(await serve(await open()), hourly)
    expect(await clockwork.runDue(noon)).toEqual([])
  })

  it('runs nothing again when the clock is put back', async () => {
    const every = job('* * * * *')
    const clockwork = make(await serve(await open()), every)
    for (const minute of [0, 1, 2, 3, 1, 2, 3, 4]) await clockwork.runDue(noon + minute * MINUTE)
    expect(every.ran).toHaveLength(5)
  })

  it('goes on with the others when one fails, and keeps why', async () => {
    const db = await open()
    const broken = job('* * * * *', MINUTE, () => {
      throw new Error('the disk is full')
    })
    const next = { ...job('*/1 * * * *'), name: 'next' }
    const results = await make(await serve(db), broken, next).runDue(noon)
    expect(results.map((r) => r.outcome)).toEqual(['failed', 'ok'])
    const [row] = await db.all(`select outcome, error from job_run where name = $1`, broken.name)
    expect(row).toEqual({ outcome: 'failed', error: 'the disk is full' })
  })

  it('never runs a job beside itself, and does not hold up the others', async () => {
    let finish = () => {}
    const slow = job('* * * * *', MINUTE, () => new Promise<void>((resolve) => (finish = resolve)))
    const quick = { ...job('*/1 * * * *'), name: 'quick' }
    const clockwork = make(await serve(await open()), quick, slow)
    const first = clockwork.runDue(noon)
    while (slow.ran.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await clockwork.runDue(noon + MINUTE)
    expect([slow.ran.length, quick.ran.length]).toEqual([1, 2])
    finish()
    await first
  })

  it('takes over a run whose process died', async () => {
    const db = await open()
    const nightly = job('30 11 * * *', DAY)
    const dueAt = noon - 30 * MINUTE
    await db.run('insert into job_run (name, due_at, started_at) values ($1, $2, $3)', nightly.name, dueAt, dueAt)
    const clockwork = make(await serve(db), nightly)
    await clockwork.runDue(noon)
    expect(nightly.ran).toEqual([])
    await clockwork.runDue(dueAt + HOUR + MINUTE)
    expect(nightly.ran).toHaveLength(1)
  })

  it('begins at once when started, and waits for what is under way when stopped', async () => {
    let ended = false
    const slow = job('* * * * *', MINUTE, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      ended = true
    })
    const clockwork = make(await serve(await open()), slow)
    clockwork.start()
    while (slow.ran.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await clockwork.stop()
    expect(ended).toBe(true)
    expect(await clockwork.runDue(noon + HOUR)).toEqual([])
  })
})
