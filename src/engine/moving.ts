import type { Question } from '../flows/form.ts'
import { ask, askAnother } from './asking.ts'
import { needsOverview, showOverview } from './overview.ts'
import { pass } from './passing.ts'
import type { Place } from './places.ts'
import { showRecap } from './recap.ts'
import { isAsked, isKept, isRelevant } from './relevance.ts'
import { sayWhatFollows, submit } from './submission.ts'
import type { Turn } from './turn.ts'
import { afterItem, firstStop, type Stop, stopAfter } from './walk.ts'

/** Puts what comes next: what is owed behind the position, else the next question of the form, else the recap. */
export function moveOn(turn: Turn): undefined {
  if (askOwed(turn)) return
  const { session } = turn
  const began = session.position
  let stop = startOf(turn)
  let first = true
  while (stop) {
    if (stop.kind === 'another') return askAnother(turn, stop.place)
    const { place } = stop
    session.position = place.path
    if (isKept(turn, place)) {
      // its values were carried when it was closed
      stop = afterItem(turn, turn.layout.repeats.get(place.node)![0]!, place.items.slice(0, 1))
      first = false
      continue
    }
    if (first ? isRelevant(turn, place) : turn.holds(place.node.relevant, place, true)) {
      if (!turn.state(place.path) && isAsked(turn, place)) return put(turn, place)
      // where it stood before, a note was said already
      pass(turn, place, first && began === place.path)
      // a value carried here may make something behind relevant
      if (session.owed.length > 0 && askOwed(turn)) return
    }
    first = false
    stop = stopAfter(turn, place)
  }
  session.position = 'end'
  finish(turn)
}

function startOf(turn: Turn): Stop | undefined {
  const { position } = turn.session
  if (position === '') return firstStop(turn)
  if (position === 'end') return undefined
  const place = turn.find(position)
  // a form that staff moved the session to may no longer have the question: then every open one counts
  if (place?.node.kind !== 'question') return firstStop(turn)
  return isRelevant(turn, place) ? { kind: 'question', place: place as Place<Question> } : stopAfter(turn, place)
}

function put(turn: Turn, place: Place<Question>): undefined {
  if (place.node !== turn.layout.opening && needsOverview(turn)) return showOverview(turn)
  if (place.node === turn.layout.recap) return showRecap(turn)
  ask(turn, place)
}

function askOwed(turn: Turn): boolean {
  const { session } = turn
  for (const path of session.owed) {
    const place = turn.find(path)
    if (place?.node.kind === 'question' && isRelevant(turn, place)) {
      const because = path in session.returned ? 'returned' : turn.state(path) ? 'edited' : 'became_relevant'
      // further questions of an item that came with the change go on as any other
      const goesOn = because === 'became_relevant' && isSameItem(turn, place)
      ask(turn, place as Place<Question>, { ...(!goesOn && { because }), editing: true })
      return true
    }
    session.owed = session.owed.filter((other) => other !== path)
  }
  return false
}

function isSameItem(turn: Turn, { items }: Place): boolean {
  const last = turn.find(turn.session.trail.at(-1) ?? '')
  if (turn.events.some((event) => event.kind === 'answer-recorded' && event.replaced)) return false
  return items.length > 0 && last?.items.join(' ') === items.join(' ')
}

function finish(turn: Turn): undefined {
  const { session, form, layout } = turn
  if (session.submitted) {
    if (turn.context.reportState === 'returned') return send(turn)
    const isCorrected = turn.events.some(({ kind }) => kind === 'report-corrected' || kind === 'answer-recorded')
    if (isCorrected) sayWhatFollows(turn)
    session.state = 'submitted'
    session.awaits = { kind: 'nothing' }
    return
  }
  const recap = layout.recap && turn.place(layout.recap, [])
  const hasRecap = recap !== undefined && isRelevant(turn, recap)
  sayNotes(turn)
  if (!hasRecap && form.source.settings.recap !== 'no' && form.source.settings.recap !== false) return showRecap(turn)
  send(turn)
}

/** Notes that no question follows: the form's last words. */
function sayNotes(turn: Turn): undefined {
  const text = turn.notes.filter((note) => note !== '').join('\n')
  turn.notes = []
  if (text !== '') turn.emit({ kind: 'note-said', text })
}

/** Submits the report; what it still lacks is asked, and so is what the form has behind its recap. */
export function send(turn: Turn): undefined {
  const again = turn.session.submitted === true
  submit(turn)
  if (!again || turn.session.owed.length > 0) moveOn(turn)
}
