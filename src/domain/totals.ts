import type { ActivityStatus } from './activities.ts'
import { byCode, kecamatanOf } from './regions.ts'

/**
 * From the answers of villages to the sums of a kecamatan or kabupaten. Sums are computed, never typed; a village that
 * has not reported counts as missing, not as nothing done; places stand in code order, so that no list ranks villages.
 */
export interface ExpectedPlace {
  readonly regionCode: string
  readonly name: string
  readonly excused: boolean
}

export interface ActivityAnswer {
  readonly entityId: string
  readonly name: string
  readonly bidang: string
  readonly status: ActivityStatus | null
  /** 0–100; null when not asked. */
  readonly persen: number | null
  readonly target: number | null
  readonly hasil: number | null
  /** Choice codes; `tidak_ada` says that there is none. */
  readonly kendala: readonly string[]
  readonly dukungan: readonly string[]
  readonly pihak: readonly string[]
  /** Not asked in this round: last value carried on. */
  readonly carried: boolean
}

export interface CountBySex {
  readonly total: number
  readonly l: number
  readonly p: number
}

export interface VillageAnswers {
  readonly regionCode: string
  readonly name: string
  readonly submittedAt: number
  readonly isLate: boolean
  readonly attendance: CountBySex | null
  readonly activities: readonly ActivityAnswer[]
}

/** A choice with the number of activities that named it and of villages in which it was named. */
export interface Named {
  readonly code: string
  readonly activities: number
  readonly villages: number
}

export interface SupportWanted extends Named {
  /** Who is asked for it, most often first. */
  readonly from: readonly { readonly pihak: string; readonly activities: number }[]
}

/** Counts of persons may be null: too small to be shown to this audience. */
export interface Attendance {
  readonly villages: number
  readonly total: number | null
  readonly l: number | null
  readonly p: number | null
  /** Share of women, 0–1. */
  readonly womenShare: number | null
}

export type OutlierReason = 'progress_far_from_median' | 'progress_fell' | 'far_above_target' | 'no_women' | 'crowd'

export interface Outlier {
  readonly regionCode: string
  readonly name: string
  readonly reason: OutlierReason
  /** The village's figure and the one it is compared with, in the unit of the reason (points, percent, persons). */
  readonly value: number
  readonly comparedWith: number
}

export interface Totals {
  readonly expected: number
  readonly reported: number
  readonly excused: number
  readonly lateReports: number
  readonly missing: readonly { readonly regionCode: string; readonly name: string }[]
  readonly activities: {
    readonly total: number
    readonly byStatus: Readonly<Record<ActivityStatus | 'tidak_diisi', number>>
    /** Mean progress in percent over activities that were not given up, finished = 100; null without any. */
    readonly progress: number | null
    readonly byField: readonly { readonly bidang: string; readonly total: number; readonly selesai: number }[]
    readonly carried: number
  }
  readonly constraints: readonly Named[]
  readonly support: readonly SupportWanted[]
  readonly attendance: Attendance
  readonly outliers: readonly Outlier[]
}

/** What grew or fell since an earlier moment or round. */
export interface TotalsChange {
  readonly reported: number
  readonly byStatus: Readonly<Record<ActivityStatus, number>>
  /** Percentage points; null when either side has no progress. */
  readonly progress: number | null
}

const none = 'tidak_ada'

/**
 * The totals of the villages expected. Answers of places that are not expected are left out (a village moved out of the
 * round); one answer set a village. `previous` are the answers of the round before, for the outliers.
 */
export function totalsOf(
  expected: readonly ExpectedPlace[],
  answers: readonly VillageAnswers[],
  previous: readonly VillageAnswers[] = [],
): Totals {
  const places = expected.toSorted(byCode)
  const known = new Set(places.map((place) => place.regionCode))
  const reported = answers.filter((village) => known.has(village.regionCode)).sort(byCode)
  const reportedCodes = new Set(reported.map((village) => village.regionCode))
  const owing = places.filter((place) => !place.excused || reportedCodes.has(place.regionCode))
  return {
    expected: owing.length,
    reported: reported.length,
    excused: places.length - owing.length,
    lateReports: reported.filter((village) => village.isLate).length,
    missing: owing
      .filter((place) => !reportedCodes.has(place.regionCode))
      .map(({ regionCode, name }) => ({ regionCode, name })),
    activities: activityTotals(reported.flatMap((village) => village.activities)),
    constraints: namedBy(reported, (activity) => activity.kendala),
    support: supportWanted(reported),
    attendance: attendanceOf(reported),
    outliers: outliersOf(reported, previous),
  }
}

