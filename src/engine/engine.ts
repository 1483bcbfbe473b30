import { noticeHarm } from '../bahasa/index.ts'
import type { Form } from '../flows/form.ts'
import { answerTo } from './answer-to.ts'
import { correct } from './commands/changing.ts'
import { goOn, question, repeatOpen } from './commands/open-again.ts'
import type { EngineEvent } from './events/index.ts'
import type { EngineContext, Input } from './input.ts'
import { kindOf } from './kinds/index.ts'
import { moveOn } from './moving.ts'
import { record } from './recording.ts'
import { isRelevant } from './relevance.ts'
import { answerStates, type Session } from './session.ts'
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

/** The first question; said again as it was while nobody has answered anything. */
function begin(turn: Turn, opened: boolean): undefined {
  const { session } = turn
  const opening = turn.layout.opening && turn.place(turn.layout.opening, [])
  if (session.state === 'stopped' && opening) turn.setState(opening.path, undefined)
  if (isUntouched(turn)) {
    Object.assign(session, { state: 'running', answers: {}, position: '', trail: [], owed: [], kept: {} })
    if (opening && opened) {
      const codes = turn.form.choices.get(opening.node.list ?? '')?.map((choice) => choice.code) ?? []
      session.position = opening.path
      record(turn, opening, codes.includes('mulai') ? 'mulai' : (codes[0] ?? 'mulai'), { by: 'person' })
    }
    return moveOn(turn)
  }
  if (session.awaits.kind === 'nothing') return moveOn(turn)
  goOn(turn)
}

/** Whether no answer of a person is there: what is carried, computed or known from the seat is no beginning. */
function isUntouched(turn: Turn): boolean {
  if (turn.session.submitted) return false
  return answerStates(turn.session).every(([path, state]) => {
    if ('v' in state && state.f) return true
    const place = question(turn, path)
    return place !== undefined && (!kindOf(place.node.type).asked || place.node.calculation !== undefined)
  })
}

/** Words that may point to harm, in any answer: a way to help is offered beside, and nothing is filed. */
function notice(turn: Turn, text: string): undefined {
  const category = noticeHarm(text)
  if (category !== undefined) turn.emit({ kind: 'concern-noticed', category })
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
