import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { findSnapshot, type Snapshot } from '../store/reports.ts'

const WARM = 5_000

/** A session's snapshot never changes, so it is read once while the conversation is warm. Bounded, the oldest out first. */
export class SnapshotCache {
  readonly #warm = new Map<number, Snapshot>()

  async get(sql: Sql, sessionId: number): Promise<Snapshot> {
    const known = this.#warm.get(sessionId)
    if (known) return known
    const snapshot = await findSnapshot(sql, sessionId)
    if (!snapshot) throw new Problem('session_without_snapshot', `session ${sessionId} has no snapshot`)
    if (this.#warm.size >= WARM) this.#warm.delete(this.#warm.keys().next().value!)
    this.#warm.set(sessionId, snapshot)
    return snapshot
  }

  /** They hold names: after somebody was erased nothing of them stays in memory. */
  clear(): void {
    this.#warm.clear()
  }
}
