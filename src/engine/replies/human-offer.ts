import { askOpen, question } from '../commands/open-again.ts'
import { kindOf } from '../kinds/index.ts'
import { moveOn } from '../moving.ts'
import { showOverview } from '../overview.ts'
import type { Turn } from '../turn.ts'
import { onAnswer } from './open-question.ts'
import { onOverview } from './overview.ts'
import { type Awaiting, editingOf, type Reply, yesOrNumber } from './reply.ts'
import { readsAsValue } from './typed-commands.ts'

/** Yes or no to being called by staff. */
export function onHumanOffer(turn: Turn, awaits: Awaiting<'human_offer'>, input: Reply): undefined {
  if (turn.find(awaits.path)?.node === turn.form.mainRepeat) return onOfferAtOverview(turn, awaits, input)
  const place = question(turn, awaits.path)
  if (!place) return moveOn(turn)
  const open = { path: place.path, tries: awaits.tries, ...editingOf(awaits) }
  const accept = (): undefined => {
    turn.session.awaits = { kind: 'answer', ...open, tries: 0 }
    turn.emit({ kind: 'human-requested', path: place.path })
  }
  if (input.kind === 'choice') return input.index === 0 ? accept() : askOpen(turn)
  if (input.kind === 'text') {
    // the question is still open: an answer to it counts more than a yes to the offer, unless both could be meant
    const isValue =
      place.node.type !== 'yesno' && !kindOf(place.node.type).freeText && readsAsValue(turn, place, input.text)
    const yes = isValue ? undefined : yesOrNumber(turn, input.text)
    if (yes !== undefined) return yes ? accept() : askOpen(turn)
  }
  turn.session.awaits = { kind: 'answer', ...open }
  onAnswer(turn, turn.session.awaits, input)
}

/** The offer made at the list of activities: "1" and "2" alone are its buttons, all else is read against the list. */
function onOfferAtOverview(turn: Turn, awaits: Awaiting<'human_offer'>, input: Reply): undefined {
  const yes =
    input.kind === 'choice' ? input.index === 0 : input.kind === 'text' ? yesOrNumber(turn, input.text) : undefined
  if (yes === true) {
    turn.session.awaits = { kind: 'same_overview' }
    turn.emit({ kind: 'human-requested', path: awaits.path })
    return
  }
  if (yes === false) return showOverview(turn)
  turn.session.awaits = { kind: 'same_overview', tries: awaits.tries }
  onOverview(turn, input)
}
