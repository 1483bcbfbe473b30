import { type HarmWord, ids, isPassive, none, passiveOf, vocabulary } from './harm-groups.ts'
import { adjustWords } from './harm-neighbours.ts'
import { harmFillers } from './lexicon/harm.ts'
import { wordSet } from './similar.ts'
import { cleanText, MAX_LENGTH, tokenize } from './text.ts'

// Text → words with the groups of the lexicon they belong to.

const fillers = wordSet(harmFillers)
/** Touching again and again. */
const doubles = [
  [ids.sentuh, ids.sentuhDua],
  [ids.raba, ids.rabaDua],
] as const
function look(word: string): readonly number[] | undefined {
  const known = vocabulary.get(word)
  if (known || word.length < 4 || !lastLetters.has(word.at(-1)!)) return known
  return vocabulary.get(word.replace(/(?:nya|lah|ku|mu|mi|ji|mo|x)$/u, ''))
}

const lastLetters = new Set('ahuiox')
const drawn = /(\p{L})\1/u

/** What is typed, in words that the hints know. */
export function harmWords(text: string): HarmWord[] {
  const words: HarmWord[] = []
  // "berdua" counts two people elsewhere; here it is a couple alone
  const small = text.toLowerCase()
  const typed = small.includes('berdua') ? small.replace(/\bberdua\b/g, 'berduaan') : small
  const tokens = tokenize(cleanText(typed).slice(0, MAX_LENGTH))
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      const stop = '.!?;\n'.includes(token.text) ? 2 : token.text === ',' ? 1 : 0
      if (stop) words.push({ low: token.text, ids: none, stop })
      else if (token.text === '%') words.push({ low: '%', ids: look('%') ?? none, stop: 0 })
      continue
    }
    let low = token.low
    let doubled = false
    if (token.kind === 'number') {
      words.push({ low, ids: [ids.angka, ...(look(low) ?? none)], stop: 0 })
      continue
    }
    if (low.includes('-')) low = low.slice(0, low.indexOf('-'))
    doubled = low !== token.low
    const two = low.indexOf('2')
    if (two > 0) {
      low = low.slice(0, two)
      doubled = true
    }
    // "di pukul", "di per kosa"
    const next = tokens[i + 1]
    if (low === 'di' && next?.kind === 'word') {
      const both = `di${next.low.replace(/2.*$/, '')}`
      if (isPassive(both)) {
        low = both
        doubled = next.low.includes('2')
        i++
      }
    }
    // no hint is written in other letters
    if (!latin.test(low)) {
      words.push({ low, ids: none, stop: 0 })
      continue
    }
    if (fillers.has(low) || fillers.has(token.text)) continue
    const own =
      look(low) ??
      (drawn.test(low) ? look(low.replace(/(\p{L})\1+/gu, '$1')) : undefined) ??
      misspelt(low) ??
      (token.text === low ? clipped(low) : undefined)
    const standard = token.text === low ? undefined : look(token.text)
    let found: readonly number[] = own ? (standard ? [...own, ...standard] : own) : (standard ?? none)
    if (doubled) {
      found = [...found, ...(vocabulary.get(`${low}2`) ?? none)]
      for (const [once, twice] of doubles) if (found.includes(once)) found = [...found, twice]
    }
    words.push({ low, ids: found, stop: 0 })
  }
  adjustWords(words)
  return words
}
const latin = /^[a-z]/

/** A long word of harm with a letter too few or too many: "pemerkosan", "dilechkan". */
function misspelt(word: string): readonly number[] | undefined {
  if (word.length < 7 || word.length > 16) return undefined
  const less = slips.get(word)
  if (less || !likely.test(word)) return less
  for (let i = 1; i < word.length; i++) {
    const shorter = word.slice(0, i) + word.slice(i + 1)
    const swapped = word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1)
    for (const form of [shorter, swapped]) if (telling.test(form) && vocabulary.has(form)) return vocabulary.get(form)
  }
  return undefined
}
/** A verb of harm with a vowel left out: "dipukl", "diancm". */
function clipped(word: string): readonly number[] | undefined {
  if (word.length < 5 || word.length > 11 || !/^[dm]/.test(word) || !/[^aeiou]{3}|[^aeioung][^aeiou]$/.test(word))
    return undefined
  for (let i = 1; i <= word.length; i++)
    for (const vowel of 'aiueo') {
      const whole = word.slice(0, i) + vowel + word.slice(i)
      if (isPassive(whole) || vocabulary.get(whole)?.some((id) => passiveOf.has(id))) return vocabulary.get(whole)
    }
  return undefined
}
const telling = /leceh|perkosa|merkosa|aniaya|cabul|keroyok|kroyok|intimidasi|korupsi|kekerasan|pungutan|gelap/
const likely = /lec|rko|kos|iay|cab|roy|dasi|rups|keke|pung|gela/
/** Such words with one letter left out. */
const slips = new Map<string, readonly number[]>()
for (const [word, found] of vocabulary) {
  if (word.length < 8 || !telling.test(word)) continue
  for (let i = 1; i < word.length; i++) {
    const less = word.slice(0, i) + word.slice(i + 1)
    if (!vocabulary.has(less)) slips.set(less, found)
  }
}
