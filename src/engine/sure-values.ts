import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import { read, refusalOf } from './answering.ts'
import { kindOf } from './kinds/index.ts'
import type { Place } from './places.ts'
import { isAsked, isRelevant } from './relevance.ts'
import type { Turn } from './turn.ts'

/** A value that can be taken as it is. */
export interface Taken {
  readonly value: Json
  readonly approximate: boolean
}

/** A value only where nothing needs asking: read, allowed, and no soft check in the way. */
export function takenValue(turn: Turn, place: Place<Question>, text: string): Taken | undefined {
  return isRelevant(turn, place) && isAsked(turn, place) ? sureValue(turn, place, text) : undefined
}

/** The same, whether or not the question is asked now. */
export function sureValue(turn: Turn, place: Place<Question>, text: string): Taken | undefined {
  if (kindOf(place.node.type).freeText) return undefined
  const reading = read(turn, place, { kind: 'text', text })
  if (!reading || 'ask' in reading) return undefined
  if (refusalOf(turn, place, reading.value) || fires(turn, place, reading.value)) return undefined
  return { value: reading.value, approximate: reading.approximate === true }
}

/** Whether a soft check asks about the value first. */
export function fires(turn: Turn, place: Place<Question>, value: Json): boolean {
  turn.trial = { path: place.path, value }
  const confirm = turn.holds(place.node.confirm, place, false)
  turn.trial = undefined
  return confirm
}

/** Whether two values are the same answer. */
export function same(a: Json, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether several choices are one answer of this question. */
export function isSeveral(place: Place<Question>): boolean {
  return place.node.type === 'select_multiple'
}
