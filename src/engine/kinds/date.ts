import { formatDateLong, readDate } from '../../bahasa/index.ts'
import { isDate } from '../../lib/local-time.ts'
import { type Kind, readContext, typed, wantOf } from './kind.ts'

/** A day, `2024-08-12`. */
export const date: Kind<string> = {
  type: 'date',
  asked: true,
  echoed: true,
  read: (input, question, context) => typed(input, (text) => readDate(text, readContext(context, wantOf(question)))),
  show: (value) => formatDateLong(value),
  toNode: (value) => ({ text: value }),
  fromText: (text) => (isDate(text.slice(0, 10)) ? text.slice(0, 10) : undefined),
}
