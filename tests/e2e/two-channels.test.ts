// One village head, two apps: a report begun on WhatsApp and finished on Telegram, as she sees it.
import { afterEach, describe, expect, it } from 'vitest'
import { telegramChannel } from '../channels/telegram-stage.ts'
import { shownOf } from '../channels/whatsapp-cloud-stage.ts'
import { canRun, House as WebHouse } from '../channels/whatsapp-web-stage.ts'
import { answered, openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import { CloudServer } from '../support/whatsapp-cloud-server/cloud-server.ts'

/** Her WhatsApp. */
interface WhatsApp {
  readonly house: TelegramHouse
  say(text: string): void
  readonly shown: () => readonly string[]
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function official(telegram: TelegramServer): Promise<WhatsApp> {
  const meta = await new CloudServer().start()
  closing.push(() => meta.stop())
  const house = await openTelegramHouse(telegram, {
    WHATSAPP_CLOUD_TOKEN: meta.token,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: meta.phoneNumberId,
    WHATSAPP_CLOUD_APP_SECRET: meta.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: meta.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: meta.apiRoot,
  })
  closing.push(() => house.close())
  await meta.webhooks.subscribe(`${house.service.address}/hooks/whatsapp`)
  const maria = meta.person('Maria')
  return {
    house,
    say: (text) => maria.say(text),
    shown: () => maria.received.map(({ message }) => shownOf(message, meta).text),
  }
}

async function web(telegram: TelegramServer): Promise<WhatsApp> {
  const phone = await WebHouse.open()
  closing.push(() => phone.close())
  const channel = phone.channel()
  const house = await openTelegramHouse(telegram, {}, [telegramChannel(telegram), channel])
  closing.push(() => house.close())
  await phone.ready(channel)
  const maria = phone.server.person('6281200000001@c.us', { lid: '170000000000001@lid', name: 'Maria' })
  return { house, say: (text) => void maria.say(text), shown: () => maria.received.map(({ body }) => body) }
}

const doors = [
  ['the official WhatsApp', official],
  ['WhatsApp Web', web],
] as const

describe.each(doors)('A village head on %s', (name, open) => {
  it.runIf(name !== 'WhatsApp Web' || canRun)('begins a report there and finishes it on Telegram', async () => {
    const telegram = await new TelegramServer().start()
    closing.push(() => telegram.stop())
    const { house, say, shown } = await open(telegram)
    const onWhatsApp = async (text: string) => {
      const before = shown().length
      say(text)
      await expect.poll(() => shown().length, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before)
      return shown().slice(before).join('\n---\n')
    }
    const phone = telegram.user('Maria')
    const onTelegram = (text: string) => answered(phone, () => phone.say(text))

    const { payload } = house.invitations.find((i) => i.position === 'Kepala Desa')!
    for (const text of [`/start ${payload}`, 'setuju', 'setuju', 'setuju', 'ibu', 'mulai', 'semua sama'])
      await onWhatsApp(text)
    expect(await onWhatsApp('kemarin')).toContain('Berapa orang yang hadir?')

    // she asks for a code, and types it into the other app
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await onWhatsApp('nomor saya ganti'))?.[0]
    expect(code).toBeDefined()
    for (const text of [code!, 'setuju', 'setuju', 'setuju', 'ibu']) await onTelegram(text)
    const heard = shown().length
    expect(await onTelegram('lanjut')).toContain('Berapa orang yang hadir?')
    expect(await onTelegram('7 lk 5 pr')).toContain('12 orang (7 laki-laki, 5 perempuan)')
    await onTelegram('lewati')
    await onTelegram('lewati')
    expect(await onTelegram('ya')).toMatch(/tanda terima/)

    // one report, whose answers came by both ways, and each reply went where she wrote
    expect(shown()).toHaveLength(heard)
    const answers = await house.db.all<{ report: number; path: string; channel: string }>(
      `select a.report_id as report, a.path, i.channel from answer a join inbox i on i.id = a.inbox_id
       join report r on r.id = a.report_id
       where r.obligation_id is not null and r.state = 'submitted' and a.path in ('tanggal_pertemuan', 'hadir')`,
    )
    expect(new Set(answers.map(({ report }) => report)).size).toBe(1)
    expect(answers.map(({ path, channel }) => `${path} ${channel.split('-')[0]}`).sort()).toEqual([
      'hadir telegram',
      'tanggal_pertemuan whatsapp',
    ])

    // and she is the same person there: what she corrects on WhatsApp is that report
    expect(await onWhatsApp('ubah b')).toContain('Tercatat: 12 orang (7 laki-laki, 5 perempuan)')
  })
})
