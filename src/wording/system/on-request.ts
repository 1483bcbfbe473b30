import type { ObligationState } from '../../domain/rounds.ts'
import type { CountBySex } from '../../domain/village-figures.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { split } from '../../messages/split.ts'
import { type Audience, lines, say } from '../context.ts'
import { dateWords, listWords, nearDayWords } from '../when.ts'
import { command, commandChoice } from './commands.ts'

/** What is told when somebody asks for it: one village of the round, or that there is nothing to tell. */

export interface VillageSeen {
  /** With its word: "Negeri Karay". */
  readonly place: string
  readonly kecamatan: string
  readonly round: string
  /** `not_in` for those who must not learn who is late. */
  readonly state: ObligationState | 'not_in'
  /** Local dates. */
  readonly dueOn: string
  readonly inOn: string | null
  readonly isLate: boolean
  readonly twoReports: boolean
  readonly attendance: CountBySex | null
  readonly activities: readonly {
    readonly name: string
    readonly status: string | null
    readonly percent: number | null
    readonly constraints: readonly string[]
    readonly support: readonly string[]
  }[]
}

const stateKeys = {
  waiting: 'village-state-waiting',
  open: 'village-state-open',
  half_done: 'village-state-half-done',
  late: 'village-state-late',
  returned: 'village-state-returned',
  submitted: 'village-state-submitted',
  verified: 'village-state-verified',
  excused: 'village-state-excused',
  not_in: 'village-state-not-in',
} as const satisfies Record<VillageSeen['state'], string>

/** As many messages as the channel's length asks for. */
export function villageSeen(seen: VillageSeen, to: Audience): OutboundMessage[] {
  const { place, kecamatan, round, attendance, inOn } = seen
  const due = nearDayWords(seen.dueOn, to.now, to)
  const head = lines(
    say(to, 'village-title', { place, kecamatan, round }),
    say(to, stateKeys[seen.state], { due, date: inOn === null ? '' : dateWords(inOn, to) }),
    seen.isLate && say(to, 'village-late'),
    seen.twoReports && say(to, 'village-two-reports'),
    attendance !== null &&
      say(to, 'village-attendance', { total: attendance.total, men: attendance.l, women: attendance.p }),
  )
  const activities = seen.activities.map((activity, i) => {
    const { name, status, percent, constraints, support } = activity
    const stands =
      status === null
        ? say(to, 'village-activity-unknown')
        : percent === null
          ? status
          : say(to, 'village-activity-percent', { status, percent })
    return lines(
      say(to, 'village-activity', { n: i + 1, name, stands }),
      constraints.length > 0 && say(to, 'village-constraints', { list: listWords(constraints, to) }),
      support.length > 0 && say(to, 'village-support', { list: listWords(support, to) }),
    )
  })
  const text = activities.length > 0 ? `${head}\n\n${activities.join('\n')}` : head
  return split(text, to.capabilities.maxText).map((piece) => ({ text: piece }))
}

/** Several villages of one name. */
export function chooseVillage(
  options: readonly { readonly label: string; readonly argument: string }[],
  to: Audience,
): OutboundMessage {
  return commandChoice(
    say(to, 'fill-in-which'),
    to,
    options.map(({ label, argument }) => command(label, 'desa', argument)),
  )
}

export function villageUnknown({ place }: { readonly place: string }, to: Audience): OutboundMessage {
  return { text: place === '' ? say(to, 'village-which') : say(to, 'village-unknown', { place }) }
}

export function villageNotInRound(
  { place, round }: { readonly place: string; readonly round: string },
  to: Audience,
): OutboundMessage {
  return { text: say(to, 'village-not-in-round', { place, round }) }
}

/** To members of a Pokja or Forum and to offices: they read sums per kecamatan. */
export function sumsOnly(to: Audience): OutboundMessage {
  return { text: say(to, 'village-sums-only', { sapaan: to.sapaan }) }
}

export function noRoundYet(to: Audience): OutboundMessage {
  return { text: say(to, 'on-request-no-round', { sapaan: to.sapaan }) }
}

/** To staff of a country: their digest takes seconds to make. */
export function tooLargeForChat(to: Audience): OutboundMessage {
  return { text: say(to, 'on-request-too-large', { sapaan: to.sapaan }) }
}

/** The page before a meeting, as a file that is made when the message leaves. */
export function briefingPage(
  { regionCode, place }: { readonly regionCode: string; readonly place: string },
  to: Audience,
): OutboundMessage {
  return {
    text: say(to, 'briefing-page', { place }),
    paper: { kind: 'briefing', regionCode, otherwise: say(to, 'briefing-page-later', { place }) },
  }
}
