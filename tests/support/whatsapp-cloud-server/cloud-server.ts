import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TestPerson } from './person.ts'
import {
  type ApprovedTemplate,
  checkTemplate,
  checkUpload,
  MetaPace,
  Refusal,
  readMessage,
  type SentMessage,
} from './rules.ts'
import { Webhooks } from './webhooks.ts'

export type Fault =
  | { readonly kind: 'error'; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: 'gateway'; readonly status: number }
  | { readonly kind: 'hang' }
  /** The message is there, nobody was told. */
  | { readonly kind: 'cut' }

interface Media {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly expiresAt: number
}

const MINUTE = 60_000
const DAY = 86_400_000
const windowMs = DAY

/**
 * A strict stand-in for the WhatsApp Business Cloud API on loopback, with a clock of its own: it refuses what the real one
 * refuses (lengths, numbers of buttons and rows, unknown fields, templates, the 24-hour window, pair and throughput
 * limits, expired media), signs its webhooks and delivers them until they are taken.
 */
export class CloudServer {
  readonly token = 'EAAtest-token'
  readonly phoneNumberId = '106540352242922'
  readonly displayNumber = '628110000001'
  readonly appSecret = 'rahasia-aplikasi'
  readonly verifyToken = 'kata-sandi-webhook'
  readonly webhooks: Webhooks
  readonly templates = new Map<string, ApprovedTemplate>()
  readonly people: TestPerson[] = []
  readonly #media = new Map<string, Media>()
  readonly #links = new Map<string, { readonly id: string; readonly expiresAt: number }>()
  readonly #faults: Fault[] = []
  readonly #pace = new MetaPace()
  /** Paths of calls and how they ended, oldest first. */
  readonly ledger: { readonly path: string; readonly status: number; readonly code?: number }[] = []
  readonly receipts: string[] = []
  /** The access token was withdrawn. */
  revoked = false
  /** Downloads come with a byte changed. */
  corrupts = false
  /** A closed window is told by a status afterwards, as the real one does at times. */
  tellsWindowLater = false
  /** Everything that was taken is told as sent and delivered. */
  autoStatuses = false
  readonly #http: Server
  #port = 0
  #ahead = 0
  #counter = 0

  constructor() {
    this.webhooks = new Webhooks(this)
    this.#http = createServer((request, response) => void this.#serve(request, response))
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  now(): number {
    return Date.now() + this.#ahead
  }

  advance(ms: number): void {
    this.#ahead += ms
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#http.address() as AddressInfo).port
    this.webhooks.resume()
    return this
  }

  /** Goes away in the middle of everything; what waits stays, `start` brings it back. */
  async stop(): Promise<void> {
    this.webhooks.pause()
    if (!this.#http.listening) return
    const closed = new Promise((resolve) => this.#http.close(resolve))
    this.#http.closeAllConnections()
    await closed
  }

  person(name: string, ids: { waId?: string | null; userId?: string | null } = {}): TestPerson {
    const n = String(this.people.length + 1).padStart(4, '0')
    const waId = ids.waId === undefined ? `62812000${n}` : ids.waId
    const userId = ids.userId === undefined ? `ID.13490000${n}` : (ids.userId ?? undefined)
    const person = new TestPerson(this, name, waId, userId)
    this.people.push(person)
    return person
  }

  /** The next sends meet these. */
  fail(...faults: readonly Fault[]): void {
    this.#faults.push(...faults)
  }

  /** What became of a message. */
  tell(
    messageId: string,
    status: 'sent' | 'delivered' | 'read' | 'failed',
    error?: { code: number; title: string },
  ): void {
    this.webhooks.push(this.statusOf(messageId, status, error))
  }

  statusOf(messageId: string, status: string, error?: { code: number; title: string }): Record<string, unknown> {
    const found = this.people
      .flatMap((person) => person.received.map((received) => ({ person, received })))
      .find(({ received }) => received.id === messageId)
    const data = found?.received.message.biz_opaque_callback_data
    return {
      statuses: [
        {
          id: messageId,
          status,
          timestamp: String(Math.floor(this.now() / 1000)),
          ...(found?.person.waId && { recipient_id: found.person.waId }),
          ...(found?.person.userId && { recipient_user_id: found.person.userId }),
          ...(data !== undefined && { biz_opaque_callback_data: data }),
          ...(error && { errors: [{ ...error, message: error.title, error_data: { details: error.title } }] }),
        },
      ],
    }
  }

  addMedia(bytes: Uint8Array, mime: string, days: number): string {
    this.#counter += 1
    const id = String(1_000_000 + this.#counter)
    this.#media.set(id, { bytes, mime, expiresAt: this.now() + days * DAY })
    return id
  }

  mediaOf(id: string): Uint8Array | undefined {
    return this.#media.get(id)?.bytes
  }

  newId(): string {
    return `wamid.${randomBytes(12).toString('base64url')}`
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.apiRoot)
    let status = 200
    let code: number | undefined
    try {
      const answer = await this.#answer(request, url, response)
      if (answer === undefined) return
      if (answer instanceof Uint8Array) return void response.writeHead(200).end(answer)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 131000, 'Something went wrong')
      status = refusal.status
      code = refusal.code
      const body = { error: { message: refusal.message, type: 'OAuthException', code, fbtrace_id: 'A1b2C3' } }
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    } finally {
      this.ledger.push({ path: url.pathname, status, ...(code !== undefined && { code }) })
    }
  }

  async #answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<object | undefined> {
    const bytes = await bodyOf(request)
    if (request.headers.authorization !== `Bearer ${this.token}` || this.revoked)
      throw new Refusal(401, 190, 'Invalid OAuth access token')
    const link = /^\/download\/(\w+)$/.exec(url.pathname)?.[1]
    if (link !== undefined) return this.#download(link)
    const [, version = '', id = '', edge = ''] = /^\/(v\d+\.\d+)\/([^/]+)(?:\/(\w+))?$/.exec(url.pathname) ?? []
    if (version === '') throw new Refusal(404, 2500, 'Unknown path components')
    if (id !== this.phoneNumberId) return this.#findMedia(id, edge)
    if (request.method === 'GET' && edge === '')
      return { display_phone_number: '+62 811-0000-001', id, quality_rating: 'GREEN' }
    if (request.method === 'POST' && edge === 'media') return await this.#upload(request, bytes)
    if (request.method === 'POST' && edge === 'messages') return this.#send(bytes, request, response)
    throw new Refusal(400, 100, 'Unsupported request')
  }

  #send(bytes: Buffer, request: IncomingMessage, response: ServerResponse): object | undefined {
    const message = readMessage(readJson(bytes))
    if ('status' in message) {
      this.receipts.push(message.message_id)
      return { success: true }
    }
    const fault = this.#faults.shift()
    if (fault?.kind === 'hang') return undefined
    if (fault?.kind === 'gateway') {
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><h1>Bad Gateway</h1></html>')
      return undefined
    }
    if (fault?.kind === 'error') throw new Refusal(fault.status, fault.code, fault.message)
    const answer = this.#take(message)
    if (fault?.kind === 'cut') {
      request.socket.destroy()
      return undefined
    }
    return answer
  }

