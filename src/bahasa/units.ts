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

/** Measures typed apart as one word: "m 2", "meter persegi", "meter kubik", "kilo meter"; "2,5 klo" is no if. */
export function joinMeasures(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [a, b] = [tokens[i]!, tokens[i + 1]]
    // "20 kilo meter" is a length, and so is "senti meter": the prefix was typed apart
    const whole = b?.kind === 'word' ? prefixed[`${a.low} ${unitOf(b) ?? b.low}`] : undefined
    if (whole) {
      joined.push({ ...a, text: whole, low: whole, raw: whole })
      i++
      continue
    }
    if (a.low === 'krg' && joined.at(-1)?.kind === 'number') {
      joined.push({ ...a, text: 'karung', low: 'karung' })
      continue
    }
    if (a.low === 'klo' && joined.at(-1)?.kind === 'number') {
      joined.push({ ...a, text: 'kg' })
      continue
    }
    if (a.low === 'g' && joined.at(-1)?.kind === 'number') {
      joined.push({ ...a, text: 'gram' })
      continue
    }
    const metre = a.kind === 'word' && unitOf(a) === 'meter'
    const square = metre && ((b?.text === '2' && b.glued) || b?.text === 'persegi')
    const cubic = metre && ((b?.text === '3' && b.glued) || b?.text === 'kubik')
    if (square || cubic) {
      joined.push({ ...a, text: square ? 'm2' : 'm3', low: square ? 'm2' : 'm3' })
      i++
    } else joined.push(a)
  }
  return joined
}

const prefixed: Readonly<Record<string, string>> = {
  'kilo meter': 'km',
  'kilo gram': 'kg',
  'kilo kg': 'kg',
  'senti meter': 'cm',
  'centi meter': 'cm',
  'hekto are': 'ha',
  'hek are': 'ha',
}
