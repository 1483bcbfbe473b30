import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import type { Accept } from '../channel.ts'
import { firstLine } from './outcomes.ts'
import { pause } from './timing.ts'

const firstWait = 200
const longestWait = 5_000

/**
 * What came in, one after the other. WhatsApp says a thing once and has then done its part, so what the database does
 * not take is held here and offered again until it does; what is still held when the service ends stays unread in
 * WhatsApp and is found there at the next start.
 */
export class Intake {
  readonly #accept: Accept
  readonly #logger: Logger
  readonly #stopping: AbortSignal
  #last: Promise<void> = Promise.resolve()

  constructor(accept: Accept, logger: Logger, stopping: AbortSignal) {
    this.#accept = accept
    this.#logger = logger
    this.#stopping = stopping
  }

  /** Runs when all that came before is done. */
  next(task: () => Promise<void>): void {
    this.#last = this.#last.then(task).catch((error: unknown) => {
      this.#logger.warn({ reason: firstLine(error) }, 'something from WhatsApp could not be taken in')
    })
  }

  /** True once the messages are committed; false when the service stops before that. */
  async offer(messages: readonly InboundMessage[]): Promise<boolean> {
    for (let wait = firstWait; !this.#stopping.aborted; wait = Math.min(2 * wait, longestWait)) {
      try {
        await this.#accept(messages)
        return true
      } catch (error) {
        this.#logger.warn({ reason: firstLine(error) }, 'messages from WhatsApp wait for the database')
        await pause(wait, this.#stopping)
      }
    }
    return false
  }

  /** Resolves when nothing is being taken in any more. */
  settled(): Promise<void> {
    return this.#last
  }
}
