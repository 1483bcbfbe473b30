// A round of invented villages on the strict Telegram stand-in, with the service in a process of its own: what it
// acknowledged and what it sent is known outside of it, whatever happens to it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
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

export async function openStage(villages: number): Promise<Stage> {
  // from here on they are people like any others, on Telegram
  const folder = await prepareFolder((db) => db.run(`delete from setting where key = 'demo'`))
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
  }
  const service = new ServiceProcess(offset, environment)
  return {
    server,
    phones,
    file,
    service,
    environment,
    live: (thinkMs) => live(server, phones, offset, thinkMs),
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
      rmSync(folder, { recursive: true, force: true })
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
      last: '',
      quietSince: Date.now(),
    })
  }
  await db.close()
  return phones
}

function live(
  server: TelegramServer,
  phones: readonly Phone[],
  offset: number,
  [least, most]: readonly [number, number],
) {
  let stopping = false
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
    const doIt = sleep(wait).then(() => {
      if (stopping) return
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
          hear(phone, message)
        }
        // an invitation in doubt is not sent again: who hears nothing begins by themselves
        if (!phone.villager.finished && Date.now() - phone.quietSince > 8_000) {
          phone.quietSince = Date.now()
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

export class ServiceProcess {
  readonly #offset: number
  readonly #environment: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #errors = ''

  constructor(offset: number, environment: Readonly<Record<string, string>>) {
    this.#offset = offset
    this.#environment = environment
  }

  /** Resolves when it serves, with the milliseconds that took. Rejects with what it said when it does not. */
  async start(): Promise<number> {
    const startedAt = performance.now()
    const child = spawn(process.execPath, [join(import.meta.dirname, 'service-child.ts'), String(this.#offset)], {
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
    return performance.now() - startedAt
  }

  /** What it wrote to standard error since its start. */
  get errors(): string {
    return this.#errors
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Ends it as a power cut of the process would. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
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
