import { daysBetween, partsOf, weekdayIndex } from '../calendar.ts'
import { monthNames, weekdayNames } from '../lexicon/calendar.ts'
import { spellNumber } from './numbers.ts'

/** "2024-08-14" → "Rabu, 14 Agustus 2024". */
export function formatDateLong(on: string): string {
  const { year, month, day } = partsOf(on)
  return `${weekdayNames[weekdayIndex(on)]}, ${day} ${monthNames[month - 1]} ${year}`
}

/** "2024-08-14" → "14 Agu 2024". */
export function formatDateShort(on: string): string {
  const { year, month, day } = partsOf(on)
  return `${day} ${shortMonths[month - 1]} ${year}`
}
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']

/** "2024-08" (or any day of it) → "Agustus 2024". */
export function formatMonth(month: string): string {
  const { year, month: number } = partsOf(month)
  return `${monthNames[number - 1]} ${year}`
}

/** Milliseconds → "2 hari 3 jam", the two largest units; under a minute "kurang dari semenit". */
export function formatDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return 'kurang dari semenit'
  const parts = [
    [Math.floor(minutes / 1440), 'hari'],
    [Math.floor((minutes % 1440) / 60), 'jam'],
    [minutes % 60, 'menit'],
  ] as const
  const first = parts.findIndex(([n]) => n > 0)
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}`)
    .join(' ')
}

/** A day seen from another: "hari ini", "kemarin", "3 hari lalu", "besok", "2 minggu lagi". Whole weeks and months are named so. */
export function formatRelative(on: string, referenceOn: string): string {
  const days = daysBetween(referenceOn, on)
  if (days === 0) return 'hari ini'
  if (days === -1) return 'kemarin'
  if (days === 1) return 'besok'
  if (days === 2) return 'lusa'
  const n = Math.abs(days)
  const side = days < 0 ? 'lalu' : 'lagi'
  if (n < 14) return `${n} hari ${side}`
  if (n < 60) return `${Math.floor(n / 7)} minggu ${side}`
  if (n < 730) return `${Math.floor(n / 30)} bulan ${side}`
  return `${Math.floor(n / 365)} tahun ${side}`
}

/** "2024-08-20" → "Selasa, tanggal dua puluh bulan Agustus tahun dua ribu dua puluh empat", as minutes name a day. */
export function spellDate(on: string): string {
  const { year, month, day } = partsOf(on)
  return `${weekdayNames[weekdayIndex(on)]}, tanggal ${spellNumber(day)} bulan ${monthNames[month - 1]} tahun ${spellNumber(year)}`
}
