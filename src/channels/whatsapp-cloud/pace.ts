/**
 * Meta's limits, kept by ourselves so that it never has to refuse: one message each 6 seconds to the same person with
 * 45 in a burst, and 80 a second from one number. Kept in memory: after a restart Meta's own count still stands, and
 * its refusal (131056, 130429) is obeyed.
 */
export interface PaceSettings {
  /** ms between two messages to one person, once the burst is used up. */
  readonly pairEvery: number
  readonly pairBurst: number
  readonly perSecond: number
}

export const metaPace: PaceSettings = { pairEvery: 6000, pairBurst: 45, perSecond: 80 }

export class Pace {
  readonly #settings: PaceSettings
  /** When a person's bucket will be full again, ms: the only thing one has to know of it. */
  readonly #fullAt = new Map<string, number>()
  /** Of consecutive refusals for one person. */
  readonly #refusals = new Map<string, number>()
  #second = 0
  #sent = 0

  constructor(settings: PaceSettings = metaPace) {
    this.#settings = settings
  }

  /** Takes room for so many messages to one person, or says from when on there is (ms UTC). */
  take(person: string, messages: number, now: number): { readonly waitUntil?: number; readonly whole?: true } {
    const { pairEvery, pairBurst, perSecond } = this.#settings
    if (now - this.#second >= 1000 || now < this.#second) {
      this.#second = now
      this.#sent = 0
    }
    // one message alone may be longer than a second's worth; it is let through in a second of its own
    if (this.#sent > 0 && this.#sent + messages > perSecond) return { waitUntil: this.#second + 1000, whole: true }

    const fullAt = Math.max(this.#fullAt.get(person) ?? 0, now)
    const wanted = fullAt + Math.min(messages, pairBurst) * pairEvery
    const limit = now + pairBurst * pairEvery
    if (wanted > limit) return { waitUntil: now + wanted - limit }
    this.#forgetFull(now)
    this.#fullAt.set(person, wanted)
    this.#sent += messages
    return {}
  }

  /** Meta refused all the same: the next try is after 4, 16, 64 … s, as it asks. Returns that wait, ms. */
  refused(person: string): number {
    const times = Math.min((this.#refusals.get(person) ?? 0) + 1, 6)
    this.#refusals.set(person, times)
    return 4 ** times * 1000
  }

  accepted(person: string): void {
    this.#refusals.delete(person)
  }

  #forgetFull(now: number): void {
    if (this.#fullAt.size < 10_000) return
    for (const [person, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(person)
  }
}
