import { findNumbers } from '../numbers.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { Lexicon } from '../types.ts'
import { unitFamily, unitOf } from '../units.ts'

// A quantity said in two measures.

/**
 * "2 ton 500 kg" and "dua hektar setengah" are one quantity. Measures of one family right behind each other, the smaller
 * one less than one of the larger, become the smaller unit; a half behind a measure is half of that measure.
 */
export function joinCompound(
  tokens: readonly Token[],
  into: 'smaller' | 'larger',
  lexicon?: Lexicon,
): readonly Token[] {
  const [first, second, third] = findNumbers(tokens)
  if (!first || !second || third || first.problem || second.problem) return tokens
  const unit = tokens[first.end]!
  const large = unitOfToken(unit, lexicon)
  if (large === undefined || second.start !== first.end + 1 || !(large in measures)) return tokens
  const joined = (value: number, rest: readonly Token[]): readonly Token[] => [
    ...tokens.slice(0, first.start),
    { ...tokens[first.start]!, kind: 'number', text: String(value).replace('.', ',') },
    ...rest,
  ]
  const small = unitOfToken(tokens[second.end], lexicon)
  if (second.spelled && (second.value === 0.5 || second.value === 0.25))
    return small === undefined ? joined(first.value + second.value, [unit, ...tokens.slice(second.end)]) : tokens
  if (small === undefined || !(small in measures) || unitFamily(small) !== unitFamily(large)) return tokens
  const ratio = measures[large]! / measures[small]!
  if (ratio <= 1 || second.value >= ratio || !Number.isInteger(first.value)) return tokens
  if (into === 'smaller') return joined(first.value * ratio + second.value, tokens.slice(second.end))
  return fine.has(large) && second.spelled === first.spelled
    ? joined((first.value * ratio + second.value) / ratio, [unit, ...tokens.slice(second.end + 1)])
    : tokens
}
/** Of these a number with a decimal is said: "1 meter 20 senti" is 1,2; "2 ton 500 kg" may be 2,5 or 2.500. */
const fine = wordSet('meter km kg ha')
export const unitOfToken = (token: Token | undefined, lexicon?: Lexicon) =>
  token?.kind === 'word' ? unitOf(token, lexicon) : undefined

/** How many of the smallest measure of its family a unit holds. */
export const measures: Readonly<Record<string, number>> = {
  gram: 1,
  ons: 100,
  kg: 1000,
  kuintal: 100_000,
  ton: 1_000_000,
  m2: 1,
  are: 100,
  ha: 10_000,
  cm: 1,
  meter: 100,
  km: 100_000,
}
