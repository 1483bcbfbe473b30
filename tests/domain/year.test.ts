// A whole year of rounds, a quarter of an hour at a time, in both zones. What is quiet is said here once more, from the
// decrees and the defaults themselves, so that a fault in the calendar cannot hide behind the calendar.
import { describe, expect, it } from 'vitest'
import { mayStart, nextAllowedAt, type Place } from '../../src/domain/calendar.ts'
import {
  bundleByPerson,
  type Debt,
  defaultLadder,
  type LadderObligation,
  type PlannedStep,
  planLadder,
  type SentStep,
  stepsDue,
} from '../../src/domain/ladder.ts'
import type { ObligationStatus } from '../../src/domain/rounds.ts'
import { addDays, DAY, HOUR, localDate, localTime, MINUTE, weekday } from '../../src/lib/local-time.ts'
import { SeededRandom } from '../../src/lib/seeded-random.ts'
import { at, calendar } from './cast.ts'

const year = 2025

// SKB 3 Menteri 1017/2024, 2/2024, 2/2024: libur nasional and cuti bersama 2025
const publicHolidays =
  '01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 08-17 09-05 12-25'.split(' ')
const collectiveLeave = '01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 12-26'.split(' ')
const ramadan = { fromOn: '2025-03-01', untilOn: '2025-03-30' }

const seram = villages('81.05.15', '81.05', 'Asia/Jayapura', 35)
const sumba = villages('53.18.01', '53.18', 'Asia/Makassar', 35)

function villages(kecamatan: string, kabupatenCode: string, zone: string, count: number): Place[] {
  return Array.from({ length: count }, (_, i) => ({ regionCode: `${kecamatan}.${2001 + i}`, kabupatenCode, zone }))
}

/** Whether the bot must keep still, told from the decrees and defaults and not from the code. */
function isQuiet(instant: number, place: Place): boolean {
  const on = localDate(instant, place.zone)
  const time = localTime(instant, place.zone)
  const day = on.slice(5)
  if (time < '08:00' || time >= '20:00') return true
  if (publicHolidays.includes(day) || collectiveLeave.includes(day) || weekday(on) === 0) return true
  if (place.kabupatenCode === '81.05') {
    if (weekday(on) === 5 && time >= '11:30' && time < '14:00') return true
    if (time >= '18:00' && time < '19:45') return true
    if (on >= ramadan.fromOn && on <= ramadan.untilOn && (time < '09:00' || time >= '16:00')) return true
    if (on >= '2025-03-28' && on <= '2025-04-03') return true
  } else if (['04-17', '04-19', '04-21', '12-24'].includes(day)) return true
  return false
}

/** Rounds that open on awkward days: before Ramadan, into Lebaran, over Easter, around 17 August, into Christmas. */
const rounds = [
  ['2025-01-06', '2025-01-27'],
  ['2025-02-20', '2025-03-14'],
  ['2025-03-24', '2025-04-11'],
  ['2025-04-14', '2025-05-02'],
  ['2025-08-10', '2025-08-24'],
  ['2025-12-08', '2025-12-26'],
] as const

type Ending =
  | { readonly kind: 'silent' }
  | { readonly kind: 'reports'; readonly atOn: number; readonly pauseAt?: number }

interface Owed {
  readonly obligation: LadderObligation
  readonly ending: Ending
  readonly sent: SentStep[]
}

/** A third never answers; the others report at some hour, a half of them after a day of pause in between. */
function owedInYear(places: readonly Place[]): Owed[] {
  const random = new SeededRandom(2025)
  let id = 0
  return rounds.flatMap(([opensOn, dueOn]) =>
    places.map((place) => {
      const opensAt = at(`${opensOn} 00:00`, place)
      const dueAt = at(`${addDays(dueOn, 1)} 00:00`, place) - 1
      const reportsAt = opensAt + DAY + Math.floor(random.next() * (dueAt - opensAt + 3 * DAY))
      const silent = random.chance(1 / 3)
      const pauses = random.chance(0.5)
      id += 1
      return {
        obligation: { id, level: 'desa' as const, place, opensAt, dueAt },
        ending: silent
          ? { kind: 'silent' as const }
          : { kind: 'reports' as const, atOn: reportsAt, ...(pauses && { pauseAt: reportsAt - 30 * HOUR }) },
        sent: [],
      }
    }),
  )
}

function statusAt({ obligation, ending }: Owed, now: number): ObligationStatus {
  const base = { isLate: false, isHalfDone: false, lastAnswerAt: null, returnedAt: null }
  const isLate = now > obligation.dueAt
  if (ending.kind === 'reports') {
    if (now >= ending.atOn) return { ...base, state: 'submitted' }
    const { pauseAt } = ending
    if (pauseAt !== undefined && pauseAt > obligation.opensAt! && now >= pauseAt)
      return isLate
        ? { ...base, state: 'late', isLate, isHalfDone: true, lastAnswerAt: pauseAt }
        : { ...base, state: 'half_done', isHalfDone: true, lastAnswerAt: pauseAt }
  }
  return isLate ? { ...base, state: 'late', isLate } : { ...base, state: 'open' }
}

function debtOf({ id, place }: LadderObligation, due: PlannedStep): Debt {
  return { personId: id, seatId: id, obligationId: id, zone: place.zone, due }
}

