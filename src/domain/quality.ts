import { plain } from './activities.ts'
import { allOutliers, type Outlier } from './outliers.ts'
import type { ObligationState, ReportState } from './rounds.ts'
import type { VillageFigures } from './village-figures.ts'

/**
 * How good the data of a round is, kabupaten by kabupaten: whether it is whole, in time, fits what was said before and
 * what was planned, and whether anything came twice. All of it is questions to ask, none of it a mark for a village.
 */
export interface QualityPlace {
  readonly regionCode: string
  readonly name: string
  readonly state: ObligationState
  readonly isLate: boolean
  readonly isHalfDone: boolean
}

/** A sentence of a report, with the question it answers. */
export interface SaidInPlace {
  readonly regionCode: string
  readonly name: string
  readonly path: string
  readonly text: string
}

export interface Quality {
  readonly completeness: {
    readonly expected: number
    readonly in: number
    readonly activities: number
    /** Activities of which nobody said how they stand. */
    readonly unanswered: number
    /** Questions that were skipped, in all reports. */
    readonly skipped: number
  }
  readonly timeliness: {
    readonly inTime: number
    readonly late: number
    /** Still owed after the due date. */
    readonly overdue: number
  }
  readonly consistency: {
    /** Activities carried over from the last round because the short form did not ask. */
    readonly carried: number
    /** Activities that stand in no plan. */
    readonly notInPlan: number
    readonly outliers: readonly Outlier[]
  }
  readonly duplicates: {
    /** The same long sentence in several villages: which ones, and to which question. */
    readonly sentences: readonly { readonly path: string; readonly places: readonly string[] }[]
    /** Activities that stand twice in the plan of one village. */
    readonly activities: readonly { readonly name: string; readonly label: string }[]
  }
  /** Who filled the reports in, by the code of the answer. */
  readonly filledBy: Readonly<Record<string, number>>
  /** Of the reports that say who filled them in, the share by the village itself, in percent; null without any. */
  readonly byVillageItself: number | null
  readonly states: Readonly<Record<ReportState, number>>
}

/** The answer to "who is filling in" that says somebody helped. */
const withHelp = 'dibantu_fasilitator'

/** Shorter sentences are the same by chance: "belum ada kendala". */
const telling = 30

export function qualityOf(facts: {
  readonly places: readonly QualityPlace[]
  readonly figures: readonly VillageFigures[]
  readonly figuresBefore: readonly VillageFigures[]
  readonly skipped: number
  readonly notInPlan: number
  readonly said: readonly SaidInPlace[]
  readonly plan: readonly { readonly regionCode: string; readonly name: string; readonly label: string }[]
  readonly filledBy: Readonly<Record<string, number>>
}): Quality {
  const { places, figures, filledBy } = facts
  const asked = places.filter((place) => place.state !== 'excused')
  const isIn = ({ state }: QualityPlace) => state === 'submitted' || state === 'returned' || state === 'verified'
  const arrived = asked.filter(isIn)
  const statuses = figures.map((village) => village.byStatus)
  const add = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const told = add(Object.values(filledBy))
  const count = (state: ObligationState) => asked.filter((place) => place.state === state).length
  return {
    completeness: {
      expected: asked.length,
      in: arrived.length,
      activities: add(statuses.flatMap((byStatus) => Object.values(byStatus))),
      unanswered: add(statuses.map((byStatus) => byStatus.tidak_diisi)),
      skipped: facts.skipped,
    },
    timeliness: {
      inTime: arrived.filter((place) => !place.isLate).length,
      late: arrived.filter((place) => place.isLate).length,
      overdue: count('late'),
    },
    consistency: {
      carried: add(figures.map((village) => village.carried)),
      notInPlan: facts.notInPlan,
      outliers: allOutliers(figures, facts.figuresBefore),
    },
    duplicates: { sentences: sameSentences(facts.said), activities: sameActivities(facts.plan) },
    filledBy,
    byVillageItself: told === 0 ? null : Math.round(((told - (filledBy[withHelp] ?? 0)) / told) * 100),
    states: {
      open: asked.filter((place) => place.isHalfDone).length,
      submitted: count('submitted'),
      returned: count('returned'),
      verified: count('verified'),
    },
  }
}

function sameSentences(said: readonly SaidInPlace[]): Quality['duplicates']['sentences'] {
  const long = said.map((s) => ({ ...s, plain: plain(s.text) })).filter((s) => s.plain.length >= telling)
  return [...Map.groupBy(long, (s) => `${leafOf(s.path)} ${s.plain}`).values()].flatMap((own) => {
    const places = [...new Map(own.map((s) => [s.regionCode, s.name])).values()]
    return places.length > 1 ? [{ path: leafOf(own[0]!.path), places }] : []
  })
}

const leafOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function sameActivities(
  plan: readonly { readonly regionCode: string; readonly name: string; readonly label: string }[],
): Quality['duplicates']['activities'] {
  return [...Map.groupBy(plan, (item) => `${item.regionCode} ${plain(item.label)}`).values()]
    .filter((own) => own.length > 1)
    .map(([{ name, label } = { name: '', label: '' }]) => ({ name, label }))
}
