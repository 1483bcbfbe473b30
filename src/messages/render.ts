import type { Capabilities } from './capabilities.ts'
import { withoutMarkup } from './markup.ts'
import type { Choice, OutboundAttachment, OutboundMessage } from './outbound.ts'
import { shorten, split } from './split.ts'

/** A line of a list that opens from one button. */
export interface Row extends Choice {
  /** The label in full, where the title has not the room. */
  readonly description?: string
}

/** One message as a channel sends it: within its limits, choices and attachment already placed. */
export interface Part {
  /** Empty only beside an attachment. */
  readonly text: string
  /** Never both: buttons, or rows of a list. */
  readonly buttons?: readonly Choice[]
  readonly rows?: readonly Row[]
  readonly attachment?: OutboundAttachment
}

/** Choices as buttons where the channel has them and they fit, else on the rows of a list, else as a numbered list in the text. */
export function render(message: OutboundMessage, capabilities: Capabilities): Part[] {
  const choices = message.choices ?? []
  if (choices.length === 0) return renderAsText(message, capabilities)
  const { buttons, list } = capabilities
  const fits = buttons !== undefined && isWithin(choices, buttons.max, buttons.maxDataBytes)
  // a list has more room for a label than a button
  if (fits && (!list || choices.every(({ label }) => label.length <= buttons.maxLabel)))
    return renderForButtons(message, capabilities)
  if (list && isWithin(choices, list.rows, list.maxDataBytes)) return renderForList(message, capabilities)
  return fits ? renderForButtons(message, capabilities) : renderAsText(message, capabilities)
}

/**
 * Choices become buttons on the last part. A label that is longer than the channel's limit is cut, and then the text
 * lists all labels in full, numbered as the buttons are. Empty text without attachment gives no part.
 */
export function renderForButtons(message: OutboundMessage, capabilities: Capabilities): Part[] {
  const choices = message.choices ?? []
  const maxLabel = capabilities.buttons?.maxLabel ?? Number.POSITIVE_INFINITY
  const { text, labels } = pressed(message, choices, maxLabel)
  const buttons = choices.map(({ data }, i) => ({ label: labels[i]!, data }))
  return parts(message, text, { buttons }, capabilities)
}

/**
 * Choices become rows of a list on the last part. A label that has not the room in the title stands in full below it;
 * one that is longer than both is cut, and then the text lists all labels.
 */
export function renderForList(message: OutboundMessage, capabilities: Capabilities): Part[] {
  const choices = message.choices ?? []
  const { maxLabel, maxDescription } = capabilities.list ?? unlimited
  const { text, labels } = pressed(message, choices, maxDescription)
  const rows = choices.map(({ data }, i): Row => {
    const label = labels[i]!
    return label.length <= maxLabel ? { label, data } : { label: shorten(label, maxLabel), data, description: label }
  })
  return parts(message, text, { rows }, capabilities)
}

/** Choices become a numbered list at the end of the text ("1 Sudah selesai"), unless the text lists them itself. */
export function renderAsText(message: OutboundMessage, capabilities: Capabilities): Part[] {
  const choices = message.choices ?? []
  const text = message.choicesInText ? message.text : withList(message.text, choices)
  return parts(message, text, {}, capabilities)
}

const unlimited = { maxLabel: Number.POSITIVE_INFINITY, maxDescription: Number.POSITIVE_INFINITY }

function isWithin(choices: readonly Choice[], max: number, maxDataBytes: number): boolean {
  return (
    choices.length <= max &&
    choices.every(
      ({ label, data }) => label.trim() !== '' && data !== '' && new TextEncoder().encode(data).length <= maxDataBytes,
    )
  )
}

/** What the text and the labels say when the choices can be pressed. */
function pressed(
  message: OutboundMessage,
  choices: readonly Choice[],
  maxLabel: number,
): { readonly text: string; readonly labels: readonly string[] } {
  // no channel shows buttons without a text
  const alone = message.text.trim() === '' && message.attachment === undefined
  if (!alone && choices.every((choice) => choice.label.length <= maxLabel))
    return { text: message.text, labels: choices.map(({ label }) => label) }
  return {
    text: message.choicesInText ? message.text : withList(message.text, choices),
    labels: choices.map(({ label }, i) => shorten(message.choicesInText ? label : `${i + 1} ${label}`, maxLabel)),
  }
}

function withList(text: string, choices: readonly Choice[]): string {
  const list = choices.map((choice, i) => `${i + 1} ${choice.label}`).join('\n')
  return [text.trimEnd(), list].filter((piece) => piece !== '').join('\n')
}

/** What can be pressed needs words above it; where a file cannot carry it, and has no words, this sign stands in. */
const wordless = '⬇️'

function parts(
  message: OutboundMessage,
  text: string,
  pressable: Pick<Part, 'buttons' | 'rows'>,
  capabilities: Capabilities,
): Part[] {
  const { maxText, maxCaption, filesCarryButtons } = capabilities
  const { attachment } = message
  const trimmed = capabilities.markup === undefined ? text.trim() : withoutMarkup(text.trim())
  const hasChoices = (pressable.buttons ?? pressable.rows ?? []).length > 0
  const carries = filesCarryButtons || !hasChoices
  const asCaption = attachment !== undefined && trimmed.length <= maxCaption && carries
  const words = trimmed === '' && attachment !== undefined && !carries ? wordless : trimmed
  const texts = asCaption ? [trimmed] : split(words, maxText)
  const result: Part[] = texts.map((part) => ({ text: part }))
  if (attachment) {
    if (asCaption) result[0] = { text: trimmed, attachment }
    else result.unshift({ text: '', attachment })
  }
  return hasChoices ? carrying(result, pressable, capabilities) : result
}

/** The last part carries what can be pressed; where that may say less than a plain text, the text before it goes alone. */
function carrying(
  result: readonly Part[],
  pressable: Pick<Part, 'buttons' | 'rows'>,
  capabilities: Capabilities,
): Part[] {
  const last = result.at(-1)
  if (!last) return []
  const limit = pressable.rows ? capabilities.list?.maxText : capabilities.buttons?.maxText
  const { text } = last
  if (limit === undefined || text.length <= limit) return [...result.slice(0, -1), { ...last, ...pressable }]
  const { head, tail } = splitTail(text, limit)
  return [
    ...result.slice(0, -1),
    ...split(head, capabilities.maxText).map((part) => ({ text: part })),
    { text: tail, ...pressable },
  ]
}

/** The question stands at the end, so the end stays together: the last paragraphs, lines or words that fit. */
function splitTail(text: string, max: number): { head: string; tail: string } {
  for (const boundary of [/\n[\t ]*\n\s*/g, /\n\s*/g, /\s+/g]) {
    const found = [...text.matchAll(boundary)].find(({ index, 0: gap }) => text.length - index - gap.length <= max)
    if (found) return { head: text.slice(0, found.index), tail: text.slice(found.index + found[0].length) }
  }
  const tail = split(text, max).at(-1) ?? ''
  return { head: text.slice(0, text.length - tail.length).trimEnd(), tail }
}
