// Days on the calendar as YYYY-MM-DD strings; no clock and no zone in here.

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

export const isoDate = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The parts of YYYY-MM-DD (or YYYY-MM, day 1). */
export function partsOf(on: string): Day {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10) || '1') }
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const utc = (on: string) => {
  const { year, month, day } = partsOf(on)
  return Date.UTC(year, month - 1, day)
}

/** 0 is Sunday. */
export const weekdayIndex = (on: string): number => new Date(utc(on)).getUTCDay()

export const addDays = (on: string, days: number): string =>
  new Date(utc(on) + days * 86_400_000).toISOString().slice(0, 10)

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(on: string, months: number): string {
  const { year, month, day } = partsOf(on)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return isoDate(y, m, Math.min(day, daysInMonth(y, m)))
}

export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / 86_400_000)
