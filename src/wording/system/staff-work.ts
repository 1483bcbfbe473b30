import type { Undoable } from '../../domain/staff-deeds.ts'
import { localDate } from '../../lib/local-time.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import { dayWords, nearDayWords } from '../when.ts'

/** What staff do every week by chat: deadlines, excuses, rounds, sending, calls for help, spoken answers. */

const doneKeys = {
  extended: 'work-extended',
  excused: 'work-excused',
  included: 'work-included',
  reopened: 'work-reopened',
  opening_cancelled: 'work-opening-cancelled',
  closed: 'work-closed',
  paused: 'work-paused',
  resumed: 'work-resumed',
} as const

export function done(
  what: keyof typeof doneKeys,
  about: { readonly place?: string; readonly n?: number; readonly dueOn?: string; readonly code?: string },
  to: Audience,
): OutboundMessage {
  const { place = '', n = 0, dueOn, code = '' } = about
  const due = dueOn === undefined ? '' : dayWords(dueOn, to)
  return { text: lines(say(to, doneKeys[what], { place, n, due, code }), say(to, 'work-undo-hint')) }
}

const undoneKeys: Readonly<Record<Undoable, string>> = {
  extend_due: 'work-undone-extend',
  excuse: 'work-undone-excuse',
  include_again: 'work-undone-include',
  pause_sending: 'work-resumed',
  resume_sending: 'work-paused',
  open_round: 'work-undone-open',
  close_round: 'work-undone-close',
  reopen_round: 'work-undone-reopen',
}

export function undone(what: Undoable, to: Audience): OutboundMessage {
  return { text: say(to, undoneKeys[what]) }
}

const refusalKeys: Readonly<Record<string, string>> = {
  round_under_way: 'work-refused-under-way',
  wrong_state: 'work-refused-state',
  unknown_round: 'work-refused-round',
  no_round: 'work-refused-no-round',
  bad_date: 'work-refused-date',
  no_such_place: 'work-refused-place',
  round_without_places: 'work-refused-state',
  nothing_to_undo: 'work-refused-undo',
  no_reason: 'work-refused-reason',
}

/** @param code of the `Problem` */
export function refused(code: string, to: Audience): OutboundMessage {
  return { text: say(to, refusalKeys[code] ?? 'work-refused') }
}

export function dateAgain(to: Audience): OutboundMessage {
  return { text: say(to, 'work-date-again') }
}

export function placeAgain(to: Audience): OutboundMessage {
  return { text: say(to, 'work-place-again') }
}

/** Several places of one name: the console tells them apart. */
export function chooseMore(to: Audience): OutboundMessage {
  return { text: say(to, 'work-place-several') }
}

export interface HelpRow {
  readonly id: number
  readonly kind: 'help' | 'claim' | 'wrong_contact' | 'erase' | 'stopped'
  readonly name: string | null
  readonly place: string | null
  readonly at: number
}

const helpKeys = {
  help: 'help-kind-help',
  claim: 'help-kind-claim',
  wrong_contact: 'help-kind-wrong-contact',
  erase: 'help-kind-erase',
  stopped: 'help-kind-stopped',
} as const

export function helpList(rows: readonly HelpRow[], more: boolean, to: Audience): OutboundMessage {
  if (rows.length === 0) return { text: say(to, 'help-list-none') }
  return {
    text: lines(
      say(to, 'help-list'),
      ...rows.map(({ id, kind, name, place, at }) =>
        say(to, 'help-list-line', {
          id,
          kind: say(to, helpKeys[kind]),
          who: [name, place].filter((part) => part !== null).join(', ') || '–',
          when: nearDayWords(localDate(at, to.zone), to.now, to),
        }),
      ),
      more && say(to, 'help-list-more'),
      say(to, 'help-list-hint', { id: rows[0]!.id }),
    ),
  }
}

export function helpAnswered(about: { readonly id: number; readonly name: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'help-answered', about) }
}

export function helpNobody(to: Audience): OutboundMessage {
  return { text: say(to, 'help-nobody') }
}

export function helpClosed(to: Audience): OutboundMessage {
  return { text: say(to, 'help-closed') }
}

export function helpUnknown(to: Audience): OutboundMessage {
  return { text: say(to, 'help-unknown') }
}

export function voiceList(
  rows: readonly { readonly id: number; readonly place: string; readonly question: string }[],
  to: Audience,
): OutboundMessage {
  if (rows.length === 0) return { text: say(to, 'voice-list-none') }
  return {
    text: lines(
      say(to, 'voice-list'),
      ...rows.map(({ id, place, question }) => say(to, 'voice-list-line', { id, place, question })),
      say(to, 'voice-list-hint', { id: rows[0]!.id }),
    ),
  }
}

export function transcribed({ place }: { readonly place: string }, to: Audience): OutboundMessage {
  return { text: say(to, 'voice-transcribed', { place }) }
}

export function voiceUnknown(to: Audience): OutboundMessage {
  return { text: say(to, 'voice-unknown') }
}
