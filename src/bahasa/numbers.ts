import { notNumberWords, scaleWords, unitWords, vagueNumbers } from './lexicon/numbers.ts'
import { type Literal, readLiteral } from './literals.ts'
import { within, wordSet } from './similar.ts'
import { type Token, tokenBefore } from './text.ts'
import type { AskReason } from './types.ts'

// The one grammar of numbers. Finds every number in a reply, digits or words or both mixed, and says of each what could
// not be settled; the kinds decide what they accept. A number is never rounded or guessed here.

export interface FoundNumber {
  readonly value: number
  /** Tokens [start, end). */
  readonly start: number
  readonly end: number
  /** Ribu, juta or larger was said. */
  readonly scale: number
  /** Written in words only. */
  readonly spelled: boolean
  /** Single literal as typed, for dates, times and phones. */
  readonly literal?: string | undefined
  /** Why this number cannot be used as it stands. */
  readonly problem?: AskReason | undefined
  /** A small rest after juta or ribu, as in "dua juta lima ratus": the other thing people mean by it. */
  readonly tailAs?: number | undefined
}

export interface NumberOptions {
  /** "M" is miliar. In quantities "m" is metre. */
  readonly m?: 'any case' | 'capital' | 'never'
}

const units = new Map(Object.entries(unitWords))
const scales = new Map(Object.entries(scaleWords))
const vague = wordSet(vagueNumbers)
const notNumbers = wordSet(notNumberWords)
/** "20 jutaan", "4 jt an": about that many, not that many. */
const vagueEndings = wordSet('an jutaan ribuan ratusan puluhan miliaran milyaran belasan')

export const isVague = (word: string) => vague.has(word)

/** Words that a number can begin with. */
export const canOpen: ReadonlySet<string> = new Set([
  ...Object.keys(unitWords),
  ...['sepuluh', 'sebelas', 'seratus', 'seribu', 'sejuta', 'setengah', 'seperempat'],
])

/** The numbers of a reply, in order. */
export function findNumbers(tokens: readonly Token[], options: NumberOptions = {}): readonly FoundNumber[] {
  // one reader after the other looks at the same reply: what was found last is kept for the next
  if (tokens === last.tokens && options.m === last.m) return last.found
  const found = search(tokens, options)
  last = { tokens, m: options.m, found }
  return found
}
let last: { tokens?: readonly Token[]; m?: NumberOptions['m']; found: readonly FoundNumber[] } = { found: [] }

function search(tokens: readonly Token[], options: NumberOptions): FoundNumber[] {
  const found: FoundNumber[] = []
  for (let i = 0; i < tokens.length; ) {
    const { kind, text } = tokens[i]!
    const number = kind === 'number' || canOpen.has(text) ? parseNumber(tokens, i, options) : undefined
    if (number) {
      found.push(number)
      i = number.end
    } else i++
  }
  return found
}

/** The number that begins at token `at`, as long as it goes. */
export function parseNumber(
  tokens: readonly Token[],
  at: number,
  options: NumberOptions = {},
): FoundNumber | undefined {
  let i = at
  let total = 0
  let lastScale = Number.POSITIVE_INFINITY
  let largestScale = 0
  let problem: AskReason | undefined
  let tailAs: number | undefined
  let spelled = true
  let literal: string | undefined
  for (;;) {
    if (total > 0 && isHalf(tokens[i]?.text) && lastScale >= 1e6 && lastScale < Number.POSITIVE_INFINITY) {
      // "dua juta setengah", "sejuta seperempat": the fraction is one of the scale just said
      total += lastScale * (tokens[i]!.text === 'setengah' ? 0.5 : 0.25)
      i++
      break
    }
    const part = parsePart(tokens, i)
    // "40 ribu sekilo": what the amount is for, not the rest of it
    if (!part || (total > 0 && isJoined(tokens, i))) break
    let next = part.end
    let vagueHere = false
    if (isVagueEnding(tokens, next)) {
      vagueHere = true
      next += tokens[next]!.kind === 'mark' ? 2 : 1
    }
    const scale = part.sole ? part.sole : scaleAt(tokens, next, options)
    if (scale === 0) {
      if (total > 0) {
        // the rest after a scale: "seribu dua ratus", "2 juta 500"; a rest as large as the scale is another number
        if (part.value >= lastScale || part.problem || !Number.isInteger(part.value) || part.literal?.startsWith('0'))
          break
        if (lastScale >= 1e6 && part.value < 1000) tailAs = total + (part.value * lastScale) / restUnit(part.value)
        else if (lastScale === 1e3 && part.value < 100) tailAs = total + part.value * 100
        // "5 jt 2024": four digits behind a scale are a year as often as a rest
        if (part.literal && part.value >= 1000 && !part.threeDigits) problem ??= 'unclear'
        total += part.value
      } else {
        total = part.value
        literal = part.literal
        problem ??= part.problem
      }
      if (vagueHere) problem = 'vague'
      spelled &&= part.spelled
      i = next
      break
    }
    if (scale >= lastScale) break
    spelled &&= part.spelled
    problem ??= part.problem ?? (vagueHere ? 'vague' : undefined)
    if (part.threeDigits || (part.grouped && !part.sole)) problem ??= 'grouping'
    if (part.literal && !part.sole && part.value >= 10_000) problem ??= 'grouping'
    total += scaled(part, scale)
    lastScale = scale
    largestScale = Math.max(largestScale, scale)
    i = part.sole ? next : next + 1
    if (isVagueEnding(tokens, i)) {
      problem ??= 'vague'
      i += tokens[i]!.kind === 'mark' ? 2 : 1
    }
    if (i >= tokens.length) break
  }
  if (i === at) return undefined
  const dozen = tokens[i]?.text
  if ((dozen === 'lusin' || dozen === 'kodi') && !problem) {
    total *= dozen === 'lusin' ? 12 : 20
    literal = undefined
    i++
  }
  if (total > 1e15) problem ??= 'too_large'
  return { value: total, start: at, end: i, scale: largestScale, spelled, literal, problem, tailAs }
}

