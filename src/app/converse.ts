import { resume } from '../engine/engine.ts'
import type { EngineEvent } from '../engine/events/index.ts'
import type { Input } from '../engine/input.ts'
import type { Snapshot } from '../store/reports.ts'
import { addStaffItem } from '../store/staff-items.ts'
import type { AnswerRow } from '../store/turn-writes.ts'
import type { RunningSession } from '../store/turns.ts'
import { wordEvents } from '../wording/word-events.ts'
import { type Accepted, acceptReport } from './accept-report.ts'
import { askConsentDue } from './consents.ts'
import { askWhoInstead } from './contact-check.ts'
import { contextFor } from './engine-context.ts'
import { helpPromised } from './help.ts'
import { menuFor } from './menu.ts'
import type { LaneTurn } from './turn.ts'

/**
 * One step of a conversation: the input goes through the engine, what happened becomes rows, and the reply is worded.
 * Returns the events, for callers that need to know what came of it. `silent`: what came of it needs no words.
 */
export async function converse(
  turn: LaneTurn,
  session: RunningSession,
  input: Input,
  silent: (events: readonly EngineEvent[]) => boolean = () => false,
): Promise<readonly EngineEvent[]> {
  const { services, sql, now } = turn
  const form = await services.forms.get(sql, session.formVersionId)
  const snapshot = await services.snapshots.get(sql, session.id)
  const lexicon = await services.localWords.lexiconFor(sql, snapshot.regionCode, now)
  const result = resume(form, session.state, input, contextFor(session, snapshot, now, lexicon))

  let next: RunningSession = {
    ...session,
    state: result.session,
    lastStepAt: now,
    status: statusOf(result.session.state),
  }
  let receipt: string | undefined
  let following: Accepted['next']
  let remindAt: number | null = null
  for (const event of result.events) {
    const row = answerRow(event, session, turn)
    if (row) turn.answers.push(row)
    if (event.kind === 'session-paused') remindAt = event.until ?? null
    if (event.kind === 'human-requested') await noteHelp(turn, session, snapshot, event.path ?? null)
  }
  if (isAccepted(result.events, session)) {
    const accepted = await acceptReport(turn, next, form, snapshot, result.events)
    receipt = accepted.receipt
    // what comes next is not offered while something is still asked
    if (result.session.state === 'submitted') following = accepted.next
    next = { ...next, ...accepted.session }
  }
  turn.changed(next, remindAt)
  if (silent(result.events)) return result.events

  const { sapaan, language, zone, regionCode } = snapshot
  const needsHelp = result.events.some((e) => e.kind === 'human-requested')
  const said = wordEvents(dialogueOrReport(result.events, session), {
    texts: services.texts,
    language,
    zone,
    now,
    sapaan,
    sessionId: session.id,
    step: result.session.step,
    capabilities: turn.capabilities,
    ...(receipt !== undefined && { receipt }),
    ...(needsHelp && { helper: await helpPromised(turn, regionCode) }),
    ...(turn.message.content.kind === 'choice' &&
      turn.message.content.messageRef !== undefined && { pressedMessage: turn.message.content.messageRef }),
  })
  // a word after everything is done ("terima kasih") is answered too
  const isHandedOn = result.events.some((e) => e.kind === 'house-command-chosen')
  turn.reply(...(said.length === 0 && session.obligationId !== null && !isHandedOn ? [await menuFor(turn)] : said))
  if (following) {
    turn.reply(following.offer)
    if (following.obligationId !== undefined) turn.ask({ ask: 'start_report', obligationId: following.obligationId })
  }
  // handed in, and nothing else offered: the end of a conversation is the place for what is not part of it
  if (!following && result.session.state === 'submitted' && result.events.some((e) => e.kind === 'report-submitted'))
    await askConsentDue(turn)
  if (result.events.some((e) => e.kind === 'contact-denied')) await askWhoInstead(turn, session)
  return result.events
}

/** Handed in, corrected, or added to after it was handed in: what follows from a report is worked out from all its answers. */
function isAccepted(events: readonly EngineEvent[], session: RunningSession): boolean {
  return events.some(
    (e) =>
      e.kind === 'report-submitted' ||
      e.kind === 'report-corrected' ||
      (session.reportState === 'submitted' && e.kind === 'answer-recorded' && e.by === 'person'),
  )
}

/** A dialogue that nobody owes says its own last word: "the report was sent" is no part of it. */
function dialogueOrReport(events: readonly EngineEvent[], session: RunningSession): readonly EngineEvent[] {
  return session.obligationId === null ? events.filter((e) => e.kind !== 'report-submitted') : events
}

function statusOf(state: RunningSession['state']['state']): RunningSession['status'] {
  switch (state) {
    case 'running':
      return 'active'
    case 'paused':
      return 'paused'
    case 'submitted':
      return 'done'
    case 'stopped':
      return 'stopped'
  }
}

function answerRow(event: EngineEvent, session: RunningSession, turn: LaneTurn): AnswerRow | undefined {
  const base = { reportId: session.reportId, personId: turn.personId, inboxId: turn.message.id }
  switch (event.kind) {
    case 'answer-recorded':
      return {
        ...base,
        path: event.path,
        value: JSON.stringify(event.value),
        raw: event.raw ?? null,
        how: event.by === 'person' ? 'given' : event.by,
        reason: event.reason ?? null,
      }
    case 'answer-skipped':
      return { ...base, path: event.path, value: null, raw: null, how: 'skipped', reason: event.reason ?? null }
    case 'answer-cleared':
      return { ...base, path: event.path, value: null, raw: null, how: event.because, reason: null }
    default:
      return undefined
  }
}

async function noteHelp(
  turn: LaneTurn,
  session: RunningSession,
  snapshot: Snapshot,
  path: string | null,
): Promise<void> {
  await addStaffItem(turn.sql, {
    kind: 'help',
    key: `help:${turn.message.id}`,
    laneId: turn.laneId,
    personId: turn.personId,
    reportId: session.reportId,
    regionCode: snapshot.regionCode ?? null,
    details: { path },
    at: turn.now,
  })
}
