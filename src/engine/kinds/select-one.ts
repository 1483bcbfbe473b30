import { readChoice } from '../../bahasa/index.ts'
import { type Kind, readContext, typed } from './kind.ts'

/** The code of one choice. */
export const selectOne: Kind<string> = {
  type: 'select_one',
  asked: true,
  read: (input, _question, context) => typed(input, (text) => readChoice(text, context.choices, readContext(context))),
  show: (value, { label }) => label(value),
  toNode: (value) => ({ text: value }),
  fromText: (text) => text.trim() || undefined,
}
