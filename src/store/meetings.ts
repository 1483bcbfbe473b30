import type { CommitmentFacts, MeetingFacts, MeetingKind } from '../domain/meetings.ts'
import type { CountBySex } from '../domain/village-figures.ts'
import type { Database, Parameter, Sql } from './database.ts'
import { words } from './recommendations.ts'
import { within } from './scope.ts'

/** Meetings with their sessions, decisions and promises. */
export interface Meeting extends MeetingFacts {
  readonly bodyId: number | null
  readonly roundId: number | null
  readonly reportId: number | null
  readonly opener: string | null
  readonly initiator: string | null
  readonly funder: string | null
  readonly agenda: readonly string[]
  readonly decisions: readonly string[]
  readonly deliverOn: string | null
  readonly carriedBy: string | null
  readonly sessions: readonly (MeetingFacts['sessions'][number] & {
    readonly opener: string | null
    readonly villages: readonly string[]
  })[]
}

interface Row {
  readonly id: number
  readonly bodyId: number | null
  readonly regionCode: string
  readonly roundId: number | null
  readonly reportId: number | null
  readonly kind: MeetingKind
  readonly number: number | null
  readonly title: string
  readonly fromOn: string
  readonly untilOn: string
  readonly place: string | null
  readonly opener: string | null
  readonly initiator: string | null
  readonly funder: string | null
  readonly agenda: string
  readonly decisions: string
  readonly total: number | null
  readonly l: number | null
  readonly p: number | null
  readonly guests: number | null
  readonly deliveredInId: number | null
  readonly deliverOn: string | null
  readonly carriedBy: string | null
}

export interface MeetingFilter {
  readonly ids?: readonly number[]
  readonly kind?: MeetingKind
  readonly bodyId?: number
  readonly roundId?: number
  readonly within?: readonly string[]
}

/** Meetings by date, each with its sessions. */
export async function listMeetings(sql: Sql, db: Database, filter: MeetingFilter = {}): Promise<readonly Meeting[]> {
  const parameters: Parameter[] = []
  const where = ['1 = 1']
  if (filter.ids !== undefined) where.push(`id in ${db.ids(parameters.push(JSON.stringify(filter.ids)))}`)
  if (filter.kind !== undefined) where.push(`kind = $${parameters.push(filter.kind)}`)
  if (filter.bodyId !== undefined) where.push(`body_id = $${parameters.push(filter.bodyId)}`)
  if (filter.roundId !== undefined) where.push(`round_id = $${parameters.push(filter.roundId)}`)
  if (filter.within !== undefined) where.push(within('region_code', filter.within, parameters))
  const rows = await sql.all<Row>(
    `select id, body_id as "bodyId", region_code as "regionCode", round_id as "roundId", report_id as "reportId", kind,
       number, title, from_on as "fromOn", until_on as "untilOn", place, opener, initiator, funder, agenda, decisions,
       aggregate_total as total, aggregate_l as l, aggregate_p as p, guests, delivered_in_id as "deliveredInId",
       deliver_on as "deliverOn", carried_by as "carriedBy"
     from meeting where ${where.join(' and ')} order by from_on, region_code, id`,
    ...parameters,
  )
  const sessions = Map.groupBy(
    await sql.all<{
      meetingId: number
      heldOn: string
      place: string | null
      opener: string | null
      total: number | null
      l: number | null
      p: number | null
      atLeast: number
      villages: string
    }>(
      `select meeting_id as "meetingId", held_on as "heldOn", place, opener, total, l, p, at_least as "atLeast", villages
       from meeting_session where meeting_id in ${db.ids()} order by meeting_id, number`,
      JSON.stringify(rows.map((row) => row.id)),
    ),
    (s) => s.meetingId,
  )
  return rows.map(({ total, l, p, agenda, decisions, ...row }) => ({
    ...row,
    agenda: JSON.parse(agenda) as string[],
    decisions: JSON.parse(decisions) as string[],
    aggregate: countOf(total, l, p),
    sessions: (sessions.get(row.id) ?? []).map((s) => ({
      on: s.heldOn,
      place: s.place,
      opener: s.opener,
      attendance: countOf(s.total, s.l, s.p),
      atLeast: s.atLeast === 1,
      villages: words(s.villages),
    })),
  }))
}

function countOf(total: number | null, l: number | null, p: number | null): CountBySex | null {
  return total === null ? null : { total, l: l ?? 0, p: p ?? 0 }
}

export type NewMeeting = Omit<Meeting, 'id' | 'deliveredInId'>

