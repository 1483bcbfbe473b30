import { readCommand } from '../../bahasa/index.ts'
import { answer, give, read } from '../answering.ts'
import { ask } from '../asking.ts'
import { change } from '../commands/changing.ts'
import { question, repeatOpen } from '../commands/open-again.ts'
import { obey } from '../commands.ts'
import { moveOn } from '../moving.ts'
import { press } from '../press.ts'
import { recordSkip } from '../recording.ts'
import type { Turn } from '../turn.ts'
import { type Awaiting, editingOf, givenBefore, type Reply, yesOrNumber } from './reply.ts'

/** "Betul?": yes keeps the value, no asks again, and another value is taken instead. */
export function onConfirm(turn: Turn, awaits: Awaiting<'confirm'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const accept = (): undefined => give(turn, place, awaits.value, { ...givenBefore(awaits), confirmed: true })
  const again = (): undefined => {
    if (place.node === turn.layout.recap) return change(turn, undefined)
    ask(turn, place, editingOf(awaits))
  }
  if (input.kind === 'choice') return input.index === 0 ? accept() : again()
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    if (found?.command === 'koreksi') {
      obey(turn, found.command, found.argument)
      return
    }
    const yes = yesOrNumber(turn, input.text)
    if (yes !== undefined) return yes ? accept() : again()
    if (found?.command === 'ubah' && found.argument === undefined) return again()
    if (found?.exact && obey(turn, found.command, found.argument)) return
    if (place.node === turn.layout.recap) return repeatOpen(turn)
  }
  const reading = read(turn, place, input)
  if (reading && 'value' in reading) {
    turn.session.awaits = { kind: 'answer', path: place.path, tries: 0, ...editingOf(awaits) }
    return answer(turn, place, input, editingOf(awaits))
  }
  repeatOpen(turn)
}

/** The sentence for why: of an unusual value, of a correction, of a question that is left out. */
export function onReason(
  turn: Turn,
  awaits: Awaiting<'reason' | 'correction_reason' | 'skip_reason'>,
  input: Reply,
): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  if (input.kind === 'choice') {
    if (input.index !== press.skip || awaits.kind !== 'skip_reason') return repeatOpen(turn)
    recordSkip(turn, place, '')
    return moveOn(turn)
  }
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    // said twice, it is enough
    if (awaits.kind === 'skip_reason' && found?.exact && found.command === 'lewati') {
      recordSkip(turn, place, '')
      return moveOn(turn)
    }
    if (found?.exact && obey(turn, found.command, found.argument)) return
  }
  const reason = input.kind === 'text' ? input.text.trim() : input.kind === 'voice' ? input.attachment : ''
  if (reason === '') return repeatOpen(turn)
  if (awaits.kind === 'skip_reason') {
    recordSkip(turn, place, reason)
    return moveOn(turn)
  }
  const given = { ...givenBefore(awaits), confirmed: true }
  if (awaits.kind === 'reason') return give(turn, place, awaits.value, { ...given, reason })
  const before = awaits.reason
  give(turn, place, awaits.value, { ...given, ...(before !== undefined && { reason: before }), correction: reason })
}
