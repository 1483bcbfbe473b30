import { randomUUID } from 'node:crypto'
import { type Clock, systemClock } from '../../lib/clock.ts'
import { Problem } from '../../lib/problem.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { cleanText } from '../../messages/clean-text.ts'
import type { FileRef, InboundContent, InboundMessage } from '../../messages/inbound.ts'
import type { Choice, OutboundAttachment, OutboundMessage } from '../../messages/outbound.ts'
import { render } from '../../messages/render.ts'
import type { Accept, Channel, ChannelState, Recipient, SendOutcome } from '../channel.ts'

/** One line of a simulated chat. `ref` names it: the person's lines for edits, the bot's for presses and replacement. */
type TranscriptLine =
  | { readonly by: 'person'; readonly ref: string; readonly at: number; readonly content: InboundContent }
  | {
      readonly by: 'bot'
      readonly ref: string
      readonly at: number
      readonly text: string
      readonly buttons?: readonly Choice[]
      readonly attachment?: OutboundAttachment
      readonly requests?: 'contact' | 'location'
    }

export interface SimulatorSettings {
  readonly clock?: Clock
  /** Lines kept per chat; the oldest go first. */
  readonly transcriptSize?: number
  /** Chats kept; the one that was silent longest goes first. */
  readonly maxChats?: number
  /** How a send ends instead of being shown: for rehearsing floods, blocks and dead networks. */
  readonly fault?: (to: Recipient, message: OutboundMessage, now: number) => SendOutcome | undefined
}

type SentListener = (to: Recipient, message: OutboundMessage, messageRef: string) => void

/** Files that simulated people sent, kept for fetching. */
const maxFiles = 200

/** A channel without a network: the /sim page, the demo and the load simulation talk through it. */
export class SimulatorChannel implements Channel {
  readonly name = 'simulator'
  readonly capabilities = capabilities.simulator

