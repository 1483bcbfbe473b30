import type { Question } from '../../flows/form.ts'
import { HOUR } from '../../lib/local-time.ts'
import { answer, give, read } from '../answering.ts'
import { ask } from '../asking.ts'
import { choicesFor } from '../choice-lists.ts'
import { askOpen, goOn, question } from '../commands/open-again.ts'
import { same } from '../commands/same.ts'
import { skip } from '../commands/skipping.ts'
import { kindOf } from '../kinds/index.ts'
import { moveOn } from '../moving.ts'
import { longestList, pageOf, search, turning } from '../pages.ts'
import type { Place } from '../places.ts'
import { press } from '../press.ts'
import { takeSeveral } from '../several.ts'
import type { Turn } from '../turn.ts'
import { choose, finishList, isTicked, onOpening, openAsking, tick } from './choosing.ts'
import { onMedia } from './photos.ts'
import { type Awaiting, editingOf, isDone, type Reply, yesOf } from './reply.ts'
import { readsAsValue, takeCommand } from './typed-commands.ts'

/** A reply while a question is open: a press, a command, several answers at once, or its answer. */
export function onAnswer(turn: Turn, awaits: Awaiting<'answer'>, input: Reply): undefined {
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  if (input.kind === 'choice') return onPress(turn, place, awaits, input.index)
  if (input.kind !== 'text') return onMedia(turn, place, awaits, input)
  const { text } = input
  const exact = exactChoice(turn, place, text)
  // inside a change "batal" may mean the change as well as the choice
  if (exact !== undefined && !(awaits.editing && isWord(text, 'batal'))) return choose(turn, place, awaits, exact, text)
  if (turnPage(turn, place, awaits, text)) return
  if (takeCommand(turn, place, awaits, text)) return
  if (place.node === turn.layout.opening) return onOpening(turn, place, input)
  if ((isDone(text) || declinesPhotos(turn, place, text)) && finishList(turn, place, awaits)) return
  const ticked = awaits.pending ?? []
  if (!awaits.editing && ticked.length === 0 && takeSeveral(turn, place, text)) return
  if (wasAway(turn, place, text)) return goOn(turn, true)
  if (place.node.type === 'select_multiple' && ticked.length > 0 && !awaits.editing) {
    const reading = read(turn, place, input)
    if (reading && 'value' in reading && Array.isArray(reading.value)) {
      const all = [...new Set([...ticked, ...(reading.value as string[])])]
      return give(turn, place, all, { by: 'person', raw: text })
    }
  }
  if (showFound(turn, place, awaits, text)) return
  answer(turn, place, input, editingOf(awaits))
}

function onPress(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, index: number): undefined {
  const { type } = place.node
  if (index === press.skip) {
    const hasPhotos = type === 'image' && turn.value(place.path) !== undefined
    return hasPhotos ? moveOn(turn) : skip(turn)
  }
  if (index === press.same) {
    if (!same(turn)) askOpen(turn)
    return
  }
  if (index === press.done) {
    if (!finishList(turn, place, awaits)) askOpen(turn)
    return
  }
  const choices = choicesFor(turn, place)
  if (index === press.more) return askPage(turn, place, awaits, choices.length, 1)
  const code = choices.length > 0 ? choices[index]?.code : kindOf(type).buttons?.[index]
  if (code === undefined) return askOpen(turn)
  if (isTicked(type)) return tick(turn, place, awaits, code)
  choose(turn, place, awaits, code, choices[index]?.label ?? code)
}

function exactChoice(turn: Turn, place: Place<Question>, text: string): string | undefined {
  const said = text.trim().toLowerCase()
  return choicesFor(turn, place).find((choice) => choice.label.toLowerCase() === said || choice.code === said)?.code
}

function isWord(text: string, word: string): boolean {
  return text.trim().toLowerCase() === word
}

/** "lagi" at a long list. */
function turnPage(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, text: string): boolean {
  const by = turning(text)
  if (by === undefined) return false
  const { length } = choicesFor(turn, place)
  if (length <= longestList) return false
  askPage(turn, place, awaits, length, by)
  return true
}

function askPage(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, count: number, by: number): undefined {
  ask(turn, place, { ...openAsking(awaits), page: pageOf(count, (awaits.page ?? 0) + by).page })
}

/** Of a long list the choices that a text may mean, where it does not say which. */
function showFound(turn: Turn, place: Place<Question>, awaits: Awaiting<'answer'>, text: string): boolean {
  const choices = choicesFor(turn, place)
  if (choices.length <= longestList || readsAsValue(turn, place, text)) return false
  const indices = search(choices, text)
  if (indices.length === 0) return false
  ask(turn, place, { ...openAsking(awaits), found: { text: text.trim(), indices } })
  return true
}

/** A first word after hours or days that is no answer ("halo"): say where we are instead of not understanding. */
function wasAway(turn: Turn, place: Place<Question>, text: string): boolean {
  if (turn.context.now - turn.session.touchedAt < 6 * HOUR || kindOf(place.node.type).freeText) return false
  return !readsAsValue(turn, place, text)
}

/** "Tidak ada" to a question for photos: as good as "lewati". */
function declinesPhotos(turn: Turn, place: Place<Question>, text: string): boolean {
  return place.node.type === 'image' && yesOf(turn, text) === false
}
