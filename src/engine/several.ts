import type { Question } from '../flows/form.ts'
import { takeList } from './answer-list.ts'
import { takeWithSource } from './answer-with-source.ts'
import { give, read, refusalOf } from './answering.ts'
import { kindOf } from './kinds/index.ts'
import { moveOn } from './moving.ts'
import { takeNumbered } from './numbered-answers.ts'
import type { Place } from './places.ts'
import { leaveRest } from './recording.ts'
import { takenValue } from './sure-values.ts'
import type { Turn } from './turn.ts'

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
