import { describe, expect, it } from 'vitest'
import {
  daysOverdue,
  deliveryOf,
  followUpOccasion,
  isOpen,
  lastDayOf,
  monthAfter,
  overdueRungs,
  placesLeft,
  stageAfter,
  stageRefusal,
  type VillageAnswer,
} from '../../src/domain/recommendations.ts'

const said = (...answers: readonly VillageAnswer['answer'][]): readonly VillageAnswer[] =>
  answers.map((answer, i) => ({ regionCode: `81.05.15.200${i}`, answer }))

describe('whether a recommendation arrived', () => {
  it.each([
    ['diproses', said(), 'open'],
    ['selesai', said(), 'waiting'],
    ['selesai', said(null, 'ya'), 'waiting'],
    ['selesai', said('ya', 'ya'), 'received'],
    // one village that has nothing outweighs another's silence and another's yes
    ['selesai', said('ya', 'belum', null), 'disputed'],
    ['tidak_bisa', said('belum'), 'open'],
  ] as const)('%s, villages say %j: %s', (state, answers, delivery) => {
    expect(deliveryOf(state, answers)).toBe(delivery)
  })

  it('stays open while the office works on it or a village has not got it', () => {
    expect(isOpen('dianggarkan', 'open')).toBe(true)
    expect(isOpen('selesai', 'disputed')).toBe(true)
    expect(isOpen('selesai', 'waiting')).toBe(false)
    expect(isOpen('tidak_bisa', 'open')).toBe(false)
  })
})

describe('being late', () => {
  const rec = { state: 'diproses', delivery: 'open', targetMonth: '2024-09' } as const
  it.each([
    [rec, '2024-09-30', 0],
    [rec, '2024-10-01', 1],
    [rec, '2024-10-31', 31],
    [{ ...rec, targetMonth: null }, '2030-01-01', 0],
    [{ ...rec, state: 'selesai', delivery: 'received' }, '2024-12-01', 0],
    [{ ...rec, state: 'selesai', delivery: 'disputed' }, '2024-10-05', 5],
    [{ ...rec, state: 'tidak_bisa' }, '2024-12-01', 0],
  ] as const)('%j on %s: %d days', (recommendation, todayOn, days) => {
    expect(daysOverdue(recommendation, todayOn)).toBe(days)
  })

  it('goes up a ladder, and nobody is told before the first day', () => {
    expect(overdueRungs(0)).toEqual([])
    expect(overdueRungs(1).map((r) => r.to)).toEqual(['responsible'])
    expect(overdueRungs(29).map((r) => r.to)).toEqual(['responsible', 'coordinator'])
    expect(overdueRungs(30).map((r) => r.to)).toEqual(['responsible', 'coordinator', 'staff'])
  })

  it('knows the ends of months and years', () => {
    expect(lastDayOf('2024-02')).toBe('2024-02-29')
    expect(lastDayOf('2024-12')).toBe('2024-12-31')
    expect(monthAfter('2024-11-30', 3)).toBe('2025-02')
    expect(monthAfter('2024-12-01', 0)).toBe('2024-12')
  })
})

describe('planning stages', () => {
  it('go forward with what the office says and never back by themselves', () => {
    expect(stageAfter('forum_opd', 'masuk_rkpd')).toBe('rkpd')
    expect(stageAfter('usulan', 'dianggarkan')).toBe('apbd')
    expect(stageAfter('apbd', 'masuk_rkpd')).toBe('apbd')
    expect(stageAfter('musrenbangcam', 'diproses')).toBe('musrenbangcam')
  })

  it('go back only with a reason', () => {
    expect(stageRefusal('rkpd', 'forum_opd', undefined)).toContain('needs a reason')
    expect(stageRefusal('rkpd', 'forum_opd', 'Dikembalikan Bapperida')).toBeUndefined()
    expect(stageRefusal('usulan', 'apbd', undefined)).toBeUndefined()
    expect(stageRefusal('usulan', 'usulan', 'x')).toContain('already')
  })

  it('count places left, a village once, below zero when too many hope', () => {
    expect(placesLeft({ placesTotal: 10, placesTaken: 6, villages: ['a', 'b', 'a'] })).toBe(2)
    expect(placesLeft({ placesTotal: 3, placesTaken: 2, villages: ['a', 'b'] })).toBe(-1)
  })
})

describe('when a responsible office is asked', () => {
  const rakor = { id: 12, fromOn: '2024-08-20' }
  it.each([
    ['in the first week of a month', '2024-10-01', [], '2024-10'],
    ['not later in the month', '2024-10-08', [], undefined],
    ['in the week before a rakor', '2024-08-13', [rakor], 'rakor-12'],
    ['until the day before', '2024-08-19', [rakor], 'rakor-12'],
    ['not on the day itself', '2024-08-20', [rakor], undefined],
    ['not eight days before', '2024-08-12', [rakor], undefined],
    ['not monthly when a rakor is near', '2024-08-05', [{ id: 3, fromOn: '2024-08-15' }], undefined],
    ['not monthly just after one', '2024-09-03', [{ id: 3, fromOn: '2024-08-27' }], undefined],
    ['monthly when the rakor is far', '2024-08-05', [rakor], '2024-08'],
    ['for the nearer of two rakor', '2024-08-14', [{ id: 13, fromOn: '2024-08-21' }, rakor], 'rakor-12'],
  ] as const)('%s: %s', (_, todayOn, rakors, occasion) => {
    expect(followUpOccasion(todayOn, rakors)).toBe(occasion)
  })
})
