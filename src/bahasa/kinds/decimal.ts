import type { ReadContext, Reading } from '../types.ts'
import { numberReading, readCount } from './integer.ts'

/** A number with or without decimals, 0 or more: "2,5", "dua setengah", "1 1/2". */
export function readDecimal(text: string, ctx: ReadContext): Reading<number> {
  // what is measured is often an average: "rata-rata 4,15"
  const amount = readCount(text.replace(average, ' '), ctx, 'decimal')
  return 'ask' in amount ? amount : numberReading(amount)
}
const average = /(?<!\p{L})rata(?:[\s-]*rata|2)(?:nya)?(?!\p{L})/giu
