import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { findChromium } from '../../src/channels/whatsapp-web/chromium.ts'
import type { Pace } from '../../src/channels/whatsapp-web/pace.ts'
import type { Timing } from '../../src/channels/whatsapp-web/timing.ts'
import { WhatsAppWebChannel, type WhatsAppWebSettings } from '../../src/channels/whatsapp-web/whatsapp-web-channel.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { WhatsAppWebServer } from '../support/whatsapp-web-server/whatsapp-web-server.ts'
import { Inbox, readStored, type Stage } from './contract.ts'

/** A real browser, where there is one: elsewhere one line says so. */
export const chromium = findChromium(undefined)
const hasOpenssl = (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'openssl')))
const missing = chromium === undefined ? 'chromium' : hasOpenssl ? undefined : 'openssl'
export const canRun = missing === undefined
if (missing !== undefined && process.env['TEST_REQUIRES_BROWSER'])
  throw new Error(`TEST_REQUIRES_BROWSER is set and there is no ${missing}: apt-get install ${missing}`)
if (missing !== undefined)
  process.stderr.write(`tests/channels/whatsapp-web: no ${missing} here, not run (Debian: apt-get install ${missing})\n`)

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

  async close(): Promise<void> {
    for (const channel of this.#channels) await channel.stop()
    await this.server.stop()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 4 })
  }
}

export async function until(isSo: () => boolean, about?: WhatsAppWebChannel): Promise<void> {
  await vi.waitFor(() => expect(isSo(), JSON.stringify(about?.state())).toBe(true), { timeout: 15_000, interval: 10 })
}
