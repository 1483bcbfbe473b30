import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suppressRows, suppressSmall, totalsFor } from '../../src/domain/privacy.ts'
import {
  type Attendance,
  changedSinceConfirmed,
  type ExpectedPlace,
  reportedByKecamatan,
  sinceLastRound,
  totalsOf,
} from '../../src/domain/totals.ts'
import { type ActivityAnswer, figuresOf, progressOf, type VillageAnswers } from '../../src/domain/village-figures.ts'

const place = (regionCode: string, name: string, excused = false): ExpectedPlace => ({ regionCode, name, excused })
const dawang = place('81.05.15.2003', 'Dawang')
const bellis = place('81.05.15.2002', 'Bellis')
const solang = place('81.05.15.2004', 'Solang')
const lalasa = place('81.05.09.2003', 'Lalasa')

let ids = 0
const activity = (changed: Partial<ActivityAnswer>): ActivityAnswer => ({
  entityId: `k${ids++}`,
  name: 'Kebun pala',
  bidang: 'pertanian',
  status: 'belum',
  persen: null,
  target: null,
  hasil: null,
  kendala: [],
  dukungan: [],
  pihak: [],
  carried: false,
  ...changed,
})
const village = (where: ExpectedPlace, changed: Partial<VillageAnswers> = {}): VillageAnswers => ({
  regionCode: where.regionCode,
  name: where.name,
  submittedAt: 1000,
  isLate: false,
  attendance: null,
  activities: [],
  ...changed,
})

describe('the totals of a kecamatan', () => {
  const answers = [
    village(dawang, {
      isLate: true,
      attendance: { total: 12, l: 7, p: 5 },
      activities: [
        activity({ status: 'selesai', kendala: ['tidak_ada'] }),
        activity({ status: 'berjalan', persen: 40, kendala: ['cuaca', 'dana'], dukungan: ['alat'], pihak: ['opd'] }),
        activity({ status: 'batal', kendala: ['cuaca'], bidang: 'peternakan' }),
      ],
    }),
    village(bellis, {
      attendance: { total: 20, l: 12, p: 8 },
      activities: [
        activity({ status: 'belum', kendala: ['cuaca'], dukungan: ['alat', 'dana'], pihak: ['desa', 'opd'] }),
        activity({ status: null, carried: true }),
      ],
    }),
  ]
  const totals = totalsOf([dawang, bellis, solang, place('81.05.15.2005', 'Karay', true)], answers)

  it('say how many of how many reported, who is missing in code order, and leave out the excused', () => {
    expect(totals).toMatchObject({
      expected: 3,
      reported: 2,
      excused: 1,
      lateReports: 1,
      missing: [{ regionCode: '81.05.15.2004', name: 'Solang' }],
    })
  })

  it('count activities by status, and progress over those that were not given up', () => {
    expect(totals.activities).toMatchObject({
      total: 5,
      byStatus: { selesai: 1, berjalan: 1, belum: 1, batal: 1, tidak_diisi: 1 },
      progress: 46.7,
      byField: [
        { bidang: 'pertanian', total: 4, selesai: 1 },
        { bidang: 'peternakan', total: 1, selesai: 0 },
      ],
      carried: 1,
    })
  })

  it('name the constraints most often met first, by activities and villages, without "none"', () => {
    expect(totals.constraints).toEqual([
      { code: 'cuaca', activities: 3, villages: 2 },
      { code: 'dana', activities: 1, villages: 1 },
    ])
  })

  it('say which support is wanted and from whom', () => {
    expect(totals.support).toEqual([
      {
        code: 'alat',
        activities: 2,
        villages: 2,
        from: [
          { pihak: 'opd', activities: 2 },
          { pihak: 'desa', activities: 1 },
        ],
      },
      { code: 'dana', activities: 1, villages: 1, from: [expect.anything(), expect.anything()] },
    ])
  })

  it('add up who came, with the share of women', () => {
    expect(totals.attendance).toEqual({ villages: 2, total: 32, l: 19, p: 13, womenShare: 13 / 32 })
  })

  it('count an excused village that reported all the same', () => {
    const excused = { ...dawang, excused: true }
    expect(totalsOf([excused], [village(dawang)])).toMatchObject({ expected: 1, reported: 1, excused: 0 })
  })

  it('ignore a village that is not of the round', () => {
    expect(totalsOf([dawang], [village(lalasa)])).toMatchObject({ expected: 1, reported: 0 })
  })

  it('do not fail without any report', () => {
    expect(totalsOf([], [])).toMatchObject({ expected: 0, attendance: { total: 0, womenShare: null } })
    expect(totalsOf([dawang], []).activities.progress).toBeNull()
  })
})

