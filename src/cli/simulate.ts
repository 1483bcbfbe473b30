import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inventPeople } from '../app/demo/cast.ts'
import { castOf } from '../app/demo/more-villages.ts'
import { QuestionReader, shippedFormsCompiled } from '../app/demo/question-reader.ts'
import { readManners } from '../app/demo/typing.ts'
import type { Doing, Villager } from '../app/demo/villager.ts'
import { type DemoCast, readDemoCast } from '../app/demo-cast.ts'
import { loadDemo } from '../app/load-demo.ts'
import { openRound } from '../app/open-round.ts'
import { setUp } from '../app/set-up.ts'
import { ManualClock } from '../lib/clock.ts'
import { instantOf, localDate } from '../lib/local-time.ts'
import { silentLogger } from '../lib/logger.ts'
import { UsageProblem } from '../lib/problem.ts'
import { SeededRandom } from '../lib/seeded-random.ts'
import type { InboundContent, InboundMessage } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { type Ledger, listGivenAnswers, readLedger } from '../store/ledger.ts'
import { listRegionsByCode, saveOfficialRegions } from '../store/regions.ts'
import { listRounds } from '../store/rounds.ts'
import { defineCommand } from './command.ts'
import { openServices } from './open-services.ts'
import type { FromService, SimulatedService, ToService } from './simulate-service.ts'

const faultNames = ['kill', 'duplicate', 'reorder', '429', '5xx', 'throw', 'block'] as const
type Fault = (typeof faultNames)[number]

const startsAt = instantOf('2025-05-06', '10:00', 'Asia/Makassar')

