import type { FormNode, Repeat } from '../flows/form.ts'
import type { Layout } from './layout.ts'
import type { Session } from './session.ts'

/**
 * A node of the form in one conversation: with the items of the repeats around it. The place of a repeat with one item
 * more than there are repeats around it is that item: `kegiatan[e12]`.
 */
export interface Place<N extends FormNode = FormNode> {
  readonly node: N
  /** Item ids of the repeats around it, outermost first. */
  readonly items: readonly string[]
  readonly path: string
}

export function placeOf<N extends FormNode>(layout: Layout, node: N, items: readonly string[]): Place<N> {
  const pieces = layout.pieces.get(node)!
  let path = pieces[0]!
  for (let i = 1; i < pieces.length; i++) path += items[i - 1]! + pieces[i]!
  if (items.length >= pieces.length) path += `[${items[items.length - 1]!}]`
  return { node, items, path }
}

/** The place a path means, undefined when the form has no such node: paths come from rows of older versions too. */
export function findPlace(layout: Layout, path: string): Place | undefined {
  const items: string[] = []
  const skeleton = path.replace(/\[([^\]]*)\]/g, (_, id: string) => {
    items.push(id)
    return '[]'
  })
  const node = layout.bySkeleton.get(skeleton)
  return node && { node, items, path }
}

/** Negative when `a` comes before `b` in the conversation, 0 when they are the same. */
export function compare(layout: Layout, session: Session, a: Place, b: Place): number {
  const chainA = [...a.node.parents, a.node]
  const chainB = [...b.node.parents, b.node]
  let depth = 0
  for (let i = 0; ; i++) {
    const nodeA = chainA[i]
    const nodeB = chainB[i]
    // what contains comes before what it contains
    if (!nodeA || !nodeB) return chainA.length - chainB.length || a.items.length - b.items.length
    if (nodeA !== nodeB) return layout.index.get(nodeA)! - layout.index.get(nodeB)!
    if (nodeA.kind !== 'repeat') continue
    const itemA = a.items[depth]
    const itemB = b.items[depth]
    if (itemA === undefined || itemB === undefined) return a.items.length - b.items.length
    if (itemA !== itemB) {
      const list = session.items[placeOf(layout, nodeA, a.items.slice(0, depth)).path] ?? []
      return list.indexOf(itemA) - list.indexOf(itemB)
    }
    depth++
  }
}

/** The items that two nodes surely share: those of the outer repeats that both are in. */
export function sharedItems(layout: Layout, from: FormNode, items: readonly string[], to: FormNode): readonly string[] {
  const own = layout.repeats.get(from)!
  const other = layout.repeats.get(to)!
  let shared = 0
  // the place of an item is inside its own repeat
  const at = (i: number): Repeat | undefined =>
    own[i] ?? (i === own.length && from.kind === 'repeat' ? from : undefined)
  while (shared < items.length && shared < other.length && at(shared) === other[shared]) shared++
  return shared === items.length ? items : items.slice(0, shared)
}