describe('progress of a village', () => {
  const table: readonly [what: string, activities: Partial<ActivityAnswer>[], expected: number | null][] = [
    ['finished counts 100', [{ status: 'selesai' }], 100],
    ['not begun counts 0', [{ status: 'selesai' }, { status: 'belum' }], 50],
    ['given up does not count', [{ status: 'selesai' }, { status: 'batal' }], 100],
    ['running without a percentage does not count', [{ status: 'berjalan' }, { status: 'selesai' }], 100],
    ['nothing to count', [{ status: 'batal' }], null],
  ]
  it.each(table)('%s', (_what, activities, expected) => {
    expect(progressOf(figuresOf({ attendance: null, activities: activities.map(activity) }))).toBe(expected)
  })
})

describe('since the time before', () => {
  const at = (where: ExpectedPlace, ...percents: number[]) =>
    village(where, { activities: percents.map((persen) => activity({ status: 'berjalan', persen })) })

  it('compares only the villages that reported in both rounds', () => {
    const now = [at(dawang, 60, 40), at(bellis, 20), at(solang, 90)]
    const before = [at(dawang, 30, 40), at(bellis, 20), at(lalasa, 10)]
    expect(sinceLastRound(now, before)).toEqual({ villages: 2, progress: 10 })
    expect(sinceLastRound(before, now)).toEqual({ villages: 2, progress: -10 })
  })

  it('says nothing where no village reported in both, or nothing can be measured', () => {
    expect(sinceLastRound([at(dawang, 60)], [at(bellis, 30)])).toBeNull()
    expect(sinceLastRound([at(dawang, 60)], [village(dawang)])).toBeNull()
  })

  it('lists the villages that reported after the camat confirmed', () => {
    const answers = [village(dawang, { submittedAt: 200 }), village(bellis, { submittedAt: 100 })]
    expect(changedSinceConfirmed(100, answers)).toEqual([{ regionCode: dawang.regionCode, name: 'Dawang' }])
  })

  it('gives "n dari N" for each kecamatan in code order', () => {
    expect(reportedByKecamatan([dawang, bellis, lalasa], [village(dawang)])).toEqual([
      { regionCode: '81.05.09', reported: 0, expected: 1 },
      { regionCode: '81.05.15', reported: 1, expected: 2 },
    ])
  })
})

