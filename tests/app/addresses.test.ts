import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { openRig, type Rig } from '../support/rig.ts'

// Basri is raja of Amarsekaru, Siti Rahma its kepala desa; each has a phone in the simulator.
const basri = 'demo-81.05.04.2003-raja'
const siti = 'demo-81.05.04.2003-kades'
const onTelegram = 'telegram/5001'
const onWhatsapp = 'whatsapp-web/628001'

let rig: Rig
beforeEach(async () => {
  rig = await openRig(undefined, ['telegram', 'whatsapp-web'])
})
afterEach(() => rig.close())

const texts = (messages: readonly OutboundMessage[]) => messages.map((m) => m.text).join('\n---\n')
const all = <T>(query: string) => rig.services.db.all<T>(query)
const personOf = async (userId: string) =>
  (await all<{ id: number }>(`select person_id as id from address where user_id = '${userId}'`))[0]!.id

/** Gives a person one more address, as enrolling there with a code does. */
async function enrolAlso(phone: string, userId: string, consented = true): Promise<void> {
  const [, channel, id] = /^([a-z-]+)\/(.+)$/.exec(phone)!
  const personId = await personOf(userId)
  const [lane] = await all<{ id: number }>(`select lane_id as id from address where user_id = '${userId}'`)
  await rig.services.db.run(
    `insert into address (channel, user_id, chat_id, lane_id, person_id, created_at, last_in_at)
     values ($1, $2, $2, $3, $4, $5, $5)`,
    channel!,
    id!,
    lane!.id,
    personId,
    rig.clock.now() - 86_400_000,
  )
  await rig.services.db.run(
    `insert into consent (person_id, kind, given, text_version, channel, at) values ($1, 'contact', $2, 'pendaftaran 1', $3, 0)`,
    personId,
    consented ? 1 : 0,
    channel!,
  )
}

describe('A person with several addresses', () => {
  it('is written to at the one last written from, also within the hour', async () => {
    await enrolAlso(onTelegram, basri)
    await rig.say(basri, 'bantuan')
    rig.clock.advance(60_000)
    await rig.say(onTelegram, 'bantuan')
    rig.clock.advance(60_000)
    await rig.openRound()
    await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(texts(rig.heard(onTelegram))).toContain('Bisa kita mulai sekarang?')
    expect(rig.heard(basri)).toEqual([])
  })

  it('gets a reminder once, by another address, when the first refuses; staff are not troubled', async () => {
    await enrolAlso(onTelegram, basri)
    await enrolAlso(onWhatsapp, basri, false)
    await rig.openRound()
    // blocked without our having been told
    await rig.simulator.act(basri, { kind: 'blocked' })
    await rig.settle()
    await rig.services.db.run(`update address set reach = 'ok' where user_id = '${basri}'`)
    await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(texts(rig.heard(onTelegram))).toContain('Bisa kita mulai sekarang?')
    expect(rig.heard(onWhatsapp)).toEqual([])
    const rows = await all<{ state: string; attempts: number }>(
      `select state, attempts from outbox where key like 'remind:%' and person_id = ${await personOf(basri)}`,
    )
    expect(rows).toEqual([{ state: 'sent', attempts: 1 }])
    expect(await all(`select id from staff_item where kind = 'refused'`)).toEqual([])
  })

  it('is not written to where no consent names the channel: staff learn of the refusal', async () => {
    await enrolAlso(onWhatsapp, basri, false)
    await rig.openRound()
    await rig.simulator.act(basri, { kind: 'blocked' })
    await rig.settle()
    await rig.services.db.run(`update address set reach = 'ok', last_in_at = 9e15 where user_id = '${basri}'`)
    await rig.remindAt(rig.clock.now() + 3_600_000)
    expect(rig.heard(onWhatsapp)).toEqual([])
    expect(await all(`select id from staff_item where kind = 'refused'`)).toHaveLength(1)
  })
})

describe('A phone of two persons', () => {
  async function share(): Promise<void> {
    const { giveAddressTo } = await import('../../src/store/lanes.ts')
    const [address] = await all<{ id: number; laneId: number }>(
      `select id, lane_id as "laneId" from address where user_id = '${basri}'`,
    )
    const personId = await personOf(siti)
    await rig.services.db.transaction((sql) =>
      giveAddressTo(sql, { addressId: address!.id, laneId: address!.laneId, personId }),
    )
    await rig.services.db.run(`update address set reach = 'gone' where user_id = '${siti}'`)
  }

  it('keeps two reports apart, each under its writer and seat', async () => {
    await share()
    await rig.openRound()
    for (const text of ['mulai', '1', 'semua sama', '5 juli 2024', 'nanti', 'belum tahu']) await rig.say(basri, text)
    for (const text of ['mulai', '2', 'semua sama', '6 juli 2024']) await rig.say(basri, text)
    const dates = await all(
      `select p.name, s.position, a.value from answer a join person p on p.id = a.person_id join report r on r.id = a.report_id
       join seat s on s.id = r.seat_id where a.path = 'tanggal_pertemuan' and a.inbox_id is not null order by a.id`,
    )
    expect(dates).toEqual([
      { name: 'Basri Rumalena', position: 'raja_negeri', value: '"2024-07-05"' },
      { name: 'Siti Rahma Wailurun', position: 'kepala_desa', value: '"2024-07-06"' },
    ])
  })

  it('asks anew when a button of an invitation begins, and gives the button no right to the other report', async () => {
    await share()
    await rig.openRound()
    await rig.remindAt(rig.clock.now() + 3_600_000)
    rig.heard(basri)
    expect(texts(await rig.press(basri, 'Mulai'))).toBe('Ini dengan siapa?')
  })
})
