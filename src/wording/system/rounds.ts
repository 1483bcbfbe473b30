import type { RoundState } from '../../domain/rounds.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { type Audience, lines, say } from '../context.ts'
import { dayWords, listWords, momentWords } from '../when.ts'
import { command, commandChoice } from './commands.ts'

/** `/putaran` for staff: the rounds, a preview of who would be contacted, the confirmation, and what happened. */

export interface RoundNamed {
  readonly code: string
  readonly state: RoundState
  readonly dueOn: string
}

/** Picking one gives the command `putaran CODE`. */
export function rounds(list: readonly RoundNamed[], to: Audience): OutboundMessage {
  if (list.length === 0) return { text: say(to, 'rounds-none') }
  const text = lines(
    say(to, 'rounds'),
    ...list.map(({ code, state, dueOn }, i) =>
      say(to, 'rounds-line', { n: i + 1, code, state: say(to, stateKeys[state]), due: dayWords(dueOn, to) }),
    ),
    say(to, 'rounds-hint'),
  )
  const choices = list.map(({ code }, i) => {
    const { label, data } = command(`${i + 1}. ${code}`, 'putaran', code)
    return { label, data }
  })
  return { text, choices, choicesInText: true }
}

const stateKeys = { draft: 'round-state-draft', open: 'round-state-open', closed: 'round-state-closed' } as const

/** An open round: how far it is. */
export function roundStatus(
  about: {
    readonly code: string
    readonly dueOn: string
    readonly in: number
    readonly of: number
    readonly half: number
    readonly late: number
  },
  to: Audience,
): OutboundMessage {
  const { code, half, late } = about
  return {
    text: say(to, 'round-status', { code, due: dayWords(about.dueOn, to), in: about.in, of: about.of, half, late }),
  }
}

export interface RoundPreview {
  readonly code: string
  readonly dueOn: string
  readonly invited: number
  /** When the first invitation leaves. */
  readonly firstAt: number
  readonly channels: readonly { readonly channel: string; readonly count: number }[]
  /** Kecamatan whose turn comes after their villages. */
  readonly waiting: number
  /** Places nobody can be reached in. */
  readonly unreachable: readonly string[]
}

/** Confirming gives the command `buka_putaran CODE`; the other button `batal`. */
export function roundPreview(preview: RoundPreview, to: Audience): OutboundMessage {
  const { code, invited, channels, waiting, unreachable } = preview
  const text = lines(
    say(to, 'round-preview', { code, due: dayWords(preview.dueOn, to) }),
    say(to, 'round-preview-invited', { n: invited, when: momentWords(preview.firstAt, to.now, to) }),
    ...channels.map(({ channel, count }) => say(to, 'round-preview-channel', { channel, n: count })),
    waiting > 0 && say(to, 'round-preview-waiting', { n: waiting }),
    unreachable.length > 0 &&
      say(to, 'round-preview-unreachable', { n: unreachable.length, places: named(unreachable, to) }),
    say(to, 'round-preview-ask'),
  )
  return commandChoice(text, to, [
    command(say(to, 'round-open-yes'), 'buka_putaran', code),
    command(say(to, 'round-open-no'), 'batal'),
  ])
}

const maxNamed = 5

function named(places: readonly string[], to: Audience): string {
  if (places.length <= maxNamed) return listWords(places, to)
  const more = say(to, 'escalation-more', { n: places.length - maxNamed })
  return `${places.slice(0, maxNamed).join(', ')} ${more}`
}

export function roundOpened(
  about: { readonly code: string; readonly invited: number; readonly firstAt: number },
  to: Audience,
): OutboundMessage {
  const when = momentWords(about.firstAt, to.now, to)
  return { text: say(to, 'round-opened', { code: about.code, n: about.invited, when }) }
}

export function roundNotOpened(code: string, to: Audience): OutboundMessage {
  return { text: say(to, 'round-not-opened', { code }) }
}

/** @param reason one sentence in the staff member's language */
export function roundOpenRefused(code: string, reason: string, to: Audience): OutboundMessage {
  return { text: say(to, 'round-open-refused', { code, reason }) }
}
