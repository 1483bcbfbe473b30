import type { ComingDate } from './planning.ts'
import { suppressRows, totalsFor } from './privacy.ts'
import type { Quality } from './quality.ts'
import { kecamatanOf } from './regions.ts'
import type { ObligationState } from './rounds.ts'
import {
  type Attendance,
  type ExpectedPlace,
  type SinceLastRound,
  sinceLastRound,
  type Totals,
  totalsOf,
} from './totals.ts'
import type { VillageFigures } from './village-figures.ts'

/**
 * The report of a round in one kabupaten, for whoever may read sums: who reported and when, how activities stand, what
 * holds them up, who came, against the round before, how good the data is, what comes. No village is named, and no count
 * of fewer than five persons can be read or computed.
 */
export interface RoundReport {
  readonly round: {
    readonly code: string
    readonly number: number
    readonly opensOn: string
    readonly dueOn: string
  }
  readonly kabupaten: string
  readonly asOf: string
  /** In code order, so that no list ranks. */
  readonly kecamatan: readonly KecamatanInRound[]
  readonly totals: Totals
  readonly before: { readonly code: string; readonly totals: Totals } | null
  readonly since: SinceLastRound | null
  readonly quality: Pick<Quality, 'completeness' | 'timeliness' | 'byVillageItself' | 'states'> & {
    readonly outliers: number
    readonly carried: number
    readonly notInPlan: number
    readonly sameSentences: number
    readonly sameActivities: number
  }
  readonly next: {
    readonly planning: readonly ComingDate[]
    /** Rounds that are prepared and not open yet. */
    readonly rounds: readonly { readonly code: string; readonly opensOn: string }[]
    /** Recommendations in the matrix of this round. */
    readonly recommendations: number
  }
}

export interface KecamatanInRound {
  readonly regionCode: string
  readonly name: string
  readonly expected: number
  readonly reported: number
  readonly inTime: number
  readonly late: number
  readonly excused: number
  /** Of the kecamatan's own report; null where it owes none. */
  readonly state: ObligationState | null
  readonly activities: Totals['activities']
  readonly attendance: Attendance
}

export interface RoundFacts extends Pick<RoundReport, 'round' | 'kabupaten' | 'asOf' | 'next'> {
  readonly quality: Quality
  readonly places: readonly ExpectedPlace[]
  readonly figures: readonly VillageFigures[]
  readonly kecamatan: readonly {
    readonly regionCode: string
    readonly name: string
    readonly state: ObligationState | null
  }[]
  readonly before: {
    readonly code: string
    readonly places: readonly ExpectedPlace[]
    readonly figures: readonly VillageFigures[]
  } | null
}

export function roundReport({ places, figures, kecamatan, before, quality, ...facts }: RoundFacts): RoundReport {
  const parts = kecamatan.map(({ regionCode, name, state }) => {
    const own = places.filter((place) => kecamatanOf(place.regionCode) === regionCode)
    const { expected, reported, lateReports, excused, activities, attendance } = totalsOf(own, figures)
    return {
      regionCode,
      name,
      state,
      expected,
      reported,
      inTime: reported - lateReports,
      late: lateReports,
      excused,
      activities,
      attendance,
    }
  })
  const shown = suppressRows(parts.map(({ attendance }) => attendance))
  return {
    ...facts,
    kecamatan: parts.map((part, i) => ({ ...part, attendance: shown[i]! })),
    totals: totalsFor('sums', totalsOf(places, figures)),
    before: before && { code: before.code, totals: totalsFor('sums', totalsOf(before.places, before.figures)) },
    since: before && sinceLastRound(figures, before.figures),
    quality: {
      completeness: quality.completeness,
      timeliness: quality.timeliness,
      byVillageItself: quality.byVillageItself,
      states: quality.states,
      outliers: quality.consistency.outliers.length,
      carried: quality.consistency.carried,
      notInPlan: quality.consistency.notInPlan,
      sameSentences: quality.duplicates.sentences.length,
      sameActivities: quality.duplicates.activities.length,
    },
  }
}
