import type { EngineContext } from '../engine/input.ts'
import { tableInstance } from '../flows/table-instance.ts'
import type { Snapshot } from '../store/reports.ts'
import type { RunningSession } from '../store/turns.ts'

/** The world around one step of a conversation, from what the session saw at its start. */
export function contextFor(session: RunningSession, snapshot: Snapshot, now: number): EngineContext {
  return {
    now,
    zone: snapshot.zone,
    language: snapshot.language,
    address: snapshot.address,
    fields: snapshot.fields,
    instance: (id) => {
      const rows = snapshot.instances[id]
      return rows && tableInstance(rows)
    },
    reportState: session.reportState,
    ...(snapshot.seatValue !== undefined && { seatValue: snapshot.seatValue }),
  }
}
