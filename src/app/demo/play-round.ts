import type { Channel } from '../../channels/channel.ts'
import type { ManualClock } from '../../lib/clock.ts'
import { addDays, HOUR, instantOf, localDate, localMinutes, MINUTE } from '../../lib/local-time.ts'
import type { FileRef, InboundContent, InboundMessage } from '../../messages/inbound.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { nextDueAt } from '../../store/sent-messages.ts'
import { Delivery } from '../deliver-outbox.ts'
import { fetchAttachments } from '../fetch-attachments.ts'
import type { Services } from '../services.ts'
import { takeTurn } from '../take-turns.ts'
import { Agenda } from './agenda.ts'
import { inventPhoto } from './photo.ts'
import type { Act, Doing } from './villager.ts'

/** A channel whose other end is in our hands: the simulator. */
export interface SimulatedNetwork extends Channel {
  inject(messages: readonly InboundMessage[]): Promise<void>
  addFile(bytes: Uint8Array, mime: string): FileRef
  onSent(listener: (to: { readonly userId: string }, message: OutboundMessage, ref: string) => void): () => void
}

/** Somebody at the other end: an invented village head, camat or member of staff. */
export interface Actor {
  readonly userId: string
  readonly zone: string
  /** What they do about it. `read`: nothing, and it is for nobody else at this phone either. */
  hear(message: OutboundMessage, messageRef: string, now: number): Act | 'read' | undefined
  said(doing: Doing, externalId: string): void
}

/** A line of a chat, for reading afterwards. */
export interface ChatLine {
  readonly at: number
  readonly by: 'bot' | 'person'
  readonly text: string
  readonly buttons?: readonly string[]
}

/** `round`: people and jobs are at it all day. `between`: the house asks after things once a day. */
export type Rhythm = 'round' | 'between'

interface Planned {
  readonly actor: Actor
  readonly doing: Doing
}

/** Where the team sits. */
const office = 'Asia/Makassar'
/** Between two looks at what is due, in the morning when most of it is and later; people answer in between. */
const MORNING_TICK_MS = 30 * MINUTE
const LATER_TICK_MS = 2 * HOUR
/** The one look of a day between two rounds. In both zones offices are open then. */
const quietTick = '10:30'
/** Nobody is at their phone before and after these local times. */
const wakesAt = 6 * 60
const sleepsAt = 21 * 60 + 30

/**
 * Plays days in seconds: moves the clock from one happening to the next, hands in what people write, and lets the real
 * turns, deliveries and jobs do the rest.
 */
export class Stage {
  readonly #services: Services
  readonly #clock: ManualClock
  readonly #network: SimulatedNetwork
  readonly #runJobs: (now: number) => Promise<unknown>
  readonly #delivery: Delivery
  /** By phone; where several read one, the first who has something to say to a message does. */
  #actors = new Map<string, readonly Actor[]>()
  readonly #agenda = new Agenda<Planned>()
  readonly #chats = new Map<string, ChatLine[]>()
  #messages = 0
  #photos = 0

  constructor(
    services: Services,
    parts: {
      readonly clock: ManualClock
      readonly network: SimulatedNetwork
      readonly runJobs: (now: number) => Promise<unknown>
    },
  ) {
    this.#services = services
    this.#clock = parts.clock
    this.#network = parts.network
    this.#runJobs = parts.runJobs
    this.#delivery = new Delivery(services)
    parts.network.onSent((to, message, ref) => this.#shown(to.userId, message, ref))
  }

  /** Who is at the phones from now on. What those before them were about to do is not done any more. */
  cast(actors: readonly Actor[]): void {
    this.#actors = Map.groupBy(actors, (actor) => actor.userId)
    this.#agenda.remove(() => true)
  }

  /** Until the next cast, this phone is this actor's alone. */
  takeOver(actor: Actor): void {
    this.#actors.set(actor.userId, [actor])
    this.#agenda.remove((planned) => planned.actor.userId === actor.userId)
  }

  /** Lets somebody do something by themselves, at an instant. */
  plan(actor: Actor, at: number, doing: Doing): void {
    this.#agenda.add(at, { actor, doing })
  }

  chat(userId: string): readonly ChatLine[] {
    return this.#chats.get(userId) ?? []
  }

  get messagesFromPeople(): number {
    return this.#messages
  }

  /** Everything that happens up to this instant. */
  async playUntil(until: number, rhythm: Rhythm = 'round'): Promise<void> {
    const clock = this.#clock
    while (clock.now() < until) {
      const tick = this.#nextTick(rhythm)
      const next = Math.min(tick, this.#agenda.nextAt ?? tick, until)
      // people who do something within the same minute are taken together
      clock.moveTo(next === tick ? next : Math.min(tick, Math.ceil(next / MINUTE) * MINUTE))
      await this.#letPeopleAct()
      if (clock.now() >= tick && this.#isDay(clock.now())) await this.#runJobs(clock.now())
      await this.#settle()
    }
  }

  #nextTick(rhythm: Rhythm): number {
    const now = this.#clock.now()
    if (rhythm === 'between') {
      const todayOn = localDate(now, office)
      const today = instantOf(todayOn, quietTick, office)
      return today > now ? today : instantOf(addDays(todayOn, 1), quietTick, office)
    }
    const every = this.#isMorning(now) ? MORNING_TICK_MS : LATER_TICK_MS
    return Math.floor(now / every) * every + every
  }

  #isMorning(now: number): boolean {
    const minutes = localMinutes(now, office)
    return minutes >= 7 * 60 && minutes < 11 * 60
  }

  /** No job has anything to do while the whole country sleeps. */
  #isDay(now: number): boolean {
    const minutes = localMinutes(now, office)
    return minutes >= 5 * 60 && minutes <= 22 * 60
  }

