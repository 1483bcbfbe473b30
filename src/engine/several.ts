import { splitNumbered } from '../bahasa/index.ts'
import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { read, refusalOf } from './answering.ts'
import { sameValue } from './carrying.ts'
import { kindOf } from './kinds/index.ts'
import { counted, itemQuestions, labelOf } from './numbering.ts'
import { pass } from './passing.ts'
import type { Place } from './places.ts'
import { type Recording, record, recordSkip } from './recording.ts'
import { isAsked, isRelevant, isRequired } from './relevance.ts'
import type { Turn } from './turn.ts'
import { stopAfter } from './walk.ts'

/**
 * Several answers in one message about one activity: "1 sudah selesai 2 250 ekor", or "berjalan, 40%, dana" in the
 * order of the questions. All of it is taken or nothing: true when it was.
 */
export function takeSeveral(turn: Turn, place: Place<Question>, text: string): boolean {
  if (kindOf(place.node.type).freeText) return false
  return takeNumbered(turn, place, text) || takeInOrder(turn, place, text)
}

function takeNumbered(turn: Turn, place: Place<Question>, text: string): boolean {
  if ((text.match(labelLike)?.length ?? 0) < 2) return false
  const byLabel = labelsFrom(turn, place)
  const { answers, unclear } = splitNumbered(text, [...byLabel.keys()])
  const [first] = answers
  // the first number must be the open question's own: "2 ekor, 3 kambing" is no list of answers
  if (!first || answers.length < 2 || unclear.length > 0 || byLabel.get(first.label)?.path !== place.path) return false
  const undo = turn.save()
  for (const part of answers) {
    const target = byLabel.get(part.label)
    const value = target && takenValue(turn, target, part.text)
    if (!target || value === undefined) {
      undo()
      return false
    }
    record(turn, target, value.value, { by: 'person', raw: part.text, approximate: value.approximate, said: true })
  }
  return true
}

/** What could be the number of an answer; most replies have none, and are not looked at twice. */
const labelLike = /(?:^|[\s,;(])(?:\d{1,2}(?:\.\d{1,2})*|[a-z])(?=[\s.):=-])/gi

/** Inside an activity plain numbers are its own questions, from 1; elsewhere the numbers that "ubah" takes. */
function labelsFrom(turn: Turn, place: Place<Question>): Map<string, Place<Question>> {
  const { repeat } = place.node
  const labels = new Map<string, Place<Question>>()
  if (repeat && place.items.length === 1)
    for (const [index, question] of itemQuestions(turn, repeat).entries())
      labels.set(`${index + 1}`, turn.place(question, place.items))
  else
    for (const stop of counted(turn, turn.layout.stops))
      if (stop.kind === 'question') labels.set(labelOf(turn, turn.place(stop, [])), turn.place(stop, []))
  return labels
}

function takeInOrder(turn: Turn, place: Place<Question>, text: string): boolean {
  const byLine = text.includes('\n')
  const parts = partsOf(text)
  // "7 laki-laki, 5 perempuan" is one answer of two numbers
  if (!byLine && compound.has(place.node.type) && takenValue(turn, place, text)) return false
  if (parts.length < 2 || parts.length > mostParts) return false
  const undo = turn.save()
  let at: Place<Question> | undefined = place
  let last: { readonly place: Place<Question>; readonly text: string } | undefined
  for (const part of parts) {
    const value: Taken | undefined = at && takenValue(turn, at, part)
    // "dana, cuaca": a further choice of the question before, when it cannot be an answer to this one; lines do not mix
    const longer = !byLine && last && isSeveral(last.place) ? `${last.text}, ${part}` : undefined
    const more = last && longer !== undefined ? takenValue(turn, last.place, longer) : undefined
    if ((value === undefined) === (more === undefined)) {
      undo()
      return false
    }
    if (value !== undefined && at) {
      record(turn, at, value.value, { by: 'person', raw: part, approximate: value.approximate, said: true })
      last = { place: at, text: part }
      at = following(turn, at)
    } else if (last && more && longer !== undefined) {
      record(turn, last.place, more.value, { by: 'person', raw: longer, said: true })
      last = { place: last.place, text: longer }
    }
  }
  return true
}

