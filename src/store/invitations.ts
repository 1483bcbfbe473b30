import type { Database, Sql } from './database.ts'

/** Invitations to a seat. Codes and link payloads are never here, only their HMAC. */

export interface InvitationRow {
  readonly id: number
  readonly seatId: number
  readonly personId: number
  readonly expiresAt: number
  readonly usedAt: number | null
}

const columns = 'id, seat_id as "seatId", person_id as "personId", expires_at as "expiresAt", used_at as "usedAt"'

export interface NewInvitation {
  readonly codeHash: string
  readonly linkHash: string
  readonly seatId: number
  readonly personId: number
  readonly expiresAt: number
}

/** Makes invitations; open ones of the same person and seat end, so that only the newest code works. */
export async function createInvitations(
  sql: Sql,
  db: Database,
  invitations: readonly NewInvitation[],
  now: number,
): Promise<void> {
  const rows = JSON.stringify(
    invitations.map((i) => ({
      code_hash: i.codeHash,
      link_hash: i.linkHash,
      seat_id: i.seatId,
      person_id: i.personId,
      expires_at: i.expiresAt,
    })),
  )
  await sql.run(
    `update invitation set expires_at = $2 where used_at is null and expires_at > $2 and exists
       (select 1 from ${db.rows({ seat_id: 'int', person_id: 'int' })} where j.seat_id = invitation.seat_id and j.person_id = invitation.person_id)`,
    rows,
    now,
  )
  await sql.run(
    `insert into invitation (code_hash, link_hash, seat_id, person_id, created_at, expires_at)
     select code_hash, link_hash, seat_id, person_id, cast($2 as bigint), expires_at
     from ${db.rows({ code_hash: 'text', link_hash: 'text', seat_id: 'int', person_id: 'int', expires_at: 'bigint' })}`,
    rows,
    now,
  )
}

/** By the hash of a typed code or of a link's payload. */
export async function findInvitationByHash(sql: Sql, hash: string): Promise<InvitationRow | undefined> {
  const [row] = await sql.all<InvitationRow>(
    `select ${columns} from invitation where code_hash = $1 or link_hash = $1`,
    hash,
  )
  return row
}

export async function findInvitation(sql: Sql, id: number): Promise<InvitationRow | undefined> {
  const [row] = await sql.all<InvitationRow>(`select ${columns} from invitation where id = $1`, id)
  return row
}

/** The newest open invitation of the one person who has this number; undefined where nobody has, or several do. */
export async function findOpenInvitationOfPhone(
  sql: Sql,
  phoneHash: string,
  now: number,
): Promise<InvitationRow | undefined> {
  const rows = await sql.all<InvitationRow>(
    `select ${columns} from invitation where used_at is null and expires_at > $2
       and person_id in (select id from person where phone_hash = $1) order by id desc`,
    phoneHash,
    now,
  )
  const [holders] = await sql.all<{ n: number }>('select count(*) as n from person where phone_hash = $1', phoneHash)
  return Number(holders!.n) === 1 ? rows[0] : undefined
}

/** Takes the invitation; true for exactly one of all who try. */
export async function useInvitation(sql: Sql, id: number, laneId: number, at: number): Promise<boolean> {
  return (
    (await sql.run(
      'update invitation set used_at = $3, used_by_lane_id = $2 where id = $1 and used_at is null and expires_at > $3',
      id,
      laneId,
      at,
    )) === 1
  )
}

/** A wrong code was typed. */
export async function recordAttempt(sql: Sql, laneId: number, at: number): Promise<void> {
  await sql.run('insert into invitation_attempt (lane_id, at) values ($1, $2)', laneId, at)
}

/** Wrong codes since an instant, by lane, oldest first. */
export async function listAttempts(sql: Sql, since: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await sql.all<{ laneId: number; at: number }>(
    'select lane_id as "laneId", at from invitation_attempt where at > $1 order by at',
    since,
  )
  const found = new Map<string, number[]>()
  for (const { laneId, at } of rows) found.set(String(laneId), [...(found.get(String(laneId)) ?? []), at])
  return found
}

/** Open invitations of a person to a seat end. */
export async function expireInvitations(
  sql: Sql,
  of: { readonly personId: number; readonly seatId: number },
  at: number,
): Promise<void> {
  await sql.run(
    'update invitation set expires_at = $3 where person_id = $1 and seat_id = $2 and used_at is null and expires_at > $3',
    of.personId,
    of.seatId,
    at,
  )
}
