import type { ComplaintState } from '../../domain/complaints.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, say } from '../context.ts'

/** What is said around a complaint; what the form asks is in `flows/pengaduan.yaml`. */

/** Where nothing can be taken in: where help is, and honestly that nobody reads it here. */
export function complaintReferral(to: Audience): OutboundMessage {
  return { text: say(to, 'complaint-referral') }
}

export function complaintHelp(to: Audience): OutboundMessage {
  return { text: say(to, 'complaint-help') }
}

/** `photos`: photos are taken here, and this was none. */
export function complaintNoFiles(photos: boolean, to: Audience): OutboundMessage {
  return { text: say(to, photos ? 'complaint-photos-only' : 'complaint-no-files') }
}

export function complaintLeft(to: Audience): OutboundMessage {
  return { text: say(to, 'complaint-left') }
}

/** The only time that the code is shown. */
export function complaintTaken(code: string, to: Audience): OutboundMessage {
  return { text: say(to, 'complaint-taken', { code }) }
}

const stateKeys: Readonly<Record<ComplaintState, string>> = {
  baru: 'complaint-state-baru',
  ditangani: 'complaint-state-ditangani',
  selesai: 'complaint-state-selesai',
}

/** Undefined: no case has this code. */
export function complaintState(state: ComplaintState | undefined, to: Audience): OutboundMessage {
  return { text: say(to, state === undefined ? 'complaint-state-unknown' : stateKeys[state]) }
}

/** To an officer; whoever looks at their phone learns nothing from it. */
export function complaintAlarm(urgent: boolean, to: Audience): OutboundMessage {
  return { text: say(to, urgent ? 'complaint-alarm-urgent' : 'complaint-alarm') }
}
