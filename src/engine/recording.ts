import type { Question } from '../flows/form.ts'
import type { Json } from '../lib/json.ts'
import type { AnswerRecorded } from './events/index.ts'
import { echoValue, showValue } from './kinds/index.ts'
import { labelOf } from './numbering.ts'
import type { Place } from './places.ts'
import type { AnswerState } from './session.ts'
import { settle } from './settling.ts'
import type { Turn } from './turn.ts'

export interface Recording {
  readonly by: AnswerRecorded['by']
  readonly raw?: string | undefined
  readonly approximate?: boolean | undefined
  readonly reason?: string | undefined
  /** Say the value back whatever its kind: it was one of several in a message. */
  readonly said?: boolean
}

/** A value becomes the latest of its path: a row, and everything that hangs on it settled. */
export function record(turn: Turn, place: Place<Question>, value: Json, recording: Recording): undefined {
  const { by, raw, approximate, reason } = recording
  const { node, path } = place
  const before = turn.state(path)
  const replaced = before !== undefined && 'v' in before
  const echo = echoOf(turn, place, value, { ...recording, said: recording.said === true || replaced })
  turn.setState(path, stateOf(value, by, approximate === true))
  turn.emit({
    kind: 'answer-recorded',
    path,
    question: node.name,
    type: node.type,
    value,
    ...(echo !== undefined && { echo }),
    ...(recording.said && { label: labelOf(turn, place) }),
    ...(raw !== undefined && { raw }),
    ...(approximate && { approximate: true }),
    by,
    ...(reason !== undefined && { reason }),
    ...(replaced && { replaced: true }),
  })
  if (by === 'person' && value === 'ya' && node.appearances.includes('confide'))
    turn.emit({ kind: 'concern-noticed', category: node.name })
  noLongerOwed(turn, path)
  settle(turn, place)
}

/** What came from the person is said back; what was carried or computed without them is not. */
function echoOf(turn: Turn, place: Place<Question>, value: Json, { by, raw, said }: Recording): string | undefined {
  if (by === 'person') return said ? showValue(turn, place, value) : echoValue(turn, place, value)
  return by === 'carried' && raw !== undefined ? showValue(turn, place, value) : undefined
}

/** The person leaves it out; what hung on a value it had is settled. */
export function recordSkip(turn: Turn, place: Place<Question>, reason: string): undefined {
  turn.setState(place.path, { skipped: reason })
  turn.emit({
    kind: 'answer-skipped',
    path: place.path,
    question: place.node.name,
    ...(reason !== '' && { reason }),
  })
  noLongerOwed(turn, place.path)
  settle(turn, place)
}

function noLongerOwed(turn: Turn, path: string): undefined {
  const { session } = turn
  if (session.owed.includes(path)) session.owed = session.owed.filter((other) => other !== path)
  if (path in session.returned)
    session.returned = Object.fromEntries(Object.entries(session.returned).filter(([other]) => other !== path))
}

function stateOf(v: Json, by: AnswerRecorded['by'], approximate: boolean): AnswerState {
  const a = approximate ? ({ a: true } as const) : {}
  return by === 'carried' || by === 'seat' || by === 'default' ? { v, f: by, ...a } : { v, ...a }
}

/** Names what was not taken of a message, so that nothing of it vanishes. */
export function leaveRest(turn: Turn, rest: readonly string[]): undefined {
  if (rest.length > 0) turn.emit({ kind: 'rest-left', text: rest.join(', ') })
}
