import type { Question } from '../../flows/form.ts'
import { openOf } from '../asking.ts'
import { sameValue } from '../carrying.ts'
import { choicesFor } from '../choice-lists.ts'
import type { AllAsked } from '../events/index.ts'
import { itemLabel } from '../item-labels.ts'
import { showValue } from '../kinds/index.ts'
import { labelOf } from '../numbering.ts'
import { longestList } from '../pages.ts'
import type { Place } from '../places.ts'
import { couldBeAsked } from '../possible.ts'
import { isAsked } from '../relevance.ts'
import type { Turn } from '../turn.ts'
import { everyStop } from '../walk.ts'
import { repeatOpen } from './open-again.ts'

/** Everything that can be answered now, as one numbered message; the next message is read against it. */
export function askAll(turn: Turn): undefined {
  const { session } = turn
  if (session.awaits.kind === 'nothing') return
  const entries = remaining(turn).map((place) => {
    const choices = choicesFor(turn, place).map(({ code, label }) => ({ code, label }))
    const example = turn.text(place.node.example, place)
    const same = sameValue(turn, place)
    const previous = same && showValue(turn, place, same.value)
    return {
      label: labelOf(turn, place),
      question: place.node.name,
      text: turn.text(place.node.label, place),
      ...itemOf(turn, place),
      ...(choices.length > longestList ? { many: choices.length } : choices.length > 0 && { choices }),
      ...(example && { example }),
      ...(previous && { previous }),
    }
  })
  if (entries.length === 0) return repeatOpen(turn)
  const open = openOf(turn)
  session.step++
  session.awaits = { kind: 'all_answers', ...open }
  turn.emit({ kind: 'all-asked', step: session.step, entries })
}

/** The item that a question of the outermost repeat is about. */
function itemOf(turn: Turn, place: Place<Question>): Pick<AllAsked['entries'][number], 'item'> {
  const [repeat] = turn.layout.repeats.get(place.node)!
  if (!repeat || place.items.length > 1) return {}
  const item = turn.place(repeat, place.items)
  return { item: { label: labelOf(turn, item), name: itemLabel(turn, item) } }
}

/**
 * Questions that have no answer and are asked now or after one of these, the open one included: a whole activity fits one
 * message. Photos cannot come in a text.
 */
export function remaining(turn: Turn): Place<Question>[] {
  const places: Place<Question>[] = []
  const owed = new Set(turn.session.owed)
  for (const place of everyStop(turn)) {
    const { node } = place
    if (node === turn.layout.recap || node === turn.layout.opening || node.type === 'image') continue
    if (turn.state(place.path) && !owed.has(place.path)) continue
    const isOpen = turn.holds(node.relevant, place, true) && isAsked(turn, place)
    if (isOpen || couldBeAsked(turn, place)) places.push(place)
  }
  return places
}
