import type { Channel, Dispatch, SendOutcome } from '../channels/channel.ts'
import { HOUR } from '../lib/local-time.ts'
import { messageOf } from '../lib/problem.ts'
import type { ChannelName } from '../messages/inbound.ts'
import { findOtherAddress, sendByOtherAddress } from '../store/lanes.ts'
import { type LeasedMessage, leaseMessages, priorities, type SendResult } from '../store/outbox.ts'
import { moveChat, setReach } from '../store/people.ts'
import { addStaffItem } from '../store/staff-items.ts'
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
/** Sends under way at once; replies to different people do not wait for each other. */
const CONCURRENCY = 20
/** Telegram's Bot FAQ: about 30 messages a second in bulk. Replies are not bulk. */
const BULK_PER_SECOND = 25

export interface DeliveryCounts {
  readonly sent: number
  readonly again: number
  readonly refused: number
}

/**
 * The one way out: leases what is due, sends, and writes what became of it together with the next lease. Replies leave
 * before reminders before digests; a channel that asked us to slow down rests as a whole.
 */
export class Delivery {
  readonly #services: Services
  readonly #only: ChannelName | undefined
  /** Until when a channel rests, ms. */
  readonly #rests = new Map<ChannelName, number>()
  #results: SendResult[] = []
  #bulkFrom = 0
  #bulkSent = 0

  /** `only`: what leaves by this channel; a slow one (a browser) then holds up nobody else. Else all of them. */
  constructor(services: Services, only?: ChannelName) {
    this.#services = services
    this.#only = only
  }

  /** One round: returns what became of the messages it leased; all zero when nothing was due. */
  async deliver(): Promise<DeliveryCounts> {
    const { db, clock, channels } = this.#services
    const now = clock.now()
    const ready = [...channels.values()]
      .filter((c) => this.#only === undefined || c.name === this.#only)
      .filter((c) => (this.#rests.get(c.name) ?? 0) <= now && c.state().state !== 'stopped')
      .map((c) => c.name)
    const results = this.#results
    const leased = await leaseMessages(db, {
      now,
      leaseMs: Math.max(...ready.map((c) => sendTimeoutMs[c]), 0) + LEASE_MARGIN_MS,
      limit: CONCURRENCY,
      channels: ready,
      maxPriority: this.#bulkRoom(now) > 0 ? priorities.digest : priorities.reply,
      results,
    })
    this.#results = []
    const counts = { sent: 0, again: 0, refused: 0 }
    await Promise.all(leased.map((message) => this.#send(message, counts)))
    return counts
  }

  /** Writes the last results without leasing anything new: before the process ends. */
  async flush(): Promise<void> {
    const { db, clock } = this.#services
    const results = this.#results
    this.#results = []
    if (results.length > 0)
      await leaseMessages(db, { now: clock.now(), leaseMs: 0, limit: 0, channels: [], maxPriority: 0, results })
  }

  /** True while results of the last round are not written yet. */
  get owesResults(): boolean {
    return this.#results.length > 0
  }

  async #send(message: LeasedMessage, counts: { sent: number; again: number; refused: number }): Promise<void> {
    const { clock, log } = this.#services
    const channel = this.#services.channels.get(message.channel)!
    if (message.priority > priorities.reply) this.#bulkSent++
    let outcome: SendOutcome
    try {
      const now = clock.now()
      outcome = await withTimeout(channel, message, now, await this.#dispatchOf(channel, message, now))
    } catch (error) {
      outcome = { kind: 'retry', at: clock.now(), reason: messageOf(error) }
    }
    this.#services.counters.sendEnded(message.channel, outcome.kind)
    const result = await this.#resultOf(message, outcome)
    this.#results.push(result)
    if (result.state === 'sent' || result.state === 'knocked') counts.sent++
    else if (result.state === 'waiting') counts.again++
    else counts.refused++
    if ((result.state === 'waiting' || result.state === 'refused') && !result.untried)
      log.info(
        { outbox: message.id, channel: message.channel, state: result.state, reason: result.error },
        'a send did not succeed',
      )
  }

  /** Outside a channel's free-form window the message goes with a template, where one is set. */
  async #dispatchOf(channel: Channel, message: LeasedMessage, now: number): Promise<Dispatch> {
    const lastInboundAt = message.lastInAt || undefined
    const dispatch = { key: message.key, ...(lastInboundAt !== undefined && { lastInboundAt }) }
    if (channel.canSendFreeForm?.(lastInboundAt, now) ?? true) return dispatch
    const template = await findTemplate(this.#services.db, message)
    return template ? { ...dispatch, template } : dispatch
  }

  async #resultOf(message: LeasedMessage, outcome: SendOutcome): Promise<SendResult> {
    const { db, clock } = this.#services
    const now = clock.now()
    const base = { id: message.id, channel: message.channel, messageRef: null, dueAt: now, error: null }
    switch (outcome.kind) {
      case 'sent':
        return { ...base, state: 'sent', messageRef: outcome.messageRef ?? null }
      // it waits for the person, whose next message sends it (`store/inbox`)
      case 'knocked':
        return { ...base, state: 'knocked', messageRef: outcome.messageRef ?? null }
      case 'retry': {
        if (outcome.wholeChannel) this.#rests.set(message.channel, outcome.at)
        if (outcome.untried)
          return { ...base, state: 'waiting', dueAt: Math.max(outcome.at, now), error: outcome.reason, untried: true }
        if (message.attempts >= MAX_ATTEMPTS) {
          await this.#tellStaff(message, `Pesan tidak terkirim setelah ${MAX_ATTEMPTS} kali dicoba.`)
          return { ...base, state: 'refused', error: outcome.reason }
        }
        return { ...base, state: 'waiting', dueAt: Math.max(outcome.at, now + backoff(message)), error: outcome.reason }
      }
      case 'refused': {
        if (outcome.movedTo !== undefined) {
          await moveChat(db, message.addressId, outcome.movedTo)
          return { ...base, state: 'waiting', error: outcome.reason }
        }
        if (outcome.unreachable) await setReach(db, message.addressId, 'blocked', outcome.staffReads)
        if (await this.#goesElsewhere(message)) return { ...base, state: 'waiting', error: outcome.reason }
        await this.#tellStaff(message, outcome.staffReads)
        return { ...base, state: 'refused', error: outcome.reason }
      }
    }
  }

  /**
   * A message that the bot started and that one address refused goes to another one of the same person, where they
   * agreed to be written to. Only a refusal moves it: after a time-out it may have arrived, and nobody gets it twice.
   */
  async #goesElsewhere(message: LeasedMessage): Promise<boolean> {
    if (message.key.startsWith('reply:')) return false
    return this.#services.db.transaction(async (sql) => {
      const other = await findOtherAddress(sql, { outboxId: message.id })
      if (other) await sendByOtherAddress(sql, message.id, other.addressId)
      return other !== undefined
    })
  }

  async #tellStaff(message: LeasedMessage, staffReads: string): Promise<void> {
    await addStaffItem(this.#services.db, {
      kind: 'refused',
      key: `refused:${message.id}`,
      laneId: message.laneId,
      details: { channel: message.channel, reads: staffReads, key: message.key },
      at: this.#services.clock.now(),
    })
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
    timer = setTimeout(() => resolve({ kind: 'retry', at: now + ms, reason: 'no answer in time' }), ms)
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
