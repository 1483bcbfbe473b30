import type { OutboundMessage } from '../../messages/outbound.ts'
import { writeToken } from '../../messages/tokens.ts'
import { withOptions } from '../choices.ts'
import { type Audience, lines, say } from '../context.ts'
import { nearDayWords } from '../when.ts'
import { command, commandChoice, commandOptions } from './commands.ts'

/** What is said when no question is open: what waits, what to choose from, or thanks. */

/** One report of the person, as the menu names it. */
export interface ReportNamed {
  readonly obligationId: number
  /** The form's title: "Pemantauan desa". */
  readonly title: string
  /** With its word: "Negeri Karay". */
  readonly place: string
  /** Undefined: not started. */
  readonly progress?: { readonly answered: number; readonly of: number }
}

/**
 * @param open reports begun and not sent; @param owed reports not begun; @param nextOn local date of the next round,
 * where one is planned
 */
export function menu(
  facts: { readonly open: readonly ReportNamed[]; readonly owed: readonly ReportNamed[]; readonly nextOn?: string },
  to: Audience,
): OutboundMessage {
  const all = [...facts.open, ...facts.owed]
  if (all.length > 1) return chooseReport(all, to)
  const words = say(to, 'menu-words')
  const [only] = all
  if (!only) return nothingOwed(facts.nextOn === undefined ? {} : { nextOn: facts.nextOn }, to)
  const report = reportName(only, to)
  return facts.open.length > 0
    ? commandOptions(lines(say(to, 'menu-open', { report }), words), to, [command(say(to, 'menu-go-on'), 'lanjut')])
    : commandOptions(lines(say(to, 'menu-owed', { report }), words), to, [command(say(to, 'menu-start'), 'mulai')])
}

/** Several reports: the button of each starts it or goes on with it. */
export function chooseReport(reports: readonly ReportNamed[], to: Audience): OutboundMessage {
  const options = reports.map((report) => ({
    label: reportName(report, to),
    data: writeToken({ kind: 'invitation', obligation: report.obligationId, index: 0 }),
  }))
  return withOptions(say(to, 'reports-choose', { sapaan: to.sapaan }), options, to.capabilities)
}

export function nothingOwed(facts: { readonly nextOn?: string }, to: Audience): OutboundMessage {
  return {
    text: lines(
      say(to, 'menu-nothing', { sapaan: to.sapaan }),
      facts.nextOn !== undefined && say(to, 'menu-nothing-next', { when: nearDayWords(facts.nextOn, to.now, to) }),
      say(to, 'menu-words'),
    ),
  }
}

/** "lapor" is also the natural word for sending one's report: both meanings are offered. */
export function reportOrComplaint(to: Audience): OutboundMessage {
  return commandChoice(say(to, 'report-line', { sapaan: to.sapaan }), to, [
    command(say(to, 'report-monitoring'), 'mulai'),
    command(say(to, 'report-complaint'), 'pengaduan'),
  ])
}

function reportName(report: ReportNamed, to: Audience): string {
  const { title, place, progress } = report
  return progress
    ? say(to, 'report-name-part', { title, place, ...progress })
    : say(to, 'report-name', { title, place })
}
