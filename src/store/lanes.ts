import type { ChannelName } from '../messages/inbound.ts'
import { channelOf } from './channel-of.ts'
import type { Sql } from './database.ts'

/**
 * Who writes from which address. A lane is one conversation partner: all addresses of a person share it, and a phone
 * that several persons use makes one lane of all of theirs, so that no two messages of one person are taken at once.
 */

/** SQL for the id of the address that a person (an expression for their id) is written to: one that works before one that does not, their own before a shared one, the last heard from first. */
export function addressToWriteTo(person: string): string {
  const own = (where: string) =>
    `(select x.id from address x where x.person_id = ${person}${where} order by x.last_in_at desc, x.id limit 1)`
  const shared = (where: string) =>
    `(select x.id from shared_address y join address x on x.id = y.address_id where y.person_id = ${person}${where}
      order by x.last_in_at desc, x.id limit 1)`
  const works = ` and x.reach = 'ok'`
  return `coalesce(${own(works)}, ${shared(works)}, ${own('')}, ${shared('')})`
}

export interface AddressUse {
  readonly addressId: number
  readonly laneId: number
  readonly ownerId: number | null
  readonly speakerId: number | null
  readonly spokeAt: number | null
  /** Everybody who uses the address; empty where it is one person's own. */
  readonly sharers: readonly { readonly personId: number; readonly name: string }[]
}

export async function findAddressUse(sql: Sql, addressId: number): Promise<AddressUse> {
  const [row] = await sql.all<Omit<AddressUse, 'sharers'>>(
    `select id as "addressId", lane_id as "laneId", person_id as "ownerId", speaker_id as "speakerId", spoke_at as "spokeAt" from address where id = $1`,
    addressId,
  )
  const sharers = await sql.all<AddressUse['sharers'][number]>(
    `select p.id as "personId", p.name from shared_address s join person p on p.id = s.person_id
     where s.address_id = $1 order by p.id`,
    addressId,
  )
  return { ...row!, sharers }
}

/** Who writes from a shared address now, and when they last did. */
export async function setSpeaker(sql: Sql, addressId: number, personId: number | null, at: number): Promise<void> {
  await sql.run('update address set speaker_id = $2, spoke_at = $3 where id = $1', addressId, personId, at)
}

/**
 * The address is this person's from now on. If it is somebody's already, both use it and neither loses it. The person's
 * other addresses join the lane, with what is running and waiting there. Returns whether the address is shared now.
 */
export async function giveAddressTo(
  sql: Sql,
  { addressId, laneId, personId }: { readonly addressId: number; readonly laneId: number; readonly personId: number },
): Promise<{ readonly shared: boolean }> {
  const { ownerId, sharers } = await findAddressUse(sql, addressId)
  const isAnothers = ownerId !== null && ownerId !== personId
  if (isAnothers) {
    for (const id of [ownerId, personId])
      await sql.run(
        'insert into shared_address (address_id, person_id) values ($1, $2) on conflict do nothing',
        addressId,
        id,
      )
    await sql.run('update lane set shared = 1 where id = $1', laneId)
  } else {
    await sql.run('update address set person_id = $2 where id = $1', addressId, personId)
    await sql.run('update lane set person_id = $2 where id = $1', laneId, personId)
  }
  const others = await sql.all<{ laneId: number }>(
    `select distinct lane_id as "laneId" from address where lane_id <> $1
       and (person_id = $2 or id in (select address_id from shared_address where person_id = $2)) order by 1`,
    laneId,
    personId,
  )
  for (const other of others) await joinLane(sql, other.laneId, laneId)
  return { shared: isAnothers || sharers.length > 0 }
}

/** Everything of one lane goes on in another; the first is empty afterwards. Locks it, so that no turn is taken with it meanwhile. */
async function joinLane(sql: Sql, from: number, into: number): Promise<void> {
  const [left] = await sql.all<{ shared: number }>(
    'update lane set active_session_id = null, pending = null, person_id = null where id = $1 returning shared',
    from,
  )
  if (left?.shared === 1) await sql.run('update lane set shared = 1 where id = $1', into)
  await sql.run('update lane set shared = 0 where id = $1', from)
  await sql.run('update address set lane_id = $2 where lane_id = $1', from, into)
  await sql.run('update session set lane_id = $2 where lane_id = $1', from, into)
  await sql.run(`update inbox set lane_id = $2 where lane_id = $1 and state = 'waiting'`, from, into)
  await sql.run(`update outbox set lane_id = $2 where lane_id = $1 and state in ('waiting', 'knocked')`, from, into)
  await sql.run('update staff_item set lane_id = $2 where lane_id = $1', from, into)
}

/** True when the person can be written to somewhere, or could before it stopped working. */
export async function hasAddress(sql: Sql, personId: number, channel?: ChannelName): Promise<boolean> {
  const rows = await sql.all(
    `select id from address where person_id = $1 ${channel === undefined ? '' : 'and channel = $2'}
     union all select a.id from shared_address s join address a on a.id = s.address_id
       where s.person_id = $1 ${channel === undefined ? '' : 'and a.channel = $2'} limit 1`,
    personId,
    ...(channel === undefined ? [] : [channel]),
  )
  return rows.length > 0
}

/**
 * Another address of the person a message is for, which works, did not refuse this message, and lies on a channel on
 * which they agreed to be contacted (a consent names its channel). The last heard from first.
 */
export async function findOtherAddress(
  sql: Sql,
  message: { readonly outboxId: number },
): Promise<{ readonly addressId: number; readonly channel: ChannelName } | undefined> {
  const [row] = await sql.all<{ addressId: number; channel: ChannelName }>(
    `select a.id as "addressId", a.channel from outbox o
     join lane l on l.id = o.lane_id
     join address a on a.lane_id = o.lane_id and a.id <> o.address_id and a.reach = 'ok'
     join person p on p.id = coalesce(o.person_id, l.person_id) and p.stopped_at is null
     where o.id = $1
       and (a.person_id = p.id or exists (select 1 from shared_address s where s.address_id = a.id and s.person_id = p.id))
       and ' ' || o.tried || ' ' not like '% ' || cast(a.id as text) || ' %'
       and (select c.given from consent c where c.person_id = p.id and c.kind = 'contact' and c.channel = a.channel
         order by c.id desc limit 1) = 1
     order by a.last_in_at desc, a.id limit 1`,
    message.outboxId,
  )
  return row
}

/** The message goes out by another address; its key stays, so it exists once all the same. */
export async function sendByOtherAddress(sql: Sql, outboxId: number, addressId: number): Promise<void> {
  await sql.run(
    `update outbox set tried = trim(tried || ' ' || cast(address_id as text)), address_id = $2,
       channel = ${channelOf('$2')}, attempts = 0 where id = $1`,
    outboxId,
    addressId,
  )
}

/** A question of ours that waits for one reply in this lane; it takes the place of an earlier one. */
export async function setPending(sql: Sql, laneId: number, pending: string): Promise<void> {
  await sql.run('update lane set pending = $2 where id = $1', laneId, pending)
}

/** When these lanes' people last did something in a conversation that is not over. */
export async function listBusyLanes(sql: Sql, since: number): Promise<ReadonlySet<number>> {
  const rows = await sql.all<{ id: number }>(
    `select l.id from lane l join session s on s.id = l.active_session_id
     where s.status in ('active', 'paused') and s.last_step_at > $1`,
    since,
  )
  return new Set(rows.map((row) => row.id))
}
