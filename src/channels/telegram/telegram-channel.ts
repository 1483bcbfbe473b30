import { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { type Clock, systemClock } from '../../lib/clock.ts'
import type { Logger } from '../../lib/logger.ts'
import { capabilities } from '../../messages/capabilities.ts'
import type { FileRef, InboundMessage } from '../../messages/inbound.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import type { Accept, Channel, ChannelState, Recipient, SendOutcome } from '../channel.ts'
import { type Pace, pause, Trouble, usualPace } from '../trouble.ts'
import { cancelledBy } from './cancel.ts'
import { setCommands } from './commands.ts'
import { describe } from './describe.ts'
import { openTelegramFile } from './files.ts'
import { floodWait } from './outcomes.ts'
import { parseUpdate } from './parse.ts'
import { allowedUpdates, poll } from './poll.ts'
import type { RequestLabels } from './render.ts'
import { Sender } from './send.ts'
import { createWebhook } from './webhook.ts'

export interface TelegramSettings {
  readonly token: string
  /** Bot API server; a trailing slash is ignored. */
  readonly apiRoot?: string
  /** Given: Telegram posts to this address (https) and `handleWebhook` answers. Else the channel polls. */
  readonly webhook?: { readonly url: string; readonly secret: string }
  /** The bytes of a stored attachment, by hash. */
  readonly readFile: (hash: string) => Promise<Uint8Array>
  readonly logger: Logger
  readonly clock?: Clock
  readonly requestLabels?: RequestLabels
  /** Seconds that Telegram holds an idle poll open (at most 50). */
  readonly pollSeconds?: number
  /** When a send gives up, ms. */
  readonly sendTimeoutMs?: number
  readonly pace?: Pace
}

const officialRoot = 'https://api.telegram.org'
const defaultLabels: RequestLabels = { contact: 'Kirim nomor HP saya', location: 'Kirim lokasi saya' }

/** For fetching one file of up to 20 MB, ms. */
const fileTimeout = 60_000

/** Longest that `start` waits to learn the bot's name before it lets the service go on without it, ms. */
const introduction = 2000

/** Telegram over its Bot API, by long polling or webhook. grammY is the typed client; the loop is ours (`poll.ts`). */
export class TelegramChannel implements Channel {
  readonly name = 'telegram'
  readonly capabilities = capabilities.telegram
  /** Answers Telegram's POST to the webhook address. */
  readonly handleWebhook: (request: Request) => Promise<Response>

  readonly #settings: TelegramSettings
  readonly #apiRoot: string
  readonly #pace: Pace
  readonly #clock: Clock
  readonly #api: Api
  readonly #sender: Sender
  #trouble: Trouble
  #me: UserFromGetMe | undefined
  #accept: Accept | undefined
  #stopping = new AbortController()
  #receiving: Promise<void> = Promise.resolve()
  readonly #accepting = new Set<Promise<void>>()
  #lastReceivedAt: number | undefined

  constructor(settings: TelegramSettings) {
    const { token, logger, readFile, sendTimeoutMs = 35_000, pollSeconds = 25 } = settings
    this.#settings = settings
    this.#apiRoot = (settings.apiRoot ?? officialRoot).replace(/\/+$/, '')
    this.#pace = settings.pace ?? usualPace
    this.#clock = settings.clock ?? systemClock
    // over the longest poll, so that only a dead connection meets it
    this.#api = new Api(token, { apiRoot: this.#apiRoot, timeoutSeconds: Math.max(60, pollSeconds + 15) })
    this.#trouble = new Trouble('Telegram', logger, this.#pace)
    this.#sender = new Sender({
      api: this.#api,
      readFile,
      logger,
      hide: (text) => text.replaceAll(token, '…'),
      labels: settings.requestLabels ?? defaultLabels,
      timeoutMs: sendTimeoutMs,
    })
    this.handleWebhook = createWebhook({
      secret: settings.webhook?.secret,
      parse: (update) => this.#parse(update),
      accept: () => this.#accept,
      logger,
    })
  }

  async start(accept: Accept): Promise<void> {
    this.#stopping = new AbortController()
    this.#trouble = new Trouble('Telegram', this.#settings.logger, this.#pace)
    this.#accept = async (messages) => {
      const accepting = accept(messages)
      this.#accepting.add(accepting)
      try {
        await accepting
        this.#lastReceivedAt = this.#clock.now()
      } finally {
        this.#accepting.delete(accepting)
      }
    }
    const { signal } = this.#stopping
    const introduced = this.#introduce(signal)
    this.#receiving = introduced.then(() => this.#receive(signal))
    await Promise.race([introduced, pause(introduction, signal)])
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#accept = undefined
    await this.#receiving
    await Promise.allSettled(this.#accepting)
    await this.#sender.settle()
    this.#trouble.stopped()
  }

  send(to: Recipient, message: OutboundMessage, now: number): Promise<SendOutcome> {
    return this.#sender.send(to, message, now)
  }

  openFile(file: FileRef) {
    const { token } = this.#settings
    return openTelegramFile({ api: this.#api, apiRoot: this.#apiRoot, token, timeoutMs: fileTimeout }, file)
  }

  state(): ChannelState {
    const at = this.#lastReceivedAt
    return at === undefined ? this.#trouble.state : { ...this.#trouble.state, lastReceivedAt: at }
  }

  /** `https://t.me/<bot>?start=<code>`; the payload may be 1–64 of A–Z a–z 0–9 _ - (core.telegram.org, deep linking). */
  inviteLink(code: string): string | undefined {
    const username = this.#me?.username
    return username && /^[\w-]{1,64}$/.test(code) ? `https://t.me/${username}?start=${code}` : undefined
  }

  #parse(update: unknown): InboundMessage[] {
    return parseUpdate(update, { ...(this.#me ? { bot: this.#me } : {}), receivedAt: this.#clock.now() })
  }

  /** Learns who we are: without the name, a group's commands and mentions cannot be told from other bots'. */
  async #introduce(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.#me) {
      try {
        this.#me = await this.#api.getMe(cancelledBy(signal))
      } catch (error) {
        if (signal.aborted) return
        await pause(this.#trouble.begin(describe(error), floodWait(error)), signal)
      }
    }
  }

  async #receive(signal: AbortSignal): Promise<void> {
    const { logger, webhook, pollSeconds = 25 } = this.#settings
    if (signal.aborted || !this.#accept) return
    setCommands(this.#api, signal).catch((error: unknown) => {
      logger.debug({ reason: describe(error) }, 'the command menu was not set')
    })
    if (webhook) return await this.#announce(webhook, signal)
    await poll({
      api: this.#api,
      parse: (update) => this.#parse(update),
      accept: this.#accept,
      logger,
      pace: this.#pace,
      trouble: this.#trouble,
      pollSeconds,
      signal,
    })
  }

  /** Tells Telegram where to post. It stays set when we stop: Telegram keeps what comes for up to 24 hours. */
  async #announce(webhook: { url: string; secret: string }, signal: AbortSignal): Promise<void> {
    const { url, secret } = webhook
    while (!signal.aborted) {
      try {
        await this.#api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates }, cancelledBy(signal))
        this.#trouble.over()
        await this.#lookAfter(url, signal)
      } catch (error) {
        if (signal.aborted) return
        await pause(this.#trouble.begin(describe(error), floodWait(error)), signal)
      }
    }
  }

  /** Returns when the webhook is no longer ours. Telegram keeps to itself that it cannot reach us, unless asked. */
  async #lookAfter(url: string, signal: AbortSignal): Promise<void> {
    const { checkEvery } = this.#pace
    while (true) {
      await pause(checkEvery, signal)
      if (signal.aborted) return
      const info = await this.#api.getWebhookInfo(cancelledBy(signal)).catch((error: unknown) => {
        if (!signal.aborted) this.#trouble.begin(describe(error))
      })
      if (!info) continue
      if (info.url !== url) return
      // the last millisecond of the second that Telegram names
      const failedAt = (info.last_error_date ?? 0) * 1000 + 999
      const isFailing = info.pending_update_count > 0 && failedAt > this.#clock.now() - 2 * checkEvery
      if (isFailing) this.#trouble.begin('Telegram cannot deliver to our webhook: check PUBLIC_URL and its certificate')
      else this.#trouble.over()
    }
  }
}
