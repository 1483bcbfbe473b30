import type { Form, FormNode, Question, Repeat } from '../flows/form.ts'
import type { EngineContext } from './input.ts'
import { kindOf } from './kinds/index.ts'
import type { Layout } from './layout.ts'
import { counted, isNumbered } from './numbering.ts'
import { compare, type Place } from './places.ts'
import { isAsked, isRelevant } from './relevance.ts'
import type { Session } from './session.ts'
import { Turn } from './turn.ts'

/** How far a report is, counted as people count: each question at the top is one, each activity is one. */
export interface Progress {
  /** The open question's or activity's number; `of` when none is open. */
  readonly at: number
  readonly of: number
  readonly answered: number
}

/** For reminders, lists and the console. */
export function progressOf(form: Form, session: Session, context: EngineContext): Progress {
  const turn = new Turn(form, session, context)
  const open = 'path' in session.awaits ? turn.find(session.awaits.path) : undefined
  return { ...progressAt(turn, open), answered: countAnswered(turn, open) }
}

/**
 * The open question's number and how many there are. Put with every question, so it looks at what may come and go and at
 * nothing else: what everybody is asked was counted once for the form.
 */
export function progressAt(turn: Turn, open: Place | undefined): Omit<Progress, 'answered'> {
  const { uncertain, certainBefore, certain } = countsOf(turn.layout, turn.session.depth)
  const outer = open && (turn.layout.repeats.get(open.node)![0] ?? open.node)
  const certainAt = outer && certainBefore.get(outer)
  let moreBefore = 0
  let more = 0
  let at = 0
  for (const { stop, before } of uncertain) {
    if (stop.kind === 'question' && !isNumbered(turn, stop)) continue
    const { count, index } = countStop(turn, stop, open, outer)
    if (stop === outer) at = before + more + index + 1
    if (certainAt !== undefined && before <= certainAt) moreBefore += count
    more += count
  }
  if (certainAt !== undefined) at = certainAt + moreBefore + 1
  return { at: at || certain + more, of: certain + more }
}

/** How many of what is counted has an answer. */
export function countAnswered(turn: Turn, open: Place | undefined): number {
  let answered = 0
  for (const stop of counted(turn, turn.layout.stops)) {
    const place = turn.place(stop, [])
    if (stop.kind === 'repeat') answered += countItems(turn, place as Place<Repeat>, open).done
    else if (turn.isAnswered(place.path) && isAsked(turn, place as Place<Question>)) answered++
  }
  return answered
}

/** What one stop counts now: an activity each, a question one or none. */
function countStop(turn: Turn, stop: Question | Repeat, open: Place | undefined, outer: FormNode | undefined) {
  const place = turn.place(stop, [])
  if (stop.kind === 'repeat') return countItems(turn, place as Place<Repeat>, open)
  const counts =
    isAsked(turn, place as Place<Question>) &&
    (turn.isAnswered(place.path) || stop === outer || isRelevant(turn, place))
  return { count: counts ? 1 : 0, index: 0 }
}

/** Stops that every conversation of this depth counts, and those that hang on answers, context or the plan. */
interface Counts {
  readonly certain: number
  /** Of each certain stop: how many certain ones stand before it. */
  readonly certainBefore: ReadonlyMap<FormNode, number>
  readonly uncertain: readonly { readonly stop: Question | Repeat; readonly before: number }[]
}

const countsByLayout = new WeakMap<Layout, Map<Session['depth'], Counts>>()

function countsOf(layout: Layout, depth: Session['depth']): Counts {
  let known = countsByLayout.get(layout)
  if (!known) countsByLayout.set(layout, (known = new Map()))
  let counts = known.get(depth)
  if (!counts) known.set(depth, (counts = workOut(layout, depth)))
  return counts
}

function workOut(layout: Layout, depth: Session['depth']): Counts {
  const certainBefore = new Map<FormNode, number>()
  const uncertain: Counts['uncertain'][number][] = []
  for (const stop of layout.stops) {
    const before = certainBefore.size
    if (stop.kind === 'question' && isCertain(layout, stop, depth)) certainBefore.set(stop, before)
    else if (stop.kind === 'repeat' || mayBeAsked(layout, stop)) uncertain.push({ stop, before })
  }
  return { certain: certainBefore.size, certainBefore, uncertain }
}

function mayBeAsked(layout: Layout, question: Question): boolean {
  return (
    kindOf(question.type).asked && !question.calculation && question !== layout.opening && question !== layout.recap
  )
}

function isCertain(layout: Layout, question: Question, depth: Session['depth']): boolean {
  if (!mayBeAsked(layout, question) || question.fromSeat || question.readOnly) return false
  if (question.relevant || question.parents.some((parent) => parent.relevant)) return false
  return depth === 'full' || (question.depth === 'core' && !question.coreWhen)
}

function countItems(turn: Turn, place: Place<Repeat>, open: Place | undefined) {
  if (!isRelevant(turn, place)) return { count: 0, done: 0, index: 0 }
  const items = turn.items(place.node, place.items)
  const kept = turn.session.kept[place.path] ?? []
  const { position } = turn.session
  const at = position === '' || position === 'end' ? undefined : turn.find(position)
  const done = items.filter((item) => {
    if (kept.includes(item) || position === 'end') return true
    const itemPlace = turn.place(place.node, [item])
    return at !== undefined && at.items[0] !== item && compare(turn.layout, turn.session, itemPlace, at) < 0
  })
  return { count: items.length, done: done.length, index: Math.max(0, items.indexOf(open?.items[0] ?? '')) }
}
