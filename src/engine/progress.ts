import type { Form, Question, Repeat } from '../flows/form.ts'
import type { EngineContext } from './input.ts'
import { counted } from './numbering.ts'
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
  return progressAt(turn, open)
}

export function progressAt(turn: Turn, open: Place | undefined): Progress {
  let at = 0
  let of = 0
  let answered = 0
  const outer = open && (turn.layout.repeats.get(open.node)![0] ?? open.node)
  for (const stop of counted(turn, turn.layout.stops)) {
    const place = turn.place(stop, [])
    if (stop.kind === 'repeat') {
      const { count, done, index } = countItems(turn, place as Place<Repeat>, open)
      if (stop === outer) at = of + index + 1
      of += count
      answered += done
      continue
    }
    if (stop === outer) at = of + 1
    const state = turn.state(place.path)
    if (!isAsked(turn, place as Place<Question>)) continue
    if (!state && stop !== outer && !isRelevant(turn, place)) continue
    of++
    if (state) answered++
  }
  return { at: at || of, of, answered }
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
