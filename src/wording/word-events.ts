import type { EngineEvent } from '../engine/events/index.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { split } from '../messages/split.ts'
import type { Part, WordingContext } from './context.ts'
import { answerCleared, answerRecorded, answerRefused, answerSkipped, photoKept, restLeft } from './events/answers.ts'
import { commandQuestioned, confirmationAsked, reasonAsked } from './events/checks.ts'
import { helpGiven, humanOffered, humanRequested } from './events/help.ts'
import {
  concernNoticed,
  contactDenied,
  nothingToUndo,
  reportCorrected,
  reportSubmitted,
  stalePressed,
} from './events/outcomes.ts'
import { itemsKept, overviewShown } from './events/overview.ts'
import { pauseAsked, sessionPaused, sessionResumed } from './events/pauses.ts'
import { questionAsked } from './events/question.ts'
import { allAsked, changeChoiceAsked, recapShown } from './events/recap.ts'

/**
 * The reply to one inbound message: what was understood at its head, then the next question. One message; only what
 * exceeds the channel's length is cut, at line ends, and the last piece carries the buttons. No events, no message.
 */
export function wordEvents(events: readonly EngineEvent[], ctx: WordingContext): OutboundMessage[] {
  const parts = events.map((event) => wordEvent(event, ctx, events)).filter((part) => part !== undefined)
  const at = (place: Part['place']) => parts.filter((part) => part.place === place).map((part) => part.text)
  const text = [at('head').join('\n'), ...at('body'), ...at('foot')].filter((piece) => piece !== '').join('\n\n')
  if (text === '') return []

  // of two things asked at once only the later can be open
  const asked = parts.findLast((part) => part.choices !== undefined || part.choicesInText !== undefined)
  const pieces = split(text, ctx.capabilities.maxText)
  return pieces.map((piece, i) => ({
    text: piece,
    ...(i === pieces.length - 1 && asked?.choices && { choices: asked.choices }),
    ...(i === pieces.length - 1 && asked?.choicesInText && { choicesInText: true as const }),
    ...(redraws(events) && ctx.pressedMessage !== undefined && { replaces: ctx.pressedMessage }),
  }))
}

/** The same question with other ticks: only then may an earlier message change under the person's eyes. */
function redraws(events: readonly EngineEvent[]): boolean {
  const [only, ...others] = events
  return only?.kind === 'question-asked' && only.multiple !== undefined && others.length === 0
}

function wordEvent(event: EngineEvent, ctx: WordingContext, turn: readonly EngineEvent[]): Part | undefined {
  switch (event.kind) {
    case 'question-asked':
      return questionAsked(event, ctx, turn)
    case 'answer-recorded':
      return answerRecorded(event, ctx, turn)
    case 'answer-skipped':
      return answerSkipped(event, ctx, turn)
    case 'answer-cleared':
      return answerCleared(event, ctx)
    case 'answer-refused':
      return answerRefused(event, ctx)
    case 'confirmation-asked':
      return confirmationAsked(event, ctx)
    case 'reason-asked':
      return reasonAsked(event, ctx)
    case 'command-questioned':
      return commandQuestioned(event, ctx)
    case 'overview-shown':
      return overviewShown(event, ctx)
    case 'items-kept':
      return itemsKept(event, ctx)
    case 'recap-shown':
      return recapShown(event, ctx, turn)
    case 'change-choice-asked':
      return changeChoiceAsked(event, ctx)
    case 'all-asked':
      return allAsked(event, ctx)
    case 'help-given':
      return helpGiven(event, ctx)
    case 'human-offered':
      return humanOffered(event, ctx)
    case 'human-requested':
      return humanRequested(ctx)
    case 'pause-asked':
      return pauseAsked(event, ctx)
    case 'session-paused':
      return sessionPaused(event, ctx)
    case 'session-resumed':
      return sessionResumed(event, ctx, turn)
    case 'report-submitted':
      return reportSubmitted(event, ctx, turn)
    case 'report-corrected':
      return reportCorrected(ctx, turn)
    case 'stale-pressed':
      return stalePressed(ctx)
    case 'nothing-to-undo':
      return nothingToUndo(ctx)
    case 'contact-denied':
      return contactDenied(ctx)
    case 'note-said':
      return { place: 'body', text: event.text }
    case 'photo-kept':
      return photoKept(event, ctx)
    case 'rest-left':
      return restLeft(event, ctx)
    case 'concern-noticed':
      return concernNoticed(event, ctx)
    // carried out by the house, or kept for the report and for staff; here the person need not read about it
    case 'house-command-chosen':
    case 'entity-changed':
    case 'follow-on-noted':
      return undefined
  }
}
