import { readYesno } from '../../bahasa/index.ts'
import { localDate } from '../../lib/local-time.ts'
import type { Given } from '../answering.ts'
import type { Input } from '../input.ts'
import type { AnswerInput } from '../kinds/index.ts'
import type { Awaits } from '../session.ts'
import type { Turn } from '../turn.ts'

/** What a person sent while something was open: words, a press, a file. */
export type Reply = AnswerInput | Extract<Input, { readonly kind: 'choice' }>

/** A reply that says something, or presses a button. */
export type SaidOrPressed = Extract<Reply, { readonly kind: 'text' | 'choice' }>

/** What is open, of one kind. */
export type Awaiting<K extends Awaits['kind']> = Extract<Awaits, { readonly kind: K }>

/** That the question was reopened, where it was: it goes on to whatever follows. */
export function editingOf({ editing }: { readonly editing?: true }): { readonly editing?: true } {
  return editing ? { editing } : {}
}

/** How a value was given that waited for a yes or a reason. */
export function givenBefore(awaits: Awaiting<'confirm' | 'reason' | 'correction_reason'>): Given {
  return {
    by: 'person',
    raw: awaits.raw,
    ...(awaits.approximate && { approximate: true }),
    ...editingOf(awaits),
  }
}

/** A number that stands alone; NaN for everything else. */
export function numberOf(text: string): number {
  return /^\s*\d{1,2}\s*\.?\s*$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
}

/** Which of the options shown is meant, by a press or by its number; -1 or NaN where none is. */
export function optionOf(reply: Reply): number {
  return reply.kind === 'choice' ? reply.index : reply.kind === 'text' ? numberOf(reply.text) - 1 : -1
}

/** Yes or no in words; undefined for everything else. */
export function yesOf(turn: Turn, text: string): boolean | undefined {
  const { now, zone, address, lexicon } = turn.context
  const reading = readYesno(text, { referenceOn: localDate(now, zone), address, ...(lexicon && { lexicon }) })
  return 'value' in reading ? reading.value : undefined
}

/** Yes or no where two buttons say so: in words, or by the number of the button. */
export function yesOrNumber(turn: Turn, text: string): boolean | undefined {
  const number = numberOf(text)
  return number === 1 ? true : number === 2 ? false : yesOf(turn, text)
}

const doneWords =
  /^(?:su|so|sudah|sdh|itu|saja|sa|oke?|ya|cukup|selesai|done|terima kasih|makasih|[\s.!])*(?:cukup|selesai|itu saja|sudah|done)[\s.!]*$/i

/** "Sudah", "cukup", "itu saja": nothing more comes. */
export function isDone(text: string): boolean {
  return text.length < 40 && doneWords.test(text.trim())
}
