import { readText } from '../../bahasa/index.ts'
import { type Kind, readContext } from './kind.ts'

/** Free text; where the form allows it a voice note stands for it. */
type TextValue = string | { readonly voice: string }

export const text: Kind<TextValue> = {
  type: 'text',
  asked: true,
  freeText: true,
  read: (input, question, context) => {
    if (input.kind === 'voice' && question.voice) return { value: { voice: input.attachment } }
    return input.kind === 'text' ? readText(input.text, readContext(context)) : undefined
  },
  show: (value) => (typeof value === 'string' ? value : undefined),
  // a voice note counts as an answer in `string(${x}) != ''`; what was said in it nobody knows yet
  toNode: (value) => ({ text: typeof value === 'string' ? value : value.voice }),
  fromText: (text) => text,
}
