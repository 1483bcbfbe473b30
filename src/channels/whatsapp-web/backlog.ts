import { DAY } from '../../lib/local-time.ts'
import type { Client, Library, Message } from './library.ts'
import { fetchLatest, listUnread } from './page.ts'
import { isPrivate } from './parse.ts'
import { within } from './timing.ts'

/** What an outage may pile up and still be taken in: a long weekend of everybody. */
export const backlogLimits = { messages: 500, perChat: 100, ageMs: 14 * DAY } as const

/**
 * What people wrote while nobody listened, oldest first. WhatsApp announces none of it; the page only knows how many
 * messages of a chat are unread. `since`: when this number became the bot's (ms); what is older was meant for the
 * person who had it. `left`: how many were not taken for being too many or too old.
 */
export async function readBacklog(
  client: Client,
  library: Library,
  options: { readonly since: number; readonly now: number; readonly answerWithin: number },
): Promise<{ readonly messages: readonly Message[]; readonly left: number }> {
  const page = client.pupPage
  if (!page) return { messages: [], left: 0 }
  const unread = await within(options.answerWithin, page.evaluate(listUnread))
  const from = Math.max(options.since, options.now - backlogLimits.ageMs)

  const found: Message[] = []
  let left = 0
  for (const chat of unread) {
    const limit = Math.min(chat.unread, backlogLimits.perChat)
    left += chat.unread - limit
    const messages = await within(
      options.answerWithin,
      fetchMessages(client, library, chat.chatId, limit, false, chat.upTo),
    )
    for (const message of messages) {
      if (!isPrivate(message)) continue
      if (message.timestamp * 1000 >= from) found.push(message)
      else left += 1
    }
  }
  found.sort((a, b) => a.timestamp - b.timestamp)
  left += Math.max(0, found.length - backlogLimits.messages)
  return { messages: found.slice(0, backlogLimits.messages), left }
}

/** The latest messages of a chat (up to one, where it is named), by the person or by us, oldest first. */
export async function fetchMessages(
  client: Client,
  library: Library,
  chatId: string,
  count: number,
  fromMe = false,
  upTo?: string,
): Promise<readonly Message[]> {
  const found = (await client.pupPage?.evaluate(fetchLatest, chatId, count, fromMe, upTo)) ?? []
  return found.map((data) => new library.Message(client, data))
}
