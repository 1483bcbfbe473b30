import type { Question, Repeat } from '../flows/form.ts'
import { sameValue } from './carrying.ts'
import { choicesFor } from './choice-lists.ts'
import type { QuestionAsked } from './events/index.ts'
import { itemLabel } from './item-labels.ts'
import { kindOf, mostPhotos, showValue } from './kinds/index.ts'
import { longestList, pageOf, pageSize } from './pages.ts'
import type { Place } from './places.ts'
import { progressAt } from './progress.ts'
import { isRequired } from './relevance.ts'
import { answerStates } from './session.ts'
import type { Turn } from './turn.ts'
import { grows } from './walk.ts'

export interface Asking {
  readonly because?: 'edited' | 'became_relevant' | 'returned'
  readonly editing?: boolean
  readonly tries?: number
  /** Choices ticked so far. */
  readonly pending?: readonly string[]
  readonly helped?: boolean
  /** Of a long list: which page, or only the choices found for a text. */
  readonly page?: number
  readonly found?: { readonly text: string; readonly indices: readonly number[] }
}

/** How many questions `kembali` walks back before it looks at the form itself. */
const longestTrail = 8

/** Puts a question to the person; the next input answers it. */
export function ask(turn: Turn, place: Place<Question>, asking: Asking = {}): undefined {
  const { session } = turn
  const { node, path } = place
  const last = turn.find(session.trail.at(-1) ?? '')
  const again = last?.path === path
  if (!again) session.trail = [...session.trail, path].slice(-longestTrail)
  session.step++
  session.state = 'running'
  const tries = asking.tries ?? 0
  const pending = asking.pending ?? tickedBefore(turn, place)
  session.awaits = {
    kind: 'answer',
    path,
    tries,
    ...(pending.length > 0 && { pending }),
    ...(asking.editing && { editing: true }),
    ...(asking.helped && { helped: true }),
    ...(asking.page !== undefined && asking.page > 0 && { page: asking.page }),
  }
  turn.emit({
    kind: 'question-asked',
    path,
    question: node.name,
    type: node.type,
    step: session.step,
    text: turn.text(node.label, place),
    ...textsBeside(turn, place),
    ...choicesShown(turn, place, pending, asking),
    ...scaleShown(node),
    optional: !isRequired(turn, place),
    ...progressShown(turn, place),
    ...itemShown(turn, place, isNamedAgain(turn, asking) ? undefined : last),
    ...introduction(turn, place, last),
    ...previousShown(turn, place),
    ...(asking.because && { because: asking.because }),
    ...(session.returned[path] !== undefined && { returnedComment: session.returned[path] }),
    help: Math.min(tries, 3) as 0 | 1 | 2 | 3,
    ...(node.type === 'image' && { photos: { kept: photosKept(turn, place), most: mostPhotos(node) } }),
    ...(node.voice && { voice: true }),
  })
}

/** The open question in short: what remains open when something else is asked about it. */
export function openOf(turn: Turn): { readonly path: string; readonly tries: number; readonly editing?: true } {
  const { awaits, position } = turn.session
  if (!('tries' in awaits) || !('path' in awaits)) return { path: 'path' in awaits ? awaits.path : position, tries: 0 }
  return { path: awaits.path, tries: awaits.tries, ...(awaits.editing && { editing: true }) }
}

function photosKept(turn: Turn, place: Place): number {
  const value = turn.value(place.path)
  return Array.isArray(value) ? value.length : 0
}

function tickedBefore(turn: Turn, place: Place<Question>): readonly string[] {
  const value = place.node.type === 'select_multiple' ? turn.value(place.path) : undefined
  return Array.isArray(value) ? (value as string[]) : []
}

function textsBeside(turn: Turn, place: Place<Question>): { hint?: string; example?: string } {
  const hint = turn.text(place.node.hint, place)
  const example = turn.text(place.node.example, place)
  return { ...(hint && { hint }), ...(example && { example }) }
}

function choicesShown(
  turn: Turn,
  place: Place<Question>,
  chosen: readonly string[],
  { page = 0, found }: Asking,
): Pick<QuestionAsked, 'choices' | 'multiple' | 'part'> {
  const choices = choicesFor(turn, place)
  if (choices.length === 0) return {}
  const several = place.node.type === 'select_multiple' || place.node.type === 'rank'
  const multiple = several && { multiple: { chosen } }
  if (choices.length <= longestList)
    return { choices: choices.map(({ code, label }) => ({ code, label })), ...multiple }
  const indices = found ? found.indices.slice(0, pageSize) : pageOf(choices.length, page).indices
  const shown = indices.map((i) => ({ code: choices[i]!.code, label: choices[i]!.label, number: i + 1 }))
  const search = found && { search: found.text, found: found.indices.length }
  return { choices: shown, part: { of: choices.length, ...search }, ...multiple }
}

