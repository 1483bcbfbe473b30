import type { FormNode, Question, Repeat } from '../flows/form.ts'
import { choicesFor } from './choice-lists.ts'
import { compare, type Place, sharedItems } from './places.ts'
import { isAsked, isRelevant } from './relevance.ts'
import { allAnswers } from './session.ts'
import type { Turn } from './turn.ts'
import { grows } from './walk.ts'

/** More changes than any answer causes: rules that chase each other must end. */
const mostChanges = 2_000

/**
 * After a value changed: recounts the items of repeats, takes out what is no longer relevant, computes again what is
 * calculated, and owes what became relevant behind the position. Looks at what depends on the change and at nothing
 * else. Rows are written once per path, with the value that came out in the end.
 */
export function settle(turn: Turn, origin: Place): undefined {
  const work: Work = { before: new Map(), changed: [origin] }
  for (let done = 0; done < work.changed.length && done < mostChanges; done++) {
    const changed = work.changed[done]!
    for (const node of readersOf(turn, changed.node)) {
      const shared = sharedItems(turn.layout, changed.node, changed.items, node)
      turn.eachPlace(node, shared, (place) => {
        if (settleOne(turn, place, changed.node.name, work)) work.changed.push(place)
      })
    }
  }
  report(turn, work.before)
}

/** Computes a calculation; true when its value changed. */
function calculate(turn: Turn, place: Place<Question>): boolean {
  const value = turn.calculated(place.node, place)
  const state = turn.state(place.path)
  const known = state && 'v' in state ? String(state.v) : ''
  if (value === known) return false
  turn.setState(place.path, value === '' ? undefined : { v: value })
  return true
}

/** The nodes that read a node's value: relevance and calculations in the order in which they can be worked out. */
function readersOf(turn: Turn, changed: FormNode): readonly FormNode[] {
  const { layout, form } = turn
  const names = form.dependants.get(changed.name)
  if (!names) return []
  let readers = readerLists.get(names)
  if (!readers) {
    const nodes = names.flatMap((name) => layout.byName.get(name) ?? [])
    const rank = (node: FormNode) => (node.kind === 'repeat' ? -1 : (layout.calculationOrder.get(node.name) ?? 1e6))
    readers = nodes.toSorted((a, b) => rank(a) - rank(b))
    readerLists.set(names, readers)
  }
  return readers
}
const readerLists = new WeakMap<readonly string[], readonly FormNode[]>()

/** What settling has to look at still, and what it changed: each path with the state it had before. */
interface Work {
  readonly before: Map<string, string | undefined>
  readonly changed: Place[]
}

function settleOne(turn: Turn, place: Place, because: string, work: Work): boolean {
  switch (place.node.kind) {
    case 'group':
      return false
    case 'repeat':
      return recount(turn, place as Place<Repeat>, work)
    case 'question':
      return settleQuestion(turn, place as Place<Question>, because, work)
  }
}

function recount(turn: Turn, place: Place<Repeat>, work: Work): boolean {
  const known = turn.session.items[place.path]
  // what was never looked at is counted when it is; what grows is counted by the person
  if (!known || grows(place.node)) return false
  turn.forgetPlanNodes(place.path)
  const items = turn.computeItems(place)
  if (items.length === known.length && items.every((item, i) => item === known[i])) return false
  turn.session.items = { ...turn.session.items, [place.path]: items }
  for (const item of known) if (!items.includes(item)) clearUnder(turn, `${place.path}[${item}]/`, work)
  for (const item of items) if (!known.includes(item)) oweItem(turn, turn.place(place.node, [...place.items, item]))
  return true
}

function clearUnder(turn: Turn, prefix: string, work: Work): undefined {
  for (const path of Object.keys(allAnswers(turn.session))) {
    if (!path.startsWith(prefix)) continue
    clear(turn, path, work)
    const place = turn.find(path)
    if (place) work.changed.push(place)
  }
  turn.session.owed = turn.session.owed.filter((path) => !path.startsWith(prefix))
}

