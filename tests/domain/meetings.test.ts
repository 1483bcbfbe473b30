import { describe, expect, it } from 'vitest'
import {
  countProblem,
  isCommitmentLate,
  type MeetingFacts,
  type MeetingSession,
  meetingTotals,
  nextNumber,
} from '../../src/domain/meetings.ts'

let ids = 0
const session = (on: string, l?: number, p?: number): MeetingSession => ({
  on,
  place: null,
  attendance: l === undefined || p === undefined ? null : { total: l + p, l, p },
  atLeast: false,
})
const meeting = (regionCode: string, sessions: readonly MeetingSession[], changed: Partial<MeetingFacts> = {}) => ({
  id: ++ids,
  kind: 'koordinasi_kecamatan' as const,
  number: null,
  regionCode,
  title: 'Koordinasi',
  fromOn: sessions[0]?.on ?? '2024-08-01',
  untilOn: sessions.at(-1)?.on ?? '2024-08-01',
  place: null,
  sessions,
  aggregate: null,
  guests: null,
  deliveredInId: null,
  ...changed,
})

/** The coordination meetings of August 2024 as they were reported: dates by session, persons only by kabupaten. */
const seram = [
  meeting('81.05.15', [session('2024-08-10')]),
  meeting('81.05.04', [session('2024-08-12'), session('2024-08-13'), session('2024-08-14')]),
  meeting('81.05.11', [session('2024-08-14')]),
  meeting('81.05.09', [session('2024-08-09')]),
  meeting('81.05', [], { aggregate: { total: 117, l: 79, p: 38 } }),
]
const sumbaDays = ['06', '02', '07', '01', '05', '05', '03', '02', '06', '05']
const sumbaKecamatan = ['01', '07', '08', '06', '11', '04', '05', '10', '03', '02']
const sumba = [
  ...sumbaKecamatan.map((code, i) => meeting(`53.18.${code}`, [session(`2024-08-${sumbaDays[i]}`)])),
  meeting('53.18', [], { aggregate: { total: 126, l: 89, p: 37 } }),
]

describe('the figures of the coordination meetings of August 2024', () => {
  it('come out for Seram Bagian Timur: six sessions in four kecamatan', () => {
    expect(meetingTotals(seram)).toMatchObject({
      sessions: 6,
      kecamatan: 4,
      total: 117,
      l: 79,
      p: 38,
      uncounted: 6,
      atLeast: false,
      fromAggregate: ['81.05'],
    })
  })

  it('come out for Sumba Barat Daya: ten sessions, three of them on one day, one on a Saturday', () => {
    expect(meetingTotals(sumba)).toMatchObject({ sessions: 10, kecamatan: 10, total: 126, l: 89, p: 37 })
    const days = sumba.flatMap((m) => m.sessions.map((s) => s.on))
    expect(days.filter((on) => on === '2024-08-05')).toHaveLength(3)
    expect(new Date('2024-08-03').getUTCDay()).toBe(6)
  })

  it('come out for both: 243 persons, 30.9 percent of them women', () => {
    const totals = meetingTotals([...seram, ...sumba])
    expect(totals).toMatchObject({ sessions: 16, kecamatan: 14, total: 243, l: 168, p: 75 })
    expect(((totals.womenShare ?? 0) * 100).toFixed(1)).toBe('30.9')
  })

  it('stay as they are when a later round has numbers of its own', () => {
    const later = meeting('81.05.15', [session('2024-11-06', 9, 7)], { roundId: 2 })
    const totals = meetingTotals([...seram.map((m) => ({ ...m, roundId: 1 })), later])
    expect(totals).toMatchObject({ sessions: 7, kecamatan: 4, total: 133, l: 88, p: 45, fromAggregate: ['81.05'] })
  })

  it('come out from the sessions themselves once their numbers are known, and a sum that differs is noticed', () => {
    const counted = [
      meeting('81.05.15', [session('2024-08-10', 13, 7)]),
      meeting('81.05.04', [session('2024-08-12', 14, 6), session('2024-08-13', 12, 8), session('2024-08-14', 13, 5)]),
      meeting('81.05.11', [session('2024-08-14', 14, 6)]),
      meeting('81.05.09', [session('2024-08-09', 13, 6)]),
    ]
    expect(meetingTotals(counted)).toMatchObject({
      total: 117,
      l: 79,
      p: 38,
      sessions: 6,
      fromAggregate: [],
      uncounted: 0,
    })
    const sum = (total: number, l: number, p: number) => meeting('81.05', [], { aggregate: { total, l, p } })
    expect(meetingTotals([...counted, sum(117, 79, 38)])).toMatchObject({ total: 117, disagree: [] })
    expect(meetingTotals([...counted, sum(118, 80, 38)])).toMatchObject({ total: 117, disagree: ['81.05'] })
  })
})

describe('attendance', () => {
  it('is a lower bound while a session was not counted, and says so', () => {
    const totals = meetingTotals([meeting('81.05.15', [session('2024-08-10', 5, 5), session('2024-08-11')])])
    expect(totals).toMatchObject({ total: 10, uncounted: 1, atLeast: true })
  })

  it.each([
    [{ total: 117, l: 79, p: 38 }, undefined],
    [{ total: 117, l: 79, p: 37 }, '79 laki-laki dan 37 perempuan adalah 116 orang, bukan 117.'],
    [{ total: -1, l: 0, p: -1 }, 'Jumlah orang adalah angka bulat, 0 atau lebih.'],
  ])('%j is checked by sex: %s', (count, problem) => {
    expect(countProblem(count)).toBe(problem)
  })
})

describe('a body’s meetings', () => {
  it('are numbered one by one, and a number is never given twice', () => {
    expect(nextNumber([])).toBe(1)
    expect(nextNumber([1, 3, null])).toBe(4)
  })

  it('have promises that are late after their day, until they are kept', () => {
    const promise = { state: 'open', dueOn: '2024-09-01' } as const
    expect(isCommitmentLate(promise, '2024-09-01')).toBe(false)
    expect(isCommitmentLate(promise, '2024-09-02')).toBe(true)
    expect(isCommitmentLate({ ...promise, state: 'kept' }, '2024-10-01')).toBe(false)
    expect(isCommitmentLate({ ...promise, dueOn: null }, '2024-10-01')).toBe(false)
  })
})
