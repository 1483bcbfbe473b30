import { distance, skeleton, wordSet } from '../similar.ts'
import { cleanText, tokenize } from '../text.ts'
import { isCommon } from '../told-name.ts'
import type { Lexicon, RegionOption } from '../types.ts'

// The names of the regions a question lists, and which of them a few words can mean.

export interface Entry {
  readonly region: RegionOption
  /** Names and aliases: standard words joined, and the words. */
  readonly names: readonly { readonly joined: string; readonly words: readonly string[] }[]
  readonly level: Level | undefined
}
export type Level = 'desa' | 'kecamatan'

const cache = new WeakMap<readonly RegionOption[], Map<Lexicon | undefined, readonly Entry[]>>()

export function indexRegions(regions: readonly RegionOption[], lexicon?: Lexicon): readonly Entry[] {
  let byLexicon = cache.get(regions)
  if (!byLexicon) cache.set(regions, (byLexicon = new Map()))
  let index = byLexicon.get(lexicon)
  if (!index) {
    index = regions.map((region) => ({
      region,
      level: levelOf(region),
      names: [region.name, ...(region.aliases ?? [])].flatMap((name) => {
        const words = tokenize(cleanText(name), lexicon)
          .filter((t) => t.kind !== 'mark')
          .map((t) => t.text)
        // "Waras-Waras" is one word to the tokens, "Ruku Ruku" two
        const once = words.filter((word, i) => word !== words[i - 1])
        const own = { words, joined: words.join('') }
        return once.length < words.length ? [{ words: once, joined: once.join('') }, own] : [own]
      }),
    }))
    byLexicon.set(lexicon, index)
  }
  return index
}

/** Kemendagri codes: 81.05.04 is a kecamatan, 81.05.04.2001 a desa. */
export const levelOf = ({ code }: RegionOption): Level | undefined => {
  const dots = code.split('.').length - 1
  return dots === 3 ? 'desa' : dots === 2 ? 'kecamatan' : undefined
}

/** The region above: as given, else by the code. */
export const aboveOf = ({ code, within }: RegionOption): string | undefined =>
  within ?? (code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined)

export function isInside(region: RegionOption, within: string, regions: readonly RegionOption[]): boolean {
  for (let at: RegionOption | undefined = region, depth = 0; at && depth < 5; depth++) {
    if (at.within === undefined) return depth === 0 && (at.code.startsWith(`${within}.`) || !at.code.includes('.'))
    if (at.within === within) return true
    const above: string = at.within
    at = regions.find((other) => other.code === above)
    if (!at) return above.startsWith(`${within}.`)
  }
  return false
}

const joinedNames = new WeakMap<readonly Entry[], ReadonlySet<string>>()
export function namesOf(index: readonly Entry[]): ReadonlySet<string> {
  let names = joinedNames.get(index)
  if (!names)
    joinedNames.set(index, (names = new Set(index.flatMap((entry) => entry.names.map((name) => name.joined)))))
  return names
}

export const byName = (entries: readonly Entry[], joined: string) =>
  entries.filter((entry) => entry.names.some((name) => name.joined === joined))

/** Whole name; else the beginning, or abbreviated words, or the one word only this name has. */
export function search(entries: readonly Entry[], name: readonly string[], level: Level | undefined): readonly Entry[] {
  const joined = name.join('')
  const exact = byName(entries, joined)
  if (exact.length > 0) {
    const fit =
      level === undefined ? exact : exact.filter((entry) => entry.level === undefined || entry.level === level)
    return fit.length > 0 ? fit : exact
  }
  const short = entries.filter((entry) => entry.names.some((known) => abbreviates(name, known.words)))
  if (short.length > 0) return name.length === 1 && general.has(joined) && level === undefined ? [] : short
  // "tambolaka kota"
  const turned = name.length === 2 ? byName(entries, `${name[1]}${name[0]}`) : []
  if (turned.length > 0) return turned
  if (name.length === 1 && general.has(joined) && (level === undefined || joined === 'tana')) return []
  // the beginning of a name, or one word of it: "gorom" is in "Pulau Gorom" and begins "Gorom Timur"
  if (joined.length < 3 || (name.length === 1 && directions.has(joined))) return []
  return entries.filter((entry) =>
    entry.names.some(
      (known) =>
        known.joined.startsWith(joined) || (name.length === 1 && joined.length >= 4 && known.words.includes(joined)),
    ),
  )
}

