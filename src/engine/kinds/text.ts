import { readText } from '../../bahasa/index.ts'
import { type Kind, readContext } from './kind.ts'

/** Free text; where the form allows it a voice note stands for it. */
type TextValue = string | { readonly voice: string; readonly text?: string }

export const text: Kind<TextValue> = {
  type: 'text',
  asked: true,
  freeText: true,
  read: (input, question, context) => {
    if (input.kind === 'voice' && question.voice) return { value: { voice: input.attachment } }
    return input.kind === 'text' ? readText(input.text, readContext(context)) : undefined
  },
  show: (value) => (typeof value === 'string' ? value : value.text),
  // a voice note counts as an answer in `string(${x}) != ''`, also before somebody has typed what is said in it
  toNode: (value) => ({ text: typeof value === 'string' ? value : (value.text ?? value.voice) }),
  fromText: (text) => text,
}
