import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Parameter } from './database.ts'

/**
 * The condition that a region code lies in one of the regions somebody may see; nothing lies in an empty list. Codes go
 * into `parameters`, so several conditions of one statement can be built one after the other.
 */
export function within(column: string, regionCodes: readonly string[], parameters: Parameter[]): string {
  if (regionCodes.includes(WHOLE_PROGRAMME)) return '1 = 1'
  if (regionCodes.length === 0) return '1 = 0'
  const conditions = regionCodes.map((code) => {
    const n = parameters.push(code)
    return `${column} = $${n} or ${column} like $${n} || '.%'`
  })
  return `(${conditions.join(' or ')})`
}
