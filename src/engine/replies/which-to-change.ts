import { readCommand } from '../../bahasa/index.ts'
import { change } from '../commands/changing.ts'
import { askOpen, repeatOpen } from '../commands/open-again.ts'
import { obey } from '../commands.ts'
import type { Turn } from '../turn.ts'
import type { Awaiting, Reply } from './reply.ts'

/** Which answer is to be changed, by its label. */
export function onWhichToChange(turn: Turn, awaits: Awaiting<'which_to_change'>, input: Reply): undefined {
  if (input.kind === 'choice') {
    const label = awaits.labels[input.index]
    return label === undefined ? repeatOpen(turn) : change(turn, label)
  }
  if (input.kind !== 'text') return askOpen(turn)
  const found = readCommand(input.text)
  if (found?.exact && found.command !== 'ubah' && obey(turn, found.command, found.argument)) return
  const said = found?.command === 'ubah' ? found.argument : input.text.replace(/^\s*(?:nomor|nomer|no\.?)\s*/i, '')
  change(turn, within(awaits.labels, said))
}

/** "2" where 3.1, 3.2 and 3.3 are listed means 3.2. */
function within(labels: readonly string[], said: string | undefined): string | undefined {
  const number = /^\s*(\d{1,3})\.?\s*$/.exec(said ?? '')?.[1]
  if (number === undefined || labels.includes(number)) return said
  return (
    labels.find((label) => label.endsWith(`.${number}`) && label.split('.').length === labels[0]!.split('.').length) ??
    said
  )
}
