import type { ChannelName } from '../messages/inbound.ts'
import type { Sql } from './database.ts'

/** Groups in a messenger that read the digest of a body or a kabupaten. Nothing said in them is kept. */

export interface Group {
  readonly id: number
  readonly addressId: number
  readonly laneId: number
  readonly state: 'waiting' | 'bound' | 'ended'
  readonly kabupatenCode: string | null
  readonly bodyId: number | null
  readonly codeUntilAt: number | null
}

const select = `select g.id, g.address_id as "addressId", a.lane_id as "laneId", g.state, g.kabupaten_code as "kabupatenCode",
  g.body_id as "bodyId", g.code_until_at as "codeUntilAt" from group_chat g join address a on a.id = g.address_id`

export async function findGroupAt(sql: Sql, addressId: number): Promise<Group | undefined> {
  const [row] = await sql.all<Group>(`${select} where g.address_id = $1`, addressId)
  return row
}

export async function findGroup(sql: Sql, id: number): Promise<Group | undefined> {
  const [row] = await sql.all<Group>(`${select} where g.id = $1`, id)
  return row
}

/** By the hash of the code that was shown in the group, while it is good. */
export async function findGroupByCode(sql: Sql, codeHash: string, now: number): Promise<Group | undefined> {
  const [row] = await sql.all<Group>(
    `${select} where g.code_hash = $1 and g.state = 'waiting' and g.code_until_at > $2`,
    codeHash,
    now,
  )
  return row
}

/** Groups that read digests and can be written to. */
export async function listBoundGroups(sql: Sql): Promise<readonly (Group & { readonly bodyKind: string | null })[]> {
  return sql.all(
    `select g.*, b.kind as "bodyKind" from (${select} where g.state = 'bound' and a.reach = 'ok') g
     left join body b on b.id = g."bodyId" order by g.id`,
  )
}

/** A code was shown in the group; an earlier one ends. */
export async function awaitBinding(
  sql: Sql,
  group: { addressId: number; codeHash: string; untilAt: number },
): Promise<void> {
  await sql.run(
    `insert into group_chat (address_id, state, code_hash, code_until_at) values ($1, 'waiting', $2, $3)
     on conflict (address_id) do update set state = 'waiting', code_hash = excluded.code_hash, code_until_at = excluded.code_until_at`,
    group.addressId,
    group.codeHash,
    group.untilAt,
  )
}

export async function bindGroup(
  sql: Sql,
  group: { addressId: number; kabupatenCode: string; bodyId: number | null; byId: number; at: number },
): Promise<void> {
  await sql.run(
    `insert into group_chat (address_id, state, kabupaten_code, body_id, bound_by_id, bound_at) values ($1, 'bound', $2, $3, $4, $5)
     on conflict (address_id) do update set state = 'bound', kabupaten_code = excluded.kabupaten_code, body_id = excluded.body_id,
       bound_by_id = excluded.bound_by_id, bound_at = excluded.bound_at, code_hash = null, code_until_at = null`,
    group.addressId,
    group.kabupatenCode,
    group.bodyId,
    group.byId,
    group.at,
  )
}

export async function endGroup(sql: Sql, id: number): Promise<void> {
  await sql.run(`update group_chat set state = 'ended', code_hash = null where id = $1`, id)
}

/** The person who writes from an address of a channel; undefined for somebody unknown, and where several use it. */
export async function findPersonAt(sql: Sql, channel: ChannelName, userId: string): Promise<number | undefined> {
  const [row] = await sql.all<{ personId: number | null }>(
    `select person_id as "personId" from address a where channel = $1 and user_id = $2
       and not exists (select 1 from shared_address s where s.address_id = a.id)`,
    channel,
    userId,
  )
  return row?.personId ?? undefined
}
