import { splitNumbered } from '../bahasa/index.ts'
import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { takeList } from './answer-list.ts'
import { read, refusalOf } from './answering.ts'
import { sameValue } from './carrying.ts'
import { placeOfLabel } from './numbering.ts'
import type { Place } from './places.ts'
import { leaveRest, type Recording, record, recordSkip } from './recording.ts'
import { isAsked, isRelevant } from './relevance.ts'
import { fires } from './sure-values.ts'
import type { Turn } from './turn.ts'

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
