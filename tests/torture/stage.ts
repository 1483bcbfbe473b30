// A round of invented villages on the strict Telegram stand-in, with the service in a process of its own: what it
// acknowledged and what it sent is known outside of it, whatever happens to it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Message } from 'grammy/types'
import { inventPeople } from '../../src/app/demo/cast.ts'
import { QuestionReader, shippedFormsCompiled } from '../../src/app/demo/question-reader.ts'
import { readManners } from '../../src/app/demo/typing.ts'
import type { Villager } from '../../src/app/demo/villager.ts'
import { readDemoCast } from '../../src/app/demo-cast.ts'
import { localDate } from '../../src/lib/local-time.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import type { TestUser } from '../support/telegram-server/user.ts'
import { dataKey, prepareFolder, tuesdayMorning } from './house.ts'

/** Who was never invited writes by themselves after so long. */
const BEGINS_AFTER_MS = 20_000

/**
 * Who is in a conversation writes again when nothing has come for so long, though the service is there and nobody else was
 * answered either. On a slow machine seventy people stand in line for longer than one of them would wait, and who then
 * writes again in between answers one question twice. Less than `untilFinished` waits.
 */
const PATIENCE_MS = 40_000

export interface Phone {
  readonly villager: Villager
  readonly user: TestUser
  /** External ids of everything this person sent. */
  readonly said: string[]
  /** Messages of ours that came a second time, word for word and button for button. */
  repeated: number
  /** Invitations and reminders that arrived, by their first line. */
  readonly invitations: string[]
  /** How often they heard nothing for long after they had written, and wrote again. */
  leftWaiting: number
  seen: number
  /** Counts what they were about to do. */
  intention: number
  last: string
  quietSince: number
}

