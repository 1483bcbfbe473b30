import { readCommand } from '../../bahasa/index.ts'
import { repeatOpen } from '../commands/open-again.ts'
import { pause } from '../commands/pausing.ts'
import { obey } from '../commands.ts'
import { eveningOf, morningAfter, readUntil } from '../pause-times.ts'
import type { Turn } from '../turn.ts'
import { type Awaiting, optionOf, type SaidOrPressed } from './reply.ts'

/** Until when the conversation rests: this evening, tomorrow morning, a day or an hour that is said. */
export function onPauseUntil(turn: Turn, awaits: Awaiting<'pause_until'>, input: SaidOrPressed): undefined {
  const { context } = turn
  const option = optionOf(input)
  if (option === 0) return pause(turn, awaits.back, eveningOf(context))
  if (option === 1) return pause(turn, awaits.back, morningAfter(context))
  if (input.kind === 'choice') return pause(turn, awaits.back, undefined)
  const until = readUntil(input.text, context)
  const found = readCommand(input.text)
  if (until === undefined && found?.exact && found.command !== 'nanti') {
    turn.session.awaits = awaits.back
    if (found.command === 'batal') return repeatOpen(turn)
    if (obey(turn, found.command, found.argument)) return
  }
  pause(turn, awaits.back, until)
}
