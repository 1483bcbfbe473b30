import { z } from 'zod'

/** The number that Meta gives its interface; each stays for two years (developers.facebook.com, "Graph API versioning"). */
export const graphVersion = 'v24.0'

export interface GraphSettings {
  /** Without a slash at the end. */
  readonly apiRoot: string
  readonly version: string
  readonly phoneNumberId: string
  readonly token: string
}

/** An answer that is not 2xx: what Meta calls it, and nothing of the request. */
export class GraphError extends Error {
  readonly status: number
  /** Meta's code; undefined when the answer was none of Meta's (a gateway's page). */
  readonly code: number | undefined
  readonly details: string

  constructor(status: number, code: number | undefined, details: string) {
    super(`${status} ${code ?? ''} ${details}`.trim())
    this.status = status
    this.code = code
    this.details = details
  }
}

const errorShape = z.object({
  error: z.object({
    message: z.string().catch(''),
    code: z.number().int().optional().catch(undefined),
    error_data: z
      .object({ details: z.string().catch('') })
      .optional()
      .catch(undefined),
  }),
})

const sentShape = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
const uploadedShape = z.object({ id: z.string().min(1) })
const mediaShape = z.object({
  url: z.string(),
  mime_type: z.string().optional().catch(undefined),
  sha256: z.string().optional().catch(undefined),
  file_size: z.coerce.number().optional().catch(undefined),
})
const numberShape = z.object({
  display_phone_number: z.string().optional().catch(undefined),
  quality_rating: z.string().optional().catch(undefined),
})

export type Media = z.infer<typeof mediaShape>
export type PhoneNumber = z.infer<typeof numberShape>

/**
 * The calls of the Cloud API that we need, over fetch. Throws `GraphError` for what Meta refuses, and whatever fetch
 * throws for a network that is away or a signal that ends it.
 */
export class Graph {
  readonly #settings: GraphSettings

  constructor(settings: GraphSettings) {
    this.#settings = settings
  }

  /** Returns the id of the message ("wamid.…"). */
  async sendMessage(message: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<string> {
    const body = JSON.stringify({ messaging_product: 'whatsapp', ...message })
    const { messages } = await this.#call(sentShape, `${this.#settings.phoneNumberId}/messages`, signal, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return messages[0]!.id
  }

  /** Two ticks in blue, and "typing…" until our answer comes or 25 s are over. */
  async markRead(messageId: string, signal: AbortSignal): Promise<void> {
    await this.#call(z.object({}), `${this.#settings.phoneNumberId}/messages`, signal, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: messageId,
        typing_indicator: { type: 'text' },
      }),
    })
  }

  /** Returns the id of the file, which Meta keeps for 30 days. */
  async uploadMedia(file: { bytes: Uint8Array; mime: string; name: string }, signal: AbortSignal): Promise<string> {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('type', file.mime)
    form.set('file', new Blob([file.bytes.slice()], { type: file.mime }), file.name)
    const { id } = await this.#call(uploadedShape, `${this.#settings.phoneNumberId}/media`, signal, {
      method: 'POST',
      body: form,
    })
    return id
  }

  /** Where a file can be fetched for the next five minutes. */
  async findMedia(id: string, signal: AbortSignal): Promise<Media> {
    return this.#call(mediaShape, encodeURIComponent(id), signal, { method: 'GET' })
  }

  /** The bytes at an address that `findMedia` gave. The caller has to make sure that the token may go there. */
  async download(url: string, signal: AbortSignal): Promise<Response> {
    return fetch(url, { headers: this.#authorization(), redirect: 'error', signal })
  }

  async readNumber(signal: AbortSignal): Promise<PhoneNumber> {
    const fields = 'display_phone_number,quality_rating'
    return this.#call(numberShape, `${this.#settings.phoneNumberId}?fields=${fields}`, signal, { method: 'GET' })
  }

  async #call<T>(shape: z.ZodType<T>, path: string, signal: AbortSignal, init: RequestInit): Promise<T> {
    const { apiRoot, version } = this.#settings
    const response = await fetch(`${apiRoot}/${version}/${path}`, {
      ...init,
      headers: { ...init.headers, ...this.#authorization() },
      redirect: 'error',
      signal,
    })
    const text = await response.text()
    const body = readJson(text)
    if (!response.ok) {
      const { data } = errorShape.safeParse(body)
      throw new GraphError(
        response.status,
        data?.error.code,
        data?.error.error_data?.details || data?.error.message || '',
      )
    }
    const parsed = shape.safeParse(body)
    // a captive portal answers 200 with a page of its own
    if (!parsed.success) throw new GraphError(502, undefined, 'the answer is not the Cloud API’s')
    return parsed.data
  }

  #authorization() {
    return { authorization: `Bearer ${this.#settings.token}` }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
