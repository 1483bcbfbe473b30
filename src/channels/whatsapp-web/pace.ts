const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** From and to; each time another value between them. */
type Range = readonly [from: number, to: number]

interface Limit {
  readonly perMinute: number
  readonly perHour: number
}

/**
 * A number that writes like a machine is banned. Somebody who just wrote may be answered quickly; what the bot begins
 * itself is spread out.
 */
export interface Pace {
  /** Between two messages to the same person, ms. */
  readonly perChat: Range
  /** Between any two messages, ms. */
  readonly between: Range
  readonly replies: Limit
  readonly started: Limit
  /** How long "typing…" is shown before a text of this many characters, ms. */
  readonly typing: (characters: number) => number
}

export const usualPace: Pace = {
  perChat: [3 * SECOND, 8 * SECOND],
  between: [1 * SECOND, 3 * SECOND],
  replies: { perMinute: 25, perHour: 800 },
  started: { perMinute: 6, perHour: 120 },
  typing: (characters) => Math.min(3 * SECOND, 500 + characters * 8),
}

export type Purpose = keyof Pick<Pace, 'replies' | 'started'>

/** Who wrote within this time is being answered; else the bot begins. */
const conversation = HOUR

/** Keeps the pace. Only in memory: after a restart nobody was heard of, which is the slower and safer guess. */
export class Pacer {
  readonly #pace: Pace
  readonly #random: () => number
  readonly #heard = new Map<string, number>()
  readonly #chatFreeAt = new Map<string, number>()
  #freeAt = 0
  /** When messages left within the last hour. */
  readonly #left: Record<Purpose, number[]> = { replies: [], started: [] }

  constructor(pace: Pace, random: () => number = Math.random) {
    this.#pace = pace
    this.#random = random
  }

  /** This person wrote. */
  heard(chatId: string, now: number): void {
    this.#heard.set(chatId, now)
    if (this.#heard.size <= 10_000) return
    for (const [chat, at] of this.#heard) if (now - at > conversation) this.#heard.delete(chat)
  }

  purposeOf(chatId: string, lastInboundAt: number | undefined, now: number): Purpose {
    const at = Math.max(this.#heard.get(chatId) ?? 0, lastInboundAt ?? 0)
    return now - at <= conversation ? 'replies' : 'started'
  }

  /**
   * Undefined: this message may leave now, and is counted as if it had. Else the instant to ask again; `whole`: nothing
   * else may leave before that either.
   */
  hold(chatId: string, purpose: Purpose, now: number): { readonly at: number; readonly whole: boolean } | undefined {
    if (now < this.#freeAt) return { at: this.#freeAt, whole: true }
    const chatFreeAt = this.#chatFreeAt.get(chatId) ?? 0
    if (now < chatFreeAt) return { at: chatFreeAt, whole: false }
    const fullUntil = this.#fullUntil(purpose, now)
    if (now < fullUntil) return { at: fullUntil, whole: purpose === 'replies' }

    this.#left[purpose].push(now)
    this.#freeAt = now + this.#within(this.#pace.between)
    for (const [chat, at] of this.#chatFreeAt) if (at <= now) this.#chatFreeAt.delete(chat)
    this.#chatFreeAt.set(chatId, now + this.#within(this.#pace.perChat))
    return undefined
  }

  #fullUntil(purpose: Purpose, now: number): number {
    const { perMinute, perHour } = this.#pace[purpose]
    const left = this.#left[purpose].filter((at) => at > now - HOUR)
    this.#left[purpose] = left
    const oldestOf = (count: number) => left[left.length - count] ?? Number.NEGATIVE_INFINITY
    return Math.max(oldestOf(perMinute) + MINUTE, oldestOf(perHour) + HOUR)
  }

  #within([from, to]: Range): number {
    return from + (to - from) * this.#random()
  }
}
