import { expect, it } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { findAddressUse, findOtherAddress, giveAddressTo, sendByOtherAddress } from '../../src/store/lanes.ts'
import { insertPersons } from '../../src/store/seats.ts'
import { onEveryDialect } from '../support/databases.ts'

async function people(db: Database): Promise<readonly number[]> {
  const person = (name: string) => ({ name, sex: null, language: 'id', phoneSealed: null, phoneHash: null })
  return insertPersons(db, db, ['Debora Contoh', 'Filipus Contoh'].map(person), { demo: false, now: 0 })
}

/** A phone that nobody is known to use. */
async function phone(db: Database, channel: string, userId: string, lastInAt = 0) {
  const [lane] = await db.all<{ id: number }>('insert into lane (person_id) values (null) returning id')
  const [address] = await db.all<{ id: number }>(
    `insert into address (channel, user_id, chat_id, lane_id, created_at, last_in_at) values ($1, $2, $2, $3, 0, $4) returning id`,
    channel,
    userId,
    lane!.id,
    lastInAt,
  )
  return { addressId: address!.id, laneId: lane!.id }
}

const consent = (db: Database, personId: number, channel: string, given: number) =>
  db.run(
    `insert into consent (person_id, kind, given, text_version, channel, at) values ($1, 'contact', $2, 'x', $3, 0)`,
    personId,
    given,
    channel,
  )

const lanesOf = async (db: Database) =>
  (await db.all<{ lane: number }>('select distinct lane_id as lane from address order by 1')).map((r) => r.lane)

onEveryDialect('lanes', (open) => {
  it('puts all addresses of a person into one lane, with what waits there', async () => {
    const db = await open()
    const [debora] = await people(db)
    const first = await phone(db, 'telegram', '1')
    const second = await phone(db, 'whatsapp-web', '2')
    await giveAddressTo(db, { ...first, personId: debora! })
    await db.run(
      `insert into inbox (channel, external_id, address_id, lane_id, content, sent_at, received_at) values ('telegram', 'm1', $1, $2, '{}', 0, 0)`,
      first.addressId,
      first.laneId,
    )
    expect(await giveAddressTo(db, { ...second, personId: debora! })).toEqual({ shared: false })
    expect(await lanesOf(db)).toEqual([second.laneId])
    expect(await db.all('select lane_id from inbox')).toEqual([{ lane_id: second.laneId }])
  })

  it('takes a phone from nobody: two who use it share it, and their other phones join the lane', async () => {
    const db = await open()
    const [debora, filipus] = await people(db)
    const common = await phone(db, 'telegram', '1')
    const own = await phone(db, 'whatsapp-web', '2')
    await giveAddressTo(db, { ...common, personId: debora! })
    await giveAddressTo(db, { ...own, personId: filipus! })
    expect(await giveAddressTo(db, { ...common, personId: filipus! })).toEqual({ shared: true })
    const use = await findAddressUse(db, common.addressId)
    expect([use.ownerId, use.sharers.map((s) => s.name)]).toEqual([debora, ['Debora Contoh', 'Filipus Contoh']])
    expect(await lanesOf(db)).toEqual([common.laneId])
    expect(await db.all('select shared from lane where id = $1', common.laneId)).toEqual([{ shared: 1 }])
  })

  it('finds another address once for each message, the newest first, within consent', async () => {
    const db = await open()
    const [debora] = await people(db)
    const addresses = []
    for (const [i, channel] of ['telegram', 'whatsapp-web', 'whatsapp-cloud'].entries()) {
      const address = await phone(db, channel, String(i), i)
      await giveAddressTo(db, { ...address, personId: debora! })
      await consent(db, debora!, channel, 1)
      addresses.push(address.addressId)
    }
    const [telegram, web, cloud] = addresses
    const [lane] = await lanesOf(db)
    const [row] = await db.all<{ id: number }>(
      `insert into outbox (key, priority, address_id, lane_id, body, due_at, created_at) values ('remind:1:1:x', 1, $1, $2, '{}', 0, 0) returning id`,
      telegram!,
      lane!,
    )
    const outboxId = row!.id
    const path: (number | undefined)[] = []
    for (let i = 0; i < 3; i++) {
      const other = await findOtherAddress(db, { outboxId })
      path.push(other?.addressId)
      if (other) await sendByOtherAddress(db, outboxId, other.addressId)
    }
    expect(path).toEqual([cloud, web, undefined])
    await consent(db, debora!, 'telegram', 0)
    await db.run(`update outbox set tried = '', address_id = $1`, web!)
    expect((await findOtherAddress(db, { outboxId }))?.addressId).toBe(cloud)
    await db.run(`update person set stopped_at = 1`)
    expect(await findOtherAddress(db, { outboxId })).toBeUndefined()
  })
})
