import { MINUTE } from '../../lib/local-time.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import type { Actor } from './play-round.ts'
import type { Act } from './villager.ts'

/** The member of staff who opens the round in chat: the list, the preview, and yes. Everything else they only read. */
export class RoundOpener implements Actor {
  readonly userId: string
  readonly zone: string
  #opened = false

  constructor(userId: string, zone: string) {
    this.userId = userId
    this.zone = zone
  }

  hear(message: OutboundMessage, messageRef: string): Act | undefined {
    if (this.#opened) return undefined
    const open = message.choices?.find((c) => c.label.includes('Ya, buka'))
    if (open) {
      this.#opened = true
      return { afterMs: MINUTE, doing: { kind: 'press', choice: open, messageRef } }
    }
    const number = /^(\d+)\. .*belum dibuka/m.exec(message.text)?.[1]
    return number === undefined ? undefined : { afterMs: MINUTE, doing: { kind: 'text', text: number } }
  }

  said(): void {}
}
