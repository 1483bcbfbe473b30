import type { Question } from '../flows/form.ts'
import type { Place } from './places.ts'
import { record } from './recording.ts'
import { isRelevant } from './relevance.ts'
import { isSeveral, same, sureValue, type Taken, takenValue } from './sure-values.ts'
import type { Turn } from './turn.ts'
import { stopAfter } from './walk.ts'

/**
 * "bibit dari kecamatan": what is wanted and from whom, the answer of this question and of the one that is asked about
 * it. Taken only where both are sure; else this question is answered alone and the other one put.
 */
export function takeWithSource(turn: Turn, place: Place<Question>, text: string): boolean {
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
export function sourceNamed(turn: Turn, place: Place<Question>, text: string): readonly [Named, Named] | undefined {
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
