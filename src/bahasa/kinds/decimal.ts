import type { ReadContext, Reading } from '../types.ts'
import { numberReading, readCount } from './integer.ts'

/** A number with or without decimals, 0 or more: "2,5", "dua setengah", "1 1/2". */
export function readDecimal(text: string, ctx: ReadContext): Reading<number> {
  const amount = readCount(text, ctx, 'decimal')
  return 'ask' in amount ? amount : numberReading(amount)
}
