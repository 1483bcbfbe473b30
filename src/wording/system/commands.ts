import type { OutboundMessage } from '../../messages/outbound.ts'
import { writeToken } from '../../messages/tokens.ts'
import { type Option, withOptions } from '../choices.ts'
import type { Audience } from '../context.ts'

/** Buttons that stand for a typed word. */

export function command(label: string, word: string, argument?: string): Option {
  return {
    label,
    data: writeToken(argument === undefined ? { kind: 'command', word } : { kind: 'command', word, argument }),
  }
}

/** The text already says which word to type, so the buttons are only a shorter way and no list is written. */
export function commandOptions(text: string, to: Audience, options: readonly Option[]): OutboundMessage {
  if (!to.capabilities.buttons) return { text }
  return { text, choices: options.map(({ label, data }) => ({ label, data })), choicesInText: true }
}

/** A numbered choice of commands. */
export function commandChoice(text: string, to: Audience, options: readonly Option[]): OutboundMessage {
  return withOptions(text, options, to.capabilities)
}
