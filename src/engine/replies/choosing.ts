import type { Question } from '../../flows/form.ts'
import { answer, give, read } from '../answering.ts'
import { type Asking, ask } from '../asking.ts'
import { askPause } from '../commands/pausing.ts'
import { skip } from '../commands/skipping.ts'
import type { AnswerInput } from '../kinds/index.ts'
import { moveOn } from '../moving.ts'
import type { Place } from '../places.ts'
import { record } from '../recording.ts'
import type { Turn } from '../turn.ts'
import { type Awaiting, editingOf } from './reply.ts'

/** Whether several choices are ticked one by one before the answer is given. */
export function isTicked(type: Question['type']): boolean {
  return type === 'select_multiple' || type === 'rank'
}

/** The open question as it stands, to be put again. */
export function openAsking({ tries, pending, editing }: Awaiting<'answer'>): Asking {
  return { tries, ...(pending && { pending }), ...(editing && { editing }) }
}

/** One choice pressed or said by its label. */
export function choose(
  turn: Turn,
  place: Place<Question>,
  awaits: Awaiting<'answer'>,
  code: string,
  raw: string,
): undefined {
  if (place.node === turn.layout.opening) return open(turn, place, code, raw)
  give(turn, place, isTicked(place.node.type) ? [code] : code, { by: 'person', raw, ...editingOf(awaits) })
}

/** One choice ticked, or its tick taken away. */
export function tick(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, code: string): undefined {
  const ticked = awaits.pending ?? []
  const pending = ticked.includes(code) ? ticked.filter((other) => other !== code) : tickWith(place, ticked, code)
  ask(turn, place, { ...openAsking(awaits), pending, ...(awaits.page !== undefined && { page: awaits.page }) })
}

/** "Tidak ada" clears the other ticks, and any other tick clears "tidak ada". */
function tickWith(place: Place<Question>, ticked: readonly string[], code: string): readonly string[] {
  const { excludes } = place.node
  if (excludes.includes(code)) return [code]
  return [...ticked.filter((other) => !excludes.includes(other)), code]
}

/** "Selesai" or "cukup": ends ticking choices and sending photos. */
export function finishList(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>): boolean {
  const { type } = place.node
  if (isTicked(type)) {
    if (!awaits.pending) return false
    give(turn, place, [...awaits.pending], { by: 'person', ...editingOf(awaits) })
    return true
  }
  if (type !== 'image') return false
  if (turn.value(place.path) === undefined) skip(turn)
  else {
    turn.session.owed = turn.session.owed.filter((path) => path !== place.path)
    moveOn(turn)
  }
  return true
}

/** Words to the opening question. */
export function onOpening(
  turn: Turn,
  place: Place<Question>,
  input: AnswerInput & { readonly kind: 'text' },
): undefined {
  const reading = read(turn, place, input)
  if (reading && 'value' in reading && typeof reading.value === 'string')
    return open(turn, place, reading.value, input.text)
  answer(turn, place, input)
}

/** The opening: begin, later, or not the right person. */
function open(turn: Turn, place: Place<Question>, code: string, raw: string): undefined {
  if (code === 'nanti') return askPause(turn, undefined)
  record(turn, place, code, { by: 'person', raw })
  if (code !== 'bukan_saya') return moveOn(turn)
  turn.session.state = 'stopped'
  turn.session.awaits = { kind: 'nothing' }
  turn.emit({ kind: 'contact-denied' })
}
