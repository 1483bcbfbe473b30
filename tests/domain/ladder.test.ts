import { describe, expect, it } from 'vitest'
import {
  bundleByPerson,
  type Debt,
  defaultLadder,
  type LadderObligation,
  type PlannedStep,
  planLadder,
  remindKey,
  type SentStep,
  stepsDue,
} from '../../src/domain/ladder.ts'
import type { ObligationStatus } from '../../src/domain/rounds.ts'
import { DAY, HOUR, localDate, localTime, MINUTE } from '../../src/lib/local-time.ts'
import { at, calendar, dawang, loura, withLocalDay } from './cast.ts'

const exact = { ...defaultLadder, spreadMinutes: 0 }
const open: ObligationStatus = {
  state: 'open',
  isLate: false,
  isHalfDone: false,
  lastAnswerAt: null,
  returnedAt: null,
}
const late: ObligationStatus = { ...open, state: 'late', isLate: true }

/** Monday 1 July 2024 to Wednesday 17 July: an ordinary time in Seram. */
const july: LadderObligation = {
  id: 7,
  level: 'desa',
  place: dawang,
  opensAt: at('2024-07-01 00:00', dawang),
  dueAt: at('2024-07-18 00:00', dawang) - 1,
}

const shown = (steps: readonly PlannedStep[], place = dawang) =>
  steps.map(
    ({ step, to, idealAt }) => `${localDate(idealAt, place.zone)} ${localTime(idealAt, place.zone)} ${step} -> ${to}`,
  )

describe('the plan of a round', () => {
  it('shows every step at a time when writing is polite', () => {
    expect(shown(planLadder(july, exact, calendar))).toEqual([
      '2024-07-01 09:00 undangan -> seat',
      '2024-07-04 09:00 hari-3 -> seat',
      // the sixth day after is a Sunday that is also the Islamic new year
      '2024-07-08 09:00 hari-6 -> seat',
      '2024-07-15 09:00 dua-hari-lagi-2024-07-17 -> seat',
      '2024-07-17 09:00 hari-terakhir-2024-07-17 -> seat',
      '2024-07-18 09:00 camat-2024-07-17 -> camat',
      '2024-07-20 09:00 fasilitator-2024-07-17 -> fasilitator',
      '2024-07-24 09:00 staf-2024-07-17 -> staff',
    ])
  })

  it('announces a quiet last day before it, not after', () => {
    const dueOnSunday = { ...july, dueAt: at('2024-07-15 00:00', dawang) - 1 }
    expect(shown(planLadder(dueOnSunday, exact, calendar))).toContain(
      '2024-07-13 09:00 hari-terakhir-2024-07-14 -> seat',
    )
  })

  it('leaves out the rungs that a short round has no room for', () => {
    const fourDays = { ...july, dueAt: at('2024-07-05 00:00', dawang) - 1 }
    expect(shown(planLadder(fourDays, exact, calendar)).filter((line) => line.endsWith('seat'))).toEqual([
      '2024-07-01 09:00 undangan -> seat',
      '2024-07-02 09:00 dua-hari-lagi-2024-07-04 -> seat',
      '2024-07-04 09:00 hari-terakhir-2024-07-04 -> seat',
    ])
  })

  it('tells only staff about a late kecamatan, and nothing while it waits', () => {
    const kecamatan = { ...july, level: 'kecamatan' as const, place: { ...dawang, regionCode: '81.05.15' } }
    expect(planLadder(kecamatan, exact, calendar).filter((step) => step.to !== 'seat')).toMatchObject([{ to: 'staff' }])
    expect(planLadder({ ...kecamatan, opensAt: null }, exact, calendar)).toEqual([])
  })

  it('spreads places over half an hour, one person’s places together', () => {
    const ids = Array.from({ length: 200 }, (_, i) => i)
    const startOf = (place: typeof dawang, spreadKey?: string) =>
      planLadder({ ...july, place, ...(spreadKey === undefined ? {} : { spreadKey }) }, defaultLadder, calendar)[0]!
        .idealAt
    const starts = ids.map((i) => startOf({ ...dawang, regionCode: `81.05.15.${2000 + i}` }))
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(at('2024-07-01 09:00', dawang))
    expect(Math.max(...starts)).toBeLessThan(at('2024-07-01 09:30', dawang))
    expect(new Set(starts).size).toBeGreaterThan(150)
    expect(startOf(dawang, 'person:5')).toBe(startOf({ ...dawang, regionCode: '81.05.15.2004' }, 'person:5'))
  })
})

