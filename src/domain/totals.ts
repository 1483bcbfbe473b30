import { type ActivityStatus, activityStatuses } from './activities.ts'
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

/**
 * What the totals need of one village's activities: sums, which can be added up over a country. Kept with the report, so
 * that a digest need not read every answer again.
 */
export interface Figures {
  readonly attendance: CountBySex | null
  readonly byStatus: Totals['activities']['byStatus']
  readonly carried: number
  /** Sum and number of the activities' progress in percent: finished 100, running as told, not begun 0. */
  readonly progress: { readonly sum: number; readonly count: number }
  readonly fields: readonly { readonly bidang: string; readonly total: number; readonly selesai: number }[]
  /** The result furthest above 150 % of its target, in percent of it. */
  readonly aboveTarget: number | null
  /** How many activities named each constraint, and each kind of support with whom it is asked of. */
  readonly constraints: Readonly<Record<string, number>>
  readonly support: Readonly<Record<string, SupportFigures>>
}

interface SupportFigures {
  readonly activities: number
  readonly from: Readonly<Record<string, number>>
}

export interface VillageFigures extends Figures {
  readonly regionCode: string
  readonly name: string
  readonly submittedAt: number
  readonly isLate: boolean
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

/** How far the activities got since the round before, in the villages that reported in both. */
export interface SinceLastRound {
  readonly villages: number
  /** Whole percentage points of mean progress; negative when it fell. */
  readonly progress: number
}

const none = 'tidak_ada'

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

/** The sums of one village's answers. */
export function figuresOf({ attendance, activities }: Pick<VillageAnswers, 'attendance' | 'activities'>): Figures {
  const count = (status: ActivityStatus | null) => activities.filter((activity) => activity.status === status).length
  const done = activities.flatMap(({ status, persen }) => {
    if (status === 'selesai') return [100]
    if (status === 'belum') return [0]
    return status === 'berjalan' && persen !== null ? [persen] : []
  })
  const above = activities
    .filter(({ target, hasil }) => target !== null && hasil !== null && target > 0 && hasil > 1.5 * target)
    .map(({ target, hasil }) => Math.round((100 * (hasil ?? 0)) / (target ?? 1)))
  const support: Record<string, SupportFigures> = {}
  for (const { dukungan, pihak } of activities)
    for (const code of distinct(dukungan)) {
      const known = support[code] ?? { activities: 0, from: {} }
      support[code] = { activities: known.activities + 1, from: addEach(known.from, new Set(pihak)) }
    }
  return {
    attendance,
    byStatus: {
      selesai: count('selesai'),
      berjalan: count('berjalan'),
      belum: count('belum'),
      batal: count('batal'),
      tidak_diisi: count(null),
    },
    carried: activities.filter((activity) => activity.carried).length,
    progress: { sum: sum(done), count: done.length },
    fields: [...Map.groupBy(activities, (activity) => activity.bidang)].map(([bidang, own]) => ({
      bidang,
      total: own.length,
      selesai: own.filter((activity) => activity.status === 'selesai').length,
    })),
    aboveTarget: above.length > 0 ? Math.max(...above) : null,
    constraints: activities.reduce((sums, { kendala }) => addEach(sums, distinct(kendala)), {}),
    support,
  }
}

function villageFigures(village: VillageAnswers | VillageFigures): VillageFigures {
  if (!('activities' in village)) return village
  const { regionCode, name, submittedAt, isLate } = village
  return { regionCode, name, submittedAt, isLate, ...figuresOf(village) }
}

/** Codes without repetition and without "there is none". */
function distinct(codes: readonly string[]): ReadonlySet<string> {
  return new Set(codes.filter((code) => code !== none))
}

function addEach(sums: Readonly<Record<string, number>>, codes: Iterable<string>): Record<string, number> {
  const more = { ...sums }
  for (const code of codes) more[code] = (more[code] ?? 0) + 1
  return more
}

/** Mean progress of one village in percent; given-up and unanswered activities do not count. Null without any. */
export function progressOf({ progress: { sum, count } }: Pick<Figures, 'progress'>): number | null {
  return count === 0 ? null : round1(sum / count)
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

/** Fewer villages than this have no median worth comparing with. */
const enoughVillages = 4

/** At most three, so that they are read before the camat says "ya". */
function strongestFew(outliers: readonly Outlier[]): readonly Outlier[] {
  return outliers.slice(0, 3).sort(byCode)
}

/**
 * Villages worth a second look, the strongest reason of each, in this order:
 * progress fell by more than 10 points since the round before; a result above 150 % of its target; nobody of the women
 * came; progress more than 30 points from the median; more than three times the median attendance. The last two need
 * four villages. An outlier is a question to ask, not a mistake.
 */
export function allOutliers(
  villages: readonly VillageFigures[],
  previous: readonly VillageFigures[],
): readonly Outlier[] {
  const progress = new Map(villages.map((village) => [village.regionCode, progressOf(village)]))
  const medianProgress = median([...progress.values()].filter((value) => value !== null))
  const medianTotal = median(villages.flatMap((village) => village.attendance?.total ?? []))
  const before = new Map(previous.map((village) => [village.regionCode, progressOf(village)]))
  const enough = villages.length >= enoughVillages

  const reasonsOf = (village: VillageFigures): readonly Omit<Outlier, 'regionCode' | 'name'>[] => {
    const own = progress.get(village.regionCode) ?? null
    const last = before.get(village.regionCode) ?? null
    const { aboveTarget } = village
    const { attendance } = village
    return [
      ...(own !== null && last !== null && own < last - 10
        ? [{ reason: 'progress_fell' as const, value: own, comparedWith: last }]
        : []),
      ...(aboveTarget !== null ? [{ reason: 'far_above_target' as const, value: aboveTarget, comparedWith: 100 }] : []),
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
