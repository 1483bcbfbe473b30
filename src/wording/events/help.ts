import type { HelpGiven, HumanOffered } from '../../engine/events/index.ts'
import { answerData, withOptions } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'
import { helpNoted } from '../system/help.ts'

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

/** With the name and the day where they are known: an offer of a human has a human. */
export function humanRequested(ctx: WordingContext): Part {
  const noted = ctx.helper ? helpNoted(ctx.helper, ctx).text : say(ctx, 'human-requested', { sapaan: ctx.sapaan })
  return { place: 'body', text: lines(noted, say(ctx, 'human-meanwhile')) }
}
