import { formatMonth, readMonth } from '../../bahasa/index.ts'
import { isDate } from '../../lib/local-time.ts'
import { type Kind, readContext, typed, wantOf } from './kind.ts'

/** A month, `2024-08`; its first day in expressions. */
export const month: Kind<string> = {
  type: 'month',
  asked: true,
  echoed: true,
  read: (input, question, context) => typed(input, (text) => readMonth(text, readContext(context, wantOf(question)))),
  show: (value) => formatMonth(value),
  toNode: (value) => ({ text: `${value}-01` }),
  fromText: (text) => (isDate(`${text.slice(0, 7)}-01`) ? text.slice(0, 7) : undefined),
}
