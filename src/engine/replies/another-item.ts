import { readCommand } from '../../bahasa/index.ts'
import type { Repeat } from '../../flows/form.ts'
import { repeatOpen } from '../commands/open-again.ts'
import { obey } from '../commands.ts'
import { moveOn } from '../moving.ts'
import type { Place } from '../places.ts'
import type { Turn } from '../turn.ts'
import { type Awaiting, isDone, type Reply, yesOrNumber } from './reply.ts'

const mostGrown = 50

/** Whether a repeat that grows gets another item. */
export function onAnotherItem(turn: Turn, awaits: Awaiting<'another_item'>, input: Reply): undefined {
  const repeat = turn.find(awaits.path)
  if (repeat?.node.kind !== 'repeat') return moveOn(turn)
  const { session } = turn
  if (input.kind === 'text') {
    const found = readCommand(input.text)
    const isOver = found?.command === 'lewati' || isDone(input.text)
    if (!isOver && found?.exact && obey(turn, found.command, found.argument)) return
    if (isOver) return close(turn, awaits.path)
  }
  const yes =
    input.kind === 'choice' ? input.index === 0 : input.kind === 'text' ? anotherOf(turn, input.text) : undefined
  if (yes === undefined) return repeatOpen(turn)
  const items = turn.items((repeat as Place<Repeat>).node, repeat.items)
  if (!yes || items.length >= mostGrown) return close(turn, awaits.path)
  session.items = { ...session.items, [awaits.path]: [...items, `n${items.length + 1}`] }
  moveOn(turn)
}

function anotherOf(turn: Turn, text: string): boolean | undefined {
  return /^\s*(tambah|masih|ada lagi|lagi)\b/i.test(text) ? true : yesOrNumber(turn, text)
}

function close(turn: Turn, path: string): undefined {
  turn.session.closed = [...turn.session.closed, path]
  moveOn(turn)
}
