import type { Form, Question, Repeat } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import type { RecapLine } from './events/index.ts'
import type { EngineContext } from './input.ts'
import { itemLabel } from './item-labels.ts'
import { kindOf, showValue } from './kinds/index.ts'
import { counted, innerRepeats, itemQuestions, labelOf } from './numbering.ts'
import { stateOf } from './overview.ts'
import type { Place } from './places.ts'
import { isAsked, isRelevant } from './relevance.ts'
import type { Session } from './session.ts'
import { Turn } from './turn.ts'

/** The answers, one a line, under the numbers that "ubah N" takes: for staff, exports and whoever takes the report over. */
export function recapOf(form: Form, session: Session, context: EngineContext): readonly RecapLine[] {
  return recapLines(new Turn(form, session, context))
}

export function showRecap(turn: Turn): undefined {
  const { session, layout } = turn
  const place = layout.recap && turn.place(layout.recap, [])
  const text = place && turn.text(place.node.label, place)
  session.step++
  session.state = 'running'
  session.awaits = { kind: 'recap', path: place?.path ?? '' }
  turn.emit({
    kind: 'recap-shown',
    step: session.step,
    ...(text && { text: [...turn.notes, text].join('\n') }),
    lines: recapLines(turn).filter((line) => line.state !== 'open'),
    purpose: 'recap',
    submitted: session.submitted === true,
  })
  turn.notes = []
}

export function recapLines(turn: Turn): RecapLine[] {
  return counted(turn, turn.layout.stops).flatMap((stop) => {
    if (stop.kind === 'question') return questionLines(turn, turn.place(stop, []), 0)
    const place = turn.place(stop, [])
    if (!isRelevant(turn, place)) return []
    return turn.items(stop, []).flatMap((item) => itemLines(turn, turn.place(stop, [item])))
  })
}

/** One item: its name with its state, and below it what was said about it in this round. */
export function itemLines(turn: Turn, item: Place<Repeat>, indent: 0 | 1 = 0): RecapLine[] {
  const path = turn.place(item.node, item.items.slice(0, -1)).path
  const kept = turn.session.kept[path]?.includes(item.items.at(-1)!) ?? false
  const below = kept
    ? []
    : [
        ...itemQuestions(turn, item.node).flatMap((question) =>
          questionLines(turn, turn.place(question, item.items), indent === 0 ? 1 : 2),
        ),
        ...innerRepeats(item.node).flatMap((inner) => innerLines(turn, turn.place(inner, item.items))),
      ]
  const state = kept ? 'carried' : below.every((line) => line.state === 'open') ? 'open' : 'given'
  const head: RecapLine = {
    label: labelOf(turn, item),
    name: itemLabel(turn, item) || `${titleOf(turn, item)} ${turn.node(item).position}`,
    value: kept ? stateOf(turn, item.node, item.items.at(-1)!) : '',
    state,
    indent,
  }
  return [head, ...below]
}

/** The items of a repeat inside an item. */
function innerLines(turn: Turn, place: Place<Repeat>): RecapLine[] {
  if (!isRelevant(turn, place)) return []
  const { node, items } = place
  return turn.items(node, items).flatMap((id) => itemLines(turn, turn.place(node, [...items, id]), 1))
}

/** What an item is called that has no name of its own: its repeat's label, or `kelompok_tani` → "Kelompok tani". */
function titleOf(turn: Turn, { node, items }: Place<Repeat>): string {
  const label = turn.text(node.label, turn.place(node, items.slice(0, -1)))
  if (label !== '' && label.length <= longestName && !label.includes('?')) return label
  const { name } = node
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')
}

function questionLines(turn: Turn, place: Place<Question>, indent: 0 | 1 | 2): RecapLine[] {
  const state = turn.state(place.path)
  if (!state && !(isRelevant(turn, place) && isAsked(turn, place))) return []
  const line = { label: labelOf(turn, place), name: shortName(turn, place), indent }
  if (!state) return [{ ...line, value: '', state: 'open' }]
  if (!('v' in state)) return [{ ...line, value: state.skipped, state: 'skipped' }]
  // deeper than this round: carried along, and not news to the person
  if (state.f === 'carried' && !isAsked(turn, place)) return []
  const given = state.f === 'carried' ? ('carried' as const) : ('given' as const)
  const media = mediaOf(place.node, state.v)
  if (media) return [{ ...line, ...media, state: given }]
  const value = showValue(turn, place, state.v) ?? kindOf(place.node.type).toNode(state.v).text
  return [{ ...line, value, state: given }]
}

/** An attachment's id says nothing to a person. */
function mediaOf({ type }: Question, value: Json): Pick<RecapLine, 'media' | 'count' | 'value'> | undefined {
  if (type === 'image') return { media: 'photo', count: Array.isArray(value) ? value.length : 1, value: '' }
  if (type === 'audio' || (typeof value === 'object' && value !== null && 'voice' in value))
    return { media: 'voice', value: '' }
  return type === 'video' || type === 'file' ? { media: type, value: '' } : undefined
}

/** A name of a few words: the form's own, else the beginning of the question. */
function shortName(turn: Turn, place: Place<Question>): string {
  const short = turn.text(place.node.short, place)
  if (short !== '') return short
  const text = turn.text(place.node.label, place)
  return text.length <= longestName
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', longestName) + 1 || longestName).trim()}…`
}

const longestName = 40
