import { capabilities } from '../messages/capabilities.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { Sql } from '../store/database.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { findPerson } from '../store/people.ts'
import { countStaffMessages, findLaneAddress, findLaneOf, sendAgain, unparkMessage } from '../store/second-tries.ts'
import { audit } from '../store/settings.ts'
import { markHandled, type OpenItem } from '../store/staff-items.ts'
import { staffMessage } from '../wording/system/help.ts'
import type { Services } from './services.ts'

/** What staff do with what is on their list: write to the person, try once more, or say that it is done. */

interface By {
  readonly now: number
  readonly actor: string
  /** As the person should know them. */
  readonly name: string | undefined
  /** A transaction that is open already, such as a turn's; else each change makes its own. */
  readonly sql?: Sql
}

const change = <T>(services: Services, by: By, work: (sql: Sql) => Promise<T>): Promise<T> =>
  by.sql ? work(by.sql) : services.db.transaction(work)

const zoneOfStrangers = 'Asia/Makassar'

/** Queues staff's words to the person, as a reply: they asked. Returns false when nobody can be reached. */
export async function answerItem(services: Services, item: OpenItem, text: string, by: By): Promise<boolean> {
  const { db, texts } = services
  return change(services, by, async (sql) => {
    const laneId = item.laneId ?? (item.personId === null ? undefined : await findLaneOf(sql, item.personId))
    const address = laneId === undefined ? undefined : await findLaneAddress(sql, laneId)
    if (address?.reach !== 'ok') return false
    const person = item.personId === null ? undefined : await findPerson(sql, item.personId)
    const body = staffMessage(
      { text, ...(by.name !== undefined && { who: by.name }) },
      {
        texts,
        language: person?.language ?? 'id',
        zone: zoneOfStrangers,
        now: by.now,
        sapaan: person?.sapaan ?? '',
        capabilities: capabilities[address.channel as ChannelName],
      },
    )
    const message = {
      key: `staff:${item.id}:${(await countStaffMessages(sql, item.id)) + 1}`,
      priority: priorities.reply,
      addressId: address.addressId,
      laneId: address.laneId,
      body,
      dueAt: by.now,
    }
    await queueMessages(sql, db, [message], by.now)
    await note(sql, 'answer_item', item, by)
    services.bells.outbox.ring()
    return true
  })
}

/** Puts back what an item is about: a parked message, or a send that was refused or is in doubt. */
export async function tryAgain(services: Services, item: OpenItem, by: By): Promise<boolean> {
  const id = Number(item.key.split(':')[1])
  return change(services, by, async (sql) => {
    const done = item.kind === 'parked' ? await unparkMessage(sql, id) : await sendAgain(sql, id, by.now)
    await markHandled(sql, item.id, by.actor, by.now)
    await note(sql, 'try_again', item, by)
    services.bells.inbox.ring()
    services.bells.outbox.ring()
    return done
  })
}

export async function closeItem(services: Services, item: OpenItem, by: By): Promise<void> {
  await change(services, by, async (sql) => {
    await markHandled(sql, item.id, by.actor, by.now)
    await note(sql, 'close_item', item, by)
  })
}

const note = (sql: Sql, action: string, item: OpenItem, by: By) =>
  audit(sql, { at: by.now, actor: by.actor, action, object: `staff_item:${item.id}` })
