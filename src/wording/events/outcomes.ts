import type { ReportSubmitted } from '../../engine/events/index.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'

/** Thanks, the receipt number, and what happens next. */
export function reportSubmitted(event: ReportSubmitted, ctx: WordingContext): Part {
  const { sapaan, receipt } = ctx
  return {
    place: 'body',
    text: lines(
      say(ctx, event.again ? 'submitted-again' : 'submitted', { sapaan }),
      receipt !== undefined && say(ctx, 'submitted-receipt', { receipt }),
      say(ctx, 'submitted-next'),
    ),
  }
}

export function reportCorrected(ctx: WordingContext): Part {
  return { place: 'head', text: say(ctx, 'corrected') }
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
export function concernNoticed(ctx: WordingContext): Part {
  return { place: 'foot', text: say(ctx, 'concern', { sapaan: ctx.sapaan }) }
}
