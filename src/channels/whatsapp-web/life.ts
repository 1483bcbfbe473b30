import type { Client as ClientClass } from 'whatsapp-web.js'
import type { Clock } from '../../lib/clock.ts'
import { HOUR } from '../../lib/local-time.ts'
import type { Logger } from '../../lib/logger.ts'
import { chromiumArguments, memoryOf } from './chromium.ts'
import type { Client, Library, Message } from './library.ts'
import { firstLine } from './outcomes.ts'
import { refreshQr, wakeWhenSynced } from './page.ts'
import { sessionName } from './profile.ts'
import { pause, quietHourUtc, type Timing, TooLate, within } from './timing.ts'

/** How the life of one browser ended. */
export type Ending =
  | { readonly kind: 'stopped' }
  /** We ended it to have a fresh one. */
  | { readonly kind: 'refreshed'; readonly reason: string }
  /** The phone or WhatsApp ended the login: only a new scan helps. */
  | { readonly kind: 'logged out' }
  | { readonly kind: 'unscanned' }
  | { readonly kind: 'lost'; readonly reason: string }

/** What the life tells. Each may come more than once. */
export interface Listener {
  pairing(code: string): void
  /** The phone was scanned, or the login of last time still holds. */
  authenticated(): void
  /** Messages come in from now on. */
  ready(client: Client): void
  /** What lies between the page and WhatsApp's servers: `CONNECTED`, or what is wrong. */
  connection(state: string): void
  message(message: Message): void
  edited(message: Message, text: string): void
  unreadable(message: Message): void
  acked(message: Message, ack: number): void
}

export interface LifeSettings {
  readonly library: Library
  readonly chromium: string
  readonly chromiumArgs: readonly string[]
  readonly folder: string
  readonly timing: Timing
  readonly clock: Clock
  readonly logger: Logger
  readonly maxMemory: number
  /** True when nobody is being talked with: a good moment for a fresh browser. */
  readonly isQuiet: () => boolean
}

/** Looks that the page may leave unanswered, one after the other. */
const patience = 2

/** For a browser to close by itself, and then to be gone, ms. */
const closeWithin = 5_000

/**
 * One browser and the library's client in it, from launch to its end, whatever ends it. The library tells little of
 * that: a browser that is killed gives no event, "ready" can stay away or come four times, a QR code stops being
 * refreshed. So everything is looked at from outside as well, and the first sign of an end is the end.
 */
export class Life {
  readonly #settings: LifeSettings
  readonly #listener: Listener
  readonly #client: Client
  readonly #over = new AbortController()
  readonly #ending = Promise.withResolvers<Ending>()
  #startedAt = performance.now()
  #isReady = false
  #isAuthenticated = false
  #pairingSince: number | undefined

