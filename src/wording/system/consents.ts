import type { ConsentKind } from '../../domain/consents.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { command, commandOptions } from './commands.ts'

/** A text that people agreed to has a new version: asked again once, with one tap to stay as it was. */

export const consentKindKeys: Readonly<Record<ConsentKind, string>> = {
  reporting: 'consent-kind-reporting',
  contact: 'consent-kind-contact',
  photo: 'consent-kind-photo',
  story: 'consent-kind-story',
  group: 'consent-kind-group',
}

const refusedKeys: Readonly<Record<ConsentKind, string>> = {
  reporting: 'consent-refused-reporting',
  contact: 'consent-refused-contact',
  photo: 'consent-refused-photo',
  story: 'consent-refused-story',
  group: 'consent-refused-group',
}

export function consentAgain(
  about: { readonly question: number; readonly kind: ConsentKind; readonly text: string },
  to: Audience,
): OutboundMessage {
  const { question, kind, text } = about
  return commandOptions(
    say(to, 'consent-again', { sapaan: to.sapaan, what: say(to, consentKindKeys[kind]), text }),
    to,
    [
      command(say(to, 'consent-agree'), 'jawab_orang', `${question}.ya`),
      command(say(to, 'consent-decline'), 'jawab_orang', `${question}.tidak`),
    ],
  )
}

export function consentKept(to: Audience): OutboundMessage {
  return { text: say(to, 'consent-kept', { sapaan: to.sapaan }) }
}

/** What follows from a no, and the way back. */
export function consentRefused(kind: ConsentKind, to: Audience): OutboundMessage {
  return { text: say(to, refusedKeys[kind], { sapaan: to.sapaan }) }
}