export const command = defineCommand({
  usage: '--villages N [--seed TEXT] [--faults kill,duplicate,reorder,429,5xx,throw,block]',
  help: `
--villages N    how many villages answer, all of them at once
--seed TEXT     other people, other replies (default: kentongan)
--faults LIST   kill: the service is killed with -9 at random moments and started again
                duplicate: messages come twice · reorder: in another order, and late
                429, 5xx: sends are refused for a moment
                throw: a step throws for one person · block: people block the bot, and come back

Works on a database of its own in a temporary folder. Exit code 1 when an answer was lost, doubled or misread.`,
  words: { min: 0, max: 0 },
  options: { villages: { type: 'string' }, seed: { type: 'string' }, faults: { type: 'string' } },
  run: async (context) => {
    const villages = Number(context.options.villages ?? Number.NaN)
    if (!Number.isInteger(villages) || villages < 1 || villages > 30_000)
      throw new UsageProblem('--villages takes a whole number from 1 to 30000.')
    const faults = faultsOf(context.options.faults)
    const seed = context.options.seed ?? 'kentongan'
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-simulation-'))
    try {
      context.note(`Setting up ${villages} villages …`)
      const outcome = await simulate(folder, { villages, seed, faults }, context.note)
      context.print(outcome, sayIt(outcome))
      const wrong = outcome.lost + outcome.doubled + outcome.misread + outcome.unanswered + outcome.unfinished
      return wrong + Object.values(outcome.broken).reduce((sum, n) => sum + n, 0) === 0 ? 0 : 1
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

function faultsOf(list: string | undefined): ReadonlySet<Fault> {
  const named = (list ?? '').split(',').map((word) => word.trim())
  const wrong = named.find((word) => word !== '' && !faultNames.includes(word as Fault))
  if (wrong !== undefined) throw new UsageProblem(`There is no fault "${wrong}": there are ${faultNames.join(', ')}.`)
  return new Set(named.filter((word) => word !== '') as Fault[])
}

type Outcome = {
  readonly villages: number
  readonly messages: number
  readonly answers: number
  readonly seconds: number
  readonly answersPerSecond: number
  readonly latencyMs: { readonly p50: number; readonly p99: number }
  readonly peakMemoryMb: number
  /** Of every stored answer, with the messages, replies and conversations that belong to it; carried ones count too. */
  readonly bytesPerAnswer: number
  readonly kills: number
  readonly repliesRepeated: number
  /** Meant and sent, and not there. */
  readonly lost: number
  /** There twice, or asked for twice. */
  readonly doubled: number
  readonly misread: number
  /** Messages without any reply, beside those parked on purpose. */
  readonly unanswered: number
  readonly unfinished: number
  readonly parked: number
  readonly broken: { readonly [what: string]: number }
}

interface Settings {
  readonly villages: number
  readonly seed: string
  readonly faults: ReadonlySet<Fault>
}

async function simulate(folder: string, settings: Settings, note: (text: string) => void): Promise<Outcome> {
  const { seed, faults } = settings
  const databaseUrl = `file:${join(folder, 'kentongan.db')}`
  const cast = castOf(readDemoCast(), settings.villages)
  const db = await openDatabase(databaseUrl)
  await prepare(db, folder, cast)
  await db.close()
  const sizeBefore = statSync(join(folder, 'kentongan.db')).size

  const random = new SeededRandom(seed)
  const people = inventPeople(cast, {
    seed,
    todayOn: localDate(startsAt, 'Asia/Makassar'),
    manners: readManners(),
    reader: new QuestionReader(shippedFormsCompiled()),
    traitsOf: () => ({ beginsAt: 1 }),
  }).filter((p) => p.person.position !== 'camat' && !p.isNew)
  const refusedPercent = (faults.has('429') ? 4 : 0) + (faults.has('5xx') ? 4 : 0)
  const service = { databaseUrl, dataDir: folder, clockOffset: startsAt - Date.now(), seed, refusedPercent }
  const crowd = new Crowd(
    people.map((p) => p.villager),
    service,
    faults,
    random,
  )
  note(`${people.length} people answer${faults.size > 0 ? ` amid ${[...faults].join(', ')}` : ''} …`)
  const seconds = await crowd.answerAll(note)

  const after = await openDatabase(databaseUrl)
  await after.all('pragma wal_checkpoint(truncate)')
  const ledger = await readLedger(after)
  const given = await listGivenAnswers(after)
  await after.close()
  const size = statSync(join(folder, 'kentongan.db')).size
  return {
    ...compare(crowd, ledger, given),
    seconds: Math.round(seconds * 10) / 10,
    ...rates(crowd, given.length, seconds),
    bytesPerAnswer: Math.round((size - sizeBefore) / Math.max(1, ledger.reports.answers)),
    villages: settings.villages,
  }
}

async function prepare(db: Database, folder: string, cast: DemoCast): Promise<void> {
  const services = openServices(
    { dataDir: folder, dataKey: undefined },
    { db, clock: new ManualClock(startsAt), log: silentLogger },
  )
  await setUp(db, { now: startsAt, backupFolder: join(folder, 'backups') })
  const kecamatan = new Map(
    (await listRegionsByCode(db, db, [...new Set(cast.villages.map((v) => v.code.slice(0, 8)))])).map((r) => [
      r.code,
      r,
    ]),
  )
  const known = new Set(
    (
      await listRegionsByCode(
        db,
        db,
        cast.villages.map((v) => v.code),
      )
    ).map((r) => r.code),
  )
  const copies = cast.villages.filter((v) => !known.has(v.code))
  await saveOfficialRegions(
    db,
    db,
    copies.map(({ code, name, kind }) => {
      const parentCode = code.slice(0, 8)
      return {
        code,
        parentCode,
        level: 'desa' as const,
        name,
        kind,
        zone: kecamatan.get(parentCode)!.zone,
        source: 'invented',
      }
    }),
  )
  await loadDemo(db, { now: startsAt, hashKey: services.hashKey, actor: 'cli', cast })
  const draft = (await listRounds(db)).find((r) => r.state === 'draft')
  if (draft) await openRound(services, draft, { now: startsAt, actor: 'cli' })
}

interface Writer {
  readonly villager: Villager
  readonly random: SeededRandom
  last: string
  /** When they last wrote, and are waiting for an answer since. */
  waitsSince: number | undefined
  /** Messages of theirs without a reply yet: people wait until all is said before they go on. */
  outstanding: number
  quietSince: number
  blocked: boolean
  encouraged: number
  typing: NodeJS.Timeout | undefined
  /** Their conversation was broken on purpose. */
  broken: boolean
}

/** Everybody at the other end, and the network between them and the service. */
class Crowd {
  readonly writers: ReadonlyMap<string, Writer>
  readonly latencies: number[] = []
  readonly said = new Set<string>()
  /** Messages that the service said it has. */
  readonly acknowledged = new Set<string>()
  kills = 0
  repeated = 0
  peakMemory = 0
  readonly #service: SimulatedService
  readonly #faults: ReadonlySet<Fault>
  readonly #random: SeededRandom
  readonly #clockOffset: number
  #child: ChildProcess | undefined
  #due: { readonly at: number; readonly message: InboundMessage }[] = []
  /** Handed over and not yet acknowledged: handed over again when the service died. */
  readonly #open = new Map<number, readonly InboundMessage[]>()
  #batch = 0
  #messages = 0
  #ready = false

  constructor(
    villagers: readonly Villager[],
    service: SimulatedService,
    faults: ReadonlySet<Fault>,
    random: SeededRandom,
  ) {
    this.#service = service
    this.#faults = faults
    this.#random = random
    this.#clockOffset = service.clockOffset
    const now = performance.now()
    this.writers = new Map(
      villagers.map((villager) => [
        villager.userId,
        {
          villager,
          random: random.fork(villager.userId),
          last: '',
          waitsSince: undefined,
          outstanding: 0,
          encouraged: 0,
          typing: undefined,
          quietSince: now,
          blocked: false,
          broken: false,
        },
      ]),
    )
  }

  /** Resolves with the seconds it took until everybody was through, or nothing went on any more. */
  async answerAll(note: (text: string) => void): Promise<number> {
    await this.#start()
    const startedAt = performance.now()
    for (const writer of this.writers.values()) this.#say(writer, { kind: 'text', text: 'mulai' })
    let killAt = startedAt + 700
    let lastNews = startedAt
    let heard = 0
    for (;;) {
      await this.#handOver()
      const now = performance.now()
      const left = [...this.writers.values()].filter((w) => !w.villager.finished && !w.broken)
      if (left.length === 0) break
      if (this.latencies.length !== heard) {
        heard = this.latencies.length
        lastNews = now
      }
      if (now - lastNews > 20_000) {
        note(`${left.length} people are stuck, the first of them at: ${left[0]!.last.slice(0, 200)}`)
        break
      }
      if (this.#faults.has('kill') && now > killAt && this.#ready) {
        await this.#kill()
        killAt = performance.now() + this.#random.int(400, 1_600)
      }
      for (const writer of left) this.#encourage(writer, now)
      await sleep(5)
    }
    const seconds = (performance.now() - startedAt) / 1_000
    while (this.#due.length > 0 || this.#open.size > 0) {
      await this.#handOver(true)
      await sleep(20)
    }
    await sleep(300)
    await this.#stop()
    return seconds
  }

  /** Who heard nothing for long writes again, as people do: a reply was refused while they had us blocked. */
  #encourage(writer: Writer, now: number): void {
    if (now - writer.quietSince < 8_000) return
    writer.quietSince = now
    // who was asked to go on this often and does not, is stuck
    if (writer.encouraged++ < 4) this.#goOn(writer)
  }

  /** Whatever is said next is an answer to this, also word for word what was said before. */
  #goOn(writer: Writer): void {
    writer.last = ''
    writer.outstanding = 0
    this.#say(writer, { kind: 'text', text: 'lanjut' })
  }

  #hear(userId: string, message: OutboundMessage, ref: string): void {
    const writer = this.writers.get(userId)
    if (!writer) return
    const words = JSON.stringify([message.text, message.choices])
    if (words === writer.last) {
      this.repeated++
      return
    }
    writer.last = words
    const now = performance.now()
    writer.quietSince = now
    if (writer.waitsSince !== undefined) this.latencies.push(now - writer.waitsSince)
    writer.waitsSince = undefined
    writer.outstanding = Math.max(0, writer.outstanding - 1)
    const act = writer.villager.hear(message, ref, Date.now() + this.#clockOffset)
    if (!act || writer.outstanding > 0) return
    writer.encouraged = 0
    const doIt = () => {
      this.#say(writer, contentOf(act.doing))
      this.#misbehave(writer)
    }
    // people type more slowly than two messages arrive, and then answer the later one
    clearTimeout(writer.typing)
    if (this.#faults.size === 0) doIt()
    else writer.typing = setTimeout(doIt, 150)
  }

  #misbehave(writer: Writer): void {
    if (this.#faults.has('throw') && !writer.broken && ![...this.writers.values()].some((w) => w.broken)) {
      writer.broken = true
      this.#tell({ kind: 'break', userId: writer.villager.userId })
    }
    if (this.#faults.has('block') && !writer.blocked && writer.random.chance(0.01)) {
      writer.blocked = true
      this.#say(writer, { kind: 'blocked' })
      this.#say(writer, { kind: 'unblocked' }, 1_000)
      // what was answered meanwhile may never have arrived; who hears something goes on from there
      setTimeout(() => {
        if (performance.now() - writer.quietSince > 1_000) this.#goOn(writer)
      }, 2_500)
    }
  }

  #say(writer: Writer, content: InboundContent, afterMs = 0): void {
    const { userId } = writer.villager
    const message: InboundMessage = {
      channel: 'simulator',
      externalId: `s${++this.#messages}`,
      userId,
      chatId: userId,
      chatKind: 'private',
      sentAt: Date.now() + this.#clockOffset,
      content,
    }
    if (content.kind === 'text' || content.kind === 'choice') {
      writer.waitsSince = performance.now() + afterMs
      writer.outstanding++
    }
    this.said.add(message.externalId)
    const late = this.#faults.has('reorder') ? this.#random.int(0, 60) : 0
    this.#due.push({ at: performance.now() + afterMs + late, message })
    if (this.#faults.has('duplicate') && this.#random.chance(0.2))
      this.#due.push({ at: performance.now() + afterMs + this.#random.int(0, 500), message })
  }

  async #handOver(all = false): Promise<void> {
    if (!this.#ready || this.#due.length === 0) return
    const now = performance.now()
    const due = this.#due.filter((d) => all || d.at <= now)
    if (due.length === 0) return
    this.#due = this.#due.filter((d) => !(all || d.at <= now))
    const messages = due.map((d) => d.message)
    for (let i = 0; i < messages.length; i += 100) {
      const part = messages.slice(i, i + 100)
      this.#open.set(++this.#batch, part)
      this.#tell({ kind: 'take', batch: this.#batch, messages: part })
    }
  }

  #tell(order: ToService): void {
    if (this.#child?.connected) this.#child.send(order)
  }

  async #start(): Promise<void> {
    const child = fork(join(import.meta.dirname, 'simulate-service.ts'), [JSON.stringify(this.#service)])
    this.#child = child
    const ready = new Promise<void>((resolve, reject) => {
      child.on('message', (news: FromService) => {
        if (news.kind === 'ready') resolve()
        else this.#take(news)
      })
      child.once('exit', (code) => reject(new Error(`the service ended with ${String(code)}`)))
    })
    await ready
    this.#ready = true
    // what the dead one did not acknowledge comes again, as from any provider
    const again = [...this.#open.values()].flat()
    this.#open.clear()
    for (const message of again) this.#due.push({ at: 0, message })
  }

  #take(news: FromService): void {
    switch (news.kind) {
      case 'sent':
        this.#hear(news.userId, news.message, news.ref)
        return
      case 'taken':
        for (const { externalId } of this.#open.get(news.batch) ?? []) this.acknowledged.add(externalId)
        this.#open.delete(news.batch)
        return
      case 'refused': {
        const messages = this.#open.get(news.batch) ?? []
        this.#open.delete(news.batch)
        for (const message of messages) this.#due.push({ at: performance.now() + 200, message })
        return
      }
      case 'memory':
        this.peakMemory = Math.max(this.peakMemory, news.rss)
        return
      case 'ready':
        return
    }
  }

  async #kill(): Promise<void> {
    const child = this.#child!
    this.#ready = false
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    this.kills++
    await this.#start()
  }

  async #stop(): Promise<void> {
    const child = this.#child!
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
}

function contentOf(doing: Doing): InboundContent {
  switch (doing.kind) {
    case 'text':
      return { kind: 'text', text: doing.text }
    case 'press':
      return { kind: 'choice', data: doing.choice.data, label: doing.choice.label, messageRef: doing.messageRef }
    case 'photo':
      // pictures are for the demo; here it is the conversation that counts
      return { kind: 'text', text: 'lewati' }
    case 'edit':
      return { kind: 'edited', text: doing.text, originalExternalId: doing.externalId }
  }
}

type Given = Awaited<ReturnType<typeof listGivenAnswers>>

function compare(crowd: Crowd, ledger: Ledger, given: Given) {
  const byWriter = Map.groupBy(given, (a) => a.userId)
  let lost = 0
  let misread = 0
  let unfinished = 0
  for (const { villager, broken } of crowd.writers.values()) {
    if (broken) continue
    if (!villager.finished) unfinished++
    const own = new Map((byWriter.get(villager.userId) ?? []).map((a) => [a.path, a.value]))
    for (const [path, meant] of villager.meant) {
      const stored = own.get(path)
      if (stored === undefined) lost += villager.finished ? 1 : 0
      else if (!isSame(stored, meant)) misread++
    }
  }
  const { inbox, broken } = ledger
  return {
    messages: crowd.said.size,
    answers: given.length,
    kills: crowd.kills,
    repliesRepeated: crowd.repeated,
    lost: lost + Math.max(0, crowd.acknowledged.size - inbox.all),
    doubled: broken.answersTwice + Math.max(0, inbox.all - crowd.said.size),
    misread,
    unanswered: inbox.waiting,
    unfinished,
    parked: inbox.parked,
    broken: { ...broken },
  }
}

/** Units are kept under their usual name: what was said in bedeng is there in petak. */
function isSame(stored: string | null, meant: unknown): boolean {
  if (stored === JSON.stringify(meant)) return true
  const value = stored === null ? null : (JSON.parse(stored) as unknown)
  return isQuantity(value) && isQuantity(meant) && value.value === meant.value
}

function isQuantity(value: unknown): value is { readonly value: number } {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value
}

function rates(crowd: Crowd, answers: number, seconds: number) {
  const latencies = crowd.latencies.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(latencies[Math.floor(latencies.length * share)] ?? 0)
  return {
    answersPerSecond: Math.round(answers / seconds),
    latencyMs: { p50: at(0.5), p99: at(0.99) },
    peakMemoryMb: Math.round(crowd.peakMemory / 1e6),
  }
}

function sayIt(o: Outcome): string {
  const broken = Object.entries(o.broken).filter(([, n]) => n > 0)
  return [
    `${o.villages} villages: ${o.messages} messages, ${o.answers} answers in ${o.seconds} s`,
    `${o.answersPerSecond} answers/s, latency p50 ${o.latencyMs.p50} ms, p99 ${o.latencyMs.p99} ms`,
    `peak memory ${o.peakMemoryMb} MB, ${o.bytesPerAnswer} bytes per answer`,
    `killed ${o.kills} times, ${o.repliesRepeated} replies came twice, ${o.parked} messages parked`,
    `lost ${o.lost}, doubled ${o.doubled}, misread ${o.misread}, unanswered ${o.unanswered}, unfinished ${o.unfinished}`,
    ...(broken.length > 0 ? [`WRONG: ${broken.map(([what, n]) => `${what} ${n}`).join(', ')}`] : []),
  ].join('\n')
}