  readonly #settings: SimulatorSettings
  readonly #clock: Clock
  readonly #transcripts = new Map<string, TranscriptLine[]>()
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly mime: string }>()
  readonly #listeners = new Set<SentListener>()
  readonly #blocked = new Set<string>()
  #accept: Accept | undefined
  #state: ChannelState = { state: 'starting' }
  /** Sets the references of this run apart from those of earlier ones. */
  readonly #run = randomUUID().slice(0, 8)
  #counter = 0
  readonly #accepting = new Set<Promise<void>>()

  constructor(settings: SimulatorSettings = {}) {
    this.#settings = settings
    this.#clock = settings.clock ?? systemClock
  }

  async start(accept: Accept): Promise<void> {
    this.#accept = accept
    this.#state = { ...this.#state, state: 'running' }
  }

  async stop(): Promise<void> {
    this.#accept = undefined
    await Promise.allSettled(this.#accepting)
    this.#state = { ...this.#state, state: 'stopped' }
  }

  state(): ChannelState {
    return this.#state
  }

  async send(to: Recipient, message: OutboundMessage, now: number): Promise<SendOutcome> {
    const fault = this.#settings.fault?.(to, message, now)
    if (fault) return fault
    if (this.#blocked.has(to.userId)) {
      const staffReads = 'Orang ini memblokir bot di simulator.'
      return { kind: 'refused', reason: 'blocked', ourFault: false, unreachable: true, staffReads }
    }
    const parts = render(message, this.capabilities)
    if (parts.length === 0)
      return message.pressRef === undefined
        ? { kind: 'refused', reason: 'the message is empty', ourFault: true, staffReads: 'Pesan ini kosong.' }
        : { kind: 'sent' }

    const replaced = parts.length === 1 && message.attachment === undefined ? message.replaces : undefined
    let ref = ''
    for (const part of parts) {
      ref = this.#nextRef()
      const requests = message.requests && part === parts.at(-1) ? { requests: message.requests } : {}
      const line: TranscriptLine = { by: 'bot', ref, at: now, ...part, ...requests }
      if (replaced !== undefined && this.#replace(to.chatId, replaced, line)) ref = replaced
      else this.#add(to.chatId, line)
    }
    for (const listener of this.#listeners) listener(to, message, ref)
    return { kind: 'sent', messageRef: ref }
  }

  /** Files that were added with `addFile`. Throws Problem `file_gone`. */
  async openFile({ ref }: FileRef) {
    const file = this.#files.get(ref)
    if (!file) throw new Problem('file_gone', 'The simulator no longer has this file')
    return { stream: new Blob([file.bytes.slice()]).stream(), mime: file.mime }
  }

  inviteLink(code: string): string {
    return `/sim?start=${encodeURIComponent(code)}`
  }

  /**
   * Delivers messages as a platform would, whole sets at once if wished: resolves when they are committed. Throws
   * Problem `channel_stopped` before `start` and after `stop`, and what `accept` throws.
   */
  async inject(messages: InboundMessage | readonly InboundMessage[]): Promise<void> {
    if (!this.#accept) throw new Problem('channel_stopped', 'The simulator channel is not running')
    const list = [messages].flat().map(cleaned)
    // shown before it is taken in, since the answer may be quicker than we learn of the commit
    for (const { chatId, externalId, sentAt, content } of list)
      this.#add(chatId, { by: 'person', ref: externalId, at: sentAt, content })
    const accepting = this.#accept(list)
    this.#accepting.add(accepting)
    try {
      await accepting
    } catch (error) {
      for (const { chatId, externalId } of list) this.#remove(chatId, externalId)
      throw error
    } finally {
      this.#accepting.delete(accepting)
    }
    this.#state = { ...this.#state, lastReceivedAt: this.#clock.now() }
  }

  /** What this person does in their private chat; the returned message is also delivered. */
  async act(userId: string, content: InboundContent, profileName?: string): Promise<InboundMessage> {
    const message: InboundMessage = {
      channel: 'simulator',
      externalId: this.#nextRef(),
      userId,
      chatId: userId,
      chatKind: 'private',
      ...(profileName === undefined ? {} : { profileName }),
      sentAt: this.#clock.now(),
      content,
    }
    if (content.kind === 'blocked') this.#blocked.add(userId)
    if (content.kind === 'unblocked') this.#blocked.delete(userId)
    await this.inject(message)
    return message
  }

  /** Keeps the bytes of a file that a simulated person sends; the oldest are forgotten. */
  addFile(bytes: Uint8Array, mime: string, name?: string): FileRef {
    const ref = this.#nextRef()
    this.#files.set(ref, { bytes, mime })
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= maxFiles) break
      this.#files.delete(oldest)
    }
    return { ref, size: bytes.length, mime, ...(name === undefined ? {} : { name }) }
  }

  /** Called after each message that was shown. Returns how to stop listening. */
  onSent(listener: SentListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The last lines of a chat, oldest first. */
  transcript(chatId: string): readonly TranscriptLine[] {
    return this.#transcripts.get(chatId) ?? []
  }

  /** Unique for ever, also after a restart with the same database. */
  #nextRef(): string {
    this.#counter += 1
    return `${this.#run}-${this.#counter.toString(36)}`
  }

  #add(chatId: string, line: TranscriptLine): void {
    const { transcriptSize = 200, maxChats = 2000 } = this.#settings
    const lines = this.#transcripts.get(chatId) ?? []
    lines.push(line)
    if (lines.length > transcriptSize) lines.shift()
    // a Map keeps its keys in order of insertion: putting it back makes this chat the latest
    this.#transcripts.delete(chatId)
    this.#transcripts.set(chatId, lines)
    if (this.#transcripts.size > maxChats) this.#transcripts.delete(this.#transcripts.keys().next().value ?? '')
  }

  #remove(chatId: string, ref: string): void {
    const lines = this.#transcripts.get(chatId) ?? []
    const at = lines.findLastIndex((line) => line.ref === ref)
    if (at !== -1) lines.splice(at, 1)
  }

  #replace(chatId: string, ref: string, line: TranscriptLine): boolean {
    const lines = this.#transcripts.get(chatId) ?? []
    const at = lines.findIndex((earlier) => earlier.by === 'bot' && earlier.ref === ref)
    if (at === -1) return false
    lines[at] = { ...line, ref }
    return true
  }
}

/** What a browser posts is as raw as what a platform delivers. */
function cleaned(message: InboundMessage): InboundMessage {
  const content = Object.fromEntries(
    Object.entries(message.content).map(([key, value]) => [key, typeof value === 'string' ? cleanText(value) : value]),
  ) as unknown as InboundContent
  return { ...message, content }
}
