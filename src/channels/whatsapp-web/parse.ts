import { createHash } from 'node:crypto'
import { cleanText } from '../../messages/clean-text.ts'
import type { DeliveryContent, FileRef, InboundContent, InboundMessage } from '../../messages/inbound.ts'
import type { Identity } from './identities.ts'
import type { Message } from './library.ts'

/** The page's own record of a message; the library types what it copies out of it, not the rest. */
interface RawMessage {
  readonly notifyName?: string
  readonly size?: number
  readonly mimetype?: string
  readonly filename?: string
  readonly body?: string
  readonly duration?: number | string
  readonly isLive?: boolean
  readonly groupedMediaId?: string
}

const rawOf = (message: Message): RawMessage => (message.rawData ?? {}) as RawMessage

/** Notices of WhatsApp itself: nobody said anything, so nobody is answered. */
const notices: ReadonlySet<string> = new Set([
  'e2e_notification',
  'notification',
  'notification_template',
  'gp2',
  'broadcast_notification',
  'newsletter_notification',
  'protocol',
  'debug',
  'oversized',
  'ciphertext',
  'revoked',
  'reaction',
  'pinned_message',
  'poll_update',
  'keep_in_chat',
])

/** Between the bot and one person: no status, no group, no channel, no echo of what we said ourselves. */
export function isPrivate(message: Message): boolean {
  return !message.fromMe && !message.isStatus && /@(?:c\.us|lid)$/.test(message.from)
}

/** Undefined for what is no word of a person. */
export function parseMessage(message: Message, who: Identity): InboundMessage | undefined {
  const content = contentOf(message, who)
  return content && { ...envelope(message, who), externalId: idOf(message, who), content }
}

/** The sender changed the text. The time of the edit tells two equal edits apart; where it is missing, the text does. */
export function parseEdit(message: Message, text: string, who: Identity): InboundMessage {
  const { latestEditSenderTimestampMs: editedAt } = message
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return {
    ...envelope(message, who),
    externalId: `e:${who.userId}:${message.id.id}:${editedAt ?? ''}:${hash}`,
    ...(editedAt ? { sentAt: Number(editedAt) } : {}),
    content: { kind: 'edited', text: cleanText(text), originalExternalId: idOf(message, who) },
  }
}

/**
 * A message that this browser could not read, even after asking the phone again. One plea an hour is enough, however
 * many there are; and it must not have the message's own id, under which the readable one may still come.
 */
export function parseUnreadable(message: Message, who: Identity): InboundMessage {
  const hour = Math.floor(message.timestamp / 3600)
  return {
    ...envelope(message, who),
    externalId: `x:${who.userId}:${hour}`,
    content: { kind: 'unsupported', what: 'unreadable' },
  }
}

/** WhatsApp's acks: −1 failed, 1 at the server (the send itself tells), 2 on the phone, 3 read, 4 played. */
export function parseAck(message: Message, ack: number, userId: string, at: number): InboundMessage | undefined {
  const status: DeliveryContent['status'] | undefined =
    ack === -1 ? 'failed' : ack === 2 ? 'delivered' : ack >= 3 ? 'read' : undefined
  if (!message.fromMe || status === undefined || !/@(?:c\.us|lid)$/.test(message.to)) return undefined
  return {
    channel: 'whatsapp-web',
    externalId: `a:${message.id.id}:${status}`,
    userId,
    chatId: message.to,
    chatKind: 'private',
    sentAt: at,
    content: { kind: 'delivery', messageRef: message.id._serialized, status },
  }
}

/** The chat is not part of it: the same message comes under the number today and under the lid tomorrow. */
const idOf = (message: Message, who: Identity) => `m:${who.userId}:${message.id.id}`

function envelope(message: Message, { userId }: Identity) {
  const { notifyName } = rawOf(message)
  const profileName = cleanText(notifyName ?? '').trim()
  return {
    channel: 'whatsapp-web' as const,
    userId,
    // a reply goes to where the message came from, never to an address that we put together
    chatId: message.from,
    chatKind: 'private' as const,
    ...(profileName === '' ? {} : { profileName }),
    sentAt: message.timestamp * 1000,
  }
}

function contentOf(message: Message, who: Identity): InboundContent | undefined {
  const type: string = message.type
  const raw = rawOf(message)
  switch (type) {
    case 'chat':
      return { kind: 'text', text: cleanText(message.body) }
    case 'image':
      return {
        kind: 'photo',
        file: fileOf(message),
        ...captionOf(message),
        ...(raw.groupedMediaId ? { album: raw.groupedMediaId } : {}),
      }
    case 'document':
    case 'video':
      return { kind: 'document', file: fileOf(message), ...captionOf(message) }
    case 'audio':
    case 'ptt': {
      const seconds = Number(raw.duration)
      return { kind: 'voice', file: fileOf(message), ...(seconds > 0 ? { seconds } : {}) }
    }
    case 'location': {
      const latitude = Number(message.location?.latitude)
      const longitude = Number(message.location?.longitude)
      const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
      return isPlace ? { kind: 'location', latitude, longitude } : { kind: 'unsupported', what: 'location' }
    }
    case 'vcard':
      return contactOf(message.vCards?.[0] ?? raw.body ?? '', who) ?? { kind: 'unsupported', what: 'contact' }
    case 'call_log':
      return { kind: 'unsupported', what: 'call' }
    default:
      return notices.has(type) ? undefined : { kind: 'unsupported', what: cleanText(type) }
  }
}

function captionOf(message: Message): { caption?: string } {
  const caption = cleanText(message.body)
  return caption === '' ? {} : { caption }
}

function fileOf(message: Message): FileRef {
  const { size, mimetype, filename } = rawOf(message)
  return {
    ref: message.id._serialized,
    ...(typeof size === 'number' ? { size } : {}),
    ...(mimetype ? { mime: cleanText(mimetype) } : {}),
    ...(filename ? { name: cleanText(filename) } : {}),
  }
}

/** WhatsApp writes the number as `TEL;type=CELL;waid=6281234567890:+62 812-3456-7890`. */
function contactOf(vcard: string, who: Identity): InboundContent | undefined {
  const [, waid] = /^(?:item\d+\.)?TEL[^:\n]*;waid=(\d{7,15})/im.exec(vcard) ?? []
  const [, typed = ''] = /^(?:item\d+\.)?TEL[^:\n]*:(.+)$/im.exec(vcard) ?? []
  const digits = waid ?? typed.replace(/\D/g, '')
  if (digits.length < 7) return undefined
  const phone = waid !== undefined || typed.trim().startsWith('+') ? `+${digits}` : digits
  const [, name = ''] = /^FN[^:\n]*:(.+)$/im.exec(vcard) ?? []
  return {
    kind: 'contact',
    phone,
    ...(name.trim() === '' ? {} : { name: cleanText(name.trim()) }),
    // the card is only typed text; that it is their own number, WhatsApp itself has told us
    own: phone === who.phone,
  }
}
