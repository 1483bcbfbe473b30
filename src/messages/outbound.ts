/** What we say, in no channel's dialect. Plain text: no markup, so nothing that a person wrote is ever parsed as such. */

export interface Choice {
  readonly label: string
  /** Short (≤ 64 bytes), versioned, without rights: see `tokens.ts`. */
  readonly data: string
}

export interface OutboundAttachment {
  readonly kind: 'photo' | 'document'
  /** Key of the stored bytes (sha-256 hex). */
  readonly hash: string
  readonly name: string
  readonly mime: string
}

export interface OutboundMessage {
  readonly text: string
  /** One of these can be chosen; channels without buttons show them as a numbered list. */
  readonly choices?: readonly Choice[]
  /**
   * The text lists the choices itself (long labels, or several may be chosen), so a channel without buttons must not
   * list them again.
   */
  readonly choicesInText?: true
  /** Replace this earlier message of ours instead of sending a new one, where the channel can; else send it anew. */
  readonly replaces?: string
  readonly attachment?: OutboundAttachment
  /** A paper that is made and attached when the message leaves. */
  readonly paper?: {
    readonly kind: 'briefing'
    readonly regionCode: string
    /** What is said instead where it cannot be made. */
    readonly otherwise: string
  }
  /** A press that the channel wants acknowledged. */
  readonly pressRef?: string
  /** Offer the channel's own way to share the phone number or the location. */
  readonly requests?: 'contact' | 'location'
}
