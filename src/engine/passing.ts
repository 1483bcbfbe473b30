import type { Question } from '../flows/form.ts'
import { defaultValue, previousValue } from './carrying.ts'
import { kindOf, showValue } from './kinds/index.ts'
import type { Place } from './places.ts'
import { record } from './recording.ts'
import { isHeading } from './relevance.ts'
import type { Turn } from './turn.ts'

/** What happens at a question that nobody is asked: it is computed, carried, filled from the seat, or said. */
export function pass(turn: Turn, place: Place<Question>, saidBefore = false): undefined {
  const { node, path } = place
  if (turn.state(path)) return
  const kind = kindOf(node.type)
  if (node.type === 'note') {
    if (!saidBefore) turn.notes.push(turn.text(node.label, place))
    return
  }
  if (node.readOnly && kind.asked && turn.holds(node.readOnly, place, false)) sayReadOnly(turn, place, saidBefore)
  if (node.calculation) {
    const value = node.triggers.length > 0 ? '' : turn.calculated(node, place)
    if (value !== '') record(turn, place, value, { by: 'calculated' })
    return
  }
  const known = kind.known?.({ now: turn.context.now, zone: turn.context.zone, startedAt: turn.session.startedAt })
  if (known !== undefined) return record(turn, place, known, { by: 'calculated' })
  if (node.fromSeat && turn.context.seatValue !== undefined) {
    const value = kind.fromText(turn.context.seatValue)
    if (value !== undefined) return record(turn, place, value, { by: 'seat' })
  }
  const previous = kind.asked ? previousValue(turn, place) : undefined
  if (previous !== undefined) return record(turn, place, previous, { by: 'carried' })
  const standard = defaultValue(turn, place)
  if (standard !== undefined) record(turn, place, standard, { by: 'default' })
}

/** What may be read and not answered, as older forms write their notes: its text, with the value it stands for. */
function sayReadOnly(turn: Turn, place: Place<Question>, saidBefore: boolean): undefined {
  const text = turn.text(place.node.label, place)
  if (saidBefore || text === '' || isHeading(place.node)) return
  const standard = place.node.calculation ? undefined : defaultValue(turn, place)
  const value = standard === undefined ? undefined : showValue(turn, place, standard)
  turn.notes.push(value === undefined ? text : `${text.replace(/[:\s]+$/, '')}: ${value}`)
}