  async #letPeopleAct(): Promise<void> {
    const now = this.#clock.now()
    const messages: InboundMessage[] = []
    for (const { actor, doing } of this.#agenda.takeUntil(now)) {
      const content = await this.#contentOf(doing)
      const externalId = `demo-${++this.#messages}`
      const { userId } = actor
      messages.push({
        channel: 'simulator',
        externalId,
        userId,
        chatId: userId,
        chatKind: 'private',
        sentAt: now,
        content,
      })
      actor.said(doing, externalId)
      this.#keep(userId, { at: now, by: 'person', text: spoken(doing) })
    }
    if (messages.length > 0) await this.#network.inject(messages)
  }

  async #contentOf(doing: Doing): Promise<InboundContent> {
    switch (doing.kind) {
      case 'text':
        return { kind: 'text', text: doing.text }
      case 'press':
        return { kind: 'choice', data: doing.choice.data, label: doing.choice.label, messageRef: doing.messageRef }
      case 'edit':
        return { kind: 'edited', text: doing.text, originalExternalId: doing.externalId }
      case 'photo': {
        const file = this.#network.addFile(await inventPhoto(this.#photos++), 'image/jpeg')
        return { kind: 'photo', file, caption: doing.caption }
      }
    }
  }

  /** Turns, deliveries and files until nothing is left that could be done now. */
  async #settle(): Promise<void> {
    const { db, channels } = this.#services
    if (channels.size === 0) return
    for (;;) {
      const turn = await takeTurn(this.#services)
      const out = await this.#delivery.deliver()
      if (turn.messages + turn.failed + out.sent + out.again + out.refused > 0 || this.#delivery.isBusy) continue
      const due = await nextDueAt(db)
      if (due === undefined || due > this.#clock.now()) break
      // reminders leave at so many a second
      this.#clock.advance(1_000)
    }
    await fetchAttachments(this.#services)
  }

  #shown(userId: string, message: OutboundMessage, ref: string): void {
    const now = this.#clock.now()
    const buttons = message.choices?.map((choice) => choice.label)
    this.#keep(userId, { at: now, by: 'bot', text: message.text, ...(buttons && { buttons }) })
    for (const actor of this.#actors.get(userId) ?? []) {
      const act = actor.hear(message, ref, now)
      if (act === 'read') return
      if (!act) continue
      // people answer what they read last
      if (!act.besides) this.#agenda.remove((planned) => planned.actor.userId === userId)
      this.#agenda.add(awake(now + act.afterMs, actor.zone), { actor, doing: act.doing })
      return
    }
  }

  #keep(userId: string, line: ChatLine): void {
    const lines = this.#chats.get(userId) ?? []
    lines.push(line)
    this.#chats.set(userId, lines)
  }
}

/** The instant, or the next morning where it falls into the night. */
function awake(at: number, zone: string): number {
  const minutes = localMinutes(at, zone)
  if (minutes >= wakesAt && minutes < sleepsAt) return at
  const morning = instantOf(localDate(minutes < wakesAt ? at : at + 10 * HOUR, zone), '06:00', zone)
  // not everybody at once
  return morning + (at % (2 * HOUR))
}

function spoken(doing: Doing): string {
  switch (doing.kind) {
    case 'text':
      return doing.text
    case 'press':
      return `[${doing.choice.label}]`
    case 'photo':
      return `(foto: ${doing.caption})`
    case 'edit':
      return `(pesan tadi diubah menjadi: ${doing.text})`
  }
}
