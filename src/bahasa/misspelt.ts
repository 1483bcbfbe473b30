import { functionWords, type OptionIndex } from './match-index.ts'
import type { Hit } from './match-numbers.ts'
import { isPolite } from './reply.ts'
import { distance, lettersOf, mayBeNear, wordSet } from './similar.ts'
import type { Token } from './text.ts'

// Misspellings and abbreviations of options

const vowels = /[aeiou]/

/** One likely option when nothing was named exactly: the reply's only word of content, misspelt or cut short. */
export function likeness(tokens: readonly Token[], index: OptionIndex): { hit?: Hit; rivals: readonly number[] } {
  const content = tokens.flatMap((token, i) =>
    token.kind === 'word' && !functionWords.has(token.text) && !isPolite(token) ? [{ token, i }] : [],
  )
  if (content.length === 0 || content.length > 6) return { rivals: [] }
  const joined = splitWord(tokens, index)
  if (joined) return { hit: joined, rivals: [] }
  const alone = isAlone(tokens)
  const votes = new Map<number, number>()
  const rivals = new Set<number>()
  for (const { token, i } of content) {
    const options = optionsLike(token.text, index, alone)
    if (options.size === 1) for (const option of options) votes.set(option, votes.has(option) ? votes.get(option)! : i)
    else for (const option of options) rivals.add(option)
  }
  if (votes.size === 1 && (content.length <= 3 || [...votes.keys()].length === content.length)) {
    const [[option, at]] = votes as unknown as [[number, number]]
    if (rivals.size === 0 || rivals.has(option))
      return { hit: { option, start: at, end: at + 1, by: 'likeness' }, rivals: [] }
  }
  for (const option of votes.keys()) rivals.add(option)
  return { rivals: [...rivals] }
}

/** "bang kit", "pelati han": a key word typed in two, or a label of several words cut elsewhere. */
function splitWord(tokens: readonly Token[], index: OptionIndex): Hit | undefined {
  const found: Hit[] = []
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [a, b] = [tokens[i]!, tokens[i + 1]!]
    if (a.kind !== 'word' || b.kind !== 'word') continue
    const word = a.low + b.low
    const option = word.length >= 5 ? (index.keywords.get(word) ?? index.exact.get(word)) : undefined
    if (option !== undefined) found.push({ option, start: i, end: i + 2, by: 'likeness' })
  }
  return found.length === 1 ? found[0] : undefined
}

/** Words of their own, which are no beginning of another: "anak" is not anakan. */
const whole = wordSet('anak ibu bapa')

/** Nothing but one word is said: "cm" is Cuaca & musim, "cm sedikit" only a little. */
const isAlone = (tokens: readonly Token[]) =>
  tokens.filter((token) => token.kind !== 'mark' && !isPolite(token)).length === 1

function optionsLike(word: string, index: OptionIndex, alone: boolean): Set<number> {
  const found = new Set<number>()
  if (word.length < 2 || word.length > 30) return found
  for (const [i, { initials, joined, denied }] of index.shortForms.entries()) {
    if (alone && word === initials) found.add(i)
    // the beginning of a label, or of a word that only one label has
    if (word.length >= 3 && !denied && joined.startsWith(word)) found.add(i)
  }
  const own = lettersOf(word)
  for (const { keyword, letters, bare, option } of index.keywordForms) {
    if (word.length >= 3 && keyword.length > word.length + 1 && keyword.startsWith(word) && !whole.has(word))
      found.add(option)
    else if (word.length >= 3 && bare === word) found.add(option)
    else if (mayBeNear(own, letters, 2) && isMisspelt(word, keyword)) found.add(option)
  }
  return found
}

/**
 * A short word must have lost or swapped letters ("cuca", "lahn"); a changed letter makes another word too often ("pasir"
 * is not "pasar"). From six letters on one letter, from nine on two may differ.
 */
export function isMisspelt(word: string, target: string): boolean {
  // "laksanakan" is an order, "dilaksanakan" a report
  if (target.startsWith('di') && target.slice(2) === word) return false
  // "danaa", "cuacca": letters typed twice
  if (word.length > target.length && isSameUndoubled(word, target)) return true
  if (Math.abs(word.length - target.length) > 2) return false
  // "dna", "hma": a short word that lost one vowel inside
  if (word.length === 3 && target.length === 4)
    return [1, 2].some((i) => vowels.test(target[i]!) && target.slice(0, i) + target.slice(i + 1) === word)
  if (word.length < 4 && target.length < 5) return false
  if (target.length <= 5) {
    if (word.length === target.length - 1) return distance(word, target, 1) === 1
    return (
      word.length === target.length &&
      distance(word, target, 1) === 1 &&
      [...word].sort().join('') === [...target].sort().join('')
    )
  }
  return distance(word, target, target.length >= 9 ? 2 : 1) <= (target.length >= 9 ? 2 : 1)
}

/** The same letters in the same order, however often each is typed in a row. */
function isSameUndoubled(a: string, b: string): boolean {
  let [i, k] = [0, 0]
  while (i < a.length && k < b.length) {
    if (a[i] !== b[k]) return false
    i = runEnd(a, i)
    k = runEnd(b, k)
  }
  return i === a.length && k === b.length
}
const runEnd = (word: string, at: number) => {
  let end = at + 1
  while (word[end] === word[at]) end++
  return end
}

/** One likely option for a part of a list in which nothing was named: its only word of content, misspelt. */
export function likePart(tokens: readonly Token[], index: OptionIndex): number | undefined {
  const content = tokens.filter((token) => token.kind === 'word' && !functionWords.has(token.text) && !isPolite(token))
  if (content.length !== 1 || content[0]!.text.length < 3) return undefined
  const options = optionsLike(content[0]!.text, index, isAlone(tokens))
  return options.size === 1 ? [...options][0] : undefined
}
