import { createHash, timingSafeEqual } from 'node:crypto'
import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import type { Accept } from '../channel.ts'
import { kindOf } from '../trouble.ts'

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
 * any other answer it comes again, at once and then after 2, 4, 8 … seconds. Bodies are neither logged nor kept.
 */
export function createWebhook(settings: WebhookSettings): (request: Request) => Promise<Response> {
  const { secret, parse, accept, logger } = settings
  return async (request) => {
    if (!secret) return answer(404)
    if (request.method !== 'POST') return answer(405)
    if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) {
      logger.warn('a request to the Telegram webhook had no valid secret')
      return answer(401)
    }
    const body = await readBody(request)
    if (body === undefined) return answer(413)
    const update = readJson(body)
    if (typeof update !== 'object' || update === null || Array.isArray(update)) return answer(400)

    const take = accept()
    if (!take) return answer(503)
    const messages = parse(update)
    try {
      if (messages.length > 0) await take(messages)
      return answer(200)
    } catch (error) {
      logger.error({ kind: kindOf(error) }, 'an update from Telegram could not be taken in')
      return answer(503)
    }
  }
}

const answer = (status: number) => new Response(null, { status })

/** Takes the same time wherever the two differ; hashing makes them equally long. */
function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(secret))
}

/** Undefined when there is more than 1 MiB; no more than that is read. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBody) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of request.body) {
      size += chunk.length
      if (size > maxBody) return undefined
      chunks.push(chunk)
    }
  return Buffer.concat(chunks).toString('utf8')
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
