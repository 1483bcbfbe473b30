import { readFileSync } from 'node:fs'
import { newSession, resume, type StartOptions } from '../../src/engine/engine.ts'
import type { EngineEvent } from '../../src/engine/events/index.ts'
import type { EngineContext, Input } from '../../src/engine/input.ts'
import { answerOf, inOnePiece, type Session, settled, stateOf } from '../../src/engine/session.ts'
import { compileForm } from '../../src/flows/compile.ts'
import type { Form } from '../../src/flows/form.ts'
import { tableInstance } from '../../src/flows/table-instance.ts'
import { readYaml } from '../../src/flows/yaml/read.ts'

/** Wednesday 14 August 2024, 10:00 in Waihama, a village that does not exist. */
export const wednesday = Date.parse('2024-08-14T01:00:00Z')

function formFrom(yaml: string): Form {
  const read = readYaml(yaml)
  if (!('source' in read)) throw new Error(read.findings.map((finding) => finding.message).join('\n'))
  const compiled = compileForm(read.source)
  if (!('form' in compiled)) throw new Error(compiled.findings.map((finding) => finding.message).join('\n'))
  return compiled.form
}

/** A form of a few questions: only its survey, and what else it needs, has to be written. */
export function smallForm(survey: string, rest = ''): Form {
  return formFrom(`settings: { form_id: kecil, form_title: Kecil, version: 1, default_language: id }
survey:
${survey.replace(/^\n/, '')}
${rest}`)
}

export function shippedForm(name: string): Form {
  return formFrom(readFileSync(new URL(`../../flows/${name}.yaml`, import.meta.url), 'utf8'))
}

type Rows = readonly Readonly<Record<string, string>>[]

export interface World {
  readonly depth?: 'core' | 'full'
  readonly language?: string
  readonly lists?: Readonly<Record<string, Rows>>
  readonly fields?: Readonly<Record<string, string>>
  readonly seat?: string
  readonly now?: number
  readonly options?: Partial<StartOptions>
}

/** A talk with the engine. The session is stored and loaded between every two turns. */
export class Talk {
  readonly form: Form
  now: number
  reportState: EngineContext['reportState'] = 'open'
  events: readonly EngineEvent[] = []
  /** Every event so far. */
  all: EngineEvent[] = []
  typed = 0
  messages = 0
  readonly inputs: {
    readonly input: Input
    readonly now: number
    readonly reportState: EngineContext['reportState']
  }[] = []
  stored: string
  readonly #world: World
  readonly #instances: ReadonlyMap<string, ReturnType<typeof tableInstance>>

  constructor(form: Form, world: World = {}) {
    this.form = form
    this.#world = world
    this.now = world.now ?? wednesday
    this.#instances = new Map(Object.entries(world.lists ?? {}).map(([id, rows]) => [id, tableInstance(rows)]))
    const options = { depth: world.depth ?? 'full', language: world.language ?? 'id', ...world.options }
    this.stored = JSON.stringify(newSession(options, this.context()))
    this.give({ kind: 'start' })
  }

  context(): EngineContext {
    return {
      now: this.now,
      zone: 'Asia/Jayapura',
      language: this.#world.language ?? 'id',
      address: 'Pak',
      fields: this.#world.fields ?? {},
      instance: (id) => this.#instances.get(id),
      reportState: this.reportState,
      ...(this.#world.seat !== undefined && { seatValue: this.#world.seat }),
    }
  }

  get session(): Session {
    return inOnePiece(JSON.parse(this.stored))
  }

  give(input: Input): this {
    const context = this.context()
    this.inputs.push({ input, now: this.now, reportState: this.reportState })
    const step = resume(this.form, frozen(JSON.parse(this.stored) as Session), input, context)
    // as whoever stores sessions does from time to time
    this.stored = JSON.stringify(this.inputs.length % 3 === 0 ? settled(step.session) : step.session)
    this.events = step.events
    this.all.push(...step.events)
    return this
  }

  say(...texts: readonly string[]): this {
    for (const text of texts) {
      this.messages++
      this.typed += text.length
      this.give({ kind: 'text', text })
    }
    return this
  }

  press(index: number): this {
    this.messages++
    return this.give({ kind: 'choice', step: this.session.step, index })
  }

  photo(attachment: string, caption?: string): this {
    this.messages++
    return this.give({ kind: 'photo', attachment, ...(caption !== undefined && { caption }) })
  }

  later(ms: number): this {
    this.now += ms
    return this
  }

  /** Kinds of the last turn's events. */
  get kinds(): string[] {
    return this.events.map((event) => event.kind)
  }

  last<K extends EngineEvent['kind']>(kind: K): Extract<EngineEvent, { readonly kind: K }> | undefined {
    return this.events.findLast((event): event is Extract<EngineEvent, { readonly kind: K }> => event.kind === kind)
  }

  /** The path of the question put last in this turn. */
  get asked(): string | undefined {
    return this.last('question-asked')?.path
  }

  value(path: string): unknown {
    const state = stateOf(answerOf(this.session, path))
    return state && 'v' in state ? state.v : undefined
  }
}

/** So that a step that writes into what it was given fails. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner)
    Object.freeze(value)
  }
  return value
}
