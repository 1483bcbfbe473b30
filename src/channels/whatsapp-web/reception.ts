import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '../../lib/clock.ts'
import { MINUTE } from '../../lib/local-time.ts'
import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import { readBacklog } from './backlog.ts'
import type { Identities, Identity } from './identities.ts'
import type { Intake } from './intake.ts'
import type { Client, Library, Message } from './library.ts'
import { markSeen } from './page.ts'
import { isPrivate, parseAck, parseEdit, parseMessage, parseUnreadable } from './parse.ts'
import { type Timing, within } from './timing.ts'

interface ReceptionSettings {
  readonly intake: Intake
  readonly identities: Identities
  readonly library: Library
  readonly folder: string
  readonly timing: Timing
  readonly clock: Clock
  readonly logger: Logger
  /** Somebody wrote, and it is committed. */
  readonly heard: (chatId: string) => void
}

type Parse = (message: Message, who: Identity) => InboundMessage | undefined

/** Takes in what one browser brings: each message identified, committed, and only then marked as read. */
export class Reception {
  readonly #settings: ReceptionSettings
  readonly #ready = Promise.withResolvers<Client | undefined>()
  /** What this browser has brought already; should WhatsApp not let us mark it as read, it is not taken again and again. */
  readonly #taken = new Set<string>()

  constructor(settings: ReceptionSettings) {
    this.#settings = settings
    // what was written while nobody listened comes first, whatever is written meanwhile
    settings.intake.next(async () => {
      const client = await this.#ready.promise
      if (client) await this.#takeBacklog(client)
    })
  }

  /** Lets messages in; undefined: this browser never got so far. */
  open(client: Client | undefined): void {
    this.#ready.resolve(client)
  }

  /** Looks for what came unannounced. */
  catchUp(client: Client): void {
    this.#settings.intake.next(() => this.#takeBacklog(client))
  }

  message(client: Client, message: Message): void {
    this.#later(client, message, parseMessage)
  }

  edited(client: Client, message: Message, text: string): void {
    this.#later(client, message, (one, who) => parseEdit(one, text, who))
  }

  unreadable(client: Client, message: Message): void {
    this.#later(client, message, parseUnreadable)
  }

  acked(message: Message, ack: number): void {
    const { intake, identities, clock } = this.#settings
    const news = parseAck(message, ack, identities.userIdOf(message.to), clock.now())
    if (news) intake.next(async () => void (await intake.offer([news])))
  }

  #later(client: Client, message: Message, parse: Parse): void {
    if (!isPrivate(message)) return
    const { intake } = this.#settings
    intake.next(async () => {
      const parsed = parse(message, await this.#identify(client, message))
      if (parsed && (await intake.offer([parsed]))) await this.#settle(client, message)
    })
  }

  async #takeBacklog(client: Client): Promise<void> {
    const { intake, library, timing, clock, logger, folder } = this.#settings
    const now = clock.now()
    const since = ownedSince(folder, client.info.wid._serialized, now)
    const { messages: unread, left } = await this.#insist(client, () =>
      readBacklog(client, library, { since, now, answerWithin: timing.answerWithin }),
    )
    const messages = unread.filter((message) => !this.#taken.has(message.id._serialized))
    if (left > 0)
      logger.warn({ left }, 'unread messages in WhatsApp were left: too many, or from before this number was ours')
    if (messages.length === 0) return
    logger.info({ messages: messages.length }, 'taking in what was written meanwhile')
    for (const message of messages) {
      const parsed = parseMessage(message, await this.#identify(client, message))
      if (parsed && !(await intake.offer([parsed]))) return
      this.#taken.add(message.id._serialized)
    }
    const latest = new Map(messages.map((message) => [message.from, message]))
    for (const message of latest.values()) await this.#settle(client, message)
  }

  /** A page that has just opened is busy; what it has to tell is worth a second question. */
  async #insist<T>(client: Client, ask: () => Promise<T>): Promise<T> {
    for (let i = 1; ; i += 1) {
      try {
        return await ask()
      } catch (error) {
        if (i === tries || client.pupPage?.isClosed() !== false) throw error
        await new Promise((resolve) => setTimeout(resolve, this.#settings.timing.lookEvery))
      }
    }
  }

  #identify(client: Client, message: Message): Promise<Identity> {
    return this.#settings.identities.identify(message.from, async (address) => {
      const [told] = await within(this.#settings.timing.answerWithin, client.getContactLidAndPhone([address]))
      return told ?? {}
    })
  }

  /** Read, as people see it by the blue ticks. What is not marked is found again, and known, at the next start. */
  async #settle(client: Client, { from, id }: Message): Promise<void> {
    const { timing, heard, logger } = this.#settings
    heard(from)
    if (this.#taken.size > keptTaken) this.#taken.clear()
    this.#taken.add(id._serialized)
    const marking = client.pupPage?.evaluate(markSeen, from, id._serialized) ?? Promise.resolve()
    await within(timing.answerWithin, marking).catch(() => logger.debug('a chat could not be marked as read'))
  }
}

const tries = 5
const keptTaken = 5_000

/** Reaches back over the scan itself, ms. */
const beforeScan = 5 * MINUTE

/**
 * Since when this number speaks for the bot (ms). A number that was somebody's before has unread messages that are none
 * of our business.
 */
function ownedSince(folder: string, number: string, now: number): number {
  const file = join(folder, 'number.json')
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { number: string; since: number }
    if (kept.number === number) return kept.since
  } catch {
    // the first time, or damaged: counted anew
  }
  const since = now - beforeScan
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, JSON.stringify({ number, since }), { mode: 0o600 })
  return since
}
