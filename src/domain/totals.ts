import { activityStatuses } from './activities.ts'
import { allOutliers, type Outlier, strongestFew } from './outliers.ts'
import { byCode, kecamatanOf } from './regions.ts'
import {
  type ActivitiesByStatus,
  progressOf,
  sum,
  type VillageAnswers,
  type VillageFigures,
  villageFigures,
} from './village-figures.ts'

/**
 * From the answers of villages to the sums of a kecamatan or kabupaten. Sums are computed, never typed; a village that
 * has not reported counts as missing, not as nothing done; places stand in code order, so that no list ranks villages.
 */
export interface ExpectedPlace {
  readonly regionCode: string
  readonly name: string
  readonly excused: boolean
}

/** A choice with the number of activities that named it and of villages in which it was named. */
export interface Named {
  readonly code: string
  readonly activities: number
  readonly villages: number
}

/** A kind of support that villages wait for. */
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

/** The sums of all villages of a place, with who reported and who did not. */
export interface Totals {
  readonly expected: number
  readonly reported: number
  readonly excused: number
  readonly lateReports: number
  readonly missing: readonly { readonly regionCode: string; readonly name: string }[]
  readonly activities: {
    readonly total: number
    readonly byStatus: ActivitiesByStatus
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

/** How far the activities got since the round before, in the villages that reported in both. */
export interface SinceLastRound {
  readonly villages: number
  /** Whole percentage points of mean progress; negative when it fell. */
  readonly progress: number
}

/**
 * The totals of the villages expected. Answers of places that are not expected are left out (a village moved out of the
 * round); one answer set a village. `previous` are the answers of the round before, for the outliers.
 */
export function totalsOf(
  expected: readonly ExpectedPlace[],
  answers: readonly (VillageAnswers | VillageFigures)[],
  previous: readonly (VillageAnswers | VillageFigures)[] = [],
): Totals {
  const places = expected.toSorted(byCode)
  const known = new Set(places.map((place) => place.regionCode))
  const reported = answers
    .filter((village) => known.has(village.regionCode))
    .map(villageFigures)
    .sort(byCode)
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
    activities: activityTotals(reported),
    constraints: constraintsNamed(reported),
    support: supportWanted(reported),
    attendance: attendanceOf(reported),
    outliers: strongestFew(allOutliers(reported, previous.map(villageFigures))),
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

/**
 * Mean progress now against the round before. Villages that reported in one of the two only are left out: which villages
 * reported would move the mean more than what they did. Null without any in both.
 */
export function sinceLastRound(
  answers: readonly (VillageAnswers | VillageFigures)[],
  previous: readonly (VillageAnswers | VillageFigures)[],
): SinceLastRound | null {
  const before = new Map(previous.map((village) => [village.regionCode, villageFigures(village)]))
  const both = answers.flatMap((village) => {
    const then = before.get(village.regionCode)
    const now = villageFigures(village)
    return then && then.progress.count > 0 && now.progress.count > 0 ? [{ now, then }] : []
  })
  const now = activityTotals(both.map((village) => village.now)).progress
  const then = activityTotals(both.map((village) => village.then)).progress
  // a fall of half a point rounds as a rise does
  const points = now === null || then === null ? null : Math.sign(now - then) * Math.round(Math.abs(now - then))
  return points === null ? null : { villages: both.length, progress: points || 0 }
}

/** The villages whose report came, or came again, after the camat confirmed the totals ("berubah sejak dikonfirmasi"). */
export function changedSinceConfirmed(
  confirmedAt: number,
  answers: readonly Pick<VillageAnswers, 'regionCode' | 'name' | 'submittedAt'>[],
): readonly { readonly regionCode: string; readonly name: string }[] {
  return answers
    .filter((village) => village.submittedAt > confirmedAt)
    .sort(byCode)
    .map(({ regionCode, name }) => ({ regionCode, name }))
}

function activityTotals(villages: readonly VillageFigures[]): Totals['activities'] {
  const byStatus = { selesai: 0, berjalan: 0, belum: 0, batal: 0, tidak_diisi: 0 }
  const progress = { sum: 0, count: 0 }
  const fields = new Map<string, { bidang: string; total: number; selesai: number }>()
  let carried = 0
  for (const village of villages) {
    for (const status of [...activityStatuses, 'tidak_diisi'] as const) byStatus[status] += village.byStatus[status]
    progress.sum += village.progress.sum
    progress.count += village.progress.count
    carried += village.carried
    for (const { bidang, total, selesai } of village.fields) {
      const known = fields.get(bidang)
      if (!known) fields.set(bidang, { bidang, total, selesai })
      else {
        known.total += total
        known.selesai += selesai
      }
    }
  }
  return {
    total: sum(Object.values(byStatus)),
    byStatus,
    progress: progressOf({ progress }),
    byField: [...fields.values()].sort((a, b) => b.total - a.total || compare(a.bidang, b.bidang)),
    carried,
  }
}

function constraintsNamed(villages: readonly VillageFigures[]): readonly Named[] {
  const named = new Map<string, { code: string; activities: number; villages: number }>()
  for (const { constraints } of villages)
    for (const [code, activities] of Object.entries(constraints)) {
      const known = named.get(code)
      if (!known) named.set(code, { code, activities, villages: 1 })
      else {
        known.activities += activities
        known.villages++
      }
    }
  return [...named.values()].sort((a, b) => b.activities - a.activities || compare(a.code, b.code))
}

function supportWanted(villages: readonly VillageFigures[]): readonly SupportWanted[] {
  const named = new Map<string, { code: string; activities: number; villages: number; from: Map<string, number> }>()
  for (const { support } of villages)
    for (const [code, { activities, from }] of Object.entries(support)) {
      let known = named.get(code)
      if (!known) named.set(code, (known = { code, activities: 0, villages: 0, from: new Map() }))
      known.activities += activities
      known.villages++
      for (const [pihak, n] of Object.entries(from)) known.from.set(pihak, (known.from.get(pihak) ?? 0) + n)
    }
  return [...named.values()]
    .sort((a, b) => b.activities - a.activities || compare(a.code, b.code))
    .map(({ from, ...rest }) => ({
      ...rest,
      from: [...from]
        .map(([pihak, activities]) => ({ pihak, activities }))
        .sort((a, b) => b.activities - a.activities || compare(a.pihak, b.pihak)),
    }))
}

function attendanceOf(villages: readonly VillageFigures[]): Attendance {
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