const compound: ReadonlySet<string> = new Set(['count_by_sex', 'quantity_unit', 'date', 'dateTime', 'geopoint'])

/** More pieces than an activity has questions: a story, not a list of answers. */
const mostParts = 12

/** By line where there are lines, else by commas that are not inside a number. */
function partsOf(text: string): string[] {
  const pieces = text.includes('\n') ? text.split('\n') : text.split(/(?<!\d)[,;]|[,;](?!\d)/)
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function isSeveral(place: Place<Question>): boolean {
  return place.node.type === 'select_multiple'
}

interface Taken {
  readonly value: Json
  readonly approximate: boolean
}

/** A value only where nothing needs asking: read, allowed, and no soft check in the way. */
function takenValue(turn: Turn, place: Place<Question>, text: string): Taken | undefined {
  if (kindOf(place.node.type).freeText || !isRelevant(turn, place) || !isAsked(turn, place)) return undefined
  const reading = read(turn, place, { kind: 'text', text })
  if (!reading || 'ask' in reading) return undefined
  if (refusalOf(turn, place, reading.value) || fires(turn, place, reading.value)) return undefined
  return { value: reading.value, approximate: reading.approximate === true }
}

function fires(turn: Turn, place: Place<Question>, value: Json): boolean {
  turn.trial = { path: place.path, value }
  const confirm = turn.holds(place.node.confirm, place, false)
  turn.trial = undefined
  return confirm
}

/** The next question of the same item (or of the form, outside a repeat) that would be asked now. */
function following(turn: Turn, place: Place<Question>): Place<Question> | undefined {
  for (let stop = stopAfter(turn, place); stop?.kind === 'question'; stop = stopAfter(turn, stop.place)) {
    const next = stop.place
    if (next.items.join('/') !== place.items.join('/') || next.node.repeat !== place.node.repeat) return undefined
    if (next.node === turn.layout.recap) return undefined
    if (turn.state(next.path) || !turn.holds(next.node.relevant, next, true)) continue
    if (isAsked(turn, next)) {
      // a story nobody must tell is left to be asked
      if (kindOf(next.node.type).freeText && !isRequired(turn, next)) continue
      return next
    }
    pass(turn, next)
  }
  return undefined
}

/**
 * The reply to `semua`: each numbered piece read as the answer to its question, in the order of the form. What could not
 * be taken stays open and is asked one by one. True when at least one was.
 */
export function readAll(turn: Turn, byLabel: ReadonlyMap<string, string>, text: string): boolean {
  const texts = new Map<string, string>()
  for (const { label, text: piece } of splitNumbered(text, [...byLabel.keys()]).answers) {
    const path = byLabel.get(label.toLowerCase())
    if (path !== undefined) texts.set(path, piece)
  }
  let taken = false
  for (const path of byLabel.values()) {
    const piece = texts.get(path)
    const place = turn.find(path)
    if (piece === undefined || place?.node.kind !== 'question') continue
    const value = takenFrom(turn, place as Place<Question>, piece)
    if (value === undefined) continue
    taken = true
    if (value === 'skip') recordSkip(turn, place as Place<Question>, '')
    else record(turn, place as Place<Question>, value.value, value)
  }
  return taken
}

function takenFrom(
  turn: Turn,
  place: Place<Question>,
  text: string,
): (Recording & { readonly value: Json }) | 'skip' | undefined {
  if (!isRelevant(turn, place) || !isAsked(turn, place)) return undefined
  const word = text.trim().toLowerCase()
  if (/^(lewati|-|–|kosong)$/.test(word) && !turn.holds(place.node.required, place, false)) return 'skip'
  if (word === 'sama') {
    const same = sameValue(turn, place)
    if (same) return { value: same.value, by: same.by, raw: text, said: true }
  }
  const reading = read(turn, place, { kind: 'text', text })
  if (!reading || 'ask' in reading) return undefined
  if (refusalOf(turn, place, reading.value) || fires(turn, place, reading.value)) return undefined
  return { value: reading.value, by: 'person', raw: text, approximate: reading.approximate === true, said: true }
}
