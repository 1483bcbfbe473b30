/** A bell between the parts of one process: "there may be work". Rung while nobody waits, it is heard by the next who does. */
export class Signal {
  #rung = false
  #wake: (() => void) | undefined
  readonly #others: Signal[] = []

  ring(): void {
    this.#rung = true
    this.#wake?.()
    for (const other of this.#others) other.ring()
  }

  /** A bell of one's own that rings whenever this one does: a bell has one listener. */
  another(): Signal {
    const other = new Signal()
    this.#others.push(other)
    return other
  }

  /** Resolves when rung, or after `ms`. */
  async wait(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = undefined
    }
    this.#rung = false
  }
}
