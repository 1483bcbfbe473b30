import { unitFamilies, unitSpellings } from './lexicon/units.ts'
import type { Token } from './text.ts'
import type { Lexicon } from './types.ts'

const units: ReadonlyMap<string, string> = new Map(
  Object.entries(unitSpellings).flatMap(([unit, typed]) =>
    [unit, ...typed.split(' ').filter(Boolean)].map((word) => [word, unit] as const),
  ),
)
const families: ReadonlyMap<string, string> = new Map(
  Object.entries(unitFamilies).flatMap(([family, members]) =>
    members.split(' ').map((unit) => [unit, family] as const),
  ),
)

const clitics = ['nya', 'mi', 'ji', 'mo']

/** The canonical unit a word stands for: "hektar" → "ha", "phn" → "pohon". */
export function unitOf(token: Pick<Token, 'text' | 'low'>, lexicon?: Lexicon): string | undefined {
  const local = lexicon?.units?.[token.low]
  if (local !== undefined) return local
  const unit = units.get(token.low) ?? units.get(token.text)
  // "7 karungmi", "3 ikatnya"
  if (unit !== undefined || token.low.length < 5) return unit
  const ending = clitics.find((clitic) => token.low.endsWith(clitic))
  return ending && units.get(token.low.slice(0, -ending.length))
}

/**
 * Units of one family may be compared: `ton` and `kg` are both "mass". A unit without kin is its own family; however a
 * plan spells a unit, its family is that of the unit it is read as.
 */
export function unitFamily(unit: string): string {
  const canonical = units.get(unit) ?? unit
  return families.get(canonical) ?? canonical
}
