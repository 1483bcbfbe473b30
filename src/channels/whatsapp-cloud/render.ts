import { capabilities } from '../../messages/capabilities.ts'
import { withoutMarkup } from '../../messages/markup.ts'
import type { OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import { type Part, render, renderAsText } from '../../messages/render.ts'
import type { Template } from '../channel.ts'

/** What the one button says that opens a list, and the request for a place. */
export interface CloudLabels {
  /** At most 20 characters. */
  readonly openList: string
  readonly askLocation: string
}

/** One message of the Cloud API, but for who gets it; an attachment is uploaded first and its id put in. */
export type Payload =
  | { readonly kind: 'ready'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'file'; readonly attachment: OutboundAttachment; readonly caption: string }

const limits = capabilities['whatsapp-cloud']

/** The messages that say this, in order. None for a message that says nothing. */
export function toPayloads(message: OutboundMessage, labels: CloudLabels): Payload[] {
  if (message.requests === 'location') return withLocationRequest(message, labels)
  return render(message, limits).map((part) => payloadOf(part, labels))
}

function payloadOf({ text, buttons, rows, attachment }: Part, labels: CloudLabels): Payload {
  if (attachment) return { kind: 'file', attachment, caption: text }
  if (buttons)
    return interactive({
      type: 'button',
      body: { text },
      action: { buttons: buttons.map(({ label, data }) => ({ type: 'reply', reply: { id: data, title: label } })) },
    })
  if (rows)
    return interactive({
      type: 'list',
      body: { text },
      action: {
        button: labels.openList,
        sections: [
          {
            rows: rows.map(({ label, data, description }) => ({
              id: data,
              title: label,
              ...(description !== undefined && { description }),
            })),
          },
        ],
      },
    })
  return { kind: 'ready', body: { type: 'text', text: { body: text, preview_url: false } } }
}

/** The phone offers its own map; choices beside it stand in the text, since a message carries one kind of button only. */
function withLocationRequest(message: OutboundMessage, labels: CloudLabels): Payload[] {
  const parts = renderAsText(message, limits)
  const last = parts.at(-1)
  const fits = last && last.attachment === undefined && last.text.length <= (limits.buttons?.maxText ?? 0)
  const before = fits ? parts.slice(0, -1) : parts
  const request = interactive({
    type: 'location_request_message',
    body: { text: fits ? last.text : labels.askLocation },
    action: { name: 'send_location' },
  })
  return [...before.map((part) => payloadOf(part, labels)), request]
}

const interactive = (body: Readonly<Record<string, unknown>>): Payload => ({
  kind: 'ready',
  body: { type: 'interactive', interactive: body },
})

/** A template as the API wants it. Parameters may hold no line ends, tabs or rows of spaces (error 132012 else). */
export function templateBody({ name, language, parameters, payloads }: Template): Readonly<Record<string, unknown>> {
  const body =
    parameters.length === 0
      ? []
      : [
          {
            type: 'body',
            parameters: parameters.map((text) => ({ type: 'text', text: withoutMarkup(oneLine(text)) || '-' })),
          },
        ]
  const buttons = payloads.map((payload, index) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index: String(index),
    parameters: [{ type: 'payload', payload }],
  }))
  return { type: 'template', template: { name, language: { code: language }, components: [...body, ...buttons] } }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 1024)