/** Keeps a meeting with its sessions; one that a kecamatan report tells of replaces what that report told before. */
export async function saveMeeting(
  sql: Sql,
  meeting: NewMeeting,
  made: { readonly at: number; readonly demo: boolean },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into meeting (body_id, region_code, round_id, report_id, kind, number, title, from_on, until_on, place, opener,
       initiator, funder, agenda, decisions, aggregate_total, aggregate_l, aggregate_p, guests, deliver_on, carried_by, demo, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
     on conflict (report_id) do update set title = excluded.title, from_on = excluded.from_on, until_on = excluded.until_on,
       place = excluded.place, opener = excluded.opener, deliver_on = excluded.deliver_on, carried_by = excluded.carried_by
     returning id`,
    meeting.bodyId,
    meeting.regionCode,
    meeting.roundId,
    meeting.reportId,
    meeting.kind,
    meeting.number,
    meeting.title,
    meeting.fromOn,
    meeting.untilOn,
    meeting.place,
    meeting.opener,
    meeting.initiator,
    meeting.funder,
    JSON.stringify(meeting.agenda),
    JSON.stringify(meeting.decisions),
    meeting.aggregate?.total ?? null,
    meeting.aggregate?.l ?? null,
    meeting.aggregate?.p ?? null,
    meeting.guests,
    meeting.deliverOn,
    meeting.carriedBy,
    made.demo ? 1 : 0,
    made.at,
  )
  await replaceSessions(sql, row!.id, meeting.sessions)
  return row!.id
}

/** The sessions of a meeting as they are now known. */
export async function replaceSessions(sql: Sql, meetingId: number, sessions: Meeting['sessions']): Promise<void> {
  await sql.run('delete from meeting_session where meeting_id = $1', meetingId)
  for (const [i, s] of sessions.entries())
    await sql.run(
      `insert into meeting_session (meeting_id, number, held_on, place, opener, total, l, p, at_least, villages)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      meetingId,
      i + 1,
      s.on,
      s.place,
      s.opener,
      s.attendance?.total ?? null,
      s.attendance?.l ?? null,
      s.attendance?.p ?? null,
      s.atLeast ? 1 : 0,
      s.villages.join(' '),
    )
}

/** What a meeting agreed on, in place of what was noted before. */
export async function setPoints(
  sql: Sql,
  meetingId: number,
  points: { readonly agenda: readonly string[]; readonly decisions: readonly string[] },
): Promise<void> {
  await sql.run(
    'update meeting set agenda = $2, decisions = $3 where id = $1',
    meetingId,
    JSON.stringify(points.agenda),
    JSON.stringify(points.decisions),
  )
}

export async function setGuests(sql: Sql, meetingId: number, guests: number | null): Promise<void> {
  await sql.run('update meeting set guests = $2 where id = $1', meetingId, guests)
}

/** Results of kecamatan were told at a rakor; returns of how many. What was told before stays where it was told. */
export async function deliverIn(
  sql: Sql,
  db: Database,
  rakorId: number,
  meetingIds: readonly number[],
): Promise<number> {
  return sql.run(
    `update meeting set delivered_in_id = $2 where delivered_in_id is null and id in ${db.ids()}`,
    JSON.stringify(meetingIds),
    rakorId,
  )
}

// ---- promises ----

const commitmentColumns = 'id, meeting_id as "meetingId", what, who, opd, due_on as "dueOn", state, note'

export type Commitment = CommitmentFacts & { readonly opd: string | null }

export async function listCommitments(
  sql: Sql,
  db: Database,
  meetingIds: readonly number[],
): Promise<readonly Commitment[]> {
  return sql.all<Commitment>(
    `select ${commitmentColumns} from commitment where meeting_id in ${db.ids()} order by id`,
    JSON.stringify(meetingIds),
  )
}

export async function addCommitment(
  sql: Sql,
  commitment: {
    readonly meetingId: number
    readonly what: string
    readonly who: string
    readonly opd: string | null
    readonly dueOn: string | null
  },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    'insert into commitment (meeting_id, what, who, opd, due_on) values ($1, $2, $3, $4, $5) returning id',
    commitment.meetingId,
    commitment.what,
    commitment.who,
    commitment.opd,
    commitment.dueOn,
  )
  return row!.id
}

/** Returns false when there is no such promise. */
export async function setCommitmentState(
  sql: Sql,
  id: number,
  state: CommitmentFacts['state'],
  note: string | null,
  at: number,
): Promise<boolean> {
  const changed = await sql.run(
    'update commitment set state = $2, note = coalesce($3, note), state_at = $4 where id = $1',
    id,
    state,
    note,
    at,
  )
  return changed > 0
}
