import { type Session, settled } from '../engine/session.ts'
import type { ChannelName, InboundContent } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { channelOf } from './channel-of.ts'
import type { Database, Sql } from './database.ts'
import { figuresChanged } from './report-figures.ts'
import type { SealedTalk } from './sealed.ts'
import { reopening } from './staff-items.ts'

/**
 * One turn: lock up to a hundred lanes with waiting messages, read what their conversations need, and write back what
 * came of them, in a handful of statements however many people wrote. The lock is the transaction: a worker that dies
 * lets go of its people at once.
 */

export interface WaitingMessage {
  readonly id: number
  readonly channel: ChannelName
  readonly externalId: string
  readonly addressId: number
  readonly content: InboundContent
  readonly sentAt: number
  readonly receivedAt: number
  readonly attempts: number
}

export interface RunningSession {
  readonly id: number
  readonly laneId: number
  readonly personId: number | null
  readonly reportId: number
  readonly formVersionId: number
  readonly status: 'active' | 'paused' | 'done' | 'stopped'
  readonly state: Session
  readonly lastStepAt: number
  readonly reportState: 'open' | 'submitted' | 'returned' | 'verified'
  readonly obligationId: number | null
  readonly seatId: number | null
}

export interface WaitingLane {
  readonly id: number
  readonly personId: number | null
  readonly activeSessionId: number | null
  readonly pending: string | null
  /** An address of the lane is used by several persons. */
  readonly shared: boolean
  readonly session: RunningSession | undefined
  /** What the person is telling in confidence; it goes before every other conversation. */
  readonly sealedTalk: SealedTalk | undefined
  readonly messages: readonly WaitingMessage[]
}

/** More than this from one lane in one turn would hold up the others. */
const MESSAGES_PER_LANE = 20

/** Locks lanes with waiting messages and returns them with those, each lane's in the order in which they came. */
export async function lockWaitingLanes(
  sql: Sql,
  db: Database,
  limit: number,
  messagesPerLane = MESSAGES_PER_LANE,
): Promise<readonly WaitingLane[]> {
  const lanes = await sql.all<{
    id: number
    person_id: number | null
    active_session_id: number | null
    pending: string | null
    shared: number
    sealed_form: number | null
    sealed_box: string | null
    sealed_until: number | null
  }>(
    `select l.id, l.person_id, l.active_session_id, l.pending, l.shared,
       t.form_version_id as sealed_form, t.box as sealed_box, t.open_until as sealed_until
     from lane l left join sealed_talk t on t.lane_id = l.id
     where l.id in (select lane_id from inbox where state = 'waiting' order by id limit $1)
     order by l.id limit $2 ${db.lock('l')}`,
    limit * 8,
    limit,
  )
  if (lanes.length === 0) return []

  const rows = await sql.all<{
    id: number
    lane_id: number
    channel: ChannelName
    external_id: string
    address_id: number
    content: string
    sent_at: number
    received_at: number
    attempts: number
  }>(
    `select id, lane_id, channel, external_id, address_id, content, sent_at, received_at, attempts from inbox
     where state = 'waiting' and lane_id in ${db.ids()} order by id limit $2`,
    JSON.stringify(lanes.map((l) => l.id)),
    limit * messagesPerLane,
  )
  const byLane = new Map<number, WaitingMessage[]>()
  for (const r of rows) {
    const list = byLane.get(r.lane_id) ?? []
    if (list.length >= messagesPerLane) continue
    let content: InboundContent | undefined
    list.push({
      id: r.id,
      channel: r.channel,
      externalId: r.external_id,
      addressId: r.address_id,
      // read when its turn comes: what cannot be read is one person's trouble, not that of the whole set
      get content() {
        return (content ??= JSON.parse(r.content) as InboundContent)
      },
      sentAt: r.sent_at,
      receivedAt: r.received_at,
      attempts: r.attempts,
    })
    byLane.set(r.lane_id, list)
  }
  const active = lanes.flatMap((l) => (l.active_session_id === null ? [] : [l.active_session_id]))
  // nothing was written in this transaction yet: what is read is committed, and may be kept
  const sessions = new Map((await listWarmSessions(sql, db, active)).map((s) => [s.id, s]))
  return lanes
    .filter((l) => byLane.has(l.id))
    .map((l) => ({
      id: l.id,
      personId: l.person_id,
      activeSessionId: l.active_session_id,
      pending: l.pending,
      shared: l.shared === 1,
      session: l.active_session_id === null ? undefined : sessions.get(l.active_session_id),
      sealedTalk:
        l.sealed_box === null
          ? undefined
          : { formVersionId: l.sealed_form!, box: l.sealed_box, openUntil: l.sealed_until! },
      messages: byLane.get(l.id)!,
    }))
}