describe('what is due now', () => {
  const due = (when: string, status = open, history: readonly SentStep[] = [], obligation = july) =>
    stepsDue(obligation, status, history, exact, at(when, dawang), calendar).map(({ rung }) => rung)
  const invited: SentStep = { step: 'undangan', to: 'seat', at: at('2024-07-01 09:00', dawang) }

  it('is the invitation at nine on the first day, once', () => {
    expect(due('2024-07-01 08:59')).toEqual([])
    expect(due('2024-07-01 09:00')).toEqual(['undangan'])
    expect(due('2024-07-01 09:01', open, [invited])).toEqual([])
  })

  it('is a reminder on the third day', () => {
    expect(due('2024-07-04 09:05', open, [invited])).toEqual(['hari-3'])
    expect(due('2024-07-05 15:05', open, [invited])).toEqual([])
  })

  it('begins with the invitation for somebody reached only in the second week', () => {
    expect(due('2024-07-15 10:00')).toEqual(['undangan'])
    const lateInvited = { ...invited, at: at('2024-07-15 10:00', dawang) }
    expect(due('2024-07-15 10:05', open, [lateInvited])).toEqual([])
    expect(due('2024-07-17 10:00', open, [lateInvited])).toEqual(['hari-terakhir'])
  })

  it('is nothing in quiet times, even inside a window', () => {
    expect(due('2024-07-05 12:00', open)).toEqual([])
    expect(due('2024-07-01 21:00')).toEqual([])
  })

  it('stops at once when the report is in, the place is excused, or the deadline has passed for the seat', () => {
    for (const state of ['submitted', 'verified', 'excused', 'waiting'] as const)
      expect(due('2024-07-15 09:30', { ...open, state }, [invited])).toEqual([])
    expect(due('2024-07-18 08:30', late, [invited])).toEqual([])
  })

  it('goes on to the camat, the fasilitator and staff', () => {
    expect(due('2024-07-18 09:00', late, [invited])).toEqual(['camat'])
    expect(due('2024-07-20 09:00', late, [invited])).toEqual(['fasilitator'])
    expect(due('2024-07-24 09:00', late, [invited])).toEqual(['staf'])
    const told: SentStep = { step: 'camat-2024-07-17', to: 'camat', at: at('2024-07-18 09:00', dawang) }
    expect(due('2024-07-18 10:00', late, [invited, told])).toEqual([])
  })

  it('nudges a report left half done after a day, and again after a second pause', () => {
    const half = {
      ...open,
      state: 'half_done' as const,
      isHalfDone: true,
      lastAnswerAt: at('2024-07-02 10:00', dawang),
    }
    expect(due('2024-07-03 09:59', half, [invited])).toEqual([])
    expect(due('2024-07-03 10:00', half, [invited])).toEqual(['belum-selesai'])
    const nudged: SentStep = { step: 'belum-selesai-2024-07-02', to: 'seat', at: at('2024-07-03 10:00', dawang) }
    expect(due('2024-07-03 11:00', half, [invited, nudged])).toEqual([])
    const again = { ...half, lastAnswerAt: at('2024-07-08 10:00', dawang) }
    expect(due('2024-07-09 10:00', again, [invited, nudged])).toEqual(['belum-selesai'])
  })

  it('leaves somebody alone who is writing just now', () => {
    const writing = {
      ...open,
      state: 'half_done' as const,
      isHalfDone: true,
      lastAnswerAt: at('2024-07-15 08:30', dawang),
    }
    expect(due('2024-07-15 09:00', writing, [invited])).toEqual([])
    expect(due('2024-07-15 13:00', writing, [invited])).toEqual(['dua-hari-lagi'])
  })

  it('asks after a report that was sent back three days ago', () => {
    const returned = { ...open, state: 'returned' as const, returnedAt: at('2024-07-22 10:00', dawang) }
    expect(due('2024-07-25 10:00', returned, [invited])).toEqual(['dikembalikan'])
  })

  it('counts anew from a deadline that staff moved', () => {
    const done = ['dua-hari-lagi-2024-07-17', 'hari-terakhir-2024-07-17']
    const history = [
      invited,
      ...done.map((step) => ({ step, to: 'seat' as const, at: at('2024-07-17 09:00', dawang) })),
    ]
    const moved = { ...july, dueAt: at('2024-07-27 00:00', dawang) - 1 }
    expect(due('2024-07-24 09:00', open, history, moved)).toEqual(['dua-hari-lagi'])
  })

  it('respects a local day entered after the round began', () => {
    const mourning = withLocalDay({ regionCode: '81.05.15', fromOn: '2024-07-04', untilOn: '2024-07-04', name: 'Duka' })
    expect(stepsDue(july, open, [invited], exact, at('2024-07-04 09:00', dawang), mourning)).toEqual([])
    expect(stepsDue(july, open, [invited], exact, at('2024-07-05 09:00', dawang), mourning)).toMatchObject([
      { rung: 'hari-3' },
    ])
  })
})

