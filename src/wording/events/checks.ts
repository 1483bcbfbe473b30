import type { CommandQuestioned, ConfirmationAsked, ReasonAsked } from '../../engine/events/index.ts'
import { answerData, withOptions } from '../choices.ts'
import { type Part, say, type WordingContext } from '../context.ts'

/** A soft check: what was understood, the form's question about it, and both ways out. */
export function confirmationAsked(event: ConfirmationAsked, ctx: WordingContext): Part {
  const text = event.echo === '' ? event.message : say(ctx, 'confirm', { echo: event.echo, message: event.message })
  return { place: 'body', ...twoWays(text, 'confirm-yes', 'confirm-change', event.step, ctx) }
}

export function reasonAsked(event: ReasonAsked, ctx: WordingContext): Part {
  return { place: 'body', text: say(ctx, reasonKeys[event.why]) }
}

const reasonKeys = {
  soft_check: 'reason-soft-check',
  skip: 'reason-skip',
  correction: 'reason-correction',
} as const

/** "lewati" typed to a question that wants free text. */
export function commandQuestioned(event: CommandQuestioned, ctx: WordingContext): Part {
  const word = event.command.replaceAll('_', ' ')
  const options = [say(ctx, 'command-as-answer'), say(ctx, 'command-as-command', { command: word })].map(
    (label, index) => ({ label, data: answerData(ctx.sessionId, event.step, index) }),
  )
  return {
    place: 'body',
    ...withOptions(say(ctx, 'command-or-answer', { raw: event.raw, command: word }), options, ctx.capabilities),
  }
}

function twoWays(text: string, first: string, second: string, step: number, ctx: WordingContext) {
  const options = [first, second].map((key, index) => ({
    label: say(ctx, key),
    data: answerData(ctx.sessionId, step, index),
  }))
  return withOptions(text, options, ctx.capabilities)
}
