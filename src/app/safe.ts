import { hashOfComplaint, type Keys, keysFrom } from '../lib/seal.ts'
import type { InboundContent } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { boxedBody, boxedContent } from '../store/sealed.ts'

/**
 * Closes and opens what is told in confidence, with a key of its own (SEALED_KEY), apart from the one for phone numbers.
 * Opening gives undefined for what another key closed: nobody's turn stops at it.
 */
export class Safe {
  readonly #keys: Keys

  /** `sealedKey`: 32 bytes. */
  constructor(sealedKey: Buffer) {
    this.#keys = keysFrom(sealedKey)
  }

  /** What stands in the database in place of a code. */
  hashOf(code: string): string {
    return hashOfComplaint(this.#keys.hashKey, code)
  }

  close(value: unknown): string {
    return this.#keys.seal(JSON.stringify(value))
  }

  open<T>(box: string): T | undefined {
    let text: string
    try {
      text = this.#keys.open(box)
    } catch {
      return undefined
    }
    return JSON.parse(text) as T
  }

  closeContent(content: InboundContent): InboundContent {
    return boxedContent(this.close(content))
  }

  openContent(box: string): InboundContent | undefined {
    return this.open<InboundContent>(box)
  }

  closeBody(body: OutboundMessage): OutboundMessage {
    return boxedBody(this.close(body))
  }

  openBody(box: string): OutboundMessage | undefined {
    return this.open<OutboundMessage>(box)
  }
}
