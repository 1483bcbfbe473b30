import type { Matrix } from '../../domain/matrix.ts'
import type { Proposal } from '../../domain/proposals.ts'
import { isOpen, stateWords } from '../../domain/recommendations.ts'
import type { OutboundMessage } from '../../messages/outbound.ts'
import { withOptions } from '../choices.ts'
import { type Audience, lines, say } from '../context.ts'
import { listWords, type Speech } from '../when.ts'
import { waysToAnswer } from './reminders.ts'

/** Recommendations in words: what is proposed, and how far the matrix is. */

/** What the words of a proposal are made of; constraint, support and field as people call them. */
export interface ProposalWords {
  readonly problem: string
  readonly support: readonly string[]
  readonly field: string
  /** The villages with their word, in code order. */
  readonly places: readonly string[]
}

/** More villages than this are counted, not named: the sentence must fit a phone. */
const namedPlaces = 3

/** "Hama & penyakit, pertanian (2 desa)": one line of a list. */
export function proposalLabel(proposal: Proposal, words: ProposalWords, to: Speech): string {
  const problem = proposal.kendala === '' ? capital(listWords(words.support, to)) : words.problem
  const n = proposal.villages.length
  return words.field === ''
    ? say(to, 'proposal-label-all', { problem, n })
    : say(to, 'proposal-label', { problem, field: words.field, n })
}

/** What is proposed, as a sentence of 10 to 300 letters; the meeting's own words go first where it named the support. */
export function proposalText(proposal: Proposal, words: ProposalWords, to: Speech): string {
  const places =
    words.places.length > namedPlaces
      ? say(to, 'proposal-places-many', { n: words.places.length })
      : listWords(words.places, to)
  const wish = proposal.wishes.join('; ')
  const support = capital(wish.length >= 10 ? wish : listWords(words.support, to).toLowerCase())
  const problem = words.problem.toLowerCase()
  const { field } = words
  const text =
    support === ''
      ? field === ''
        ? say(to, 'proposal-handle-all', { problem, places })
        : say(to, 'proposal-handle', { problem, places, field })
      : proposal.kendala === ''
        ? field === ''
          ? say(to, 'proposal-for-all', { support, places })
          : say(to, 'proposal-for-field', { support, places, field })
        : field === ''
          ? say(to, 'proposal-because-all', { support, places, problem })
          : say(to, 'proposal-because', { support, places, problem, field })
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`
}

const longestText = 300

/** The problem as the matrix shows it: the constraint, and what the meeting said of it. */
export function proposalProblem(proposal: Proposal, words: ProposalWords, to: Speech): string {
  const problem = proposal.kendala === '' ? capital(listWords(words.support, to)) : words.problem
  return proposal.notes.length === 0
    ? problem
    : say(to, 'proposal-problem-notes', { problem, notes: proposal.notes.join('; ') })
}

/** After the kecamatan report: the matrix can be made at once, later, or by somebody else. */
export function matrixOffer(
  about: { readonly obligationId: number; readonly proposals: number },
  to: Audience,
): OutboundMessage {
  const text = about.proposals === 0 ? say(to, 'matrix-offer-none') : say(to, 'matrix-offer', { n: about.proposals })
  return withOptions(text, waysToAnswer(about.obligationId, 'invitation-start', to), to.capabilities)
}

export function matrixNotYet(place: string, to: Audience): OutboundMessage {
  return { text: say(to, 'matrix-not-yet', { place }) }
}

export function matrixNoRound(place: string, to: Audience): OutboundMessage {
  return { text: say(to, 'matrix-no-round', { place }) }
}

/** So many rows fit a phone's screen twice. */
const shownRows = 12

/** The matrix in a chat: sums, and its most urgent rows. */
export function matrixSummary(matrix: Matrix, place: string, to: Audience): OutboundMessage {
  const { rows, totals } = matrix
  if (rows.length === 0) return { text: say(to, 'matrix-empty', { place }) }
  const open = rows.filter((row) => isOpen(row.state, row.delivery)).length
  const list = rows.slice(0, shownRows).map((row) =>
    say(to, row.daysOverdue > 0 ? 'matrix-row-late' : 'matrix-row', {
      n: row.no,
      text: row.text,
      who: row.responsible.map((r) => r.name).join(', '),
      state: (stateWords.find((s) => s.code === row.state)?.label ?? row.state).toLowerCase(),
    }),
  )
  return {
    text: lines(
      say(to, 'matrix-summary', { place, round: matrix.round.number, rows: totals.rows, villages: totals.villages }),
      say(to, 'matrix-summary-states', {
        open,
        done: rows.length - open - totals.byState.tidak_bisa,
        cannot: totals.byState.tidak_bisa,
      }),
      totals.overdue > 0 && say(to, 'matrix-summary-overdue', { n: totals.overdue }),
      totals.disputed > 0 && say(to, 'matrix-summary-disputed', { n: totals.disputed }),
      ...list,
      rows.length > shownRows && say(to, 'matrix-more', { n: rows.length - shownRows }),
    ),
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
