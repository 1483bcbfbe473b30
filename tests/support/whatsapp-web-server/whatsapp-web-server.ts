import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { certificate } from './certificate.ts'

/** A message as WhatsApp's servers and the phone keep it. */
export interface KeptMessage {
  /** `6281200000001@c.us` or `1234@lid`. */
  readonly chat: string
  readonly fromMe: boolean
  readonly key: string
  /** Seconds. */
  readonly t: number
  type: string
  body: string
  ack?: number
  readonly caption?: string
  readonly notifyName?: string
  readonly media?: { readonly hash: string; readonly mime: string; readonly name?: string; readonly size: number }
  readonly [more: string]: unknown
}

/** What happens to the next message that the page hands over. */
export type SendFault = 'well' | 'refused' | 'lost on the way' | 'answer lost'

interface Chat {
  unread: number
  readonly messages: KeptMessage[]
}

const pageFolder = join(import.meta.dirname, 'page')
const html =
  '<!doctype html><meta charset="utf-8"><title>WhatsApp</title><script type="module" src="/page/main.js"></script>'

/** How long a question for events is held open, ms. */
const heldFor = 10_000

/**
 * Stands in for web.whatsapp.com: serves a page that the real whatsapp-web.js in a real Chromium takes for WhatsApp
 * Web, and is the phone, the servers and the people behind it. It lives on when the browser is closed or killed, as
 * they do. It knows nothing of encryption and of what gets a number banned.
 */
export class WhatsAppWebServer {
  /** The number of the bot. */
  readonly number = '628000000001@c.us'
  readonly media = new Map<string, Buffer>()
  /** Modules and errors that the page told of; a test that ends with any has found something. */
  readonly complaints: string[] = []
  readonly typing: string[] = []
  readonly seen: string[] = []
  /** How often the page took the connection back from another one. */
  takeOvers = 0
  /** Messages that were handed over and got no answer. */
  lost = 0
  /** What the page does at these fails, as after a change of WhatsApp Web: the blue ticks, "typing…". */
  readonly broken = new Set<'seen' | 'typing'>()
  /** So many downloads fail before one succeeds. */
  failingDownloads = 0
  /** The page is synchronised so many ms after it is connected; 0: before anybody listens. */
  syncDelay = 30
  /** The page stays at "connected" for ever. */
  neverSyncs = false
  now = () => Math.floor(Date.now() / 1000)

  readonly #server: Server
  readonly #chats = new Map<string, Chat>()
  readonly #registered = new Set<string>()
  readonly #lids = new Map<string, string>()
  readonly #logins = new Set<string>()
  readonly #events: { readonly number: number }[] = []
  readonly #waiting = new Set<() => void>()
  readonly #faults: SendFault[] = []
  #ref = newRef()
  /** The page has the line open, so that what is said now is announced to it. */
  #isConnected = false
  #isAway = false
  #counter = 0