/** Sessions with the state of their reports. */
export async function listSessions(sql: Sql, db: Database, ids: readonly number[]): Promise<readonly RunningSession[]> {
  if (ids.length === 0) return []
  const rows = await sql.all<SessionRow>(`${selectSession} where s.id in ${db.ids()}`, JSON.stringify(ids))
  return rows.map(sessionOf)
}

/** The same for the sessions of a turn: what was settled of their answers is read once while they are warm. */
async function listWarmSessions(sql: Sql, db: Database, ids: readonly number[]): Promise<readonly RunningSession[]> {
  if (ids.length === 0) return []
  const rows = await sql.all<Omit<SessionRow, 'earlier'>>(
    `${selectBare} where s.id in ${db.ids()}`,
    JSON.stringify(ids),
  )
  const warm = warmEarlier(db)
  const earlier = new Map<number, EarlierAnswers>()
  const cold: number[] = []
  for (const { id, earlier_number } of rows) {
    if (earlier_number === null) continue
    const known = warm.get(id)
    if (known?.number === earlier_number) earlier.set(id, known.answers)
    else cold.push(id)
  }
  if (cold.length > 0)
    for (const { id, number, body } of await sql.all<{ id: number; number: number; body: string }>(
      `select session_id as id, number, body from session_earlier where session_id in ${db.ids()}`,
      JSON.stringify(cold),
    )) {
      const answers = lazily(body)
      warm.set(id, { number, answers })
      earlier.set(id, answers)
    }
  return rows.map((r) => makeSession(r, earlier.get(r.id)))
}

type EarlierAnswers = () => NonNullable<Session['earlier']>

/** Read when it is needed, once. */
function lazily(body: string): EarlierAnswers {
  let answers: ReturnType<EarlierAnswers> | undefined
  return () => (answers ??= JSON.parse(body) as ReturnType<EarlierAnswers>)
}

const MOST_WARM = 2_000
/** Settled answers by session; the number grows each time that they are written, so an old copy is never taken for theirs. */
const warmByDatabase = new WeakMap<
  Database,
  Map<number, { readonly number: number; readonly answers: EarlierAnswers }>
>()

function warmEarlier(db: Database) {
  let warm = warmByDatabase.get(db)
  if (!warm) warmByDatabase.set(db, (warm = new Map()))
  for (const id of warm.keys()) {
    if (warm.size <= MOST_WARM) break
    warm.delete(id)
  }
  return warm
}

interface SessionRow {
  id: number
  lane_id: number
  person_id: number | null
  report_id: number
  form_version_id: number
  status: RunningSession['status']
  state: string
  last_step_at: number
  report_state: RunningSession['reportState']
  obligation_id: number | null
  seat_id: number | null
  earlier_number: number | null
  earlier: string | null
}
const columns = `s.id, s.lane_id, s.person_id, s.report_id, s.form_version_id, s.status, s.state, s.last_step_at,
  r.state as report_state, r.obligation_id, r.seat_id, e.number as earlier_number`
const tables = 'session s join report r on r.id = s.report_id left join session_earlier e on e.session_id = s.id'
const selectBare = `select ${columns} from ${tables}`
export const selectSession = `select ${columns}, e.body as earlier from ${tables}`

export function sessionOf(r: SessionRow): RunningSession {
  return makeSession(r, r.earlier === null ? undefined : lazily(r.earlier))
}

/** The state is read when it is needed: one that cannot be read is its own person's trouble, not that of the whole set. */
function makeSession(r: Omit<SessionRow, 'earlier'>, earlier: EarlierAnswers | undefined): RunningSession {
  let state: Session | undefined
  return {
    id: r.id,
    laneId: r.lane_id,
    personId: r.person_id,
    reportId: r.report_id,
    formVersionId: r.form_version_id,
    status: r.status,
    get state() {
      if (state) return state
      const read = JSON.parse(r.state) as Session
      state = earlier ? { ...read, earlier: earlier() } : read
      return state
    },
    lastStepAt: r.last_step_at,
    reportState: r.report_state,
    obligationId: r.obligation_id,
    seatId: r.seat_id,
  }
}

export type { SessionRow }

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
