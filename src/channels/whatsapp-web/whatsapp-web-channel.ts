import { join } from 'node:path'
import { type Clock, systemClock } from '../../lib/clock.ts'
import type { Logger } from '../../lib/logger.ts'
import { capabilities } from '../../messages/capabilities.ts'
import type { FileRef } from '../../messages/inbound.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import type { Accept, Channel, ChannelState, Dispatch, Recipient, SendOutcome } from '../channel.ts'
import { chromiumMissing, findChromium } from './chromium.ts'
import { Files } from './files.ts'
import { guardAgainstForgotten } from './guard.ts'
import { Identities } from './identities.ts'
import { Intake } from './intake.ts'
import { type Client, type Library, loadLibrary } from './library.ts'
import { type Ending, Life, type Listener } from './life.ts'
import { firstLine } from './outcomes.ts'
import { type Pace, Pacer, usualPace } from './pace.ts'
import { Profile } from './profile.ts'
import { Reception } from './reception.ts'
import { Sender } from './send.ts'
import { Standing } from './standing.ts'
import { pause, type Timing, usualTiming, within } from './timing.ts'

export interface WhatsAppWebSettings {
  /** Private folder for the browser's profile and what we keep beside it. */
  readonly folder: string
  /** Path of the browser; the machine's own when not given. */
  readonly chromium?: string
  readonly chromiumArgs?: readonly string[]
  /** The bytes of a stored attachment, by hash. */
  readonly readFile: (hash: string) => Promise<Uint8Array>
  readonly logger: Logger
  readonly clock?: Clock
  /** Called with each QR code, to show it where the service was started. */
  readonly onPairing?: (code: string) => void
  /** Bytes; a browser that takes more is replaced, at once when it takes half as much again. */
  readonly maxMemory?: number
  readonly pace?: Pace
  readonly timing?: Timing
}

const usualMemory = 1_000 * 1024 * 1024

/** A browser may be replaced when nobody wrote or was written to for so long, ms. */
const quietFor = 5 * 60_000

/** For what is being sent when the service stops, ms: whoever stops us does not wait much longer. */
const lastSendWithin = 3_000

const notes = {
  scan: 'WhatsApp waits for a phone: scan the QR code in the console (/whatsapp), in the terminal or in "kentongan doctor"',
  loggedOut: 'WhatsApp has logged the number out: scan the new QR code in the console (/whatsapp)',
  unscanned: 'Nobody scanned the QR code: ask for a new one in the console (/whatsapp), or restart the service',
  opening: 'WhatsApp Web is being opened',
  conflict: 'The number is open in another WhatsApp Web: taking it back',
  cutOff: 'WhatsApp Web has no connection to WhatsApp: check the network',
} as const

/**
 * WhatsApp over the page that people use on a computer: any number, paired by a QR code. The page runs in a browser of
 * its own that is started, watched and replaced here; the service goes on without it.
 */
export class WhatsAppWebChannel implements Channel {
  readonly name = 'whatsapp-web'
  readonly capabilities = capabilities['whatsapp-web']
  readonly isOptional = true

  readonly #settings: WhatsAppWebSettings
  readonly #timing: Timing
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #profile: Profile
  readonly #standing: Standing
  readonly #pacer: Pacer
  readonly #sender: Sender
  #files: Files
  #intake: Intake | undefined
  #identities: Identities | undefined
  #library: Library | undefined
  #life: Life | undefined
  #stopping = new AbortController()
  #asked = Promise.withResolvers<void>()
  #living: Promise<void> = Promise.resolve()
  #lastTrafficAt = 0
  #lastReceivedAt: number | undefined

  constructor(settings: WhatsAppWebSettings) {
    const { pace = usualPace, timing = usualTiming, clock = systemClock, logger, readFile, folder } = settings
    this.#settings = settings
    this.#timing = timing
    this.#clock = clock
    this.#logger = logger
    this.#profile = new Profile(folder)
    this.#standing = new Standing(folder, clock, logger)
    this.#pacer = new Pacer(pace)
    this.#sender = new Sender({ pacer: this.#pacer, pace, timing, readFile, logger })
    this.#files = new Files(() => this.#life?.client, timing, this.#stopping.signal)
  }

