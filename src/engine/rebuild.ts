import type { Form, Repeat } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { newSession, type StartOptions, type Step } from './engine.ts'
import type { EngineContext } from './input.ts'
import { kindOf } from './kinds/index.ts'
import { moveOn } from './moving.ts'
import { type AnswerState, answerStates, type KeptAnswer, kept } from './session.ts'
import { Turn } from './turn.ts'
import { grows } from './walk.ts'

/** The latest row of one path. */
export interface LatestAnswer {
  readonly path: string
  /** Null where the latest row is a skip or a clearing. */
  readonly value: Json
  readonly how: 'given' | 'carried' | 'seat' | 'default' | 'calculated' | 'skipped' | 'irrelevant' | 'taken_back'
  readonly reason?: string | null
}

/**
 * A session made from stored answers: for somebody who takes a report over, for a correction long after the session is
 * gone, and for another version of the form. Rows whose path the form does not have are left aside. The events are
 * those of the question it stops at, and of what was carried on the way there.
 */
export function sessionFromAnswers(
  form: Form,
  rows: readonly LatestAnswer[],
  options: StartOptions & { readonly submitted?: boolean },
  context: EngineContext,
): Step {
  const turn = new Turn(form, newSession(options, context), context)
  const { session } = turn
  const answers: Record<string, KeptAnswer> = {}
  const items: Record<string, string[]> = {}
  for (const row of rows) {
    const place = turn.find(row.path)
    if (place?.node.kind !== 'question') continue
    const state = stateOf(row)
    if (!state) continue
    answers[row.path] = kept(state)
    for (const [depth, repeat] of turn.layout.repeats.get(place.node)!.entries()) {
      const list = (items[turn.place(repeat, place.items.slice(0, depth)).path] ??= [])
      const item = place.items[depth]!
      if (!list.includes(item)) list.push(item)
    }
  }
  session.answers = answers
  for (const [path, found] of Object.entries(items)) {
    const repeat = turn.find(path)?.node
    if (repeat?.kind !== 'repeat') continue
    if (grows(repeat)) {
      session.items = { ...session.items, [path]: found.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))) }
      session.closed = [...session.closed, path]
    } else if (repeat.over) {
      const planned = turn.items(repeat, [])
      // an activity that left the plan since keeps its answers
      session.items = { ...session.items, [path]: [...planned, ...found.filter((item) => !planned.includes(item))] }
      session.kept = { ...session.kept, [path]: found.filter((item) => isCarried(turn, repeat, path, item)) }
    }
  }
  if (options.submitted) {
    session.submitted = true
    session.state = 'submitted'
    session.position = 'end'
  } else moveOn(turn)
  return { session, events: turn.events }
}

function stateOf({ value, how, reason }: LatestAnswer): AnswerState | undefined {
  if (how === 'skipped') return { skipped: reason ?? '' }
  if (value === null || how === 'irrelevant' || how === 'taken_back') return undefined
  return how === 'carried' || how === 'seat' || how === 'default' ? { v: value, f: how } : { v: value }
}

/** Closed with "semua sama": everything a person could have answered about it is last round's. */
function isCarried(turn: Turn, repeat: Repeat, path: string, item: string): boolean {
  let carried = false
  for (const [answer, state] of answerStates(turn.session)) {
    if (!answer.startsWith(`${path}[${item}]/`)) continue
    const node = turn.find(answer)?.node
    if (node?.kind !== 'question' || node.repeat !== repeat || !kindOf(node.type).asked) continue
    if (!('v' in state) || state.f !== 'carried') return false
    carried = true
  }
  return carried
}