/** "n dari N" for each kecamatan, in code order. Kecamatan without an expected village do not appear. */
export function reportedByKecamatan(
  expected: readonly ExpectedPlace[],
  answers: readonly Pick<VillageAnswers, 'regionCode'>[],
): readonly { readonly regionCode: string; readonly reported: number; readonly expected: number }[] {
  const reportedCodes = new Set(answers.map((village) => village.regionCode))
  return [...Map.groupBy(expected, (place) => kecamatanOf(place.regionCode))]
    .map(([regionCode, places]) => {
      const owing = places.filter((place) => !place.excused || reportedCodes.has(place.regionCode))
      const reported = owing.filter((place) => reportedCodes.has(place.regionCode)).length
      return { regionCode, reported, expected: owing.length }
    })
    .sort(byCode)
}

/** The difference between two totals of the same places: since last week, or since the round before. */
export function changeSince(now: Totals, before: Totals): TotalsChange {
  const difference = (status: ActivityStatus) => now.activities.byStatus[status] - before.activities.byStatus[status]
  const progress = now.activities.progress
  return {
    reported: now.reported - before.reported,
    byStatus: {
      selesai: difference('selesai'),
      berjalan: difference('berjalan'),
      belum: difference('belum'),
      batal: difference('batal'),
    },
    progress:
      progress === null || before.activities.progress === null ? null : round1(progress - before.activities.progress),
  }
}

/** The villages whose report came, or came again, after the camat confirmed the totals ("berubah sejak dikonfirmasi"). */
export function changedSinceConfirmed(
  confirmedAt: number,
  answers: readonly VillageAnswers[],
): readonly { readonly regionCode: string; readonly name: string }[] {
  return answers
    .filter((village) => village.submittedAt > confirmedAt)
    .sort(byCode)
    .map(({ regionCode, name }) => ({ regionCode, name }))
}

/**
 * Mean progress of one village in percent: finished 100, running as told, not begun 0; given-up and unanswered
 * activities do not count. Null without any.
 */
export function progressOf(activities: readonly ActivityAnswer[]): number | null {
  const figures = activities.flatMap(({ status, persen }) => {
    if (status === 'selesai') return [100]
    if (status === 'belum') return [0]
    return status === 'berjalan' && persen !== null ? [persen] : []
  })
  return figures.length === 0 ? null : round1(sum(figures) / figures.length)
}

function activityTotals(activities: readonly ActivityAnswer[]): Totals['activities'] {
  const count = (status: ActivityStatus | null) => activities.filter((activity) => activity.status === status).length
  const fields = Map.groupBy(activities, (activity) => activity.bidang)
  return {
    total: activities.length,
    byStatus: {
      selesai: count('selesai'),
      berjalan: count('berjalan'),
      belum: count('belum'),
      batal: count('batal'),
      tidak_diisi: count(null),
    },
    progress: progressOf(activities),
    byField: [...fields]
      .map(([bidang, own]) => ({
        bidang,
        total: own.length,
        selesai: own.filter((activity) => activity.status === 'selesai').length,
      }))
      .sort((a, b) => b.total - a.total || compare(a.bidang, b.bidang)),
    carried: activities.filter((activity) => activity.carried).length,
  }
}

function namedBy(
  villages: readonly VillageAnswers[],
  codesOf: (activity: ActivityAnswer) => readonly string[],
): readonly Named[] {
  const named = villages.flatMap((village) =>
    village.activities.flatMap((activity) =>
      [...new Set(codesOf(activity))]
        .filter((code) => code !== none)
        .map((code) => ({ code, regionCode: village.regionCode })),
    ),
  )
  return [...Map.groupBy(named, ({ code }) => code)]
    .map(([code, own]) => ({
      code,
      activities: own.length,
      villages: new Set(own.map(({ regionCode }) => regionCode)).size,
    }))
    .sort((a, b) => b.activities - a.activities || compare(a.code, b.code))
}

