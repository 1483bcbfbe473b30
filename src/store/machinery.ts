import type { Sql } from './database.ts'

/** What the machinery did last and what it still tries: for the page on which staff look after it. */

export interface LastRun {
  readonly name: string
  readonly startedAt: number
  readonly outcome: 'ok' | 'failed' | null
  readonly error: string | null
}

/** The latest run of every timed job. */
export async function listLastRuns(sql: Sql): Promise<readonly LastRun[]> {
  return sql.all<LastRun>(
    `select name, started_at as "startedAt", outcome, error from job_run r
     where due_at = (select max(due_at) from job_run s where s.name = r.name) order by name`,
  )
}

export interface HeldUp {
  readonly id: number
  readonly key: string
  readonly channel: string
  readonly attempts: number
  readonly dueAt: number
  readonly error: string | null
}

/** Messages of ours that did not get through yet and are tried again. */
export async function listHeldUp(sql: Sql, limit: number): Promise<readonly HeldUp[]> {
  return sql.all<HeldUp>(
    `select o.id, o.key, a.channel, o.attempts, o.due_at as "dueAt", o.error from outbox o join address a on a.id = o.address_id
     where o.state = 'waiting' and o.attempts > 0 order by o.priority, o.due_at, o.id limit $1`,
    limit,
  )
}

export interface FormInUse {
  readonly id: number
  readonly name: string
  readonly title: string
  readonly number: number
  readonly version: string
  readonly installedAt: number
  /** Reports that are being written in it. */
  readonly running: number
  readonly reports: number
}

/** Every version of every form, the newest first within each. */
export async function listFormsInUse(sql: Sql): Promise<readonly FormInUse[]> {
  const rows = await sql.all<FormInUse>(
    `select v.id, v.name, v.title, v.number, v.version, v.installed_at as "installedAt",
       coalesce(p.reports, 0) as reports, coalesce(p.running, 0) as running
     from form_version v left join (select form_version_id, count(*) as reports,
         sum(case when state = 'open' then 1 else 0 end) as running from report group by form_version_id) p on p.form_version_id = v.id
     order by v.name, v.number desc`,
  )
  return rows.map((r) => ({ ...r, reports: Number(r.reports), running: Number(r.running) }))
}
