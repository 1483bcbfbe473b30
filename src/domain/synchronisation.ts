import type { Delivery } from './recommendations.ts'
import { isOpen, type PlanningStage, type RecommendationState } from './recommendations.ts'

/**
 * The table of village plans against the programmes of offices: which activity of a village and which recommendation goes
 * into which programme of which year, and how far on its way into the budget it is; and what has no programme yet.
 */
export interface SyncActivity {
  readonly id: number
  readonly entityId: string
  readonly regionCode: string
  readonly village: string
  readonly label: string
  /** As the village last reported: selesai, batal …; '' where it did not. */
  readonly status: string
}

export interface SyncProgramme {
  readonly id: number
  readonly opd: string
  readonly year: number
  readonly name: string
}

/** Staff tied an activity to a programme. */
export interface SyncMatch {
  readonly activityId: number
  readonly programmeId: number
  readonly stage: PlanningStage
}

export interface SyncRecommendation {
  readonly id: number
  readonly text: string
  readonly responsible: readonly string[]
  readonly villages: readonly {
    readonly regionCode: string
    readonly name: string
    readonly activities: readonly { readonly entityId: string }[]
  }[]
  readonly state: RecommendationState
  readonly delivery: Delivery
  readonly stage: PlanningStage
  readonly programmeId: number | null
  readonly budgetYear: number | null
  readonly budgetProgramme: string | null
}

/** `matched`: has a programme; `proposed`: in a recommendation, without one; `unmatched`: in neither. */
export type SyncState = 'matched' | 'proposed' | 'unmatched'

export interface SyncRow {
  readonly kind: 'activity' | 'recommendation'
  /** Number of the activity or recommendation. */
  readonly id: number
  /** Of the village; of a recommendation for several, the first. */
  readonly regionCode: string
  readonly villages: readonly string[]
  readonly what: string
  readonly state: SyncState
  /** Codes of the offices: of the programme, else those that are responsible. */
  readonly opd: readonly string[]
  readonly programme: string | null
  readonly programmeId: number | null
  readonly year: number | null
  readonly stage: PlanningStage | null
  /** Of an activity: the recommendation through which it is matched or proposed. */
  readonly through: number | null
}

/**
 * The rows in code order, an activity once for every programme it is in. With a year only matches of that year count:
 * what is matched in another year alone is unmatched or proposed in this one.
 */
export function synchronise(
  data: {
    readonly activities: readonly SyncActivity[]
    readonly programmes: readonly SyncProgramme[]
    readonly matches: readonly SyncMatch[]
    readonly recommendations: readonly SyncRecommendation[]
  },
  year?: number,
): readonly SyncRow[] {
  const programmes = new Map(data.programmes.map((p) => [p.id, p]))
  const accepted = data.recommendations.map((r) => ({ ...r, tied: tieOf(r, programmes) }))
  const ofActivity = Map.groupBy(
    accepted.flatMap((recommendation) =>
      recommendation.villages.flatMap((v) => v.activities.map(({ entityId }) => ({ entityId, recommendation }))),
    ),
    ({ entityId }) => entityId,
  )
  const matches = Map.groupBy(data.matches, ({ activityId }) => activityId)
  const inYear = (tie: { readonly year: number | null } | null) =>
    tie !== null && (year === undefined || tie.year === year)

  const activityRows = data.activities.flatMap((activity): readonly SyncRow[] => {
    const base = {
      kind: 'activity' as const,
      id: activity.id,
      regionCode: activity.regionCode,
      villages: [activity.village],
      what: activity.label,
    }
    const own = (matches.get(activity.id) ?? []).flatMap(({ programmeId, stage }) => {
      const programme = programmes.get(programmeId)
      return programme ? [{ ...base, ...matched(tieTo(programme), stage), through: null }] : []
    })
    const named = (ofActivity.get(activity.entityId) ?? []).map(({ recommendation }) => recommendation)
    const carried = named.flatMap((r) =>
      r.tied !== null && !own.some((m) => m.programmeId !== null && m.programmeId === r.tied!.programmeId)
        ? [{ ...base, ...matched(r.tied, r.stage), through: r.id }]
        : [],
    )
    const found = [...own, ...carried].filter(inYear)
    if (found.length > 0) return found
    // what is done or given up waits for no programme
    if (activity.status === 'selesai' || activity.status === 'batal') return []
    const proposal = named.find((r) => isOpen(r.state, r.delivery))
    return [
      proposal
        ? { ...base, ...without('proposed', proposal.responsible), stage: openStage(proposal), through: proposal.id }
        : { ...base, ...without('unmatched', []), stage: null, through: null },
    ]
  })
  const recommendationRows = accepted.flatMap((r): readonly SyncRow[] => {
    const base = {
      kind: 'recommendation' as const,
      id: r.id,
      regionCode: r.villages[0]?.regionCode ?? '',
      villages: r.villages.map(({ name }) => name),
      what: r.text,
      through: null,
    }
    if (inYear(r.tied)) return [{ ...base, ...matched(r.tied!, r.stage) }]
    return isOpen(r.state, r.delivery) ? [{ ...base, ...without('proposed', r.responsible), stage: openStage(r) }] : []
  })
  return [...activityRows, ...recommendationRows].sort(
    (a, b) => (a.regionCode < b.regionCode ? -1 : a.regionCode > b.regionCode ? 1 : 0) || kindOrder(a) - kindOrder(b),
  )
}

const kindOrder = ({ kind }: SyncRow) => (kind === 'activity' ? 0 : 1)

/** The stage of what is in a programme of another year is that one's. */
const openStage = ({ tied, stage }: { readonly tied: Tie | null; readonly stage: PlanningStage }) =>
  tied === null ? stage : null

interface Tie {
  readonly opd: readonly string[]
  readonly programme: string | null
  readonly programmeId: number | null
  readonly year: number | null
}

function tieTo({ id, opd, name, year }: SyncProgramme): Tie {
  return { opd: [opd], programme: name, programmeId: id, year }
}

/** By staff's word, or by what the office said of year and programme in its follow-up. */
function tieOf(r: SyncRecommendation, programmes: ReadonlyMap<number, SyncProgramme>): Tie | null {
  const programme = r.programmeId === null ? undefined : programmes.get(r.programmeId)
  if (programme) return tieTo(programme)
  if (r.budgetYear === null && r.budgetProgramme === null) return null
  return { opd: r.responsible, programme: r.budgetProgramme, programmeId: null, year: r.budgetYear }
}

function matched(tie: Tie, stage: PlanningStage) {
  return { ...tie, state: 'matched' as const, stage }
}

function without(state: 'proposed' | 'unmatched', opd: readonly string[]) {
  return { state, opd, programme: null, programmeId: null, year: null }
}

export interface SyncTotals {
  readonly activities: number
  readonly matched: number
  readonly proposed: number
  readonly unmatched: number
  readonly recommendations: number
  readonly recommendationsMatched: number
}

/** Each activity once, by the best of its states. */
export function syncTotals(rows: readonly SyncRow[]): SyncTotals {
  const activities = new Map(rows.filter((r) => r.kind === 'activity').map((r) => [r.id, r.state]))
  const count = (state: SyncState) => [...activities.values()].filter((s) => s === state).length
  const recommendations = rows.filter((r) => r.kind === 'recommendation')
  return {
    activities: activities.size,
    matched: count('matched'),
    proposed: count('proposed'),
    unmatched: count('unmatched'),
    recommendations: recommendations.length,
    recommendationsMatched: recommendations.filter((r) => r.state === 'matched').length,
  }
}