describe('whatever the clock of the machine does', () => {
  /** Runs the ladder every `everyMs` and remembers what left, as the outbox would. */
  function play(instants: readonly number[], history: SentStep[] = []): SentStep[] {
    for (const now of instants) {
      const status = now > july.dueAt ? late : open
      for (const { step, to } of stepsDue(july, status, history, exact, now, calendar))
        history.push({ step, to, at: now })
    }
    return history
  }
  const every = (fromAt: number, untilAt: number, ms: number) =>
    Array.from({ length: Math.floor((untilAt - fromAt) / ms) }, (_, i) => fromAt + i * ms)
  const start = at('2024-06-30 00:00', dawang)
  const end = at('2024-08-10 00:00', dawang)

  it('sends each step once, five to the seat and three to others', () => {
    const sent = play(every(start, end, 30 * MINUTE))
    expect(sent.map(({ step }) => step)).toEqual(planLadder(july, exact, calendar).map(({ step }) => step))
  })

  it('sends no burst after an outage: one reminder, or none past the window', () => {
    for (let outageDays = 1; outageDays <= 20; outageDays++) {
      const backAt = start + 2 * DAY + outageDays * DAY + 13 * HOUR
      const before = play(every(start, start + 2 * DAY, 30 * MINUTE))
      const after = play([backAt, backAt + MINUTE, backAt + 2 * MINUTE], [...before]).slice(before.length)
      expect(after.filter(({ to }) => to === 'seat').length, `${outageDays} days`).toBeLessThanOrEqual(1)
      expect(new Set(after.map(({ to }) => to)).size).toBe(after.length)
    }
  })

  it('sends nothing twice when the clock jumps back', () => {
    const times = every(start, end, HOUR)
    const jumping = times.flatMap((now, i) => (i % 10 === 0 ? [now, now - HOUR, now] : [now]))
    const steps = play(jumping).map(({ step }) => step)
    expect(new Set(steps).size).toBe(steps.length)
  })
})

describe('one person, several debts', () => {
  const now = at('2024-07-04 09:00', loura)
  const step: PlannedStep = {
    rung: 'hari-3',
    step: 'hari-3',
    kind: 'reminder',
    to: 'seat',
    idealAt: now,
    windowEndsAt: now + DAY,
  }
  const debt = (personId: number, obligationId: number, kind: PlannedStep['kind'] = 'reminder'): Debt => ({
    personId,
    obligationId,
    seatId: 10 + obligationId,
    zone: loura.zone,
    due: { ...step, kind },
  })
  const never = () => []

  it('gets one message for all of them, the most pressing first', () => {
    const debts = [debt(1, 5), debt(2, 6), debt(1, 7, 'half_done')]
    const { messages, held } = bundleByPerson(debts, never, defaultLadder, now)
    expect(held).toEqual([])
    expect(messages.map(({ personId, keys }) => [personId, keys])).toEqual([
      [1, ['remind:7:17:hari-3', 'remind:5:15:hari-3']],
      [2, ['remind:6:16:hari-3']],
    ])
    expect(remindKey(7, 17, 'hari-3')).toBe('remind:7:17:hari-3')
  })

  it('gets at most one message a local day', () => {
    const yesterday = () => [at('2024-07-03 23:30', loura)]
    const today = () => [at('2024-07-04 00:30', loura)]
    expect(bundleByPerson([debt(1, 5)], yesterday, defaultLadder, now).messages).toHaveLength(1)
    expect(bundleByPerson([debt(1, 5)], today, defaultLadder, now)).toMatchObject({
      messages: [],
      held: [{ personId: 1, because: 'already_today' }],
    })
  })

  it('gets at most six a round', () => {
    const sent = (n: number) => () => Array.from({ length: n }, (_, i) => now - (i + 1) * DAY)
    expect(bundleByPerson([debt(1, 5)], sent(5), defaultLadder, now).messages).toHaveLength(1)
    expect(bundleByPerson([debt(1, 5)], sent(6), defaultLadder, now).held).toMatchObject([{ because: 'round_limit' }])
  })
})
