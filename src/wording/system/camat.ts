import type { OutboundMessage } from '../../messages/outbound.ts'
import { writeToken } from '../../messages/tokens.ts'
import { withOptions } from '../choices.ts'
import { type Audience, lines, say } from '../context.ts'
import { greeting, momentWords, nearDayWords } from '../when.ts'
import { inSentence, waysToAnswer } from './reminders.ts'

/** "siapa belum" for the camat of the kecamatan, with a button to remind each village. */

export interface LateVillage {
  readonly regionCode: string
  readonly place: string
  readonly started: boolean
}

/** @param facts.late in code order, so that no list is a ranking */
export function siapaBelum(
  facts: { readonly place: string; readonly in: number; readonly of: number; readonly late: readonly LateVillage[] },
  to: Audience,
): OutboundMessage {
  const { place, of, late } = facts
  if (late.length === 0) return { text: say(to, 'late-none', { place, of, sapaan: to.sapaan }) }
  const list = late.map((village, i) =>
    say(to, village.started ? 'late-line-half' : 'late-line', { n: i + 1, place: village.place }),
  )
  const choices = late.map((village, i) => ({
    label: say(to, 'nudge-button', { n: i + 1, place: village.place }),
    data: writeToken({ kind: 'command', word: 'ingatkan', argument: village.regionCode }),
  }))
  return {
    text: lines(say(to, 'late-list', { place, in: facts.in, of }), ...list, say(to, 'late-hint')),
    choices,
    choicesInText: true,
  }
}

export function noRoundFor(place: string, to: Audience): OutboundMessage {
  return { text: say(to, 'late-no-round', { place }) }
}

/** What the village reads: who asks is said, and nothing else is different from a reminder. */
export function nudge(
  about: {
    readonly obligationId: number
    readonly title: string
    readonly place: string
    readonly dueOn: string
    /** The kecamatan whose camat asks; undefined: the programme team. */
    readonly kecamatan?: string
  },
  to: Audience,
): OutboundMessage {
  const { title, place, obligationId, kecamatan } = about
  const who = kecamatan === undefined ? say(to, 'returned-by-team') : say(to, 'nudge-by-camat', { kecamatan })
  const text = say(to, 'nudge', {
    greeting: greeting(to.now, to),
    sapaan: to.sapaan,
    who,
    title: inSentence(title),
    place,
    due: nearDayWords(about.dueOn, to.now, to),
  })
  return withOptions(text, waysToAnswer(obligationId, 'invitation-start', to), to.capabilities)
}

export type NudgeOutcome =
  | { readonly kind: 'sent' }
  /** Quiet time now: it leaves then. */
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'already_today' }
  | { readonly kind: 'nobody' }

export function nudged(place: string, outcome: NudgeOutcome, to: Audience): OutboundMessage {
  switch (outcome.kind) {
    case 'sent':
      return { text: say(to, 'nudged', { place }) }
    case 'later':
      return { text: say(to, 'nudged-later', { place, when: momentWords(outcome.at, to.now, to) }) }
    case 'already_today':
      return { text: say(to, 'nudged-already', { place }) }
    case 'nobody':
      return { text: say(to, 'nudged-nobody', { place }) }
  }
}
