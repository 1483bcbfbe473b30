import { type Session, settled } from '../engine/session.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { channelOf } from './channel-of.ts'
import type { Database, Sql } from './database.ts'
import { figuresChanged } from './report-figures.ts'
import { reopening } from './staff-items.ts'

// What a turn leaves behind, written in as few statements as there are tables.

export interface AnswerRow {
  readonly reportId: number
  readonly path: string
  /** Canonical JSON; null where skipped or cleared. */
  readonly value: string | null
  readonly raw: string | null
  readonly how: 'given' | 'carried' | 'seat' | 'default' | 'calculated' | 'skipped' | 'irrelevant' | 'taken_back'
  readonly reason: string | null
  readonly personId: number | null
  readonly inboxId: number | null
}

export interface ReplyRow {
  readonly key: string
  readonly addressId: number
  readonly laneId: number
  readonly body: OutboundMessage
  /** It is put in a box before it is written. */
  readonly confidential?: true
}

/** What came of a turn, gathered in memory and written at once. */
export interface TurnWrites {
  readonly sessions: readonly {
    readonly id: number
    readonly status: string
    readonly state: Session
    readonly remindAt: number | null
  }[]
  readonly lanes: readonly {
    readonly id: number
    readonly personId: number | null
    readonly activeSessionId: number | null
    readonly pending: string | null
  }[]
  readonly answers: readonly AnswerRow[]
  readonly replies: readonly ReplyRow[]
  readonly done: readonly number[]
}

export async function writeTurn(sql: Sql, db: Database, writes: TurnWrites, now: number): Promise<void> {
  await writeSessions(sql, writes.sessions, now)
  if (writes.lanes.length > 0)
    await sql.run(
      `update lane set person_id = j.person_id, active_session_id = j.active_session_id, pending = j.pending
       from ${db.rows({ id: 'int', person_id: 'int', active_session_id: 'int', pending: 'text' })} where lane.id = j.id`,
      JSON.stringify(
        writes.lanes.map((l) => ({
          id: l.id,
          person_id: l.personId,
          active_session_id: l.activeSessionId,
          pending: l.pending,
        })),
      ),
    )
  await insertAnswers(sql, db, writes.answers, now)
  await insertReplies(sql, writes.replies, now)
  await sql.run(
    `update inbox set state = 'done', attempts = attempts + 1, error = null where id in ${db.ids()}`,
    JSON.stringify(writes.done),
  )
}

/** With more answers than this in a state, they are settled: written once and not with every message that follows. */
const MOST_RECENT_ANSWERS = 24

export async function writeSessions(sql: Sql, sessions: TurnWrites['sessions'], now: number): Promise<void> {
  if (sessions.length === 0) return
  const full = sessions.filter((s) => Object.keys(s.state.answers).length > MOST_RECENT_ANSWERS)
  const settledNow = new Map(full.map((s) => [s.id, settled(s.state)]))
  if (full.length > 0)
    await sql.runRows(
      { id: 'int', body: 'json' },
      full.map(({ id }) => ({ id, body: settledNow.get(id)!.earlier })),
      (j) =>
        `insert into session_earlier (session_id, number, body) select id, 1, body from ${j} where true
         on conflict (session_id) do update set number = session_earlier.number + 1, body = excluded.body`,
    )
  await sql.runRows(
    { id: 'int', status: 'text', state: 'json', remind_at: 'bigint' },
    sessions.map((s) => {
      const { earlier: _, ...state } = settledNow.get(s.id) ?? s.state
      return { id: s.id, status: s.status, state, remind_at: s.remindAt }
    }),
    (j) =>
      `update session set status = j.status, state = j.state, remind_at = j.remind_at, last_step_at = $2
       from ${j} where session.id = j.id`,
    now,
  )
}

/** Appends answers; the same path may occur several times and keeps its order. */
export async function insertAnswers(sql: Sql, db: Database, answers: readonly AnswerRow[], now: number): Promise<void> {
  if (answers.length === 0) return
  await figuresChanged(sql, db, [...new Set(answers.map((a) => a.reportId))])
  const seen = new Map<string, number>()
  const nth = (a: AnswerRow) => {
    const key = `${a.reportId} ${a.path}`
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return n
  }
  // the second answer to a path sees the first
  for (const rows of Map.groupBy(answers, nth).values())
    await sql.runRows(
      {
        report_id: 'int',
        path: 'text',
        value: 'text',
        raw: 'text',
        how: 'text',
        reason: 'text',
        person_id: 'int',
        inbox_id: 'int',
      },
      rows.map((a) => ({
        report_id: a.reportId,
        path: a.path,
        value: a.value,
        raw: a.raw,
        how: a.how,
        reason: a.reason,
        person_id: a.personId,
        inbox_id: a.inboxId,
      })),
      (j) =>
        `insert into answer (report_id, path, seq, value, raw, how, reason, person_id, inbox_id, at)
         select j.report_id, j.path,
           coalesce((select max(a.seq) from answer a where a.report_id = j.report_id and a.path = j.path), 0) + 1,
           j.value, j.raw, j.how, j.reason, j.person_id, j.inbox_id, $2 from ${j}`,
      now,
    )
}

export async function insertReplies(sql: Sql, replies: readonly ReplyRow[], now: number): Promise<void> {
  if (replies.length === 0) return
  await sql.runRows(
    { key: 'text', address_id: 'int', lane_id: 'int', body: 'json' },
    replies.map((r) => ({ key: r.key, address_id: r.addressId, lane_id: r.laneId, body: r.body })),
    (j) =>
      `insert into outbox (key, priority, address_id, channel, lane_id, body, due_at, created_at)
       select key, 0, address_id, ${channelOf('address_id')}, lane_id, body, $2, $2 from ${j} where true on conflict (key) do nothing`,
    now,
  )
}

/** After a message threw: counts the try, and parks it for staff after the last. Returns true when it was parked. */
export async function markFailed(
  sql: Sql,
  message: { readonly id: number; readonly attempts: number; readonly laneId: number },
  error: string,
  now: number,
  maxAttempts = 3,
): Promise<boolean> {
  const parked = message.attempts + 1 >= maxAttempts
  await sql.run(
    'update inbox set attempts = attempts + 1, error = $2, state = $3 where id = $1',
    message.id,
    error.slice(0, 500),
    parked ? 'parked' : 'waiting',
  )
  if (parked)
    await sql.run(
      `insert into staff_item (kind, key, lane_id, person_id, at)
       values ('parked', $1, $2, (select person_id from lane where id = $2), $3) on conflict (key) ${reopening}`,
      `parked:${message.id}`,
      message.laneId,
      now,
    )
  return parked
}
