import type { Update, WebhookInfo } from 'grammy/types'
import type { UpdateQueue } from './update-queue.ts'

interface WebhookTarget {
  readonly url: string
  readonly secret: string | undefined
}

/**
 * Posts updates as Telegram does: the updates of one chat in order, different chats at the same time; anything but a
 * 2xx is tried again at once and then after 2, 4, 8 … 60 s (times `timeScale`, so that tests need not wait).
 */
export class WebhookDelivery {
  readonly #queue: UpdateQueue
  readonly #target: WebhookTarget
  readonly #timeScale: number
  readonly #busy = new Set<number>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #lastError: { readonly at: number; readonly message: string } | undefined
  #stopped = false

  constructor(queue: UpdateQueue, target: WebhookTarget, timeScale: number) {
    this.#queue = queue
    this.#target = target
    this.#timeScale = timeScale
    queue.onPush(() => this.#deliver())
    this.#deliver()
  }

  info(): WebhookInfo {
    const error = this.#lastError
    return {
      url: this.#target.url,
      has_custom_certificate: false,
      pending_update_count: this.#queue.pending.length,
      max_connections: 40,
      ...(this.#queue.allowed ? { allowed_updates: [...this.#queue.allowed] as never[] } : {}),
      ...(error ? { last_error_date: Math.floor(error.at / 1000), last_error_message: error.message } : {}),
    } as WebhookInfo
  }

  stop(): void {
    this.#stopped = true
    this.#queue.onPush(undefined)
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #deliver(): void {
    for (const update of this.#queue.pending) {
      const chat = chatOf(update)
      if (this.#busy.has(chat)) continue
      this.#busy.add(chat)
      void this.#post(update, chat, 0)
    }
  }

  async #post(update: Update, chat: number, tries: number): Promise<void> {
    const problem = await this.#attempt(update)
    if (this.#stopped) return
    if (problem === undefined) {
      this.#queue.confirm(update.update_id)
      this.#busy.delete(chat)
      this.#deliver()
      return
    }
    this.#lastError = { at: Date.now(), message: problem }
    const seconds = tries === 0 ? 0 : Math.min(2 ** tries, 60)
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer)
        void this.#post(update, chat, tries + 1)
      },
      seconds * 1000 * this.#timeScale,
    )
    this.#timers.add(timer)
  }

  async #attempt(update: Update): Promise<string | undefined> {
    const { url, secret } = this.#target
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (secret !== undefined) headers['x-telegram-bot-api-secret-token'] = secret
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      })
      await response.arrayBuffer()
      return response.ok ? undefined : `Wrong response from the webhook: ${response.status}`
    } catch {
      return 'Connection failed'
    }
  }
}

function chatOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member
  return message?.chat.id ?? 0
}
