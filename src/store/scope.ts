import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Parameter } from './database.ts'

/**
 * The condition that a region code lies in one of the regions somebody may see; nothing lies in an empty list. Codes go
 * into `parameters`, so several conditions of one statement can be built one after the other.
 *
 * A range and no pattern, because an index gives a range: a kabupaten of a country is then read without looking at the
 * others. The parts of a code have fixed widths, so that its order is the tree's under any collation, also one that does
 * not look at dots.
 */
export function within(column: string, regionCodes: readonly string[], parameters: Parameter[]): string {
  if (regionCodes.includes(WHOLE_PROGRAMME)) return '1 = 1'
  if (regionCodes.length === 0) return '1 = 0'
  const conditions = regionCodes.map((code) => {
    const n = parameters.push(code)
    return insideOf(column, n)
  })
  return `(${conditions.join(' or ')})`
}

/** That a region code is the region in parameter `$n`, or lies in it. */
export function insideOf(column: string, n: number): string {
  return `${column} between $${n} and $${n} || '.99.99.9999'`
}
