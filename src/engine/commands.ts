import type { Question, Repeat } from '../flows/form.ts'
import { HOUR } from '../lib/local-time.ts'
import { answer, askReason, give } from './answering.ts'
import { ask, offerHuman, openOf } from './asking.ts'
import { sameValue } from './carrying.ts'
import { choicesFor } from './choice-lists.ts'
import type { AllAsked, RecapLine } from './events/index.ts'
import { itemLabel } from './item-labels.ts'
import { kindOf, showValue } from './kinds/index.ts'
import { moveOn } from './moving.ts'
import { itemQuestions, labelOf, placeOfLabel } from './numbering.ts'
import { canKeep, keepItems, showOverview } from './overview.ts'
import { longestList } from './pages.ts'
import { readUntil } from './pause-times.ts'
import { compare, type Place } from './places.ts'
import { couldBeAsked } from './possible.ts'
import { countAnswered, progressAt } from './progress.ts'
import { itemLines, recapLines, showRecap } from './recap.ts'
import { record, recordSkip } from './recording.ts'
import { isAsked, isRelevant } from './relevance.ts'
import { type Awaits, answerStates } from './session.ts'
import { owe } from './settling.ts'
import type { Turn } from './turn.ts'
import { everyStop } from './walk.ts'

/**
 * The words that work at any step of any form. True when the word was one of them; others (`lapor`, `berhenti`,
 * `data saya` …) are dealt with before a message reaches a conversation.
 */
export function obey(turn: Turn, command: string, argument: string | undefined): boolean {
  switch (command) {
    case 'mulai':
    case 'lanjut':
      goOn(turn)
      return true
    case 'kembali':
      // "kembali ke 5" names the question
      if (argument === undefined) goBack(turn)
      else change(turn, argument)
      return true
    case 'ubah':
      change(turn, argument)
      return true
    case 'koreksi':
      takeBack(turn, argument)
      return true
    case 'lewati':
      skip(turn)
      return true
    case 'nanti':
      askPause(turn, argument)
      return true
    case 'ringkasan':
      showSummary(turn)
      return true
    case 'bantuan':
      help(turn)
      return true
    case 'batal':
      leave(turn)
      return true
    case 'semua':
      askAll(turn)
      return true
    case 'sama':
      return same(turn)
    case 'semua_sama':
      return sameForTheRest(turn, argument)
    default:
      return false
  }
}

/** Puts what is open once more, as it was. */
export function repeatOpen(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  switch (awaits.kind) {
    case 'nothing':
      return
    case 'same_overview':
      return showOverview(turn)
    case 'recap':
      return showRecap(turn)
    case 'another_item':
      return moveOn(turn)
    case 'pause_until':
      session.awaits = awaits.back
      return repeatOpen(turn)
    case 'correction_reason':
      return askReason(turn, awaits, 'correction')
    case 'reason':
      return askReason(turn, awaits, 'soft_check')
    case 'skip_reason':
      return askReason(turn, awaits, 'skip')
    case 'confirm': {
      const place = question(turn, awaits.path)
      if (!place) return moveOn(turn)
      const { raw, approximate, editing } = awaits
      return give(turn, place, awaits.value, {
        by: 'person',
        raw,
        ...(approximate && { approximate }),
        ...(editing && { editing }),
      })
    }
    default:
      return askOpen(turn)
  }
}

/** Puts the question behind what is open: after a side step such as help or a list to choose from. */
export function askOpen(turn: Turn): undefined {
  const { awaits } = turn.session
  const open = openOf(turn)
  const place = question(turn, open.path)
  if (!place || place.node === turn.layout.recap || !isRelevant(turn, place)) return moveOn(turn)
  ask(turn, place, {
    tries: open.tries % 3,
    ...(open.editing && { editing: true }),
    ...(awaits.kind === 'answer' && awaits.pending && { pending: awaits.pending }),
    ...(awaits.kind === 'answer' && awaits.helped && { helped: true }),
    ...(awaits.kind === 'answer' && awaits.page !== undefined && { page: awaits.page }),
  })
}

