import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import type { Accept } from '../channel.ts'
import { answer, isSame, readBody, takeIn } from '../webhook-call.ts'

export interface WebhookSettings {
  readonly appSecret: string
  readonly verifyToken: string
  readonly parse: (body: unknown) => InboundMessage[]
  /** Undefined while the service is starting or stopping. */
  readonly accept: () => Accept | undefined
  readonly logger: Logger
}

/** Meta sends no more in one call ("Webhooks": payloads up to 3 MB). */
const maxBody = 3 * 1024 * 1024

/**
 * Meta's calls at the webhook address. GET: is this address yours? POST: messages and news, signed; 200 only after the
 * inbox has them, on anything else they come again for up to 7 days.
 */
export function createWebhook(settings: WebhookSettings): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'GET') return verify(new URL(request.url).searchParams, settings)
    if (request.method === 'POST') return receive(request, settings)
    return answer(405)
  }
}

function verify(query: URLSearchParams, { verifyToken, logger }: WebhookSettings): Response {
  const challenge = query.get('hub.challenge') ?? ''
  const isMeta = query.get('hub.mode') === 'subscribe' && isSame(query.get('hub.verify_token') ?? '', verifyToken)
  if (!isMeta || !/^[\w-]{1,256}$/.test(challenge)) {
    logger.warn('a verification of the WhatsApp webhook had not our token')
    return answer(403)
  }
  return new Response(challenge, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

async function receive(request: Request, settings: WebhookSettings): Promise<Response> {
  const { appSecret, logger } = settings
  const given = /^sha256=([0-9a-f]{64})$/i.exec(request.headers.get('x-hub-signature-256') ?? '')?.[1]
  if (given === undefined) {
    logger.warn('a request to the WhatsApp webhook had no signature')
    return answer(401)
  }
  const body = await readBody(request, maxBody)
  if (body === undefined) return answer(413)
  // over the bytes as they came: the same JSON written otherwise has another signature
  const expected = createHmac('sha256', appSecret).update(body).digest()
  if (!timingSafeEqual(Buffer.from(given, 'hex'), expected)) {
    logger.warn('a request to the WhatsApp webhook had a wrong signature')
    return answer(401)
  }
  return takeIn(body, { ...settings, what: 'messages from WhatsApp' })
}
