import { sameValue } from '../carrying.ts'
import { kindOf } from '../kinds/index.ts'
import { moveOn } from '../moving.ts'
import { placeOfLabel } from '../numbering.ts'
import { canKeep, keepItems } from '../overview.ts'
import { compare, type Place } from '../places.ts'
import { record } from '../recording.ts'
import { answerStates } from '../session.ts'
import type { Turn } from '../turn.ts'
import { question } from './open-again.ts'

/** "sama": the value shown with the question; at the overview, all of them. */
export function same(turn: Turn): boolean {
  const { session } = turn
  const { awaits } = session
  if (awaits.kind === 'same_overview') {
    keepItems(turn, [])
    moveOn(turn)
    return true
  }
  const place = awaits.kind === 'answer' ? question(turn, awaits.path) : undefined
  const taken = place && kindOf(place.node.type).asked ? sameValue(turn, place) : undefined
  if (!place || !taken) return false
  if (taken.by !== 'person') record(turn, place, taken.value, { by: taken.by, raw: 'sama' })
  else {
    session.owed = session.owed.filter((path) => path !== place.path)
    if (place.path in session.returned) record(turn, place, taken.value, { by: 'person', raw: 'sama' })
  }
  moveOn(turn)
  return true
}

/** "semua sama" inside the activities: those that nobody has answered yet keep last round's values. */
export function sameForTheRest(turn: Turn, exceptions: string | undefined): boolean {
  const repeat = turn.form.mainRepeat
  const { awaits } = turn.session
  if (!repeat?.over || awaits.kind !== 'answer' || awaits.editing || turn.session.position === 'end') return false
  const labels = (exceptions ?? '').split(/[\s,]+/).filter((label) => label !== '')
  const except = labels.map((label) => placeOfLabel(turn, label))
  if (except.some((place) => place?.node !== repeat)) return false
  const { path } = turn.place(repeat, [])
  const known = turn.session.kept[path] ?? []
  const changed = turn
    .items(repeat, [])
    .filter((item) => !known.includes(item))
    .filter(
      (item) =>
        except.some((place) => place?.items[0] === item) ||
        isPassed(turn, turn.place(repeat, [item])) ||
        wasAnswered(turn, `${path}[${item}]/`),
    )
  if (!canKeep(turn, changed)) return false
  keepItems(turn, changed)
  moveOn(turn)
  return true
}

/** The conversation is past this item. */
function isPassed(turn: Turn, item: Place): boolean {
  const at = turn.find(turn.session.position)
  return at !== undefined && !at.path.startsWith(`${item.path}/`) && compare(turn.layout, turn.session, item, at) < 0
}

function wasAnswered(turn: Turn, prefix: string): boolean {
  return answerStates(turn.session).some(([path, state]) => {
    if (!path.startsWith(prefix) || ('v' in state && state.f)) return false
    const place = question(turn, path)
    return place !== undefined && kindOf(place.node.type).asked && !place.node.calculation
  })
}
