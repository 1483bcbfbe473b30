import { createHash, randomBytes } from 'node:crypto'
import { DAY, HOUR, MINUTE } from '../lib/local-time.ts'
import type { Sql } from './database.ts'

/**
 * Signing in to the console: one-use links, and the sessions that begin with them. Tokens are 256 random bits and never
 * stored, only their hash; so many bits need neither salt nor a slow hash.
 */

export const linkLastsMs = 15 * MINUTE
/** A session ends this long after the last page, and in any case after a week. */
const sessionIdleMs = 12 * HOUR
export const sessionLastsMs = 7 * DAY
/** A session's last page is written down no more often than this. */
const touchEveryMs = MINUTE

export interface WebSession {
  readonly id: number
  /** Null: the first sign-in, which acts as admin. */
  readonly personId: number | null
}

/** Makes a one-use link that lasts 15 minutes; returns the token for `/masuk?t=…`. */
export async function createSignInLink(
  sql: Sql,
  link: { readonly personId: number | null; readonly now: number },
): Promise<string> {
  const token = newToken()
  await sql.run('delete from sign_in_link where expires_at < $1', link.now - DAY)
  await sql.run(
    'insert into sign_in_link (token_hash, person_id, expires_at) values ($1, $2, $3)',
    hashOf(token),
    link.personId,
    link.now + linkLastsMs,
  )
  return token
}

/** Uses the link up; undefined when it is unknown, used or too old. Of all who try at once one gets it. */
export async function takeSignInLink(
  sql: Sql,
  token: string,
  now: number,
): Promise<{ readonly personId: number | null } | undefined> {
  const [row] = await sql.all<{ personId: number | null }>(
    `update sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
     returning person_id as "personId"`,
    hashOf(token),
    now,
  )
  return row
}

/** Begins a session; returns its token for the cookie. */
export async function createWebSession(sql: Sql, personId: number | null, now: number): Promise<string> {
  const token = newToken()
  await sql.run(
    'delete from web_session where created_at < $1 or last_seen_at < $2',
    now - sessionLastsMs,
    now - sessionIdleMs,
  )
  await sql.run(
    'insert into web_session (token_hash, person_id, created_at, last_seen_at) values ($1, $2, $3, $3)',
    hashOf(token),
    personId,
    now,
  )
  return token
}

/** The session of a cookie, unless it has ended; notes that it was used. */
export async function useWebSession(sql: Sql, token: string, now: number): Promise<WebSession | undefined> {
  const [row] = await sql.all<{ id: number; personId: number | null; lastSeenAt: number }>(
    `select id, person_id as "personId", last_seen_at as "lastSeenAt" from web_session
     where token_hash = $1 and created_at > $2 and last_seen_at > $3`,
    hashOf(token),
    now - sessionLastsMs,
    now - sessionIdleMs,
  )
  if (!row) return undefined
  if (now - row.lastSeenAt > touchEveryMs)
    await sql.run('update web_session set last_seen_at = $2 where id = $1', row.id, now)
  return { id: row.id, personId: row.personId }
}

export async function endWebSession(sql: Sql, token: string): Promise<void> {
  await sql.run('delete from web_session where token_hash = $1', hashOf(token))
}

/** True when somebody holds a seat of programme staff now: from then on only links for persons are made. */
export async function hasStaff(sql: Sql, now: number): Promise<boolean> {
  const rows = await sql.all(
    `select 1 as one from holding h join seat s on s.id = h.seat_id
     where s.position in ('staf', 'admin') and h.from_at <= $1 and (h.until_at is null or h.until_at > $1) limit 1`,
    now,
  )
  return rows.length > 0
}

const newToken = () => randomBytes(32).toString('base64url')
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