  constructor() {
    this.#server = createServer(certificate(), (request, response) => {
      const url = new URL(request.url ?? '/', 'https://web.whatsapp.com')
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        void this.#answer(request.method ?? 'GET', url.pathname, Buffer.concat(parts)).then((answer) => {
          response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/json' })
          response.end(answer.body ?? '{}')
        })
      })
    })
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  async stop(): Promise<void> {
    for (const wake of this.#waiting) wake()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What Chromium needs to find this server under the real name. */
  get chromiumArgs(): string[] {
    const { port } = this.#server.address() as AddressInfo
    return [`--host-resolver-rules=MAP web.whatsapp.com:443 127.0.0.1:${port}`, '--ignore-certificate-errors']
  }

  /** The phone scans what is shown. Only the latest code counts, and only in the shape that phones read. */
  scan(code: string): void {
    const [ref, ...keys] = code.split(',')
    if (ref !== this.#ref || keys.length !== 4) throw new Error('the phone says: this QR code is not valid')
    const login = randomBytes(8).toString('hex')
    this.#logins.add(login)
    this.#tell({ what: 'scanned', login })
  }

  /** Somebody ends the session on the phone. */
  logOut(): void {
    this.#logins.clear()
    this.#isConnected = false
    this.#tell({ what: 'logout' })
  }

  person(number: string, more: { readonly lid?: string; readonly name?: string } = {}): Person {
    const { lid } = more
    this.#registered.add(number)
    if (lid !== undefined) this.#lids.set(number, lid)
    return new Person(this, number, more)
  }

  /**
   * What the page is told by name: `resync`, `freeze`, a code without content, or that its way to a new code has moved
   * to another module, as in some of its builds.
   */
  tellPage(what: 'resync' | 'freeze' | 'emptyCode' | 'movedRefresh'): void {
    this.#tell({ what })
  }

  state(state: string): void {
    this.#tell({ what: 'state', state })
  }

  /** No line between the page and the servers. */
  goAway(): void {
    this.#isAway = true
    this.#isConnected = false
    this.state('TIMEOUT')
  }

  comeBack(): void {
    this.#isAway = false
    this.#tell({ what: 'back' })
  }

  /** The page is gone without a word: what is said from now on is announced to nobody until another one opens. */
  hangUp(): void {
    this.#isConnected = false
  }

  /** The page learns what is in a chat, and announces nothing: as when it was busy at the wrong moment. */
  tellUnread(address: string): void {
    this.#isConnected = true
    this.#tell({ what: 'unread', chat: { address, ...this.#chat(address) } })
  }

  failNext(fault: SendFault): void {
    this.#faults.push(fault)
  }

  /** What the bot sent to this address, oldest first. */
  sentTo(address: string): readonly KeptMessage[] {
    return this.#chats.get(address)?.messages.filter((message) => message.fromMe) ?? []
  }

  unread(address: string): number {
    return this.#chats.get(address)?.unread ?? 0
  }

  /** Puts a message into a chat; announced only to a page that has the line open. */
  deliver(message: Omit<KeptMessage, 'key' | 'fromMe'> & { readonly key?: string }): KeptMessage {
    const kept = { key: this.#newKey(), fromMe: false, ...message } as KeptMessage
    const chat = this.#chat(kept.chat)
    chat.messages.push(kept)
    chat.unread += 1
    if (this.#isConnected) this.#tell({ what: 'message', message: kept })
    return kept
  }

  again(message: KeptMessage): void {
    this.#tell({ what: 'again', message })
  }

  edit(message: KeptMessage, body: string): void {
    message.body = body
    this.#tell({ what: 'edit', message: { ...message, body: undefined }, body, editedAt: Date.now() })
  }

  decrypt(message: KeptMessage, body: string): void {
    Object.assign(message, { type: 'chat', body })
    this.#tell({ what: 'decrypted', message, body })
  }

  /** −1 failed, 2 arrived, 3 read. */
  ack(message: KeptMessage, ack: number): void {
    message.ack = ack
    this.#tell({ what: 'ack', message, ack })
  }

  #chat(address: string): Chat {
    const chat = this.#chats.get(address) ?? { unread: 0, messages: [] }
    this.#chats.set(address, chat)
    return chat
  }

  #markRead(chat: Chat, upTo: string | undefined): void {
    const written = chat.messages.filter((message) => !message.fromMe)
    const newer = written.length - 1 - written.findLastIndex((message) => message.key === upTo)
    chat.unread = Math.min(chat.unread, newer)
  }

  #newKey(): string {
    this.#counter += 1
    return `3A${this.#counter.toString(16).padStart(18, '0').toUpperCase()}`
  }

  #tell(event: object): void {
    this.#events.push({ ...structuredClone(event), number: this.#events.length + 1 })
    for (const wake of this.#waiting) wake()
  }

  async #answer(
    method: string,
    path: string,
    body: Buffer,
  ): Promise<{ readonly status?: number; readonly type?: string; readonly body?: string | Buffer }> {
    if (path === '/') return { type: 'text/html', body: html }
    if (/^\/page\/[\w-]+\.js$/.test(path))
      return { type: 'text/javascript', body: readFileSync(join(pageFolder, path.slice('/page/'.length))) }
    if (path.startsWith('/media/'))
      return this.#answerMedia(method, decodeURIComponent(path.slice('/media/'.length)), body)
    if (method !== 'POST') return { status: 404 }
    const asked = JSON.parse(body.toString() || '{}') as Record<string, never>
    const answer =
      path === '/page/events' ? await this.#eventsAfter(asked['after']!) : await this.#answerPage(path, asked)
    return answer === undefined ? { status: 503 } : { body: JSON.stringify(answer) }
  }

  #answerMedia(method: string, hash: string, body: Buffer) {
    if (method === 'PUT') this.media.set(hash, body)
    else if (this.failingDownloads > 0) {
      this.failingDownloads -= 1
      return { status: 503 }
    }
    const bytes = this.media.get(hash)
    return bytes ? { type: 'application/octet-stream', body: bytes } : { status: 404 }
  }

  async #eventsAfter(after: number): Promise<readonly object[]> {
    const missed = () => this.#events.filter((event) => event.number > after)
    if (missed().length === 0) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          this.#waiting.delete(done)
          resolve()
        }
        const timer = setTimeout(done, heldFor)
        this.#waiting.add(done)
      })
    }
    return missed()
  }

  /** Undefined: no answer now. */
  async #answerPage(path: string, asked: Record<string, never>): Promise<object | undefined> {
    switch (path) {
      case '/page/missing':
        this.complaints.push(`module ${asked['name']} is missing`)
        return {}
      case '/page/error':
        this.complaints.push(String(asked['message']))
        return {}
    }
    const isBroken = [...this.broken].some((what) => path === `/page/${what}`)
    if (this.#isAway || isBroken) return undefined
    switch (path) {
      case '/page/hello':
        return this.#hello(asked['login'])
      case '/page/ref':
        this.#ref = newRef()
        return { ref: this.#ref }
      case '/page/takeover':
        this.takeOvers += 1
        return {}
      case '/page/exists': {
        const address: string = asked['address']!
        const number = [...this.#lids].find(([, lid]) => lid === address)?.[0] ?? address
        return this.#registered.has(number) ? { number, lid: this.#lids.get(number) } : {}
      }
      case '/page/typing':
        this.typing.push(asked['chat']!)
        return {}
      case '/page/seen':
        this.seen.push(asked['chat']!)
        this.#markRead(this.#chat(asked['chat']!), asked['upTo'])
        return {}
      case '/page/send':
        return await this.#send(asked as unknown as KeptMessage)
      default:
        this.complaints.push(`the page asked for ${path}`)
        return {}
    }
  }

  #hello(login: string | undefined): object {
    const after = this.#events.length
    if (login === undefined || !this.#logins.has(login)) return { ref: this.#ref, after }
    this.#isConnected = true
    return {
      after,
      number: this.number,
      syncDelay: this.syncDelay,
      neverSyncs: this.neverSyncs,
      chats: [...this.#chats].map(([address, chat]) => ({ address, ...chat })),
    }
  }

  async #send(message: KeptMessage): Promise<object> {
    const fault = this.#faults.shift()
    const kept = { ...message, fromMe: true, ack: fault === 'refused' ? -1 : 1 }
    if (fault !== 'lost on the way') this.#chat(message.chat).messages.push(kept)
    // the page waits for ever, as the real one does
    if (fault === 'lost on the way' || fault === 'answer lost') {
      this.lost += 1
      await new Promise(() => undefined)
    }
    return { ack: kept.ack }
  }
}

/** Somebody with a phone. */
export class Person {
  readonly #server: WhatsAppWebServer
  readonly #name: string | undefined
  readonly number: string
  readonly lid: string | undefined
  /** How WhatsApp names the sender of what this person writes. */
  writesFrom: string
  #last: KeptMessage | undefined

  constructor(server: WhatsAppWebServer, number: string, more: { readonly lid?: string; readonly name?: string }) {
    this.#server = server
    this.#name = more.name
    this.number = number
    this.lid = more.lid
    this.writesFrom = more.lid ?? number
  }

  say(text: string, t = this.#server.now()): KeptMessage {
    return this.#send({ type: 'chat', body: text, t })
  }

  sendFile(
    type: 'image' | 'document' | 'ptt' | 'video',
    bytes: Uint8Array,
    more: { readonly mime: string; readonly name?: string; readonly caption?: string; readonly duration?: string },
  ): KeptMessage {
    const hash = `in-${this.#server.media.size}`
    this.#server.media.set(hash, Buffer.from(bytes))
    const { mime, name, ...rest } = more
    const media = { hash, mime, size: bytes.length, ...(name === undefined ? {} : { name }) }
    return this.#send({ type, body: '', media, ...rest })
  }

  /** Anything else: a place, a card, a sticker. */
  send(type: string, fields: object = {}): KeptMessage {
    return this.#send({ type, body: '', ...fields })
  }

  edit(text: string): void {
    if (this.#last) this.#server.edit(this.#last, text)
  }

  repeat(): void {
    if (this.#last) this.#server.again(this.#last)
  }

  /** What the bot sent to this person, whichever of the two addresses it took. */
  get received(): readonly KeptMessage[] {
    return [this.number, ...(this.lid === undefined ? [] : [this.lid])]
      .flatMap((address) => this.#server.sentTo(address))
      .toSorted((a, b) => a.t - b.t)
  }

  #send(fields: { readonly type: string; readonly body: string; readonly [more: string]: unknown }): KeptMessage {
    this.#last = this.#server.deliver({
      chat: this.writesFrom,
      t: this.#server.now(),
      ack: 1,
      ...(this.#name === undefined ? {} : { notifyName: this.#name }),
      ...fields,
    } as Parameters<WhatsAppWebServer['deliver']>[0])
    return this.#last
  }
}

const newRef = () => `2@${randomBytes(12).toString('base64')}`
