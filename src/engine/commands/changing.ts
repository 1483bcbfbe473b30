import type { Question, Repeat } from '../../flows/form.ts'
import { answer } from '../answering.ts'
import { ask, openOf } from '../asking.ts'
import type { RecapLine } from '../events/index.ts'
import { moveOn } from '../moving.ts'
import { itemQuestions, labelOf, placeOfLabel } from '../numbering.ts'
import type { Place } from '../places.ts'
import { itemLines, recapLines } from '../recap.ts'
import { isAsked, isRelevant } from '../relevance.ts'
import type { Awaits } from '../session.ts'
import { owe } from '../settling.ts'
import type { Turn } from '../turn.ts'
import { question } from './open-again.ts'

/** "ubah", "ubah 3", "ubah 3.2", "ubah b jadi 12". */
export function change(turn: Turn, argument: string | undefined): undefined {
  if (isLocked(turn)) return
  const asked = argument?.trim() ?? ''
  if (asked === '') return askWhich(turn, topLines(turn))
  const [, label = '', value = ''] =
    /^([a-z]{1,2}|\d+(?:\.\d+)*)\.?(?![\p{L}\d])\s*(?:jadi|menjadi|=|:|->|ke)?\s*(.*)$/isu.exec(asked) ?? []
  const place = label === '' ? undefined : placeOfLabel(turn, label)
  if (place?.node.kind === 'repeat') return changeItem(turn, place as Place<Repeat>)
  const target = place && question(turn, place.path)
  if (!target || !isRelevant(turn, target) || (!turn.state(target.path) && !isAsked(turn, target)))
    return askWhich(turn, topLines(turn), asked)
  if (value.trim() !== '') return correct(turn, target, value)
  ask(turn, target, { because: 'edited', editing: true })
}

/** An item that was closed opens again; of one that was answered the person says which answer. */
function changeItem(turn: Turn, item: Place<Repeat>): undefined {
  const { session } = turn
  const path = turn.place(item.node, item.items.slice(0, -1)).path
  const id = item.items.at(-1)!
  const kept = session.kept[path] ?? []
  if (!kept.includes(id)) {
    const lines = itemLines(turn, item).filter((line) => line.indent > 0)
    if (lines.length > 1) return askWhich(turn, lines)
    return change(turn, lines[0]?.label ?? `${labelOf(turn, item)}.1`)
  }
  session.kept = { ...session.kept, [path]: kept.filter((other) => other !== id) }
  for (const node of itemQuestions(turn, item.node)) {
    const place = turn.place(node, item.items)
    if (isRelevant(turn, place) && isAsked(turn, place)) owe(turn, place.path)
  }
  moveOn(turn)
}

/** One line for each activity: which answer of it is asked next. */
function topLines(turn: Turn): RecapLine[] {
  return recapLines(turn).filter((line) => line.indent === 0)
}

function askWhich(turn: Turn, lines: readonly RecapLine[], unknown?: string): undefined {
  const { session } = turn
  const listed = lines.filter((line) => line.state !== 'open')
  const open = openOf(turn)
  session.step++
  session.state = 'running'
  session.awaits = { kind: 'which_to_change', ...open, labels: listed.map((line) => line.label) }
  turn.emit({
    kind: 'change-choice-asked',
    step: session.step,
    lines: listed,
    ...(unknown !== undefined && { unknown }),
  })
}

/** Reads a text as the new value of an answered question; unclear, that question is what is open then. */
export function correct(turn: Turn, place: Place<Question>, text: string, from?: Awaits): undefined {
  const open = from && 'editing' in from ? from.editing === true : turn.state(place.path) !== undefined
  const editing = open ? { editing: true as const } : {}
  turn.session.awaits = { kind: 'answer', path: place.path, tries: 0, ...editing }
  answer(turn, place, { kind: 'text', text }, editing)
}

/** A verified report does not change. */
export function isLocked(turn: Turn): boolean {
  const { session, context } = turn
  if (!session.submitted || context.reportState !== 'verified') return false
  turn.emit({ kind: 'answer-refused', path: openOf(turn).path, reason: 'verified', tries: 1 })
  return true
}
