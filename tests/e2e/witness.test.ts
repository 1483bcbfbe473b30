// The same house on a Bot API server that others wrote: it ignores offsets, answers polls at once, and knows nine methods.
import { type AddressInfo, createServer } from 'node:net'
import JehyServer from 'telegram-test-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTelegramHouse, type TelegramHouse } from '../support/telegram-house.ts'

interface BotMessage {
  readonly messageId: number
  readonly message: {
    readonly text: string
    readonly reply_markup?: {
      readonly inline_keyboard?: readonly (readonly { text: string; callback_data: string }[])[]
    }
  }
}
interface Server {
  readonly config: { readonly apiURL: string }
  readonly storage: { readonly botMessages: readonly BotMessage[] }
  start(): Promise<void>
  stop(): Promise<boolean>
  getClient(
    token: string,
    options: object,
  ): {
    makeMessage(text: string): object
    makeCommand(text: string): object
    makeCallbackQuery(data: string, options?: object): object
    sendMessage(message: object): Promise<unknown>
    sendCommand(message: object): Promise<unknown>
    sendCallback(message: object): Promise<unknown>
  }
}
// CommonJS: the class itself is what is imported, whatever its types say
const TestServer = JehyServer as unknown as new (config: { port: number; host: string }) => Server

const token = 'sampleToken'
let server: Server
let house: TelegramHouse
beforeEach(async () => {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
  server = new TestServer({ port, host: '127.0.0.1' })
  await server.start()
  house = await openTelegramHouse({ token, apiRoot: server.config.apiURL })
})
afterEach(async () => {
  await house.close()
  await server.stop()
})

/** What the bot said since, once it has said something. */
async function said(since: number): Promise<readonly BotMessage[]> {
  await expect.poll(() => server.storage.botMessages.length, { timeout: 8_000 }).toBeGreaterThan(since)
  await new Promise((resolve) => setTimeout(resolve, 60))
  return server.storage.botMessages.slice(since)
}

describe('On a Telegram stand-in that others wrote', () => {
  it('a village head enrols, reports with buttons and words, corrects, and goes on after a restart', async () => {
    const phone = server.getClient(token, { userId: 41, chatId: 41, firstName: 'Maria', userName: 'maria' })
    const text = (messages: readonly BotMessage[]) => messages.map((m) => m.message.text).join('\n')
    const say = async (words: string) => {
      const since = server.storage.botMessages.length
      await phone.sendMessage(phone.makeMessage(words))
      return text(await said(since))
    }
    const press = async (label: string) => {
      const since = server.storage.botMessages.length
      for (const { message, messageId } of server.storage.botMessages.toReversed()) {
        const key = message.reply_markup?.inline_keyboard?.flat().find((k) => k.text === label)
        if (!key) continue
        await phone.sendCallback(phone.makeCallbackQuery(key.callback_data, { message: { message_id: messageId } }))
        return text(await said(since))
      }
      throw new Error(`no button "${label}"`)
    }

    const since = server.storage.botMessages.length
    const head = house.invitations.find((i) => i.position === 'Kepala Desa')!
    await phone.sendCommand(phone.makeCommand(`/start ${head.payload}`))
    expect(text(await said(since))).toContain('Yayasan BaKTI')
    await press('1. SETUJU')
    await say('setuju')
    await say('ya')
    expect(await press('2. Ibu')).toContain('Pemantauan desa')
    expect(await press('Mulai')).toContain('Keadaan kegiatan')
    await press('Semua sama')
    expect(await say('kemarin')).toContain('Berapa orang')
    await house.restart()
    expect(await say('lk 7 pr 5')).toContain('12 orang')
    await press('Lewati')
    await say('lewati')
    expect(await press('Ya, kirim')).toContain('tanda terima')
    await say('ubah b')
    await say('9 lk 5 pr')
    expect(await say('dua orang terlambat')).toContain('14 orang')

    const hadir = await house.db.all<{ value: string }>(
      `select value from answer where path = 'hadir' and inbox_id is not null order by seq`,
    )
    expect(hadir.map((a) => (JSON.parse(a.value) as { total: number }).total)).toEqual([12, 14])
  })
})
