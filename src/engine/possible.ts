import type { Expression } from '../flows/expressions/index.ts'
import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { choicesFor } from './choice-lists.ts'
import { kindOf } from './kinds/index.ts'
import { type Place, sharedItems } from './places.ts'
import { isAsked, isKept, isRelevant } from './relevance.ts'
import type { Turn } from './turn.ts'

/**
 * Whether an answer that is still missing could make a question asked: each choice of what its rules read is tried.
 * Costs as many evaluations as there are choices; for `semua`, not for steps.
 */
export function couldBeAsked(turn: Turn, place: Place<Question>): boolean {
  const { node } = place
  if (!kindOf(node.type).asked || node.calculation || isKept(turn, place)) return false
  for (const source of sourcesOf(turn, [node.relevant, node.coreWhen])) {
    const at = turn.place(source, sharedItems(turn.layout, node, place.items, source))
    if (turn.layout.repeats.get(source)!.length > at.items.length || turn.state(at.path)) continue
    for (const value of triedValues(turn, at)) if (isAskedWith(turn, place, at, value)) return true
  }
  return false
}

function isAskedWith(turn: Turn, place: Place<Question>, source: Place<Question>, value: Json): boolean {
  turn.trial = { path: source.path, value }
  try {
    return isRelevant(turn, place) && isAsked(turn, place)
  } finally {
    turn.trial = undefined
  }
}

function triedValues(turn: Turn, place: Place<Question>): readonly Json[] {
  const { type } = place.node
  const codes = choicesFor(turn, place).map((choice) => choice.code)
  if (type === 'select_multiple') return codes.map((code) => [code])
  return codes.length > 0 ? codes : (kindOf(type).buttons ?? [])
}

/** The questions that rules read, through calculations as well. */
function sourcesOf(turn: Turn, rules: readonly (Expression | undefined)[]): ReadonlySet<Question> {
  const found = new Set<Question>()
  const visited = new Set<string>()
  const visit = (rule: Expression | undefined) => {
    for (const name of rule?.references ?? []) {
      if (visited.has(name)) continue
      visited.add(name)
      const node = turn.form.byName.get(name)
      if (node?.kind !== 'question') continue
      if (node.calculation) visit(node.calculation)
      else found.add(node)
    }
  }
  for (const rule of rules) visit(rule)
  return found
}