  /** Resolves at once: a browser takes its time, and the service does not wait for it. */
  async start(accept: Accept): Promise<void> {
    this.#stopping = new AbortController()
    const { signal } = this.#stopping
    this.#files = new Files(() => this.#life?.client, this.#timing, signal)
    this.#intake = new Intake(accept, this.#logger, signal)
    this.#standing.tell({ state: 'starting', note: notes.opening })
    this.#living = this.#live(this.#intake, signal)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    // what is being committed and what is being sent needs its browser a moment longer
    if (this.#life?.client) await this.#intake?.settled()
    await within(lastSendWithin, this.#sender.settled()).catch(() => undefined)
    this.#life?.end({ kind: 'stopped' })
    await this.#living
    await this.#intake?.settled()
    this.#standing.tell({ state: 'stopped' })
  }

  async send(to: Recipient, message: OutboundMessage, now: number, dispatch?: Dispatch): Promise<SendOutcome> {
    const life = this.#life
    if (!life?.client || !this.#library || this.#standing.state.state !== 'running')
      return {
        kind: 'retry',
        at: now + this.#timing.firstWait,
        reason: 'WhatsApp Web is away',
        wholeChannel: true,
        untried: true,
      }
    this.#lastTrafficAt = this.#clock.now()
    const line = {
      client: life.client,
      library: this.#library,
      signal: life.signal,
      broke: (reason: string) => life.end({ kind: 'lost', reason }),
    }
    return await this.#sender.send(line, to, message, now, dispatch)
  }

  openFile(file: FileRef) {
    return this.#files.open(file)
  }

  state(): ChannelState {
    const at = this.#lastReceivedAt
    return at === undefined ? this.#standing.state : { ...this.#standing.state, lastReceivedAt: at }
  }

  /** Tries again now, with a new browser. */
  reconnect(): void {
    this.#life?.end({ kind: 'refreshed', reason: 'somebody asked for it' })
    this.#asked.resolve()
  }

  /** One browser after the other, until stopped. */
  async #live(intake: Intake, signal: AbortSignal): Promise<void> {
    const unguard = guardAgainstForgotten((what) => {
      this.#logger.warn({ reason: what }, 'a call of whatsapp-web.js failed unheard')
    })
    let failures = 0
    while (!signal.aborted) {
      this.#asked = Promise.withResolvers()
      const { ending, wasReady } = await this.#liveOnce(intake, signal).catch((error: unknown) => ({
        ending: { kind: 'lost', reason: firstLine(error) } as Ending,
        wasReady: false,
      }))
      if (signal.aborted) break
      failures = wasReady ? 0 : failures + 1
      this.#standing.tell({ ...stateAfter(ending) })
      await Promise.race([pause(this.#waitAfter(ending, failures), signal), this.#asked.promise])
    }
    this.#profile.release()
    unguard()
  }

  async #liveOnce(intake: Intake, signal: AbortSignal): Promise<{ ending: Ending; wasReady: boolean }> {
    const { folder, chromium: named, chromiumArgs = [], maxMemory = usualMemory } = this.#settings
    const chromium = findChromium(named)
    if (chromium === undefined) return { ending: { kind: 'lost', reason: chromiumMissing(named) }, wasReady: false }
    this.#profile.take()
    this.#profile.clear()
    this.#identities ??= new Identities(join(folder, 'identities.json'))
    this.#library ??= await loadLibrary()
    const parts = { library: this.#library, folder, timing: this.#timing, clock: this.#clock, logger: this.#logger }
    const reception = new Reception({
      ...parts,
      intake,
      identities: this.#identities,
      heard: (chatId) => {
        this.#lastReceivedAt = this.#lastTrafficAt = this.#clock.now()
        this.#pacer.heard(chatId, this.#clock.now())
      },
    })
    let wasReady = false
    const listener = this.#listener(reception, () => {
      wasReady = true
    })
    const isQuiet = () => this.#clock.now() - this.#lastTrafficAt > quietFor
    const life = new Life({ ...parts, chromium, chromiumArgs, maxMemory, isQuiet }, listener)
    this.#life = life
    if (signal.aborted) life.end({ kind: 'stopped' })
    try {
      const ending = await life.run()
      if (ending.kind === 'logged out') this.#profile.forget()
      return { ending, wasReady }
    } finally {
      reception.open(undefined)
      this.#life = undefined
    }
  }

  /** Whatever the page says as often as it likes, the channel changes only where something has changed. */
  #listener(reception: Reception, onReady: () => void): Listener {
    let client: Client | undefined
    let isConnected = false
    let sweptAt = performance.now()
    return {
      pairing: (code) => {
        if (client) return
        this.#standing.tell({ state: 'degraded', note: notes.scan, pairing: { code, at: this.#clock.now() } })
        this.#settings.onPairing?.(code)
      },
      authenticated: () => {
        if (!client) this.#standing.tell({ state: 'starting', note: notes.opening })
      },
      ready: (now) => {
        onReady()
        if (client) reception.catchUp(now)
        else reception.open(now)
        client = now
        isConnected = true
        this.#standing.tell({ state: 'running' })
        void this.#noteVersions(now)
      },
      connection: (state) => {
        if (!client) return
        const wasConnected = isConnected
        isConnected = state === 'CONNECTED'
        if (!isConnected) {
          const note = state === 'CONFLICT' ? notes.conflict : notes.cutOff
          return this.#standing.tell({ state: 'degraded', note })
        }
        this.#standing.tell({ state: 'running' })
        const isTime = performance.now() - sweptAt > this.#timing.sweepEvery
        if (wasConnected && !isTime) return
        // what came during a gap is announced no more than what came before the start
        sweptAt = performance.now()
        reception.catchUp(client)
      },
      message: (message) => client && reception.message(client, message),
      edited: (message, text) => client && reception.edited(client, message, text),
      unreadable: (message) => client && reception.unreadable(client, message),
      acked: (message, ack) => reception.acked(message, ack),
    }
  }

  async #noteVersions(client: Client): Promise<void> {
    const page = await within(this.#timing.answerWithin, client.getWWebVersion()).catch(() => 'unknown')
    this.#standing.noteVersions({ library: this.#library?.version ?? 'unknown', page })
  }

  /** ms until the next browser. Grows while nothing helps; a person who asks is not kept waiting. */
  #waitAfter(ending: Ending, failures: number): number {
    const { firstWait, longestWait } = this.#timing
    if (ending.kind === 'unscanned') return Number.MAX_SAFE_INTEGER
    // the first browser after a logout shows the code to scan; one that is not scanned ends as "unscanned"
    if (ending.kind !== 'lost' || failures === 0) return ending.kind === 'refreshed' ? 0 : firstWait
    return Math.min(firstWait * 2 ** (failures - 1), longestWait)
  }
}

function stateAfter(ending: Ending): ChannelState {
  switch (ending.kind) {
    case 'lost':
      return { state: 'degraded', note: `WhatsApp Web is started anew: ${ending.reason}` }
    case 'logged out':
      return { state: 'degraded', note: notes.loggedOut }
    case 'unscanned':
      return { state: 'degraded', note: notes.unscanned }
    case 'refreshed':
    case 'stopped':
      return { state: 'starting', note: notes.opening }
  }
}