// Half, quarter

const isHalf = (word: string | undefined) => word === 'setengah' || word === 'seperempat'

/** "dua juta lima" may be 2,5 million and "dua juta lima ratus" 2,5 million: the unit the rest was said in. */
const restUnit = (rest: number) => (rest < 10 ? 10 : rest < 100 ? 100 : 1000)

const isVagueEnding = (tokens: readonly Token[], i: number) => {
  const token = tokens[i]
  if (!token) return false
  if (token.kind === 'word') return vagueEndings.has(token.low)
  return token.text === '-' && tokens[i + 1]?.low === 'an' && tokens[i + 1]!.glued
}

interface Part extends Literal {
  readonly end: number
  readonly spelled: boolean
  readonly literal?: string
  /** The word carries its own scale: seribu, sejuta. */
  readonly sole?: number
}

/** "sekilo", "sehari": one word for a number and what it counts. */
export const isJoined = (tokens: readonly Token[], i: number) =>
  tokenBefore(tokens, i + 1)?.text === 'satu' &&
  tokens[i + 1] !== undefined &&
  tokens[i]!.start === tokens[i + 1]!.start

/** Everything below a thousand in words, or one literal, with halves. */
function parsePart(tokens: readonly Token[], at: number): Part | undefined {
  const token = tokens[at]
  if (!token || token.kind === 'mark') return undefined
  if (token.kind === 'word') {
    if (token.text === 'seribu') return { value: 1, end: at + 1, spelled: true, sole: 1e3 }
    if (token.text === 'sejuta') return { value: 1, end: at + 1, spelled: true, sole: 1e6 }
    if (token.text === 'setengah') return { value: 0.5, end: at + 1, spelled: true, decimals: 1 }
    if (token.text === 'seperempat') return { value: 0.25, end: at + 1, spelled: true, decimals: 2 }
  }
  const base = parseBelowThousand(tokens, at)
  if (!base) return undefined
  const after = tokens[base.end]
  if (after?.text === 'perempat' && base.value >= 1 && base.value <= 3)
    return { value: base.value / 4, end: base.end + 1, spelled: base.spelled, decimals: 2 }
  if (isHalf(after?.text) && Number.isInteger(base.value) && !base.problem)
    return {
      value: base.value + (after!.text === 'setengah' ? 0.5 : 0.25),
      end: base.end + 1,
      spelled: base.spelled,
      decimals: after!.text === 'setengah' ? 1 : 2,
    }
  if (after?.text === 'koma' && Number.isInteger(base.value)) return parseSpokenDecimal(tokens, base)
  return base
}

function parseBelowThousand(tokens: readonly Token[], at: number): Part | undefined {
  const first = tokens[at]!
  let i = at
  let value = 0
  let spelled = true
  // hundreds
  if (first.text === 'seratus') {
    value = 100
    i++
  } else {
    const unit = digitAt(tokens, i)
    if (unit > 0 && tokens[i + 1]?.text === 'ratus') {
      value = unit * 100
      spelled = first.kind === 'word'
      i += 2
    } else if (first.kind === 'number') return parseLiteral(tokens, at)
  }
  // tens and units
  const token = tokens[i]
  if (!token) return value ? { value, end: i, spelled } : undefined
  if (value && token.kind === 'number') {
    // "9 ratus 90", "seratus 20"
    const rest = plainDigits(token)
    if (rest > 0 && rest < 100 && !token.text.startsWith('0'))
      return { value: value + rest, end: i + 1, spelled: false }
    return { value, end: i, spelled }
  }
  if (token.text === 'sepuluh' || token.text === 'sebelas')
    return { value: value + (token.text === 'sepuluh' ? 10 : 11), end: i + 1, spelled }
  const unit = units.get(token.text)
  if (unit === undefined || (value && unit === 0)) return value ? { value, end: i, spelled } : undefined
  const next = tokens[i + 1]?.text
  if (next === 'belas' && unit > 0) return { value: value + unit + 10, end: i + 2, spelled }
  if (next === 'puluh' && unit > 0) {
    const last = digitAt(tokens, i + 2)
    const lastIsOwn = isScaled(tokens, i + 3)
    if (last > 0 && !lastIsOwn)
      return { value: value + unit * 10 + last, end: i + 3, spelled: spelled && tokens[i + 2]!.kind === 'word' }
    return { value: value + unit * 10, end: i + 2, spelled }
  }
  if (value && next === 'ratus') return { value, end: i, spelled }
  return { value: value + unit, end: i + 1, spelled }
}

