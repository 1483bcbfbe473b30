import { distance, skeleton, wordSet } from '../similar.ts'
import { changed, type Token } from '../text.ts'

// The words by which a reply says that it is none, typed in haste: "crita", "bgaimana", "jwab", "mksud".

const asked = wordSet(
  'cerita tulis ketik jawab kirim balas kabari jelaskan sampaikan ceritakan lapor bagaimana apakah maksud maksudnya mengapa kenapa pertanyaan pertanyaannya mengerti ngerti paham bingung tunggu sebentar nanti sibuk sempat senggang sabar besok malam kasih dulu telepon',
)
const bySkeleton: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...asked].filter((word) => skeleton(word).length > 2),
  (word) => skeleton(word),
)
const longByFirst: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...asked].filter((word) => word.length >= 6),
  (word) => word[0]!,
)

/** The tokens with such words as they are spelled: a vowel or two left out, or one letter wrong in a long word. */
export const asSpelled = (tokens: readonly Token[]): readonly Token[] => {
  if (tokens.length > longest) return tokens
  return changed(tokens, (token) => {
    const word = spelling(token)
    return word === undefined ? token : { ...token, text: word, low: word }
  })
}
const longest = 9

function spelling({ kind, low, text }: Token): string | undefined {
  if (kind !== 'word' || low.length < 4 || low.length > 16 || asked.has(low)) return undefined
  // "sy blas" is no eleven
  if (low !== text && text !== 'belas') return undefined
  const near = bySkeleton.get(skeleton(low))?.find((word) => isLeftOut(low, word))
  return near ?? longByFirst.get(low[0]!)?.find((word) => distance(low, word, 1) === 1)
}

/** Every letter of the first stands in the second, in order. */
function isLeftOut(typed: string, word: string): boolean {
  let at = 0
  for (const letter of word) if (letter === typed[at]) at++
  return at === typed.length && typed.length < word.length
}
