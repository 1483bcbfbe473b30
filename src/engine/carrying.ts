import type { DataNode } from '../flows/expressions/index.ts'
import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { kindOf } from './kinds/index.ts'
import type { Place } from './places.ts'
import type { Turn } from './turn.ts'

/** Last round's value of a question, from its `previous`. */
export function previousValue(turn: Turn, place: Place<Question>): Json | undefined {
  const { previous, type } = place.node
  if (!previous) return undefined
  const result = previous.evaluate(turn.scope(place))
  const kind = kindOf(type)
  if (result.type !== 'nodeset') return result.value === '' ? undefined : kind.fromText(String(result.value))
  const [node] = result.value
  if (!node) return undefined
  const parts = kind.fromParts && partsOf(node)
  if (parts) return kind.fromParts?.(parts)
  const text = node.text()
  return text === '' ? undefined : kind.fromText(text)
}

/** `hasil_jumlah` and `hasil_satuan` beside `hasil`, or inside it: the parts of a compound answer. */
function partsOf(node: DataNode): Readonly<Record<string, string>> | undefined {
  const prefix = `${node.name}_`
  const parts: Record<string, string> = {}
  let found = false
  for (const other of [...node.children(), ...(node.parent?.children() ?? [])])
    if (other.name.startsWith(prefix)) {
      const suffix = other.name.slice(prefix.length)
      if (suffix in parts || other.text() === '') continue
      parts[suffix] = other.text()
      found = true
    }
  return found ? parts : undefined
}

/** What "sama" would take: the value it has, else last round's, else the form's default. */
export function sameValue(
  turn: Turn,
  place: Place<Question>,
): { readonly value: Json; readonly by: 'person' | 'carried' | 'default' } | undefined {
  const current = turn.value(place.path)
  if (current !== undefined) return { value: current, by: 'person' }
  const previous = previousValue(turn, place)
  if (previous !== undefined) return { value: previous, by: 'carried' }
  const standard = defaultValue(turn, place)
  return standard === undefined ? undefined : { value: standard, by: 'default' }
}

export function defaultValue(turn: Turn, place: Place<Question>): Json | undefined {
  const { default: expression, type } = place.node
  if (!expression) return undefined
  const result = expression.evaluate(turn.scope(place))
  const text = result.type === 'nodeset' ? (result.value[0]?.text() ?? '') : String(result.value)
  return text === '' || text === 'NaN' ? undefined : kindOf(type).fromText(text)
}
