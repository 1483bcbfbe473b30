import { answer } from '../answering.ts'
import { askOpen, question } from '../commands/open-again.ts'
import { obey } from '../commands.ts'
import { moveOn } from '../moving.ts'
import type { Turn } from '../turn.ts'
import { onAnswer } from './open-question.ts'
import { type Awaiting, editingOf, optionOf, type Reply } from './reply.ts'
import { chooseHouse } from './typed-commands.ts'

/** Which of two readings was meant. */
export function onReadingOptions(turn: Turn, awaits: Awaiting<'reading_options'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const text = awaits.options[optionOf(input)]
  turn.session.awaits = { kind: 'answer', path: place.path, tries: awaits.tries, ...editingOf(awaits) }
  if (text !== undefined) return answer(turn, place, { kind: 'text', text }, editingOf(awaits))
  if (input.kind === 'choice') return askOpen(turn)
  onAnswer(turn, turn.session.awaits, input)
}

/** Whether a text that begins like a command was one, or the answer. */
export function onCommandOrAnswer(turn: Turn, awaits: Awaiting<'command_or_answer'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const asAnswer = (): undefined => answer(turn, place, { kind: 'text', text: awaits.raw }, editingOf(awaits))
  const asCommand = (): undefined => {
    const [command = '', ...argument] = awaits.command.split(' ')
    const rest = argument.join(' ') || undefined
    if (!obey(turn, command, rest) && !chooseHouse(turn, command, rest)) askOpen(turn)
  }
  turn.session.awaits = { kind: 'answer', path: place.path, tries: awaits.tries, ...editingOf(awaits) }
  const index = optionOf(input)
  if (index === 0) return asAnswer()
  if (index === 1) return asCommand()
  if (input.kind === 'choice') return askOpen(turn)
  if (input.kind === 'text') {
    const said = input.text.trim().toLowerCase()
    if (/^(jawaban|jawab)/.test(said)) return asAnswer()
    if (/^(perintah|command)/.test(said) || said === awaits.command) return asCommand()
  }
  onAnswer(turn, turn.session.awaits, input)
}
