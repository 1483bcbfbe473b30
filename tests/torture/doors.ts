// Invented villages behind four doors at once: each has a phone on one channel, and lives with the faults of a plan that
// was made beforehand from a seed.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inventPeople } from '../../src/app/demo/cast.ts'
import { inventPhoto } from '../../src/app/demo/photo.ts'
import { QuestionReader, shippedFormsCompiled } from '../../src/app/demo/question-reader.ts'
import { readManners } from '../../src/app/demo/typing.ts'
import type { Act, Doing, Villager } from '../../src/app/demo/villager.ts'
import { readDemoCast } from '../../src/app/demo-cast.ts'
import type { Services } from '../../src/app/services.ts'
import type { Channel, SendOutcome } from '../../src/channels/channel.ts'
import { WhatsAppCloudChannel } from '../../src/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { type RunningService, startService } from '../../src/cli/service.ts'
import { readConfig } from '../../src/config.ts'
import type { Clock } from '../../src/lib/clock.ts'
import { localDate } from '../../src/lib/local-time.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import { SeededRandom } from '../../src/lib/seeded-random.ts'
import type { ChannelName } from '../../src/messages/inbound.ts'
import type { OutboundMessage } from '../../src/messages/outbound.ts'
import { readAttachment } from '../../src/store/attachment-files.ts'
import { openDatabase } from '../../src/store/database.ts'
import { quickPace, telegramChannel } from '../channels/telegram-stage.ts'
import { canRun, House as WebHouse } from '../channels/whatsapp-web-stage.ts'
import { type Fault, flood } from '../support/telegram-server/faults.ts'
import { TelegramServer } from '../support/telegram-server/telegram-server.ts'
import { type Fault as CloudFault, CloudServer } from '../support/whatsapp-cloud-server/cloud-server.ts'
import type { SendFault } from '../support/whatsapp-web-server/whatsapp-web-server.ts'
import { dataKey, prepareFolder, tuesdayMorning } from './house.ts'
import { type Door, Late, type Line, lineOf, type Platforms, plainly, Simulated, type Twice } from './phone-lines.ts'

/** Days must not last for ever, and what takes its time in the world (a browser) must not look slow in the house. */
const speed = 5

/** How many of seventy have which door. Without a browser on this machine, those of the third are on Telegram too. */
const shares = {
  'whatsapp-web': canRun ? 4 : 0,
  'whatsapp-cloud': 22,
  telegram: canRun ? 24 : 28,
  simulator: 20,
} as const satisfies Record<Door, number>
/** What happens to a village when it does its n-th thing. */
export type Mishap =
  /** What they send is delivered twice, at once or some time later. */
  | 'twice'
  | 'twice, late'
  /** The next message of ours on this door meets it: a 429, a gateway's page, a dead line, an answer that is lost. */
  | 'flood'
  | 'ill'
  | 'cut'
  | 'answer lost'
  /** The browser is killed. */
  | 'dead browser'
  /** They block the bot right after they wrote, and nobody tells us. */
  | 'blocks'

export interface Phone {
  readonly door: Door
  readonly userId: string
  readonly villager: Villager
  /** External ids of everything they sent. */
  readonly said: string[]
  readonly plan: ReadonlyMap<number, Mishap>
  photos: number
  blocked: boolean
  /** Messages of ours that came a second time, word for word. */
  repeated: number
  /** What they read last. */
  heard: string
  acts: number
}

export class Doors {
  readonly telegram: TelegramServer
  readonly meta: CloudServer
  readonly web: WebHouse | undefined
  readonly phones: readonly Phone[]
  readonly service: RunningService
  readonly services: Services
  readonly clock: Clock
  readonly #lines: ReadonlyMap<Phone, Line>
  readonly folder: string
  readonly #simulated: Simulated
  readonly #late: Late
  readonly #jump: (ms: number) => void
  #photos = 0

  private constructor(parts: {
    telegram: TelegramServer
    meta: CloudServer
    web: WebHouse | undefined
    lines: ReadonlyMap<Phone, Line>
    service: RunningService
    services: Services
    clock: Clock
    folder: string
    simulated: Simulated
    late: Late
    jump: (ms: number) => void
  }) {
    this.telegram = parts.telegram
    this.meta = parts.meta
    this.web = parts.web
    this.phones = [...parts.lines.keys()]
    this.service = parts.service
    this.services = parts.services
    this.clock = parts.clock
    this.#lines = parts.lines
    this.folder = parts.folder
    this.#simulated = parts.simulated
    this.#late = parts.late
    this.#jump = parts.jump
  }

