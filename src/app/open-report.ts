import { readCommand } from '../bahasa/index.ts'
import type { Input } from '../engine/input.ts'
import { findObligation } from '../store/obligations.ts'
import { wasReminded } from '../store/sent-messages.ts'
import { converse } from './converse.ts'
import { menuFor, type OwedReport, owedReports } from './menu.ts'
import { sessionForObligation } from './start-report.ts'
import type { LaneTurn } from './turn.ts'

/**
 * Opens what a person owes and gives it their words. After an invitation they answer its question ("ya", "nanti"); what
 * somebody types who was not invited yet ("pagi") is no answer, so the first question is put.
 */
export async function openReport(turn: LaneTurn, owed: OwedReport, input?: Input): Promise<void> {
  const { session, isNew, isTakenOver } = await sessionForObligation(turn, owed.obligation, owed.seat)
  turn.activate(session)
  // words meant for the question they remember are no answer to the one that is open after somebody else wrote
  const meant = isTakenOver && !(input?.kind === 'text' && readCommand(input.text)?.exact) ? undefined : input
  if (!isNew) return void (await converse(turn, session, meant ?? { kind: 'resume' }))
  const invited = await wasReminded(turn.sql, owed.obligation.id, turn.personId!)
  if (!input || !invited) return void (await converse(turn, session, { kind: 'start' }))
  await converse(turn, session, { kind: 'start' }, () => true)
  await converse(turn, turn.session!, input)
}

/** "mulai" is a yes to the opening question, whether it was put or not. */
export async function beginReport(turn: LaneTurn, owed: OwedReport): Promise<void> {
  const { session, isNew } = await sessionForObligation(turn, owed.obligation, owed.seat)
  turn.activate(session)
  await converse(turn, session, isNew ? { kind: 'start', opened: true } : { kind: 'resume' })
}

/** A button of an invitation or reminder: 0 start or go on, 1 later, 2 not me. */
export async function answerInvitation(turn: LaneTurn, obligationId: number, index: number): Promise<void> {
  const owed = (await owedReports(turn)).find((o) => o.obligation.id === obligationId)
  if (!owed) {
    // closed, excused, or another person's: the button gives no right to it
    const known = await findObligation(turn.sql, obligationId)
    turn.services.log.info(
      { obligation: obligationId, known: known !== undefined },
      'an invitation button was too late',
    )
    return turn.reply(await menuFor(turn))
  }
  const { session, isNew } = await sessionForObligation(turn, owed.obligation, owed.seat)
  turn.activate(session)
  if (!isNew && index !== 1) return void (await converse(turn, session, { kind: 'resume' }))
  if (!isNew) return void (await converse(turn, session, { kind: 'text', text: 'nanti' }))
  if (index === 0) return void (await converse(turn, session, { kind: 'start', opened: true }))
  // "nanti" and "bukan saya" are answers to the opening question, which the invitation has put already
  await converse(turn, session, { kind: 'start' }, () => true)
  await converse(turn, turn.session!, { kind: 'text', text: index === 1 ? 'nanti' : 'bukan saya' })
}
