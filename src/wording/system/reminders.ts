import { localDate } from '../../lib/local-time.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { writeToken } from '../../messages/tokens.ts'
import { type Option, withOptions } from '../choices.ts'
import { type Audience, lines, say } from '../context.ts'
import { greeting, nearDayWords } from '../when.ts'

/** Invitations and reminders, by the state a report is in. Several debts of one person make one message. */

export interface Debt {
  readonly obligationId: number
  /** The form's title: "Pemantauan desa". */
  readonly title: string
  /** With its word: "Negeri Karay". */
  readonly place: string
  readonly dueOn: string
  readonly state: DebtState
}

export type DebtState =
  | { readonly kind: 'not_started' }
  | {
      readonly kind: 'half_done'
      readonly answered: number
      readonly of: number
      /** The activity at which it stopped. */
      readonly at?: { readonly index: number; readonly name: string }
    }
  | { readonly kind: 'waiting_photo' }
  /** All answered, the recap waits for "ya". */
  | { readonly kind: 'waiting_recap' }
  | { readonly kind: 'returned'; readonly count: number; readonly by: 'camat' | 'team' }

export interface Invitation {
  readonly obligationId: number
  readonly name: string
  readonly title: string
  readonly place: string
  readonly roundNumber: number
  readonly dueOn: string
  /** For a kecamatan: how many of its villages have reported. */
  readonly villages?: { readonly in: number; readonly of: number }
}

export function invitation(about: Invitation, to: Audience): OutboundMessage {
  const { name, place, roundNumber, villages, obligationId } = about
  const title = inSentence(about.title)
  const head = { greeting: greeting(to.now, to), sapaan: to.sapaan, name, title, place, due: due(about.dueOn, to) }
  const text = villages
    ? say(to, 'invitation-totals', { ...head, in: villages.in, of: villages.of })
    : say(to, 'invitation', { ...head, round: String(roundNumber) })
  return withOptions(text, waysToAnswer(obligationId, 'invitation-start', to), to.capabilities)
}

/** One debt: worded by its state. Several: a list to choose from. Throws a RangeError for none. */
export function reminder(debts: readonly Debt[], to: Audience): OutboundMessage {
  const [debt, ...others] = debts
  if (!debt) throw new RangeError('a reminder needs something that is owed')
  if (others.length > 0) return severalDebts(debts, to)
  const goOn = debt.state.kind === 'not_started' ? 'invitation-start' : 'reminder-go-on'
  return withOptions(reminderText(debt, to), waysToAnswer(debt.obligationId, goOn, to), to.capabilities)
}

function severalDebts(debts: readonly Debt[], to: Audience): OutboundMessage {
  const options = debts.map((debt) => ({
    label: debtLine(debt, to),
    data: writeToken({ kind: 'invitation', obligation: debt.obligationId, index: 0 }),
  }))
  const text = say(to, 'debts', { greeting: greeting(to.now, to), sapaan: to.sapaan, n: debts.length })
  return withOptions(text, options, to.capabilities)
}

function reminderText(debt: Debt, to: Audience): string {
  const { title, place, state } = debt
  const head = { greeting: greeting(to.now, to), sapaan: to.sapaan, title, place }
  const until = due(debt.dueOn, to)
  switch (state.kind) {
    case 'not_started':
      return say(to, 'reminder-not-started', { ...head, due: until })
    case 'half_done':
      return state.at
        ? say(to, 'reminder-half-done-at', { ...head, due: until, index: state.at.index, name: state.at.name })
        : say(to, 'reminder-half-done', { ...head, due: until, answered: state.answered, of: state.of })
    case 'waiting_photo':
      return say(to, 'reminder-photo', { ...head, due: until })
    case 'waiting_recap':
      return say(to, 'reminder-recap', { ...head, due: until })
    case 'returned':
      return say(to, 'reminder-returned', {
        ...head,
        title: inSentence(title),
        n: state.count,
        who: returner(state.by, to),
      })
  }
}

