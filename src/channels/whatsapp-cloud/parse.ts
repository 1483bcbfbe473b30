import { z } from 'zod'
import { cleanText } from '../../messages/clean-text.ts'
import type { FileRef, InboundContent, InboundMessage } from '../../messages/inbound.ts'
import { failureOf } from './outcomes.ts'

/** What parsing must know that the call does not say. */
export interface ParseContext {
  /** One app may serve several numbers; what is meant for another is left alone. */
  readonly phoneNumberId: string
  /** ms UTC; stands in where Meta gives no time. */
  readonly receivedAt: number
}

/**
 * One call of Meta as messages: people's messages and news of ours, of many people at once. Never throws, whatever it is
 * given: a part that is missing or of the wrong shape counts as absent, and harms no other.
 */
export function parseWebhook(body: unknown, context: ParseContext): InboundMessage[] {
  const parsed = bodyShape.safeParse(body)
  if (!parsed.success) return []
  return parsed.data.entry.flatMap(({ changes }) =>
    changes.flatMap(({ field, value }) => {
      if (field !== 'messages' || !value) return []
      if (value.metadata?.phone_number_id !== context.phoneNumberId) return []
      return [
        ...value.messages.flatMap((message) => fromMessage(message, value.contacts, context)),
        ...value.statuses.flatMap((status) => fromStatus(status, context)),
      ]
    }),
  )
}

function fromMessage(
  message: Message | null,
  contacts: readonly (Contact | null)[],
  context: ParseContext,
): InboundMessage[] {
  if (!message) return []
  const sender = senderOf(message, contacts)
  const content = contentOf(message, sender?.phone)
  if (!sender || !content) return []
  return [
    {
      channel: 'whatsapp-cloud',
      externalId: message.id,
      userId: sender.userId,
      // a message to the number lets Meta go on naming the number in its calls ("Business-scoped user IDs")
      chatId: sender.phone ?? sender.userId,
      chatKind: 'private',
      ...(sender.name !== undefined && { profileName: sender.name }),
      sentAt: millis(message.timestamp, context),
      content,
    },
  ]
}

interface Sender {
  /** The business-scoped id, or the number of people from before there were such. */
  readonly userId: string
  readonly phone?: string
  readonly name?: string
}

/** Who wrote: since April 2026 everybody has a business-scoped id, and those with a user name may show no number. */
function senderOf(message: Message, contacts: readonly (Contact | null)[]): Sender | undefined {
  const known = contacts.filter((contact) => contact !== null)
  const contact =
    known.find(({ wa_id }) => wa_id !== undefined && wa_id === message.from) ??
    known.find(({ user_id }) => user_id !== undefined && user_id === message.from_user_id) ??
    (known.length === 1 && message.from === undefined && message.from_user_id === undefined ? known[0] : undefined)
  const phone = message.from ?? contact?.wa_id
  const userId = message.from_user_id ?? contact?.user_id ?? phone
  if (userId === undefined) return undefined
  const name = contact?.profile?.name || contact?.profile?.username
  return { userId, ...(phone !== undefined && { phone }), ...(name && { name }) }
}

function contentOf(message: Message, senderPhone: string | undefined): InboundContent | undefined {
  switch (message.type) {
    case 'text':
      return message.text && { kind: 'text', text: message.text.body }
    case 'interactive': {
      const reply = message.interactive?.button_reply ?? message.interactive?.list_reply
      return reply ? choice(reply.id, reply.description ?? reply.title, message) : odd(message)
    }
    // a quick reply of a template
    case 'button':
      return message.button && choice(message.button.payload, message.button.text, message)
    case 'image':
      return message.image && { kind: 'photo', file: fileRef(message.image), ...captionOf(message.image) }
    case 'document':
    case 'video': {
      const file = message.document ?? message.video
      return file && { kind: 'document', file: fileRef(file), ...captionOf(file) }
    }
    case 'audio':
      return message.audio && { kind: 'voice', file: fileRef(message.audio) }
    case 'location': {
      if (!message.location) return odd(message)
      const { latitude, longitude } = message.location
      return { kind: 'location', latitude, longitude }
    }
    case 'contacts':
      return contactOf(message, senderPhone)
    // a thumb under our message is no answer and wants none; the rest are Meta's own notices
    case 'reaction':
    case 'system':
    case 'request_welcome':
    case 'ephemeral':
      return undefined
    default:
      return odd(message)
  }
}

const choice = (data: string, label: string | undefined, { context }: Message): InboundContent => ({
  kind: 'choice',
  data,
  ...(label !== undefined && { label }),
  ...(context?.id !== undefined && { messageRef: context.id }),
})

/** Anybody's card can be sent: it is vouched for when WhatsApp put the sender's own number on it. */
function contactOf({ contacts, origin }: Message, senderPhone: string | undefined): InboundContent {
  const [card] = contacts ?? []
  const number = card?.phones?.[0]
  const phone = number?.wa_id ?? number?.phone
  if (phone === undefined) return { kind: 'unsupported', what: 'contacts' }
  const own =
    (senderPhone !== undefined && number?.wa_id === senderPhone) || origin?.startsWith('contact_request') === true
  const name = card?.name?.formatted_name
  return { kind: 'contact', phone: `+${phone.replace(/\D/g, '')}`, ...(name && { name }), own }
}