/** Lets the year pass; `awake` says when the service runs. */
function liveThrough(owed: readonly Owed[], awake: (now: number) => boolean = () => true): void {
  for (const one of owed) {
    const { obligation } = one
    for (let now = obligation.opensAt!; now < obligation.dueAt + 16 * DAY; now += 15 * MINUTE) {
      const status = statusAt(one, now)
      if (status.state === 'submitted') break
      if (!awake(now)) continue
      const due = stepsDue(obligation, status, one.sent, defaultLadder, now, calendar)
      const toSeat = due.filter((step) => step.to === 'seat')
      const { messages } = bundleByPerson(
        toSeat.map((step) => debtOf(obligation, step)),
        () => one.sent.filter((s) => s.to === 'seat').map((s) => s.at),
        defaultLadder,
        now,
      )
      const taken = [...messages.flatMap((m) => m.debts.map((d) => d.due)), ...due.filter((step) => step.to !== 'seat')]
      for (const step of taken) one.sent.push({ step: step.step, to: step.to, at: now })
    }
  }
}

describe('a year of rounds in both zones', () => {
  // a dozen villages live through the year; for bursts all of them are planned
  const owed = owedInYear([...seram.slice(0, 6), ...sumba.slice(0, 6)])
  liveThrough(owed)
  const all = owed.flatMap(({ obligation, sent }) => sent.map((s) => ({ ...s, obligation })))

  it('begins nothing in a quiet time', () => {
    const wrong = all.filter((s) => isQuiet(s.at, s.obligation.place))
    expect(
      wrong.map((s) => `${s.obligation.place.regionCode} ${localDate(s.at, s.obligation.place.zone)} ${s.step}`),
    ).toEqual([])
    expect(all.length).toBeGreaterThan(250)
  })

  it('takes no step twice, and tells nobody anything once the report is in', () => {
    for (const { sent, ending } of owed) {
      const keys = sent.map((s) => `${s.to}:${s.step}`)
      expect(new Set(keys).size).toBe(keys.length)
      if (ending.kind === 'reports') expect(sent.every((s) => s.at < ending.atOn)).toBe(true)
    }
  })

  it('sends the silent every step of their plan, or a later one of the same reader on the same day', () => {
    for (const { obligation, sent, ending } of owed) {
      if (ending.kind !== 'silent') continue
      const planned = planLadder(obligation, defaultLadder, calendar)
      expect(planned.some((step) => step.to === 'camat') && planned.some((step) => step.to === 'staff')).toBe(true)
      for (const step of planned) {
        const day = localDate(step.idealAt, obligation.place.zone)
        const stoodIn = sent.some(
          (s) => s.to === step.to && (s.step === step.step || localDate(s.at, obligation.place.zone) === day),
        )
        expect(stoodIn, `${obligation.place.regionCode} ${day} ${step.step}`).toBe(true)
      }
    }
  })

  it('writes to a seat at most once a day', () => {
    for (const { obligation, sent } of owed) {
      const days = sent.filter((s) => s.to === 'seat').map((s) => localDate(s.at, obligation.place.zone))
      expect(new Set(days).size).toBe(days.length)
    }
  })

  it('never lets all places come due in one minute', () => {
    const perMinute = new Map<string, number>()
    for (const { obligation } of owedInYear([...seram, ...sumba]))
      for (const step of planLadder(obligation, defaultLadder, calendar)) {
        if (step.to !== 'seat') continue
        const key = `${obligation.place.kabupatenCode} ${Math.floor(step.idealAt / MINUTE)}`
        perMinute.set(key, (perMinute.get(key) ?? 0) + 1)
      }
    // 35 villages over half an hour; what the end of a Friday prayer or a fast collects is spread as well
    expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(8)
  })

  it('makes up an outage with one message, inside its window', () => {
    const dark = { fromAt: at('2025-01-08 00:00', seram[0]!), untilAt: at('2025-01-14 10:00', seram[0]!) }
    const again = owedInYear([...seram.slice(0, 6), ...sumba.slice(0, 6)]).filter(
      ({ obligation }) => obligation.id <= 12,
    )
    liveThrough(again, (now) => now < dark.fromAt || now >= dark.untilAt)
    for (const { obligation, sent } of again) {
      const after = sent.filter((s) => s.to === 'seat' && s.at >= dark.untilAt && s.at < dark.untilAt + DAY)
      expect(after.length, obligation.place.regionCode).toBeLessThanOrEqual(1)
      expect(sent.filter((s) => isQuiet(s.at, obligation.place))).toEqual([])
    }
  })
})

describe('the calendar, asked at every quarter of an hour of the year', () => {
  it.each([
    ['Seram', seram[0]!],
    ['Sumba', sumba[0]!],
  ])('answers as the decrees and defaults say in %s', (_, place) => {
    const wrong: string[] = []
    const endsAt = at(`${year + 1}-01-01 00:00`, place)
    for (let now = at(`${year}-01-01 00:00`, place); now < endsAt; now += 15 * MINUTE) {
      const allowed = mayStart(now, place, calendar).allowed
      if (allowed === isQuiet(now, place)) wrong.push(`${localDate(now, place.zone)} ${localTime(now, place.zone)}`)
      if (nextAllowedAt(now, place, calendar) < now) wrong.push('earlier')
    }
    expect(wrong).toEqual([])
  })
})
