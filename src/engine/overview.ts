import type { Question, Repeat } from '../flows/form.ts'
import { offerHuman } from './asking.ts'
import { previousValue } from './carrying.ts'
import { itemLabel } from './item-labels.ts'
import { showValue } from './kinds/index.ts'
import { itemQuestions, labelOf } from './numbering.ts'
import { pass } from './passing.ts'
import type { Place } from './places.ts'
import { isRelevant } from './relevance.ts'
import type { Turn } from './turn.ts'
import { everyStop } from './walk.ts'

/**
 * "Semua sama kecuali 3 dan 5": the list of activities with last round's state, shown once, before the first question
 * after the opening, when there is a last round.
 */
export function needsOverview(turn: Turn): boolean {
  const repeat = turn.form.mainRepeat
  if (!repeat?.over || turn.session.kept[pathOf(turn, repeat)]) return false
  const place = turn.place(repeat, [])
  return isRelevant(turn, place) && turn.items(repeat, []).some((item) => stateOf(turn, repeat, item) !== '')
}

export function showOverview(turn: Turn, tries = 0): undefined {
  const repeat = turn.form.mainRepeat!
  const { session } = turn
  const introduction = turn.notes.filter((text) => text !== '').join('\n')
  turn.notes = []
  session.step++
  session.state = 'running'
  session.awaits = { kind: 'same_overview', ...(tries > 0 && { tries }) }
  turn.emit({
    kind: 'overview-shown',
    step: session.step,
    ...(introduction && { introduction }),
    ...(tries > 0 && { help: tries > 1 ? 2 : 1 }),
    items: turn.items(repeat, []).map((item) => {
      const place = turn.place(repeat, [item])
      return { label: labelOf(turn, place), name: itemLabel(turn, place), state: stateOf(turn, repeat, item) }
    }),
  })
}

/** A reply to the list that is none: shown again with more help, and a person is offered in the end. */
export function refuseOverview(turn: Turn, reason: 'unclear' | 'wrong_kind'): undefined {
  const { awaits } = turn.session
  const path = pathOf(turn, turn.form.mainRepeat!)
  const tries = ('tries' in awaits ? (awaits.tries ?? 0) : 0) + 1
  turn.emit({ kind: 'answer-refused', path, reason, tries })
  if (tries % 3 === 0) return offerHuman(turn, { path, tries })
  showOverview(turn, tries)
}

/** Whether there is an item to close besides those closed already. */
export function canKeep(turn: Turn, changed: readonly string[]): boolean {
  const repeat = turn.form.mainRepeat!
  const known = turn.session.kept[pathOf(turn, repeat)] ?? []
  return turn
    .items(repeat, [])
    .some((item) => !changed.includes(item) && !known.includes(item) && stateOf(turn, repeat, item) !== '')
}

/** Closes every item but the changed ones with last round's values. An item without any stays open. */
export function keepItems(turn: Turn, changed: readonly string[]): undefined {
  const repeat = turn.form.mainRepeat!
  const path = pathOf(turn, repeat)
  const items = turn.items(repeat, [])
  const before = turn.session.kept[path] ?? []
  const all = items.filter((item) => !changed.includes(item) && stateOf(turn, repeat, item) !== '')
  const kept = all.filter((item) => !before.includes(item))
  turn.session.kept = { ...turn.session.kept, [path]: all }
  if (kept.length > 0)
    turn.emit({
      kind: 'items-kept',
      kept: kept.map((item) => labelOf(turn, turn.place(repeat, [item]))),
      open: items.filter((item) => !all.includes(item)).map((item) => labelOf(turn, turn.place(repeat, [item]))),
    })
  const inKept = new Set(kept)
  for (const place of everyStop(turn))
    if (inKept.has(place.items[0] ?? '') && turn.layout.repeats.get(place.node)![0] === repeat)
      if (turn.holds(place.node.relevant, place, true)) pass(turn, place)
}

/** Last round's state in words: the first choice among the item's questions, and a percentage where there is one. */
export function stateOf(turn: Turn, repeat: Repeat, item: string): string {
  const words: string[] = []
  for (const question of itemQuestions(turn, repeat)) {
    const isState = question.type === 'select_one' ? words.length === 0 : question.type === 'percent'
    if (!isState || !question.previous) continue
    const place: Place<Question> = turn.place(question, [item])
    const value = previousValue(turn, place)
    const shown = value === undefined ? undefined : showValue(turn, place, value)
    if (shown) words.push(shown)
  }
  return words.join(', ')
}

function pathOf(turn: Turn, repeat: Repeat): string {
  return turn.place(repeat, []).path
}
