import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { sourceNamed } from './answer-with-source.ts'
import { read, refusalOf } from './answering.ts'
import { sameValue } from './carrying.ts'
import { kindOf } from './kinds/index.ts'
import { pass } from './passing.ts'
import type { Place } from './places.ts'
import { record, recordSkip } from './recording.ts'
import { isAsked, isRelevant, isRequired } from './relevance.ts'
import { isSeveral, same, type Taken, takenValue } from './sure-values.ts'
import type { Turn } from './turn.ts'
import { stopAfter } from './walk.ts'

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
export function takeList(turn: Turn, place: Place<Question>, text: string): List | undefined {
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

/** More pieces than an activity has questions: a story, not a list of answers. */
const mostParts = 12

/** By line where there are lines, else by commas that are not inside a number. */
function partsOf(text: string): string[] {
  const pieces = text.includes('\n') ? text.split('\n') : text.split(/(?<!\d)[,;]|[,;](?!\d)/)
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
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
