import type { ChannelName } from '../messages/inbound.ts'

/**
 * How many calls of one channel may be on the wire at once, replies apart from what the bot starts. When the process
 * dies, each of them may have arrived: so there is one, and more only when people wait for it
 * (docs/decisions/0012-one-call-on-the-wire.md).
 */

/** Calls on the wire of one line, whatever happens. */
export const MOST_CALLS = 20
/** From this many people waiting on, speed goes first. */
export const MANY_WAITING = 100
/** Nobody waits longer than this for the sake of one call at a time. */
export const PATIENCE_MS = 2_000
/** Beyond that, one more call for each step of further waiting. */
const ONE_MORE_PER_MS = 100
/** A call that takes longer than this holds nobody else up. */
export const OVERTAKEN_AFTER_MS = 1_000

/** These talk to this process itself: what they were shown dies with it, so nothing is ever said twice. */
const withoutWire: ReadonlySet<ChannelName> = new Set(['simulator', 'terminal'])

/** Instants are milliseconds of any clock that only goes forward. */
export class SendWindow {
  readonly #noWire: boolean
  readonly #startedAt = new Map<number, number>()

  constructor(channel: ChannelName) {
    this.#noWire = withoutWire.has(channel)
  }

  get calls(): number {
    return this.#startedAt.size
  }

  begin(id: number, at: number): void {
    this.#startedAt.set(id, at)
  }

  end(id: number): void {
    this.#startedAt.delete(id)
  }

  /** How many more may begin now: so many people wait, and one of them for `waitedMs` in this process's life. */
  room(waiting: number, waitedMs: number, at: number): number {
    const left = MOST_CALLS - this.calls
    if (this.#noWire || waiting >= MANY_WAITING) return left
    const fresh = [...this.#startedAt.values()].filter((startedAt) => at - startedAt < OVERTAKEN_AFTER_MS).length
    const wanted = 1 + Math.max(0, Math.ceil((waitedMs - PATIENCE_MS) / ONE_MORE_PER_MS))
    return Math.max(0, Math.min(left, wanted - fresh))
  }
}
