import { describe, expect, it } from 'vitest'
import type { Region } from '../../src/domain/regions.ts'
import {
  countingReport,
  isIn,
  isOwed,
  kecamatanDates,
  kecamatanInvitedWhen,
  type ObligationFacts,
  obligationStatus,
  obligationsFor,
  type ReportFacts,
  type RoundForm,
  seatStatus,
} from '../../src/domain/rounds.ts'
import { at, dawang, loura } from './cast.ts'

const regions: readonly Region[] = [
  { code: '81.05.15.2003', name: 'Dawang', zone: dawang.zone },
  { code: '81.05.15', name: 'Teluk Waru', zone: dawang.zone },
  { code: '53.18.01.2001', name: 'Loura', zone: loura.zone },
]
const roundForm: RoundForm = {
  form: 'pemantauan-desa',
  level: 'desa',
  depth: 'core',
  opensOn: '2024-07-01',
  dueOn: '2024-07-31',
}

describe('opening a round', () => {
  it('makes one obligation for each place of the level, in code order, due at the end of the day in its own zone', () => {
    expect(obligationsFor(roundForm, regions)).toEqual([
      {
        form: 'pemantauan-desa',
        level: 'desa',
        regionCode: '53.18.01.2001',
        zone: loura.zone,
        opensAt: at('2024-07-01 00:00', loura),
        dueAt: at('2024-08-01 00:00', loura) - 1,
      },
      {
        form: 'pemantauan-desa',
        level: 'desa',
        regionCode: '81.05.15.2003',
        zone: dawang.zone,
        opensAt: at('2024-07-01 00:00', dawang),
        dueAt: at('2024-08-01 00:00', dawang) - 1,
      },
    ])
  })

  it('lets the kecamatan wait for its villages', () => {
    const made = obligationsFor({ ...roundForm, level: 'kecamatan', dueOn: '2024-08-13' }, regions)
    expect(made.map(({ regionCode, opensAt }) => [regionCode, opensAt])).toEqual([['81.05.15', null]])
  })

  it('counts the dates of the kecamatan form from those of the village form', () => {
    expect(kecamatanDates('2024-07-31')).toEqual({ opensOn: '2024-08-03', dueOn: '2024-08-13' })
  })
})

describe('the camat is invited', () => {
  const inOn = (when: string) => ({ excused: false, firstSubmittedAt: at(when, dawang) })
  const missing = { excused: false, firstSubmittedAt: null }
  const excused = { excused: true, firstSubmittedAt: null }

  it('when the last village that is not excused has submitted, and has ten days from then', () => {
    const villages = [inOn('2024-07-10 10:00'), excused, inOn('2024-07-20 16:30')]
    expect(kecamatanInvitedWhen(villages, '2024-08-03', dawang.zone)).toEqual({
      invitedAt: at('2024-07-20 16:30', dawang),
      because: 'all_in',
      dueAt: at('2024-07-31 00:00', dawang) - 1,
    })
  })

  it('at the latest three days after the villages were due', () => {
    expect(kecamatanInvitedWhen([inOn('2024-07-10 10:00'), missing], '2024-08-03', dawang.zone)).toEqual({
      invitedAt: at('2024-08-03 00:00', dawang),
      because: 'opens_on',
      dueAt: at('2024-08-14 00:00', dawang) - 1,
    })
  })

  it('on the set day when every village is excused', () => {
    expect(kecamatanInvitedWhen([excused], '2024-08-03', dawang.zone).because).toBe('opens_on')
  })
})

describe('the state of an obligation follows from its reports', () => {
  const obligation: ObligationFacts = {
    opensAt: at('2024-07-01 00:00', dawang),
    dueAt: at('2024-08-01 00:00', dawang) - 1,
    excusedBecause: null,
  }
  const begun: ReportFacts = {
    seatId: 1,
    state: 'open',
    official: false,
    startedAt: at('2024-07-02 09:00', dawang),
    lastAnswerAt: null,
    firstSubmittedAt: null,
    returnedAt: null,
  }
  const half = { ...begun, lastAnswerAt: at('2024-07-02 09:10', dawang) }
  const inTime: ReportFacts = { ...half, state: 'submitted', firstSubmittedAt: at('2024-07-31 23:59', dawang) }
  const tooLate: ReportFacts = { ...inTime, firstSubmittedAt: at('2024-08-02 08:00', dawang) }
  const july = at('2024-07-15 09:00', dawang)
  const august = at('2024-08-15 09:00', dawang)

  const table: readonly [what: string, ObligationFacts, ReportFacts[], now: number, state: string, late: boolean][] = [
    ['a kecamatan that is not invited', { ...obligation, opensAt: null }, [], july, 'waiting', false],
    ['a round that opens tomorrow', obligation, [], at('2024-06-30 09:00', dawang), 'waiting', false],
    ['nothing begun', obligation, [], july, 'open', false],
    ['begun without an answer', obligation, [begun], july, 'open', false],
    ['some answers', obligation, [half], july, 'half_done', false],
    ['nothing on the last minute', obligation, [], obligation.dueAt, 'open', false],
    ['nothing a moment later', obligation, [], obligation.dueAt + 1, 'late', true],
    ['some answers after the due date', obligation, [half], august, 'late', true],
    ['handed in on the last minute', obligation, [inTime], august, 'submitted', false],
    ['handed in two days late: kept and marked', obligation, [tooLate], august, 'submitted', true],
    ['sent back', obligation, [{ ...inTime, state: 'returned' }], august, 'returned', false],
    ['verified', obligation, [{ ...inTime, state: 'verified' }], august, 'verified', false],
    ['excused', { ...obligation, excusedBecause: 'banjir' }, [], august, 'excused', false],
    ['excused although half done', { ...obligation, excusedBecause: 'banjir' }, [half], august, 'excused', false],
  ]
  it.each(table)('%s', (_what, facts, reports, now, state, isLate) => {
    expect(obligationStatus(facts, reports, now)).toMatchObject({ state, isLate })
  })

  it('owes nothing more once the report is in, and again when it was sent back', () => {
    const submitted = obligationStatus(obligation, [inTime], july)
    const returned = obligationStatus(obligation, [{ ...inTime, state: 'returned' }], july)
    expect([isOwed(submitted), isIn(submitted)]).toEqual([false, true])
    expect([isOwed(returned), isIn(returned)]).toEqual([true, true])
  })

  describe('with a raja negeri (seat 1) and a kepala desa (seat 2)', () => {
    it('keeps both reports apart: each seat sees its own', () => {
      const reports = [inTime, { ...half, seatId: 2 }]
      expect(seatStatus(obligation, 'each', 1, reports, july).state).toBe('submitted')
      expect(seatStatus(obligation, 'each', 2, reports, july).state).toBe('half_done')
      expect(seatStatus(obligation, 'each', 3, reports, july).state).toBe('open')
    })

    it('shows one report of the place to every seat where the place writes one', () => {
      expect(seatStatus(obligation, 'one', 2, [inTime], july).state).toBe('submitted')
    })

    it('counts the official report, else the furthest, else the first', () => {
      const raja = inTime
      const kades = { ...inTime, seatId: 2, firstSubmittedAt: at('2024-07-20 09:00', dawang) }
      expect(countingReport([raja, kades])?.seatId).toBe(2)
      expect(countingReport([raja, { ...half, seatId: 2 }])?.seatId).toBe(1)
      expect(countingReport([{ ...raja, official: true }, kades])?.seatId).toBe(1)
      expect(countingReport([])).toBeUndefined()
    })
  })
})
