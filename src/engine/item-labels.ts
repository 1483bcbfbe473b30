import type { Repeat } from '../flows/form.ts'
import type { Place } from './places.ts'
import { childText, type Turn } from './turn.ts'

/** What an item is called: the plan's label, or the first text that was typed about it; '' while it has no name. */
export function itemLabel(turn: Turn, item: Place<Repeat>): string {
  const outer = item.items.slice(0, -1)
  const planned = turn.planNodes(turn.place(item.node, outer)).get(item.items.at(-1)!)
  if (planned) return childText(planned, 'label') || childText(planned, 'name') || planned.text()
  for (const node of item.node.nodes) {
    if (node.kind !== 'question' || node.type !== 'text') continue
    const value = turn.value(turn.place(node, item.items).path)
    return typeof value === 'string' ? value : ''
  }
  return ''
}
