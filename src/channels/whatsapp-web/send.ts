import { createHash } from 'node:crypto'
import type { Logger } from '../../lib/logger.ts'
import { messageOf } from '../../lib/problem.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { readableName } from '../../messages/file-name.ts'
import type { OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import type { Dispatch, Recipient, SendOutcome } from '../channel.ts'
import { fetchMessages } from './backlog.ts'
import type { Client, Library, Message } from './library.ts'
import {
  firstLine,
  isBrowserGone,
  isUnknownNumber,
  NothingSent,
  NotOnWhatsApp,
  ourFault,
  outcomeOf,
  Unsendable,
} from './outcomes.ts'
import type { Pace, Pacer } from './pace.ts'
import { knowsChat, showTyping } from './page.ts'
import { type Call, toCalls } from './render.ts'
import { pause, type Timing, TooLate, within } from './timing.ts'

interface SenderSettings {
  readonly pacer: Pacer
  readonly pace: Pace
  readonly timing: Timing
  /** The bytes of a stored attachment, by hash. */
  readonly readFile: (hash: string) => Promise<Uint8Array>
  readonly logger: Logger
}

/** What a client that is ready can do. */
export interface Line {
  readonly client: Client
  readonly library: Library
  readonly signal: AbortSignal
  /** The browser turned out to be dead: it should be replaced. */
  readonly broke: (reason: string) => void
}

/** How far a message in several parts got, so that a second try does not say the first parts again. */
interface Progress {
  /** Counts the tries: one that was given up may still come back from the browser, and has no say any more. */
  tries: number
  done: number
  messageRef?: string
  /** When the part after `done` was handed over and no answer came (s): it may have arrived all the same. */
  doubtSince?: number
}

const keptProgress = 500
/** So many sends without an answer, one after the other, are the page's fault and not that of a slow line. */
const patience = 3
/** Clocks of this machine and of WhatsApp's servers differ a little, s. */
const slack = 5
/** Looking for a number costs WhatsApp's trust when done often. */
const keptNumbers = 5_000

/** Puts messages into the browser, one at a time and at a human pace. Keeps hints in memory only. */
export class Sender {
  readonly #settings: SenderSettings
  readonly #progress = new Map<string, Progress>()
  /** Where to write to who was known by a number only. */
  readonly #found = new Map<string, string>()
  #sending: Promise<unknown> = Promise.resolve()
  /** Sends in a row that got no answer. */
  #stuck = 0

  constructor(settings: SenderSettings) {
    this.#settings = settings
  }

  async send(
    line: Line,
    to: Recipient,
    message: OutboundMessage,
    now: number,
    dispatch?: Dispatch,
  ): Promise<SendOutcome> {
    if (!/^\d{5,20}@(?:c\.us|lid)$/.test(to.chatId))
      return ourFault('the chat id is no WhatsApp address', 'Alamat WhatsApp ini rusak.')
    const calls = toCalls(message)
    if (calls.length === 0)
      return message.pressRef === undefined ? ourFault('the message is empty', 'Pesan ini kosong.') : { kind: 'sent' }

    const { pacer, timing } = this.#settings
    const held = pacer.hold(to.chatId, pacer.purposeOf(to.chatId, dispatch?.lastInboundAt, now), now)
    if (held)
      return {
        kind: 'retry',
        at: held.at,
        reason: 'our own pace',
        untried: true,
        ...(held.whole ? { wholeChannel: true } : {}),
      }

    const sending = this.#sending.then(() =>
      within(timing.sendWithin, this.#say(line, to.chatId, calls, keyOf(to, message, dispatch))),
    )
    this.#sending = sending.catch(() => undefined)
    try {
      const messageRef = await sending
      this.#stuck = 0
      return messageRef === undefined ? { kind: 'sent' } : { kind: 'sent', messageRef }
    } catch (error) {
      this.#stuck = error instanceof TooLate ? this.#stuck + 1 : 0
      if (this.#stuck >= patience) line.broke('messages do not leave the page')
      if (isBrowserGone(error)) line.broke(firstLine(error))
      return outcomeOf(error, now)
    }
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#sending
  }

  async #say(line: Line, address: string, calls: readonly Call[], key: string): Promise<string | undefined> {
    const progress = this.#progress.get(key) ?? { tries: 0, done: 0 }
    progress.tries += 1
    const { tries } = progress
    this.#progress.set(key, progress)
    for (const oldest of this.#progress.keys()) {
      if (this.#progress.size <= keptProgress) break
      this.#progress.delete(oldest)
    }
    const chatId = await this.#chatOf(line, address)
    while (progress.done < calls.length && progress.tries === tries) {
      const call = calls[progress.done]!
      const sent =
        (await this.#arrived(line, chatId, call, progress)) ?? (await this.#put(line, chatId, call, progress))
      if (progress.tries !== tries) throw new TooLate('another try has taken over')
      progress.done += 1
      progress.messageRef = sent.id._serialized
      delete progress.doubtSince
    }
    this.#progress.delete(key)
    return progress.messageRef
  }

  async #put({ client, library, signal }: Line, chatId: string, call: Call, progress: Progress): Promise<Message> {
    const { text, attachment, asDocument } = call
    const { pace, timing } = this.#settings
    // only pleases the eye: never waited for, never a reason not to send
    client.pupPage?.evaluate(showTyping, chatId).catch(() => undefined)
    const content = attachment ? await this.#media(library, attachment) : text
    await pause(pace.typing(text.length), signal)

    progress.doubtSince = Math.floor(Date.now() / 1000)
    const sent = await within(
      timing.sendWithin,
      client.sendMessage(chatId, content, {
        // both break with changes of WhatsApp's page, and neither is needed to send
        sendSeen: false,
        linkPreview: false,
        parseVCards: false,
        waitUntilMsgSent: true,
        ...(attachment && text !== '' ? { caption: text } : {}),
        ...(asDocument ? { sendMediaAsDocument: true } : {}),
      }),
    ).catch((error: unknown) => {
      // the page itself said no: nothing went out
      if (!isBrowserGone(error) && !(error instanceof TooLate)) delete progress.doubtSince
      throw error
    })
    // the library's types promise a message; it gives none when there was no chat or nothing to say
    if ((sent as Message | undefined) === undefined || sent.ack === -1) {
      delete progress.doubtSince
      throw new NothingSent('nothing was sent')
    }
    return sent
  }

  /** The browser died, or hung, while this was being sent: the chat knows whether it went out. */
  async #arrived(line: Line, chatId: string, call: Call, progress: Progress): Promise<Message | undefined> {
    const { doubtSince } = progress
    if (doubtSince === undefined) return undefined
    const recent = await within(
      this.#settings.timing.answerWithin,
      fetchMessages(line.client, line.library, chatId, 10, true),
    )
    return recent.find(
      // 0: it stands in the page and nowhere else
      (message) => message.timestamp >= doubtSince - slack && message.body === call.text && message.ack > 0,
    )
  }

  /** A number that this browser has no chat with is looked up first, as WhatsApp's own page does. */
  async #chatOf({ client }: Line, address: string): Promise<string> {
    if (address.endsWith('@lid')) return address
    const found = this.#found.get(address)
    if (found !== undefined) return found
    const { answerWithin } = this.#settings.timing
    const page = client.pupPage
    if (page && (await within(answerWithin, page.evaluate(knowsChat, address)))) return address
    const account = await within(answerWithin, client.getNumberId(address)).catch((error: unknown) => {
      if (isUnknownNumber(error)) return null
      throw error
    })
    if (!account) throw new NotOnWhatsApp('not on WhatsApp')
    if (this.#found.size > keptNumbers) this.#found.clear()
    this.#found.set(address, account._serialized)
    return account._serialized
  }

  async #media(library: Library, { hash, mime, name }: OutboundAttachment) {
    const bytes = await this.#settings.readFile(hash).catch((error: unknown) => {
      this.#settings.logger.error({ reason: messageOf(error) }, 'an attachment to send could not be read')
      throw new Unsendable('the attachment could not be read')
    })
    if (bytes.length > capabilities['whatsapp-web'].maxUpload) throw new Unsendable('the attachment is over 16 MB')
    return new library.MessageMedia(mime, Buffer.from(bytes).toString('base64'), readableName(name), bytes.length)
  }
}

/** The same message tried again: the outbox names it; else its own words do. */
function keyOf(to: Recipient, message: OutboundMessage, dispatch: Dispatch | undefined): string {
  return (
    dispatch?.key ??
    createHash('sha256')
      .update(`${to.chatId}\n${JSON.stringify(message)}`)
      .digest('hex')
  )
}
