import type { ConcernNoticed, EngineEvent, ReportSubmitted } from '../../engine/events/index.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'

/** Thanks, the receipt number, and what happens next. A dialogue that is no report has no receipt: thanks are enough. */
export function reportSubmitted(
  event: ReportSubmitted,
  ctx: WordingContext,
  turn: readonly EngineEvent[],
): Part | undefined {
  const { sapaan, receipt } = ctx
  // the form's own last word is enough
  if (receipt === undefined && turn.some((other) => other.kind === 'note-said')) return undefined
  if (receipt === undefined) return { place: 'body', text: say(ctx, 'finished', { sapaan }) }
  return {
    place: 'body',
    text: lines(
      say(ctx, event.again ? 'submitted-again' : 'submitted', { sapaan }),
      say(ctx, 'submitted-receipt', { receipt }),
      say(ctx, 'submitted-next'),
    ),
  }
}

/** Unless the same turn says it better: with the new value, or by sending the report again. */
export function reportCorrected(ctx: WordingContext, turn: readonly EngineEvent[]): Part | undefined {
  const said = turn.some(
    (other) => (other.kind === 'answer-recorded' && other.echo) || other.kind === 'report-submitted',
  )
  return said ? undefined : { place: 'head', text: say(ctx, 'corrected') }
}

export function stalePressed(ctx: WordingContext): Part {
  return { place: 'head', text: say(ctx, 'stale-press') }
}

export function nothingToUndo(ctx: WordingContext): Part {
  return { place: 'head', text: say(ctx, 'nothing-to-undo') }
}

export function contactDenied(ctx: WordingContext): Part {
  return { place: 'body', text: say(ctx, 'contact-denied') }
}

/** A soft offer, never a filing: nothing of what was written is repeated, phones are shared. */
export function concernNoticed({ category }: ConcernNoticed, ctx: WordingContext): Part {
  // who was asked for money has said so already: what can be told, and who reads it
  if (category === 'pungutan') return { place: 'head', text: say(ctx, 'concern-levy', { sapaan: ctx.sapaan }) }
  return { place: 'foot', text: say(ctx, 'concern', { sapaan: ctx.sapaan }) }
}
