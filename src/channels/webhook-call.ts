import { createHash, timingSafeEqual } from 'node:crypto'
import type { Logger } from '../lib/logger.ts'
import type { InboundMessage } from '../messages/inbound.ts'
import type { Accept } from './channel.ts'
import { kindOf } from './trouble.ts'

/** What the webhooks of all providers have in common. Bodies are neither logged nor kept. */

export const answer = (status: number) => new Response(null, { status })

/** Takes the same time wherever the two differ; hashing makes them equally long. */
export function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(secret))
}

/** The bytes as they came; undefined when there are more than `max`, and then no more than that is read. */
export async function readBody(request: Request, max: number): Promise<Buffer | undefined> {
  const announced = request.headers.get('content-length')
  if (announced !== null) {
    // Node's HTTP parser reads no more than was announced; read in one piece, a body costs a third of a stream's
    return Number(announced) > max ? undefined : Buffer.from(await request.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body)
    for await (const chunk of request.body) {
      size += chunk.length
      if (size > max) return undefined
      chunks.push(chunk)
    }
  return Buffer.concat(chunks)
}

/**
 * The end of every proven call: its messages into the inbox, and 200 only once they are committed, since the provider
 * then forgets them. On 503 it sends them again. `what` names them for the log: "messages from WhatsApp".
 */
export async function takeIn(
  body: Buffer,
  {
    parse,
    accept,
    logger,
    what,
  }: {
    readonly parse: (body: unknown) => InboundMessage[]
    /** Undefined while the service is starting or stopping. */
    readonly accept: () => Accept | undefined
    readonly logger: Logger
    readonly what: string
  },
): Promise<Response> {
  const parsed = readJson(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return answer(400)
  const take = accept()
  if (!take) return answer(503)
  const messages = parse(parsed)
  try {
    if (messages.length > 0) await take(messages)
    return answer(200)
  } catch (error) {
    logger.error({ kind: kindOf(error) }, `${what} could not be taken in`)
    return answer(503)
  }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
