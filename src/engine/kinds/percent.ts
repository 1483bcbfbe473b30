import { formatPercent, readPercent } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** A share, 0 to 100. */
export const percent: Kind<number> = {
  type: 'percent',
  asked: true,
  echoed: true,
  read: (input, _question, context) => typed(input, (text) => readPercent(text, readContext(context))),
  show: (value) => formatPercent(value),
  toNode: (value) => ({ text: String(value) }),
  fromText: numberFrom,
}
