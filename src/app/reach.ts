import { type Position, positionFacts } from '../domain/positions.ts'
import type { ObligationRow } from '../store/obligations.ts'
import type { SeatHolder } from '../store/people.ts'

/** Why a place cannot be written to now. */
export type Unreachable = 'nobody' | 'not_enrolled' | 'no_consent' | 'stopped' | 'blocked'

export type Reach =
  | { readonly holder: SeatHolder; readonly because?: undefined }
  /** The holder is given where there is one, so that staff know whom to call. */
  | { readonly holder?: SeatHolder; readonly because: Unreachable }

const heads: readonly Position[] = ['kepala_desa', 'pejabat_desa', 'raja_negeri', 'camat']

export function reachOf(holder: SeatHolder): Reach {
  if (holder.addressId === null) return { holder, because: 'not_enrolled' }
  if (!holder.consented) return { holder, because: 'no_consent' }
  if (holder.stoppedAt !== null) return { holder, because: 'stopped' }
  if (holder.reach !== 'ok') return { holder, because: 'blocked' }
  return { holder }
}

export const writerPositions: readonly Position[] = Object.entries(positionFacts)
  .filter(([, facts]) => facts.writes !== undefined)
  .map(([position]) => position as Position)

/**
 * Who is written to about an obligation. With one report a place: whoever is writing it, else the seat that began it,
 * else the head of the place, else who may write besides; the first that can be reached. With "each": every head, by
 * themselves.
 */
export function recipientsOf(
  obligation: Pick<ObligationRow, 'level' | 'reporting'>,
  holders: readonly SeatHolder[],
  writing: { readonly personId?: number | undefined; readonly seatId?: number | undefined },
): readonly Reach[] {
  const writers = withDelegates(holders).filter((h) => positionFacts[h.position].writes === obligation.level)
  if (obligation.reporting === 'each') {
    const each = writers.filter((h) => heads.includes(h.position))
    if (each.length > 0) return each.map(reachOf)
  }
  const sorted = writers.toSorted((a, b) => rank(a, writing) - rank(b, writing) || a.seatId - b.seatId).map(reachOf)
  const reachable = sorted.find((r) => r.because === undefined)
  return [reachable ?? sorted[0] ?? { because: 'nobody' }]
}

/** While somebody writes for a seat and can be reached, its holder is left in peace. */
function withDelegates(holders: readonly SeatHolder[]): readonly SeatHolder[] {
  const delegated = new Set(
    holders.filter((h) => h.delegateOf !== null && reachOf(h).because === undefined).map((h) => h.seatId),
  )
  return holders.filter((h) => delegated.has(h.seatId) === (h.delegateOf !== null))
}

function rank(holder: SeatHolder, writing: Parameters<typeof recipientsOf>[2]): number {
  if (holder.personId === writing.personId) return 0
  if (holder.seatId === writing.seatId) return 1
  if (!heads.includes(holder.position)) return 4
  return holder.official ? 2 : 3
}
