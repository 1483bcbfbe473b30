import { setImmediate as nextTick, setTimeout as sleep } from 'node:timers/promises'
import type { Channel, Dispatch, SendOutcome } from '../channels/channel.ts'
import { HOUR } from '../lib/local-time.ts'
import { messageOf } from '../lib/problem.ts'
import type { Signal } from '../lib/signal.ts'
import type { ChannelName } from '../messages/inbound.ts'
import type { Sql } from '../store/database.ts'
import { findOtherAddress, sendByOtherAddress } from '../store/lanes.ts'
import {
  type LeasedMessage,
  type Line,
  leaseMessages,
  priorities,
  type SendResult,
  writeResults,
} from '../store/outbox.ts'
import { moveChat, setReach } from '../store/people.ts'
import { boxOf } from '../store/sealed.ts'
import { addStaffItem } from '../store/staff-items.ts'
import { withPaper } from './paper-to-send.ts'
import { MOST_CALLS, SendWindow } from './send-window.ts'
import type { Services } from './services.ts'
import { findTemplate } from './templates.ts'

/** Cut-off of a send by channel; the lease is longer, so that no lease ends while its send may still succeed. */
const sendTimeoutMs: Readonly<Record<ChannelName, number>> = {
  telegram: 35_000,
  'whatsapp-cloud': 35_000,
  'whatsapp-web': 60_000,
  simulator: 5_000,
  terminal: 5_000,
}
const LEASE_MARGIN_MS = 15_000
const MAX_ATTEMPTS = 12
const MAX_WAIT_MS = HOUR
/** Telegram's Bot FAQ: about 30 messages a second in bulk. Replies are not bulk. */
const BULK_PER_SECOND = 25

export interface DeliveryCounts {
  readonly sent: number
  readonly again: number
  readonly refused: number
}

interface EndedCall {
  readonly message: LeasedMessage
  readonly outcome: SendOutcome
}

/**
 * The one way out: marks what leaves now as under way, calls the channel, and writes what became of it together with
 * the next marks. Replies leave before reminders before digests; a channel that asked us to slow down rests as a whole.
 */
export class Delivery {
  readonly #services: Services
  readonly #only: ChannelName | undefined
  /** Rung when a call ends. */
  readonly #bell: Signal
  readonly #windows = new Map<string, SendWindow>()
  /** Until when a channel rests, ms. */
  readonly #rests = new Map<ChannelName, number>()
  readonly #calls = new Set<Promise<void>>()
  #ended: EndedCall[] = []
  #bulkFrom = 0
  #bulkSent = 0
  #closed = false
  /** What waited while nobody was there is no sign of haste now. */
  readonly #since: number

  /**
   * `only`: what leaves by this channel; a slow one (a browser) then holds up nobody else. Else all of them. `bell`: of
   * whoever takes the steps; the end of a call is no news for the senders of other channels.
   */
  constructor(services: Services, only?: ChannelName, bell: Signal = services.bells.outbox) {
    this.#services = services
    this.#only = only
    this.#bell = bell
    this.#since = services.clock.now()
  }