export function question(turn: Turn, path: string): Place<Question> | undefined {
  const place = turn.find(path)
  return place?.node.kind === 'question' ? (place as Place<Question>) : undefined
}

/** "mulai", "lanjut", or the bot itself after a pause: one line of where we are, then the open question. */
export function goOn(turn: Turn, always = false): undefined {
  const { session } = turn
  if (session.awaits.kind === 'nothing') return
  const afterMs = turn.context.now - session.touchedAt
  if (always || session.state === 'paused' || afterMs >= HOUR) {
    const answered = countAnswered(turn, undefined)
    const { of } = progressAt(turn, undefined)
    turn.emit({ kind: 'session-resumed', afterMs, answered, of })
  }
  session.state = 'running'
  repeatOpen(turn)
}

/** To the question before, shown with its value. */
function goBack(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  // from a check of a value, back is to that value's question
  if (beside.has(awaits.kind)) return askOpen(turn)
  const open = awaits.kind === 'recap' || awaits.kind === 'nothing' ? '' : openOf(turn).path
  const trail = session.trail.filter((path) => path !== open)
  let target: Place<Question> | undefined
  while (trail.length > 0 && !target) {
    const place = question(turn, trail.at(-1)!)
    if (place && turn.state(place.path) && isRelevant(turn, place) && place.node !== turn.layout.opening) target = place
    else trail.pop()
  }
  target ??= before(turn, open)
  if (!target) {
    turn.emit({ kind: 'nothing-to-undo' })
    return repeatOpen(turn)
  }
  if (isLocked(turn)) return
  session.trail = trail
  ask(turn, target, { because: 'edited', editing: true })
}

/** The last question before a path that the person was asked. Walks the form: only when the trail has been walked back. */
function before(turn: Turn, path: string): Place<Question> | undefined {
  const limit = turn.find(path)
  let found: Place<Question> | undefined
  for (const place of everyStop(turn)) {
    if (limit && compare(turn.layout, turn.session, place, limit) >= 0) break
    if (place.node === turn.layout.opening || place.node === turn.layout.recap) continue
    if (turn.state(place.path) && isAsked(turn, place)) found = place
  }
  return found
}

/** "eh salah, 12": the answer before was wrong, and this is the right one. */
function takeBack(turn: Turn, argument: string | undefined): undefined {
  if (argument === undefined || argument.trim() === '') return goBack(turn)
  const { awaits } = turn.session
  const open = 'path' in awaits ? awaits.path : ''
  // a value that is being checked is the one that was wrong
  const held = 'value' in awaits ? question(turn, open) : undefined
  if (held) return correct(turn, held, argument, awaits)
  const path = turn.session.trail.findLast((other) => other !== open && turn.state(other) !== undefined)
  const place = path === undefined ? undefined : question(turn, path)
  if (!place || !isRelevant(turn, place)) {
    turn.emit({ kind: 'nothing-to-undo' })
    return repeatOpen(turn)
  }
  if (isLocked(turn)) return
  correct(turn, place, argument)
}

/** Reads a text as the new value of an answered question; unclear, that question is what is open then. */
export function correct(turn: Turn, place: Place<Question>, text: string, from?: Awaits): undefined {
  const open = from && 'editing' in from ? from.editing === true : turn.state(place.path) !== undefined
  const editing = open ? { editing: true as const } : {}
  turn.session.awaits = { kind: 'answer', path: place.path, tries: 0, ...editing }
  answer(turn, place, { kind: 'text', text }, editing)
}

/** A verified report does not change. */
function isLocked(turn: Turn): boolean {
  const { session, context } = turn
  if (!session.submitted || context.reportState !== 'verified') return false
  turn.emit({ kind: 'answer-refused', path: openOf(turn).path, reason: 'verified', tries: 1 })
  return true
}

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

