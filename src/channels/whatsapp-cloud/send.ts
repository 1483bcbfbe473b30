import { DAY, HOUR } from '../../lib/local-time.ts'
import type { Logger } from '../../lib/logger.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { readableName } from '../../messages/file-name.ts'
import type { OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import type { Dispatch, Recipient, SendOutcome, Template } from '../channel.ts'
import { kindOf } from '../trouble.ts'
import { type Graph, GraphError } from './graph.ts'
import { isAccess, outcomeOf, outsideWindow, pairLimit, refusal, windowClosed } from './outcomes.ts'
import { Pace, type PaceSettings } from './pace.ts'
import { writeCallback } from './parse.ts'
import { type CloudLabels, type Payload, templateBody, toPayloads } from './render.ts'

export interface SenderSettings {
  readonly graph: Graph
  /** The bytes of a stored attachment, by hash. */
  readonly readFile: (hash: string) => Promise<Uint8Array>
  readonly logger: Logger
  /** Takes the token out of a text. */
  readonly hide: (text: string) => string
  readonly labels: CloudLabels
  /** All calls of one message together; then the outcome is `retry`. */
  readonly timeoutMs: number
  readonly pace?: PaceSettings
  /** Told when Meta refuses us as such, and when a message went. */
  readonly onAccess: (error: unknown) => void
}

const limits = capabilities['whatsapp-cloud']

/** The window closes on Meta's clock; a message on its way must arrive before. */
const windowMargin = 60_000

/** Meta keeps what was uploaded for 30 days. */
const keepsUploads = 28 * DAY

/** Puts messages on the wire. Keeps only hints in memory: losing them in a restart harms nobody. */
export class Sender {
  readonly #settings: SenderSettings
  readonly #pace: Pace
  readonly #uploads = new Map<string, { readonly id: string; readonly until: number }>()

  constructor(settings: SenderSettings) {
    this.#settings = settings
    this.#pace = new Pace(settings.pace)
  }

  async send(to: Recipient, message: OutboundMessage, now: number, dispatch?: Dispatch): Promise<SendOutcome> {
    const { labels, timeoutMs } = this.#settings
    const payloads = toPayloads(message, labels)
    if (payloads.length === 0)
      return message.pressRef === undefined ? ourFault('the message is empty', 'Pesan ini kosong.') : { kind: 'sent' }

    const signal = AbortSignal.timeout(timeoutMs)
    if (dispatch && !canSendFreeForm(dispatch.lastInboundAt, now)) return this.#knock(to, now, dispatch, signal)
    const room = this.#pace.take(to.chatId, payloads.length, now)
    if (room.waitUntil !== undefined)
      return {
        kind: 'retry',
        at: room.waitUntil,
        reason: 'our own pace',
        untried: true,
        ...(room.whole && { wholeChannel: true }),
      }
    try {
      let messageRef = ''
      for (const [i, payload] of payloads.entries()) {
        const body = await this.#bodyOf(payload, now, signal)
        messageRef = await this.#post(to, body, dispatch, i < payloads.length - 1, signal)
      }
      return { kind: 'sent', messageRef }
    } catch (error) {
      // Meta's clock is the one that counts
      if (dispatch && error instanceof GraphError && error.code === windowClosed)
        return this.#knock(to, now, dispatch, signal)
      return this.#outcomeOf(to, error, now, signal)
    }
  }

  /** A template in the message's place; without one there is no way in. */
  async #knock(to: Recipient, now: number, dispatch: Dispatch, signal: AbortSignal): Promise<SendOutcome> {
    const { template } = dispatch
    if (!template) return refusal(outsideWindow, 'the free-form window is closed and no template is set')
    const room = this.#pace.take(to.chatId, 1, now)
    if (room.waitUntil !== undefined)
      return { kind: 'retry', at: room.waitUntil, reason: 'our own pace', untried: true }
    try {
      const messageRef = await this.#post(to, templateBody(template), dispatch, !template.isWhole, signal)
      return { kind: outcomeKind(template), messageRef }
    } catch (error) {
      return this.#outcomeOf(to, error, now, signal)
    }
  }

  async #post(
    to: Recipient,
    body: Readonly<Record<string, unknown>>,
    dispatch: Dispatch | undefined,
    partial: boolean,
    signal: AbortSignal,
  ): Promise<string> {
    const messageRef = await this.#settings.graph.sendMessage(
      {
        recipient_type: 'individual',
        ...addressOf(to.chatId),
        ...(dispatch && { biz_opaque_callback_data: writeCallback(dispatch.key, partial) }),
        ...body,
      },
      signal,
    )
    this.#pace.accepted(to.chatId)
    return messageRef
  }

  async #bodyOf(payload: Payload, now: number, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    if (payload.kind === 'ready') return payload.body
    const { attachment, caption } = payload
    const { id, asPhoto } = await this.#upload(attachment, now, signal)
    const captioned = caption === '' ? {} : { caption }
    return asPhoto
      ? { type: 'image', image: { id, ...captioned } }
      : { type: 'document', document: { id, filename: readableName(attachment.name), ...captioned } }
  }

  /** The same picture goes to many people: it is uploaded once. */
  async #upload(
    attachment: OutboundAttachment,
    now: number,
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly asPhoto: boolean }> {
    const bytes = await this.#read(attachment)
    const isPicture = attachment.kind === 'photo' && ['image/jpeg', 'image/png'].includes(attachment.mime)
    const asPhoto = isPicture && bytes.length <= limits.maxPhoto
    const known = this.#uploads.get(attachment.hash)
    if (known && known.until > now) return { id: known.id, asPhoto }
    const { mime } = attachment
    const id = await this.#settings.graph.uploadMedia({ bytes, mime, name: readableName(attachment.name) }, signal)
    if (this.#uploads.size > 500) this.#uploads.clear()
    this.#uploads.set(attachment.hash, { id, until: now + keepsUploads })
    return { id, asPhoto }
  }

  async #read({ hash }: OutboundAttachment): Promise<Uint8Array> {
    const bytes = await this.#settings.readFile(hash).catch((error: unknown) => {
      this.#settings.logger.error({ kind: kindOf(error) }, 'an attachment to send could not be read')
      throw new AttachmentMissing('the attachment could not be read')
    })
    if (bytes.length > limits.maxUpload) throw new AttachmentMissing('the attachment is over 16 MB')
    return bytes
  }

  #outcomeOf(to: Recipient, error: unknown, now: number, signal: AbortSignal): SendOutcome {
    if (error instanceof AttachmentMissing)
      return ourFault(error.message, 'Berkas lampiran pesan ini tidak dapat dibaca.')
    if (isAccess(error)) this.#settings.onAccess(error)
    const outcome = outcomeOf(error, now, this.#settings.hide, signal.aborted)
    if (outcome.kind === 'retry' && error instanceof GraphError && error.code === pairLimit)
      return { ...outcome, at: now + this.#pace.refused(to.chatId) }
    // an upload that Meta forgot is made anew with the next try
    if (error instanceof GraphError && mediaFaults.has(error.code)) this.#uploads.clear()
    return outcome
  }
}

const mediaFaults: ReadonlySet<number | undefined> = new Set([100, 131052, 131053])

/** Undefined: the person never wrote, and nothing but a template may be sent. */
export function canSendFreeForm(lastInboundAt: number | undefined, now: number): boolean {
  return lastInboundAt !== undefined && now - lastInboundAt < (limits.freeFormHours ?? 0) * HOUR - windowMargin
}

const outcomeKind = ({ isWhole }: Template) => (isWhole ? ('sent' as const) : ('knocked' as const))

/** A number goes into `to`, a business-scoped id into `recipient`. */
const addressOf = (chatId: string) => (/^\d{5,20}$/.test(chatId) ? { to: chatId } : { recipient: chatId })

class AttachmentMissing extends Error {}

const ourFault = (reason: string, staffReads: string): SendOutcome => ({
  kind: 'refused',
  reason,
  ourFault: true,
  staffReads,
})
