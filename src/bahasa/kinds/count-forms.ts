import { findNumbers } from '../numbers.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { changed, type Token } from '../text.ts'
import { anySex, pictures, sexOf } from './count-sexes.ts'

// Forms in which men and women are counted: numbered lines, the name of the batch before them, both said anew, "nyong" and
// "nona".

/** "1. Laki-laki : 14", "2. Perempuan : 19": the numbers of the lines. */
export function withoutLineNumbers(all: readonly Token[]): readonly Token[] {
  if (!all.some((token) => token.text === '\n')) return all
  const opens = all.flatMap((token, i) =>
    token.kind === 'number' &&
    (i === 0 || all[i - 1]!.text === '\n') &&
    (all[i + 1]?.text === '.' || all[i + 1]?.text === ')') &&
    (sexOf(all[i + 2]) || all[i + 2]?.text === 'total' || (all[i + 2]?.kind === 'number' && sexOf(all[i + 3])))
      ? [i]
      : [],
  )
  const lines = 1 + all.filter((token) => token.text === '\n').length
  if (
    opens.length < 2 ||
    opens.length > 3 ||
    lines !== opens.length ||
    opens.some((i, k) => all[i]!.text !== String(k + 1))
  )
    return all
  return all.filter((_, i) => !opens.includes(i) && !opens.includes(i - 1))
}

/** "p 11 l 8, eh kebalik, l 11 p 8": both said anew behind what takes the first back. */
export function withoutMistake(all: readonly Token[]): readonly Token[] {
  const at = all.findLastIndex(
    (token, i) => i > 3 && mistakes.has(token.text) && (all[i - 1]!.low === 'eh' || all[i - 1]!.kind === 'mark'),
  )
  if (at < 0) return all
  const both = (part: readonly Token[]) =>
    findNumbers(part, { m: 'never' }).length >= 2 && new Set(part.flatMap((token) => anySex(token) ?? [])).size === 2
  return both(all.slice(0, at)) && both(all.slice(at + 1)) ? all.slice(at + 1) : all
}
const mistakes = wordSet('kebalik terbalik tebalik salah keliru ralat koreksi')

/** "batch 2 kaka: 28 laki2, 19 perempuan": which of them the answer is for. */
export function withoutBatch(all: readonly Token[]): readonly Token[] {
  const colon = all.findIndex((token) => token.text === ':')
  const opens = all[0]?.text === 'batch' && all[1]?.kind === 'number' && colon >= 2 && colon <= 4
  return opens && all.slice(2, colon).every((token) => isPolite(token)) ? all.slice(colon + 1) : all
}

/** "5 nyong 8 nona", "pemuda 11, pemudi 9": young men and women, where nobody else is counted by sex. */
export function withPairs(all: readonly Token[]): readonly Token[] {
  const named = all.filter(({ low }) => young.has(low))
  const [a, b] = named.map(({ low }) => young.get(low))
  if (named.length !== 2 || a === b || all.some((token) => anySex(token))) return all
  return changed(all, (token) => {
    const sex = young.get(token.low)
    if (!sex) return token
    const text = sex === 'l' ? 'laki' : 'perempuan'
    return { ...token, text, low: text }
  })
}
/** Whether anything in the reply can stand for men or women. */
export const mayNameSexes = (all: readonly Token[]): boolean =>
  all.some((token) => anySex(token) || pictures.has(token.text) || young.has(token.low))
const young: ReadonlyMap<string, 'l' | 'p'> = new Map([
  ['nyong', 'l'],
  ['nona', 'p'],
  ['pemuda', 'l'],
  ['pemudi', 'p'],
  ['jejaka', 'l'],
  ['gadis', 'p'],
])
