import { byCode } from './regions.ts'
import { progressOf, type VillageFigures } from './village-figures.ts'

/** Why a village is worth a second look. */
export type OutlierReason = 'progress_far_from_median' | 'progress_fell' | 'far_above_target' | 'no_women' | 'crowd'

/** A village whose figures ask for a second look, with the strongest reason. */
export interface Outlier {
  readonly regionCode: string
  readonly name: string
  readonly reason: OutlierReason
  /** The village's figure and the one it is compared with, in the unit of the reason (points, percent, persons). */
  readonly value: number
  readonly comparedWith: number
}

/** Fewer villages than this have no median worth comparing with. */
const enoughVillages = 4

/** At most three, so that they are read before the camat says "ya". */
export function strongestFew(outliers: readonly Outlier[]): readonly Outlier[] {
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
