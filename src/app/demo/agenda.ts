/** What is still to happen, in the order of its time; things of one instant in the order in which they were put down. */
export class Agenda<T> {
  readonly #entries: { readonly at: number; readonly nth: number; readonly what: T }[] = []
  #count = 0

  add(at: number, what: T): void {
    const entry = { at, nth: this.#count++, what }
    const list = this.#entries
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = list[middle]!
      if (other.at < at || (other.at === at && other.nth < entry.nth)) low = middle + 1
      else high = middle
    }
    list.splice(low, 0, entry)
  }

  get nextAt(): number | undefined {
    return this.#entries[0]?.at
  }

  /** Everything up to and including this instant. */
  takeUntil(at: number): readonly T[] {
    const end = this.#entries.findIndex((entry) => entry.at > at)
    return this.#entries.splice(0, end < 0 ? this.#entries.length : end).map((entry) => entry.what)
  }

  remove(matches: (what: T) => boolean): void {
    for (let i = this.#entries.length - 1; i >= 0; i--) if (matches(this.#entries[i]!.what)) this.#entries.splice(i, 1)
  }
}
