import { formatNumber, readInteger } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** A whole number. */
export const integer: Kind<number> = {
  type: 'integer',
  asked: true,
  echoed: true,
  read: (input, _question, context) => typed(input, (text) => readInteger(text, readContext(context))),
  show: (value) => formatNumber(value),
  toNode: (value) => ({ text: String(value) }),
  fromText: numberFrom,
}
