import type { PolicyTopic } from '../../domain/policy-messages.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { greeting } from '../when.ts'
import { command, commandChoice } from './commands.ts'

/** A refresher that is to be read, with one button; and thanks for having read it. */

const topicKeys: Readonly<Record<PolicyTopic, string>> = {
  pseah: 'policy-pseah',
  perlindungan_anak: 'policy-anak',
  antikorupsi: 'policy-antikorupsi',
  lain: 'policy-lain',
}

/** The text of a topic, where staff wrote none. */
export function policyText(topic: PolicyTopic, to: Pick<Audience, 'texts' | 'language'>): string {
  return to.texts.t(to.language, topicKeys[topic])
}

export function policyMessage(
  about: {
    readonly question: number
    readonly topic: PolicyTopic
    /** Empty: the text of the topic. */
    readonly text: string
    readonly again: boolean
    readonly name: string
  },
  to: Audience,
): OutboundMessage {
  const { question, topic, text, again, name } = about
  return commandChoice(
    [
      say(to, again ? 'policy-again' : 'policy-first', { greeting: greeting(to.now, to), sapaan: to.sapaan, name }),
      text === '' ? policyText(topic, to) : text,
      say(to, 'policy-ask'),
    ].join('\n\n'),
    to,
    [command(say(to, 'policy-read'), 'jawab_orang', `${question}.ya`)],
  )
}

export function policyThanks(to: Audience): OutboundMessage {
  return { text: say(to, 'policy-thanks', { sapaan: to.sapaan }) }
}

export function policyLater(to: Audience): OutboundMessage {
  return { text: say(to, 'policy-later', { sapaan: to.sapaan }) }
}
