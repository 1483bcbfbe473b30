import type {
  AnswerCleared,
  AnswerRecorded,
  AnswerRefused,
  AnswerSkipped,
  EngineEvent,
} from '../../engine/events/index.ts'
import { answerData, offer } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'

/** What was understood, said back once. Several answers of one message are listed under one another. */
export function answerRecorded(
  event: AnswerRecorded,
  ctx: WordingContext,
  turn: readonly EngineEvent[],
): Part | undefined {
  if (event.by === 'person' && event.type in received) return { place: 'head', text: say(ctx, received[event.type]!) }
  if (!isEchoed(event)) return undefined
  const all = turn.filter((other): other is AnswerRecorded => other.kind === 'answer-recorded' && isEchoed(other))
  if (all.length === 1) return { place: 'head', text: heard(event, ctx) }
  const line = `• ${event.echo!}`
  return { place: 'head', text: event === all[0] ? lines(say(ctx, 'heard-several'), line) : line }
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

function heard(event: AnswerRecorded, ctx: WordingContext): string {
  const echo = event.echo!
  if (event.by === 'carried') return say(ctx, 'heard-same', { echo })
  if (event.replaced) return say(ctx, 'heard-changed', { echo })
  return say(ctx, event.approximate ? 'heard-about' : 'heard', { echo })
}

export function answerSkipped(
  event: AnswerSkipped,
  ctx: WordingContext,
  turn: readonly EngineEvent[],
): Part | undefined {
  const first = turn.find((other) => other.kind === 'answer-skipped')
  return event === first ? { place: 'head', text: say(ctx, 'skipped') } : undefined
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
  if (options.length > 0) {
    const offered = offer(
      options.map(({ label }, index) => ({ label, data: answerData(ctx.sessionId, ctx.step, index) })),
      [],
      ctx.capabilities,
    )
    return {
      place: 'body',
      text: lines(event.message ?? say(ctx, 'unclear-options', { sapaan: ctx.sapaan }), ...offered.lines),
      ...(offered.choices && { choices: offered.choices }),
      ...(offered.choicesInText && { choicesInText: true }),
    }
  }
  return { place: 'head', text: event.message ?? kindWord(event, ctx) }
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
