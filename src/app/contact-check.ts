import { addStaffItem } from '../store/staff-items.ts'
import type { RunningSession } from '../store/turns.ts'
import type { LaneTurn } from './turn.ts'

/** "Bukan saya": the seat may have changed hands. Staff learn it, and the next reply may say who it is. */
export async function askWhoInstead(turn: LaneTurn, session: RunningSession): Promise<void> {
  await addStaffItem(turn.sql, {
    kind: 'wrong_contact',
    key: `wrong_contact:${session.reportId}:${turn.laneId}`,
    laneId: turn.laneId,
    personId: turn.personId,
    reportId: session.reportId,
    at: turn.now,
  })
  turn.activate(undefined)
  turn.ask({ ask: 'who_instead', obligationId: session.obligationId ?? 0 })
}
