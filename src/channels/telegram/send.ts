import { type Api, GrammyError, InputFile } from 'grammy'
import type { Logger } from '../../lib/logger.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { readableName } from '../../messages/file-name.ts'
import type { OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import type { Recipient, SendOutcome } from '../channel.ts'
import { kindOf, pause } from '../trouble.ts'
import { cancelledBy } from './cancel.ts'
import { FloodWatch, floodWait, outcomeOf } from './outcomes.ts'
import { type Call, type Markup, type RequestLabels, toCalls } from './render.ts'

interface SenderSettings {
  readonly api: Api
  /** The bytes of a stored attachment, by hash. */
  readonly readFile: (hash: string) => Promise<Uint8Array>
  readonly logger: Logger
  /** Takes the token out of a text. */
  readonly hide: (text: string) => string
  readonly labels: RequestLabels
  /** All calls of one message together; then the outcome is `retry`. */
  readonly timeoutMs: number
}

/** sendPhoto takes 10 MB; larger pictures go as documents. */
const maxPhoto = 10 * 1024 * 1024

/** Between the parts of one message we wait this long for Telegram (ms), rather than say the first parts twice. */
const patience = 5000

/** Limit of the calls that only please the eye, ms. */
const courtesy = 5000

const quiet = { link_preview_options: { is_disabled: true } } as const

/** Puts messages on the wire. Keeps only hints in memory: losing them in a restart harms nobody. */
export class Sender {
  readonly #settings: SenderSettings
  readonly #floods = new FloodWatch()
  /** Chats whose phone shows a request keyboard that the next plain message takes away. */
  readonly #keyboards = new Set<number>()
  readonly #background = new Set<Promise<unknown>>()
  #closing = new AbortController()

  constructor(settings: SenderSettings) {
    this.#settings = settings
  }

  async send(to: Recipient, message: OutboundMessage, now: number): Promise<SendOutcome> {
    const { hide, labels, timeoutMs, logger } = this.#settings
    const chat = Number(to.chatId)
    if (!Number.isSafeInteger(chat) || chat === 0)
      return ourFault('the chat id is not a number', 'Alamat Telegram ini rusak.')

    if (message.pressRef !== undefined) this.#answerPress(message.pressRef)
    // numbers and places can be asked for in private chats only; the ids of groups are negative
    const { requests: _, ...ordinary } = message
    const calls = toCalls(chat < 0 ? ordinary : message, labels)
    if (calls.length === 0)
      return message.pressRef === undefined ? ourFault('the message is empty', 'Pesan ini kosong.') : { kind: 'sent' }

    const signal = AbortSignal.timeout(timeoutMs)
    try {
      let messageRef: string | undefined
      for (const [i, call] of calls.entries()) messageRef = await this.#insist(chat, call, i > 0, signal)
      return messageRef === undefined ? { kind: 'sent' } : { kind: 'sent', messageRef }
    } catch (error) {
      if (error instanceof AttachmentMissing)
        return ourFault(error.message, 'Berkas lampiran pesan ini tidak dapat dibaca.')
      if (!(error instanceof Error)) logger.warn('a send failed in an unknown way')
      const outcome = outcomeOf(error, now, hide, signal.aborted)
      return outcome.kind === 'retry' &&
        floodWait(error) !== undefined &&
        this.#floods.isGeneral(to.chatId, outcome.at, now)
        ? { ...outcome, wholeChannel: true }
        : outcome
    }
  }

  /** Ends what goes on beside the sends. Sending goes on: the outbox may still have something to say. */
  async settle(): Promise<void> {
    this.#closing.abort()
    this.#closing = new AbortController()
    await Promise.allSettled(this.#background)
  }

  /** Later parts wait out a short 429 here: the outbox would begin again with the first. */
  async #insist(chat: number, call: Call, isLaterPart: boolean, signal: AbortSignal): Promise<string | undefined> {
    try {
      return await this.#perform(chat, call, signal)
    } catch (error) {
      const wait = floodWait(error)
      if (!isLaterPart || wait === undefined || wait > patience) throw error
      await pause(wait, signal)
      return await this.#perform(chat, call, signal)
    }
  }

  /** Returns the id of the message, where the server tells it. */
  async #perform(chat: number, call: Call, signal: AbortSignal): Promise<string | undefined> {
    const { api } = this.#settings
    switch (call.method) {
      case 'edit': {
        const markup = call.markup ? { reply_markup: call.markup } : {}
        try {
          await api.editMessageText(chat, call.messageId, call.text, { ...quiet, ...markup }, cancelledBy(signal))
          return String(call.messageId)
        } catch (error) {
          if (!(error instanceof GrammyError)) throw error
          if (/message is not modified/i.test(error.description)) return String(call.messageId)
          // too old, deleted, a photo, or a server without edits: say it anew
          const refused = error.error_code === 400 && error.parameters.migrate_to_chat_id === undefined
          if (!refused && !knowsNot(error)) throw error
          return await this.#perform(chat, { ...call, method: 'text' }, signal)
        }
      }
      case 'text': {
        const sent = await api.sendMessage(
          chat,
          call.text,
          { ...quiet, ...this.#keyboard(chat, call.markup) },
          cancelledBy(signal),
        )
        return refOf(sent)
      }
      case 'photo':
      case 'document':
        return await this.#sendFile(chat, call, signal)
    }
  }

  async #sendFile(
    chat: number,
    call: Extract<Call, { attachment: OutboundAttachment }>,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { api, logger } = this.#settings
    const { attachment, caption } = call
    const bytes = await this.#read(attachment)
    const file = () => new InputFile(bytes, fileName(attachment.name))
    const options = { ...(caption === '' ? {} : { caption }), ...this.#keyboard(chat, call.markup) }
    const asPhoto = call.method === 'photo' && bytes.length <= maxPhoto

    this.#inBackground(api.sendChatAction(chat, asPhoto ? 'upload_photo' : 'upload_document', {}, this.#courtesy()))
    if (asPhoto) {
      try {
        return refOf(await api.sendPhoto(chat, file(), options, cancelledBy(signal)))
      } catch (error) {
        // shape or format that Telegram does not take as a photo: it takes the same bytes as a file
        const unfit = error instanceof GrammyError && /photo_|image_process|wrong type/i.test(error.description)
        if (!unfit && !knowsNot(error)) throw error
      }
    }
    try {
      return refOf(await api.sendDocument(chat, file(), options, cancelledBy(signal)))
    } catch (error) {
      if (!knowsNot(error) || caption === '') throw error
      logger.warn('the Bot API server takes no files: the text was sent without its attachment')
      const text = { method: 'text', text: caption, ...(call.markup ? { markup: call.markup } : {}) } as const
      return await this.#perform(chat, text, signal)
    }
  }

  async #read({ hash }: OutboundAttachment): Promise<Uint8Array> {
    const bytes = await this.#settings.readFile(hash).catch((error: unknown) => {
      this.#settings.logger.error({ kind: kindOf(error) }, 'an attachment to send could not be read')
      throw new AttachmentMissing('the attachment could not be read')
    })
    if (bytes.length > capabilities.telegram.maxUpload) throw new AttachmentMissing('the attachment is over 50 MB')
    return bytes
  }

  #keyboard(chat: number, markup: Markup | undefined) {
    if (markup && 'keyboard' in markup) {
      if (this.#keyboards.size > 10_000) this.#keyboards.clear()
      this.#keyboards.add(chat)
    }
    if (markup) return { reply_markup: markup }
    return this.#keyboards.delete(chat) ? { reply_markup: { remove_keyboard: true as const } } : {}
  }

  /** The phone shows a turning wheel on the button until this. Presses older than some seconds are refused: no matter. */
  #answerPress(pressRef: string): void {
    this.#inBackground(this.#settings.api.answerCallbackQuery(pressRef, {}, this.#courtesy()))
  }

  #courtesy() {
    return cancelledBy(AbortSignal.any([AbortSignal.timeout(courtesy), this.#closing.signal]))
  }

  #inBackground(call: Promise<unknown>): void {
    const done = call
      .catch((error: unknown) => {
        const code = error instanceof GrammyError ? error.error_code : undefined
        this.#settings.logger.debug({ code }, 'a courtesy call to Telegram failed')
      })
      .finally(() => this.#background.delete(done))
    this.#background.add(done)
  }
}

class AttachmentMissing extends Error {}

const ourFault = (reason: string, staffReads: string): SendOutcome => ({
  kind: 'refused',
  reason,
  ourFault: true,
  staffReads,
})

/** The server answered but does not know the method: 404, or an error without Telegram's code. */
const knowsNot = (error: unknown) =>
  error instanceof GrammyError && (error.error_code === 404 || error.error_code === undefined)

/** Simple servers answer a send with less than a message. */
function refOf(sent: { readonly message_id?: number } | null | undefined): string | undefined {
  return sent?.message_id === undefined ? undefined : String(sent.message_id)
}

/** The name stands unquoted in a multipart header: "é" becomes "e", and what has no such letter a line. */
const fileName = (name: string) =>
  readableName(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w.\- ]+/g, '_')
