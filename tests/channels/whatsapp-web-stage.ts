import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { Accept, Channel, Dispatch, Recipient } from '../../src/channels/channel.ts'
import { findChromium } from '../../src/channels/whatsapp-web/chromium.ts'
import type { Pace } from '../../src/channels/whatsapp-web/pace.ts'
import type { Timing } from '../../src/channels/whatsapp-web/timing.ts'
import { WhatsAppWebChannel, type WhatsAppWebSettings } from '../../src/channels/whatsapp-web/whatsapp-web-channel.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { WhatsAppWebServer } from '../support/whatsapp-web-server/whatsapp-web-server.ts'
import { readStored, type Stage } from './contract.ts'

/** A real browser, where there is one: elsewhere one line says so. */
export const chromium = findChromium(undefined)
const hasOpenssl = (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, 'openssl')))
const missing = chromium === undefined ? 'chromium' : hasOpenssl ? undefined : 'openssl'
export const canRun = missing === undefined
if (missing !== undefined && process.env.TEST_REQUIRES_BROWSER)
  throw new Error(`TEST_REQUIRES_BROWSER is set and there is no ${missing}: apt-get install ${missing}`)
if (missing !== undefined)
  process.stderr.write(
    `tests/channels/whatsapp-web: no ${missing} here, not run (Debian: apt-get install ${missing})\n`,
  )

/** As fast as it goes. */
export const noPace: Pace = {
  perChat: [0, 0],
  between: [0, 0],
  replies: { perMinute: 1_000, perHour: 10_000 },
  started: { perMinute: 1_000, perHour: 10_000 },
  typing: () => 0,
}

/** Waits of milliseconds instead of seconds. */
export const quickTiming: Timing = {
  lookEvery: 50,
  heartbeatEvery: 100,
  sweepEvery: 3_600_000,
  answerWithin: 2_000,
  openWithin: 20_000,
  wakeAfter: 500,
  readyWithin: 3_000,
  pairingPatience: 60_000,
  takeOverAfter: 50,
  sendWithin: 2_000,
  fileAgainAfter: 20,
  fileWithin: 2_000,
  firstWait: 50,
  longestWait: 200,
  freshFor: 3_600_000,
}

/** One number on one machine: the stand-in and a profile folder that outlive the channels on them. */
export class House {
  readonly server: WhatsAppWebServer
  readonly folder = mkdtempSync(join(tmpdir(), 'kentongan-wa-'))
  readonly codes: string[] = []
  readonly #channels: WhatsAppWebChannel[] = []

  constructor(server: WhatsAppWebServer) {
    this.server = server
  }

  static async open(): Promise<House> {
    return new House(await new WhatsAppWebServer().start())
  }

  channel(more: Partial<WhatsAppWebSettings> = {}): WhatsAppWebChannel {
    const channel = new WhatsAppWebChannel({
      folder: this.folder,
      chromiumArgs: this.server.chromiumArgs,
      readFile: readStored,
      logger: silentLogger,
      pace: noPace,
      timing: quickTiming,
      onPairing: (code) => this.codes.push(code),
      ...more,
    })
    this.#channels.push(channel)
    return channel
  }

  /** Pairs as a person does, when asked to, and waits until messages come in. */
  async ready(channel: WhatsAppWebChannel): Promise<void> {
    await until(() => channel.state().state === 'running' || channel.state().pairing !== undefined, channel)
    const { pairing } = channel.state()
    if (pairing) this.server.scan(pairing.code)
    await until(() => channel.state().state === 'running', channel)
  }

  /** The process of the browser that has the profile open. `SingletonLock` is a link to `<host>-<pid>`. */
  get browserPid(): number {
    return Number(
      readlinkSync(join(this.folder, 'session-bot', 'SingletonLock'))
        .split('-')
        .at(-1),
    )
  }

  /** As when the machine is short of memory; what is written meanwhile is announced to nobody. */
  killBrowser(): void {
    process.kill(this.browserPid, 'SIGKILL')
    this.server.hangUp()
  }

  async close(): Promise<void> {
    for (const channel of this.#channels) await channel.stop()
    await this.server.stop()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 4 })
  }
}

export async function until(isSo: () => boolean, about?: WhatsAppWebChannel, timeout = 15_000): Promise<void> {
  await vi.waitFor(() => expect(isSo(), JSON.stringify(about?.state())).toBe(true), { timeout, interval: 10 })
}

/**
 * A channel that is really started, with its browser, before the first row and goes on from row to row: a browser takes
 * a second, and there are forty rows. After a stop nothing is taken in; the browser is stopped when somebody opens the
 * next channel, and at once where a message is on its way out.
 */
class WarmChannel implements Channel {
  readonly name = 'whatsapp-web'
  readonly capabilities
  readonly #house: House
  #channel: WhatsAppWebChannel
  #accept: Accept | undefined
  #sending = 0
  #isStarted = false

  constructor(house: House) {
    this.#house = house
    this.#channel = house.channel()
    this.capabilities = this.#channel.capabilities
  }

