import type { FormNode, Question, Repeat } from '../flows/form.ts'
import type { Place } from './places.ts'
import type { Turn } from './turn.ts'

/** Where the way through a form stops: at a question, or at the end of a repeat that may grow by another item. */
export type Stop =
  | { readonly kind: 'question'; readonly place: Place<Question> }
  | { readonly kind: 'another'; readonly place: Place<Repeat> }

/** The first stop of the form, groups and repeats that are not relevant left out. */
export function firstStop(turn: Turn): Stop | undefined {
  const [first] = turn.form.nodes
  return first && enter(turn, first, [])
}

/**
 * The stop after a question, or after a repeat that is done. Costs what lies between the two, however far into the form
 * they are. Questions that are not relevant are stops too: only what contains them is left out.
 */
export function stopAfter(turn: Turn, { node, items }: Place): Stop | undefined {
  const outer = node.kind === 'repeat' ? items.slice(0, turn.layout.repeats.get(node)!.length) : items
  return leave(turn, node, outer)
}

/** Whether the items of a repeat are named one after the other in the conversation. */
export function grows(repeat: Repeat): boolean {
  return repeat.over === undefined && repeat.count === undefined
}

function enter(turn: Turn, start: FormNode, startItems: readonly string[]): Stop | undefined {
  let node = start
  let items = startItems
  while (node.kind !== 'question') {
    const place = turn.place(node, items)
    if (!turn.holds(node.relevant, place, true)) return leave(turn, node, items)
    if (node.kind === 'repeat') {
      const [item] = turn.items(node, items)
      if (item === undefined) return leave(turn, node, items)
      items = [...items, item]
    }
    const [first] = node.nodes
    if (!first) return leave(turn, node, items.slice(0, turn.layout.repeats.get(node)!.length))
    node = first
  }
  return { kind: 'question', place: turn.place(node, items) }
}

/** The stop after one item of a repeat: the next item's first, or what follows the repeat. */
export function afterItem(turn: Turn, repeat: Repeat, items: readonly string[]): Stop | undefined {
  const outer = items.slice(0, -1)
  const list = turn.items(repeat, outer)
  const at = list.indexOf(items.at(-1)!)
  const following = at < 0 ? undefined : list[at + 1]
  if (following !== undefined) return enter(turn, repeat.nodes[0]!, [...outer, following])
  const place = turn.place(repeat, outer)
  if (grows(repeat) && !turn.session.closed.includes(place.path)) return { kind: 'another', place }
  return leave(turn, repeat, outer)
}

function leave(turn: Turn, start: FormNode, items: readonly string[]): Stop | undefined {
  let node = start
  for (;;) {
    const parent = node.parents.at(-1)
    const next = (parent ? parent.nodes : turn.form.nodes)[turn.layout.index.get(node)! + 1]
    if (next) return enter(turn, next, items)
    if (!parent) return undefined
    if (parent.kind === 'repeat') return afterItem(turn, parent, items)
    node = parent
  }
}

/** Every question in the order asked, from the start. For recaps and checks of the whole, not for steps. */
export function* everyStop(turn: Turn): Generator<Place<Question>> {
  for (let stop = firstStop(turn); stop; stop = stopAfter(turn, stop.place))
    if (stop.kind === 'question') yield stop.place
}
