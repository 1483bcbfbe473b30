import { readCommand } from '../../bahasa/index.ts'
import { remaining } from '../commands/all-at-once.ts'
import { askOpen, question, repeatOpen } from '../commands/open-again.ts'
import { obey } from '../commands.ts'
import { moveOn } from '../moving.ts'
import { labelOf } from '../numbering.ts'
import type { Turn } from '../turn.ts'
import { readAll } from '../whole-form.ts'
import { onAnswer } from './open-question.ts'
import type { Awaiting, Reply } from './reply.ts'

/** The next message is read against the whole list; where it is not a list it answers the question that was open. */
export function onAllAnswers(turn: Turn, awaits: Awaiting<'all_answers'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (input.kind === 'choice') return askOpen(turn)
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    if (found?.exact && obey(turn, found.command, found.argument)) return
    const labelled = new Map(remaining(turn).map((other) => [labelOf(turn, other), other.path]))
    if (readAll(turn, labelled, input.text)) return moveOn(turn)
  }
  if (!place) return repeatOpen(turn)
  turn.session.awaits = { kind: 'answer', path: place.path, tries: awaits.tries }
  onAnswer(turn, turn.session.awaits, input)
}