/** Optional: left out. Required: why? While editing: it stays as it is. */
export function skip(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  if (awaits.kind === 'skip_reason') return askReason(turn, awaits, 'skip')
  if (awaits.kind === 'reason' || awaits.kind === 'confirm' || awaits.kind === 'correction_reason') return askOpen(turn)
  const open = openOf(turn)
  const place = question(turn, open.path)
  const isQuestion = 'path' in awaits && awaits.kind !== 'recap' && awaits.kind !== 'another_item'
  if (!isQuestion || !place || place.node === turn.layout.opening) return repeatOpen(turn)
  if (turn.value(place.path) !== undefined) {
    session.owed = session.owed.filter((path) => path !== place.path)
    return moveOn(turn)
  }
  if (turn.holds(place.node.required, place, false)) return askReason(turn, { kind: 'skip_reason', ...open }, 'skip')
  recordSkip(turn, place, '')
  moveOn(turn)
}

/** "nanti": when shall we go on? "nanti sore" says it at once. */
export function askPause(turn: Turn, when: string | undefined): undefined {
  const { session } = turn
  if (session.awaits.kind === 'nothing') return
  const back = session.awaits.kind === 'pause_until' ? session.awaits.back : session.awaits
  const until = when === undefined ? undefined : readUntil(when, turn.context)
  if (until !== undefined) return pause(turn, back, until)
  const open = openOf(turn)
  session.step++
  session.awaits = { kind: 'pause_until', ...open, back }
  turn.emit({ kind: 'pause-asked', step: session.step })
}

/** Nothing expires while it rests; what was open is open when the person comes back. */
export function pause(turn: Turn, back: Awaits, until: number | undefined): undefined {
  const { session } = turn
  const answered = countAnswered(turn, undefined)
  const { of } = progressAt(turn, undefined)
  session.awaits = back
  session.state = 'paused'
  turn.emit({ kind: 'session-paused', ...(until !== undefined && { until }), answered, of })
}

function showSummary(turn: Turn): undefined {
  const { session } = turn
  session.step++
  turn.emit({
    kind: 'recap-shown',
    step: session.step,
    lines: recapLines(turn).filter((line) => line.state !== 'open'),
    purpose: 'summary',
    submitted: session.submitted === true,
  })
  if (session.awaits.kind !== 'recap') repeatOpen(turn)
}

/** Once: the hint and an example. Twice at the same question: a person. */
function help(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  const place = 'path' in awaits ? question(turn, awaits.path) : undefined
  if (awaits.kind !== 'answer' || !place) {
    if (awaits.kind === 'nothing') return
    turn.emit({ kind: 'help-given' })
    return repeatOpen(turn)
  }
  if (awaits.helped) return offerHuman(turn, awaits)
  const hint = turn.text(place.node.hint, place)
  const example = turn.text(place.node.example, place)
  turn.emit({ kind: 'help-given', ...(hint && { hint }), ...(example && { example }) })
  session.awaits = { ...awaits, helped: true }
  askOpen(turn)
}

/** "batal": out of the current change; a report is never deleted by it. */
function leave(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  if (awaits.kind === 'nothing') return
  const open = openOf(turn)
  const inEdit = open.editing === true && !session.owed.includes(open.path)
  if (awaits.kind === 'which_to_change' || inEdit) {
    session.awaits = { kind: 'answer', path: session.position, tries: 0 }
    return moveOn(turn)
  }
  if (beside.has(awaits.kind)) return askOpen(turn)
  repeatOpen(turn)
}

/** Asked about a question, so leaving it leads back to that question. */
const beside: ReadonlySet<string> = new Set(['confirm', 'reason', 'correction_reason', 'skip_reason', 'all_answers'])

/** Everything that can be answered now, as one numbered message; the next message is read against it. */
function askAll(turn: Turn): undefined {
  const { session } = turn
  if (session.awaits.kind === 'nothing') return
  const entries = remaining(turn).map((place) => {
    const choices = choicesFor(turn, place).map(({ code, label }) => ({ code, label }))
    const example = turn.text(place.node.example, place)
    const same = sameValue(turn, place)
    const previous = same && showValue(turn, place, same.value)
    return {
      label: labelOf(turn, place),
      question: place.node.name,
      text: turn.text(place.node.label, place),
      ...itemOf(turn, place),
      ...(choices.length > longestList ? { many: choices.length } : choices.length > 0 && { choices }),
      ...(example && { example }),
      ...(previous && { previous }),
    }
  })
  if (entries.length === 0) return repeatOpen(turn)
  const open = openOf(turn)
  session.step++
  session.awaits = { kind: 'all_answers', ...open }
  turn.emit({ kind: 'all-asked', step: session.step, entries })
}

