import { ask } from '../questions.ts'
import { MAX_LENGTH } from '../text.ts'
import type { ReadContext, Reading } from '../types.ts'

/** Free text as typed, without the white space around it and without control characters. */
export function readText(text: string, ctx: ReadContext): Reading<string> {
  if (text.length > MAX_LENGTH) return ask(ctx, 'text', 'too_long')
  const value = text.toWellFormed().replace(lineEnds, '\n').replace(controls, '').trim()
  return value && says.test(value) ? { value } : ask(ctx, 'text', 'empty')
}
const lineEnds = /\r\n?/g
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const says = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
