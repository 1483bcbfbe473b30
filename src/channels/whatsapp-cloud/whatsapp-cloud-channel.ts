import { type Clock, systemClock } from '../../lib/clock.ts'
import type { Logger } from '../../lib/logger.ts'
import { capabilities } from '../../messages/capabilities.ts'
import type { FileRef, InboundMessage } from '../../messages/inbound.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import type { Accept, Channel, ChannelState, Dispatch, Recipient, SendOutcome } from '../channel.ts'
import { kindOf, pause, Trouble, usualPace, type Pace as WaitPace } from '../trouble.ts'
import { officialRoot } from './ask-number.ts'
import { openCloudFile } from './files.ts'
import { Graph, graphVersion } from './graph.ts'
import { describe } from './outcomes.ts'
import type { PaceSettings } from './pace.ts'
import { parseWebhook } from './parse.ts'
import type { CloudLabels } from './render.ts'
import { canSendFreeForm, Sender } from './send.ts'
import { createWebhook } from './webhook.ts'

export interface WhatsAppCloudSettings {
  readonly token: string
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly verifyToken: string
  /** Graph API server; a trailing slash is ignored. */
  readonly apiRoot?: string
  readonly version?: string
  /** The bytes of a stored attachment, by hash. */
  readonly readFile: (hash: string) => Promise<Uint8Array>
  readonly logger: Logger
  readonly clock?: Clock
  readonly labels?: CloudLabels
  /** When a send gives up, ms. */
  readonly sendTimeoutMs?: number
  readonly limits?: PaceSettings
  readonly pace?: WaitPace
}

const defaultLabels: CloudLabels = { openList: 'Pilih', askLocation: 'Mohon kirim lokasinya.' }

/** For fetching one file of up to 20 MB, and for a call that only asks, ms. */
const fileTimeout = 60_000
const askTimeout = 10_000

/** Longest that `start` waits to learn the number before it lets the service go on without it, ms. */
const introduction = 2000

/** Blue ticks at once; more than that wait for their answer. */
const maxCourtesies = 4

/** The official WhatsApp Business channel: Meta calls our webhook, we call its Graph API. */
export class WhatsAppCloudChannel implements Channel {
  readonly name = 'whatsapp-cloud'
  readonly capabilities = capabilities['whatsapp-cloud']
  readonly canSendFreeForm = canSendFreeForm
  /** Answers Meta's GET and POST at the webhook address. */
  readonly handleWebhook: (request: Request) => Promise<Response>

  readonly #settings: WhatsAppCloudSettings
  readonly #apiRoot: string
  readonly #pace: WaitPace
  readonly #clock: Clock
  readonly #graph: Graph
  readonly #trouble: Trouble
  readonly #sender: Sender
  #number: string | undefined
  #accept: Accept | undefined
  #stopping = new AbortController()
  #looking: Promise<void> = Promise.resolve()
  readonly #accepting = new Set<Promise<void>>()
  readonly #courtesies = new Set<Promise<void>>()
  #lastReceivedAt: number | undefined

  constructor(settings: WhatsAppCloudSettings) {
    const { token, phoneNumberId, appSecret, verifyToken, logger } = settings
    this.#settings = settings
    this.#apiRoot = (settings.apiRoot ?? officialRoot).replace(/\/+$/, '')
    this.#pace = settings.pace ?? usualPace
    this.#clock = settings.clock ?? systemClock
    this.#graph = new Graph({ apiRoot: this.#apiRoot, version: settings.version ?? graphVersion, phoneNumberId, token })
    this.#trouble = new Trouble('WhatsApp', logger, this.#pace)
    this.#sender = this.#newSender()
    this.handleWebhook = createWebhook({
      appSecret,
      verifyToken,
      parse: (body) => parseWebhook(body, { phoneNumberId, receivedAt: this.#clock.now() }),
      accept: () => this.#accept,
      logger,
    })
  }

  async start(accept: Accept): Promise<void> {
    this.#stopping = new AbortController()
    this.#accept = (messages) => this.#take(accept, messages)
    const { signal } = this.#stopping
    const first = this.#look(signal)
    this.#looking = first.then((wait) => this.#lookAfter(wait, signal))
    await Promise.race([first, pause(introduction, signal)])
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#accept = undefined
    await this.#looking
    await Promise.allSettled(this.#accepting)
    await Promise.allSettled(this.#courtesies)
    this.#trouble.stopped()
  }

  send(to: Recipient, message: OutboundMessage, now: number, dispatch?: Dispatch): Promise<SendOutcome> {
    return this.#sender.send(to, message, now, dispatch)
  }

  openFile(file: FileRef) {
    return openCloudFile({ graph: this.#graph, apiRoot: this.#apiRoot, timeoutMs: fileTimeout }, file)
  }

  state(): ChannelState {
    const at = this.#lastReceivedAt
    return at === undefined ? this.#trouble.state : { ...this.#trouble.state, lastReceivedAt: at }
  }

  /** Opens the chat with the code typed in already (faq.whatsapp.com, "How to use click to chat"). */
  inviteLink(code: string): string | undefined {
    const digits = this.#number?.replace(/\D/g, '')
    return digits && /^[\w-]{1,64}$/.test(code)
      ? `https://wa.me/${digits}?text=${encodeURIComponent(`/start ${code}`)}`
      : undefined
  }

  async #take(accept: Accept, messages: readonly InboundMessage[]): Promise<void> {
    const accepting = accept(messages)
    this.#accepting.add(accepting)
    try {
      await accepting
    } finally {
      this.#accepting.delete(accepting)
    }
    const written = messages.filter(({ content }) => content.kind !== 'delivery')
    if (written.length === 0) return
    this.#lastReceivedAt = this.#clock.now()
    for (const { externalId } of written) this.#markRead(externalId)
  }

  /** Only pleases the eye: never waited for, and left out when many write at once. */
  #markRead(messageId: string): void {
    if (this.#courtesies.size >= maxCourtesies) return
    const signal = AbortSignal.any([AbortSignal.timeout(askTimeout), this.#stopping.signal])
    const done = this.#graph
      .markRead(messageId, signal)
      .catch((error: unknown) =>
        this.#settings.logger.debug({ kind: kindOf(error) }, 'a message was not marked as read'),
      )
      .finally(() => this.#courtesies.delete(done))
    this.#courtesies.add(done)
  }

  /** Asks Meta who we are: tells whether it is there and takes our token. Returns how long to wait before the next time. */
  async #look(signal: AbortSignal): Promise<number> {
    try {
      const number = await this.#graph.readNumber(AbortSignal.any([signal, AbortSignal.timeout(askTimeout)]))
      this.#number = number.display_phone_number ?? this.#number
      if (!signal.aborted) this.#trouble.over()
      return this.#pace.checkEvery
    } catch (error) {
      return signal.aborted ? 0 : this.#trouble.begin(describe(error))
    }
  }

  async #lookAfter(firstWait: number, signal: AbortSignal): Promise<void> {
    let wait = firstWait
    while (!signal.aborted) {
      await pause(wait, signal)
      if (!signal.aborted) wait = await this.#look(signal)
    }
  }

  #newSender(): Sender {
    const { token, readFile, logger, labels = defaultLabels, sendTimeoutMs = 35_000, limits } = this.#settings
    return new Sender({
      graph: this.#graph,
      readFile,
      logger,
      hide: (text) => text.replaceAll(token, '…'),
      labels,
      timeoutMs: sendTimeoutMs,
      ...(limits && { pace: limits }),
      onAccess: (error) => void this.#trouble.begin(describe(error)),
    })
  }
}
