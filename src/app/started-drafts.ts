import type { Place } from '../domain/calendar.ts'
import type { PlannedStep } from '../domain/ladder.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { type OutboxMessage, priorities } from '../store/outbox.ts'
import type { SeatHolder } from '../store/people.ts'
import type { StartedMessage } from '../store/sent-messages.ts'
import { type Audience, say } from '../wording/context.ts'
import { type ObligationView, placeOf } from './round-view.ts'

/** One step of the ladder that is due, and what it is about. */
export interface Due {
  readonly view: ObligationView
  readonly step: PlannedStep
}

/** A message of the ladder before it is queued. */
export interface StartedDraft {
  readonly outbox: OutboxMessage & { readonly personId: number }
  /** Keys of the other places in the same message. */
  readonly merged: readonly { readonly key: string; readonly obligationId: number }[]
  /** Whose quiet times it keeps. */
  readonly place: Place
  readonly planned: PlannedReminder
}

/** What `--dry-run` shows of it. */
export interface PlannedReminder {
  readonly key: string
  readonly to: PlannedStep['to']
  readonly kind: PlannedStep['kind']
  /** The step of the ladder, of the most pressing place. */
  readonly rung: string
  readonly name: string
  readonly channel: string
  readonly places: readonly string[]
  readonly text: string
}

/** What a look ahead takes for sent, beside what the outbox knows. */
export interface Supposed {
  readonly keys: ReadonlySet<string>
  readonly started: readonly StartedMessage[]
}

export const nothingSupposed: Supposed = { keys: new Set(), started: [] }

/** One message about these places, each with its key; the first leads, the others go with it. */
export function draftFor(
  holder: SeatHolder,
  about: readonly { readonly key: string; readonly view: ObligationView }[],
  step: PlannedStep,
  body: OutboundMessage,
  now: number,
): StartedDraft {
  const [lead, ...others] = about
  const { key, view } = lead!
  return {
    outbox: {
      key,
      priority: priorities.reminder,
      addressId: holder.addressId!,
      laneId: holder.laneId!,
      body,
      dueAt: now,
      obligationId: view.obligation.id,
      personId: holder.personId,
    },
    merged: others.map((other) => ({ key: other.key, obligationId: other.view.obligation.id })),
    place: placeOf(view.obligation),
    planned: {
      key,
      to: step.to,
      kind: step.kind,
      rung: step.rung,
      name: holder.name,
      channel: holder.channel!,
      places: about.map((a) => a.view.obligation.regionName),
      text: body.text,
    },
  }
}

/** On a phone that several persons use, a message says first for whom it is. */
export function forSharer(body: OutboundMessage, holder: SeatHolder, to: Audience): OutboundMessage {
  return holder.sharesPhone ? { ...body, text: `${say(to, 'for-person', { name: holder.name })}\n${body.text}` } : body
}