export interface Stage {
  readonly server: TelegramServer
  readonly phones: readonly Phone[]
  readonly file: string
  readonly service: ServiceProcess
  /** What the service is told: for a second one. */
  readonly environment: Readonly<Record<string, string>>
  /** People read and answer until told to stop. */
  live(thinkMs: readonly [number, number]): { stop(): Promise<void> }
  read<T>(work: (db: Database) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Waits until everybody is through, or nobody has come further for a while: a slow machine is no fault. */
export async function untilFinished({ phones, server }: Stage): Promise<void> {
  const left = () => phones.filter((p) => !p.villager.finished)
  const answered = () =>
    left().reduce((n, p) => n + p.said.length - p.leftWaiting, server.calls('sendMessage').length / 1e6)
  let seen = ''
  let at = Date.now()
  while (left().length > 0 && Date.now() - at < 50_000) {
    const now = `${left().length} ${Math.floor(answered())}`
    if (now !== seen) at = Date.now()
    seen = now
    await sleep(100)
  }
}

export async function openStage(
  villages: number,
  options: {
    /** Settings beside the usual ones. */
    readonly environment?: Readonly<Record<string, string>>
    /** Where the database is to lie, instead of the temporary folder. */
    readonly folder?: string
    /** No file may grow beyond so many KiB, until `liftFileLimit`. */
    readonly fileLimitKiB?: (databaseKiB: number) => number
  } = {},
): Promise<Stage> {
  // from here on they are people like any others, on Telegram
  const prepared = await prepareFolder((db) => db.run(`delete from setting where key = 'demo'`))
  const folder = options.folder ?? prepared
  if (options.folder !== undefined) {
    for (const name of readdirSync(prepared))
      if (name.endsWith('.db')) copyFileSync(join(prepared, name), join(folder, name))
    rmSync(prepared, { recursive: true, force: true })
  }
  const file = join(folder, 'test.db')
  const offset = tuesdayMorning - Date.now()
  const server = await new TelegramServer().start()
  server.chats.now = () => Math.floor((Date.now() + offset) / 1_000)
  const phones = await givePhones(server, file, villages)
  const environment = {
    DATABASE_URL: `file:${file}`,
    DATA_DIR: folder,
    DATA_KEY: dataKey.toString('hex'),
    PORT: '0',
    LOG_LEVEL: 'error',
    LOG_FORMAT: 'json',
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.apiRoot,
    ...options.environment,
  }
  const limit = options.fileLimitKiB?.(Math.ceil(statSync(file).size / 1024))
  const service = new ServiceProcess(offset, environment, limit)
  return {
    server,
    phones,
    file,
    service,
    environment,
    live: (thinkMs) => live(server, service, phones, offset, thinkMs),
    read: async (work) => {
      const db = await openDatabase(`file:${file}`)
      try {
        return await work(db)
      } finally {
        await db.close()
      }
    },
    close: async () => {
      await service.kill()
      await server.stop()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The first heads of the cast move from the simulator to Telegram. */
async function givePhones(server: TelegramServer, file: string, villages: number): Promise<readonly Phone[]> {
  const people = inventPeople(readDemoCast(), {
    seed: 'torture',
    todayOn: localDate(tuesdayMorning, 'Asia/Makassar'),
    manners: readManners(),
    reader: new QuestionReader(shippedFormsCompiled()),
    traitsOf: () => ({ beginsAt: 1 }),
  }).filter((p) => p.person.position !== 'camat' && !p.isNew)
  const db = await openDatabase(`file:${file}`)
  const phones: Phone[] = []
  for (const { villager } of people.slice(0, villages)) {
    const user = server.user('Warga')
    server.chats.open({ id: user.chatId, type: 'private', first_name: 'Warga' })
    await db.run(
      `update address set channel = 'telegram', user_id = $2, chat_id = $2 where user_id = $1`,
      villager.userId,
      String(user.chatId),
    )
    phones.push({
      villager,
      user,
      said: [],
      repeated: 0,
      invitations: [],
      leftWaiting: 0,
      seen: 0,
      intention: 0,
      last: '',
      quietSince: Date.now(),
    })
  }
  await db.close()
  return phones
}

function live(
  server: TelegramServer,
  service: ServiceProcess,
  phones: readonly Phone[],
  offset: number,
  [least, most]: readonly [number, number],
) {
  let stopping = false
  let shownAt = Date.now()
  const acting = new Set<Promise<void>>()

  function hear(phone: Phone, message: Message): void {
    const heard = heardAs(message)
    const words = JSON.stringify(heard)
    if (words === phone.last) {
      phone.repeated++
      return
    }
    phone.last = words
    phone.quietSince = Date.now()
    const isInvitation = heard.choices?.some((c) => /^i/.test(c.data)) === true
    if (isInvitation) phone.invitations.push(heard.text)
    const act = phone.villager.hear(heard, String(message.message_id), Date.now() + offset)
    if (!act) return
    const { doing } = act
    const wait = least + Math.random() * (most - least)
    // who is shown something new before they have answered answers that
    const intention = act.besides ? phone.intention : ++phone.intention
    const doIt = sleep(wait).then(() => {
      if (stopping || phone.intention !== intention) return
      if (doing.kind === 'text') say(phone, doing.text)
      if (doing.kind === 'press') phone.said.push(`c:${phone.user.press(doing.choice.data)!.id}`)
      if (doing.kind === 'photo') say(phone, 'lewati')
    })
    acting.add(doIt)
    void doIt.finally(() => acting.delete(doIt))
  }

  async function run(): Promise<void> {
    while (!stopping) {
      for (const phone of phones) {
        const news = phone.user.fromBot.filter((m) => m.message_id > phone.seen)
        for (const message of news) {
          phone.seen = message.message_id
          shownAt = Date.now()
          hear(phone, message)
        }
        // an invitation in doubt is not sent again: who hears nothing begins by themselves
        const [quietSince, patience] =
          phone.said.length === 0
            ? [phone.quietSince, BEGINS_AFTER_MS]
            : [Math.max(phone.quietSince, shownAt, service.servesSince), PATIENCE_MS]
        if (!phone.villager.finished && Date.now() - quietSince > patience) {
          phone.quietSince = Date.now()
          phone.intention++
          if (phone.said.length > 0) phone.leftWaiting++
          say(phone, 'lanjut')
        }
      }
      await Promise.race([server.nextChange(), sleep(200)])
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping = true
      await running
      await Promise.all(acting)
    },
  }
}

function say(phone: Phone, text: string): void {
  const message = phone.user.say(text)
  phone.said.push(`m:${phone.user.chatId}:${message.message_id}`)
}

function heardAs(message: Message): OutboundMessage {
  const keys = message.reply_markup?.inline_keyboard.flat() ?? []
  const choices = keys.flatMap((k) => ('callback_data' in k ? [{ label: k.text, data: k.callback_data }] : []))
  return { text: message.text ?? message.caption ?? '', ...(choices.length > 0 && { choices }) }
}

/** Milliseconds that a process's main thread stood in line for a core, where Linux counts them (proc(5), schedstat). */
function waitedForCore(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

export class ServiceProcess {
  readonly #offset: number
  readonly #environment: Readonly<Record<string, string>>
  readonly #fileLimitKiB: number | undefined
  #child: ChildProcess | undefined
  #errors = ''
  #servesSince = Number.POSITIVE_INFINITY

  constructor(offset: number, environment: Readonly<Record<string, string>>, fileLimitKiB?: number) {
    this.#offset = offset
    this.#environment = environment
    this.#fileLimitKiB = fileLimitKiB
  }

  /**
   * Resolves when it serves, with the milliseconds that took, less those in which it was ready to run and others had the
   * cores: seventy phones and other tests run beside it. Rejects with what it said when it does not. */
  async start(): Promise<number> {
    const startedAt = performance.now()
    const program = [process.execPath, join(import.meta.dirname, 'service-child.ts'), String(this.#offset)]
    // `ulimit -f` counts in blocks of 512 bytes; the soft limit can be lifted again from outside
    const limited = ['/bin/sh', '-c', `ulimit -S -f ${(this.#fileLimitKiB ?? 0) * 2}; exec "$0" "$@"`, ...program]
    const [command, ...rest] = this.#fileLimitKiB === undefined ? program : limited
    const child = spawn(command!, rest, {
      env: { PATH: process.env.PATH, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child = child
    this.#errors = ''
    child.stderr?.on('data', (data: Buffer) => {
      this.#errors += data.toString()
    })
    const ready = once(child.stdout!, 'data')
    const gone = once(child, 'exit').then(([code]) => {
      throw new Error(`the service ended with ${String(code)}: ${this.#errors}`)
    })
    gone.catch(() => undefined)
    await Promise.race([ready, gone])
    this.#servesSince = Date.now()
    return performance.now() - startedAt - waitedForCore(child.pid!)
  }

  /** What it wrote to standard error since its start. */
  get errors(): string {
    return this.#errors
  }

  /** When it was ready, or never while it is not there. */
  get servesSince(): number {
    return this.#servesSince
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Ends it as a power cut of the process would. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    this.#servesSince = Number.POSITIVE_INFINITY
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** Asks it to stop; returns its exit code and the milliseconds it took. */
  async stop(): Promise<{ readonly code: number | null; readonly ms: number }> {
    const child = this.#child!
    const askedAt = performance.now()
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const [code] = (await gone) as [number | null]
    this.#child = undefined
    return { code, ms: performance.now() - askedAt }
  }
}
