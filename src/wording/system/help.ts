import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, type HelpPromise, say } from '../context.ts'
import { nearDayWords } from '../when.ts'

/** An offer of a human has a human: who it is and by when. */

export function helpNoted(promise: HelpPromise, to: Audience): OutboundMessage {
  const args = {
    sapaan: to.sapaan,
    who: promise.who ?? say(to, 'help-by-team'),
    when: nearDayWords(promise.byOn, to.now, to),
  }
  return { text: say(to, promise.again ? 'help-noted-already' : 'help-noted', args) }
}

/** Somebody who is the wrong contact told us who is the right one; staff check before anybody is written to. */
export function wrongContactNoted(to: Audience): OutboundMessage {
  return { text: say(to, 'wrong-contact-noted') }
}

/** A note from staff to one person. What staff wrote is text and nothing else. */
export function staffMessage(note: { readonly who?: string; readonly text: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'staff-message', { who: note.who ?? say(to, 'help-by-team'), text: note.text }) }
}
