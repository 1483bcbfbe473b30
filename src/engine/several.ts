import { splitNumbered } from '../bahasa/index.ts'
import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { give, read, refusalOf } from './answering.ts'
import { sameValue } from './carrying.ts'
import { kindOf } from './kinds/index.ts'
import { moveOn } from './moving.ts'
import { counted, itemQuestions, labelOf, placeOfLabel } from './numbering.ts'
import { pass } from './passing.ts'
import type { Place } from './places.ts'
import { type Recording, record, recordSkip } from './recording.ts'
import { isAsked, isRelevant, isRequired } from './relevance.ts'
import type { Turn } from './turn.ts'
import { stopAfter } from './walk.ts'

/**
 * Several answers in one message about one activity: "1 sudah selesai 2 250 ekor", or "berjalan, 40%, dana" in the
 * order of the questions. What is sure is taken and said back; the rest is named and asked. True when anything was taken
 * or a value of it is being checked: then the conversation has gone on.
 */
export function takeSeveral(turn: Turn, place: Place<Question>, text: string): boolean {
  if (kindOf(place.node.type).freeText) return false
  if (takeWithSource(turn, place, text)) {
    moveOn(turn)
    return true
  }
  if (takeNumbered(turn, place, text)) {
    moveOn(turn)
    return true
  }
  const list = takeList(turn, place, text)
  if (!list) return false
  const { rest, at } = list
  const [first, ...others] = rest
  // understood, but to be checked: asked at once, so that nobody has to write it again
  const reading =
    at && first !== undefined && !takenValue(turn, at, first) && read(turn, at, { kind: 'text', text: first })
  const held = at && reading && 'value' in reading && !refusalOf(turn, at, reading.value) ? reading : undefined
  leaveRest(turn, held ? others : rest)
  if (at && held)
    give(turn, at, held.value, { by: 'person', raw: first, ...(held.approximate && { approximate: true }) })
  else moveOn(turn)
  return true
}

/**
 * "bibit dari kecamatan": what is wanted and from whom, the answer of this question and of the one that is asked about
 * it. Taken only where both are sure; else this question is answered alone and the other one put.
 */
function takeWithSource(turn: Turn, place: Place<Question>, text: string): boolean {
  const named = sourceNamed(turn, place, text)
  if (!named) return false
  for (const { at, value, text: raw } of named)
    record(turn, at, value.value, { by: 'person', raw, approximate: value.approximate, said: true })
  return true
}

interface Named {
  readonly at: Place<Question>
  readonly value: Taken
  readonly text: string
}

const withSource = /^(.+?)\s+(?:dari|dr)\s+(.+)$/is

/** Both halves of such a text, each with its question; undefined where it is anything else. */
function sourceNamed(turn: Turn, place: Place<Question>, text: string): readonly [Named, Named] | undefined {
  const [, what, from] = withSource.exec(text.trim()) ?? []
  if (what === undefined || from === undefined || !isSeveral(place)) return undefined
  const value = takenValue(turn, place, what)
  const whole = takenValue(turn, place, text)
  if (!value || (whole && !same(whole.value, value.value))) return undefined
  const stop = stopAfter(turn, place)
  if (stop?.kind !== 'question' || stop.place.node.relevant?.references.includes(place.node.name) !== true)
    return undefined
  const undo = turn.save()
  record(turn, place, value.value, { by: 'person' })
  // also where it would not be asked because last round's answer still holds: this one is newer
  const about = isRelevant(turn, stop.place) ? sureValue(turn, stop.place, from) : undefined
  undo()
  return (
    about && [
      { at: place, value, text: what },
      { at: stop.place, value: about, text: from },
    ]
  )
}

/** Names what was not taken of a message, so that nothing of it vanishes. */
function leaveRest(turn: Turn, rest: readonly string[]): undefined {
  if (rest.length > 0) turn.emit({ kind: 'rest-left', text: rest.join(', ') })
}

