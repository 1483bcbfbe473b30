import { MINUTE } from '../../lib/local-time.ts'
import type { SeededRandom } from '../../lib/seeded-random.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import type { Actor } from './play-round.ts'
import type { Act, Doing } from './villager.ts'

/** What somebody says when a message of ours has these words. */
export interface Line {
  readonly when: RegExp
  /** The reply; undefined: it is only read. */
  readonly says: string | ((text: string) => string | undefined)
  /** Said the first time only. */
  readonly once?: true
  /** A photo with these words below it. */
  readonly photo?: true
}

/** After so many times the same message they see that they are not understood. */
const MOST_TIMES = 3

/**
 * Somebody who knows their lines: for what happens once in the demo, where it matters what is said. The first line that
 * fits counts; what no line fits is only read.
 */
export class Scripted implements Actor {
  readonly userId: string
  readonly zone: string
  /** Everything that was read, oldest first. */
  readonly read: string[] = []
  readonly #lines: readonly Line[]
  readonly #random: SeededRandom
  readonly #said = new Set<Line>()

  constructor(phone: { readonly userId: string; readonly zone: string }, lines: readonly Line[], random: SeededRandom) {
    this.userId = phone.userId
    this.zone = phone.zone
    this.#lines = lines
    this.#random = random
  }

  hear({ text }: OutboundMessage): Act | 'read' | undefined {
    this.read.push(text)
    if (this.read.slice(-MOST_TIMES - 1).filter((t) => t === text).length > MOST_TIMES) return undefined
    const line = this.#lines.find((l) => l.when.test(text) && !(l.once && this.#said.has(l)))
    if (!line) return undefined
    const reply = typeof line.says === 'string' ? line.says : line.says(text)
    if (reply === undefined) return 'read'
    this.#said.add(line)
    const doing: Doing = line.photo ? { kind: 'photo', caption: reply } : { kind: 'text', text: reply }
    return { afterMs: this.#random.int(MINUTE / 2, 4 * MINUTE), doing }
  }

  said(): void {}
}
