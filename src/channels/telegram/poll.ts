import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { DAY } from '../../lib/local-time.ts'
import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import type { Accept } from '../channel.ts'
import { kindOf, type Pace, pause, type Trouble } from '../trouble.ts'
import { cancelledBy } from './cancel.ts'
import { describe } from './describe.ts'
import { floodWait } from './outcomes.ts'

export interface PollSettings {
  readonly api: Api
  readonly parse: (update: unknown) => InboundMessage[]
  readonly accept: Accept
  readonly logger: Logger
  readonly pace: Pace
  readonly trouble: Trouble
  /** Seconds that Telegram may hold a poll open while nothing comes. */
  readonly pollSeconds: number
  readonly signal: AbortSignal
}

/** chat_member, reactions and the rest are left out; the list sticks at Telegram until it is set again. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/**
 * Telegram picks a new random update id after a week without updates, perhaps below our offset. By then everything
 * is confirmed, so the offset is let go before.
 */
const offsetLastsFor = 6 * DAY

/**
 * Receives until the signal says stop. An update is confirmed (by the next poll's offset) only after `accept` has
 * committed it: a crash between the two brings it again, and the inbox knows it by its external id. The offset lives
 * in memory only, for the same reason. The running `accept` is finished before this resolves.
 */
export async function poll(settings: PollSettings): Promise<void> {
  const { api, pace, trouble, pollSeconds, signal } = settings
  let offset: number | undefined
  let confirmed = new Set<number>()
  let gap = pace.firstGap
  let lastUpdateAt = performance.now()
  // the first answer should come at once: it tells that all is well
  let timeout = 0

  while (!signal.aborted) {
    let updates: readonly Partial<Update>[]
    try {
      const from = offset === undefined ? {} : { offset }
      updates = await api.getUpdates(
        { ...from, limit: 100, timeout, allowed_updates: allowedUpdates },
        cancelledBy(signal),
      )
      if (!Array.isArray(updates)) throw new TypeError('getUpdates gave no list')
    } catch (error) {
      if (signal.aborted) break
      await removeWebhook(api, error, signal)
      await pause(trouble.begin(describe(error), floodWait(error)), signal)
      continue
    }
    trouble.over()
    timeout = pollSeconds

    if (updates.length > 0) {
      if (!(await takeIn(updates, settings))) break
      offset = nextOffset(updates, offset)
      lastUpdateAt = performance.now()
    } else if (performance.now() - lastUpdateAt > offsetLastsFor) offset = undefined

    // Telegram holds an empty poll open. Simpler servers answer at once, with nothing or with what they gave before:
    // without a pause this would be a thousand polls a second.
    if (idsOf(updates).some((id) => !confirmed.has(id))) gap = pace.firstGap
    else {
      await pause(gap, signal)
      gap = Math.min(gap * 2, pace.longestGap)
    }
    if (updates.length > 0) confirmed = new Set(idsOf(updates))
  }
}

/** Holds on to a batch until it is committed: some servers give each update once only. False when told to stop. */
async function takeIn(updates: readonly Partial<Update>[], settings: PollSettings): Promise<boolean> {
  const { accept, parse, logger, trouble, signal } = settings
  const messages = updates.flatMap(parse)
  logger.debug({ updates: updates.length, messages: messages.length }, 'received from Telegram')
  if (messages.length === 0) return true
  while (true) {
    try {
      await accept(messages)
      trouble.over()
      return true
    } catch (error) {
      logger.debug({ kind: kindOf(error) }, 'the inbox refused')
      await pause(trouble.begin('Messages from Telegram wait: the database does not take them in'), signal)
      if (signal.aborted) return false
    }
  }
}

/** One more than the last id given, also when Telegram began a new row of ids below the old one. */
function nextOffset(updates: readonly Partial<Update>[], offset: number | undefined): number | undefined {
  const ids = idsOf(updates)
  return ids.length === 0 ? offset : Math.max(...ids) + 1
}

/** Without whatever is no update: nothing that a server sends may stop the loop. */
const idsOf = (updates: readonly Partial<Update>[]): number[] =>
  updates.flatMap((update) => {
    const id = update?.update_id
    return id !== undefined && Number.isSafeInteger(id) ? [id] : []
  })

/** A webhook that was set earlier closes getUpdates (409); who polls wants it gone. */
async function removeWebhook(api: Api, error: unknown, signal: AbortSignal): Promise<void> {
  if (!(error instanceof GrammyError) || error.error_code !== 409 || !/webhook/i.test(error.description)) return
  await api.deleteWebhook({}, cancelledBy(signal)).catch(() => undefined)
}
