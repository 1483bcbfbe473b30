import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'
import { command, commandChoice, commandOptions } from './commands.ts'

/** Consent, stopping and coming back. The word "berhenti" takes effect at once, so it is confirmed, not asked about; a sentence is. */

export function consentReminder(to: Audience): OutboundMessage {
  return commandOptions(say(to, 'consent-reminder', { sapaan: to.sapaan }), to, [
    command(say(to, 'consent-agree'), 'setuju'),
    command(say(to, 'consent-decline'), 'tidak'),
  ])
}

export function consentDeclined(to: Audience): OutboundMessage {
  return { text: say(to, 'consent-declined', { sapaan: to.sapaan }) }
}

export function stopped(to: Audience): OutboundMessage {
  return { text: say(to, 'stopped', { sapaan: to.sapaan }) }
}

export function askStop(to: Audience): OutboundMessage {
  return commandChoice(say(to, 'stop-ask', { sapaan: to.sapaan }), to, [
    command(say(to, 'stop-yes'), 'berhenti'),
    command(say(to, 'stop-no'), 'tanya_berhenti', 'tidak'),
  ])
}

export function stopNotMeant(to: Audience): OutboundMessage {
  return { text: say(to, 'stop-kept', { sapaan: to.sapaan }) }
}

/** Somebody who stopped writes something else: only the way back is said. */
export function stoppedReminder(to: Audience): OutboundMessage {
  return { text: say(to, 'stopped-reminder', { sapaan: to.sapaan }) }
}

export function startedAgain(to: Audience): OutboundMessage {
  return { text: say(to, 'started-again', { sapaan: to.sapaan }) }
}
