import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import { dateWords, greeting, monthWords } from '../when.ts'

/** What is said around follow-up conversations: thanks, what two sides say differently, what is late. */

export function followUpThanks(about: { readonly askedBack: boolean }, to: Audience): OutboundMessage {
  return {
    text: lines(say(to, 'follow-up-thanks', { sapaan: to.sapaan }), about.askedBack && say(to, 'follow-up-asked-back')),
  }
}

export function followUpNone(to: Audience): OutboundMessage {
  return { text: say(to, 'follow-up-none', { sapaan: to.sapaan }) }
}

/** The village sees both what the office and what it said itself. */
export function villageCheckThanks(
  about: { readonly place: string; readonly differs: boolean },
  to: Audience,
): OutboundMessage {
  const { place, differs } = about
  return {
    text: lines(
      say(to, 'village-check-thanks', { sapaan: to.sapaan, place }),
      differs && say(to, 'village-check-differs', { place }),
    ),
  }
}

export function laterThanks(place: string, to: Audience): OutboundMessage {
  return { text: say(to, 'village-check-thanks', { sapaan: to.sapaan, place }) }
}

/** To whoever said "selesai", and to the coordinator: a village has not got it. */
export function mismatchTold(
  about: {
    readonly place: string
    readonly text: string
    readonly doneOn: string | null
    readonly note: string | null
  },
  to: Audience,
): OutboundMessage {
  const { place, text, doneOn, note } = about
  const date = doneOn === null ? '' : dateWords(doneOn, to)
  return {
    text: lines(
      say(to, 'mismatch-told', { greeting: greeting(to.now, to), sapaan: to.sapaan, place, text, date }).replace(
        ' .',
        '.',
      ),
      note !== null && note !== '' && say(to, 'mismatch-note', { note }),
    ),
  }
}

export interface OverdueLine {
  readonly text: string
  readonly who: string
  /** `YYYY-MM` */
  readonly targetMonth: string
  readonly disputed: boolean
}

const shownLines = 10

export function overdueTold(
  about: { readonly place: string; readonly rows: readonly OverdueLine[] },
  to: Audience,
): OutboundMessage {
  const { place, rows } = about
  return {
    text: lines(
      say(to, 'overdue-told', { greeting: greeting(to.now, to), sapaan: to.sapaan, n: rows.length, place }),
      ...rows
        .slice(0, shownLines)
        .map(({ text, who, targetMonth, disputed }) =>
          disputed
            ? say(to, 'overdue-line-disputed', { text, who })
            : say(to, 'overdue-line', { text, who, target: monthWords(targetMonth, to) }),
        ),
      rows.length > shownLines && say(to, 'matrix-more', { n: rows.length - shownLines }),
    ),
  }
}
