import type { EngineEvent } from '../engine/events/index.ts'
import { setEntityClosed } from '../store/entities.ts'
import { planChanged } from '../store/report-figures.ts'
import type { LaneTurn } from './turn.ts'

/** The form of the yearly update of a village's livelihood plan. */
export const planUpdateForm = 'pemutakhiran_vlp'

/**
 * The yearly update of a plan was sent, or corrected afterwards, and its properties are written: an activity that was
 * taken out leaves the plan, with its history; one that was taken out by mistake comes back. Figures of the village that
 * were made from the plan before no longer hold.
 */
export async function acceptPlanUpdate(
  turn: LaneTurn,
  events: readonly EngineEvent[],
  regionCode: string,
): Promise<void> {
  const { sql, services, now } = turn
  for (const event of events) {
    if (event.kind !== 'entity-changed' || event.create) continue
    const isOut = event.values.keputusan_vlp === 'dihapus'
    await setEntityClosed(sql, { list: event.list, entityId: event.entityId, regionCode, closedAt: isOut ? now : null })
  }
  await planChanged(sql, services.db, [regionCode])
}