describe('villages worth a second look', () => {
  const places = Array.from({ length: 6 }, (_, i) => place(`81.05.15.200${i + 1}`, `Desa ${i + 1}`))
  const at = (index: number, persen: number, changed: Partial<VillageAnswers> = {}) =>
    village(places[index]!, {
      activities: [activity({ status: 'berjalan', persen })],
      attendance: { total: 10, l: 5, p: 5 },
      ...changed,
    })
  const calm = [at(0, 40), at(1, 45), at(2, 50), at(3, 45)]

  it('are none where all are alike', () => {
    expect(totalsOf(places, calm).outliers).toEqual([])
  })

  it('are those far from the median, once four have reported', () => {
    expect(totalsOf(places, [...calm, at(4, 95)]).outliers).toMatchObject([
      { name: 'Desa 5', reason: 'progress_far_from_median', value: 95, comparedWith: 45 },
    ])
    expect(totalsOf(places, [at(0, 40), at(1, 45), at(4, 95)]).outliers).toEqual([])
  })

  it('are those whose progress fell since the round before', () => {
    expect(totalsOf(places, calm, [at(1, 60)]).outliers).toMatchObject([
      { name: 'Desa 2', reason: 'progress_fell', value: 45, comparedWith: 60 },
    ])
  })

  it('are results far above the target, meetings without women, and crowds', () => {
    const odd = [
      at(0, 45, { activities: [activity({ status: 'berjalan', persen: 45, target: 100, hasil: 400 })] }),
      at(1, 45, { attendance: { total: 10, l: 10, p: 0 } }),
      at(2, 45, { attendance: { total: 90, l: 50, p: 40 } }),
    ]
    expect(totalsOf(places, [...odd, at(3, 45)]).outliers.map(({ name, reason }) => [name, reason])).toEqual([
      ['Desa 1', 'far_above_target'],
      ['Desa 2', 'no_women'],
      ['Desa 3', 'crowd'],
    ])
  })

  it('are three at most, in code order', () => {
    const all = places.map((_, i) => at(i, 45, { attendance: { total: 10, l: 10, p: 0 } }))
    expect(totalsOf(places, all).outliers.map(({ name }) => name)).toEqual(['Desa 1', 'Desa 2', 'Desa 3'])
  })
})

describe('what the public may see', () => {
  const counted = (l: number, p: number): Attendance => ({ villages: 1, total: l + p, l, p, womenShare: p / (l + p) })
  const table: readonly [l: number, p: number, total: number | null, shownL: number | null, shownP: number | null][] = [
    [7, 5, 12, 7, 5],
    [8, 4, 12, null, null],
    [12, 0, 12, null, null],
    [2, 2, null, null, null],
  ]
  it.each(table)('%i men and %i women', (l, p, total, shownL, shownP) => {
    expect(suppressSmall(counted(l, p))).toMatchObject({ total, l: shownL, p: shownP })
  })

  it('never holds a count of one to four persons, nor lets one be computed', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (l, p) => {
        const seen = suppressSmall(counted(l, p))
        for (const count of [seen.total, seen.l, seen.p]) expect(count === null || count === 0 || count >= 5).toBe(true)
        if (seen.total !== null && seen.total > 0) expect(seen.l === null).toBe(seen.p === null)
        if (seen.l === null) expect(seen.womenShare).toBeNull()
      }),
      { numRuns: 200 },
    )
  })

  it('gives no small count away by the rows of a table and their sum', () => {
    const row = fc.tuple(fc.nat(12), fc.nat(12)).map(([l, p]) => counted(l, p))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const of = (list: readonly Attendance[], key: 'total' | 'l' | 'p') =>
          list.reduce((all, one) => all + (one[key] ?? 0), 0)
        const sum = suppressSmall({ ...counted(of(rows, 'l'), of(rows, 'p')), villages: rows.length })
        const seen = suppressRows(rows)
        for (const key of ['total', 'l', 'p'] as const) {
          for (const one of seen) expect(one[key] === null || one[key] === 0 || one[key] >= 5).toBe(true)
          if (sum[key] === null || !seen.some((one) => one[key] === null)) continue
          const rest = sum[key] - of(seen, key)
          expect(rest).toBeGreaterThanOrEqual(5)
          expect(seen.filter((one, i) => one[key] === null && rows[i]!.total! > 0).length).toBeGreaterThan(1)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('holds no names of villages', () => {
    const totals = totalsOf([dawang, bellis], [village(bellis, { attendance: { total: 30, l: 30, p: 0 } })])
    const seen = JSON.stringify(totalsFor('sums', totals))
    expect(seen).not.toMatch(/Dawang|Bellis|81\.05\.15\.\d/)
    expect(JSON.stringify(totalsFor('names', totals))).toMatch(/Dawang/)
  })
})
