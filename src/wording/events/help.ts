import type { HelpGiven, HumanOffered } from '../../engine/events/index.ts'
import { answerData, withOptions } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'

export function helpGiven(event: HelpGiven, ctx: WordingContext): Part {
  return { place: 'head', text: lines(event.hint, say(ctx, 'help-words')) }
}

export function humanOffered(event: HumanOffered, ctx: WordingContext): Part {
  const options = [say(ctx, 'human-offer-yes'), say(ctx, 'human-offer-no')].map((label, index) => ({
    label,
    data: answerData(ctx.sessionId, event.step, index),
  }))
  return { place: 'body', ...withOptions(say(ctx, 'human-offer'), options, ctx.capabilities) }
}

export function humanRequested(ctx: WordingContext): Part {
  return { place: 'body', text: say(ctx, 'human-requested', { sapaan: ctx.sapaan }) }
}
