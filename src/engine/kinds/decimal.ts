import { formatNumber, readDecimal } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** A number with a comma. */
export const decimal: Kind<number> = {
  type: 'decimal',
  asked: true,
  echoed: true,
  read: (input, _question, context) => typed(input, (text) => readDecimal(text, readContext(context))),
  show: (value) => formatNumber(value),
  toNode: (value) => ({ text: String(value) }),
  fromText: numberFrom,
}
