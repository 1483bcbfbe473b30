import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import type { RegionOption } from '../bahasa/index.ts'
import { resume, start } from '../engine/engine.ts'
import type { EngineEvent } from '../engine/events/index.ts'
import type { EngineContext, Input } from '../engine/input.ts'
import { answerStates, type Session } from '../engine/session.ts'
import type { Form } from '../flows/form.ts'
import { tableInstance } from '../flows/table-instance.ts'
import type { Json } from '../lib/json.ts'
import { MINUTE } from '../lib/local-time.ts'
import { messageOf, UsageProblem } from '../lib/problem.ts'
import type { Capabilities } from '../messages/capabilities.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { render } from '../messages/render.ts'
import { readToken } from '../messages/tokens.ts'
import { contextFields, sapaan, shortAddress } from '../wording/forms-of-address.ts'
import type { Texts } from '../wording/texts.ts'
import { wordEvents } from '../wording/word-events.ts'
import { readInput } from './input.ts'

/** Rows of each list beside the form, by its name: `kegiatan`, `laporan_lalu`, a CSV attachment. */
export type Lists = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>

/** Every `LIST.csv` of a folder. Throws `UsageProblem`. */
export function readLists(folder: string): Lists {
  let files: readonly string[]
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
  } catch (error) {
    throw new UsageProblem(`"${folder}" cannot be read: ${messageOf(error)}.`)
  }
  return Object.fromEntries(
    files.map((file) => {
      const book = XLSX.read(readInput(join(folder, file)).toString('utf8'), { type: 'string', raw: true })
      const sheet = book.Sheets[book.SheetNames[0]!]!
      const rows = XLSX.utils.sheet_to_json<Record<string, string>>(sheet, { raw: false, defval: '' })
      return [file.slice(0, -'.csv'.length), rows]
    }),
  )
}

interface RehearsalWorld {
  readonly texts: Texts
  readonly zone: string
  readonly language: string
  readonly capabilities: Capabilities
  readonly lists: Lists
  readonly regions: readonly RegionOption[]
  readonly depth: 'core' | 'full'
}

/** What came of one reply: what happened, and what the person reads. */
export interface Rehearsed {
  readonly events: readonly EngineEvent[]
  /** One text a message, with its buttons as `[label]` on the last line. */
  readonly says: readonly string[]
}

const sessionId = 1
const writer = { position: 'kepala_desa' } as const

/**
 * One invented person, one form, no database: what the person would read, reply by reply. Between two replies the
 * session goes through JSON, as it does through the database, and a minute passes.
 */
export class Rehearsal {
  readonly #form: Form
  readonly #world: RehearsalWorld
  #now: number
  #session: Session | undefined
  #submitted = false
  #shown: readonly OutboundMessage[] = []
  #files = 0

  constructor(form: Form, startAt: number, world: RehearsalWorld) {
    this.#form = form
    this.#now = startAt
    this.#world = world
  }

  get isOver(): boolean {
    return this.#submitted || this.#session?.state === 'stopped'
  }

  /** The latest value of each answer, by path. */
  get answers(): Readonly<Record<string, Json>> {
    return Object.fromEntries(
      (this.#session ? answerStates(this.#session) : []).flatMap(([path, state]) =>
        'v' in state ? [[path, state.v]] : [],
      ),
    )
  }

  begin(): Rehearsed {
    const { depth, language } = this.#world
    return this.#take(start(this.#form, { depth, language }, this.#context()))
  }

  /** `[Sama]` presses that button; `(foto)`, `(suara)` and `(lokasi)` send one; anything else is typed. */
  reply(text: string): Rehearsed {
    this.#now += MINUTE
    const input = this.#inputOf(text)
    if (input === undefined) return { events: [], says: [`(there is no button ${text})`] }
    return this.#take(resume(this.#form, this.#session!, input, this.#context()))
  }

  #take(step: { readonly session: Session; readonly events: readonly EngineEvent[] }): Rehearsed {
    this.#session = JSON.parse(JSON.stringify(step.session)) as Session
    if (step.events.some((event) => event.kind === 'report-submitted')) this.#submitted = true
    const { texts, language, zone, capabilities } = this.#world
    this.#shown = wordEvents(step.events, {
      texts,
      language,
      zone,
      capabilities,
      now: this.#now,
      sapaan: sapaan(writer, this.#world),
      sessionId,
      step: this.#session.step,
      receipt: 'CTH-0000-0001-0',
    })
    const says = this.#shown
      .flatMap((message) => render(message, capabilities))
      .map(({ text, buttons }) =>
        buttons === undefined ? text : `${text}\n${buttons.map((button) => `[${button.label}]`).join(' ')}`,
      )
    return { events: step.events, says }
  }

  #context(): EngineContext {
    const { zone, language, lists, regions, depth } = this.#world
    const speech = this.#world
    // the village is that of the plan, so that the form's filters find its activities
    const desa = lists.kegiatan?.[0]?.desa
    const fields = contextFields(
      {
        addressee: writer,
        name: 'Contoh',
        village: { name: 'Contoh', word: 'desa' },
        kecamatan: 'Contoh',
        kabupaten: 'Contoh',
        roundNumber: 1,
        depth,
        programme: { name: 'Contoh', body: 'Contoh', dataOfficer: 'data@contoh.id' },
        now: this.#now,
      },
      speech,
    )
    const known = desa ? { ...fields, desa } : fields
    return {
      now: this.#now,
      zone,
      language,
      address: shortAddress(writer, speech),
      fields: known,
      instance: (id) => {
        const rows = lists[id]
        return rows && tableInstance(id === 'kegiatan' ? rows.map((row) => ({ desa: known.desa, ...row })) : rows)
      },
      seatValue: 'kepala_desa',
      reportState: this.#submitted ? 'submitted' : 'open',
      ...(regions.length > 0 && { regions }),
    }
  }

  #inputOf(text: string): Input | undefined {
    const label = /^\[(.+)\]$/.exec(text)?.[1]
    if (label !== undefined) {
      const choice = this.#shown
        .flatMap((message) => message.choices ?? [])
        .findLast((c) => c.label === label || c.label.replace(/^\d+\. /, '') === label)
      const token = choice && readToken(choice.data)
      if (token?.kind === 'answer') return { kind: 'choice', step: token.step, index: token.index }
      return token?.kind === 'command' ? { kind: 'text', text: token.word } : undefined
    }
    switch (text) {
      case '(foto)':
        return { kind: 'photo', attachment: String(++this.#files) }
      case '(suara)':
        return { kind: 'voice', attachment: String(++this.#files) }
      case '(lokasi)':
        return { kind: 'location', latitude: -3.2, longitude: 130.5 }
      default:
        return { kind: 'text', text }
    }
  }
}
