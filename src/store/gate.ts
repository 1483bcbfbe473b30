/**
 * One at a time. SQLite has one connection here, and everything that uses it passes this gate: without it a plain write
 * lands inside whichever transaction is open on the connection, is told "ok", and is gone when that one rolls back.
 */
export class Gate {
  #tail: Promise<void> = Promise.resolve()
  #waiting = 0

  /** Resolves with the way out, which must be called exactly once. */
  async enter(): Promise<() => void> {
    let leave!: () => void
    const mine = new Promise<void>((resolve) => {
      leave = resolve
    })
    const before = this.#tail
    this.#tail = this.#waiting === 0 ? mine : before.then(() => mine)
    this.#waiting++
    await before
    return () => {
      this.#waiting--
      leave()
    }
  }

  async alone<T>(work: () => Promise<T> | T): Promise<T> {
    const leave = await this.enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
