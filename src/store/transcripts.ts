import type { ChannelName, InboundContent } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from './database.ts'
import { droppedContent } from './retention.ts'

/** What was said between a person and us on one address, from the doors in and out. */

export interface SaidByPerson {
  readonly by: 'person'
  readonly id: number
  readonly externalId: string
  readonly at: number
  readonly content: InboundContent
}

export interface SaidByUs {
  readonly by: 'us'
  readonly id: number
  readonly key: string
  readonly at: number
  readonly body: OutboundMessage
  readonly state: 'waiting' | 'sending' | 'sent' | 'knocked' | 'refused' | 'in_doubt'
  readonly messageRef: string | null
  /** What became of it later, where the channel tells. */
  readonly delivery: 'sent' | 'failed' | 'delivered' | 'read' | null
}

export type Said = SaidByPerson | SaidByUs

/** The last lines of an address, oldest first; of ours only what left or is about to. */
export async function listSaid(
  sql: Sql,
  address: { readonly id: number; readonly laneId: number },
  options: { readonly now: number; readonly limit: number },
): Promise<readonly Said[]> {
  const theirs = await sql.all<{ id: number; externalId: string; at: number; content: string }>(
    `select id, external_id as "externalId", received_at as at, content from inbox where address_id = $1
       and content <> $3 and content not like '%"what":"tersegel"%' order by id desc limit $2`,
    address.id,
    options.limit,
    droppedContent,
  )
  const ours = await sql.all<{
    id: number
    key: string
    at: number
    body: string
    state: SaidByUs['state']
    messageRef: string | null
    delivery: SaidByUs['delivery']
  }>(
    `select id, key, coalesce(sent_at, due_at) as at, body, state, message_ref as "messageRef",
       (select d.status from delivery d where d.outbox_id = outbox.id order by d.rank desc limit 1) as delivery
     from outbox
     where lane_id = $1 and address_id = $2 and state in ('waiting', 'sending', 'sent', 'knocked', 'refused', 'in_doubt')
       and due_at <= $3 and body <> '{"text":""}' and body not like '{"text":"","sealed":%' order by id desc limit $4`,
    address.laneId,
    address.id,
    options.now,
    options.limit,
  )
  const said: Said[] = [
    ...theirs.map((r) => ({ ...r, by: 'person' as const, content: JSON.parse(r.content) as InboundContent })),
    ...ours.map((r) => ({ ...r, by: 'us' as const, body: JSON.parse(r.body) as OutboundMessage })),
  ]
  return said
    .sort((a, b) => a.at - b.at || (a.by === b.by ? a.id - b.id : a.by === 'person' ? -1 : 1))
    .slice(-options.limit)
}

/** One message of ours to that address; undefined when it went to somebody else. */
export async function findSaidByUs(
  sql: Sql,
  channel: ChannelName,
  userId: string,
  outboxId: number,
): Promise<Pick<SaidByUs, 'body' | 'messageRef'> | undefined> {
  const [row] = await sql.all<{ body: string; messageRef: string | null }>(
    `select o.body, o.message_ref as "messageRef" from outbox o join address a on a.id = o.address_id
     where o.id = $1 and a.channel = $2 and a.user_id = $3`,
    outboxId,
    channel,
    userId,
  )
  return row && { body: JSON.parse(row.body) as OutboundMessage, messageRef: row.messageRef }
}

export interface AddressOfPerson {
  readonly addressId: number
  readonly laneId: number
  readonly userId: string
  readonly reach: 'ok' | 'blocked' | 'gone'
  readonly profileName: string | null
  readonly personId: number | null
  readonly personName: string | null
}

export async function findAddressOf(
  sql: Sql,
  channel: ChannelName,
  userId: string,
): Promise<AddressOfPerson | undefined> {
  const [row] = await sql.all<AddressOfPerson>(
    `select a.id as "addressId", a.lane_id as "laneId", a.user_id as "userId", a.reach, a.profile_name as "profileName",
       a.person_id as "personId", p.name as "personName"
     from address a left join person p on p.id = a.person_id where a.channel = $1 and a.user_id = $2`,
    channel,
    userId,
  )
  return row
}

export interface SeatOnChannel {
  readonly personId: number
  readonly name: string
  readonly position: string
  /** Null for a seat of the whole programme. */
  readonly regionCode: string | null
  readonly regionName: string | null
  readonly regionKind: string | null
  readonly kecamatanName: string | null
  /** Null: no address on that channel. */
  readonly userId: string | null
}

/** Everybody who holds a seat, by place, with their address on one channel. */
export async function listSeatsOnChannel(
  sql: Sql,
  channel: ChannelName,
  now: number,
): Promise<readonly SeatOnChannel[]> {
  const rows = await sql.all<SeatOnChannel>(
    `select p.id as "personId", p.name, s.position, coalesce(s.region_code, b.kabupaten_code) as "regionCode",
       g.name as "regionName", g.kind as "regionKind", case g.level when 'desa' then k.name when 'kecamatan' then g.name end as "kecamatanName",
       a.user_id as "userId"
     from holding h join seat s on s.id = h.seat_id join person p on p.id = h.person_id
     left join body b on b.id = s.body_id
     left join region g on g.code = coalesce(s.region_code, b.kabupaten_code)
     left join region k on k.code = g.parent_code
     left join address a on a.id = (select min(x.id) from address x where x.person_id = p.id and x.channel = $1)
     where h.from_at <= $2 and (h.until_at is null or h.until_at > $2)
     order by coalesce(s.region_code, b.kabupaten_code, ''), s.id, h.id`,
    channel,
    now,
  )
  return rows
}
