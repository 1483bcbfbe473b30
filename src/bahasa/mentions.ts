import { addDays } from './calendar.ts'
import { monthOf, weekdayOf } from './months.ts'
import { canOpen, parseNumber } from './numbers.ts'
import { fullYear, joins, numericAt } from './numeric-days.ts'
import { countsPeople, hourEnd, isCount, isLabel, isOrdinal, measures } from './other-numbers.ts'
import type { Token } from './text.ts'
import type { AskReason } from './types.ts'

// Every day, month or year a reply names, as the person named it. Which year or side it means is decided by the kind
// that asked (kinds/date.ts, kinds/month.ts).

export type Mention = { readonly start: number; readonly end: number } & (
  | {
      readonly is: 'day'
      readonly day: number
      readonly month?: number
      readonly year?: number
      readonly monthShift?: number
      /** "kemarin" was said behind it. */
      readonly past?: true
      readonly yearShift?: number
    }
  | {
      readonly is: 'month'
      readonly month: number
      readonly year?: number
      readonly yearShift?: number
      readonly which?: Which
      readonly dayOrYear?: number
    }
  | { readonly is: 'on'; readonly on: string }
  | { readonly is: 'months'; readonly months: number; readonly counted: boolean }
  | { readonly is: 'year'; readonly year?: number; readonly yearShift?: number }
  | { readonly is: 'problem'; readonly reason: AskReason }
)
export type Which = 'ini' | 'lalu' | 'depan'

export interface Mentions {
  readonly mentions: readonly Mention[]
  /** 0 is Sunday. */
  readonly weekdays: readonly number[]
  /** Numbers that are neither part of a date, nor an hour, nor a count of people. */
  readonly strayNumbers: readonly number[]
}

export function findMentions(tokens: readonly Token[], referenceOn: string): Mentions {
  const mentions: Mention[] = []
  const weekdays: number[] = []
  const strayNumbers: number[] = []
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      i++
      continue
    }
    const hour = hourEnd(tokens, i)
    if (hour) {
      i = hour
      continue
    }
    // "senin kemarin" is the last Monday, not yesterday
    if (token.text === 'kemarin' && weekdayOf(tokens[i - 1]?.low ?? '') !== undefined) {
      i++
      continue
    }
    const mention = mentionAt(tokens, i, referenceOn)
    if (mention) {
      const last = mentions.at(-1)
      const past =
        token.text === 'kemarin' && last?.end === i && mention.end === i + 1 ? pastOf(last, i + 1) : undefined
      if (past) mentions.pop()
      mentions.push(past ?? mention)
      i = mention.end
      continue
    }
    const weekday = token.kind === 'word' ? (weekdayOf(token.low) ?? sundayAt(tokens, i)) : undefined
    if (weekday !== undefined) {
      weekdays.push(weekday)
      i++
      continue
    }
    const number = token.kind === 'number' || canOpen.has(token.text) ? parseNumber(tokens, i) : undefined
    if (number) {
      if (!countsPeople(tokens, number.end) && !isLabel(tokens, i) && !measures(tokens, number))
        strayNumbers.push(number.value)
      i = number.end
    } else i++
  }
  return { mentions, weekdays, strayNumbers }
}

/** "12 juli kemarin", "tgl 1 kemarin", "bulan juli kemarin": the nearest such day or month that is past, not yesterday. */
function pastOf(mention: Mention, end: number): Mention | undefined {
  if (mention.is === 'month')
    return (mention.which ?? mention.year ?? mention.dayOrYear) ? undefined : { ...mention, end, which: 'lalu' }
  if (mention.is !== 'day' || mention.monthShift !== undefined) return undefined
  return { ...mention, end, ...(mention.year === undefined && mention.yearShift === undefined && { past: true }) }
}

