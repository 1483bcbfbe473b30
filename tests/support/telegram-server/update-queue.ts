import type { Update } from 'grammy/types'
import { ApiError, badRequest } from './api-error.ts'

/** Delivered unless asked for otherwise: all but these (Bot API, getUpdates). */
const notByDefault = ['chat_member', 'message_reaction', 'message_reaction_count']

interface Waiting {
  readonly resolve: (updates: Update[]) => void
  readonly reject: (error: Error) => void
  readonly limit: number
  readonly timer: NodeJS.Timeout
}

/**
 * The updates of one bot, as Telegram keeps them: an update waits until an offset above its id confirms it; reading
 * alone changes nothing. The subscription counts when an update is made. An offset more than ten above the next id is
 * ignored (tdlib TQueue::get).
 */
export class UpdateQueue {
  readonly #pending: Update[] = []
  #nextId = 1
  #allowed: readonly string[] | undefined
  #waiting: Waiting | undefined
  #onPush: (() => void) | undefined
  /** Polls answered or waiting, for tests that count them. */
  polls = 0

  get pending(): readonly Update[] {
    return this.#pending
  }

  get nextId(): number {
    return this.#nextId
  }

  get allowed(): readonly string[] | undefined {
    return this.#allowed
  }

  /** After a week without updates Telegram goes on with any number, also a lower one. */
  jumpTo(id: number): void {
    this.#nextId = id
  }

  /** Who delivers instead of getUpdates. */
  onPush(listener: (() => void) | undefined): void {
    this.#onPush = listener
    if (listener) this.#conflict('terminated by setWebhook request')
  }

  subscribe(allowed: readonly string[] | undefined): void {
    if (allowed !== undefined) this.#allowed = allowed.length === 0 ? undefined : allowed
  }

  push(update: Omit<Update, 'update_id'>): void {
    const kind = Object.keys(update)[0] ?? ''
    if (this.#allowed ? !this.#allowed.includes(kind) : notByDefault.includes(kind)) return
    this.#pending.push({ update_id: this.#nextId, ...update })
    this.#nextId += 1
    const waiting = this.#waiting
    if (waiting) {
      this.#waiting = undefined
      clearTimeout(waiting.timer)
      waiting.resolve(this.#pending.slice(0, waiting.limit))
    }
    this.#onPush?.()
  }

  confirm(updateId: number): void {
    const at = this.#pending.findIndex((update) => update.update_id === updateId)
    if (at !== -1) this.#pending.splice(at, 1)
  }

  drop(): void {
    this.#pending.length = 0
  }

  async read(params: { offset: number; limit: number; timeout: number }): Promise<Update[]> {
    if (this.#onPush)
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    this.polls += 1
    const { offset, limit, timeout } = params
    if (limit < 1 || limit > 100) throw badRequest('limit must be between 1 and 100')
    if (offset < 0) this.#pending.splice(0, Math.max(0, this.#pending.length + offset))
    else if (offset <= this.#nextId + 10)
      while (this.#pending[0] !== undefined && this.#pending[0].update_id < offset) this.#pending.shift()
    if (this.#pending.length > 0 || timeout <= 0) return this.#pending.slice(0, limit)

    this.#conflict('terminated by other getUpdates request; make sure that only one bot instance is running')
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined
        resolve([])
      }, Math.min(timeout, 50) * 1000)
      this.#waiting = { resolve, reject, limit, timer }
    })
  }

  /** The poller went away: nothing waits any more. */
  forgetWaiting(): void {
    if (this.#waiting) clearTimeout(this.#waiting.timer)
    this.#waiting?.resolve([])
    this.#waiting = undefined
  }

  #conflict(why: string): void {
    const waiting = this.#waiting
    if (!waiting) return
    this.#waiting = undefined
    clearTimeout(waiting.timer)
    waiting.reject(new ApiError(409, `Conflict: ${why}`))
  }
}
