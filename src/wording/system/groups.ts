import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import { command, commandChoice } from './commands.ts'

/** What a group reads. Its members are not known one by one, so nothing here names a person or a village that is late. */

interface Aim {
  readonly name: string
  readonly kabupatenCode: string
}

/** The bot was added and the group is connected to nothing yet. */
export function groupWelcome(to: Audience): OutboundMessage {
  return { text: say(to, 'group-welcome') }
}

export function groupHelp(to: Audience): OutboundMessage {
  return { text: say(to, 'group-help') }
}

/** Nobody with the right asked: they confirm with this code in their own chat. */
export function groupCode(code: string, to: Audience): OutboundMessage {
  return { text: say(to, 'group-code', { code }) }
}

/** In the group: the number follows the command, as buttons there would be pressed by anybody. */
export function chooseBody(aims: readonly Aim[], word: string, to: Audience): OutboundMessage {
  return {
    text: lines(
      say(to, 'group-choose'),
      ...aims.map(({ name }, i) => say(to, 'group-choose-line', { n: i + 1, name, word })),
    ),
  }
}

/** In the private chat of somebody with the right; picking one gives the command `hubungkan`. */
export function chooseBodyPrivately(aims: readonly Aim[], groupId: number, to: Audience): OutboundMessage {
  const options = aims.map(({ name, kabupatenCode }) => command(name, 'hubungkan', `${groupId}/${kabupatenCode}`))
  return commandChoice(say(to, 'group-choose'), to, options)
}

export function groupBound({ name }: { readonly name: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'group-bound', { name }) }
}

/** To who confirmed it. */
export function groupBoundByYou({ name }: { readonly name: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'group-bound-by-you', { name }) }
}

export function groupCodeUnknown(to: Audience): OutboundMessage {
  return { text: say(to, 'group-code-unknown') }
}

export function groupNotBound(to: Audience): OutboundMessage {
  return { text: say(to, 'group-not-bound') }
}

export function groupEnded(to: Audience): OutboundMessage {
  return { text: say(to, 'group-ended') }
}

export function groupNothing(to: Audience): OutboundMessage {
  return { text: say(to, 'group-nothing') }
}
