import type { Sql } from './database.ts'

/** Follow-up conversations: one with a seat for an occasion. */
export interface FollowUpTalk {
  readonly reportId: number
  /** `responsible`: how far is it; `village`: has it arrived; `later`: is it in use, is it practised. */
  readonly kind: 'responsible' | 'village' | 'later'
  readonly seatId: number
  readonly occasion: string
  readonly createdAt: number
}

const columns = 'report_id as "reportId", kind, seat_id as "seatId", occasion, created_at as "createdAt"'

/** False when the seat was asked for this occasion already. */
export async function addFollowUpTalk(sql: Sql, talk: FollowUpTalk): Promise<boolean> {
  const made = await sql.run(
    `insert into follow_up_talk (report_id, kind, seat_id, occasion, created_at) values ($1, $2, $3, $4, $5)
     on conflict (seat_id, kind, occasion) do nothing`,
    talk.reportId,
    talk.kind,
    talk.seatId,
    talk.occasion,
    talk.createdAt,
  )
  return made > 0
}

export async function findFollowUpTalk(sql: Sql, reportId: number): Promise<FollowUpTalk | undefined> {
  const [row] = await sql.all<FollowUpTalk>(`select ${columns} from follow_up_talk where report_id = $1`, reportId)
  return row
}

/** The occasions for which seats were asked, as `seat kind occasion`. */
export async function listTalkKeys(sql: Sql, since: number): Promise<ReadonlySet<string>> {
  const rows = await sql.all<FollowUpTalk>(`select ${columns} from follow_up_talk where created_at >= $1`, since)
  return new Set(rows.map((row) => talkKey(row)))
}

export function talkKey(talk: Pick<FollowUpTalk, 'seatId' | 'kind' | 'occasion'>): string {
  return `${talk.seatId} ${talk.kind} ${talk.occasion}`
}