const odd = ({ type }: Message): InboundContent => ({
  kind: 'unsupported',
  what: /^[a-z_]{1,30}$/.test(type) ? type : 'unknown',
})

const captionOf = ({ caption }: z.infer<typeof mediaShape>) => (caption ? { caption } : {})

function fileRef({ id, mime_type, filename }: z.infer<typeof mediaShape>): FileRef {
  // "audio/ogg; codecs=opus": the kind is all we need
  const mime = mime_type?.split(';')[0]?.trim()
  return { ref: id, ...(mime && { mime }), ...(filename && { name: filename }) }
}

function fromStatus(status: Status | null, context: ParseContext): InboundMessage[] {
  if (!status) return []
  const { id, recipient_id, recipient_user_id, biz_opaque_callback_data: sent, errors = [] } = status
  const [error] = errors
  const userId = recipient_user_id ?? recipient_id ?? 'unknown'
  return [
    {
      channel: 'whatsapp-cloud',
      externalId: `${id}:${status.status}`,
      userId,
      chatId: userId,
      chatKind: 'private',
      sentAt: millis(status.timestamp, context),
      content: {
        kind: 'delivery',
        messageRef: id,
        status: status.status,
        ...(sent !== undefined && readCallback(sent)),
        ...(status.status === 'failed' && failureOf(error?.code, error?.error_data?.details ?? error?.title ?? '')),
      },
    },
  ]
}

/** What goes with a message and comes back with its news: the outbox key, and whether this was all of it. */
export const writeCallback = (key: string, partial: boolean): string => (partial ? `${key}#` : key)

const readCallback = (data: string): { readonly key: string; readonly partial?: true } =>
  data.endsWith('#') ? { key: data.slice(0, -1), partial: true } : { key: data }

const millis = (seconds: number | undefined, { receivedAt }: ParseContext) =>
  seconds === undefined ? receivedAt : seconds * 1000

// The fields we read, nothing else.

/** A field that is missing or malformed is absent: one odd field must not lose the message around it. */
const optional = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined)
/** A member that is no such thing is absent too. */
const listOf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape.nullable().catch(null)).catch([])

const string = z.string().transform(cleanText)
const id = z.string().regex(/^[\x21-\x7e]{1,300}$/)
/** Seconds since 1970, written as text. */
const seconds = z.coerce.number().int().min(1).max(99_999_999_999)
const phone = z.string().regex(/^\d{5,20}$/)

const mediaShape = z.object({
  id,
  mime_type: optional(string),
  caption: optional(string),
  filename: optional(string),
})
const replyShape = z.object({ id: string, title: optional(string), description: optional(string) })
const messageShape = z.object({
  id,
  type: z.string(),
  timestamp: optional(seconds),
  from: optional(phone),
  from_user_id: optional(id),
  context: optional(z.object({ id: optional(id) })),
  text: optional(z.object({ body: string })),
  interactive: optional(z.object({ button_reply: optional(replyShape), list_reply: optional(replyShape) })),
  button: optional(z.object({ payload: string, text: optional(string) })),
  image: optional(mediaShape),
  document: optional(mediaShape),
  video: optional(mediaShape),
  audio: optional(mediaShape),
  location: optional(
    z.object({ latitude: z.coerce.number().min(-90).max(90), longitude: z.coerce.number().min(-180).max(180) }),
  ),
  origin: optional(string),
  contacts: optional(
    z.array(
      z.object({
        name: optional(z.object({ formatted_name: optional(string) })),
        phones: optional(z.array(z.object({ phone: optional(string), wa_id: optional(phone) }))),
      }),
    ),
  ),
})
type Message = z.infer<typeof messageShape>

const contactShape = z.object({
  profile: optional(z.object({ name: optional(string), username: optional(string) })),
  wa_id: optional(phone),
  user_id: optional(id),
})
type Contact = z.infer<typeof contactShape>

const statusShape = z.object({
  id,
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: optional(seconds),
  recipient_id: optional(id),
  recipient_user_id: optional(id),
  biz_opaque_callback_data: optional(z.string().max(512)),
  errors: optional(
    z.array(
      z.object({
        code: optional(z.number().int()),
        title: optional(string),
        error_data: optional(z.object({ details: optional(string) })),
      }),
    ),
  ),
})
type Status = z.infer<typeof statusShape>

const bodyShape = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z
    .array(
      z.object({
        changes: z
          .array(
            z.object({
              field: z.string().catch(''),
              value: optional(
                z.object({
                  metadata: optional(z.object({ phone_number_id: optional(z.string()) })),
                  contacts: listOf(contactShape),
                  messages: listOf(messageShape),
                  statuses: listOf(statusShape),
                }),
              ),
            }),
          )
          .catch([]),
      }),
    )
    .catch([]),
})
