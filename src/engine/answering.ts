import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { ask, offerHuman, openOf } from './asking.ts'
import { choicesFor } from './choice-lists.ts'
import type { AnswerRefused, ChoiceShown } from './events/index.ts'

import { type AnswerInput, echoValue, kindOf, type Read } from './kinds/index.ts'
import { moveOn, send } from './moving.ts'
import type { Place } from './places.ts'
import { showRecap } from './recap.ts'
import { type Recording, record } from './recording.ts'
import type { Turn } from './turn.ts'

export interface Given extends Recording {
  readonly editing?: boolean
  /** The soft check was answered with yes. */
  readonly confirmed?: boolean
  /** Why a submitted answer is corrected. */
  readonly correction?: string
}

/** Reads a reply as the value of a question. */
export function read(turn: Turn, place: Place<Question>, input: AnswerInput): Read {
  const { node } = place
  const { context } = turn
  return kindOf(node.type).read(input, node, {
    now: context.now,
    zone: context.zone,
    address: context.address,
    language: turn.session.language,
    choices: choicesFor(turn, place),
    expectedUnit: node.unitFamily ? textOf(turn, place) : undefined,
    kept: turn.value(place.path),
    lexicon: context.lexicon,
    regions: context.regions,
  })
}

function textOf(turn: Turn, place: Place<Question>): string | undefined {
  const result = place.node.unitFamily?.evaluate(turn.scope(place))
  const text = result?.type === 'nodeset' ? result.value[0]?.text() : result && String(result.value)
  return text || undefined
}

/** A reply to the open question: recorded, checked first, or refused with growing help. */
export function answer(
  turn: Turn,
  place: Place<Question>,
  input: AnswerInput,
  given: Omit<Given, 'by'> = {},
): undefined {
  const reading = read(turn, place, input)
  if (reading === undefined) return refuse(turn, place, { reason: wrongKind(place) })
  if ('ask' in reading) {
    const options = reading.options?.map(({ label, text }) => ({ code: text, label }))
    return refuse(turn, place, { reason: 'unclear', message: reading.question, ...(options && { options }) })
  }
  const raw = input.kind === 'text' ? input.text : input.kind === 'photo' ? input.caption : undefined
  give(turn, place, reading.value, {
    ...given,
    by: 'person',
    raw,
    ...(reading.approximate && { approximate: true }),
  })
}

function wrongKind(place: Place<Question>): AnswerRefused['reason'] {
  return place.node.type === 'image' ? 'photo_expected' : 'wrong_kind'
}

/**
 * A value for a question: judged by the form's hard rules, then its soft check and the reason that goes with it, then,
 * in a submitted report, by why it is corrected; recorded when nothing is left to ask.
 */
export function give(turn: Turn, place: Place<Question>, value: Json, given: Given): undefined {
  const problem = refusalOf(turn, place, value)
  if (problem) return refuse(turn, place, problem)
  const { session } = turn
  const { node, path } = place
  const held = {
    path,
    tries: 0,
    value,
    raw: given.raw ?? '',
    ...(given.approximate && { approximate: true as const }),
    ...(given.editing && { editing: true as const }),
  }
  if (
    node.confirm &&
    given.reason === undefined &&
    judged(turn, place, value, () => turn.holds(node.confirm, place, false))
  ) {
    if (!given.confirmed) {
      session.step++
      session.state = 'running'
      session.awaits = { kind: 'confirm', ...held }
      turn.emit({
        kind: 'confirmation-asked',
        path,
        step: session.step,
        message: judged(turn, place, value, () => turn.text(node.confirmMessage, place)),
        echo: echoValue(turn, place, value) ?? '',
      })
      return
    }
    if (node.reason) return askReason(turn, { kind: 'reason', ...held }, 'soft_check')
  }
  const before = turn.state(path)
  if (wantsCorrectionReason(turn, place, given)) {
    const { reason } = given
    return askReason(
      turn,
      { kind: 'correction_reason', ...held, ...(reason !== undefined && { reason }) },
      'correction',
    )
  }
  const reason = [given.reason, given.correction].filter((text) => text !== undefined).join('; ')
  record(turn, place, value, { ...given, reason: reason || undefined })
  if (session.submitted && before && node !== turn.layout.recap) turn.emit({ kind: 'report-corrected', path })
  if (node === turn.layout.recap) send(turn)
  else moveOn(turn)
}

function wantsCorrectionReason(turn: Turn, place: Place, given: Given): boolean {
  if (!turn.session.submitted || turn.context.reportState !== 'submitted' || given.by !== 'person') return false
  return (
    given.correction === undefined && turn.state(place.path) !== undefined && !(place.path in turn.session.returned)
  )
}

type Reasoned = Extract<Turn['session']['awaits'], { readonly kind: 'reason' | 'correction_reason' | 'skip_reason' }>

export function askReason(turn: Turn, awaits: Reasoned, why: 'soft_check' | 'correction' | 'skip'): undefined {
  const { session } = turn
  session.step++
  session.state = 'running'
  session.awaits = awaits
  turn.emit({ kind: 'reason-asked', path: awaits.path, step: session.step, why })
}

interface Refusal {
  readonly reason: AnswerRefused['reason']
  readonly message?: string
  readonly options?: readonly ChoiceShown[]
}

/** The hard rules: what a value must be to be taken at all. */
export function refusalOf(turn: Turn, place: Place<Question>, value: Json): Refusal | undefined {
  const { node } = place
  if (turn.context.reportState === 'verified' && turn.session.submitted) return { reason: 'verified' }
  if (Array.isArray(value) && value.length > 1 && value.some((code) => node.excludes.includes(String(code))))
    return { reason: 'excluded' }
  const kind = kindOf(node.type)
  if (node.unitFamily && kind.fitsUnit) {
    const unit = textOf(turn, place)
    if (unit !== undefined && !kind.fitsUnit(value, unit)) return { reason: 'unit_family' }
  }
  if (typeof value === 'string' && value.length > longestText) return { reason: 'too_long' }
  if (!node.constraint || judged(turn, place, value, () => turn.holds(node.constraint, place, true))) return undefined
  const message = judged(turn, place, value, () => turn.text(node.constraintMessage, place))
  return { reason: 'constraint', ...(message && { message }) }
}

const longestText = 4_000

/** Evaluates with the value in place, before it is recorded. */
function judged<T>(turn: Turn, place: Place, value: Json, evaluate: () => T): T {
  turn.trial = { path: place.path, value }
  try {
    return evaluate()
  } finally {
    turn.trial = undefined
  }
}

/** Not taken; the question stays open, with more help each time and a person in the end. Never a scolding. */
function refuse(turn: Turn, place: Place<Question>, { reason, message, options }: Refusal): undefined {
  const { session } = turn
  const open = openOf(turn)
  const tries = (open.path === place.path ? open.tries : 0) + 1
  const editing = open.path === place.path ? open.editing : undefined
  turn.emit({
    kind: 'answer-refused',
    path: place.path,
    reason,
    ...(message !== undefined && { message }),
    ...(options && options.length > 0 && { options }),
    tries,
  })
  if (reason === 'verified') {
    session.state = 'submitted'
    session.awaits = { kind: 'nothing' }
    return
  }
  if (place.node === turn.layout.recap) return showRecap(turn)
  const again = { path: place.path, tries, ...(editing && { editing }) }
  if (tries % 3 === 0) return offerHuman(turn, again)
  if (options && options.length > 0) {
    session.step++
    session.awaits = { kind: 'reading_options', ...again, options: options.map((option) => option.code) }
    return
  }
  ask(turn, place, { tries, ...(editing && { editing }) })
}
