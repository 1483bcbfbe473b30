import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import type { Accept } from '../channel.ts'
import { answer, isSame, readBody, takeIn } from '../webhook-call.ts'

export interface WebhookSettings {
  /** Undefined: no webhook is set up, and the address does not exist. */
  readonly secret: string | undefined
  readonly parse: (update: unknown) => InboundMessage[]
  /** Undefined while the service is starting or stopping. */
  readonly accept: () => Accept | undefined
  readonly logger: Logger
}

const maxBody = 1024 * 1024

/**
 * Telegram's POST as messages in the inbox: 200 only after they are committed, since Telegram then forgets them. On
 * any other answer it comes again, at once and then after 2, 4, 8 … seconds.
 */
export function createWebhook(settings: WebhookSettings): (request: Request) => Promise<Response> {
  const { secret, logger } = settings
  return async (request) => {
    if (!secret) return answer(404)
    if (request.method !== 'POST') return answer(405)
    if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) {
      logger.warn('a request to the Telegram webhook had no valid secret')
      return answer(401)
    }
    const body = await readBody(request, maxBody)
    if (body === undefined) return answer(413)
    return takeIn(body, { ...settings, what: 'an update from Telegram' })
  }
}
