import { readCommand } from '../../bahasa/index.ts'
import { give } from '../answering.ts'
import { choicesFor } from '../choice-lists.ts'
import { change } from '../commands/changing.ts'
import { repeatOpen } from '../commands/open-again.ts'
import { obey } from '../commands.ts'
import { kindOf } from '../kinds/index.ts'
import { send } from '../moving.ts'
import { placeOfLabel } from '../numbering.ts'
import type { Turn } from '../turn.ts'
import { numberOf, type Reply, yesOf } from './reply.ts'

/** The recap: send it, or change something first. */
export function onRecap(turn: Turn, input: Reply): undefined {
  if (input.kind === 'choice') return input.index === 0 ? confirmRecap(turn) : change(turn, undefined)
  if (input.kind !== 'text') return repeatOpen(turn)
  const number = numberOf(input.text)
  const found = readCommand(input.text)
  if (found?.command === 'ubah' || found?.command === 'koreksi') {
    obey(turn, 'ubah', found.argument)
    return
  }
  // two buttons, so "1" and "2" are those; a label alone is "ubah" of it
  if (number === 1) return confirmRecap(turn)
  if (number === 2) return change(turn, undefined)
  if (/^\s*(kirim|betul|benar|sudah benar|sip|cocok|oke?)\b[\s.!]*/i.test(input.text) && input.text.length < 30)
    return confirmRecap(turn)
  const yes = yesOf(turn, input.text)
  if (yes !== undefined) return yes ? confirmRecap(turn) : change(turn, undefined)
  if (found?.exact && obey(turn, found.command, found.argument)) return
  if (placeOfLabel(turn, input.text)) return change(turn, input.text)
  repeatOpen(turn)
}

/** "Ya": only now the report counts, after the checks over the whole form that hang on the recap question. */
function confirmRecap(turn: Turn): undefined {
  const { recap } = turn.layout
  if (!recap) return send(turn)
  const place = turn.place(recap, [])
  const code = choicesFor(turn, place)[0]?.code ?? kindOf(recap.type).buttons?.[0] ?? 'ya'
  give(turn, place, code, { by: 'person' })
}
