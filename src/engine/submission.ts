import { evaluateText } from '../flows/expressions/index.ts'
import type { Form, FormEntity } from '../flows/form.ts'
import { kindOf } from './kinds/index.ts'
import type { Place } from './places.ts'
import { record } from './recording.ts'
import { isAsked, isKept } from './relevance.ts'
import { owe } from './settling.ts'
import type { Turn } from './turn.ts'
import { everyStop } from './walk.ts'

/**
 * The report counts as reported. Looks at the whole form once more: whatever is relevant, asked in this round and has
 * neither a value nor a skip is owed instead, and nothing is submitted.
 */
export function submit(turn: Turn): undefined {
  const { session } = turn
  for (const place of everyStop(turn)) {
    if (turn.state(place.path) || place.node === turn.layout.recap || isBehindRecap(turn, place)) continue
    if (turn.holds(place.node.relevant, place, true) && isAsked(turn, place)) owe(turn, place.path)
  }
  if (session.owed.length > 0) return takeBackYes(turn)
  for (const place of everyStop(turn))
    if (place.node.type === 'end' && turn.holds(place.node.relevant, place, true)) {
      const at = kindOf('end').known?.({ ...turn.context, startedAt: session.startedAt, ending: true })
      if (at !== undefined) record(turn, place, at, { by: 'calculated' })
    }
  sayWhatFollows(turn)
  turn.emit({ kind: 'report-submitted', again: session.submitted === true })
  session.submitted = true
  session.state = 'submitted'
  session.awaits = { kind: 'nothing' }
}

/** What the answers change in lists of the programme, and what others see to: of a report sent, or corrected since. */
export function sayWhatFollows(turn: Turn): undefined {
  for (const entity of turn.form.entities) changeEntities(turn, entity)
  noteFollowOns(turn)
}

/** "Ya" was said to less than the whole: the recap comes again at the end. */
function takeBackYes(turn: Turn): undefined {
  const recap = turn.layout.recap && turn.place(turn.layout.recap, [])
  if (!recap || !turn.state(recap.path) || turn.session.submitted) return
  turn.setState(recap.path, undefined)
  turn.emit({ kind: 'answer-cleared', path: recap.path, question: recap.node.name, because: 'irrelevant' })
}

function isBehindRecap(turn: Turn, place: Place): boolean {
  const { recap } = turn.layout
  if (!recap || recap.parents.length > 0) return false
  const top = place.node.parents[0] ?? place.node
  return turn.layout.index.get(top)! > turn.layout.index.get(recap)!
}

function changeEntities(turn: Turn, entity: FormEntity): undefined {
  if (!entity.repeat) return changeEntity(turn, entity, undefined)
  const { repeat } = entity
  turn.eachPlace(repeat, [], (place) => {
    for (const item of turn.items(repeat, place.items)) {
      const at = turn.place(repeat, [...place.items, item])
      // closed with "semua sama": nothing about it changed
      if (!isKept(turn, at)) changeEntity(turn, entity, at)
    }
  })
}

function changeEntity(turn: Turn, entity: FormEntity, item: Place | undefined): undefined {
  const at = item ?? anyPlace(turn.form, turn)
  if (!at) return
  const scope = turn.scope(at)
  const given = entity.entityId ? evaluateText(entity.entityId, scope) : (item?.items.at(-1) ?? '')
  const create = entity.createIf ? turn.holds(entity.createIf, at, false) : given === '' && !entity.updateIf
  const update =
    !create && (entity.updateIf ? turn.holds(entity.updateIf, at, false) : given !== '' && !entity.createIf)
  if (!create && !update) return
  const values: Record<string, string> = {}
  for (const { question, property } of entity.saves) {
    const items = item?.items.slice(0, turn.layout.repeats.get(question)!.length) ?? []
    const value = turn.value(turn.place(question, items).path)
    if (value !== undefined) values[property] = kindOf(question.type).toNode(value).text
  }
  if (!create && Object.keys(values).length === 0) return
  const label = entity.label && evaluateText(entity.label, scope)
  turn.emit({
    kind: 'entity-changed',
    list: entity.list,
    // a new one has no id yet: the item's own is unique within the report, and so is one that stands outside of repeats
    entityId: create ? (item?.items.at(-1) ?? 'luar') : given,
    create,
    ...(label && { label }),
    values,
  })
}

function anyPlace(form: Form, turn: Turn): Place | undefined {
  const question = form.questions.find((other) => turn.layout.repeats.get(other)!.length === 0)
  return question && turn.place(question, [])
}

/** What a later form or staff deal with: answers marked `follow_on` that say yes, or say anything. */
function noteFollowOns(turn: Turn): undefined {
  for (const question of turn.form.questions) {
    if (!question.appearances.includes('follow_on')) continue
    turn.eachPlace(question, [], (place) => {
      const value = turn.value(place.path)
      if (value === undefined || value === 'tidak' || isKept(turn, place)) return
      turn.emit({ kind: 'follow-on-noted', what: question.name, path: place.path })
    })
  }
}
