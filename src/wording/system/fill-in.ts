import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { command, commandChoice } from './commands.ts'

/** "isi untuk desa …": the team fills in what a village reads out on the telephone. */

/** Several villages of one name, or the two heads of one; picking one gives the command `isi_untuk`. */
export function chooseFillIn(
  options: readonly { readonly label: string; readonly argument: string }[],
  to: Audience,
): OutboundMessage {
  const choices = options.map(({ label, argument }) => command(label, 'isi_untuk', argument))
  return commandChoice(say(to, 'fill-in-which'), to, choices)
}

export function fillInNothing({ place }: { readonly place: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'fill-in-nothing', { place }) }
}

export function fillInVerified({ place }: { readonly place: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'fill-in-verified', { place }) }
}

/** The village is writing itself at this moment. */
export function fillInBusy(
  about: { readonly name: string; readonly minutes: number; readonly argument: string },
  to: Audience,
): OutboundMessage {
  return commandChoice(say(to, 'fill-in-busy', { name: about.name, minutes: about.minutes }), to, [
    command(say(to, 'fill-in-anyway'), 'isi_untuk', about.argument),
  ])
}

export function fillInStarts({ place }: { readonly place: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'fill-in-starts', { place }) }
}

/** To the one whose report it is. */
export function filledInForYou(
  about: { readonly name: string; readonly place: string },
  to: Audience,
): OutboundMessage {
  return { text: say(to, 'fill-in-done', { sapaan: to.sapaan, ...about }) }
}
