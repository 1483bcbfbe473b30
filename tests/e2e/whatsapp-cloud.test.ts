import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { priorities, queueMessages } from '../../src/store/outbox.ts'
import { setSetting } from '../../src/store/settings.ts'
import { shownOf } from '../channels/whatsapp-cloud-stage.ts'
import { openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import { CloudServer } from '../support/whatsapp-cloud-server/cloud-server.ts'
import type { TestPerson } from '../support/whatsapp-cloud-server/person.ts'

const HOUR = 3_600_000

let telegram: TelegramServer
let meta: CloudServer
let house: TelegramHouse
beforeEach(async () => {
  telegram = await new TelegramServer().start()
  meta = await new CloudServer().start()
  house = await openTelegramHouse(telegram, {
    WHATSAPP_CLOUD_TOKEN: meta.token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: meta.phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: meta.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: meta.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: meta.apiRoot,
  })
  await meta.webhooks.subscribe(`${house.service.address}/hooks/whatsapp`)
})
afterEach(async () => {
  await house.close()
  await meta.stop()
  await telegram.stop()
})

const head = () => house.invitations.find((i) => i.position === 'Kepala Desa')!
const texts = (person: TestPerson) => person.received.map(({ message }) => shownOf(message, meta).text)

/** Does something as a person on WhatsApp and waits for what the bot says next. */
async function heard(person: TestPerson, act: () => unknown): Promise<string> {
  const before = person.received.length
  act()
  await expect.poll(() => person.received.length, { timeout: 8_000, interval: 10 }).toBeGreaterThan(before)
  await new Promise((resolve) => setTimeout(resolve, 60))
  return texts(person).slice(before).join('\n---\n')
}

async function enrolled(person: TestPerson): Promise<void> {
  expect(await heard(person, () => person.say(`/start ${head().payload}`))).toContain('Yayasan BaKTI')
  await heard(person, () => person.press('1. SETUJU'))
  await heard(person, () => person.say('setuju'))
  await heard(person, () => person.press('1. SETUJU'))
  expect(await heard(person, () => person.press('2. Ibu'))).toContain('Pemantauan desa')
}

describe('A village head on WhatsApp', () => {
  it('keeps each message once, whatever Meta delivers twice, and reads what became of ours', async () => {
    meta.autoStatuses = true
    const maria = meta.person('Maria')
    const value = maria.send({ type: 'text', text: { body: 'halo' } }, { hold: true })
    await heard(maria, () => {
      meta.webhooks.push(value)
      meta.webhooks.push(value)
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(maria.received).toHaveLength(1)
    meta.tell(maria.received[0]!.id, 'read')
    meta.tell(maria.received[0]!.id, 'delivered')
    await expect
      .poll(() => house.db.all('select d.status, o.state from delivery d join outbox o on o.id = d.outbox_id'), {
        timeout: 5_000,
      })
      .toEqual([{ status: 'read', state: 'sent' }])
    expect(await house.db.all('select count(*) as n from inbox')).toEqual([{ n: 1 }])
  })

  it('who cannot be reached is marked, staff read why, and it clears when they write', async () => {
    const maria = meta.person('Maria')
    await heard(maria, () => maria.say('halo'))
    maria.isBlocking = true
    maria.say('halo lagi')
    await expect
      .poll(() => house.db.all(`select reach from address where channel = 'whatsapp-cloud'`), { timeout: 5_000 })
      .toEqual([{ reach: 'blocked' }])
    const items = await house.db.all<{ details: string }>(`select details from staff_item where kind = 'refused'`)
    expect(items.map(({ details }) => JSON.parse(details).reads)).toEqual([
      expect.stringContaining('tidak bisa menerima pesan WhatsApp'),
    ])
    maria.isBlocking = false
    await heard(maria, () => maria.say('saya kembali'))
    expect(await house.db.all(`select reach from address where channel = 'whatsapp-cloud'`)).toEqual([{ reach: 'ok' }])
  })
})

describe('Who was silent for more than 24 hours', () => {
  let maria: TestPerson
  beforeEach(async () => {
    maria = meta.person('Maria')
    await enrolled(maria)
    maria.lastWroteAt = Date.now() - 25 * HOUR
    await house.db.run('update address set last_in_at = $1', maria.lastWroteAt)
  })

  const queue = async (key: string, priority: number, text: string, choices?: { label: string; data: string }[]) => {
    const [row] = await house.db.all<{ address: number; lane: number; person: number; obligation: number }>(
      `select a.id as address, a.lane_id as lane, a.person_id as person,
         (select o.id from obligation o join holding h on h.person_id = a.person_id join seat s on s.id = h.seat_id
          where o.region_code = s.region_code and o.opens_at is not null order by o.id desc limit 1) as obligation
       from address a where channel = 'whatsapp-cloud'`,
    )
    await queueMessages(
      house.db,
      house.db,
      [
        {
          key: key.replace('OBLIGATION', String(row!.obligation)),
          priority,
          addressId: row!.address,
          laneId: row!.lane,
          personId: row!.person,
          obligationId: row!.obligation,
          body: {
            text,
            ...(choices && {
              choices: choices.map((c) => ({ ...c, data: c.data.replace('O', row!.obligation.toString(36)) })),
            }),
          },
          dueAt: Date.now(),
        },
      ],
      Date.now(),
    )
  }
  const staffReads = async () =>
    (await house.db.all<{ details: string }>(`select details from staff_item where kind = 'refused'`)).map(
      ({ details }) => JSON.parse(details).reads as string,
    )

  it('gets nothing without a template, and staff are told instead', async () => {
    await queue('remind:OBLIGATION:1:hari-6', priorities.reminder, 'Laporan belum masuk.')
    await expect.poll(staffReads, { timeout: 8_000 }).toEqual([expect.stringContaining('24 jam')])
    expect(await house.db.all(`select state from outbox where key like 'remind:%hari-6'`)).toEqual([
      { state: 'refused' },
    ])
  })

  it('gets the template, whose button begins the report', async () => {
    meta.templates.set('pengingat_laporan', { language: 'id', parameters: 2, buttons: ['Mulai', 'Nanti'] })
    await setSetting(house.db, 'whatsapp_templates', {
      reminder: { name: 'pengingat_laporan', language: 'id', parameters: ['person', 'place'], buttons: 2 },
    })
    const choices = [
      { label: '1. Mulai', data: 'iO.0' },
      { label: '2. Nanti', data: 'iO.1' },
    ]
    await heard(maria, () => queue('remind:OBLIGATION:1:hari-6', priorities.reminder, 'Laporan belum masuk.', choices))
    expect(texts(maria).at(-1)).toBe('[pengingat_laporan]')
    const sent = maria.received.at(-1)!.message
    const parameters = sent.type === 'template' ? JSON.stringify(sent.template.components[0]) : ''
    expect(parameters).toMatch(/"text":"[^"]{3,}".*"text":"[^"]{3,}"/)
    expect(await heard(maria, () => maria.press('quick reply 1'))).toContain('Keadaan kegiatan menurut putaran lalu')
    expect(await staffReads()).toEqual([])
  })

  it('gets a digest once they answer the template that announced it', async () => {
    meta.templates.set('ada_ringkasan', { language: 'id', parameters: 0, buttons: ['Buka'] })
    await setSetting(house.db, 'whatsapp_templates', {
      digest: { name: 'ada_ringkasan', language: 'id', parameters: [], buttons: 1 },
    })
    await heard(maria, () => queue('digest:camat:1:2026-W30', priorities.digest, 'Ringkasan minggu ini'))
    expect(texts(maria).at(-1)).toBe('[ada_ringkasan]')
    await expect
      .poll(() => house.db.all(`select state from outbox where key like 'digest:%'`), { timeout: 5_000 })
      .toEqual([{ state: 'knocked' }])
    expect(await heard(maria, () => maria.press('quick reply 1'))).toBe('Ringkasan minggu ini')
  })

  it('is in the staff’s list when Meta tells only afterwards that the window was closed', async () => {
    meta.tellsWindowLater = true
    await house.db.run('update address set last_in_at = $1', Date.now())
    await queue('remind:OBLIGATION:1:hari-6', priorities.reminder, 'Laporan belum masuk.')
    await expect.poll(staffReads, { timeout: 8_000 }).toEqual([expect.stringContaining('24 jam')])
  })
})

describe('Calls that are not the platforms’ own', () => {
  it('are refused, counted and forgotten, on both doors', async () => {
    const { address } = house.service
    const body = JSON.stringify(
      meta.webhooks.envelope(meta.person('Maria').send({ type: 'text', text: { body: 'palsu' } }, { hold: true })),
    )
    const post = async (path: string, headers: Record<string, string>, content = body) =>
      (await fetch(`${address}/hooks/${path}`, { method: 'POST', headers, body: content })).status
    const forged = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }
    const large = 'x'.repeat(3 * 1024 * 1024 + 1)
    expect([
      await post('whatsapp', {}),
      await post('whatsapp', forged),
      await post('whatsapp', { 'x-hub-signature-256': meta.webhooks.sign(large) }, large),
      await post('whatsapp', { 'x-hub-signature-256': meta.webhooks.sign('[]') }, '[]'),
      (await fetch(`${address}/hooks/whatsapp?hub.mode=subscribe&hub.verify_token=tebak&hub.challenge=1`)).status,
      // polling: there is no webhook of Telegram
      await post('telegram', { 'x-telegram-bot-api-secret-token': 'tebak' }),
      await post('lain', {}),
    ]).toEqual([401, 401, 413, 400, 403, 404, 404])

    const metrics = await (await fetch(`${address}/metrics`)).text()
    for (const line of [
      'kentongan_webhook_refused_total{channel="whatsapp",status="401"} 2',
      'kentongan_webhook_refused_total{channel="whatsapp",status="413"} 1',
      'kentongan_webhook_refused_total{channel="whatsapp",status="400"} 1',
      'kentongan_webhook_refused_total{channel="whatsapp",status="403"} 1',
      'kentongan_webhook_refused_total{channel="telegram",status="404"} 1',
      'kentongan_channel_up{channel="whatsapp-cloud",state="running"} 1',
    ])
      expect(metrics).toContain(line)
    expect(metrics).not.toMatch(/Maria|palsu|62812/)
    expect(await house.db.all('select count(*) as n from inbox')).toEqual([{ n: 0 }])
    expect(await house.db.all(`select id from address where channel like 'whatsapp%'`)).toEqual([])
  })
})
