import type { ItemsKept, OverviewShown } from '../../engine/events/index.ts'
import { answerData } from '../choices.ts'
import { lines, type Part, say, type WordingContext } from '../context.ts'
import { listWords } from '../when.ts'

/** The activities with last round's state, and the one sentence that closes most of them. */
export function overviewShown(event: OverviewShown, ctx: WordingContext): Part {
  const list = event.items.map(({ label, name, state }) => say(ctx, 'overview-line', { label, name, state }))
  const text = [
    event.introduction ?? '',
    lines(say(ctx, 'overview'), ...list),
    lines(
      say(ctx, 'overview-hint', { example: exampleOf(event, ctx) }),
      event.help === 2 && say(ctx, 'overview-help', { example: exampleOf(event, ctx) }),
    ),
  ]
    .filter((piece) => piece !== '')
    .join('\n\n')
  const buttons = ctx.capabilities.buttons
  if (!buttons) return { place: 'body', text }
  const choices = [say(ctx, 'overview-all-same'), say(ctx, 'overview-go-through')].map((label, index) => ({
    label,
    data: answerData(ctx.sessionId, event.step, index),
  }))
  return { place: 'body', text, choices, choicesInText: true }
}

/** Numbers that are on the list: "3 dan 5" of eight, "2" of two. */
function exampleOf({ items }: OverviewShown, ctx: WordingContext): string {
  const labels = items.map((item) => item.label)
  return labels.length > 4 ? listWords([labels[2]!, labels[4]!], ctx) : (labels.at(-1) ?? '')
}

export function itemsKept(event: ItemsKept, ctx: WordingContext): Part {
  if (event.open.length === 0) return { place: 'head', text: say(ctx, 'kept-all') }
  return {
    place: 'head',
    text: say(ctx, 'kept-some', { n: event.kept.length, open: listWords(event.open, ctx) }),
  }
}
