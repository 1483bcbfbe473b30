import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayStart, missingHolidayYears, nextAllowedAt, spread, spreadAllowedAt } from '../../src/domain/calendar.ts'
import { localDate, localTime, MINUTE } from '../../src/lib/local-time.ts'
import { at, calendar, dawang, loura, withLocalDay, withRules } from './cast.ts'

const places = { SBT: dawang, SBD: loura }

describe('what the bot starts waits for the place', () => {
  const table: readonly [where: keyof typeof places, when: string, expected: string][] = [
    // an ordinary Wednesday
    ['SBT', '2024-08-14 07:59', 'malam until 2024-08-14 08:00'],
    ['SBT', '2024-08-14 08:00', 'allowed'],
    ['SBT', '2024-08-14 17:59', 'allowed'],
    ['SBT', '2024-08-14 18:00', 'magrib until 2024-08-14 19:45'],
    ['SBT', '2024-08-14 19:45', 'allowed'],
    ['SBT', '2024-08-14 20:00', 'malam until 2024-08-15 08:00'],
    ['SBD', '2024-08-14 18:30', 'allowed'],
    // Friday
    ['SBT', '2024-08-16 11:29', 'allowed'],
    ['SBT', '2024-08-16 11:30', 'salat_jumat until 2024-08-16 14:00'],
    ['SBD', '2024-08-16 12:00', 'allowed'],
    // Friday night before Independence Day, which is a Saturday: quiet until Monday
    ['SBD', '2024-08-16 20:30', 'malam until 2024-08-19 08:00'],
    ['SBD', '2024-08-17 10:00', 'hari_libur until 2024-08-19 08:00'],
    ['SBD', '2024-08-18 15:00', 'minggu until 2024-08-19 08:00'],
    // Ramadan, a Wednesday
    ['SBT', '2024-03-20 08:59', 'ramadan until 2024-03-20 09:00'],
    ['SBT', '2024-03-20 15:59', 'allowed'],
    ['SBT', '2024-03-20 16:00', 'ramadan until 2024-03-21 09:00'],
    ['SBD', '2024-03-20 08:30', 'allowed'],
    // Lebaran 10–11 April 2024 with three days around, collective leave on the 15th
    ['SBT', '2024-04-06 10:00', 'allowed'],
    ['SBT', '2024-04-07 10:00', 'hari_raya until 2024-04-16 08:00'],
    ['SBD', '2024-04-13 10:00', 'allowed'],
    // Holy Thursday to Easter Monday in Sumba; in Seram, where it is Ramadan, only the holidays themselves
    ['SBD', '2024-03-28 10:00', 'hari_raya until 2024-04-02 08:00'],
    ['SBT', '2024-03-28 10:00', 'allowed'],
    ['SBT', '2024-03-29 10:00', 'hari_libur until 2024-03-30 09:00'],
    // Christmas
    ['SBD', '2024-12-24 10:00', 'hari_raya until 2024-12-27 08:00'],
    ['SBT', '2024-12-24 10:00', 'allowed'],
  ]
  it.each(table)('%s, %s: %s', (where, when, expected) => {
    const place = places[where]
    const result = mayStart(at(when, place), place, calendar)
    const said = result.allowed
      ? 'allowed'
      : `${result.reason} until ${localDate(result.untilAt, place.zone)} ${localTime(result.untilAt, place.zone)}`
    expect(said).toBe(expected)
  })

  it('names the feast or holiday that holds a message back', () => {
    expect(mayStart(at('2024-12-25 10:00', loura), loura, calendar)).toMatchObject({ name: 'Natal' })
  })

  it('gives a kabupaten that nobody has set up every quiet time', () => {
    const bula = { ...dawang, kabupatenCode: '81.01' }
    expect(mayStart(at('2024-08-16 12:00', bula), bula, calendar).allowed).toBe(false)
    expect(mayStart(at('2024-12-24 10:00', bula), bula, calendar).allowed).toBe(false)
  })
})

