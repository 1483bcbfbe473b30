import { splitNumbered } from '../bahasa/index.ts'
import type { Question } from '../flows/form.ts'
import { counted, itemQuestions, labelOf } from './numbering.ts'
import type { Place } from './places.ts'
import { leaveRest, record } from './recording.ts'
import { takenValue } from './sure-values.ts'
import type { Turn } from './turn.ts'

/**
 * "1 sudah selesai 2 250 ekor": the answers behind the numbers of the questions, the open one first. What is not sure is
 * named. False when it is no such list.
 */
export function takeNumbered(turn: Turn, place: Place<Question>, text: string): boolean {
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
