import { formatCountBySex, readCountBySex } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** People, women and men apart: `x_total`, `x_l` and `x_p` in expressions. */
type CountValue = { readonly total: number; readonly l: number; readonly p: number }

export const countBySex: Kind<CountValue> = {
  type: 'count_by_sex',
  asked: true,
  echoed: true,
  read: (input, _question, context) =>
    typed(input, (text) => {
      const reading = readCountBySex(text, readContext(context))
      return 'ask' in reading ? reading : { ...reading, value: { ...reading.value } }
    }),
  show: (value) => formatCountBySex(value),
  toNode: ({ total, l, p }) => ({ text: String(total), parts: { total: String(total), l: String(l), p: String(p) } }),
  // a total alone does not say who came
  fromText: (text) => (text === '0' ? { total: 0, l: 0, p: 0 } : undefined),
  fromParts: ({ l = '', p = '' }) => {
    const men = numberFrom(l)
    const women = numberFrom(p)
    return men === undefined || women === undefined ? undefined : { total: men + women, l: men, p: women }
  },
}
