import type { OutboundMessage } from '../../messages/outbound.ts'
import { writeToken } from '../../messages/tokens.ts'
import { withOptions } from '../choices.ts'
import { type Audience, say } from '../context.ts'
import { greeting } from '../when.ts'

/** What somebody reads whom we do not know yet, and what an invitation code brings. */

/** A code as people would see it, for the example. */
const codeExample = 'K7QM-2XPA'

/** Said once; then a stranger is left in peace. The complaint route is always named. */
export function welcomeStranger(about: { readonly programme: string }, to: Audience): OutboundMessage {
  return {
    text: say(to, 'stranger-welcome', { greeting: greeting(to.now, to), programme: about.programme, codeExample }),
  }
}

export type CodeOutcome =
  | { readonly kind: 'accepted'; readonly position: string; readonly place: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'used' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too_many'; readonly minutes: number }

export function codeReply(outcome: CodeOutcome, to: Audience): OutboundMessage {
  switch (outcome.kind) {
    case 'accepted':
      return { text: say(to, 'code-accepted', { position: outcome.position, place: outcome.place }) }
    case 'expired':
      return { text: say(to, 'code-expired') }
    case 'used':
      return { text: say(to, 'code-used') }
    case 'unknown':
      return { text: say(to, 'code-unknown', { codeExample }) }
    case 'too_many':
      return { text: say(to, 'code-too-many', { minutes: outcome.minutes }) }
  }
}

/** Somebody enrolled on a phone that another person uses already. */
export function phoneShared(to: Audience): OutboundMessage {
  return { text: say(to, 'phone-shared') }
}

/** A phone that two people use: each new conversation asks who is writing. Pressing gives the command `saya ID`. */
export function whoIsWriting(
  people: readonly { readonly personId: number; readonly name: string }[],
  to: Audience,
): OutboundMessage {
  const options = people.map(({ personId, name }) => ({
    label: name,
    data: writeToken({ kind: 'command', word: 'saya', argument: String(personId) }),
  }))
  return withOptions(say(to, 'who-is-writing'), options, to.capabilities)
}
