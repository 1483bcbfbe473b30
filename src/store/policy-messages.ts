import type { PolicyTopic } from '../domain/policy-messages.ts'
import type { Position } from '../domain/positions.ts'
import type { Database, Sql } from './database.ts'

export interface PolicyMessage {
  readonly id: number
  readonly topic: PolicyTopic
  readonly text: string
  readonly positions: string
  readonly regionCode: string
  readonly createdAt: number
  readonly endedAt: number | null
}

const columns =
  'id, topic, text, positions, region_code as "regionCode", created_at as "createdAt", ended_at as "endedAt"'

export async function createPolicyMessage(
  sql: Sql,
  db: Database,
  message: Omit<PolicyMessage, 'id' | 'endedAt'> & { readonly createdBy: string },
  readers: readonly { readonly personId: number; readonly seatId: number }[],
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into policy_message (topic, text, positions, region_code, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    message.topic,
    message.text,
    message.positions,
    message.regionCode,
    message.createdAt,
    message.createdBy,
  )
  await sql.run(
    `insert into policy_receipt (message_id, person_id, seat_id)
     select cast($2 as int), person, seat from ${db.rows({ person: 'int', seat: 'int' })}`,
    JSON.stringify(readers.map(({ personId, seatId }) => ({ person: personId, seat: seatId }))),
    row!.id,
  )
  return row!.id
}

export async function listPolicyMessages(sql: Sql): Promise<readonly PolicyMessage[]> {
  return sql.all(`select ${columns} from policy_message order by id`)
}

export async function findPolicyMessage(sql: Sql, id: number): Promise<PolicyMessage | undefined> {
  const [row] = await sql.all<PolicyMessage>(`select ${columns} from policy_message where id = $1`, id)
  return row
}

/** Nobody is reminded of it any more. False when there is none, or it ended before. */
export async function endPolicyMessage(sql: Sql, id: number, now: number): Promise<boolean> {
  return (await sql.run('update policy_message set ended_at = $2 where id = $1 and ended_at is null', id, now)) === 1
}

export interface PolicyReceipt {
  readonly id: number
  readonly personId: number
  readonly name: string
  readonly sex: 'l' | 'p' | null
  readonly position: Position
  readonly regionCode: string
  readonly timesSent: number
  readonly sentAt: number | null
  readonly acknowledgedAt: number | null
}

/** Everybody who is to read it, by place. */
export async function listPolicyReceipts(sql: Sql, messageId: number): Promise<readonly PolicyReceipt[]> {
  return sql.all(
    `select q.id, q.person_id as "personId", p.name, p.sex, s.position,
       coalesce(s.region_code, b.kabupaten_code, '*') as "regionCode", q.times_sent as "timesSent", q.sent_at as "sentAt",
       q.acknowledged_at as "acknowledgedAt"
     from policy_receipt q join person p on p.id = q.person_id join seat s on s.id = q.seat_id
     left join body b on b.id = s.body_id
     where q.message_id = $1 order by 6, p.name, q.id`,
    messageId,
  )
}

export interface DuePolicy {
  readonly id: number
  readonly personId: number
  readonly seatId: number
  readonly timesSent: number
  readonly topic: PolicyTopic
  readonly text: string
}

/** What people have not said they read: not sent yet, or to be reminded of. */
export async function listDuePolicies(
  sql: Sql,
  about: { readonly sentBefore: number; readonly timesSent: number },
): Promise<readonly DuePolicy[]> {
  return sql.all(
    `select q.id, q.person_id as "personId", q.seat_id as "seatId", q.times_sent as "timesSent", m.topic, m.text
     from policy_receipt q join policy_message m on m.id = q.message_id
     where q.acknowledged_at is null and m.ended_at is null and q.times_sent < $2
       and (q.sent_at is null or q.sent_at < $1) order by q.id`,
    about.sentBefore,
    about.timesSent,
  )
}

export async function markPolicySent(sql: Sql, id: number, now: number): Promise<void> {
  await sql.run('update policy_receipt set sent_at = $2, times_sent = times_sent + 1 where id = $1', id, now)
}

/** False when it was acknowledged before. */
export async function acknowledgePolicy(sql: Sql, id: number, now: number): Promise<boolean> {
  return (
    (await sql.run(
      'update policy_receipt set acknowledged_at = $2 where id = $1 and acknowledged_at is null',
      id,
      now,
    )) === 1
  )
}