  static async open(seed: string): Promise<Doors> {
    const folder = await prepareFolder((db) => db.run(`delete from setting where key = 'demo'`))
    const databaseUrl = `file:${join(folder, 'test.db')}`
    const startedAt = performance.now()
    let ahead = 0
    const clock: Clock = { now: () => Math.floor(tuesdayMorning + ahead + (performance.now() - startedAt) * speed) }

    const telegram = await new TelegramServer().start()
    telegram.chats.now = () => Math.floor(clock.now() / 1000)
    const meta = await new CloudServer().start()
    meta.now = () => clock.now()
    const web = canRun ? await WebHouse.open() : undefined
    const late = new Late()
    const simulated = new Simulated(clock, late)

    const readFile = (hash: string) => readAttachment(folder, hash)
    const channels: Channel[] = [
      simulated.channel,
      telegramChannel(telegram, { clock, readFile }),
      new WhatsAppCloudChannel({
        token: meta.token,
        phoneNumberId: meta.phoneNumberId,
        appSecret: meta.appSecret,
        verifyToken: meta.verifyToken,
        apiRoot: meta.apiRoot,
        readFile,
        logger: silentLogger,
        clock,
        sendTimeoutMs: 1_000,
        pace: quickPace,
      }),
    ]
    const webChannel = web?.channel({ clock, readFile })
    if (webChannel) channels.push(webChannel)

    const lines = await givePhones(databaseUrl, seed, { telegram, meta, web, simulated, late })
    const config = readConfig(
      { DATABASE_URL: databaseUrl, DATA_DIR: folder, DATA_KEY: dataKey.toString('hex'), PORT: '0' },
      { terminal: false },
    )
    const service = await startService(config, { log: silentLogger, clock, channels })
    await meta.webhooks.subscribe(`${service.address}/hooks/whatsapp`)
    if (web && webChannel) await web.ready(webChannel)
    const services = openServices(config, { db: service.db, clock, log: silentLogger, channels })
    const jump = (ms: number) => {
      ahead += ms
    }
    return new Doors({ telegram, meta, web, lines, service, services, clock, folder, simulated, late, jump })
  }

