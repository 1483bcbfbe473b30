import type { Question } from '../../flows/form.ts'
import type { Json } from '../../lib/json.ts'
import { answer, give, read, refusalOf } from '../answering.ts'
import { ask } from '../asking.ts'
import { question, repeatOpen } from '../commands/open-again.ts'
import { type AnswerInput, mostPhotos } from '../kinds/index.ts'
import { moveOn } from '../moving.ts'
import { type Place, sharedItems } from '../places.ts'
import { record } from '../recording.ts'
import { isAsked, isRelevant } from '../relevance.ts'
import type { Turn } from '../turn.ts'
import { type Awaiting, editingOf } from './reply.ts'

/** A file, a place or a contact for the open question; photos are kept until there are as many as may be. */
export function onMedia(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, input: AnswerInput): undefined {
  if (place.node.type !== 'image' || input.kind !== 'photo') return answer(turn, place, input, editingOf(awaits))
  const reading = read(turn, place, input)
  if (!reading || 'ask' in reading) return answer(turn, place, input)
  const kept = reading.value as readonly Json[]
  if (kept.length >= mostPhotos(place.node))
    return give(turn, place, reading.value, { by: 'person', raw: input.caption })
  record(turn, place, reading.value, { by: 'person', raw: input.caption })
  ask(turn, place, editingOf(awaits))
}

/** A photo that came while something else is open goes to the form's own question about photos, ahead or behind. */
export function keepPhoto(turn: Turn, input: AnswerInput & { readonly kind: 'photo' }): boolean {
  const { awaits } = turn.session
  const open = 'path' in awaits ? question(turn, awaits.path) : undefined
  if (awaits.kind === 'answer' && open?.node.type === 'image') return false
  const place = photoPlace(turn, open)
  const reading = place && read(turn, place, input)
  if (!place || !reading || 'ask' in reading || refusalOf(turn, place, reading.value)) return false
  record(turn, place, reading.value, { by: 'person', raw: input.caption })
  const kept = Array.isArray(reading.value) ? reading.value.length : 1
  turn.emit({ kind: 'photo-kept', path: place.path, kept, most: mostPhotos(place.node) })
  if (turn.session.owed.length > 0 && awaits.kind === 'answer') moveOn(turn)
  else repeatOpen(turn)
  return true
}

/** The image question of the same item or of the whole form that still takes a photo. */
function photoPlace(turn: Turn, open: Place | undefined): Place<Question> | undefined {
  for (const node of turn.form.questions) {
    if (node.type !== 'image') continue
    const items = open ? sharedItems(turn.layout, open.node, open.items, node) : []
    const place = turn.place(node, items)
    if (turn.layout.repeats.get(node)!.length > items.length) continue
    const value = turn.value(place.path)
    const isFull = Array.isArray(value) && value.length >= mostPhotos(node)
    if (!isFull && isRelevant(turn, place) && isAsked(turn, place)) return place
  }
  return undefined
}
