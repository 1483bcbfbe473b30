import type { Question } from '../flows/form.ts'
import { kindOf } from './kinds/index.ts'
import type { Place } from './places.ts'
import type { Turn } from './turn.ts'

/** Whether a place and everything around it is relevant, and its items still exist. */
export function isRelevant(turn: Turn, place: Place): boolean {
  let depth = 0
  for (const parent of place.node.parents) {
    if (parent.kind === 'group' && !parent.relevant) continue
    const outer = depth === 0 ? none : place.items.slice(0, depth)
    if (parent.relevant && !turn.holds(parent.relevant, turn.place(parent, outer), true)) return false
    if (parent.kind === 'repeat') {
      if (!turn.items(parent, outer).includes(place.items[depth]!)) return false
      depth++
    }
  }
  return turn.holds(place.node.relevant, place, true)
}

const none: readonly string[] = []

/**
 * Whether this question is put to a person of this round, its relevance aside: not when it is computed, known from the
 * seat, closed with "semua sama", or deeper than the round. "Not asked because of depth" is neither irrelevant nor
 * missing: the last value is carried.
 */
export function isAsked(turn: Turn, place: Place<Question>): boolean {
  const { node } = place
  if (!kindOf(node.type).asked || node.calculation || isHeading(node)) return false
  if (node.fromSeat && turn.context.seatValue !== undefined) return false
  if (isKept(turn, place)) return false
  if (!isInDepth(turn, place)) return false
  return !(node.readOnly && turn.holds(node.readOnly, place, false))
}

/** A select of appearance `label` is the head of a table on ODK's screen: it shows its choices and takes no answer. */
export function isHeading({ list, appearances }: Question): boolean {
  return list !== undefined && appearances.includes('label')
}

function isInDepth(turn: Turn, place: Place<Question>): boolean {
  const { node } = place
  if (turn.session.depth === 'full' || node === turn.layout.opening || node === turn.layout.recap) return true
  return node.coreWhen ? turn.holds(node.coreWhen, place, false) : node.depth === 'core'
}

/** Whether the item around a place was closed with last round's values. */
export function isKept(turn: Turn, place: Place): boolean {
  const item = place.items[0]
  if (item === undefined) return false
  const top = turn.layout.repeats.get(place.node)![0] ?? place.node
  return turn.session.kept[turn.layout.pieces.get(top)!.join('')]?.includes(item) === true
}

export function isRequired(turn: Turn, place: Place<Question>): boolean {
  return turn.holds(place.node.required, place, false)
}
