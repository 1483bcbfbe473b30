import { DAY, HOUR } from '../lib/local-time.ts'

/** What may have got out. Of complaints nobody knows whose they are: there the public is told. */
export const breachKinds = ['identitas', 'nomor', 'percakapan', 'jawaban', 'foto', 'pengaduan'] as const
export type BreachKind = (typeof breachKinds)[number]

export function isBreachKind(text: string): text is BreachKind {
  return (breachKinds as readonly string[]).includes(text)
}

/** Persons and authority are told within this of the instant it was known (UU 27/2022, article 46). */
export const tellWithin = 3 * DAY

export const tellUntil = (knownAt: number) => knownAt + tellWithin

/** Whole hours that are left; negative when it is over. */
export function hoursLeft(knownAt: number, now: number): number {
  return Math.floor((tellUntil(knownAt) - now) / HOUR)
}
