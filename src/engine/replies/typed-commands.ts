import { answerLikeCommands, readCommand } from '../../bahasa/index.ts'
import type { Question } from '../../flows/form.ts'
import { read } from '../answering.ts'
import { obey } from '../commands.ts'
import { kindOf } from '../kinds/index.ts'
import { placeOfLabel } from '../numbering.ts'
import type { Place } from '../places.ts'
import type { Turn } from '../turn.ts'
import { type Awaiting, editingOf } from './reply.ts'

/** A command typed to the open question; true when it was one, or when we ask whether it was. */
export function takeCommand(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, text: string): boolean {
  const found = readCommand(text)
  if (!found) return false
  const { command, argument, exact } = found
  const isFree = kindOf(place.node.type).freeText === true
  if (command === 'semua' && place.node.type === 'select_multiple') return false
  if (command === 'sama' && isFree && !exact) return false
  // "ubah b jadi 12" names a question; the 12 in it is no answer to this one
  if (command === 'ubah' && !isFree && argument !== undefined && placeOfLabel(turn, argument.split(/\s/)[0]!))
    return obey(turn, command, argument)
  // the question is open: for the messages to stop, or where words are wanted, we ask first
  const isOfHouse = !exact && ofTheHouse.has(command)
  if (isOfHouse && turn.context.sealed) return false
  if (isOfHouse && !isFree && readsAsValue(turn, place, text)) return false
  if (isOfHouse && !isFree && command !== 'berhenti') {
    chooseHouse(turn, command, argument)
    return true
  }
  if (!isOfHouse && (exact || !isFree)) {
    const mayBeAnswer = !exact || (likeAnswers.has(command) && argument === undefined && !isFree)
    if (mayBeAnswer && !(command === 'batal' && awaits.editing) && readsAsValue(turn, place, text)) return false
    return obey(turn, command, argument)
  }
  if (!isOfHouse && !asksFirst.has(command)) return false
  const { session } = turn
  session.step++
  session.awaits = {
    path: awaits.path,
    tries: awaits.tries,
    ...editingOf(awaits),
    kind: 'command_or_answer',
    raw: text,
    command: argument ? `${command} ${argument}` : command,
  }
  turn.emit({ kind: 'command-questioned', path: place.path, step: session.step, raw: text, command })
  return true
}

const likeAnswers: ReadonlySet<string> = new Set(answerLikeCommands)

/** Commands whose word in a longer text is worth a question. */
const asksFirst: ReadonlySet<string> = new Set(['kembali', 'ubah', 'lewati', 'nanti', 'batal', 'ringkasan', 'bantuan'])

/** Requests that a conversation cannot carry out. */
const ofTheHouse: ReadonlySet<string> = new Set([
  'berhenti',
  'lapor',
  'pengaduan',
  'data_saya',
  'hapus_data_saya',
  'bahasa',
  'siapa_belum',
])

/** Hands a request on; false where the house knows none of that name. */
export function chooseHouse(turn: Turn, command: string, argument: string | undefined): boolean {
  if (!ofTheHouse.has(command)) return false
  turn.emit({ kind: 'house-command-chosen', command, ...(argument !== undefined && { argument }) })
  return true
}

/** Whether a text can be read as an answer to a question. */
export function readsAsValue(turn: Turn, place: Place<Question>, text: string): boolean {
  const reading = read(turn, place, { kind: 'text', text })
  return reading !== undefined && 'value' in reading
}