/** "minggu" is Sunday after "hari" and right before a date; otherwise it is the week. */
function sundayAt(tokens: readonly Token[], i: number): number | undefined {
  if (tokens[i]!.text !== 'minggu') return undefined
  if (tokens[i - 1]?.text === 'hari' && !isCount(tokens, i - 2)) return 0
  // "20 juli (minggu)", "20 juli, minggu"
  if (tokens[i - 1]?.text === '(' && tokens[i + 1]?.text === ')') return 0
  if (tokens[i - 1]?.text === ',' && i + 1 === tokens.length) return 0
  let next = i + 1
  while (tokens[next]?.text === ',' || tokens[next]?.text === '.') next++
  if (isCount(tokens, i - 1)) return undefined
  if (tokens[next]?.text === 'tanggal') return 0
  return tokens[next]?.kind === 'number' ? 0 : undefined
}
function mentionAt(tokens: readonly Token[], i: number, referenceOn: string): Mention | undefined {
  const { kind, text } = tokens[i]!
  if (kind === 'number') return countedAt(tokens, i, referenceOn) ?? numericAt(tokens, i) ?? dayAt(tokens, i)
  if (canOpen.has(text)) return countedAt(tokens, i, referenceOn) ?? dayAt(tokens, i)
  if (!openings.has(text)) return monthAt(tokens, i)
  return relativeAt(tokens, i, referenceOn) ?? dayAt(tokens, i) ?? monthAt(tokens, i) ?? yearAt(tokens, i)
}

/** Words that open a day by themselves; numbers and names of months do too. */
const openings = new Set('hari sekarang barusan tadi semalam kemarin besok lusa minggu bulan tanggal tahun'.split(' '))

// kemarin, besok, hari ini, bulan lalu

function relativeAt(tokens: readonly Token[], i: number, referenceOn: string): Mention | undefined {
  const token = tokens[i]!
  const next = tokens[i + 1]?.text
  const on = (days: number, width: number): Mention => ({
    start: i,
    end: i + width,
    is: 'on',
    on: addDays(referenceOn, days),
  })
  const vague = (width: number): Mention => ({ start: i, end: i + width, is: 'problem', reason: 'vague' })
  const doubled = token.low.includes('-') || token.low.endsWith('2')
  switch (token.text) {
    case 'hari':
      if (next === 'ini') return on(0, 2)
      return next === 'kemarin' ? on(-1, 2) : undefined
    case 'sekarang':
    case 'barusan':
      return on(0, next === 'ini' ? 2 : 1)
    case 'tadi':
      return next === 'malam' ? vague(2) : on(0, 1)
    case 'semalam':
      return vague(1)
    case 'kemarin':
      if (doubled || next === 'kemarin') return vague(1)
      return next === 'dulu' || next === 'lusa' ? on(-2, 2) : on(-1, 1)
    case 'besok':
      if (doubled || next === 'besok' || next === 'lusa') return vague(2)
      return on(1, 1)
    case 'lusa':
      if (next === 'kemarin') return on(-2, 2)
      return doubled || next === 'depan' ? vague(1) : on(2, 1)
    case 'minggu': {
      if (tokens[i - 1]?.text === 'hari') return undefined
      const which = whichAt(tokens, i + 1) ?? (next === 'kemarin' ? { which: 'lalu' as const, end: i + 2 } : undefined)
      return which && !isCount(tokens, i - 1) ? { start: i, end: which.end, is: 'problem', reason: 'vague' } : undefined
    }
    case 'bulan': {
      const which = whichAt(tokens, i + 1) ?? (next === 'kemarin' ? { which: 'lalu' as const, end: i + 2 } : undefined)
      // "2 bulan ini" is a span
      if (which?.which === 'ini' && isCount(tokens, i - 1)) return undefined
      if (which) return { start: i, end: which.end, is: 'months', months: shiftOf(which.which), counted: false }
      return undefined
    }
    default:
      return undefined
  }
}

const shiftOf = (which: Which) => (which === 'ini' ? 0 : which === 'lalu' ? -1 : 1)

