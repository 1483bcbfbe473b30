import type { Session } from '../engine/session.ts'
import type { ChannelName, InboundContent } from '../messages/inbound.ts'
import type { Database, Sql } from './database.ts'
import type { SealedTalk } from './sealed.ts'

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
