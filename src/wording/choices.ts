import { type Capabilities, pressable } from '../messages/capabilities.ts'
import type { Choice, OutboundMessage } from '../messages/outbound.ts'
import { writeToken } from '../messages/tokens.ts'

/**
 * Choices are always numbered and a typed number is always understood, on every channel. Where buttons fit, each button
 * says "1. Sudah selesai"; where they do not (long labels, many of them, several may be chosen) the list stands in the
 * text and the buttons are the bare numbers; where there are no buttons, the list in the text is all.
 */

export interface Option {
  readonly label: string
  readonly data: string
  /** Where only a part of a list is shown; else its place. */
  readonly number?: number
  /** Chosen already, where several may be chosen. */
  readonly chosen?: boolean
}

/** What `options` adds to a message: lines for its text, and buttons. */
export interface Offered {
  readonly lines: readonly string[]
  readonly choices?: readonly Choice[]
  readonly choicesInText?: true
}

/** More than this many full-length buttons push the question off a small screen. */
const fullButtons = 8

export function answerData(session: number, step: number, index: number): string {
  return writeToken({ kind: 'answer', session, step, index })
}

/**
 * @param numbered what the person may pick, in the order of their numbers
 * @param extra buttons beside them that are also words to type ("sama", "lewati"); not numbered
 */
export function offer(
  numbered: readonly Option[],
  extra: readonly Option[],
  capabilities: Capabilities,
  several = false,
): Offered {
  const numberOf = (option: Option, i: number) => option.number ?? i + 1
  const lines = numbered.map((option, i) => `${option.chosen ? '✓ ' : ''}${numberOf(option, i)}. ${option.label}`)
  const buttons = pressable(capabilities)
  if (!buttons || numbered.length + extra.length > buttons.max) {
    // kept with the message all the same: outside a form, a typed number is looked up in the last message's choices
    const choices = numbered.map(({ label, data }) => ({ label, data }))
    return lines.length > 0 ? { lines, choices, choicesInText: true } : { lines }
  }
  const plain = extra.map(({ label, data }) => ({ label, data }))
  const fit = numbered.length <= fullButtons && lines.every((line) => line.length <= buttons.maxLabel)
  if (fit && !several) {
    const choices = [...numbered.map((option, i) => ({ label: lines[i]!, data: option.data })), ...plain]
    return choices.length > 0 ? { lines: [], choices } : { lines: [] }
  }
  const numbers = numbered.map((option, i) => ({
    label: `${option.chosen ? '✓' : ''}${numberOf(option, i)}`,
    data: option.data,
  }))
  return { lines, choices: [...numbers, ...plain], choicesInText: true }
}

/** A message with its options in the form that the channel can carry. */
export function withOptions(
  text: string,
  numbered: readonly Option[],
  capabilities: Capabilities,
  extra: readonly Option[] = [],
): OutboundMessage {
  const offered = offer(numbered, extra, capabilities)
  return {
    text: [text, ...offered.lines].join('\n'),
    ...(offered.choices && { choices: offered.choices }),
    ...(offered.choicesInText && { choicesInText: true }),
  }
}
