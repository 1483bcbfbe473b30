import type {
  AnswerCleared,
  AnswerRecorded,
  AnswerRefused,
  AnswerSkipped,
  EngineEvent,
  PhotoKept,
  RestLeft,
} from '../../engine/events/index.ts'
import type { Json } from '../../lib/json.ts'
import { answerData, withOptions } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'
import { mainLanguage } from '../texts.ts'

/** What was understood, said back once. Several answers of one message are listed under one another. */
export function answerRecorded(
  event: AnswerRecorded,
  ctx: WordingContext,
  turn: readonly EngineEvent[],
): Part | undefined {
  if (isVoice(event.value)) return { place: 'head', text: say(ctx, 'heard-voice') }
  if (turn.some((other) => other.kind === 'photo-kept' && other.path === event.path)) return undefined
  if (event.by === 'person' && event.type in received)
    // asking for another photo thanks for this one
    return turn.some((other) => other.kind === 'question-asked' && (other.photos?.kept ?? 0) > 0)
      ? undefined
      : { place: 'head', text: say(ctx, received[event.type]!) }
  if (!isEchoed(event)) return undefined
  const all = turn.filter(
    (other, i): other is AnswerRecorded =>
      other.kind === 'answer-recorded' && isEchoed(other) && !isReplacedLater(other, turn.slice(i + 1)),
  )
  if (!all.includes(event)) return undefined
  if (all.length === 1) return { place: 'head', text: heard(event, isCorrection(event, turn), ctx) }
  const line = event.label === undefined ? `• ${event.echo!}` : `${event.label}. ${event.echo!}`
  return { place: 'head', text: event === all[0] ? lines(say(ctx, 'heard-several'), line) : line }
}

/** A voice note that stands for a text. */
function isVoice(value: Json): boolean {
  return typeof value === 'object' && value !== null && 'voice' in value
}

/** The same question answered again further on in one message: only the last value is said. */
function isReplacedLater(event: AnswerRecorded, later: readonly EngineEvent[]): boolean {
  return later.some((other) => other.kind === 'answer-recorded' && other.path === event.path)
}

/** What arrived as a file is thanked for, not said back. */
const received: Readonly<Record<string, string>> = { image: 'heard-photo', audio: 'heard-voice' }

function isEchoed(event: AnswerRecorded): boolean {
  return (
    event.echo !== undefined &&
    event.echo !== '' &&
    (event.by === 'person' || (event.by === 'carried' && !event.replaced))
  )
}

/** It had a value before this message; not when one message gave it twice. */
function isCorrection(event: AnswerRecorded, turn: readonly EngineEvent[]): boolean {
  const first = turn.find((other) => other.kind === 'answer-recorded' && other.path === event.path)
  return first?.kind === 'answer-recorded' && first.replaced === true
}

function heard(event: AnswerRecorded, isCorrected: boolean, ctx: WordingContext): string {
  const echo = event.echo!
  if (event.by === 'carried') return say(ctx, 'heard-same', { echo })
  if (isCorrected) return say(ctx, 'heard-changed', { echo })
  if (event.approximate) return say(ctx, 'heard-about', { echo })
  return say(ctx, /^\d+$/.test(echo) ? 'heard-number' : 'heard', { echo })
}

export function answerSkipped(
  event: AnswerSkipped,
  ctx: WordingContext,
  turn: readonly EngineEvent[],
): Part | undefined {
  const first = turn.find((other) => other.kind === 'answer-skipped')
  return event === first ? { place: 'head', text: say(ctx, 'skipped') } : undefined
}

/** What could not be taken of a message, word for word: it comes again as questions. */
export function restLeft(event: RestLeft, ctx: WordingContext): Part {
  return { place: 'head', text: say(ctx, 'rest-left', { text: event.text }) }
}

export function photoKept(event: PhotoKept, ctx: WordingContext): Part {
  return { place: 'head', text: say(ctx, 'photo-kept', { kept: event.kept, most: event.most }) }
}

/** Only what the person took back is said; what fell away with another answer would be noise. */
export function answerCleared(event: AnswerCleared, ctx: WordingContext): Part | undefined {
  return event.because === 'taken_back' ? { place: 'head', text: say(ctx, 'taken-back') } : undefined
}

/**
 * Never "salah": the form's own sentence or the reader's question, else a kind word. Candidates of an unclear answer
 * are the options then, and the question is not repeated.
 */
export function answerRefused(event: AnswerRefused, ctx: WordingContext): Part {
  const options = event.options ?? []
  const message = messageOf(event, ctx)
  if (options.length === 0) return { place: 'head', text: message ?? kindWord(event, ctx) }
  const text = message ?? say(ctx, 'unclear-options', { sapaan: ctx.sapaan })
  const choices = options.map(({ label }, index) => ({ label, data: answerData(ctx.sessionId, ctx.step, index) }))
  // a question that names them ("3 Bapak Raja, atau 4 Ibu Raja?") has given them numbers already
  if (options.every(({ label }) => text.includes(label))) return { place: 'body', text, choices, choicesInText: true }
  return { place: 'body', ...withOptions(text, choices, ctx.capabilities) }
}

/** The form's own sentence, or the reader's question, which is written in Indonesian only. */
export function messageOf(event: AnswerRefused, ctx: WordingContext): string | undefined {
  return event.reason === 'unclear' && ctx.language !== mainLanguage ? undefined : event.message
}

function kindWord(event: AnswerRefused, ctx: WordingContext): string {
  switch (event.reason) {
    case 'constraint':
      return say(ctx, 'refused')
    case 'unclear':
      return say(ctx, event.tries > 1 ? 'unclear-again' : 'unclear')
    case 'wrong_kind':
      return say(ctx, 'wrong-kind')
    case 'unit_family':
      return say(ctx, 'unit-family')
    case 'too_long':
      return say(ctx, 'too-long')
    case 'required':
      return say(ctx, 'required')
    case 'photo_expected':
      return say(ctx, 'photo-expected')
    case 'excluded':
      return say(ctx, 'excluded')
    case 'verified':
      return say(ctx, 'verified')
  }
}
