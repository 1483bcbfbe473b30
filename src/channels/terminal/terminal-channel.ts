import { createInterface, type Interface } from 'node:readline'
import { type Clock, systemClock } from '../../lib/clock.ts'
import { Problem } from '../../lib/problem.ts'
import { capabilities } from '../../messages/capabilities.ts'
import { cleanText } from '../../messages/clean-text.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { render } from '../../messages/render.ts'
import type { Accept, Channel, ChannelState, Recipient, SendOutcome } from '../channel.ts'

interface TerminalSettings {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly clock?: Clock
  /** Who sits at the terminal. */
  readonly userId?: string
  readonly profileName?: string
  /** Sets the ids of this sitting apart from those of earlier ones in the same database. */
  readonly sitting: string
}

/** A chat at the keyboard: a line is a message, choices are numbered. For `npm run chat`. */
export class TerminalChannel implements Channel {
  readonly name = 'terminal'
  readonly capabilities = capabilities.terminal

  readonly #settings: TerminalSettings
  readonly #clock: Clock
  #lines: Interface | undefined
  #reading: Promise<void> = Promise.resolve()
  #state: ChannelState = { state: 'starting' }
  #counter = 0

  constructor(settings: TerminalSettings) {
    this.#settings = settings
    this.#clock = settings.clock ?? systemClock
  }

  async start(accept: Accept): Promise<void> {
    const lines = createInterface({ input: this.#settings.input })
    this.#lines = lines
    this.#state = { state: 'running' }
    lines.on('line', (line) => {
      // one after the other, as they were typed
      this.#reading = this.#reading.then(() => this.#take(line, accept))
    })
    // the end of the input (Ctrl-D) is the end of the chat
    lines.on('close', () => {
      this.#state = { ...this.#state, state: 'stopped' }
    })
  }

  async stop(): Promise<void> {
    this.#lines?.close()
    await this.#reading
    this.#state = { ...this.#state, state: 'stopped' }
  }

  state(): ChannelState {
    return this.#state
  }

  async send(_to: Recipient, message: OutboundMessage): Promise<SendOutcome> {
    const parts = render(message, this.capabilities)
    if (parts.length === 0) {
      if (message.pressRef !== undefined) return { kind: 'sent' }
      return { kind: 'refused', reason: 'the message is empty', ourFault: true, staffReads: 'Pesan ini kosong.' }
    }
    for (const { text, attachment } of parts) {
      const file = attachment ? `[${attachment.name}]` : ''
      this.#print([file, text].filter((piece) => piece !== '').join('\n'))
    }
    return { kind: 'sent', messageRef: this.#nextRef() }
  }

  /** Nobody can send a file by keyboard: always Problem `file_gone`. */
  openFile(): Promise<never> {
    return Promise.reject(new Problem('file_gone', 'The terminal takes no files'))
  }

  async #take(line: string, accept: Accept): Promise<void> {
    const text = cleanText(line).trim()
    if (text === '') return
    const { userId = 'terminal', profileName } = this.#settings
    const sentAt = this.#clock.now()
    const message = {
      channel: 'terminal',
      externalId: this.#nextRef(),
      userId,
      chatId: userId,
      chatKind: 'private',
      ...(profileName === undefined ? {} : { profileName }),
      sentAt,
      content: { kind: 'text', text },
    } as const
    try {
      await accept([message])
      this.#state = { ...this.#state, lastReceivedAt: sentAt }
    } catch {
      this.#print('Maaf, pesan tadi belum tersimpan. Mohon ketik sekali lagi.')
    }
  }

  /** Text of others must not steer the terminal: escape sequences lose their first character. */
  #print(text: string): void {
    this.#settings.output.write(`\n${cleanText(text).replace(/[\u0080-\u009f]/g, '')}\n\n`)
  }

  #nextRef(): string {
    this.#counter += 1
    return `${this.#settings.sitting}-${this.#counter}`
  }
}
