import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Doing, Villager } from '../app/demo/villager.ts'
import type { SeededRandom } from '../lib/seeded-random.ts'
import type { InboundContent, InboundMessage } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { FromService, SimulatedService, ToService } from './simulate-service.ts'

export const faultNames = ['kill', 'duplicate', 'reorder', '429', '5xx', 'throw', 'block'] as const
export type Fault = (typeof faultNames)[number]

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
export class Crowd {
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
