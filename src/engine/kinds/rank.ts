import { readChoices } from '../../bahasa/index.ts'
import { type Kind, readContext, typed } from './kind.ts'

/** All choices in the order preferred: "2, 1, 3". */
export const rank: Kind<readonly string[]> = {
  type: 'rank',
  asked: true,
  read: (input, _question, context) => {
    const reading = typed(input, (text) => readChoices(text, context.choices, readContext(context)))
    if (!reading || 'ask' in reading) return reading
    if (reading.value.length === context.choices.length) return reading
    return { ask: 'partly_read', question: 'Mohon urutkan semuanya. Contoh: 2, 1, 3.' }
  },
  show: (value, { label }) => value.map((code, index) => `${index + 1}. ${label(code)}`).join(', '),
  toNode: (value) => ({ text: value.join(' ') }),
  fromText: (text) => (text.trim() === '' ? undefined : text.trim().split(/\s+/)),
}