function debtLine(debt: Debt, to: Audience): string {
  const { title, place, state } = debt
  const until = due(debt.dueOn, to)
  switch (state.kind) {
    case 'not_started':
      return say(to, 'debt-not-started', { title, place, due: until })
    case 'half_done':
      return say(to, 'debt-half-done', { title, place, due: until, answered: state.answered, of: state.of })
    case 'waiting_photo':
      return say(to, 'debt-photo', { title, place, due: until })
    case 'waiting_recap':
      return say(to, 'debt-recap', { title, place, due: until })
    case 'returned':
      return say(to, 'debt-returned', { title, place, n: state.count })
  }
}

function returner(by: 'camat' | 'team', to: Audience): string {
  return by === 'camat'
    ? say(to, 'returned-by-camat', { sapaan: say(to, 'title-unknown') })
    : say(to, 'returned-by-team')
}

/** A form's title in the middle of a sentence; abbreviations keep their capitals. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

export function waysToAnswer(obligation: number, goOn: string, to: Audience): readonly Option[] {
  return [say(to, goOn), say(to, 'invitation-later'), say(to, 'invitation-not-me')].map((label, index) => ({
    label,
    data: writeToken({ kind: 'invitation', obligation, index }),
  }))
}

function due(on: string, to: Audience): string {
  const when = nearDayWords(on, to.now, to)
  return on < localDate(to.now, to.zone) ? say(to, 'due-passed', { when }) : when
}

export interface LatePlace {
  readonly place: string
  readonly state: 'not_started' | 'nobody' | { readonly answered: number; readonly of: number }
}

export interface Escalation {
  readonly title: string
  readonly dueOn: string
  readonly late: readonly LatePlace[]
  /** How many of the audience's places reported, of how many. */
  readonly in: number
  readonly of: number
}

/** Names of late villages: only for the camat of their own kecamatan, their fasilitator, and staff. */
export function escalation(
  about: Escalation &
    ({ readonly for: 'camat' | 'fasilitator' } | { readonly for: 'staff'; readonly kabupaten: string }),
  to: Audience,
): OutboundMessage {
  const words = { title: inSentence(about.title), due: nearDayWords(about.dueOn, to.now, to) }
  const person = { greeting: greeting(to.now, to), sapaan: to.sapaan }
  const list = lateLines(about.late, to)
  switch (about.for) {
    case 'camat':
      return {
        text: lines(
          say(to, 'escalation-camat', { ...words, ...person, in: about.in, of: about.of }),
          ...list,
          say(to, 'escalation-camat-hint'),
        ),
      }
    case 'fasilitator':
      return {
        text: lines(
          say(to, 'escalation-fasilitator', { ...words, ...person }),
          ...list,
          say(to, 'escalation-fasilitator-hint'),
        ),
      }
    case 'staff':
      return {
        text: lines(
          say(to, 'escalation-staff', { ...words, kabupaten: about.kabupaten, n: about.late.length }),
          ...list,
        ),
      }
  }
}

/** What a phone shows without scrolling for long. */
const maxLateLines = 15

function lateLines(late: readonly LatePlace[], to: Audience): string[] {
  const shown = late.length > maxLateLines ? late.slice(0, maxLateLines - 1) : late
  const list = shown.map(({ place, state }) => {
    if (state === 'not_started') return say(to, 'escalation-line', { place })
    if (state === 'nobody') return say(to, 'escalation-line-nobody', { place })
    return say(to, 'escalation-line-half', { place, ...state })
  })
  return shown.length < late.length ? [...list, say(to, 'escalation-more', { n: late.length - shown.length })] : list
}

/** The camat learns at opening what will happen, so that villages who ask are not surprised. */
export function roundOpenedForCamat(
  about: {
    readonly title: string
    readonly roundNumber: number
    readonly villages: number
    readonly place: string
    readonly dueOn: string
  },
  to: Audience,
): OutboundMessage {
  const { title, roundNumber, villages, place, dueOn } = about
  return {
    text: say(to, 'round-opened-camat', {
      greeting: greeting(to.now, to),
      sapaan: to.sapaan,
      title,
      round: String(roundNumber),
      n: villages,
      place,
      due: nearDayWords(dueOn, to.now, to),
    }),
  }
}
