import { addDays, localDate, localMinutes, localTime, weekday, zoneName } from '../lib/local-time.ts'
import type { Texts } from './texts.ts'

/** Days and hours as people say them, in the contact's own zone. */

export interface Speech {
  readonly texts: Texts
  readonly language: string
  /** IANA zone of the contact. */
  readonly zone: string
}

/** "14 Agustus 2024" of a local date. */
export function dateWords(on: string, speech: Speech): string {
  const [year, month, day] = on.split('-')
  const names = speech.texts.t(speech.language, 'month-names').split(' ')
  return `${Number(day)} ${names[Number(month) - 1]} ${year}`
}

/** "Agustus 2024" of a month `YYYY-MM`. */
export function monthWords(month: string, speech: Speech): string {
  return dateWords(`${month}-01`, speech).slice(2)
}

/** "Rabu, 14 Agustus 2024" of a local date. */
export function dayWords(on: string, speech: Speech): string {
  const names = speech.texts.t(speech.language, 'weekday-names').split(' ')
  return `${names[weekday(on)]}, ${dateWords(on, speech)}`
}

/** "pukul 09.00 WIT" of an instant. */
export function timeWords(at: number, speech: Speech): string {
  const time = localTime(at, speech.zone).replace(':', speech.language === 'en' ? ':' : '.')
  return speech.texts.t(speech.language, 'at-time', { time, zone: zoneName(speech.zone) })
}

/** "besok pukul 09.00 WIT", "Rabu, 14 Agustus pukul 09.00 WIT": an instant seen from now. */
export function momentWords(at: number, now: number, speech: Speech): string {
  return `${nearDayWords(localDate(at, speech.zone), now, speech)} ${timeWords(at, speech)}`
}

/** "hari ini", "besok", else "Rabu, 21 Agustus", with the year only where it is another one. */
export function nearDayWords(on: string, now: number, speech: Speech): string {
  const today = localDate(now, speech.zone)
  const { texts, language } = speech
  if (on === today) return texts.t(language, 'today')
  if (on === addDays(today, 1)) return texts.t(language, 'tomorrow')
  const words = dayWords(on, speech)
  return on.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words
}

/** "baru saja", "3 jam", "2 hari": how long something was left alone. */
export function spanWords(ms: number, speech: Speech): string {
  const { texts, language } = speech
  const hours = Math.floor(ms / 3_600_000)
  if (hours < 1) return texts.t(language, 'span-moment')
  if (hours < 24) return texts.t(language, 'span-hours', { n: hours })
  return texts.t(language, 'span-days', { n: Math.floor(hours / 24) })
}

/** "Selamat pagi" before 11, siang before 15, sore before 18.30, then malam: by the contact's own clock. */
export function greeting(now: number, speech: Speech): string {
  const minutes = localMinutes(now, speech.zone)
  const { texts, language } = speech
  if (minutes < 11 * 60) return texts.t(language, 'greeting-morning')
  if (minutes < 15 * 60) return texts.t(language, 'greeting-noon')
  if (minutes < 18 * 60 + 30) return texts.t(language, 'greeting-afternoon')
  return texts.t(language, 'greeting-evening')
}

/** "a, b dan c" in the language's own way. */
export function listWords(words: readonly string[], speech: Speech): string {
  if (words.length < 2) return words[0] ?? ''
  return speech.texts.t(speech.language, 'list-and', { first: words.slice(0, -1).join(', '), last: words.at(-1)! })
}
