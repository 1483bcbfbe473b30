import { offerHuman, openOf } from '../asking.ts'
import { moveOn } from '../moving.ts'
import { recapLines } from '../recap.ts'
import type { Turn } from '../turn.ts'
import { askOpen, isBeside, question, repeatOpen } from './open-again.ts'

/** Once: the hint and an example. Twice at the same question: a person. */
export function help(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  const place = 'path' in awaits ? question(turn, awaits.path) : undefined
  if (awaits.kind !== 'answer' || !place) {
    if (awaits.kind === 'nothing') return
    turn.emit({ kind: 'help-given' })
    return repeatOpen(turn)
  }
  if (awaits.helped) return offerHuman(turn, awaits)
  const hint = turn.text(place.node.hint, place)
  const example = turn.text(place.node.example, place)
  turn.emit({ kind: 'help-given', ...(hint && { hint }), ...(example && { example }) })
  session.awaits = { ...awaits, helped: true }
  askOpen(turn)
}

export function showSummary(turn: Turn): undefined {
  const { session } = turn
  session.step++
  turn.emit({
    kind: 'recap-shown',
    step: session.step,
    lines: recapLines(turn).filter((line) => line.state !== 'open'),
    purpose: 'summary',
    submitted: session.submitted === true,
  })
  if (session.awaits.kind !== 'recap') repeatOpen(turn)
}

/** "batal": out of the current change; a report is never deleted by it. */
export function leave(turn: Turn): undefined {
  const { session } = turn
  const { awaits } = session
  if (awaits.kind === 'nothing') return
  const open = openOf(turn)
  const inEdit = open.editing === true && !session.owed.includes(open.path)
  if (awaits.kind === 'which_to_change' || inEdit) {
    session.awaits = { kind: 'answer', path: session.position, tries: 0 }
    return moveOn(turn)
  }
  if (isBeside(awaits)) return askOpen(turn)
  repeatOpen(turn)
}
