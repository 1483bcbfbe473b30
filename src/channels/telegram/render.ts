import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types'
import { capabilities } from '../../messages/capabilities.ts'
import type { Choice, OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import { render } from '../../messages/render.ts'

/** One call to the Bot API that says a part of a message. Always plain text: no `parse_mode`, no entities of ours. */
export type Call =
  | {
      readonly method: 'edit'
      readonly messageId: number
      readonly text: string
      readonly markup?: InlineKeyboardMarkup
    }
  | { readonly method: 'text'; readonly text: string; readonly markup?: Markup }
  | {
      readonly method: 'photo' | 'document'
      readonly attachment: OutboundAttachment
      readonly caption: string
      readonly markup?: Markup
    }

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup

/** What the keys say that share a number or a place. */
export interface RequestLabels {
  readonly contact: string
  readonly location: string
}

/** The calls that say this message, in order. None for a message that says nothing. */
export function toCalls(message: OutboundMessage, labels: RequestLabels): Call[] {
  const { requests } = message
  // a message carries one kind of keyboard only; beside a request the choices are keys whose label is typed for the person
  const parts = render(requests ? { ...message, choicesInText: true } : message, capabilities.telegram)
  const calls = parts.map(({ text, buttons, attachment }, i): Call => {
    const last = i === parts.length - 1
    const markup = requests && last ? requestKeyboard(labels[requests], requests, message.choices) : inline(buttons)
    const keyboard = markup ? { markup } : {}
    return attachment
      ? { method: attachment.kind, attachment, caption: text, ...keyboard }
      : { method: 'text', text, ...keyboard }
  })
  return replacing(message, calls)
}

/** Only a message that is one plain text can take the place of an earlier one. */
function replacing(message: OutboundMessage, calls: Call[]): Call[] {
  const [only] = calls
  if (message.replaces === undefined || !/^\d{1,15}$/.test(message.replaces)) return calls
  if (calls.length !== 1 || only?.method !== 'text') return calls
  if (only.markup && !('inline_keyboard' in only.markup)) return calls
  const markup = only.markup ? { markup: only.markup } : {}
  return [{ method: 'edit', messageId: Number(message.replaces), text: only.text, ...markup }]
}

/**
 * One choice a row, so that a label has the width of the phone; two a row when all of them are short. The numbers and
 * letters of a list that stands in the text come first, six a row.
 */
function inline(buttons: readonly Choice[] | undefined): InlineKeyboardMarkup | undefined {
  if (!buttons) return undefined
  const keys = buttons.map(({ label, data }) => ({ text: label, callback_data: data }))
  const firstWord = keys.findIndex(({ text }) => !/^✓?(?:\d+|[a-z]{1,2})(?:\.\d+)*$/.test(text))
  const numbers = firstWord === -1 ? keys : keys.slice(0, firstWord)
  const words = keys.slice(numbers.length)
  const perRow = words.length > 1 && words.every(({ text }) => text.length <= 12) ? 2 : 1
  return { inline_keyboard: [...inRows(numbers, 6), ...inRows(words, perRow)] }
}

function inRows<T>(keys: readonly T[], perRow: number): T[][] {
  const rows: T[][] = []
  for (let i = 0; i < keys.length; i += perRow) rows.push(keys.slice(i, i + perRow))
  return rows
}

function requestKeyboard(
  label: string,
  requests: 'contact' | 'location',
  choices: readonly Choice[] = [],
): ReplyKeyboardMarkup {
  const request =
    requests === 'contact' ? { text: label, request_contact: true } : { text: label, request_location: true }
  return {
    keyboard: [[request], ...choices.map((choice) => [{ text: choice.label }])],
    one_time_keyboard: true,
    resize_keyboard: true,
  }
}
