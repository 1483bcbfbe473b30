import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../../lib/clock.ts'
import type { Logger } from '../../lib/logger.ts'
import type { ChannelState } from '../channel.ts'
import { firstLine } from './outcomes.ts'

const shape = z.object({
  state: z.enum(['starting', 'running', 'degraded', 'stopped']),
  note: z.string().optional(),
  since: z.number().optional(),
  pairing: z.object({ code: z.string(), at: z.number() }).optional(),
  /** Of the library and of WhatsApp's page: the first thing to know when an update of the page breaks the channel. */
  versions: z.object({ library: z.string(), page: z.string() }).optional(),
  at: z.number(),
})

/** How the channel stands, as another process may read it. */
export type Status = z.infer<typeof shape>

const fileIn = (folder: string) => join(folder, 'status.json')

/** What the service last said of its WhatsApp Web channel; undefined when it never ran here. */
export function readStatus(folder: string): Status | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    // not there, or of another version: it is written anew with the next change
    return undefined
  }
}

/** How the channel stands: kept, logged when it changes, and written beside the profile for `kentongan doctor`. */
export class Standing {
  readonly #folder: string
  readonly #clock: Clock
  readonly #logger: Logger
  /** Stopped until it is started: a process that only sends has no browser, and must take nothing out of the outbox. */
  #state: ChannelState = { state: 'stopped' }
  #versions: Status['versions']

  constructor(folder: string, clock: Clock, logger: Logger) {
    this.#folder = folder
    this.#clock = clock
    this.#logger = logger
  }

  get state(): ChannelState {
    return this.#state
  }

  tell(state: ChannelState): void {
    const before = this.#state
    if (before.state === state.state && before.note === state.note && before.pairing?.code === state.pairing?.code)
      return
    // the time counts from when it last ran, through all that was tried since
    const since = state.state === 'running' ? undefined : (before.since ?? this.#clock.now())
    this.#state = { ...state, ...(since === undefined ? {} : { since }) }
    // the code of the QR stays out: who has it can make the bot's number their own
    if (state.state === 'degraded' && before.note !== state.note) this.#logger.warn(state.note)
    else if (before.state !== state.state) this.#logger.info({ state: state.state }, 'WhatsApp Web')
    this.#write()
  }

  noteVersions(versions: NonNullable<Status['versions']>): void {
    this.#versions = versions
    this.#write()
  }

  #write(): void {
    const status: Status = { ...this.#state, versions: this.#versions, at: this.#clock.now() }
    const file = fileIn(this.#folder)
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      writeFileSync(`${file}.part`, JSON.stringify(status), { mode: 0o600 })
      renameSync(`${file}.part`, file)
    } catch (error) {
      // only doctor misses it
      this.#logger.warn({ reason: firstLine(error) }, 'the standing of WhatsApp Web could not be written down')
    }
  }
}
