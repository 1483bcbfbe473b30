import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import type { BotCommand, Message, User } from 'grammy/types'
import { ApiError, badRequest } from './api-error.ts'
import { bot, Chats, mainToken } from './chats.ts'
import { type Fault, Faults } from './faults.ts'
import { methods, type ServerState } from './methods.ts'
import { Params, readParams, type UploadedFile } from './params.ts'
import { UpdateQueue } from './update-queue.ts'
import { TestGroup, TestUser, type World } from './user.ts'
import type { WebhookDelivery } from './webhook-delivery.ts'

/** One call of the bot, as it arrived. */
interface LedgerEntry {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly files: ReadonlyMap<string, UploadedFile>
  /** 200, Telegram's error code, or 0 when no answer was given. */
  readonly status: number
}

interface TelegramServerOptions {
  readonly token?: string
  /** Multiplies the waits between webhook retries; 1 is Telegram's own pace. */
  readonly timeScale?: number
  /** To come back under the same address after an outage. */
  readonly port?: number
}

/**
 * A strict stand-in for Telegram's Bot API on loopback: offsets that really confirm, limits that really refuse, errors
 * in Telegram's words, faults on demand, and people who write, press, edit and block. Behaviour follows the Bot API
 * documentation and, where that is silent, tdlib/telegram-bot-api as described by KnightNiwrem/grammy-testing.
 */
export class TelegramServer implements ServerState, World {
  readonly token: string
  readonly chats = new Chats()
  readonly updates = new UpdateQueue()
  readonly faults = new Faults()
  readonly ledger: LedgerEntry[] = []
  readonly commands = new Map<string, readonly BotCommand[]>()
  readonly timeScale: number
  /** The way back: what a send did is there, and the bot hears of it this much later. */
  wayBackMs = 0
  webhook: WebhookDelivery | undefined
  /** The token was withdrawn at @BotFather. */
  revoked = false

  readonly #http: Server
  #port: number
  readonly #waiters = new Set<() => void>()
  #nextUserId = 5_000_001
  #nextGroupId = -4001

  constructor(options: TelegramServerOptions = {}) {
    this.token = options.token ?? mainToken
    this.timeScale = options.timeScale ?? 1
    this.#port = options.port ?? 0
    this.#http = createServer((request, response) => void this.#serve(request, response))
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get bot(): User {
    return bot
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject)
      this.#http.listen(this.#port, '127.0.0.1', resolve)
    })
    this.#port = (this.#http.address() as AddressInfo).port
    return this
  }

  /** Goes away in the middle of everything; chats and waiting updates stay, `start` brings it back. */
  async stop(): Promise<void> {
    this.webhook?.stop()
    this.updates.forgetWaiting()
    if (!this.#http.listening) return
    const closed = new Promise((resolve) => this.#http.close(resolve))
    this.#http.closeAllConnections()
    await closed
  }

  user(firstName: string, more: Partial<User> = {}): TestUser {
    const id = more.id ?? this.#nextUserId++
    return new TestUser(this, { is_bot: false, first_name: firstName, language_code: 'id', ...more, id })
  }

  group(title: string): TestGroup {
    return new TestGroup(this, this.#nextGroupId--, title)
  }

  /** The same event under a new update id, as after a delivery that Telegram believes failed. */
  repeatUpdate(updateId = this.updates.nextId - 1): void {
    const update = this.updates.pending.find((pending) => pending.update_id === updateId)
    if (!update) throw new Error(`update ${updateId} is no longer waiting`)
    const { update_id: _, ...event } = structuredClone(update)
    this.updates.push(event)
  }

  /** The calls of one method, oldest first. */
  calls(method: string): readonly LedgerEntry[] {
    return this.ledger.filter((entry) => entry.method.toLowerCase() === method.toLowerCase())
  }

  readonly changed = (_message: Message): void => {
    for (const waiter of this.#waiters) waiter()
    this.#waiters.clear()
  }

  readonly nextChange = (): Promise<void> => new Promise((resolve) => this.#waiters.add(resolve))

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.apiRoot)
    const [, kind = '', token = '', rest = ''] = /^\/(bot|file\/bot)([^/]+)\/(.+)$/.exec(url.pathname) ?? []
    if (kind === '') return reply(response, new ApiError(404, 'Not Found'))
    if (decodeURIComponent(token) !== this.token || this.revoked)
      return reply(response, new ApiError(401, 'Unauthorized'))
    if (kind === 'file/bot') return await this.#serveFile(decodeURIComponent(rest), response)

    let params = new Params({})
    let status = 0
    const fault = this.faults.isDisabled(rest) ? undefined : this.faults.take(rest)
    try {
      params = await readParams(request, url.searchParams)
      if (isLost(fault, 'before')) {
        if (fault?.kind === 'cut') request.socket.destroy()
        return
      }
      if (fault?.kind === 'gateway') {
        status = fault.status
        response.writeHead(status, { 'content-type': 'text/html' }).end('<html><h1>Bad Gateway</h1></html>')
        return
      }
      if (fault?.kind === 'error') throw new ApiError(fault.code, fault.description, fault.parameters)
      const result = await this.#call(rest, params, response)
      if (isLost(fault, 'after')) return void request.socket.destroy()
      if (this.wayBackMs > 0 && /^send/i.test(rest)) await new Promise((resolve) => setTimeout(resolve, this.wayBackMs))
      status = 200
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }))
    } catch (error) {
      const refusal = error instanceof ApiError ? error : new ApiError(500, 'Internal Server Error')
      status = refusal.code
      reply(response, refusal)
    } finally {
      this.ledger.push({ method: rest, params: params.values, files: params.files, status })
    }
  }

  async #call(name: string, params: Params, response: ServerResponse): Promise<unknown> {
    const method = methods[name.toLowerCase()]
    if (!method || this.faults.isDisabled(name)) throw new ApiError(404, 'Not Found')
    const stranger = Object.keys(params.values).find((key) => !method.takes.includes(key))
    if (stranger !== undefined) throw badRequest(`${name} has no parameter "${stranger}"`)
    // a poller that hangs up waits no more
    if (name.toLowerCase() === 'getupdates')
      response.once('close', () => response.writableFinished || this.updates.forgetWaiting())
    return await method.run(params, this)
  }

  async #serveFile(path: string, response: ServerResponse): Promise<void> {
    const file = [...this.chats.files.values()].find((stored) => stored.path === path)
    const fault = this.faults.take('file')
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'cut') return void response.socket?.destroy()
    if (!file || fault)
      return reply(response, new ApiError(fault?.kind === 'gateway' ? fault.status : 404, 'Not Found'))
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    if (file.content instanceof Uint8Array) return void response.end(file.content)
    // a reader that hangs up ends it
    await pipeline(file.content, response).catch(() => undefined)
  }
}

const isLost = (fault: Fault | undefined, when: 'before' | 'after') =>
  (fault?.kind === 'hang' && when === 'before') || (fault?.kind === 'cut' && fault.when === when)

function reply(response: ServerResponse, { code, message, parameters }: ApiError): void {
  const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) }
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
