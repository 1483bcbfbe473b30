import type { Sql } from './database.ts'

/** How the machinery is: what waits, since when, and what staff must look at. Every count is over a short index. */
export interface QueueHealth {
  readonly inboxWaiting: number
  /** When the oldest waiting message came; null when none waits. */
  readonly inboxOldestAt: number | null
  readonly outbox: readonly { readonly priority: number; readonly due: number; readonly oldestDueAt: number | null }[]
  /** Waiting for their hour: reminders of tomorrow morning and the like. */
  readonly outboxLater: number
  readonly sending: number
  readonly filesWaiting: number
  /** Open staff items by kind: `parked`, `in_doubt`, `help` … */
  readonly staffItems: Readonly<Record<string, number>>
}

export async function queueHealth(sql: Sql, now: number): Promise<QueueHealth> {
  const [inbox] = await sql.all<{ n: number; oldest: number | null }>(
    `select count(*) as n, (select received_at from inbox where state = 'waiting' order by id limit 1) as oldest
     from inbox where state = 'waiting'`,
  )
  const outbox = await sql.all<{ priority: number; due: number; later: number; oldest: number | null }>(
    `select priority, sum(case when due_at <= $1 then 1 else 0 end) as due,
       sum(case when due_at > $1 then 1 else 0 end) as later, min(case when due_at <= $1 then due_at end) as oldest
     from outbox where state = 'waiting' group by priority order by priority`,
    now,
  )
  const [sending] = await sql.all<{ n: number }>(`select count(*) as n from outbox where state = 'sending'`)
  const [files] = await sql.all<{ n: number }>(`select count(*) as n from attachment where state = 'waiting'`)
  const items = await sql.all<{ kind: string; n: number }>(
    'select kind, count(*) as n from staff_item where handled_at is null group by kind order by kind',
  )
  return {
    inboxWaiting: Number(inbox!.n),
    inboxOldestAt: inbox!.oldest,
    outbox: outbox.map((o) => ({ priority: o.priority, due: Number(o.due), oldestDueAt: o.oldest })),
    outboxLater: outbox.reduce((sum, o) => sum + Number(o.later), 0),
    sending: Number(sending!.n),
    filesWaiting: Number(files!.n),
    staffItems: Object.fromEntries(items.map((i) => [i.kind, Number(i.n)])),
  }
}

/** Writes one row and commits it. Throws what the database says when it cannot be written to. */
export async function probeWrite(sql: Sql, now: number): Promise<void> {
  await sql.run(
    `insert into setting (key, value) values ('write_probe', $1) on conflict (key) do update set value = excluded.value`,
    String(now),
  )
}
