import { formatNumber, readQuantityUnit, unitFamily } from '../../bahasa/index.ts'
import { type Kind, numberFrom, readContext, typed } from './kind.ts'

/** An amount with its unit: `x_jumlah` and `x_satuan` in expressions. */
type QuantityValue = { readonly value: number; readonly unit: string }

export const quantityUnit: Kind<QuantityValue> = {
  type: 'quantity_unit',
  asked: true,
  echoed: true,
  read: (input, _question, context) =>
    typed(input, (text) => {
      const reading = readQuantityUnit(text, readContext(context))
      return 'ask' in reading ? reading : { ...reading, value: { ...reading.value } }
    }),
  show: ({ value, unit }) => `${formatNumber(value)} ${unit}`,
  toNode: ({ value, unit }) => ({ text: String(value), parts: { jumlah: String(value), satuan: unit } }),
  fromText: (text) => {
    const [amount = '', ...unit] = text.trim().split(' ')
    const value = numberFrom(amount)
    return value === undefined || unit.length === 0 ? undefined : { value, unit: unit.join(' ') }
  },
  fromParts: ({ jumlah = '', satuan = '' }) => {
    const value = numberFrom(jumlah)
    return value === undefined ? undefined : { value, unit: satuan }
  },
  fitsUnit: ({ unit }, expected) => {
    const family = unitFamily(expected)
    return family === undefined || unitFamily(unit) === family
  },
}