  constructor(settings: LifeSettings, listener: Listener) {
    this.#settings = settings
    this.#listener = listener
    this.#client = makeClient(settings, {
      opened: () => this.#watchBrowser(),
      failed: (error) => this.end({ kind: 'lost', reason: firstLine(error) }),
    })
    this.#listen()
  }

  /** Set while messages can go out. */
  get client(): Client | undefined {
    return this.#isReady && !this.#over.signal.aborted ? this.#client : undefined
  }

  get signal(): AbortSignal {
    return this.#over.signal
  }

  /** Resolves when the browser is closed. */
  async run(): Promise<Ending> {
    this.#startedAt = performance.now()
    this.#client.initialize().catch((error: unknown) => this.end({ kind: 'lost', reason: firstLine(error) }))
    const watching = this.#watch()
    const ending = await this.#ending.promise
    await watching
    await this.#close()
    return ending
  }

  /** The first ending counts. */
  end(ending: Ending): void {
    this.#ending.resolve(ending)
    this.#over.abort()
  }

  /** Once for each client, never inside "ready", which repeats. */
  #listen(): void {
    const { logger } = this.#settings
    const client = this.#client
    client.on('qr', (code: string) => {
      // before the page has a code of its own it gives out one without content
      if (code.startsWith('undefined,')) return
      this.#pairingSince ??= performance.now()
      this.#listener.pairing(code)
    })
    client.on('authenticated', () => {
      this.#isAuthenticated = true
      this.#pairingSince = undefined
      this.#listener.authenticated()
    })
    client.on('ready', () => {
      this.#isReady = true
      this.#listener.ready(client)
    })
    client.on('change_state', (state) => this.#listener.connection(String(state)))
    client.on('message', (message) => this.#listener.message(message))
    client.on('message_edit', (message, text: unknown, before: unknown) => {
      // a picture that gets its preview, or a message that was decrypted, changes its body as well
      if (typeof text === 'string' && typeof before === 'string') this.#listener.edited(message, text)
    })
    client.on('message_ciphertext_failed', (message) => this.#listener.unreadable(message))
    client.on('message_ack', (message, ack) => this.#listener.acked(message, Number(ack)))
    client.on('disconnected', (reason) => {
      logger.warn({ reason: String(reason) }, 'WhatsApp Web was disconnected')
      if (String(reason) === 'LOGOUT') this.end({ kind: 'logged out' })
      else this.end({ kind: 'lost', reason: `WhatsApp says ${String(reason)}` })
    })
  }

  /** The library hears nothing of a browser that dies. */
  #watchBrowser(): void {
    const lost = (reason: string) => () => this.end({ kind: 'lost', reason })
    this.#client.pupBrowser?.on('disconnected', lost('the browser ended'))
    this.#client.pupPage?.on('close', lost('the page was closed'))
    this.#client.pupPage?.on('error', lost('the page crashed'))
  }

  async #watch(): Promise<void> {
    const { lookEvery, heartbeatEvery } = this.#settings.timing
    let unanswered = 0
    let connectedSince: number | undefined
    while (!this.#over.signal.aborted) {
      await pause(this.#isReady ? heartbeatEvery : lookEvery, this.#over.signal)
      if (this.#over.signal.aborted) return
      const state = await this.#ask()
      if (this.#isReady) {
        unanswered = state === undefined ? unanswered + 1 : 0
        if (unanswered >= patience) this.end({ kind: 'lost', reason: 'the page no longer answers' })
        if (state !== undefined) this.#listener.connection(state)
        this.#considerRefreshing()
        continue
      }
      connectedSince = state === 'CONNECTED' ? (connectedSince ?? performance.now()) : undefined
      await this.#help(state, connectedSince)
    }
  }

  /** The state of the page's connection; undefined when it does not answer, or is not there yet. */
  async #ask(): Promise<string | undefined> {
    if (!this.#client.pupPage) return undefined
    try {
      return await within(this.#settings.timing.answerWithin, this.#client.getState())
    } catch {
      // while the page loads it has no state to tell; afterwards the caller counts
      return undefined
    }
  }

  /** What a page that is not ready may need. */
  async #help(state: string | undefined, connectedSince: number | undefined): Promise<void> {
    const { timing, logger } = this.#settings
    const page = this.#client.pupPage
    const now = performance.now()
    try {
      if (connectedSince !== undefined && page) {
        const isOverdue = !this.#isAuthenticated && now - connectedSince > timing.wakeAfter
        if (isOverdue && (await within(timing.answerWithin, page.evaluate(wakeWhenSynced))))
          logger.info('WhatsApp Web was synchronised before anybody listened: said so in its place')
        if (now - connectedSince > timing.readyWithin) this.end({ kind: 'lost', reason: 'it never became ready' })
      }
      if (state === 'UNPAIRED_IDLE' && page) await within(timing.answerWithin, page.evaluate(refreshQr))
    } catch (error) {
      logger.debug({ reason: firstLine(error) }, 'WhatsApp Web could not be helped')
      if (error instanceof TooLate) this.end({ kind: 'lost', reason: 'the page does not answer' })
    }
    if (this.#pairingSince !== undefined && now - this.#pairingSince > timing.pairingPatience)
      this.end({ kind: 'unscanned' })
    const isOpen = this.#pairingSince !== undefined || connectedSince !== undefined
    if (!isOpen && now - this.#startedAt > timing.openWithin)
      this.end({
        kind: 'lost',
        reason: 'WhatsApp Web did not open in time: is this machine connected to the internet?',
      })
  }

  #considerRefreshing(): void {
    const { timing, clock, maxMemory, isQuiet } = this.#settings
    const reason = reasonToRefresh({
      memory: memoryOf(this.#client.pupBrowser?.process()?.pid),
      maxMemory,
      isQuiet: isQuiet(),
      hourUtc: Math.floor(clock.now() / HOUR) % 24,
      isOld: performance.now() - this.#startedAt > timing.freshFor,
    })
    if (reason !== undefined) this.end({ kind: 'refreshed', reason })
  }

  async #close(): Promise<void> {
    const process = this.#client.pupBrowser?.process()
    // asked kindly first: a browser that closes by itself leaves a whole profile and no locks
    await within(closeWithin, this.#client.destroy()).catch((error: unknown) => {
      this.#settings.logger.debug({ reason: firstLine(error) }, 'the browser did not close by itself')
    })
    if (!process || process.exitCode !== null || process.signalCode !== null) return
    const gone = new Promise((resolve) => process.once('exit', resolve))
    process.kill('SIGKILL')
    await within(closeWithin, gone).catch(() => undefined)
  }
}

/**
 * A browser grows by the day (some say to 3 GB in a week): a fresh one is taken when nobody notices, or at once when
 * there is no other way. Bytes; `memory` is undefined where it cannot be told.
 */
export function reasonToRefresh(browser: {
  readonly memory: number | undefined
  readonly maxMemory: number
  readonly isQuiet: boolean
  readonly hourUtc: number
  readonly isOld: boolean
}): string | undefined {
  const { memory, maxMemory, isQuiet, hourUtc, isOld } = browser
  const limit = isQuiet ? maxMemory : 1.5 * maxMemory
  if (memory !== undefined && memory > limit) return `the browser takes ${Math.round(memory / 1024 / 1024)} MB`
  return isOld && isQuiet && hourUtc === quietHourUtc ? 'the nightly restart' : undefined
}

interface Hooks {
  /** The browser and its page are there; the address is not called yet. */
  readonly opened: () => void
  readonly failed: (error: unknown) => void
}

/**
 * The library's client, but for what it does without anybody waiting for it: its failures there would end the service.
 */
function makeClient(settings: LifeSettings, hooks: Hooks): Client {
  const { library, timing } = settings

  class OurLogin extends library.LocalAuth {
    // the library would delete the profile under the running browser; it is done once that is closed
    override logout = async () => undefined
    override afterBrowserInitialized = async () => hooks.opened()
  }
  // these are methods of the class that its types leave out
  const Base = library.Client as unknown as new (
    ...options: ConstructorParameters<typeof ClientClass>
  ) => ClientClass & { inject(): Promise<void>; initWebVersionCache(): Promise<void> }

  class OurClient extends Base {
    // called again at each navigation, from an event that waits for nothing
    override async inject(): Promise<void> {
      await super.inject().catch(hooks.failed)
    }
    // it would keep a copy of the page, and reads it from an event; a pinned page is foreign code that we do not run
    override async initWebVersionCache(): Promise<void> {}
    // also called by the library itself, unheard
    override async destroy(): Promise<void> {
      await super.destroy().catch(hooks.failed)
    }
  }

  return new OurClient({
    authStrategy: new OurLogin({ clientId: sessionName, dataPath: settings.folder }),
    authTimeoutMs: 2 * 60_000,
    takeoverOnConflict: true,
    takeoverTimeoutMs: timing.takeOverAfter,
    qrMaxRetries: 0,
    puppeteer: {
      executablePath: settings.chromium,
      headless: true,
      args: chromiumArguments(settings.chromiumArgs),
      // puppeteer would end the process by itself; the service closes what it opened
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    },
  })
}
