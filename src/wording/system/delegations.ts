import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { command, commandChoice } from './commands.ts'

/** "wakilkan": one writes for another, with the consent of both. */

/** Others of the place; picking one gives the command `wakilkan SEAT.PERSON`. */
export function chooseDelegate(
  people: readonly { readonly data: string; readonly name: string; readonly position: string }[],
  to: Audience,
): OutboundMessage {
  const options = people.map(({ data, name, position }) => command(`${name} (${position})`, 'wakilkan', data))
  return commandChoice(say(to, 'delegate-who', { sapaan: to.sapaan }), to, options)
}

export function chooseHowLong(about: { readonly data: string; readonly name: string }, to: Audience): OutboundMessage {
  return commandChoice(say(to, 'delegate-how-long', { name: about.name }), to, [
    command(say(to, 'delegate-round'), 'wakilkan', `${about.data}.putaran`),
    command(say(to, 'delegate-until'), 'wakilkan', `${about.data}.terus`),
  ])
}

/** To the one who shall write. */
export function askDelegation(
  about: { readonly question: number; readonly name: string; readonly seat: string; readonly forRound: boolean },
  to: Audience,
): OutboundMessage {
  const { question, name, seat, forRound } = about
  const key = forRound ? 'delegate-ask-round' : 'delegate-ask-until'
  return commandChoice(say(to, key, { sapaan: to.sapaan, name, seat }), to, [
    command(say(to, 'delegate-yes'), 'jawab_orang', `${question}.ya`),
    command(say(to, 'delegate-no'), 'jawab_orang', `${question}.tidak`),
  ])
}

export function delegationAsked({ name }: { readonly name: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'delegate-asked', { sapaan: to.sapaan, name }) }
}

export function delegationThere(
  about: { readonly name: string; readonly asked: boolean },
  to: Audience,
): OutboundMessage {
  return { text: say(to, about.asked ? 'delegate-there-asked' : 'delegate-there', { name: about.name }) }
}

export function nobodyToDelegate(to: Audience): OutboundMessage {
  return { text: say(to, 'delegate-nobody') }
}

export function delegationNothing(to: Audience): OutboundMessage {
  return { text: say(to, 'delegate-nothing') }
}

/** To the delegate, after their answer. */
export function delegationTaken(yes: boolean, to: Audience): OutboundMessage {
  return { text: say(to, yes ? 'delegate-taken' : 'delegate-declined', { sapaan: to.sapaan }) }
}

/** The question came too late: it was taken back. */
export function delegationGone(to: Audience): OutboundMessage {
  return { text: say(to, 'delegate-gone') }
}

/** To the one who delegates. */
export function delegationAnswered(
  about: { readonly name: string; readonly seat: string; readonly yes: boolean },
  to: Audience,
): OutboundMessage {
  const { name, yes } = about
  return { text: say(to, yes ? 'delegate-answer-yes' : 'delegate-answer-no', { sapaan: to.sapaan, name }) }
}

export function delegationEnded({ seat }: { readonly seat: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'delegate-ended', { sapaan: to.sapaan, seat }) }
}

/** To the other of the two. */
export function delegationStopped(
  about: { readonly name: string; readonly seat: string },
  to: Audience,
): OutboundMessage {
  return { text: say(to, 'delegate-stopped', { sapaan: to.sapaan, ...about }) }
}

export function writtenForYou(about: { readonly name: string; readonly place: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'delegate-written', { sapaan: to.sapaan, ...about }) }
}

/** To somebody whose time in a seat is over. */
export function holdingEnded(about: { readonly seat: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'holding-ended', { sapaan: to.sapaan, seat: about.seat }) }
}
