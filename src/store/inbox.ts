import { capabilities } from '../messages/capabilities.ts'
import type { ChannelName, InboundContent, InboundMessage } from '../messages/inbound.ts'
import type { Database, Sql } from './database.ts'
import { releaseKnocked } from './outbox.ts'

/** The one door in. A message exists once, by the channel's own id, for ever. */

export interface AcceptedCounts {
  readonly taken: number
  readonly repeated: number
  /** Messages of ours that waited for these people to write, and may go out now. */
  readonly released: number
}

/** An address heard from again within this time is not written anew: most messages then cost one row less. */
const HEARD_AGAIN_MS = 3_600_000
/** Where we may write for some hours after a person's message, the minute counts. */
const HEARD_AGAIN_IN_WINDOW_MS = 60_000

/**
 * Commits the messages; only after this resolves may the provider be told "taken". `seal`: what is written in a
 * confidential conversation (`isTelling`) is closed here already, so that it never stands in clear in the database.
 */
export async function acceptMessages(
  db: Database,
  messages: readonly InboundMessage[],
  now: number,
  seal?: (content: InboundContent, isTelling: boolean) => InboundContent,
): Promise<AcceptedCounts> {
  if (messages.length === 0) return { taken: 0, repeated: 0, released: 0 }
  return db.transaction(async (sql) => {
    const addresses = await findOrMakeAddresses(sql, db, messages, now)
    const rows = messages.map((m) => {
      const address = addresses.get(`${m.channel} ${m.userId}`)!
      return {
        channel: m.channel,
        external_id: m.externalId,
        address_id: address.id,
        lane_id: address.laneId,
        content: seal && isSaid(m) ? seal(m.content, address.confidential) : m.content,
        sent_at: m.sentAt,
      }
    })
    const taken = await sql.runRows(
      {
        channel: 'text',
        external_id: 'text',
        address_id: 'int',
        lane_id: 'int',
        content: 'json',
        sent_at: 'bigint',
      },
      rows,
      (j) =>
        `insert into inbox (channel, external_id, address_id, lane_id, content, sent_at, received_at)
         select channel, external_id, address_id, lane_id, content, sent_at, $2 from ${j} where true
         on conflict (channel, external_id) do nothing`,
      now,
    )
    const lanes = messages.flatMap((m) => (opensWindow(m) ? [addresses.get(`${m.channel} ${m.userId}`)!.laneId] : []))
    const released = taken > 0 && lanes.length > 0 ? await releaseKnocked(sql, db, lanes, now) : 0
    return { taken, repeated: messages.length - taken, released }
  })
}

/** The person wrote to us on a channel whose free-form window that opens. */
function opensWindow(message: InboundMessage): boolean {
  return capabilities[message.channel].freeFormHours !== undefined && isSaid(message)
}

/** Not news about the address itself. */
function isSaid({ content }: InboundMessage): boolean {
  return content.kind !== 'blocked' && content.kind !== 'unblocked' && content.kind !== 'moved'
}

interface AddressRow {
  id: number
  channel: string
  user_id: string
  chat_id: string
  lane_id: number
  profile_name: string | null
  last_in_at: number
  newest_in_at: number
  reach: string
  sealed_until: number | null
}

async function findOrMakeAddresses(
  sql: Sql,
  db: Database,
  messages: readonly InboundMessage[],
  now: number,
): Promise<Map<string, { id: number; laneId: number; confidential: boolean }>> {
  const writers = new Map(messages.map((m) => [`${m.channel} ${m.userId}`, m]))
  const wanted = JSON.stringify([...writers.values()].map((m) => ({ channel: m.channel, user_id: m.userId })))
  const select = `select a.id, a.channel, a.user_id, a.chat_id, a.lane_id, a.profile_name, a.last_in_at, a.reach,
    (select max(y.last_in_at) from address y where y.lane_id = a.lane_id) as newest_in_at,
    (select t.open_until from sealed_talk t where t.lane_id = a.lane_id) as sealed_until
    from ${db.rows({ channel: 'text', user_id: 'text' })}
    join address a on a.channel = j.channel and a.user_id = j.user_id`
  let known = await sql.all<AddressRow>(select, wanted)

  if (known.length < writers.size) {
    const found = new Set(known.map((a) => `${a.channel} ${a.user_id}`))
    for (const [key, m] of writers) {
      if (found.has(key)) continue
      const [lane] = await sql.all<{ id: number }>('insert into lane (person_id) values (null) returning id')
      await sql.run(
        `insert into address (channel, user_id, chat_id, lane_id, profile_name, created_at, last_in_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (channel, user_id) do nothing`,
        m.channel,
        m.userId,
        m.chatId,
        lane!.id,
        m.profileName ?? null,
        now,
        capabilities[m.channel].freeFormHours === undefined ? now : Math.min(now, m.sentAt),
      )
    }
    known = await sql.all<AddressRow>(select, wanted)
  }

  const changed = known.flatMap((a) => {
    const m = writers.get(`${a.channel} ${a.user_id}`)!
    const profile = m.profileName ?? a.profile_name
    const windowed = capabilities[a.channel as ChannelName].freeFormHours !== undefined
    // the window opens when the person wrote, not when we were told
    const heardAt = windowed ? Math.min(now, Math.max(a.last_in_at, m.sentAt)) : now
    const recent = heardAt - a.last_in_at < (windowed ? HEARD_AGAIN_IN_WINDOW_MS : HEARD_AGAIN_MS)
    // of several addresses of one person, the one last heard from is written to
    const isNewest = a.last_in_at >= a.newest_in_at && recent
    // who writes can be reached, whatever refused them before
    const reach = isSaid(m) ? 'ok' : a.reach
    const same = a.chat_id === m.chatId && a.profile_name === profile && a.reach === reach && isNewest
    return same ? [] : [{ id: a.id, chat_id: m.chatId, profile_name: profile, last_in_at: heardAt, reach }]
  })
  if (changed.length > 0)
    await sql.run(
      `update address set chat_id = j.chat_id, profile_name = j.profile_name, last_in_at = j.last_in_at, reach = j.reach
       from ${db.rows({ id: 'int', chat_id: 'text', profile_name: 'text', last_in_at: 'bigint', reach: 'text' })} where address.id = j.id`,
      JSON.stringify(changed),
    )
  return new Map(
    known.map((a) => [
      `${a.channel} ${a.user_id}`,
      { id: a.id, laneId: a.lane_id, confidential: (a.sealed_until ?? 0) > now },
    ]),
  )
}

/** Inbox id and answered path of an earlier message: for a correction by editing it. */
export async function findAnsweredPath(
  sql: Sql,
  channel: string,
  externalId: string,
): Promise<{ inboxId: number; reportId: number; path: string } | undefined> {
  const [row] = await sql.all<{ inbox_id: number; report_id: number; path: string }>(
    `select i.id as inbox_id, a.report_id, a.path from inbox i join answer a on a.inbox_id = i.id
     where i.channel = $1 and i.external_id = $2 and a.how in ('given', 'skipped') order by a.id limit 1`,
    channel,
    externalId,
  )
  return row && { inboxId: row.inbox_id, reportId: row.report_id, path: row.path }
}
