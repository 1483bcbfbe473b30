import { noticeHarm } from '../bahasa/index.ts'
import type { Form } from '../flows/form.ts'
import { answerTo } from './answer-to.ts'
import { correct, goOn, question, repeatOpen } from './commands.ts'
import type { EngineEvent } from './events/index.ts'
import type { EngineContext, Input } from './input.ts'
import { moveOn } from './moving.ts'
import { record } from './recording.ts'
import { isRelevant } from './relevance.ts'
import type { Session } from './session.ts'
import { owe } from './settling.ts'
import { Turn } from './turn.ts'

/**
 * The conversation, as one pure function: the same form, session, input and instant give the same session and events.
 * It reads no clock, writes nothing, and knows no channel; `docs/engine.md` is its page.
 */

export interface StartOptions {
  readonly depth: 'core' | 'full'
  readonly language: string
  /** Items of repeats by path, where they are known better than from the form's `over`. */
  readonly items?: Readonly<Record<string, readonly string[]>>
}

export interface Step {
  readonly session: Session
  readonly events: readonly EngineEvent[]
}

export function start(form: Form, options: StartOptions, context: EngineContext): Step {
  return resume(form, newSession(options, context), { kind: 'start' }, context)
}

export function newSession({ depth, language, items }: StartOptions, context: EngineContext): Session {
  return {
    v: 1,
    startedAt: context.now,
    touchedAt: context.now,
    step: 0,
    depth,
    language,
    state: 'running',
    awaits: { kind: 'nothing' },
    position: '',
    items: items ?? {},
    kept: {},
    closed: [],
    answers: {},
    owed: [],
    returned: {},
    trail: [],
  }
}

/** Takes one input. Throws only for a form that asks too much of its expressions, never for what a person sends. */
export function resume(form: Form, session: Session, input: Input, context: EngineContext): Step {
  const turn = new Turn(form, session, context)
  take(turn, input)
  turn.session.touchedAt = context.now
  return { session: turn.session, events: turn.events }
}

function take(turn: Turn, input: Input): undefined {
  if (input.kind === 'text' || input.kind === 'correction') notice(turn, input.text)
  if (input.kind === 'photo' && input.caption) notice(turn, input.caption)
  switch (input.kind) {
    case 'start':
      return begin(turn, input.opened === true)
    case 'resume':
      return goOn(turn, true)
    case 'correction':
      return takeCorrection(turn, input.path, input.text)
    case 'returned':
      return takeReturned(turn, input.path, input.comment)
    default:
      return answerTo(turn, input)
  }
}

/** The first question; said again as it was when nobody has answered anything yet. */
function begin(turn: Turn, opened: boolean): undefined {
  const { session } = turn
  if (isUntouched(turn)) {
    session.answers = {}
    session.position = ''
    session.trail = []
    session.owed = []
    session.kept = {}
    moveOn(turn)
  } else if (session.awaits.kind === 'nothing') moveOn(turn)
  else if (!opened) return goOn(turn)
  const { opening } = turn.layout
  if (!opened || !opening || session.awaits.kind !== 'answer' || session.awaits.path !== turn.place(opening, []).path)
    return
  const [first] = turn.form.choices.get(opening.list ?? '') ?? []
  turn.events = turn.events.filter((event) => event.kind !== 'question-asked')
  record(turn, turn.place(opening, []), first?.code ?? 'mulai', { by: 'person' })
  moveOn(turn)
}

function isUntouched(turn: Turn): boolean {
  const { session } = turn
  if (session.submitted || session.state === 'stopped') return false
  return session.trail.length <= 1 && session.trail.every((path) => !turn.state(path))
}

/** Words that may point to harm, in any answer: a way to help is offered beside, and nothing is filed. */
function notice(turn: Turn, text: string): undefined {
  const harm = noticeHarm(text)
  if (harm) turn.emit({ kind: 'concern-noticed', category: harm.category })
}

/** The person edited the message that once answered a question. */
function takeCorrection(turn: Turn, path: string, text: string): undefined {
  const place = question(turn, path)
  if (!place || !isRelevant(turn, place) || (!turn.state(path) && openPath(turn) !== path)) return repeatOpen(turn)
  if (openPath(turn) === path && !turn.state(path)) return answerTo(turn, { kind: 'text', text })
  correct(turn, place, text)
}

function openPath(turn: Turn): string | undefined {
  return 'path' in turn.session.awaits ? turn.session.awaits.path : undefined
}

/** Staff or camat sent one answer back: just that is asked again. */
function takeReturned(turn: Turn, path: string, comment: string): undefined {
  const { session } = turn
  const place = question(turn, path)
  if (!place || !isRelevant(turn, place)) return repeatOpen(turn)
  session.returned = { ...session.returned, [path]: comment }
  owe(turn, path)
  moveOn(turn)
}