  async close(): Promise<void> {
    await this.service.stop()
    await this.web?.close()
    await this.meta.stop()
    await this.telegram.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The sun goes on by so many milliseconds, for the house and for the platforms. */
  pass(ms: number): void {
    this.#jump(ms)
  }

  of(door: Door): readonly Phone[] {
    return this.phones.filter((phone) => phone.door === door)
  }

  /** People read and answer until nobody has anything to say, and nothing is under way, for several looks. */
  async untilQuiet(): Promise<void> {
    const acting = new Set<Promise<void>>()
    const intentions = new Map<Phone, number>()
    for (let quietLooks = 0; quietLooks < 10; quietLooks++) {
      for (const phone of this.phones)
        for (const message of this.#lines.get(phone)!.news()) {
          quietLooks = 0
          const act = this.#hear(phone, message)
          if (!act) continue
          // who is shown something new before they have answered answers that
          const intention = (intentions.get(phone) ?? 0) + 1
          intentions.set(phone, intention)
          const doIt = sleep(5).then(async () => {
            if (intentions.get(phone) === intention) await this.#act(phone, plainly(message) ?? act.doing)
          })
          acting.add(doIt)
          void doIt.finally(() => acting.delete(doIt))
        }
      if (acting.size > 0 || (await this.#isBusy())) quietLooks = 0
      await sleep(40)
    }
  }

  #hear(phone: Phone, message: OutboundMessage): Act | undefined {
    const words = JSON.stringify([message.text, message.choices])
    if (phone.heard === words) {
      phone.repeated++
      return undefined
    }
    phone.heard = words
    return phone.villager.hear(message, '', this.clock.now())
  }

  async #isBusy(): Promise<boolean> {
    if (this.meta.webhooks.waiting > 0 || this.telegram.updates.pending.length > 0 || !this.#late.isDone) return true
    const [row] = await this.service.db.all<{ waiting: number; came: number }>(
      `select (select count(*) from inbox where state = 'waiting') + (select count(*) from attachment where state = 'waiting')
         + (select count(*) from outbox where state in ('waiting', 'sending')) as waiting,
         (select count(*) from inbox where external_id not like 's:%') as came`,
    )
    return row!.waiting > 0 || row!.came < this.phones.reduce((n, p) => n + p.said.length, 0)
  }

  async #act(phone: Phone, doing: Doing): Promise<void> {
    if (phone.blocked) return
    const line = this.#lines.get(phone)!
    const mishap = phone.plan.get(++phone.acts)
    if (mishap !== undefined && !mishap.startsWith('twice') && mishap !== 'blocks') this.#befall(phone.door, mishap)
    const twice: Twice = mishap === 'twice' ? 'at once' : mishap === 'twice, late' ? 'later' : undefined
    if (doing.kind === 'text') phone.said.push(line.say(doing.text, twice))
    if (doing.kind === 'press') phone.said.push(line.press(doing.choice, twice))
    if (doing.kind === 'photo') {
      phone.photos++
      phone.said.push(line.photo(await inventPhoto(this.#photos++), doing.caption, twice))
    }
    if (mishap === 'blocks') {
      phone.blocked = true
      line.block()
    }
  }

  #befall(door: Door, mishap: Mishap): void {
    switch (door) {
      case 'simulator':
        this.#simulated.faults.push(simulatorFaults[mishap]!)
        break
      case 'telegram':
        this.telegram.faults.next('sendMessage', telegramFaults[mishap]!)
        break
      case 'whatsapp-cloud':
        this.meta.fail(cloudFaults[mishap]!)
        break
      case 'whatsapp-web':
        if (mishap === 'dead browser') this.web!.killBrowser()
        else this.web!.server.failNext(webFaults[mishap] ?? 'refused')
    }
  }
}

/** What each door can do to a message of ours. */
const telegramFaults: Partial<Record<Mishap, Fault>> = {
  flood: flood(3),
  ill: { kind: 'gateway', status: 502 },
  cut: { kind: 'cut', when: 'before' },
  'answer lost': { kind: 'cut', when: 'after' },
}
const cloudFaults: Partial<Record<Mishap, CloudFault>> = {
  flood: { kind: 'error', status: 429, code: 130429, message: '(#130429) Rate limit hit' },
  ill: { kind: 'gateway', status: 503 },
  cut: { kind: 'error', status: 500, code: 131000, message: 'Something went wrong' },
  'answer lost': { kind: 'cut' },
}
const webFaults: Partial<Record<Mishap, SendFault>> = { cut: 'lost on the way', 'answer lost': 'answer lost' }
const simulatorFaults: Partial<Record<Mishap, (now: number) => SendOutcome>> = {
  flood: (now) => ({ kind: 'retry', at: now + 3_000, reason: 'Too Many Requests', wholeChannel: true }),
  ill: (now) => ({ kind: 'retry', at: now + 1_000, reason: 'Bad Gateway' }),
  cut: (now) => ({ kind: 'retry', at: now + 1_000, reason: 'network failure' }),
  'answer lost': (now) => ({ kind: 'retry', at: now + 1_000, reason: 'no answer in time', unsure: true }),
}

/** The heads of the cast move from the simulator to their doors, each with a plan of what will befall them. */
async function givePhones(databaseUrl: string, seed: string, platforms: Platforms): Promise<ReadonlyMap<Phone, Line>> {
  const doors = (Object.keys(shares) as Door[]).flatMap((door) => Array.from({ length: shares[door] }, () => door))
  let invented = 0
  const people = inventPeople(readDemoCast(), {
    seed,
    todayOn: localDate(tuesdayMorning, 'Asia/Makassar'),
    manners: readManners(),
    reader: new QuestionReader(shippedFormsCompiled()),
    // one in four stops in the middle until they are reminded
    traitsOf: (_, random) => ({ beginsAt: 1, ...(invented++ % 4 === 0 && { stopsAfter: random.int(2, 6) }) }),
  }).filter((p) => p.person.position !== 'camat' && !p.isNew)
  const db = await openDatabase(databaseUrl)
  const lines = new Map<Phone, Line>()
  for (const [i, door] of doors.entries()) {
    const { villager } = people[i]!
    const line = lineOf(door, i, villager.userId, platforms)
    if (door !== 'simulator')
      await db.run(
        `update address set channel = $2, user_id = $3, chat_id = $4 where user_id = $1`,
        villager.userId,
        door satisfies ChannelName,
        line.userId,
        line.chatId,
      )
    // nobody has ever written: the window of Meta is closed until they do
    await db.run('update address set last_in_at = 0 where user_id = $1', line.userId)
    const isFirst = doors.indexOf(door) === i
    const plan = planOf(new SeededRandom(`${seed} ${i}`), door, isFirst)
    lines.set(
      {
        door,
        userId: line.userId,
        villager,
        said: [],
        plan,
        photos: 0,
        blocked: false,
        repeated: 0,
        heard: '',
        acts: 0,
      },
      line,
    )
  }
  await db.close()
  return lines
}

/** One in ten things that people do meets something. The first village of a door has what must not be left to chance. */
function planOf(random: SeededRandom, door: Door, isFirst: boolean): ReadonlyMap<number, Mishap> {
  const kinds: readonly Mishap[] = ['twice', 'twice, late', 'flood', 'ill', 'cut', 'answer lost']
  const plan = new Map<number, Mishap>()
  for (let n = 2; n < 60; n++) if (random.chance(0.1)) plan.set(n, random.pick(kinds))
  if (isFirst && door === 'whatsapp-web') plan.set(5, 'dead browser')
  if (isFirst && door !== 'whatsapp-web') plan.set(4, 'blocks')
  return plan
}
