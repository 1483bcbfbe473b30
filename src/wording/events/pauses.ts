import type { EngineEvent, PauseAsked, SessionPaused, SessionResumed } from '../../engine/events/index.ts'
import { HOUR } from '../../lib/local-time.ts'
import { answerData, withOptions } from '../choices.ts'
import { type Part, say, type WordingContext } from '../context.ts'
import { greeting, momentWords, spanWords } from '../when.ts'

export function pauseAsked(event: PauseAsked, ctx: WordingContext): Part {
  const options = [say(ctx, 'pause-evening'), say(ctx, 'pause-morning'), say(ctx, 'pause-open')].map(
    (label, index) => ({ label, data: answerData(ctx.sessionId, event.step, index) }),
  )
  return { place: 'body', ...withOptions(say(ctx, 'pause-when'), options, ctx.capabilities) }
}

export function sessionPaused(event: SessionPaused, ctx: WordingContext): Part {
  const { sapaan } = ctx
  const { answered, of, until } = event
  const when = until === undefined ? undefined : momentWords(until, ctx.now, ctx)
  if (answered === 0)
    return {
      place: 'body',
      text:
        when === undefined
          ? say(ctx, 'paused-before-start', { sapaan })
          : say(ctx, 'paused-before-start-until', { sapaan, when }),
    }
  return {
    place: 'body',
    text:
      when === undefined
        ? say(ctx, 'paused-open', { sapaan, answered, of })
        : say(ctx, 'paused-until', { sapaan, when, answered, of }),
  }
}

/** One line of where we are; after a short break only "Baik, kita lanjutkan". */
export function sessionResumed(
  event: SessionResumed,
  ctx: WordingContext,
  turn: readonly EngineEvent[],
): Part | undefined {
  // the opening question greets by itself
  if (event.answered === 0 && turn.some(isOpening)) return undefined
  if (event.afterMs < HOUR) return { place: 'head', text: say(ctx, 'resumed-soon') }
  const words = { greeting: greeting(ctx.now, ctx), sapaan: ctx.sapaan }
  if (event.answered === 0) return { place: 'head', text: say(ctx, 'resumed-fresh', words) }
  const { answered, of } = event
  return { place: 'head', text: say(ctx, 'resumed', { ...words, answered, of, span: spanWords(event.afterMs, ctx) }) }
}

/** The one question that is not counted. */
function isOpening(event: EngineEvent): boolean {
  return event.kind === 'question-asked' && event.progress === undefined && !event.path.includes('[')
}