  async start(accept: Accept): Promise<void> {
    this.#accept = accept
    if (this.#isStarted) return
    this.#isStarted = true
    await this.#channel.start((messages) => this.#accept!(messages))
    await this.#house.ready(this.#channel)
  }

  async stop(): Promise<void> {
    this.#accept = () => Promise.reject(new Error('stopped'))
    if (this.#sending > 0) await this.stopNow()
  }

  async stopNow(): Promise<void> {
    await this.#channel.stop()
    this.#channel = this.#house.channel()
    this.#isStarted = false
  }

  async send(to: Recipient, message: OutboundMessage, now: number, dispatch?: Dispatch) {
    this.#sending += 1
    return await this.#channel.send(to, message, now, dispatch).finally(() => {
      this.#sending -= 1
    })
  }

  openFile(file: Parameters<Channel['openFile']>[0]) {
    return this.#channel.openFile(file)
  }

  state() {
    return this.#channel.state()
  }
}

/** Maya, an invented village head, on WhatsApp; her phone shows no number to others, only to us. */
export function contractStages(): { readonly open: () => Promise<Stage>; readonly close: () => Promise<void> } {
  let house: House | undefined
  let channel: WarmChannel | undefined
  return {
    open: async () => {
      house ??= await House.open()
      channel ??= new WarmChannel(house)
      const stage = stageIn(house, channel)
      // what the last row said is marked as read a moment after it was taken in, and would else be found again
      const { server } = house
      await until(() => server.unread(stage.to.chatId) === 0)
      return stage
    },
    close: async () => {
      await house?.close()
      expect(house?.server.complaints ?? []).toEqual([])
    },
  }
}

function stageIn(house: House, channel: WarmChannel): Stage {
  const { server } = house
  const maya = server.person('6281200000001@c.us', { lid: '170000000000001@lid', name: 'Maya' })
  const before = maya.received.length
  let next: Channel | undefined
  const doing =
    <Args extends unknown[]>(act: (...args: Args) => unknown) =>
    async (...args: Args) => {
      act(...args)
    }
  return {
    channel,
    to: { userId: maya.writesFrom, chatId: maya.writesFrom },
    say: doing((text: string) => maya.say(text)),
    sendPhoto: doing((bytes: Uint8Array, caption: string) =>
      maya.sendFile('image', bytes, { mime: 'image/png', caption }),
    ),
    sendDocument: doing((bytes: Uint8Array, name: string, mime: string) =>
      maya.sendFile('document', bytes, { mime, name }),
    ),
    sendVoice: doing((bytes: Uint8Array, seconds: number) =>
      maya.sendFile('ptt', bytes, { mime: 'audio/ogg; codecs=opus', duration: String(seconds) }),
    ),
    sendLocation: doing((lat: number, lng: number) => maya.send('location', { lat, lng, loc: 'Balai desa' })),
    shareContact: doing((phone: string) => {
      const waid = phone.slice(1)
      const body = `BEGIN:VCARD\nVERSION:3.0\nFN:Maya\nTEL;type=CELL;type=VOICE;waid=${waid}:${phone}\nEND:VCARD`
      maya.send('vcard', { body })
    }),
    sendOddity: doing(() => maya.send('sticker')),
    edit: doing((text: string) => maya.edit(text)),
    sayTwice: doing((text: string) => {
      maya.say(text)
      maya.repeat()
    }),
    swap: doing((first: string, second: string) => {
      const at = server.now()
      maya.say(second, at + 1)
      maya.say(first, at)
    }),
    outage: { begin: doing(() => server.goAway()), end: doing(() => server.comeBack()) },
    login: {
      end: async () => {
        server.logOut()
        await until(() => channel.state().state !== 'running')
      },
      renew: async () => {
        await until(() => channel.state().pairing !== undefined)
        server.scan(channel.state().pairing!.code)
      },
    },
    redelivers: true,
    keepsWhileDown: true,
    tell: doing((status: 'delivered' | 'read' | 'failed') => {
      server.ack(maya.received.at(-1)!, { failed: -1, delivered: 2, read: 3 }[status])
    }),
    takesFiles: true,
    refusesEdits: true,
    ailments: {
      'server error': () => server.failNext('refused'),
      silence: () => server.failNext('lost on the way'),
      'lost answer': () => server.failNext('answer lost'),
    },
    shown: async () =>
      maya.received.slice(before).map(({ body, caption, media }) => {
        const bytes = media && server.media.get(media.hash)
        return { text: caption ?? body, buttons: [], ...(bytes ? { file: { bytes: new Uint8Array(bytes) } } : {}) }
      }),
    reopen: async () => {
      await channel.stopNow()
      next = startingReady(house)
      return next
    },
    close: async () => {
      await next?.stop()
    },
  }
}

/** Its start takes as long as its browser does, for rows that send right after it. */
function startingReady(house: House): Channel {
  const channel = house.channel()
  const start = channel.start.bind(channel)
  return Object.assign(channel, {
    start: async (accept: Accept) => {
      await start(accept)
      await house.ready(channel)
    },
  })
}
