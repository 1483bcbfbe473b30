import type { Question } from '../../flows/form.ts'
import type { Kind } from './kind.ts'

/** Attachments in the order sent; several where the form allows it (`up-to-3`, `max=3`). */
export const image: Kind<readonly string[]> = {
  type: 'image',
  asked: true,
  read: (input, question, context) => {
    if (input.kind !== 'photo') return undefined
    const kept = Array.isArray(context.kept) ? (context.kept as string[]) : []
    const most = mostPhotos(question)
    // one more than allowed takes the place of the last: people send the better picture afterwards
    return { value: [...kept.slice(0, most - 1), input.attachment] }
  },
  show: (value) => `${value.length} foto`,
  toNode: (value) => ({ text: value.join(' ') }),
  fromText: (text) => (text === '' ? undefined : text.split(' ')),
}

/** How many photos a question takes. */
export function mostPhotos(question: Question): number {
  const said =
    question.parameters.max ?? question.appearances.map((word) => /^up-to-(\d{1,2})$/.exec(word)?.[1]).find(Boolean)
  const most = Number(said ?? 1)
  return Number.isInteger(most) && most > 0 ? Math.min(most, 20) : 1
}
