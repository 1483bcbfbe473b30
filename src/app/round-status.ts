import { byCode, kecamatanOf } from '../domain/regions.ts'
import { isIn, type ObligationState, obligationStatus } from '../domain/rounds.ts'
import type { Sql } from '../store/database.ts'
import type { RoundRow } from '../store/rounds.ts'
import { findSetting } from '../store/settings.ts'
import type { Unreachable } from './reach.ts'
import { type ObligationView, viewRounds } from './round-view.ts'
import type { Services } from './services.ts'

export interface PlaceStatus {
  readonly regionCode: string
  readonly name: string
  readonly form: string
  readonly level: 'desa' | 'kecamatan'
  readonly state: ObligationState
  readonly isLate: boolean
  readonly isHalfDone: boolean
  readonly dueAt: number
  readonly zone: string
  /** Messages that the place got in this round. */
  readonly messages: number
  /** Why nobody can be written to; undefined when somebody can. */
  readonly unreachable: Unreachable | undefined
}

export interface RoundStatus {
  readonly code: string
  readonly state: RoundRow['state']
  readonly sendingPaused: boolean
  /** How many places are in which state, by form. */
  readonly byForm: Readonly<Record<string, Readonly<Partial<Record<ObligationState, number>>>>>
  readonly byKecamatan: readonly {
    readonly regionCode: string
    readonly in: number
    readonly of: number
    readonly excused: number
  }[]
  readonly places: readonly PlaceStatus[]
}

/** How far a round is: for staff, who may see names. Places in code order, so that no list is a ranking. */
export async function roundStatus(services: Services, sql: Sql, round: RoundRow, now: number): Promise<RoundStatus> {
  const { views } = await viewRounds(services, sql, { now, roundId: round.id })
  const places = [...Map.groupBy(views, (v) => v.obligation.id).values()]
    .map((own) => placeStatus(own, now))
    .sort((a, b) => byCode(a, b) || a.form.localeCompare(b.form))
  return {
    code: round.code,
    state: round.state,
    sendingPaused: (await findSetting(sql, 'sending_paused')) === true,
    byForm: Object.fromEntries([...Map.groupBy(places, (p) => p.form)].map(([form, own]) => [form, countStates(own)])),
    byKecamatan: [
      ...Map.groupBy(
        places.filter((p) => p.level === 'desa'),
        (p) => kecamatanOf(p.regionCode),
      ),
    ].map(([regionCode, own]) => ({
      regionCode,
      in: own.filter(isIn).length,
      of: own.filter((p) => p.state !== 'excused').length,
      excused: own.filter((p) => p.state === 'excused').length,
    })),
    places,
  }
}

/** Two heads of one village are one place here. */
function placeStatus(views: readonly ObligationView[], now: number): PlaceStatus {
  const { obligation, facts } = views[0]!
  const { state, isLate, isHalfDone } = obligationStatus(obligation, facts, now)
  const reachable = views.some((v) => v.reach.because === undefined)
  return {
    regionCode: obligation.regionCode,
    name: obligation.regionName,
    form: obligation.formName,
    level: obligation.level,
    state,
    isLate,
    isHalfDone,
    dueAt: obligation.dueAt,
    zone: obligation.zone,
    messages: views.reduce((n, v) => n + v.history.filter((sent) => sent.to === 'seat').length, 0),
    unreachable: reachable ? undefined : views[0]!.reach.because,
  }
}

function countStates(places: readonly PlaceStatus[]): Partial<Record<ObligationState, number>> {
  const counts: Partial<Record<ObligationState, number>> = {}
  for (const { state } of places) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
