import type { Logger } from '../lib/logger.ts'
import { Problem } from '../lib/problem.ts'
import type { ChannelState } from './channel.ts'

export interface Pace {
  /** First and longest wait after a failure, ms. */
  readonly firstWait: number
  readonly longestWait: number
  /** Between two polls of a server that answers at once with nothing: first and longest, ms. */
  readonly firstGap: number
  readonly longestGap: number
  /** How often a webhook is looked after, ms. */
  readonly checkEvery: number
}

export const usualPace: Pace = {
  firstWait: 1000,
  longestWait: 60_000,
  firstGap: 200,
  longestGap: 1000,
  checkEvery: 300_000,
}

/**
 * A provider that is away is daily life: one clear line when it begins, one when it is over, waits that grow, and a
 * state that the console shows. Never an exception.
 */
export class Trouble {
  readonly #platform: string
  readonly #logger: Logger
  readonly #pace: Pace
  #tries = 0
  #state: ChannelState = { state: 'starting' }

  /** `platform` is its name in sentences. */
  constructor(platform: string, logger: Logger, pace: Pace) {
    this.#platform = platform
    this.#logger = logger
    this.#pace = pace
  }

  get state(): ChannelState {
    return this.#state
  }

  /** Takes note of a failed try; ms to wait before the next. */
  begin(note: string, askedWait = 0): number {
    if (this.#state.note !== note) this.#logger.warn(note)
    this.#state = { state: 'degraded', note }
    const wait = Math.min(this.#pace.firstWait * 2 ** this.#tries, this.#pace.longestWait)
    this.#tries += 1
    // several bots that lost the same network must not come back in step
    return Math.max(askedWait, wait * (0.8 + 0.4 * Math.random()))
  }

  over(): void {
    if (this.#state.state === 'degraded') this.#logger.info({ tries: this.#tries }, `${this.#platform} works again`)
    this.#tries = 0
    this.#state = { state: 'running' }
  }

  stopped(): void {
    this.#state = { state: 'stopped' }
  }
}

/** What kind of error it was, for the log. Its message may quote what a person wrote, so it stays out. */
export function kindOf(error: unknown): string {
  if (error instanceof Problem) return error.code
  return error instanceof Error ? error.name : typeof error
}

/** Waits, or less when the signal says so. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
