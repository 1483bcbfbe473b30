import { isRegionCode, levelOf } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'

/** The code of a village as it was typed. Throws `UsageProblem` for anything else. */
export function villageCode(text: string): string {
  if (isRegionCode(text) && levelOf(text) === 'desa') return text
  throw new UsageProblem(`"${text}" is no village code such as 81.05.15.2003.`)
}