function supportWanted(villages: readonly VillageAnswers[]): readonly SupportWanted[] {
  const activities = villages.flatMap((village) => village.activities)
  return namedBy(villages, (activity) => activity.dukungan).map((named) => {
    const askedOf = activities
      .filter((activity) => activity.dukungan.includes(named.code))
      .flatMap((activity) => [...new Set(activity.pihak)])
    const from = [...Map.groupBy(askedOf, (pihak) => pihak)]
      .map(([pihak, own]) => ({ pihak, activities: own.length }))
      .sort((a, b) => b.activities - a.activities || compare(a.pihak, b.pihak))
    return { ...named, from }
  })
}

function attendanceOf(villages: readonly VillageAnswers[]): Attendance {
  const counts = villages.flatMap((village) => village.attendance ?? [])
  const total = sum(counts.map((count) => count.total))
  const p = sum(counts.map((count) => count.p))
  return {
    villages: counts.length,
    total,
    l: sum(counts.map((count) => count.l)),
    p,
    womenShare: total === 0 ? null : p / total,
  }
}

/** Fewer villages than this have no median worth comparing with. */
const enoughVillages = 4

/**
 * At most three villages worth a second look before the camat says "ya", the strongest reason of each, in this order:
 * progress fell by more than 10 points since the round before; a result above 150 % of its target; nobody of the women
 * came; progress more than 30 points from the median; more than three times the median attendance. The last two need
 * four villages. An outlier is a question to ask, not a mistake.
 */
function outliersOf(villages: readonly VillageAnswers[], previous: readonly VillageAnswers[]): readonly Outlier[] {
  const progress = new Map(villages.map((village) => [village.regionCode, progressOf(village.activities)]))
  const medianProgress = median([...progress.values()].filter((value) => value !== null))
  const medianTotal = median(villages.flatMap((village) => village.attendance?.total ?? []))
  const before = new Map(previous.map((village) => [village.regionCode, progressOf(village.activities)]))
  const enough = villages.length >= enoughVillages

  const reasonsOf = (village: VillageAnswers): readonly Omit<Outlier, 'regionCode' | 'name'>[] => {
    const own = progress.get(village.regionCode) ?? null
    const last = before.get(village.regionCode) ?? null
    const over = village.activities
      .filter(({ target, hasil }) => target !== null && hasil !== null && target > 0 && hasil > 1.5 * target)
      .map(({ target, hasil }) => Math.round((100 * (hasil ?? 0)) / (target ?? 1)))
    const { attendance } = village
    return [
      ...(own !== null && last !== null && own < last - 10
        ? [{ reason: 'progress_fell' as const, value: own, comparedWith: last }]
        : []),
      ...(over.length > 0
        ? [{ reason: 'far_above_target' as const, value: Math.max(...over), comparedWith: 100 }]
        : []),
      ...(attendance !== null && attendance.total > 0 && attendance.p === 0
        ? [{ reason: 'no_women' as const, value: 0, comparedWith: attendance.total }]
        : []),
      ...(enough && own !== null && medianProgress !== null && Math.abs(own - medianProgress) > 30
        ? [{ reason: 'progress_far_from_median' as const, value: own, comparedWith: medianProgress }]
        : []),
      ...(enough && attendance !== null && medianTotal !== null && attendance.total > 3 * medianTotal
        ? [{ reason: 'crowd' as const, value: attendance.total, comparedWith: medianTotal }]
        : []),
    ]
  }

  const order: readonly OutlierReason[] = [
    'progress_fell',
    'far_above_target',
    'no_women',
    'progress_far_from_median',
    'crowd',
  ]
  return villages
    .flatMap((village) => {
      const strongest = reasonsOf(village)[0]
      return strongest === undefined ? [] : [{ regionCode: village.regionCode, name: village.name, ...strongest }]
    })
    .sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason) || byCode(a, b))
    .slice(0, 3)
    .sort(byCode)
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
