import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Logger } from '../../lib/logger.ts'
import type { InboundMessage } from '../../messages/inbound.ts'
import type { Accept } from '../channel.ts'
import { kindOf } from '../trouble.ts'

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
 * inbox has them, on anything else they come again for up to 7 days. Bodies are neither logged nor kept.
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
  const { appSecret, parse, accept, logger } = settings
  const given = /^sha256=([0-9a-f]{64})$/i.exec(request.headers.get('x-hub-signature-256') ?? '')?.[1]
  if (given === undefined) {
    logger.warn('a request to the WhatsApp webhook had no signature')
    return answer(401)
  }
  const body = await readBody(request)
  if (body === undefined) return answer(413)
  // over the bytes as they came: the same JSON written otherwise has another signature
  const expected = createHmac('sha256', appSecret).update(body).digest()
  if (!timingSafeEqual(Buffer.from(given, 'hex'), expected)) {
    logger.warn('a request to the WhatsApp webhook had a wrong signature')
    return answer(401)
  }
  const parsed = readJson(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return answer(400)

  const take = accept()
  if (!take) return answer(503)
  const messages = parse(parsed)
  try {
    if (messages.length > 0) await take(messages)
    return answer(200)
  } catch (error) {
    logger.error({ kind: kindOf(error) }, 'messages from WhatsApp could not be taken in')
    return answer(503)
  }
}

const answer = (status: number) => new Response(null, { status })

/** Takes the same time wherever the two differ; hashing makes them equally long. */
function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(secret))
}

/** Undefined when there is more than 3 MB; no more than that is read. */
async function readBody(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBody) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of request.body) {
      size += chunk.length
      if (size > maxBody) return undefined
      chunks.push(chunk)
    }
  return Buffer.concat(chunks)
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
