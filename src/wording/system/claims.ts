import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import { command, commandChoice } from './commands.ts'

/** A new number or account of somebody who has a seat: who is asked, who is told, and what came of it. */

export interface ClaimAsked {
  readonly question: number
  /** "Bapak Raja Basri" */
  readonly who: string
  /** "Raja Negeri, Negeri Amarsekaru" */
  readonly seat: string
  readonly channel: string
  /** What the new account calls itself, where the channel tells. */
  readonly account?: string
}

/** To the superior of the seat. */
export function askClaim(about: ClaimAsked, to: Audience): OutboundMessage {
  const { question, who, seat, channel, account } = about
  const text = lines(
    say(to, 'claim-ask', { sapaan: to.sapaan, who, seat, channel }),
    account !== undefined && say(to, 'claim-ask-account', { account }),
    say(to, 'claim-ask-hint'),
  )
  return commandChoice(text, to, [
    command(say(to, 'claim-yes'), 'jawab_orang', `${question}.ya`),
    command(say(to, 'claim-no'), 'jawab_orang', `${question}.tidak`),
  ])
}

/** To whoever writes from the new address. Says nothing that a stranger should not learn. */
export function claimNoted(to: Audience): OutboundMessage {
  return { text: say(to, 'claim-noted') }
}

interface About {
  readonly seat: string
  readonly name: string
}

/** To the address in use: its owner must be the first to know. */
export function claimWarning({ seat, name }: About, to: Audience): OutboundMessage {
  return { text: say(to, 'claim-warning', { seat, name }) }
}

export function claimConfirmed({ seat }: About, to: Audience): OutboundMessage {
  return { text: say(to, 'claim-confirmed', { sapaan: to.sapaan, seat }) }
}

export function claimRefused(_: About, to: Audience): OutboundMessage {
  return { text: say(to, 'claim-refused') }
}

export function numberEnded({ seat }: About, to: Audience): OutboundMessage {
  return { text: say(to, 'claim-ended', { seat }) }
}

/** To whoever decided. */
export function claimDecided(
  outcome: 'confirmed' | 'refused' | 'decided_already' | 'not_yours',
  to: Audience,
): OutboundMessage {
  const keys = {
    confirmed: 'claim-decided-yes',
    refused: 'claim-decided-no',
    decided_already: 'claim-decided-already',
    not_yours: 'claim-not-yours',
  } as const
  return { text: say(to, keys[outcome], { sapaan: to.sapaan }) }
}

/** A known person says that their number changes: a code for the new phone. */
export function newNumberCode(code: string, to: Audience): OutboundMessage {
  return { text: say(to, 'new-number-code', { sapaan: to.sapaan, code }) }
}

/** An unknown number says that it is the new one of somebody. */
export function askWhoChanged(to: Audience): OutboundMessage {
  return { text: say(to, 'new-number-who') }
}
