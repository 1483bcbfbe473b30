import type { Mention } from './mentions.ts'
import { monthOf } from './months.ts'
import type { Token } from './text.ts'

// 12/7/2024, 12-07-24, 12.07.2024, 2024-07-12, 07/2024

export const joins = new Set(['-', '/', '.'])

/** A day or month written in digits alone. */
export function numericAt(tokens: readonly Token[], i: number): Mention | undefined {
  const first = tokens[i]!
  if (first.kind !== 'number') return undefined
  if (first.text.includes('.') || first.text.includes(',')) {
    const parts = first.text.split('.')
    if (first.text.includes(',') || parts.length > 3 || parts.some((part) => part.length > 4)) return undefined
    return fromParts(parts, { start: i, end: i + 1 })
  }
  const run = withoutSigns(tokens, i)
  if (run) return run
  const [mark, second, mark2, third] = [tokens[i + 1], tokens[i + 2], tokens[i + 3], tokens[i + 4]]
  if (mark?.kind !== 'mark' || !joins.has(mark.text) || second?.kind !== 'number' || second.text.includes('.'))
    return undefined
  if (mark2?.text === mark.text && third?.kind === 'number')
    return tokens[i + 5]?.text === mark.text && tokens[i + 6]?.kind === 'number'
      ? { start: i, end: i + 7, is: 'problem', reason: 'invalid_date' }
      : fromParts([first.text, second.text, third.text], { start: i, end: i + 5 })
  // "12-14 juli" are two days
  if (monthOf(tokens[i + 3]?.low ?? '') || tokens[i + 3]?.text === 'bulan') return undefined
  if (mark.text === '.' && !mark.glued) return undefined
  return fromParts([first.text, second.text], { start: i, end: i + 3 }, mark.text)
}

/** "12 07 2024" and "12072024", where only one reading is a date. */
function withoutSigns(tokens: readonly Token[], i: number): Mention | undefined {
  const [a, b, c] = [tokens[i]!.text, tokens[i + 1], tokens[i + 2]]
  if (
    /^\d{1,2}$/.test(a) &&
    b?.kind === 'number' &&
    c?.kind === 'number' &&
    /^\d{1,2}$/.test(b.text) &&
    /^(?:20|)2\d$/.test(c.text)
  ) {
    const day = validDay(Number(a), Number(b.text), fullYear(c.text)!, { start: i, end: i + 3 })
    return day.is === 'day' ? day : undefined
  }
  if (!/^\d{8}$/.test(a)) return undefined
  const place = { start: i, end: i + 1 }
  const days = [
    validDay(Number(a.slice(0, 2)), Number(a.slice(2, 4)), Number(a.slice(4)), place),
    validDay(Number(a.slice(6)), Number(a.slice(4, 6)), Number(a.slice(0, 4)), place),
  ].filter((day) => day.is === 'day')
  return days.length === 1 ? days[0] : undefined
}

function fromParts(parts: readonly string[], place: { start: number; end: number }, mark = '.'): Mention | undefined {
  const [a, b, c] = parts
  const invalid: Mention = { ...place, is: 'problem', reason: 'invalid_date' }
  if (c !== undefined) {
    if (a!.length === 4) return validDay(Number(c), Number(b), Number(a), place)
    const year = fullYear(c)
    return year === undefined || b!.length > 2 || a!.length > 2 ? invalid : validDay(Number(a), Number(b), year, place)
  }
  if (b === undefined) return undefined
  if (a!.length === 4 && b.length <= 2) return validMonth(Number(b), Number(a), place)
  if (b.length === 4 && a!.length <= 2) return validMonth(Number(a), Number(b), place)
  if (a!.length > 2 || b.length > 2) return undefined
  const [day, month] = [Number(a), Number(b)]
  if (day < 1 || day > 31 || month < 1 || month > 12)
    return mark === '-' ? { ...place, is: 'problem', reason: 'range' } : invalid
  return { ...place, is: 'day', day, month }
}

function validDay(day: number, month: number, year: number, place: { start: number; end: number }): Mention {
  const plausible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1900 && year <= 2100
  return plausible ? { ...place, is: 'day', day, month, year } : { ...place, is: 'problem', reason: 'invalid_date' }
}

const validMonth = (month: number, year: number, place: { start: number; end: number }): Mention =>
  month >= 1 && month <= 12 && year >= 1900 && year <= 2100
    ? { ...place, is: 'month', month, year }
    : { ...place, is: 'problem', reason: 'invalid_date' }

/** "2024" or "24"; anything else is no year. */
export function fullYear(text: string): number | undefined {
  if (/^(?:19|20)\d\d$/.test(text)) return Number(text)
  return /^\d\d$/.test(text) ? 2000 + Number(text) : undefined
}
