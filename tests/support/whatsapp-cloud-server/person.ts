import { createHash } from 'node:crypto'
import type { CloudServer } from './cloud-server.ts'
import type { SentMessage } from './rules.ts'

/** One message of the business as this person has it. */
export interface Received {
  readonly id: string
  readonly message: SentMessage
  readonly at: number
}

/** What can be pressed on a message: what it says (or carries), and what that sends. */
interface Key {
  readonly says: readonly string[]
  readonly content: Record<string, unknown>
}

/** Somebody with WhatsApp: writes, presses, sends files, blocks. */
export class TestPerson {
  readonly name: string
  /** Null: has a user name and shows no number. */
  readonly waId: string | null
  /** Undefined: from before there were business-scoped ids. */
  readonly userId: string | undefined
  readonly received: Received[] = []
  lastWroteAt: number | undefined
  isBlocking = false
  readonly #server: CloudServer

  constructor(server: CloudServer, name: string, waId: string | null, userId: string | undefined) {
    this.#server = server
    this.name = name
    this.waId = waId
    this.userId = userId
  }

  say(text: string): Record<string, unknown> {
    return this.send({ type: 'text', text: { body: text } })
  }

  /** Presses what says or carries this on the latest message that has it: a button, a row of a list, a quick reply of a template. */
  press(label: string): Record<string, unknown> {
    for (const { id, message } of this.received.toReversed()) {
      const key = keysOf(message).find(({ says }) => says.includes(label))
      if (key) return this.send({ ...key.content, context: { from: this.#server.displayNumber, id } })
    }
    throw new Error(`nothing to press says "${label}"`)
  }

  sendImage(bytes: Uint8Array, caption?: string) {
    return this.send({ type: 'image', image: { ...this.#media(bytes, 'image/jpeg'), ...(caption && { caption }) } })
  }

  sendDocument(bytes: Uint8Array, filename: string, mime: string) {
    return this.send({ type: 'document', document: { ...this.#media(bytes, mime), filename } })
  }

  sendVoice(bytes: Uint8Array) {
    return this.send({ type: 'audio', audio: { ...this.#media(bytes, 'audio/ogg; codecs=opus'), voice: true } })
  }

  sendLocation(latitude: number, longitude: number) {
    return this.send({ type: 'location', location: { latitude, longitude } })
  }

  shareContact(waId: string) {
    const phones = [{ phone: `+${waId}`, wa_id: waId, type: 'CELL' }]
    return this.send({ type: 'contacts', contacts: [{ name: { formatted_name: this.name }, phones }] })
  }

  sendSticker() {
    return this.send({ type: 'sticker', sticker: this.#media(new Uint8Array(8), 'image/webp') })
  }

  /** Any content; returns the webhook's value, which can be delivered again. */
  send(content: Record<string, unknown>, options: { at?: number; hold?: boolean } = {}): Record<string, unknown> {
    const at = options.at ?? this.#server.now()
    this.lastWroteAt = Math.max(this.lastWroteAt ?? 0, at)
    const value = {
      contacts: [
        {
          profile: { name: this.name },
          ...(this.waId !== null && { wa_id: this.waId }),
          ...(this.userId !== undefined && { user_id: this.userId }),
        },
      ],
      messages: [
        {
          ...(this.waId !== null && { from: this.waId }),
          ...(this.userId !== undefined && { from_user_id: this.userId }),
          id: this.#server.newId(),
          timestamp: String(Math.floor(at / 1000)),
          ...content,
        },
      ],
    }
    if (!options.hold) this.#server.webhooks.push(value)
    return value
  }

  #media(bytes: Uint8Array, mime: string) {
    const id = this.#server.addMedia(bytes, mime, 7)
    return { id, mime_type: mime, sha256: createHash('sha256').update(bytes).digest('base64') }
  }
}

function keysOf(message: SentMessage): readonly Key[] {
  if (message.type === 'template')
    return message.template.components.flatMap((part) =>
      part.type === 'button'
        ? [
            {
              says: [`quick reply ${Number(part.index) + 1}`, part.parameters[0]!.payload],
              content: {
                type: 'button',
                button: { payload: part.parameters[0]!.payload, text: `quick reply ${Number(part.index) + 1}` },
              },
            },
          ]
        : [],
    )
  if (message.type !== 'interactive') return []
  const { interactive } = message
  if (interactive.type === 'button')
    return interactive.action.buttons.map(({ reply }) => ({
      says: [reply.title, reply.id],
      content: { type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } },
    }))
  if (interactive.type === 'list')
    return interactive.action.sections.flatMap(({ rows }) =>
      rows.map((row) => ({
        says: [row.title, row.description ?? row.title, row.id],
        content: { type: 'interactive', interactive: { type: 'list_reply', list_reply: row } },
      })),
    )
  return []
}