describe('a kabupaten may set its own rules', () => {
  it('opens Sunday afternoon', () => {
    const relaxed = withRules('53.18', { minggu: 'sampai_14' })
    expect(nextAllowedAt(at('2024-08-11 09:00', loura), loura, relaxed)).toBe(at('2024-08-11 14:00', loura))
  })

  it('works on collective leave', () => {
    const working = withRules('53.18', { cuti: 'biasa' })
    expect(mayStart(at('2024-05-10 10:00', loura), loura, calendar).allowed).toBe(false)
    expect(mayStart(at('2024-05-10 10:00', loura), loura, working).allowed).toBe(true)
  })

  it('keeps the days of a pesta adat quiet for its kecamatan and not for the next', () => {
    const pasola = withLocalDay({
      regionCode: '53.18.01',
      fromOn: '2024-02-20',
      untilOn: '2024-02-22',
      name: 'Pasola',
    })
    const kodi = { ...loura, regionCode: '53.18.07.2001' }
    expect(mayStart(at('2024-02-21 10:00', loura), loura, pasola)).toEqual({
      allowed: false,
      reason: 'hari_setempat',
      name: 'Pasola',
      untilAt: at('2024-02-23 08:00', loura),
    })
    expect(mayStart(at('2024-02-21 10:00', kodi), kodi, pasola).allowed).toBe(true)
  })

  it('says so when a calendar leaves no time at all', () => {
    const never = withLocalDay({ regionCode: '53.18', fromOn: '2024-01-01', untilOn: '2029-12-31', name: 'Salah isi' })
    expect(() => nextAllowedAt(at('2024-02-21 10:00', loura), loura, never)).toThrow(/53\.18.*400 days/)
  })

  it('keeps the days that no decree moves, also in a year without a table', () => {
    const reasons = (place: typeof loura) =>
      ['2027-12-24', '2027-12-25', '2027-12-27', '2027-06-01', '2027-06-02'].map((on) => {
        const result = mayStart(at(`${on} 10:00`, place), place, calendar)
        return result.allowed ? 'allowed' : result.reason
      })
    expect(reasons(loura)).toEqual(['hari_raya', 'hari_libur', 'allowed', 'hari_libur', 'allowed'])
    expect(reasons(dawang)).toEqual(['allowed', 'hari_libur', 'allowed', 'hari_libur', 'allowed'])
  })

  it('knows for which years nobody has entered holidays', () => {
    expect(missingHolidayYears(calendar, 2024, 2027)).toEqual([2027])
  })
})

describe('the next allowed instant', () => {
  const range = { min: at('2024-01-01 00:00', loura), max: at('2027-12-31 00:00', loura) }
  it('is allowed, is never earlier, and is the first', () => {
    fc.assert(
      fc.property(fc.integer(range), fc.constantFrom(dawang, loura), (asked, place) => {
        const next = nextAllowedAt(asked, place, calendar)
        expect(next).toBeGreaterThanOrEqual(asked)
        expect(mayStart(next, place, calendar).allowed).toBe(true)
        for (const share of [0, 0.3, 0.7, 1]) {
          const between = asked + Math.floor(share * (next - 1 - asked))
          if (next > asked) expect(mayStart(between, place, calendar)).toMatchObject({ allowed: false, untilAt: next })
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('spreading', () => {
  it('gives a key the same share of the window every time', () => {
    expect(spread('remind:1:2:undangan', 30)).toBe(spread('remind:1:2:undangan', 30))
    expect(spread('anything', 0)).toBe(0)
  })

  it('fills the window evenly, also for keys that follow each other', () => {
    const minutes = Array.from({ length: 3000 }, (_, i) => Math.floor(spread(`81.05.15.${2000 + i}`, 30) / MINUTE))
    const perMinute = Array.from({ length: 30 }, (_, m) => minutes.filter((minute) => minute === m).length)
    expect(Math.min(...perMinute)).toBeGreaterThan(60)
    expect(Math.max(...perMinute)).toBeLessThan(150)
  })

  it('never spreads into a quiet time, nor all onto its last minute', () => {
    const keys = Array.from({ length: 200 }, (_, i) => `desa-${i}`)
    const starts = keys.map((key) => spreadAllowedAt(at('2024-08-16 11:10', dawang), dawang, calendar, key, 60))
    expect(starts.every((start) => mayStart(start, dawang, calendar).allowed)).toBe(true)
    expect(starts.filter((start) => start === at('2024-08-16 14:00', dawang)).length).toBeLessThan(10)
  })
})