/** The item that a question of the outermost repeat is about. */
function itemOf(turn: Turn, place: Place<Question>): Pick<AllAsked['entries'][number], 'item'> {
  const [repeat] = turn.layout.repeats.get(place.node)!
  if (!repeat || place.items.length > 1) return {}
  const item = turn.place(repeat, place.items)
  return { item: { label: labelOf(turn, item), name: itemLabel(turn, item) } }
}

/**
 * Questions that have no answer and are asked now or after one of these, the open one included: a whole activity fits one
 * message. Photos cannot come in a text.
 */
export function remaining(turn: Turn): Place<Question>[] {
  const places: Place<Question>[] = []
  const owed = new Set(turn.session.owed)
  for (const place of everyStop(turn)) {
    const { node } = place
    if (node === turn.layout.recap || node === turn.layout.opening || node.type === 'image') continue
    if (turn.state(place.path) && !owed.has(place.path)) continue
    const isOpen = turn.holds(node.relevant, place, true) && isAsked(turn, place)
    if (isOpen || couldBeAsked(turn, place)) places.push(place)
  }
  return places
}

/** "semua sama" inside the activities: those that nobody has answered yet keep last round's values. */
function sameForTheRest(turn: Turn, exceptions: string | undefined): boolean {
  const repeat = turn.form.mainRepeat
  const { awaits } = turn.session
  if (!repeat?.over || awaits.kind !== 'answer' || awaits.editing || turn.session.position === 'end') return false
  const labels = (exceptions ?? '').split(/[\s,]+/).filter((label) => label !== '')
  const except = labels.map((label) => placeOfLabel(turn, label))
  if (except.some((place) => place?.node !== repeat)) return false
  const { path } = turn.place(repeat, [])
  const known = turn.session.kept[path] ?? []
  const changed = turn
    .items(repeat, [])
    .filter((item) => !known.includes(item))
    .filter(
      (item) =>
        except.some((place) => place?.items[0] === item) ||
        isPassed(turn, turn.place(repeat, [item])) ||
        wasAnswered(turn, `${path}[${item}]/`),
    )
  if (!canKeep(turn, changed)) return false
  keepItems(turn, changed)
  moveOn(turn)
  return true
}

/** The conversation is past this item. */
function isPassed(turn: Turn, item: Place): boolean {
  const at = turn.find(turn.session.position)
  return at !== undefined && !at.path.startsWith(`${item.path}/`) && compare(turn.layout, turn.session, item, at) < 0
}

function wasAnswered(turn: Turn, prefix: string): boolean {
  return answerStates(turn.session).some(([path, state]) => {
    if (!path.startsWith(prefix) || ('v' in state && state.f)) return false
    const place = question(turn, path)
    return place !== undefined && kindOf(place.node.type).asked && !place.node.calculation
  })
}

/** "sama": the value shown with the question; at the overview, all of them. */
export function same(turn: Turn): boolean {
  const { session } = turn
  const { awaits } = session
  if (awaits.kind === 'same_overview') {
    keepItems(turn, [])
    moveOn(turn)
    return true
  }
  const place = awaits.kind === 'answer' ? question(turn, awaits.path) : undefined
  const taken = place && kindOf(place.node.type).asked ? sameValue(turn, place) : undefined
  if (!place || !taken) return false
  if (taken.by !== 'person') record(turn, place, taken.value, { by: taken.by, raw: 'sama' })
  else {
    session.owed = session.owed.filter((path) => path !== place.path)
    if (place.path in session.returned) record(turn, place, taken.value, { by: 'person', raw: 'sama' })
  }
  moveOn(turn)
  return true
}