  /**
   * Writes what came back, and begins what may leave now. Does not wait for the calls: each rings the bell of the outbox
   * when it ends, and those that end together are written together.
   */
  async step(): Promise<void> {
    const { db, clock, channels } = this.#services
    if (this.#calls.size > 0) await nextTick()
    const now = clock.now()
    // a call counts as on the wire until what became of it goes into the commit that marks the next: a kill in between
    // would find both of them under way
    for (const { message } of this.#ended) this.#windowOf(message).end(message.id)
    const ready = [...channels.values()].filter(
      (c) =>
        (this.#only === undefined || c.name === this.#only) &&
        (this.#rests.get(c.name) ?? 0) <= now &&
        c.state().state !== 'stopped' &&
        [true, false].some((replies) => this.#window({ channel: c.name, replies }).calls < MOST_CALLS),
    )
    if (ready.length === 0 && this.#ended.length === 0) return
    const leased = await this.#writing(now, (sql) =>
      leaseMessages(sql, db, {
        now,
        leaseMs: Math.max(...ready.map((c) => sendTimeoutMs[c.name]), 0) + LEASE_MARGIN_MS,
        channels: ready.map((c) => c.name),
        maxPriority: this.#bulkRoom(now) > 0 ? priorities.digest : priorities.reply,
        room: (line, waiting, dueAt) =>
          this.#window(line).room(waiting, now - Math.max(dueAt, this.#since), performance.now()),
      }),
    )
    for (const message of leased) {
      const call = this.#call(message).finally(() => {
        this.#calls.delete(call)
        this.#bell.ring()
      })
      this.#calls.add(call)
    }
  }

  /** One round for who wants to know: begins what may leave, waits for it, and tells what became of it. */
  async deliver(): Promise<DeliveryCounts> {
    const written = new Set(this.#ended)
    await this.step()
    await Promise.all(this.#calls)
    const counts = { sent: 0, again: 0, refused: 0 }
    for (const ended of this.#ended)
      if (!written.has(ended))
        counts[ended.outcome.kind === 'sent' ? 'sent' : ended.outcome.kind === 'retry' ? 'again' : 'refused']++
    return counts
  }

  /**
   * Before the process ends: waits this long for calls under way, and writes what became of them. What is not back by
   * then stays marked as under way, and the next life takes it up.
   */
  async finish(patienceMs = 5_000): Promise<void> {
    const patience = new AbortController()
    await Promise.race([
      Promise.all(this.#calls),
      sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ])
    patience.abort()
    this.#closed = this.#calls.size > 0
    if (this.#ended.length > 0) await this.#writing(this.#services.clock.now(), async () => undefined)
  }

  /** True while something is under way or what became of it is not written yet. */
  get isBusy(): boolean {
    return this.#calls.size + this.#ended.length > 0
  }

  #windowOf({ channel, priority }: LeasedMessage): SendWindow {
    return this.#window({ channel, replies: priority === priorities.reply })
  }

  #window({ channel, replies }: Line): SendWindow {
    const line = `${channel} ${replies}`
    let window = this.#windows.get(line)
    if (!window) this.#windows.set(line, (window = new SendWindow(channel)))
    return window
  }

  /** Writes what became of the calls that ended, and something more, in one commit. What is not written is kept. */
  async #writing<T>(now: number, more: (sql: Sql) => Promise<T>): Promise<T> {
    const { db, log } = this.#services
    const ended = [...this.#ended]
    const { results, made } = await db.transaction(async (sql) => {
      const results: SendResult[] = []
      for (const call of ended) results.push(await this.#resultOf(sql, call, now))
      await writeResults(sql, db, results, now)
      return { results, made: await more(sql) }
    })
    this.#ended = this.#ended.filter((call) => !ended.includes(call))
    for (const { id, channel, state, error, untried } of results)
      if (state !== 'sent' && state !== 'knocked' && !untried)
        log.info({ outbox: id, channel, state, reason: error }, 'a send did not succeed')
    return made
  }

  async #call(message: LeasedMessage): Promise<void> {
    const { clock, counters } = this.#services
    const channel = this.#services.channels.get(message.channel)!
    const replies = message.priority === priorities.reply
    if (!replies) this.#bulkSent++
    this.#windowOf(message).begin(message.id, performance.now())
    const now = clock.now()
    let outcome: SendOutcome
    let began = false
    try {
      const dispatch = await this.#dispatchOf(channel, message, now)
      began = true
      const box = boxOf(message.body)
      const body =
        box === undefined ? await withPaper(this.#services, message.body, now) : this.#services.safe?.openBody(box)
      outcome = body
        ? await withTimeout(channel, { ...message, body }, now, dispatch)
        : {
            kind: 'refused',
            reason: 'sealed with another SEALED_KEY',
            ourFault: true,
            staffReads: 'Kunci SEALED_KEY tidak cocok.',
          }
    } catch (error) {
      outcome = { kind: 'retry', at: clock.now(), reason: messageOf(error), unsure: began, untried: !began }
    }
    if (this.#closed) return
    counters.sendEnded(message.channel, outcome.kind)
    if (outcome.kind === 'retry' && outcome.wholeChannel) this.#rests.set(message.channel, outcome.at)
    this.#ended.push({ message, outcome })
  }

  /** Outside a channel's free-form window the message goes with a template, where one is set. */
  async #dispatchOf(channel: Channel, message: LeasedMessage, now: number): Promise<Dispatch> {
    const lastInboundAt = message.lastInAt || undefined
    const dispatch = { key: message.key, ...(lastInboundAt !== undefined && { lastInboundAt }) }
    if (channel.canSendFreeForm?.(lastInboundAt, now) ?? true) return dispatch
    const template = await findTemplate(this.#services.db, message)
    return template ? { ...dispatch, template } : dispatch
  }

  async #resultOf(sql: Sql, { message, outcome }: EndedCall, now: number): Promise<SendResult> {
    const base = { id: message.id, channel: message.channel, messageRef: null, dueAt: now, error: null }
    switch (outcome.kind) {
      case 'sent':
        return { ...base, state: 'sent', messageRef: outcome.messageRef ?? null }
      // it waits for the person, whose next message sends it (`store/inbox`)
      case 'knocked':
        return { ...base, state: 'knocked', messageRef: outcome.messageRef ?? null }
      case 'retry': {
        if (outcome.untried)
          return { ...base, state: 'waiting', dueAt: Math.max(outcome.at, now), error: outcome.reason, untried: true }
        if (outcome.unsure && message.priority > priorities.reply) {
          const { laneId, personId } = message
          await addStaffItem(sql, { kind: 'in_doubt', key: `in_doubt:${message.id}`, laneId, personId, at: now })
          return { ...base, state: 'in_doubt', error: outcome.reason }
        }
        if (message.attempts >= MAX_ATTEMPTS) {
          await tellStaff(sql, message, `Pesan tidak terkirim setelah ${MAX_ATTEMPTS} kali dicoba.`, now)
          return { ...base, state: 'refused', error: outcome.reason }
        }
        return { ...base, state: 'waiting', dueAt: Math.max(outcome.at, now + backoff(message)), error: outcome.reason }
      }
      case 'refused': {
        if (outcome.movedTo !== undefined) {
          await moveChat(sql, message.addressId, outcome.movedTo)
          return { ...base, state: 'waiting', error: outcome.reason }
        }
        if (outcome.unreachable) await setReach(sql, message.addressId, 'blocked', outcome.staffReads)
        if (await this.#goesElsewhere(sql, message)) return { ...base, state: 'waiting', error: outcome.reason }
        await tellStaff(sql, message, outcome.staffReads, now)
        return { ...base, state: 'refused', error: outcome.reason }
      }
    }
  }

  /**
   * A message that the bot started and that one address refused goes to another one of the same person, where they
   * agreed to be written to. Only a refusal moves it: after a time-out it may have arrived, and nobody gets it twice.
   */
  async #goesElsewhere(sql: Sql, message: LeasedMessage): Promise<boolean> {
    if (message.key.startsWith('reply:')) return false
    const other = await findOtherAddress(sql, { outboxId: message.id })
    if (other) await sendByOtherAddress(sql, message.id, other.addressId)
    return other !== undefined
  }

  /** How many reminders and digests may still leave in this second. */
  #bulkRoom(now: number): number {
    if (now - this.#bulkFrom >= 1_000 || now < this.#bulkFrom) {
      this.#bulkFrom = now
      this.#bulkSent = 0
    }
    return BULK_PER_SECOND - this.#bulkSent
  }
}

async function tellStaff(sql: Sql, message: LeasedMessage, staffReads: string, at: number): Promise<void> {
  await addStaffItem(sql, {
    kind: 'refused',
    key: `refused:${message.id}`,
    laneId: message.laneId,
    details: { channel: message.channel, reads: staffReads, key: message.key },
    at,
  })
}

/** 2ⁿ s with a little spread that hangs on the message, so that many do not come back together. */
function backoff(message: LeasedMessage): number {
  const spread = 1 + ((message.id * 7919) % 100) / 500
  return Math.min(MAX_WAIT_MS, 1_000 * 2 ** (message.attempts - 1) * spread)
}

async function withTimeout(
  channel: Channel,
  message: LeasedMessage,
  now: number,
  dispatch: Dispatch,
): Promise<SendOutcome> {
  const ms = sendTimeoutMs[channel.name]
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<SendOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'retry', at: now + ms, reason: 'no answer in time', unsure: true }), ms)
  })
  try {
    return await Promise.race([
      channel.send({ userId: message.userId, chatId: message.chatId }, message.body, now, dispatch),
      late,
    ])
  } finally {
    clearTimeout(timer)
  }
}
