import type { FormNode, Question, Repeat } from '../flows/form.ts'
import { kindOf } from './kinds/index.ts'
import type { Place } from './places.ts'
import type { Turn } from './turn.ts'

/**
 * The numbers that people call questions by: "ubah 3", "ubah b", "ubah 3.2", the same in recap, `semua` and overview.
 * With one repeat at the top its items are 1 … n and the other questions letters; else everything at the top is 1 … n.
 * Numbers follow the form, not what is relevant just now, so one that was read an hour ago still means the same; only
 * what can never be asked in this conversation takes none.
 */
export function labelOf(turn: Turn, place: Place): string {
  const { stops } = turn.layout
  const [outer] = turn.layout.repeats.get(place.node)!
  const top = outer ?? (place.node.kind === 'repeat' ? place.node : undefined)
  if (!top) return topLabel(turn, place.node as Question)
  const item = turn.items(top, []).indexOf(place.items[0]!) + 1
  const itemName = top === turn.form.mainRepeat ? `${item}` : `${counted(turn, stops).indexOf(top) + 1}.${item}`
  if (place.node === top) return itemName
  return `${itemName}.${innerLabel(turn, top, place)}`
}

/** The place a label means: a question, or an item of a repeat. Case and blanks do not matter. */
export function placeOfLabel(turn: Turn, label: string): Place | undefined {
  const parts = label.trim().toLowerCase().split('.')
  const { mainRepeat } = turn.form
  const tops = counted(turn, turn.layout.stops)
  const [first = '', ...rest] = parts
  if (mainRepeat && /^[a-z]{1,2}$/.test(first)) {
    const question = tops.filter((stop) => stop !== mainRepeat)[letterIndex(first)]
    return question?.kind === 'question' && rest.length === 0 ? turn.place(question, []) : undefined
  }
  if (!parts.every((part) => /^\d{1,3}$/.test(part))) return undefined
  const numbers = parts.map(Number)
  if (mainRepeat) return inItem(turn, mainRepeat, numbers)
  const stop = tops[numbers[0]! - 1]
  if (!stop) return undefined
  if (stop.kind === 'question') return numbers.length === 1 ? turn.place(stop, []) : undefined
  return numbers.length > 1 ? inItem(turn, stop, numbers.slice(1)) : undefined
}

/** Questions of one item, those of inner repeats left out, in the order of their numbers. */
export function itemQuestions(turn: Turn, repeat: Repeat): readonly Question[] {
  const known = turn.numbered.get(repeat)
  if (known) return known as readonly Question[]
  const found: Question[] = []
  const visit = (nodes: readonly FormNode[]) => {
    for (const node of nodes)
      if (node.kind === 'group') visit(node.nodes)
      else if (node.kind === 'question' && isNumbered(turn, node)) found.push(node)
  }
  visit(repeat.nodes)
  turn.numbered.set(repeat, found)
  return found
}

/** What is counted at the top of a form: its questions, and each repeat as one. */
export function counted(turn: Turn, stops: readonly (Question | Repeat)[]): readonly (Question | Repeat)[] {
  const known = turn.numbered.get(stops)
  if (known) return known
  const list = stops.filter((stop) => stop.kind === 'repeat' || isNumbered(turn, stop))
  turn.numbered.set(stops, list)
  return list
}

/** Whether a question can be asked in this conversation at all, and so has a number. */
export function isNumbered(turn: Turn, question: Question): boolean {
  if (!kindOf(question.type).asked || question.calculation) return false
  if (question === turn.layout.opening || question === turn.layout.recap) return false
  if (turn.session.depth !== 'full' && question.depth !== 'core' && question.coreWhen === undefined) return false
  return !isNeverRelevant(turn, question)
}

/**
 * Whether no answer can make it relevant in this conversation: its rule reads nothing but the context ("the village has
 * no plan yet"). Such a question takes no number.
 */
function isNeverRelevant(turn: Turn, question: Question): boolean {
  const rule = question.relevant
  if (!rule || question.repeat?.parents.some((parent) => parent.kind === 'repeat')) return false
  const { form, context } = turn
  if (!rule.references.every((name) => Object.hasOwn(context.fields, name) && !form.byName.has(name))) return false
  if (rule.pathNames.some((name) => form.byName.has(name)) || rule.volatile) return false
  const [item] = question.repeat ? turn.items(question.repeat, []) : []
  return !turn.holds(rule, turn.place(question, item === undefined ? [] : [item]), true)
}

function topLabel(turn: Turn, question: Question): string {
  const tops = counted(turn, turn.layout.stops)
  const { mainRepeat } = turn.form
  if (!mainRepeat) return `${tops.indexOf(question) + 1}`
  return letters(tops.filter((stop) => stop !== mainRepeat).indexOf(question))
}

/** Behind an item's own questions come the repeats inside it, each counted as one: its item, and the question there. */
function innerLabel(turn: Turn, repeat: Repeat, place: Place, depth = 1): string {
  const questions = itemQuestions(turn, repeat)
  if (place.node.kind === 'question' && place.items.length === depth) return `${questions.indexOf(place.node) + 1}`
  const inner = turn.layout.repeats.get(place.node)![depth] ?? (place.node as Repeat)
  const item = turn.items(inner, place.items.slice(0, depth)).indexOf(place.items[depth]!) + 1
  const label = `${questions.length + innerRepeats(repeat).indexOf(inner) + 1}.${item}`
  return place.node === inner ? label : `${label}.${innerLabel(turn, inner, place, depth + 1)}`
}

function inItem(
  turn: Turn,
  repeat: Repeat,
  [item = 0, question, ...rest]: readonly number[],
  outer: readonly string[] = [],
): Place | undefined {
  const id = turn.items(repeat, outer)[item - 1]
  if (id === undefined) return undefined
  const items = [...outer, id]
  if (question === undefined) return turn.place(repeat, items)
  const questions = itemQuestions(turn, repeat)
  const own = questions[question - 1]
  if (own) return rest.length === 0 ? turn.place(own, items) : undefined
  const inner = innerRepeats(repeat)[question - questions.length - 1]
  return inner && rest.length > 0 ? inItem(turn, inner, rest, items) : undefined
}

export function innerRepeats(repeat: Repeat): Repeat[] {
  const visit = (nodes: readonly FormNode[]): Repeat[] =>
    nodes.flatMap((node) => (node.kind === 'repeat' ? [node] : node.kind === 'group' ? visit(node.nodes) : []))
  return visit(repeat.nodes)
}

/** 0 → a, 25 → z, 26 → aa. */
function letters(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26)
}

function letterIndex(text: string): number {
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0) - 1
}
