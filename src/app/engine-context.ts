import type { Lexicon } from '../bahasa/index.ts'
import type { EngineContext } from '../engine/input.ts'
import { tableInstance } from '../flows/table-instance.ts'
import type { Snapshot } from '../store/reports.ts'
import type { RunningSession } from '../store/turns.ts'

/**
 * The world around one step of a conversation, from what the session saw at its start. `lexicon`: the local words of the
 * place as they are now, for steps that read what a person typed.
 */
export function contextFor(session: RunningSession, snapshot: Snapshot, now: number, lexicon?: Lexicon): EngineContext {
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
    list: (id) => {
      const rows = snapshot.lists?.[id]
      return rows && tableInstance(rows)
    },
    reportState: session.reportState,
    ...(snapshot.seatValue !== undefined && { seatValue: snapshot.seatValue }),
    ...(lexicon && { lexicon }),
  }
}
