import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'

/** Replies to what cannot be read, is too big, or was not asked for; and our own apology. */

/** @param what the channel's word for it: "sticker", "call", "unreadable" (it came, but could not be opened), anything else */
export function unsupported(what: string, to: Audience): OutboundMessage {
  switch (what) {
    case 'sticker':
      return { text: say(to, 'unsupported-sticker', { sapaan: to.sapaan }) }
    case 'call':
      return { text: say(to, 'unsupported-call') }
    case 'unreadable':
      return { text: say(to, 'unsupported-unreadable', { sapaan: to.sapaan }) }
    default:
      return { text: say(to, 'unsupported-other', { sapaan: to.sapaan }) }
  }
}

export function fileTooBig(maxBytes: number, to: Audience): OutboundMessage {
  return { text: say(to, 'file-too-big', { sapaan: to.sapaan, megabytes: Math.floor(maxBytes / (1024 * 1024)) }) }
}

/** It was taken as an answer, and could not be fetched or opened afterwards. */
export function fileLost(to: Audience): OutboundMessage {
  return { text: say(to, 'file-lost', { sapaan: to.sapaan }) }
}

/** Staff closed the service for this person. */
export function accessClosed(about: { readonly programme: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'access-closed', { sapaan: to.sapaan, programme: about.programme }) }
}

/** A message that failed three times was set aside for staff. */
export function parked(to: Audience): OutboundMessage {
  return { text: say(to, 'parked', { sapaan: to.sapaan }) }
}