function takeNumbered(turn: Turn, place: Place<Question>, text: string): boolean {
  if ((text.match(labelLike)?.length ?? 0) < 2) return false
  const byLabel = labelsFrom(turn, place)
  const { answers, unclear } = splitNumbered(text, [...byLabel.keys()])
  const [first] = answers
  // the first number must be the open question's own: "2 ekor, 3 kambing" is no list of answers
  if (!first || answers.length < 2 || unclear.length > 0 || byLabel.get(first.label)?.path !== place.path) return false
  const undo = turn.save()
  const rest: string[] = []
  for (const part of answers) {
    const target = byLabel.get(part.label)
    const value = target && takenValue(turn, target, part.text)
    if (target && value)
      record(turn, target, value.value, { by: 'person', raw: part.text, approximate: value.approximate, said: true })
    else rest.push(`${part.label} ${part.text}`)
  }
  // one number that fits and others that do not: more likely no list at all
  if (turn.value(place.path) === undefined || answers.length - rest.length < 2) {
    undo()
    return false
  }
  leaveRest(turn, rest)
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

interface List {
  readonly rest: readonly string[]
  /** The question that the rest begins at. */
  readonly at: Place<Question> | undefined
}

interface Last {
  readonly place: Place<Question>
  readonly value: Json
  readonly text: string
  /** Index of its first piece. */
  readonly from: number
  readonly undo: () => void
}

/**
 * The pieces of a text as answers to the questions from `place` on, as far as they are sure. Undefined when it is no
 * list: then it answers the one question, reasons and places around the value included.
 */
function takeList(turn: Turn, place: Place<Question>, text: string): List | undefined {
  const parts = partsOf(text)
  if (parts.length < 2 || parts.length > mostParts) return undefined
  const byLine = text.includes('\n')
  const whole = takenValue(turn, place, text)
  // "dana, cuaca" is one answer, also when it is refused; lines do not mix
  if (!byLine && isSeveral(place) && isRead(turn, place, text)) {
    if (!whole) return undefined
    record(turn, place, whole.value, { by: 'person', raw: text, said: true })
    return { rest: [], at: undefined }
  }
  const undo = turn.save()
  let at: Place<Question> | undefined = place
  let first: Json | undefined
  let before: Last | undefined
  let last: Last | undefined
  let count = 0
  let next = 0
  while (next < parts.length) {
    const [what, source] = (at && sourceNamed(turn, at, parts[next]!)) ?? []
    if (what && source) parts.splice(next, 1, what.text, source.text)
    const piece: Piece | undefined = at && pieceFor(turn, at, parts, next, byLine)
    const longer = last && !byLine ? longerFor(turn, last, at, parts[next]!, piece !== undefined) : undefined
    if ((piece === undefined) === (longer === undefined)) break
    if (piece && at) {
      before = last
      const from = next
      last = { place: at, value: piece.value, text: piece.text, from, undo: turn.save() }
      write(turn, at, piece)
      first ??= piece.value
      count++
      next = piece.to
      at = following(turn, at)
    } else if (last && longer) {
      // one message, one row of each question: the shorter reading never was
      last.undo()
      last = { ...last, value: longer.value, text: `${last.text}, ${parts[next]}`, undo: turn.save() }
      record(turn, last.place, longer.value, {
        by: 'person',
        raw: last.text,
        approximate: longer.approximate,
        said: true,
      })
      next++
      at = following(turn, last.place)
    }
  }
  const refused = parts[next]
  if (last && refused !== undefined && spoils(turn, last, refused)) {
    last.undo()
    count--
    next = last.from
    at = last.place
    last = before
  }
  const rest = parts.slice(next)
  const isOne =
    count === 1 && (rest.length === 0 ? whole !== undefined : !rest.some((part) => isValueLike(turn, at, part)))
  if (count === 0 || isOne || (whole && !same(whole.value, first))) {
    undo()
    return undefined
  }
  return { rest, at: rest.length > 0 ? at : undefined }
}

function isRead(turn: Turn, place: Place<Question>, text: string): boolean {
  const reading = read(turn, place, { kind: 'text', text })
  return reading !== undefined && 'value' in reading
}

interface Piece extends Taken {
  readonly text: string
  /** Index of the piece after it. */
  readonly to: number
  readonly by: 'person' | 'carried' | 'default' | 'skip'
}

function write(turn: Turn, place: Place<Question>, { value, by, text, approximate }: Piece): undefined {
  if (by === 'skip') return recordSkip(turn, place, '')
  record(turn, place, value, { by, raw: text, approximate, said: true })
}

/** The answer that begins at a piece; "15 orang, 9 lk 6 pr" is one answer of two pieces. */
function pieceFor(
  turn: Turn,
  place: Place<Question>,
  parts: readonly string[],
  from: number,
  byLine: boolean,
): Piece | undefined {
  const text = parts[from]!
  const known = withoutReading(turn, place, text)
  if (known) return { ...known, text, to: from + 1 }
  const one = takenValue(turn, place, text)
  let piece: Piece | undefined = one && { ...one, text, to: from + 1, by: 'person' }
  if (byLine || !isJoined(place, text)) return piece
  for (let to = from + 2; to <= Math.min(parts.length, from + mostJoined); to++) {
    const joined = parts.slice(from, to).join(', ')
    const value = takenValue(turn, place, joined)
    if (value && !same(value.value, piece?.value)) piece = { ...value, text: joined, to, by: 'person' }
  }
  return piece
}

/** "sama" is last round's value and "lewati" none, where either can be. */
function withoutReading(turn: Turn, place: Place<Question>, text: string): Omit<Piece, 'text' | 'to'> | undefined {
  if (!isRelevant(turn, place) || !isAsked(turn, place)) return undefined
  const word = text.toLowerCase().replace(/[.!]+$/, '')
  if (/^(?:lewati|-|–)$/.test(word) && !isRequired(turn, place)) return { value: '', approximate: false, by: 'skip' }
  if (!/^(?:(?:masih )?sama|tetap)$/.test(word)) return undefined
  const known = sameValue(turn, place)
  if (!known || refusalOf(turn, place, known.value)) return undefined
  return { value: known.value, approximate: false, by: known.by }
}

const compound: ReadonlySet<string> = new Set(['count_by_sex', 'quantity_unit', 'geopoint'])
const dated: ReadonlySet<string> = new Set(['date', 'dateTime'])
const mostJoined = 3

/** Whether an answer of this kind may go on behind a comma: two numbers, or "Rabu, 14 Agustus 2024". */
function isJoined(place: Place<Question>, text: string): boolean {
  return compound.has(place.node.type) || (dated.has(place.node.type) && !/\d/.test(text))
}

/**
 * The answer before, with this piece: a further choice ("dana, cuaca"), or words around a value that do not change it
 * ("12 oktober, di rumah raja") and are no answer to what follows.
 */
function longerFor(
  turn: Turn,
  last: Last,
  at: Place<Question> | undefined,
  part: string,
  isAnswer: boolean,
): Taken | undefined {
  if (!isSeveral(last.place) && (isAnswer || isValueLike(turn, at, part))) return undefined
  const longer = takenValue(turn, last.place, `${last.text}, ${part}`)
  const adds = longer !== undefined && !same(longer.value, last.value)
  // "tidak ada, tidak ada" answers two questions
  return (isAnswer ? adds : !adds || isSeveral(last.place)) ? longer : undefined
}

/** A piece behind an answer that makes it unsure: "tapi belum semua", or a second value of the same question. */
function spoils(turn: Turn, last: Last, part: string): boolean {
  if (restricting.test(part)) return true
  if (isSeveral(last.place)) return false
  const other = takenValue(turn, last.place, part)
  return other !== undefined && !same(other.value, last.value)
}

const restricting = /^(?:tapi|tetapi|namun|kecuali|selain|atau|belum|blm|bukan|cuma|hanya|eh|salah|tidak|tdk)\b/i

/** Whether a piece was meant as a value and not as a word about the one before. */
function isValueLike(turn: Turn, at: Place<Question> | undefined, part: string): boolean {
  if (/\d/.test(part) || /^sama$/i.test(part)) return true
  for (let place = at; place; place = following(turn, place)) if (takenValue(turn, place, part)) return true
  return false
}

function same(a: Json, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

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
  return isRelevant(turn, place) && isAsked(turn, place) ? sureValue(turn, place, text) : undefined
}

function sureValue(turn: Turn, place: Place<Question>, text: string): Taken | undefined {
  if (kindOf(place.node.type).freeText) return undefined
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
 * The reply to `semua`: each numbered piece read as the answer to its question, in the order of the form, or a line for
 * each activity ("1. berjalan, 40%, dana"). What could not be taken is named and asked one by one. True when at least
 * one was.
 */
export function readAll(turn: Turn, byLabel: ReadonlyMap<string, string>, text: string): boolean {
  const rest: string[] = []
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const ofItems = lines.filter((line) => itemOfLine(turn, byLabel, line) !== undefined)
  const others = lines.filter((line) => !ofItems.includes(line) && !isForeign(byLabel, line))
  let taken = false
  const { answers, unclear } = splitNumbered(others.join('\n'), [...byLabel.keys()])
  const texts = new Map<string, { readonly label: string; readonly text: string }>()
  for (const { label, text: piece } of answers) {
    const path = byLabel.get(label.toLowerCase())
    if (path !== undefined) texts.set(path, { label, text: piece })
  }
  for (const path of byLabel.values()) {
    const piece = texts.get(path)
    const place = turn.find(path)
    if (piece === undefined || place?.node.kind !== 'question') continue
    const value = takenFrom(turn, place as Place<Question>, piece.text)
    if (value === undefined) {
      rest.push(`${piece.label} ${piece.text}`)
      continue
    }
    taken = true
    if (value === 'skip') recordSkip(turn, place as Place<Question>, '')
    else record(turn, place as Place<Question>, value.value, value)
  }
  for (const line of lines) if (isForeign(byLabel, line)) rest.push(line.trim())
  for (const line of ofItems)
    if (takeItemLine(turn, byLabel, line, rest)) taken = true
    else rest.push(line.trim())
  if (taken) leaveRest(turn, [...rest, ...unclear.map((piece) => piece.text)])
  return taken
}

/** A line behind a number or letter that none of the questions has. */
function isForeign(byLabel: ReadonlyMap<string, string>, line: string): boolean {
  const label = /^\s*(\d{1,3}(?:\.\d{1,3})+(?![.,]?\d)|[a-z](?=\s*[.)]))/i.exec(line)?.[1]
  return label !== undefined && !byLabel.has(label.toLowerCase())
}

const itemLine = /^\s*(\d{1,3})(?:\s*(?:\.(?!\d)|[):=-])\s*|\s+)(\S.*)$/u

/** The first open question of the activity that a line is about ("2. berjalan, 40%, dana"). */
function itemOfLine(turn: Turn, byLabel: ReadonlyMap<string, string>, line: string): Place<Question> | undefined {
  const label = itemLine.exec(line)?.[1] ?? ''
  const item = label === '' || byLabel.has(label) ? undefined : placeOfLabel(turn, label)
  if (!item || item.node !== turn.form.mainRepeat) return undefined
  const place = turn.find([...byLabel.values()].find((path) => path.startsWith(`${item.path}/`)) ?? '')
  return place?.node.kind === 'question' ? (place as Place<Question>) : undefined
}

function takeItemLine(turn: Turn, byLabel: ReadonlyMap<string, string>, line: string, rest: string[]): boolean {
  const place = itemOfLine(turn, byLabel, line)
  const [, label = '', text = ''] = itemLine.exec(line) ?? []
  if (!place) return false
  const list = takeList(turn, place, text)
  if (list) {
    if (list.rest.length > 0) rest.push(`${label}. ${list.rest.join(', ')}`)
    return true
  }
  const value = takenFrom(turn, place, text)
  if (value === undefined) return false
  if (value === 'skip') recordSkip(turn, place, '')
  else record(turn, place, value.value, value)
  return true
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
