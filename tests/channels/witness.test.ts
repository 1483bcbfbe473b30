/**
 * Two Bot API servers that others wrote: they ignore offsets, give each update once, answer polls at once and know few
 * methods. What holds on them does not hold only because our own stand-in was written by the same hand.
 */
import { type AddressInfo, createServer } from 'node:net'
import VishtarServer from '@vishtar/telegram-test-api'
import JehyServer from 'telegram-test-api'
import { describe, expect, it } from 'vitest'
import { TelegramChannel, type TelegramSettings } from '../../src/channels/telegram/telegram-channel.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { channelContract, Inbox, readStored, type Stage } from './contract.ts'
import { quickPace } from './telegram-stage.ts'

interface Client {
  makeMessage(text: string): object
  makeCommand(text: string): object
  makeCallbackQuery(data: string, options?: object): object
  sendMessage(message: object): Promise<unknown>
  sendCommand(message: object): Promise<unknown>
  sendCallback(message: object): Promise<unknown>
}
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
  getClient(token: string, options: object): Client
  getUpdates(token: string): unknown[]
}
type ServerClass = new (config: { port: number; host: string }) => Server

/** Both are CommonJS: the class itself is what is imported, whatever their types say. */
const servers = {
  'telegram-test-api': JehyServer as unknown as ServerClass,
  '@vishtar/telegram-test-api': VishtarServer as unknown as ServerClass,
}
type Name = keyof typeof servers

const token = '123456:witness'

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

async function open(name: Name, more: Partial<TelegramSettings> = {}) {
  const TestServer = servers[name]
  const server = new TestServer({ port: await freePort(), host: '127.0.0.1' })
  await server.start()
  const client = server.getClient(token, { userId: 5001, chatId: 5001, firstName: 'Maya' })
  const channel = () =>
    new TelegramChannel({ token, apiRoot: server.config.apiURL, readFile: readStored, logger: silentLogger, ...more })
  return { server, client, channel }
}

async function witnessStage(name: Name): Promise<Stage> {
  const { server, client, channel } = await open(name, { pace: quickPace })
  return {
    channel: channel(),
    to: { userId: '5001', chatId: '5001' },
    say: async (text) => void (await client.sendMessage(client.makeMessage(text))),
    press: async (label) => {
      for (const { message, messageId } of server.storage.botMessages.toReversed()) {
        const key = message.reply_markup?.inline_keyboard?.flat().find((button) => button.text === label)
        if (!key) continue
        await client.sendCallback(client.makeCallbackQuery(key.callback_data, { message: { message_id: messageId } }))
      }
    },
    shown: async () =>
      server.storage.botMessages.map(({ message }) => ({
        text: message.text,
        buttons: message.reply_markup?.inline_keyboard?.flat().map((key) => key.text) ?? [],
      })),
    reopen: async () => channel(),
    close: async () => void (await server.stop()),
  }
}

const noFiles = 'the server knows no files'
const noFaults = 'the server has no faults on demand'
const neverTwice = 'the server gives each update once'

describe.each(Object.keys(servers) as Name[])('%s', (name) => {
  channelContract(`Telegram through ${name}`, () => witnessStage(name), {
    sendPhoto: noFiles,
    sendDocument: noFiles,
    sendVoice: noFiles,
    takesFiles: noFiles,
    sendLocation: 'the server knows no places',
    shareContact: 'the server knows no contacts',
    edit: 'the server knows no edits by people',
    refusesEdits: 'the server takes any edit',
    sayTwice: neverTwice,
    redelivers: neverTwice,
    swap: 'the server keeps the order',
    block: 'the server knows no blocking',
    unblock: 'the server knows no blocking',
    outage: 'the server forgets everything when it stops',
    flood: noFaults,
    blocked: noFaults,
    moved: noFaults,
    refusal: noFaults,
    'server error': noFaults,
    silence: noFaults,
    'lost answer': noFaults,
    sendOddity: 'the server knows no stickers',
    login: 'the server takes any token',
    keepsWhileDown: 'the server keeps nothing that was given once',
    tell: 'Telegram does not tell what was delivered or read',
  })

  it('is polled a few times in two seconds at the usual pace, not a thousand, and loses nothing', async () => {
    const { server, client, channel } = await open(name)
    let polls = 0
    const getUpdates = server.getUpdates.bind(server)
    server.getUpdates = (given) => {
      polls += 1
      return getUpdates(given)
    }
    const inbox = new Inbox()
    const telegram = channel()
    await telegram.start(inbox.accept)
    await client.sendCommand(client.makeCommand('/start k7Jq-2_x'))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await client.sendMessage(client.makeMessage('dua'))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await client.sendMessage(client.makeMessage('tiga'))
    await inbox.until((rows) => rows.length === 3)
    await telegram.stop()
    await server.stop()

    expect(inbox.texts).toEqual(['/start k7Jq-2_x', 'dua', 'tiga'])
    expect(polls).toBeGreaterThanOrEqual(3)
    expect(polls).toBeLessThanOrEqual(15)
  })

  it('keeps nothing for us, so a batch is held until the database takes it', async () => {
    const { server, client, channel } = await open(name, { pace: quickPace })
    const inbox = new Inbox()
    inbox.mood = 'refuses'
    const telegram = channel()
    await telegram.start(inbox.accept)
    await client.sendMessage(client.makeMessage('satu'))
    await expect.poll(() => telegram.state().state, { timeout: 8000 }).toBe('degraded')
    await client.sendMessage(client.makeMessage('dua'))
    inbox.mood = 'well'
    await inbox.until((rows) => rows.length === 2)
    await telegram.stop()
    await server.stop()

    expect(inbox.texts).toEqual(['satu', 'dua'])
  })
})
