import type { Capabilities } from './capabilities.ts'
import type { Choice, OutboundAttachment, OutboundMessage } from './outbound.ts'
import { shorten, split } from './split.ts'

/** One message as a channel sends it: within its limits, buttons and attachment already placed. */
export interface Part {
  /** Empty only beside an attachment. */
  readonly text: string
  readonly buttons?: readonly Choice[]
  readonly attachment?: OutboundAttachment
}

/** Choices as buttons where the channel has them and they fit, else as a numbered list. */
export function render(message: OutboundMessage, capabilities: Capabilities): Part[] {
  return fitsButtons(message.choices ?? [], capabilities)
    ? renderForButtons(message, capabilities)
    : renderAsText(message, capabilities)
}

/**
 * Choices become buttons on the last part. A label that is longer than the channel's limit is cut, and then the text
 * lists all labels in full, numbered as the buttons are. Empty text without attachment gives no part.
 */
export function renderForButtons(message: OutboundMessage, capabilities: Capabilities): Part[] {
  const choices = message.choices ?? []
  const maxLabel = capabilities.buttons?.maxLabel ?? Number.POSITIVE_INFINITY
  // no channel shows buttons without a text
  const alone = message.text.trim() === '' && message.attachment === undefined
  if (!alone && choices.every((choice) => choice.label.length <= maxLabel))
    return parts(message, message.text, choices, capabilities)

  const listed = message.choicesInText ? message.text : withList(message.text, choices)
  const cut = choices.map(({ label, data }, i) => ({
    label: shorten(message.choicesInText ? label : `${i + 1} ${label}`, maxLabel),
    data,
  }))
  return parts(message, listed, cut, capabilities)
}

/** Choices become a numbered list at the end of the text ("1 Sudah selesai"), unless the text lists them itself. */
export function renderAsText(message: OutboundMessage, capabilities: Capabilities): Part[] {
  const choices = message.choices ?? []
  const text = message.choicesInText ? message.text : withList(message.text, choices)
  return parts(message, text, [], capabilities)
}

function fitsButtons(choices: readonly Choice[], { buttons }: Capabilities): boolean {
  if (!buttons) return false
  return (
    choices.length <= buttons.max &&
    choices.every(
      ({ label, data }) =>
        label.trim() !== '' && data !== '' && new TextEncoder().encode(data).length <= buttons.maxDataBytes,
    )
  )
}

function withList(text: string, choices: readonly Choice[]): string {
  const list = choices.map((choice, i) => `${i + 1} ${choice.label}`).join('\n')
  return [text.trimEnd(), list].filter((piece) => piece !== '').join('\n')
}

function parts(
  message: OutboundMessage,
  text: string,
  buttons: readonly Choice[],
  { maxText, maxCaption }: Capabilities,
): Part[] {
  const { attachment } = message
  const trimmed = text.trim()
  const asCaption = attachment !== undefined && trimmed.length <= maxCaption
  const texts = asCaption ? [trimmed] : split(trimmed, maxText)
  const result: Part[] = texts.map((part) => ({ text: part }))
  if (attachment) {
    if (asCaption) result[0] = { text: trimmed, attachment }
    else result.unshift({ text: '', attachment })
  }
  const last = result.at(-1)
  if (last && buttons.length > 0) result[result.length - 1] = { ...last, buttons }
  return result
}