/** The questions of an item that appeared behind the position. */
function oweItem(turn: Turn, item: Place): undefined {
  const visit = (nodes: readonly FormNode[]) => {
    for (const node of nodes)
      if (node.kind === 'question') oweIfDue(turn, turn.place(node, item.items))
      else if (node.kind === 'group') visit(node.nodes)
  }
  if (item.node.kind === 'repeat') visit(item.node.nodes)
}

function settleQuestion(turn: Turn, place: Place<Question>, because: string, work: Work): boolean {
  const { node, path } = place
  const state = turn.state(path)
  const isTriggered = node.triggers.includes(because)
  // ahead and without a value: its turn comes when it is reached
  if (!state && !isTriggered && !isBehind(turn, place)) return false
  if (!isRelevant(turn, place)) {
    if (turn.session.owed.includes(path)) turn.session.owed = turn.session.owed.filter((other) => other !== path)
    if (!state) return false
    clear(turn, path, work)
    return true
  }
  if (node.calculation) {
    if (node.triggers.length > 0 && !isTriggered) return false
    const known = remembered(turn, path)
    if (!calculate(turn, place)) return false
    if (!work.before.has(path)) work.before.set(path, known)
    return true
  }
  if (!state) {
    oweIfDue(turn, place)
    return false
  }
  if (!('v' in state)) return false
  if (node.choiceFilter && !isStillOffered(turn, place)) {
    clear(turn, path, work)
    oweIfDue(turn, place)
    return true
  }
  if (node.constraint && !turn.holds(node.constraint, place, true) && isAsked(turn, place)) owe(turn, path)
  return false
}

function isStillOffered(turn: Turn, place: Place<Question>): boolean {
  const value = turn.value(place.path)
  const codes = Array.isArray(value) ? value : [value]
  const offered = new Set(choicesFor(turn, place).map((choice) => choice.code))
  return codes.every((code) => typeof code === 'string' && offered.has(code))
}

/** Behind the position and not answered: it became relevant, so it is asked before the conversation goes on. */
function oweIfDue(turn: Turn, place: Place<Question>): undefined {
  if (turn.state(place.path) || !isBehind(turn, place)) return
  if (isRelevant(turn, place) && isAsked(turn, place)) owe(turn, place.path)
}

function isBehind(turn: Turn, place: Place): boolean {
  const { position } = turn.session
  if (position === '') return false
  if (position === 'end') return true
  const at = turn.find(position)
  return at !== undefined && compare(turn.layout, turn.session, place, at) < 0
}

/** Puts a path among those that must be asked, in the order of the form. */
export function owe(turn: Turn, path: string): undefined {
  if (turn.session.owed.includes(path)) return
  const owed = [...turn.session.owed, path]
  const places = new Map(owed.map((other) => [other, turn.find(other)]))
  turn.session.owed = owed.sort((a, b) => {
    const first = places.get(a)
    const second = places.get(b)
    return first && second ? compare(turn.layout, turn.session, first, second) : 0
  })
}

function clear(turn: Turn, path: string, work: Work): undefined {
  if (!work.before.has(path)) work.before.set(path, remembered(turn, path))
  turn.setState(path, undefined)
}

function remembered(turn: Turn, path: string): string | undefined {
  const state = turn.state(path)
  return state && JSON.stringify(state)
}

function report(turn: Turn, before: Work['before']): undefined {
  for (const [path, was] of before) {
    const state = turn.state(path)
    if ((state && JSON.stringify(state)) === was) continue
    const place = turn.find(path)
    const question = place?.node.name ?? path
    if (!state) turn.emit({ kind: 'answer-cleared', path, question, because: 'irrelevant' })
    else if ('v' in state && place?.node.kind === 'question')
      turn.emit({
        kind: 'answer-recorded',
        path,
        question,
        type: place.node.type,
        value: state.v,
        by: 'calculated',
        ...(was !== undefined && { replaced: true }),
      })
  }
}
