import { type ChoiceOption, readChoice } from '../../bahasa/index.ts'
import { type Kind, type KindContext, readContext, typed } from './kind.ts'

/** All choices in the order preferred: "2, 1, 3", "jalan, air, lalu listrik". */
export const rank: Kind<readonly string[]> = {
  type: 'rank',
  asked: true,
  read: (input, _question, context) =>
    typed(input, (text) => {
      const codes = inOrder(text, context)
      if (codes && codes.length === context.choices.length) return { value: codes }
      const example = context.choices.map((_, i) => i + 1).reverse()
      return { ask: 'partly_read', question: `Mohon urutkan semuanya. Contoh: ${example.slice(0, 9).join(', ')}.` }
    }),
  show: (value, { label }) => value.map((code, index) => `${index + 1}. ${label(code)}`).join(', '),
  toNode: (value) => ({ text: value.join(' ') }),
  fromText: (text) => (text.trim() === '' ? undefined : text.trim().split(/\s+/)),
}

/** The choices in the order typed, each once; undefined where a piece names none of them, or one comes twice. */
function inOrder(text: string, context: KindContext): readonly string[] | undefined {
  const pieces = /^[\d\s.]+$/.test(text)
    ? text.split(/[\s.]+/)
    : text.split(/[,;>\n]|\b(?:lalu|kemudian|terus|baru|dan)\b/i)
  const codes: string[] = []
  for (const piece of pieces.map((one) => one.trim()).filter((one) => one !== '')) {
    const code = codeOf(piece, context.choices, context)
    if (code === undefined || codes.includes(code)) return undefined
    codes.push(code)
  }
  return codes
}

function codeOf(piece: string, choices: readonly ChoiceOption[], context: KindContext): string | undefined {
  const read = readChoice(piece, choices, readContext(context))
  return 'value' in read ? read.value : undefined
}
