import { type Position, positionFacts } from '../domain/positions.ts'
import { type Action, type Actor, can } from '../domain/rights.ts'
import { capabilities } from '../messages/capabilities.ts'
import type { InboundContent } from '../messages/inbound.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { actorSeats, findPerson, type HeldSeat, listHeldSeats, type Person } from '../store/people.ts'
import { boxOf, type SealedTalk } from '../store/sealed.ts'
import { type AnswerRow, insertAnswers, type ReplyRow, writeSessions } from '../store/turn-writes.ts'
import type { RunningSession, WaitingLane, WaitingMessage } from '../store/turns.ts'
import type { Audience } from '../wording/context.ts'
import { sapaan } from '../wording/forms-of-address.ts'
import type { Services } from './services.ts'

/** A question of ours, outside any form, that waits for one reply. */
export type Pending =
  | { readonly ask: 'report_or_complaint' }
  | { readonly ask: 'who_instead'; readonly obligationId: number }
  | { readonly ask: 'delete_my_data' }
  | { readonly ask: 'stop_sending' }
  | { readonly ask: 'language' }
  | { readonly ask: 'open_round'; readonly code: string }
  | { readonly ask: 'choose_round'; readonly codes: readonly string[] }
  | { readonly ask: 'choose_report'; readonly obligationIds: readonly number[] }
  /** Something to be read was put off: the next "sudah" is about it. */
  | { readonly ask: 'person_question'; readonly questionId: number }
  /** A conversation that the house began, whose first question is the newest thing that was said. */
  | { readonly ask: 'talk'; readonly sessionId: number }
  /** Something new is owed, and was offered right after what was handed in. */
  | { readonly ask: 'start_report'; readonly obligationId: number }
  /** An unknown number says that it is the new one of somebody. */
  | { readonly ask: 'whose_number' }
  /** A list of arguments for a command: whom to delegate to, which village or head is meant. */
  | {
      readonly ask: 'option'
      readonly command: 'wakilkan' | 'isi_untuk' | 'desa'
      readonly options: readonly PendingOption[]
    }
  | { readonly ask: 'nudge'; readonly regionCodes: readonly string[] }
  /** A phone that several persons use: what was said before the answer is taken up after it. */
  | { readonly ask: 'who'; readonly addressId: number; readonly held: InboundContent }

/** An entry of a list we showed: what it stands for, and what it says. */
export interface PendingOption {
  readonly argument: string
  readonly label: string
}

const zoneOfPeopleWithoutPlace = 'Asia/Makassar'

/**
 * One lane's messages of one turn: what is known of the writer, and what came of it so far. Nothing here is written
 * before the whole set of lanes is through, but for what goes through `sql`, which is the same transaction.
 */
export class LaneTurn {
  readonly services: Services
  readonly sql: Sql
  readonly now: number
  readonly laneId: number
  message: WaitingMessage
  session: RunningSession | undefined
  /** Sessions whose state changed, by id. */
  readonly changedSessions = new Map<number, RunningSession & { readonly remindAt: number | null }>()
  answers: AnswerRow[] = []
  #flushed = 0
  readonly replies: ReplyRow[] = []
  readonly #before: WaitingLane
  #personId: number | null
  #pending: Pending | undefined
  #person: Person | undefined
  #seats: readonly HeldSeat[] | undefined
  #repliesToThis = 0
  #confidential = false
  #apart = false
  /** Messages whose words are dropped when the turn is written. */
  readonly confided: number[] = []
  /** What is being told in confidence on this lane. */
  sealedTalk: SealedTalk | undefined

  constructor(services: Services, sql: Sql, lane: WaitingLane, now: number) {
    this.services = services
    this.sql = sql
    this.now = now
    this.laneId = lane.id
    this.message = lane.messages[0]!
    this.session = lane.session
    this.sealedTalk = lane.sealedTalk
    this.#before = lane
    this.#personId = lane.personId
    this.#pending = lane.pending === null ? undefined : (JSON.parse(lane.pending) as Pending)
  }

  begin(message: WaitingMessage): void {
    const box = boxOf(message.content)
    const content = box === undefined ? undefined : this.services.safe?.openContent(box)
    this.message = content === undefined ? message : { ...message, content }
    this.#repliesToThis = 0
    this.#confidential = false
    this.#apart = false
  }

