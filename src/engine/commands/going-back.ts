import type { Question } from '../../flows/form.ts'
import { ask, openOf } from '../asking.ts'
import { compare, type Place } from '../places.ts'
import { isAsked, isRelevant } from '../relevance.ts'
import type { Turn } from '../turn.ts'
import { everyStop } from '../walk.ts'
import { correct, isLocked } from './changing.ts'
import { askOpen, isBeside, question, repeatOpen } from './open-again.ts'

/** To the question before, shown with its value. */
export function goBack(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  // from a check of a value, back is to that value's question
  if (isBeside(awaits)) return askOpen(turn)
  const open = awaits.kind === 'recap' || awaits.kind === 'nothing' ? '' : openOf(turn).path
  const trail = session.trail.filter((path) => path !== open)
  let target: Place<Question> | undefined
  while (trail.length > 0 && !target) {
    const place = question(turn, trail.at(-1)!)
    if (place && turn.state(place.path) && isRelevant(turn, place) && place.node !== turn.layout.opening) target = place
    else trail.pop()
  }
  target ??= before(turn, open)
  if (!target) {
    turn.emit({ kind: 'nothing-to-undo' })
    return repeatOpen(turn)
  }
  if (isLocked(turn)) return
  session.trail = trail
  ask(turn, target, { because: 'edited', editing: true })
}

/** The last question before a path that the person was asked. Walks the form: only when the trail has been walked back. */
function before(turn: Turn, path: string): Place<Question> | undefined {
  const limit = turn.find(path)
  let found: Place<Question> | undefined
  for (const place of everyStop(turn)) {
    if (limit && compare(turn.layout, turn.session, place, limit) >= 0) break
    if (place.node === turn.layout.opening || place.node === turn.layout.recap) continue
    if (turn.state(place.path) && isAsked(turn, place)) found = place
  }
  return found
}

/** "eh salah, 12": the answer before was wrong, and this is the right one. */
export function takeBack(turn: Turn, argument: string | undefined): undefined {
  if (argument === undefined || argument.trim() === '') return goBack(turn)
  const { awaits } = turn.session
  const open = 'path' in awaits ? awaits.path : ''
  // a value that is being checked is the one that was wrong
  const held = 'value' in awaits ? question(turn, open) : undefined
  if (held) return correct(turn, held, argument, awaits)
  const path = turn.session.trail.findLast((other) => other !== open && turn.state(other) !== undefined)
  const place = path === undefined ? undefined : question(turn, path)
  if (!place || !isRelevant(turn, place)) {
    turn.emit({ kind: 'nothing-to-undo' })
    return repeatOpen(turn)
  }
  if (isLocked(turn)) return
  correct(turn, place, argument)
}