  #take(message: SentMessage): object {
    const now = this.now()
    const person = this.people.find(
      ({ waId, userId }) =>
        (message.to !== undefined && waId === message.to) || (message.to === undefined && userId === message.recipient),
    )
    this.#pace.check(message.to ?? message.recipient ?? '', now)
    if (message.type === 'template') checkTemplate(message, this.templates)
    if (message.type === 'image' || message.type === 'document') this.#requireMedia(message)
    const id = this.newId()
    const answer = {
      messaging_product: 'whatsapp',
      contacts: [
        {
          input: message.to ?? message.recipient,
          ...(message.to ? { wa_id: message.to } : { user_id: message.recipient }),
        },
      ],
      messages: [{ id }],
    }
    const isOpen = person?.lastWroteAt !== undefined && now - person.lastWroteAt < windowMs
    if (person && !isOpen && message.type !== 'template') {
      const title = 'Message failed to send because more than 24 hours have passed since the customer last replied'
      if (!this.tellsWindowLater) throw new Refusal(400, 131047, title)
      person.received.push({ id, message, at: now })
      this.tell(id, 'failed', { code: 131047, title })
      person.received.pop()
      return answer
    }
    if (!person || person.isBlocking) {
      const data = message.biz_opaque_callback_data
      this.webhooks.push({
        statuses: [
          {
            id,
            status: 'failed',
            timestamp: String(Math.floor(now / 1000)),
            recipient_id: message.to,
            ...(data !== undefined && { biz_opaque_callback_data: data }),
            errors: [{ code: 131026, title: 'Message undeliverable' }],
          },
        ],
      })
      return answer
    }
    person.received.push({ id, message, at: now })
    if (this.autoStatuses) for (const status of ['sent', 'delivered'] as const) this.tell(id, status)
    return answer
  }

  #requireMedia(message: Extract<SentMessage, { type: 'image' | 'document' }>): void {
    const id = message.type === 'image' ? message.image.id : message.document.id
    const media = this.#media.get(id)
    if (!media || media.expiresAt <= this.now())
      throw new Refusal(400, 131053, `Media ${id} does not exist or has expired`)
    if (message.type === 'image' && !media.mime.startsWith('image/'))
      throw new Refusal(400, 131053, 'The media is no image')
  }

  #findMedia(id: string, edge: string): object {
    const media = this.#media.get(id)
    if (!media || edge !== '' || media.expiresAt <= this.now())
      throw new Refusal(400, 100, `Unsupported get request. Object with ID '${id}' does not exist`)
    const link = randomBytes(8).toString('hex')
    this.#links.set(link, { id, expiresAt: this.now() + 5 * MINUTE })
    return {
      messaging_product: 'whatsapp',
      url: `${this.apiRoot}/download/${link}`,
      mime_type: media.mime,
      sha256: createHash('sha256').update(media.bytes).digest('hex'),
      file_size: String(media.bytes.length),
      id,
    }
  }

  #download(link: string): Uint8Array {
    const found = this.#links.get(link)
    const media = found && this.#media.get(found.id)
    if (!found || !media || found.expiresAt <= this.now()) throw new Refusal(404, 131052, 'Media download error')
    return this.corrupts ? media.bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) : media.bytes
  }

  async #upload(request: IncomingMessage, bytes: Buffer): Promise<object> {
    const type = request.headers['content-type'] ?? ''
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
      .formData()
      .catch(() => undefined)
    const file = form?.get('file')
    if (form?.get('messaging_product') !== 'whatsapp' || !(file instanceof File))
      throw new Refusal(400, 100, '(#100) The parameter messaging_product is required')
    if (form.get('type') !== file.type) throw new Refusal(400, 100, '(#100) type does not match the file')
    const content = new Uint8Array(await file.arrayBuffer())
    checkUpload(file.type, content.length)
    return { id: this.addMedia(content, file.type, 30) }
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Refusal(400, 100, '(#100) The body is no JSON')
  }
}
