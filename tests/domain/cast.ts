import { readFileSync } from 'node:fs'
import type { Calendar, KabupatenRules, LocalDay, Place } from '../../src/domain/calendar.ts'
import { instantOf } from '../../src/lib/local-time.ts'

/** The places of the domain tests: one village of each kabupaten, in different zones and with different quiet times. */
export const dawang: Place = { regionCode: '81.05.15.2003', kabupatenCode: '81.05', zone: 'Asia/Jayapura' }
export const loura: Place = { regionCode: '53.18.01.2001', kabupatenCode: '53.18', zone: 'Asia/Makassar' }

export function seed<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../prisma/seed/${name}.json`, import.meta.url), 'utf8')) as T
}

const programme = seed<{ kabupaten: { code: string; rules: KabupatenRules }[] }>('programme')

/** The shipped calendar, as the service would load it. */
export const calendar: Calendar = {
  holidays: seed<Pick<Calendar, 'holidays'>>('holidays').holidays,
  ramadan: seed<Pick<Calendar, 'ramadan'>>('ramadan').ramadan,
  rules: Object.fromEntries(programme.kabupaten.map(({ code, rules }) => [code, rules])),
  localDays: [],
}

export function withRules(kabupatenCode: string, changed: Partial<KabupatenRules>): Calendar {
  const rules = calendar.rules[kabupatenCode]
  if (rules === undefined) throw new Error(`no rules for ${kabupatenCode}`)
  return { ...calendar, rules: { ...calendar.rules, [kabupatenCode]: { ...rules, ...changed } } }
}

export function withLocalDay(day: LocalDay): Calendar {
  return { ...calendar, localDays: [day] }
}

/** `at('2024-08-14 09:00', dawang)`: the instant of a local time at a place. */
export function at(text: string, place: { readonly zone: string }): number {
  const [on, time] = text.split(' ')
  return instantOf(on ?? '', time ?? '00:00', place.zone)
}
