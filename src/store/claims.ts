import type { ChannelName } from '../messages/inbound.ts'
import { channelOf } from './channel-of.ts'
import type { Sql } from './database.ts'

/** New addresses that wait for somebody's word before they count as a person's. */

export interface Claim {
  readonly id: number
  readonly personId: number
  readonly seatId: number
  readonly addressId: number
  readonly laneId: number
  readonly how: 'code' | 'asked'
  readonly decidedAt: number | null
  readonly channel: ChannelName
  /** What the account calls itself. */
  readonly profileName: string | null
}

const select = `select c.id, c.person_id as "personId", c.seat_id as "seatId", c.address_id as "addressId", a.lane_id as "laneId",
  c.how, c.decided_at as "decidedAt", a.channel, a.profile_name as "profileName"
  from address_claim c join address a on a.id = c.address_id`

export async function createClaim(
  sql: Sql,
  claim: { personId: number; seatId: number; addressId: number; laneId: number; how: Claim['how']; at: number },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into address_claim (person_id, seat_id, address_id, lane_id, how, created_at) values ($1, $2, $3, $4, $5, $6) returning id`,
    claim.personId,
    claim.seatId,
    claim.addressId,
    claim.laneId,
    claim.how,
    claim.at,
  )
  return row!.id
}

export async function findClaim(sql: Sql, id: number): Promise<Claim | undefined> {
  const [row] = await sql.all<Claim>(`${select} where c.id = $1`, id)
  return row
}

/** A claim that nobody decided yet, of this address or for this person. */
export async function findOpenClaim(
  sql: Sql,
  of: { readonly addressId: number; readonly personId: number },
): Promise<Claim | undefined> {
  const [row] = await sql.all<Claim>(
    `${select} where c.decided_at is null and (c.address_id = $1 or c.person_id = $2) order by c.id limit 1`,
    of.addressId,
    of.personId,
  )
  return row
}

/** True for the first who decides. */
export async function decideClaim(
  sql: Sql,
  decision: { id: number; byId: number | null; yes: boolean; at: number },
): Promise<boolean> {
  return (
    (await sql.run(
      'update address_claim set decided_at = $2, decided_by_id = $3, outcome = $4 where id = $1 and decided_at is null',
      decision.id,
      decision.at,
      decision.byId,
      decision.yes ? 'yes' : 'no',
    )) === 1
  )
}

/** Other addresses of the person on one channel: those that a new one would take the place of. */
export async function listAddressesOn(
  sql: Sql,
  of: { readonly personId: number; readonly channel: ChannelName; readonly not: number },
): Promise<readonly { readonly id: number; readonly laneId: number; readonly shared: number }[]> {
  return sql.all(
    `select a.id, a.lane_id as "laneId", case when exists (select 1 from shared_address s where s.address_id = a.id) then 1 else 0 end as shared
     from address a where a.channel = $2 and a.id <> $3
       and (a.person_id = $1 or exists (select 1 from shared_address s where s.address_id = a.id and s.person_id = $1))
     order by a.id`,
    of.personId,
    of.channel,
    of.not,
  )
}

/**
 * The address is this person's no longer. Whoever still uses it keeps it; else it is a stranger's from now on, in a lane
 * of its own. What waits to be sent to the person there goes to `instead`.
 */
export async function takeAddressAway(
  sql: Sql,
  {
    addressId,
    personId,
    instead,
  }: { readonly addressId: number; readonly personId: number; readonly instead: number | null },
): Promise<void> {
  if (instead !== null)
    await sql.run(
      `update outbox set address_id = $2, channel = ${channelOf('$2')} where address_id = $1 and state = 'waiting' and key not like 'reply:%' and person_id = $3`,
      addressId,
      instead,
      personId,
    )
  await sql.run('delete from shared_address where address_id = $1 and person_id = $2', addressId, personId)
  const left = await sql.all<{ id: number }>(
    'select person_id as id from shared_address where address_id = $1 order by 1',
    addressId,
  )
  if (left.length > 0) {
    if (left.length === 1) await sql.run('delete from shared_address where address_id = $1', addressId)
    await sql.run('update address set person_id = $2, speaker_id = null where id = $1', addressId, left[0]!.id)
    return
  }
  const [lane] = await sql.all<{ id: number }>('insert into lane (person_id) values (null) returning id')
  await sql.run(
    'update address set person_id = null, speaker_id = null, lane_id = $2 where id = $1',
    addressId,
    lane!.id,
  )
  await sql.run(`update inbox set lane_id = $2 where address_id = $1 and state = 'waiting'`, addressId, lane!.id)
  await sql.run(`update outbox set lane_id = $2 where address_id = $1 and state = 'waiting'`, addressId, lane!.id)
}