function whichAt(tokens: readonly Token[], i: number): { which: Which; end: number } | undefined {
  const at = tokens[i]?.text === 'yang' ? i + 1 : i
  const word = tokens[at]?.text
  if (word === 'ini' || word === 'lalu' || word === 'depan') return { which: word, end: at + 1 }
  return undefined
}

/** "bulan kemarin" is bulan lalu. */
const whichOrKemarin = (tokens: readonly Token[], i: number) =>
  whichAt(tokens, i) ?? (tokens[i]?.text === 'kemarin' ? { which: 'lalu' as const, end: i + 1 } : undefined)

/** "3 hari yang lalu", "dua minggu lagi", "sebulan lalu". */
function countedAt(tokens: readonly Token[], i: number, referenceOn: string): Mention | undefined {
  const number = parseNumber(tokens, i)
  if (!number) return undefined
  const unit = tokens[number.end]?.text
  if (unit !== 'hari' && unit !== 'minggu' && unit !== 'bulan' && unit !== 'tahun') return undefined
  let at = number.end + 1
  if (tokens[at]?.text === 'yang') at++
  const direction =
    tokens[at]?.text === 'lalu' ? -1 : tokens[at]?.text === 'lagi' || tokens[at]?.text === 'depan' ? 1 : 0
  if (direction === 0) return undefined
  const place = { start: i, end: at + 1 }
  if (number.problem || !Number.isInteger(number.value) || number.value > 1000 || unit === 'tahun')
    return { ...place, is: 'problem', reason: 'vague' }
  const n = number.value * direction
  // "12 bulan lalu": twelve months ago or the 12th of last month
  if (unit === 'bulan' && number.value >= 12) return { ...place, is: 'problem', reason: 'vague' }
  if (unit === 'bulan') return { ...place, is: 'months', months: n, counted: true }
  return { ...place, is: 'on', on: addDays(referenceOn, unit === 'minggu' ? n * 7 : n) }
}

// 12 juli 2024, tanggal 5 bulan 8, tanggal 9

function dayAt(tokens: readonly Token[], i: number): Mention | undefined {
  const named = tokens[i]!.text === 'tanggal'
  let at = named ? i + 1 : i
  while (named && (tokens[at]?.text === '.' || tokens[at]?.text === ':')) at++
  if (at >= tokens.length) return undefined
  if (named) {
    const whole = numericAt(tokens, at)
    if (whole && whole.is !== 'month') return { ...whole, start: i }
  }
  const number = parseNumber(tokens, at)
  if (!number || !Number.isInteger(number.value) || number.scale > 0) return undefined
  if (number.problem)
    return { start: i, end: number.end, is: 'problem', reason: number.problem === 'vague' ? 'vague' : 'invalid_date' }
  const day = number.value
  const place = { start: i, end: number.end }
  let next = skipJoin(tokens, number.end)
  const month = monthOf(tokens[next]?.low ?? '')
  if (month) {
    // "minggu ke-2 agustus", "pertemuan ke 2 agustus": the number counts something else; "diundur ke 12 agustus" is a day
    if (!named && isOrdinal(tokens, i)) return { start: i, end: next + 1, is: 'problem', reason: 'vague' }
    return dayOfMonth(tokens, i, day, month, next + 1)
  }
  if (tokens[next]?.text === 'bulan') {
    const which = whichOrKemarin(tokens, next + 1)
    if (which && named)
      return day >= 1 && day <= 31
        ? { start: i, end: which.end, is: 'day', day, monthShift: shiftOf(which.which) }
        : { ...place, is: 'problem', reason: 'invalid_date' }
    const byName = monthOf(tokens[next + 1]?.low ?? '')
    if (byName) return dayOfMonth(tokens, i, day, byName, next + 2)
    const ordinal = tokens[next + 1]?.text === 'ke' ? next + 2 : next + 1
    const count = parseNumber(tokens, ordinal)
    if (count && Number.isInteger(count.value) && count.scale === 0)
      return dayOfMonth(tokens, i, day, count.value, count.end)
    next = number.end
  }
  if (!named) return undefined
  if (day < 1 || day > 31) return { ...place, is: 'problem', reason: 'invalid_date' }
  return { ...place, is: 'day', day }
}