const isScaled = (tokens: readonly Token[], i: number) => {
  const word = tokens[i]?.text
  return word === 'belas' || word === 'puluh' || word === 'ratus'
}

/** 1–9 as word or digit. */
function digitAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i]
  if (!token) return 0
  if (token.kind === 'word') return units.get(token.text) ?? 0
  return token.text.length === 1 ? plainDigits(token) : 0
}

const plainDigits = ({ text }: Token) => (text.length <= 6 && digitsOnly.test(text) ? Number(text) : -1)
const digitsOnly = /^\d+$/

/** "dua koma tujuh lima": after koma the digits are named one by one. */
function parseSpokenDecimal(tokens: readonly Token[], base: Part): Part {
  let digits = ''
  let i = base.end + 1
  let spelled = base.spelled
  if (tokens[i]?.kind === 'number' && /^\d+$/.test(tokens[i]!.text)) {
    digits = tokens[i]!.text
    spelled = false
    i++
  } else while (tokens[i]?.kind === 'word' && units.has(tokens[i]!.text)) digits += units.get(tokens[i++]!.text)
  // "enam koma dua puluh lima"
  if (digits.length === 1 && tokens[i]?.text === 'puluh') {
    const last = tokens[i + 1]?.kind === 'word' ? digitAt(tokens, i + 1) : 0
    digits += last
    i += last > 0 ? 2 : 1
  }
  if (!digits || digits.length > 9 || isScaled(tokens, i)) return { ...base, end: i, problem: 'unclear' }
  return { value: Number(`${base.value}.${digits}`), end: i, spelled, decimals: digits.length }
}

/** One token of digits, with the tens and hundreds words people put behind digits, and simple fractions. */
function parseLiteral(tokens: readonly Token[], at: number): Part {
  const text = tokens[at]!.text
  const small = plainDigits(tokens[at]!)
  const next = tokens[at + 1]
  if (small >= 1 && small <= 9 && next?.kind === 'word' && !text.startsWith('0')) {
    if (next.text === 'belas') return { value: small + 10, end: at + 2, spelled: false }
    if (next.text === 'puluh') {
      const last = digitAt(tokens, at + 2)
      const own = last > 0 && !isScaled(tokens, at + 3)
      return { value: small * 10 + (own ? last : 0), end: own ? at + 3 : at + 2, spelled: false }
    }
  }
  // 1/2, 3/4 and "2 1/2"
  const fraction = fractionAt(tokens, at)
  if (fraction) return { value: fraction, end: at + 3, spelled: false, decimals: 2 }
  if (small > 0 && next?.kind === 'number' && !next.glued) {
    const part = fractionAt(tokens, at + 1)
    if (part) return { value: small + part, end: at + 4, spelled: false, decimals: 2 }
  }
  return { ...readLiteral(text), end: at + 1, spelled: false, literal: text }
}

function fractionAt(tokens: readonly Token[], at: number): number | undefined {
  const [a, slash, b, after] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]]
  if (slash?.text !== '/' || !slash.glued || !b?.glued || (after?.text === '/' && after.glued)) return undefined
  if (a!.text === '1' && b.text === '2') return 0.5
  if (a!.text === '1' && b.text === '4') return 0.25
  if (a!.text === '3' && b.text === '4') return 0.75
  return undefined
}

/** 0 where no scale word stands. "k" and "t" count only right behind digits, "M" as the kind allows. */
function scaleAt(tokens: readonly Token[], i: number, options: NumberOptions): number {
  const token = tokens[i]
  if (token?.kind !== 'word') return 0
  const scale = scales.get(token.text)
  if (scale) return scale
  if (token.low === 'k' && tokens[i - 1]?.kind === 'number') return 1e3
  if (token.low === 'm' && (tokens[i - 1]?.kind === 'number' || options.m === 'any case'))
    if (options.m === 'any case' || (options.m === 'capital' && token.raw === 'M')) return 1e9
  return 0
}

/** 2.3 × 1e6 without the dust of binary fractions. */
function scaled(part: Part, scale: number): number {
  const exact = part.value * scale
  return part.decimals ? Math.round(exact * 1000) / 1000 : exact
}

/** A word that looks like a misspelt number word: what stands next to it cannot be trusted. */
export function resemblesNumber(word: string): boolean {
  if (word.length < 4 || word.length > 12 || notNumbers.has(word) || numberWords.has(word)) return false
  return numberWordList.some((known) => within(word, known, 1))
}
const numberWordList = [
  ...Object.keys(unitWords).filter((word) => word.length >= 4),
  ...Object.keys(scaleWords),
  'sepuluh',
  'sebelas',
  'belas',
  'puluh',
  'ratus',
  'seratus',
  'seribu',
  'sejuta',
  'setengah',
  'seperempat',
]
const numberWords = new Set([...numberWordList, 'dua', 'nol'])
