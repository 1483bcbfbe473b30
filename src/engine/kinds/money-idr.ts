import { formatRupiah, readMoneyIdr } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** Whole rupiah. */
export const moneyIdr: Kind<number> = {
  type: 'money_idr',
  asked: true,
  echoed: true,
  read: (input, _question, context) => typed(input, (text) => readMoneyIdr(text, readContext(context))),
  show: (value) => formatRupiah(value),
  toNode: (value) => ({ text: String(value) }),
  fromText: numberFrom,
}