const skipJoin = (tokens: readonly Token[], i: number) =>
  joins.has(tokens[i]?.text ?? '') || tokens[i]?.text === ',' || tokens[i]?.text === "'" ? i + 1 : i

function dayOfMonth(tokens: readonly Token[], start: number, day: number, month: number, end: number): Mention {
  const year = yearBehind(tokens, end)
  const place = { start, end: year?.end ?? end }
  if (day < 1 || day > 31 || month < 1 || month > 12) return { ...place, is: 'problem', reason: 'invalid_date' }
  return { ...place, is: 'day', day, month, ...year?.value }
}

/** A year right behind a month: "2024", "24", "tahun 2024", "tahun lalu". */
function yearBehind(
  tokens: readonly Token[],
  end: number,
): { value: { year?: number; yearShift?: number }; end: number } | undefined {
  let at = skipJoin(tokens, end)
  if (tokens[at]?.text === 'tahun') {
    const which = whichOrKemarin(tokens, at + 1)
    if (which) return { value: { yearShift: shiftOf(which.which) }, end: which.end }
    at++
  }
  const number = parseNumber(tokens, at)
  if (!number) return undefined
  const year =
    number.literal !== undefined
      ? fullYear(number.literal)
      : number.value >= 1900 && number.value <= 2100
        ? number.value
        : undefined
  if (year === undefined || countsPeople(tokens, number.end)) return undefined
  // "5 agustus, 24": a number after a pause is a year only with four digits
  if (tokens[end]?.text === ',' && number.literal?.length === 2) return undefined
  return { value: { year }, end: number.end }
}

// juli, juli 2024, bulan 7, desember ini

function monthAt(tokens: readonly Token[], i: number): Mention | undefined {
  const named = tokens[i]!.text === 'bulan'
  const at = named ? i + 1 : i
  const month = tokens[at]?.kind === 'word' ? monthOf(tokens[at]!.low) : undefined
  if (!month) {
    if (!named) return undefined
    const whole = tokens[at] ? numericAt(tokens, at) : undefined
    if (whole?.is === 'month') return { ...whole, start: i }
    const from = tokens[at]?.text === 'ke' ? at + 1 : at
    const number = parseNumber(tokens, tokens[from]?.text === '-' ? from + 1 : from)
    if (!number || number.scale > 0 || !Number.isInteger(number.value)) return undefined
    const year = yearBehind(tokens, number.end)
    const place = { start: i, end: year?.end ?? number.end }
    if (number.value < 1 || number.value > 12) return { ...place, is: 'problem', reason: 'invalid_date' }
    return { ...place, is: 'month', month: number.value, ...year?.value }
  }
  const which = whichAt(tokens, at + 1)
  if (which) return { start: i, end: which.end, is: 'month', month, which: which.which }
  // "juli 12 2024"
  const number = parseNumber(tokens, at + 1)
  if (number?.literal && number.value >= 1 && number.value <= 31) {
    const year = yearBehind(tokens, number.end)
    if (year?.value.year !== undefined && year.value.year > 1900 && tokens[year.end - 1]!.text.length === 4)
      return { start: i, end: year.end, is: 'day', day: number.value, month, year: year.value.year }
    if (countsPeople(tokens, number.end)) return { start: i, end: at + 1, is: 'month', month }
    return { start: i, end: number.end, is: 'month', month, dayOrYear: number.value }
  }
  const year = yearBehind(tokens, at + 1)
  return { start: i, end: year?.end ?? at + 1, is: 'month', month, ...year?.value }
}

function yearAt(tokens: readonly Token[], i: number): Mention | undefined {
  if (tokens[i]!.text !== 'tahun') return undefined
  const found = yearBehind(tokens, i)
  return found ? { start: i, end: found.end, is: 'year', ...found.value } : undefined
}