  /**
   * The message at hand is told in confidence: its words are dropped with this turn, and every answer to it waits in a
   * box and is dropped once it was sent. Before the first reply.
   */
  confide(): void {
    if (this.#confidential) return
    this.#confidential = true
    this.confided.push(this.message.id)
  }

  /** The message at hand stands for something else that was said. */
  takeUp(content: InboundContent): void {
    this.message = { ...this.message, content }
  }

  /**
   * Queues a reply to the message at hand, on the address it came from. One message answers one message: what is said
   * in several steps becomes one text, as long as the channel can carry it.
   */
  reply(...messages: readonly OutboundMessage[]): void {
    for (const body of messages) {
      const last = this.#repliesToThis > 0 && !this.#apart ? this.replies.at(-1) : undefined
      this.#apart = false
      const joined = last && join(last.body, body, this.capabilities.maxText)
      if (last && joined) {
        this.replies[this.replies.length - 1] = { ...last, body: joined }
        continue
      }
      this.replies.push({
        key: `reply:${this.message.id}:${this.#repliesToThis++}`,
        addressId: this.message.addressId,
        laneId: this.laneId,
        body,
        ...(this.#confidential && { confidential: true as const }),
      })
    }
  }

  /** A reply that stays a message of its own: the person may want to delete it alone. */
  replyApart(message: OutboundMessage): void {
    this.#apart = true
    this.reply(message)
    this.#apart = true
  }

  get answersTaken(): number {
    return this.#flushed + this.answers.length
  }

  /**
   * Writes what earlier messages of this turn came to, inside the turn's transaction: whoever looks at the rows of this
   * lane (another session, a menu, a report taken up again) must find them as they are now.
   */
  async flush(): Promise<void> {
    if (this.changedSessions.size === 0 && this.answers.length === 0) return
    await writeSessions(this.sql, [...this.changedSessions.values()], this.now)
    await insertAnswers(this.sql, this.services.db, this.answers, this.now)
    this.#flushed += this.answers.length
    this.changedSessions.clear()
    this.answers = []
  }

  get capabilities() {
    return capabilities[this.message.channel]
  }

  /** The next message of this turn is a photo that was sent together with the one at hand. */
  get isMoreOfAlbumNext(): boolean {
    const { content } = this.message
    if (content.kind !== 'photo' || content.album === undefined) return false
    const { messages } = this.#before
    const next = messages[messages.findIndex(({ id }) => id === this.message.id) + 1]
    return next?.content.kind === 'photo' && next.content.album === content.album
  }

  // the writer

  get personId(): number | null {
    return this.#personId
  }

  /** An address of this lane is used by several persons. */
  get isShared(): boolean {
    return this.#before.shared
  }

  /** The writer is this person; null: nobody knows. */
  bind(personId: number | null): void {
    this.#personId = personId
    this.#person = undefined
    this.#seats = undefined
  }

  async person(): Promise<Person | undefined> {
    if (this.#personId === null) return undefined
    this.#person ??= await findPerson(this.sql, this.#personId)
    return this.#person
  }

  /** Called after something about the person was written. */
  forgetPerson(): void {
    this.#person = undefined
    this.#seats = undefined
  }

  async seats(): Promise<readonly HeldSeat[]> {
    if (this.#personId === null) return []
    this.#seats ??= await listHeldSeats(this.sql, this.#personId, this.now)
    return this.#seats
  }

  async actor(): Promise<Actor> {
    return { seats: actorSeats(await this.seats()) }
  }

  async may(action: Action, regionCode: string): Promise<boolean> {
    return can(await this.actor(), action, { regionCode })
  }

  /** A seat of the writer gives this right somewhere: at the place of the seat itself. */
  async maySomewhere(action: Action): Promise<boolean> {
    for (const seat of actorSeats(await this.seats()))
      if (await this.may(action, 'regionCode' in seat ? seat.regionCode : seat.bodyKabupaten)) return true
    return false
  }

  /** What touches the whole programme takes the right in every kabupaten of it. */
  async mayEverywhere(action: Action): Promise<boolean> {
    const programme = await this.services.programme.get(this.sql)
    for (const code of Object.keys(programme.kabupaten)) if (!(await this.may(action, code))) return false
    return true
  }

  /** Who is spoken to, for sentences outside any form. */
  async audience(): Promise<Audience> {
    const person = await this.person()
    const [first] = await this.seats()
    const language = person?.language ?? 'id'
    const speech = { texts: this.services.texts, language, zone: first?.zone ?? zoneOfPeopleWithoutPlace }
    return {
      ...speech,
      now: this.now,
      sapaan: person?.sapaan ?? sapaan(addressee(first?.position, person?.sex), speech),
      capabilities: this.capabilities,
    }
  }

  // the lane

  get pending(): Pending | undefined {
    return this.#pending
  }

  ask(pending: Pending | undefined): void {
    this.#pending = pending
  }

  /** Makes a session the one that replies go to; undefined: none. */
  activate(session: RunningSession | undefined): void {
    this.session = session
  }

  changed(session: RunningSession, remindAt: number | null = null): void {
    this.changedSessions.set(session.id, { ...session, remindAt })
    if (this.session?.id === session.id) this.session = session
  }

  /** The lane's row, when the turn changed it. */
  laneWrites(): { id: number; personId: number | null; activeSessionId: number | null; pending: string | null }[] {
    const after = {
      id: this.laneId,
      personId: this.#personId,
      activeSessionId: this.session?.id ?? null,
      pending: this.#pending === undefined ? null : JSON.stringify(this.#pending),
    }
    const { personId, activeSessionId, pending } = this.#before
    const same = after.personId === personId && after.activeSessionId === activeSessionId && after.pending === pending
    return same ? [] : [after]
  }
}

/** Two messages as one: the first is text alone, and both together fit. */
function join(first: OutboundMessage, second: OutboundMessage, maxText: number): OutboundMessage | undefined {
  const plain = !first.choices && !first.attachment && first.replaces === undefined && first.requests === undefined
  const fits = first.text.length + second.text.length + 2 <= maxText
  return plain && fits && second.replaces === undefined && !second.attachment
    ? { ...second, text: `${first.text}\n\n${second.text}` }
    : undefined
}

/** How a person of this position and sex is spoken to. */
export function addressee(position: Position | undefined, sex: 'l' | 'p' | null | undefined) {
  const title = sex === 'l' ? ('bapak' as const) : sex === 'p' ? ('ibu' as const) : undefined
  return { position: position ?? ('pokja_desa' as const), ...(title && { title }) }
}

/** The seat of a person from which a report of this level is written. */
export function writingSeat(
  seats: readonly HeldSeat[],
  level: 'desa' | 'kecamatan',
  regionCode: string,
): HeldSeat | undefined {
  const fit = seats.filter(
    (s) =>
      positionFacts[s.position].writes === level && can({ seats: actorSeats([s]) }, 'answer_report', { regionCode }),
  )
  // who was asked to write for a head writes the head's report, not one of their own
  return fit.find((s) => s.delegateOf !== null) ?? fit[0]
}
