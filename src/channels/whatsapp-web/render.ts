import { capabilities } from '../../messages/capabilities.ts'
import type { OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import { render } from '../../messages/render.ts'

/** One message as WhatsApp takes it. */
export interface Call {
  readonly text: string
  readonly attachment?: OutboundAttachment
  readonly asDocument: boolean
}

/** What the phone shows as a picture; any other goes as a file. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * The messages that say this one, in order. There are no buttons (WhatsApp delivers them no more from here), no edits
 * and no keys that share a number or place: choices are numbered text, and a replacement is said anew.
 */
export function toCalls(message: OutboundMessage): Call[] {
  return render(message, capabilities['whatsapp-web']).map(({ text, attachment }) => ({
    text,
    asDocument: attachment !== undefined && (attachment.kind === 'document' || !pictures.has(attachment.mime)),
    ...(attachment ? { attachment } : {}),
  }))
}