function scaleShown({ type, parameters }: Question): Pick<QuestionAsked, 'scale'> {
  const from = Number(parameters.start ?? 'x')
  const to = Number(parameters.end ?? 'x')
  return type === 'range' && Number.isFinite(from) && Number.isFinite(to) ? { scale: { from, to } } : {}
}

function progressShown(turn: Turn, place: Place<Question>): Pick<QuestionAsked, 'progress'> {
  if (place.node === turn.layout.opening) return {}
  const { at, of } = progressAt(turn, place)
  return of > 1 ? { progress: { at, of } } : {}
}

/** After a break, and where the way jumps, "berapa persen?" needs its activity's name once more. */
function isNamedAgain(turn: Turn, asking: Asking): boolean {
  return asking.because !== undefined || turn.events.some((event) => event.kind === 'session-resumed')
}

/** The activity's place and name, with the first question about it. */
function itemShown(turn: Turn, place: Place<Question>, last: Place | undefined): Pick<QuestionAsked, 'item'> {
  const { repeat } = place.node
  if (!repeat) return {}
  const item = turn.place(repeat, place.items)
  if (last?.path.startsWith(`${item.path}/`)) return {}
  const ids = turn.items(repeat, place.items.slice(0, -1))
  const index = ids.indexOf(place.items.at(-1)!) + 1
  return { item: { index, count: ids.length, label: itemLabel(turn, item), ...(grows(repeat) && { grows: true }) } }
}

/** Labels of groups and repeats that are entered with this question, and notes passed on the way to it. */
function introduction(
  turn: Turn,
  place: Place<Question>,
  last: Place | undefined,
): Pick<QuestionAsked, 'introduction'> {
  const inside = new Set<unknown>(last?.node.parents ?? [])
  const texts: string[] = []
  let depth = 0
  for (const parent of place.node.parents) {
    const outer = place.items.slice(0, depth)
    if (parent.kind === 'repeat') depth++
    const around = turn.place(parent, outer)
    if (!inside.has(parent) && !wasEntered(turn, around, place)) texts.push(turn.text(parent.label, around))
  }
  const said = [...texts, ...turn.notes].filter((text) => text !== '')
  turn.notes = []
  return said.length > 0 ? { introduction: said.join('\n') } : {}
}

/** Whether something inside was asked or answered before: then its introduction has been said. */
function wasEntered(turn: Turn, around: Place, but: Place): boolean {
  const prefix = `${around.path}${around.node.kind === 'repeat' ? '[' : '/'}`
  const isInside = (path: string) => path !== but.path && path.startsWith(prefix)
  if (turn.session.trail.some(isInside)) return true
  return answerStates(turn.session).some(
    ([path, state]) => isInside(path) && (!('v' in state) || (!state.f && isOfPerson(turn, path))),
  )
}

function isOfPerson(turn: Turn, path: string): boolean {
  const node = turn.find(path)?.node
  return node?.kind === 'question' && kindOf(node.type).asked && !node.calculation
}

function previousShown(turn: Turn, place: Place<Question>): Pick<QuestionAsked, 'previous' | 'suggested'> {
  if (!kindOf(place.node.type).asked || place.node.type === 'image') return {}
  const same = sameValue(turn, place)
  const words = same && showValue(turn, place, same.value)
  return words ? { previous: words, ...(same.by === 'default' && { suggested: true }) } : {}
}

/** After the last item of a repeat that grows: another one? */
export function askAnother(turn: Turn, repeat: Place<Repeat>): undefined {
  const { session } = turn
  session.step++
  session.state = 'running'
  session.awaits = { kind: 'another_item', path: repeat.path }
  turn.emit({
    kind: 'question-asked',
    path: repeat.path,
    question: repeat.node.name,
    type: 'yesno',
    step: session.step,
    text: turn.text(repeat.node.label, repeat),
    optional: false,
    help: 0,
    another: { count: turn.items(repeat.node, repeat.items).length },
  })
}

/** After tries that did not help: shall a person? The question stays open beside it. */
export function offerHuman(
  turn: Turn,
  open: { readonly path: string; readonly tries: number; readonly editing?: true },
): undefined {
  const { session } = turn
  session.step++
  session.awaits = { kind: 'human_offer', path: open.path, tries: open.tries, ...(open.editing && { editing: true }) }
  turn.emit({ kind: 'human-offered', step: session.step, path: open.path })
}
