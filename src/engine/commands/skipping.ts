import { askReason } from '../answering.ts'
import { openOf } from '../asking.ts'
import { moveOn } from '../moving.ts'
import { recordSkip } from '../recording.ts'
import type { Turn } from '../turn.ts'
import { askOpen, question, repeatOpen } from './open-again.ts'

/** Optional: left out. Required: why? While editing: it stays as it is. */
export function skip(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  if (awaits.kind === 'skip_reason') return askReason(turn, awaits, 'skip')
  if (awaits.kind === 'reason' || awaits.kind === 'confirm' || awaits.kind === 'correction_reason') return askOpen(turn)
  const open = openOf(turn)
  const place = question(turn, open.path)
  const isQuestion = 'path' in awaits && awaits.kind !== 'recap' && awaits.kind !== 'another_item'
  if (!isQuestion || !place || place.node === turn.layout.opening) return repeatOpen(turn)
  if (turn.value(place.path) !== undefined) {
    session.owed = session.owed.filter((path) => path !== place.path)
    return moveOn(turn)
  }
  if (turn.holds(place.node.required, place, false)) return askReason(turn, { kind: 'skip_reason', ...open }, 'skip')
  recordSkip(turn, place, '')
  moveOn(turn)
}
