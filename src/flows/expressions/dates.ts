import { zoneOffset } from '../../lib/local-time.ts'

/**
 * Dates in expressions. ODK keeps them as text and counts with them as days since 1970-01-01. Days are counted on the
 * local clock, as Collect does: the number of `2024-08-14` is the same in Jakarta and Jayapura, and a time of day is
 * its fraction. "Wall" below is that clock as milliseconds since 1970-01-01T00:00 local.
 */
const dayLength = 86_400_000
const dateLike =
  /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?\s*$/
const timeLike = /^\s*(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?\s*$/
// the years 0100 to 9999: below, JavaScript takes a year for one of the last century
const firstWall = -59_011_459_200_000
const lastWall = 253_402_300_799_999

/** Days since 1970-01-01 on the clock of `zone`; NaN when the text is not a date that exists. */
export function daysOfText(text: string, zone: string): number {
  return wallOfText(text, zone) / dayLength
}

/** The local clock of a date or date and time; NaN when the text is neither, or names a day that does not exist. */
export function wallOfText(text: string, zone: string): number {
  // every date-like text has its first dash at 4, after at most some blanks: most texts are turned away here
  if (text.length < 8 || text.indexOf('-') < 4) return Number.NaN
  if (text.length === 10 && text[4] === '-' && text[7] === '-') {
    const date = wallOfDate(digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10))
    if (!Number.isNaN(date)) return date
  }
  const m = dateLike.exec(text)
  if (!m) return Number.NaN
  const date = wallOfDate(Number(m[1]), Number(m[2]), Number(m[3]))
  if (m[4] === undefined) return date
  const clock = clockOf(m[4], m[5], m[6], m[7])
  if (Number.isNaN(clock)) return Number.NaN
  return date + clock + toZone(m[8], zone)
}

/** The fraction of the day of a time such as `14:30` or `14:30:00.000+09:00`; NaN when it is none. */
export function dayFractionOfTime(text: string, zone: string): number {
  const m = timeLike.exec(text)
  if (!m) return Number.NaN
  const wall = clockOf(m[1], m[2], m[3], m[4]) + toZone(m[5], zone)
  return (((wall % dayLength) + dayLength) % dayLength) / dayLength
}

export function wallOfDays(days: number): number {
  return Math.round(days * dayLength)
}

/** `2024-08-14`, or '' for what four-digit years cannot write. */
export function dateText(wall: number): string {
  if (!(wall >= firstWall && wall <= lastWall)) return ''
  // three times faster than toISOString, and today() is in most checks of dates
  const date = new Date(wall)
  const month = date.getUTCMonth() + 1
  const day = date.getUTCDate()
  return `${pad(date.getUTCFullYear(), 4)}-${month < 10 ? 0 : ''}${month}-${day < 10 ? 0 : ''}${day}`
}

/** `2024-08-14T10:00:00.000+09:00`. */
export function dateTimeText(wall: number, zone: string): string {
  if (!(wall >= firstWall && wall <= lastWall)) return ''
  const minutes = zoneOffset(zone) / 60_000
  const sign = minutes < 0 ? '-' : '+'
  const hours = pad(Math.floor(Math.abs(minutes) / 60), 2)
  return `${new Date(wall).toISOString().slice(0, 23)}${sign}${hours}:${pad(Math.abs(minutes) % 60, 2)}`
}

/** The local clock of an instant in milliseconds UTC. */
export function wallOfInstant(at: number, zone: string): number {
  return at + zoneOffset(zone)
}

const shortMonths = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
} as const
const shortDays = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  id: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
} as const

type WriteSign = (date: Date, language: 'en' | 'id') => string

const formatters: ReadonlyMap<string, WriteSign> = new Map<string, WriteSign>([
  ['%', () => '%'],
  ['Y', (date: Date) => pad(date.getUTCFullYear(), 4)],
  ['y', (date: Date) => pad(date.getUTCFullYear() % 100, 2)],
  ['m', (date: Date) => pad(date.getUTCMonth() + 1, 2)],
  ['n', (date: Date) => String(date.getUTCMonth() + 1)],
  ['b', (date: Date, language: 'en' | 'id') => shortMonths[language][date.getUTCMonth()] ?? ''],
  ['d', (date: Date) => pad(date.getUTCDate(), 2)],
  ['e', (date: Date) => String(date.getUTCDate())],
  ['a', (date: Date, language: 'en' | 'id') => shortDays[language][date.getUTCDay()] ?? ''],
  ['H', (date: Date) => pad(date.getUTCHours(), 2)],
  ['h', (date: Date) => String(date.getUTCHours())],
  ['M', (date: Date) => pad(date.getUTCMinutes(), 2)],
  ['S', (date: Date) => pad(date.getUTCSeconds(), 2)],
  ['3', (date: Date) => pad(date.getUTCMilliseconds(), 3)],
])

/** The first %-sign of a date format that means nothing, such as `%W`. */
export function unknownInFormat(format: string): string | undefined {
  for (const [sign] of format.matchAll(/%(.|$)/gsu)) if (!formatters.has(sign.slice(1))) return sign
  return undefined
}

/** Writes a local clock by `format-date`'s signs; unknown ones stay as they are; '' when there is no date. */
export function formatWall(wall: number, format: string, language: string | undefined): string {
  if (!(wall >= firstWall && wall <= lastWall)) return ''
  const date = new Date(wall)
  const names = language?.startsWith('id') ? 'id' : 'en'
  return format.replace(/%(.)/gsu, (sign, letter: string) => formatters.get(letter)?.(date, names) ?? sign)
}

/** NaN for a day that does not exist. */
function wallOfDate(year: number, month: number, day: number): number {
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const longest = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return day <= longest ? Date.UTC(year, month - 1, day) : Number.NaN
}

/** The number these characters write, NaN when one is no digit: most dates are read here, without a pattern. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

function clockOf(hours: string | undefined, minutes: string | undefined, seconds = '0', fraction = '0'): number {
  const h = Number(hours)
  const m = Number(minutes)
  const s = Number(seconds)
  if (h > 23 || m > 59 || s > 59) return Number.NaN
  return ((h * 60 + m) * 60 + s) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
}

/** Milliseconds to add to a clock written with `offset` to get the one of `zone`; a clock without one is local already. */
function toZone(offset: string | undefined, zone: string): number {
  if (offset === undefined) return 0
  if (offset === 'Z') return zoneOffset(zone)
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0)
  return zoneOffset(zone) - (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
