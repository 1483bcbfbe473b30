// What the checks against real platforms share: one step after the other, each with what to do, what came, and what that
// says; a table at the end.
import type { Channel, Recipient } from '../src/channels/channel.ts'
import type { InboundContent, InboundMessage } from '../src/messages/inbound.ts'
import type { OutboundMessage } from '../src/messages/outbound.ts'

interface Step {
  readonly title: string
  /** Said first, on the channel. */
  readonly send?: OutboundMessage
  /** What the person at the phone has to do. */
  readonly ask: string
  readonly expect: readonly InboundContent['kind'][]
}

/** For the person at the phone, ms. */
const patience = 120_000

export class Smoke {
  readonly picture: OutboundMessage = {
    text: 'Gambar uji',
    attachment: { kind: 'photo', hash: 'smoke', name: 'gambar uji.png', mime: 'image/png' },
  }
  readonly #channel: Channel
  readonly #name: string
  readonly #heard: InboundMessage[] = []
  #wake = () => {}

  constructor(channel: Channel, name: string) {
    this.#channel = channel
    this.#name = name
  }

  /** Ends the process: 0 when every step went well, else 1. */
  async run(steps: readonly Step[]): Promise<never> {
    const results: string[] = []
    let failed = 0
    await this.#channel.start(async (messages) => {
      this.#heard.push(...messages)
      this.#wake()
    })
    const { state, note } = this.#channel.state()
    say(`${this.#name} is ${state}${note === undefined ? '' : `: ${note}`}.`)
    let to: Recipient | undefined
    for (const [i, step] of steps.entries()) {
      say(`\n${i + 1} of ${steps.length}: ${step.title}`)
      const problem = await this.#step(step, to, (found) => {
        to ??= found
      })
      failed += problem === undefined ? 0 : 1
      results.push(
        `${problem === undefined ? 'ok  ' : 'NO  '} ${step.title}${problem === undefined ? '' : `: ${problem}`}`,
      )
      if (to === undefined) break
    }
    say(`\n${results.join('\n')}`)
    await this.#channel.stop()
    process.exit(failed === 0 ? 0 : 1)
  }

  /** What went wrong; undefined when nothing did. */
  async #step(
    { send, ask, expect }: Step,
    to: Recipient | undefined,
    found: (to: Recipient) => void,
  ): Promise<string | undefined> {
    if (send && to) {
      const now = Date.now()
      const outcome = await this.#channel.send(to, send, now, { key: `smoke:${now}`, lastInboundAt: now - 1000 })
      say(`  sent: ${outcome.kind}${'reason' in outcome ? ` (${outcome.reason})` : ''}`)
      if (outcome.kind !== 'sent') return `the send ended as ${outcome.kind}`
    }
    say(`  → ${ask}`)
    const message = await this.#next(expect)
    if (!message) return `no ${expect.join(' or ')} came within two minutes`
    if (message.content.kind !== 'delivery') found({ userId: message.userId, chatId: message.chatId })
    say(`  came: ${JSON.stringify(message.content)}`)
    return undefined
  }

  async #next(kinds: readonly InboundContent['kind'][]): Promise<InboundMessage | undefined> {
    const until = Date.now() + patience
    while (Date.now() < until) {
      const at = this.#heard.findIndex(({ content }) => kinds.includes(content.kind))
      if (at !== -1) return this.#heard.splice(0, at + 1).at(-1)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        setTimeout(resolve, 1000)
      })
    }
    return undefined
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`)

/** A picture that is plain to see. */
export async function drawPicture(): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 320, height: 200, channels: 3, background: '#a52' } })
    .png()
    .toBuffer()
}
