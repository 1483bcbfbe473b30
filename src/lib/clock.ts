/** Where time comes from. Rooms below `app` never read it: they get `now` as an argument. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands still until it is moved: for the demo's compressed days and for tests. */
export class ManualClock implements Clock {
  #now: number
  constructor(startAt: number) {
    this.#now = startAt
  }
  now(): number {
    return this.#now
  }
  advance(ms: number): void {
    this.#now += ms
  }
  /** Never goes back: a clock that does is a fault to be tested on purpose, with `set`. */
  moveTo(at: number): void {
    this.#now = Math.max(this.#now, at)
  }
  set(at: number): void {
    this.#now = at
  }
}
