import { readChoices } from '../../bahasa/index.ts'
import { type Kind, readContext, typed } from './kind.ts'

/** Codes of the choices taken; with blanks between them in expressions. */
export const selectMultiple: Kind<readonly string[]> = {
  type: 'select_multiple',
  asked: true,
  read: (input, _question, context) => typed(input, (text) => readChoices(text, context.choices, readContext(context))),
  show: (value, { label }) => value.map(label).join(', '),
  toNode: (value) => ({ text: value.join(' ') }),
  fromText: (text) => (text.trim() === '' ? undefined : text.trim().split(/\s+/)),
}