/** "baru", "tana", "seram": alone they name no one village. */
const general = wordSet(
  'tana seram sumba lele mata homba ate wee pero baru lama besar kecil tengah atas bawah air laut teluk tanjung',
)

export const directions = wordSet('timur barat utara selatan tengah pulau desa kota kampung')

const shortWords: Readonly<Record<string, string>> = {
  pl: 'pulau',
  p: 'pulau',
  kp: 'kampung',
  kpg: 'kampung',
  tlk: 'teluk',
  tl: 'teluk',
  tj: 'tanjung',
  tg: 'tanjung',
  ut: 'utara',
  sel: 'selatan',
  tim: 'timur',
  bar: 'barat',
}

/** Word by word: the same, a usual abbreviation, the beginning (3 letters), or the word without its vowels. */
function abbreviates(typed: readonly string[], name: readonly string[]): boolean {
  if (typed.length !== name.length) return false
  return typed.every((word, i) => {
    const full = name[i]!
    if (word === full || shortWords[word] === full) return true
    if (word.length >= 3 && full.startsWith(word)) return true
    // "w timur": an initial beside a whole word
    if (word.length === 1 && full.startsWith(word) && typed.some((other, k) => other === name[k] && other.length > 3))
      return true
    return word.length >= 3 && full.length >= 4 && (skeleton(full) === word || drops(word, full))
  })
}

/** "bndo" for Bondo: vowels left out, none put in. */
function drops(word: string, full: string): boolean {
  if (word.length >= full.length || skeleton(word) !== skeleton(full)) return false
  let at = 0
  for (const letter of full) if (letter === word[at]) at++
  return at === word.length
}

/** Level words and the region above decide between regions of one name. */
export function narrow(
  found: readonly Entry[],
  level: Level | undefined,
  parent: readonly string[],
  regions: readonly RegionOption[],
  index: readonly Entry[],
): readonly Entry[] {
  let left = level === undefined ? found : found.filter((entry) => entry.level === undefined || entry.level === level)
  if (parent.length > 0 && left.length > 1) {
    const above = byName(index, parent.join('')).map((entry) => entry.region.code)
    const inside = left.filter((entry) => above.includes(aboveOf(entry.region) ?? '') && regions.length > 0)
    if (inside.length > 0) left = inside
  }
  return left
}

/** Names as near as the one a name cut short was taken for: "kadi won" is Kadi Wone, or Kadi Wano with a slip. */
export function asNear(entries: readonly Entry[], name: readonly string[], taken: Entry): readonly Entry[] {
  const joined = name.join('')
  if (name.length < 2 || taken.names.some((known) => known.joined === joined)) return []
  const far = (entry: Entry) =>
    Math.min(
      ...entry.names.map(({ words, joined: known }) =>
        words.length === name.length && words[0] === name[0] && words.at(-1)![0] === name.at(-1)![0]
          ? distance(joined, known, 3)
          : 4,
      ),
    )
  const own = far(taken)
  return own > 3 ? [] : entries.filter((entry) => entry.region !== taken.region && far(entry) <= Math.min(own + 1, 2))
}

/** Misspelt names. Sure only when no other name is nearly as close: "Kadi Wone" is one letter from "Kadi Wano". */
export function nearest(entries: readonly Entry[], name: readonly string[]): readonly (Entry & { sure: boolean })[] {
  const joined = name.join('')
  if (joined.length < 4 || joined.length > 40 || /\d/.test(joined)) return []
  const limit = joined.length >= 9 ? 2 : joined.length >= 5 ? 1 : 0
  const scored = entries
    .map((entry) => ({
      ...entry,
      sure: false,
      far: Math.min(...entry.names.map((known) => distance(joined, known.joined, limit + 1))),
    }))
    .filter((entry) => entry.far <= limit + 1)
    .sort((a, b) => a.far - b.far)
  const [best, second] = scored
  if (!best || best.far > limit) return scored.slice(0, 3)
  if ((!second || second.far > best.far + 1) && !(name.length === 1 && /[aeiou]/.test(joined) && isCommon(joined)))
    return [{ ...best, sure: true }]
  return scored.slice(0, 3)
}
