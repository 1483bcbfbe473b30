import type { Json } from '../lib/json.ts'
import type { Sql } from './database.ts'

/** Which timed job ran for which minute: what makes each run happen once, however many processes share the work. */

/**
 * Takes a run for this process. False when it was taken before, unless that was longer than `staleMs` ago and it never
 * ended: then its process is dead.
 */
export async function claimJobRun(
  sql: Sql,
  run: { readonly name: string; readonly dueAt: number; readonly now: number; readonly staleMs: number },
): Promise<boolean> {
  const changed = await sql.run(
    `insert into job_run (name, due_at, started_at) values ($1, $2, $3)
     on conflict (name, due_at) do update set started_at = excluded.started_at
       where job_run.ended_at is null and job_run.started_at < $4`,
    run.name,
    run.dueAt,
    run.now,
    run.now - run.staleMs,
  )
  return changed === 1
}

export async function endJobRun(
  sql: Sql,
  run: { readonly name: string; readonly dueAt: number; readonly now: number },
  end: { readonly counts: Readonly<Record<string, Json>> } | { readonly error: string },
): Promise<void> {
  await sql.run(
    'update job_run set ended_at = $3, outcome = $4, counts = $5, error = $6 where name = $1 and due_at = $2',
    run.name,
    run.dueAt,
    run.now,
    'error' in end ? 'failed' : 'ok',
    'error' in end ? '{}' : JSON.stringify(end.counts),
    'error' in end ? end.error.slice(0, 500) : null,
  )
}

/** Forgets good runs before `okBefore` and failed ones before `failedBefore`. Returns how many. */
export async function deleteJobRuns(
  sql: Sql,
  before: { readonly okBefore: number; readonly failedBefore: number },
): Promise<number> {
  return sql.run(
    `delete from job_run where ended_at is not null
       and ((outcome = 'ok' and due_at < $1) or (outcome <> 'ok' and due_at < $2))`,
    before.okBefore,
    before.failedBefore,
  )
}
