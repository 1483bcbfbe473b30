/** A figure that took less than this is counted anew each time: in a programme of today's size all of them do. */
const quickMs = 50
/** A figure that took long is kept this many times as long. */
const keptTimes = 60
const most = 500

/**
 * Counts over a whole country take a good part of a second and change by little from one minute to the next: they are
 * kept for a while, longer the more they cost, so that counting never takes more than a small share of the time. Lists
 * and states of places are never kept.
 */
export class KeptFigures {
  readonly #figures = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>()

  /** `key` says everything that the figure depends on but the time. */
  async get<T>(key: string, count: () => Promise<T>): Promise<T> {
    const startedAt = performance.now()
    const kept = this.#figures.get(key)
    if (kept && kept.until > startedAt) return (await kept.value) as T

    const value = count()
    // whoever asks meanwhile gets the same
    this.#figures.set(key, { until: Number.POSITIVE_INFINITY, value })
    try {
      await value
    } catch (error) {
      this.#figures.delete(key)
      throw error
    }
    const now = performance.now()
    const tookMs = now - startedAt
    if (tookMs < quickMs) this.#figures.delete(key)
    else this.#figures.set(key, { until: now + tookMs * keptTimes, value })
    for (const oldest of this.#figures.keys()) {
      if (this.#figures.size <= most) break
      this.#figures.delete(oldest)
    }
    return value
  }
}
