import * as words from '../lexicon/evasions.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { AskReason } from '../types.ts'

// Replies without a word of their own: nothing but question words, small words and that it was not understood, in any
// dialect, run together or with clitics ("apaitu nona", "nda kumengerti", "dorang mau apa"). One word of content more
// ("bingung jual ke mana") and it may be the answer.

const longest = 8
const asking = wordSet(words.questionWords)
const knowing = wordSet(words.knowing)
const negations = wordSet(words.negations)
const small = wordSet(words.besideQuestions)
const others = wordSet('orang dong dorang mereka dia')
const known: ReadonlySet<string> = new Set([asking, knowing, negations, small, others].flatMap((set) => [...set]))
const prefixes = ['ku', 'ta', 'ki', 'na']
const suffixes = wordSet('mi pi ji ki ka ko kah di jo')

/** @param plain the words that are not said out of politeness */
export function onlyAsks(plain: readonly Token[]): AskReason | undefined {
  if (plain.length > longest || plain.some((token) => token.kind !== 'word')) return undefined
  if (isUnread(plain)) return 'not_known'
  if (isForOthers(plain.filter((token) => token.text !== 'maaf'))) return 'asked_back'
  if (isDefinition(plain) || isToYou(plain) || plain.every((token) => pointing.has(token.low))) return 'asked_back'
  const said: string[] = []
  for (const token of plain) {
    const parts = partsOf(token.low)
    if (parts === undefined) return undefined
    said.push(...parts)
  }
  const lost = said.includes('bingung') || said.includes('mumet')
  const denies = said.some((word) => negations.has(word))
  const asks = said.some((word) => asking.has(word))
  if (lost && !said.some((word) => others.has(word))) return 'not_known'
  if (!denies) return asks && !said.includes('saja') ? 'asked_back' : undefined
  if (!said.some((word) => knowing.has(word)) || said.some((word) => others.has(word))) return undefined
  return asks ? 'asked_back' : 'not_known'
}

/** "maaf bukan ke sini" */
const isForOthers = (plain: readonly Token[]) =>
  plain[0]?.text === 'bukan' && towards.has(plain[1]?.text ?? '') && plain.slice(2).every(({ low }) => small.has(low))
const towards = wordSet('untuk ke buat')

/** A known word, or several run together: "apamaksud", "sayatidakmengerti", "kutau", "mauki". */
function partsOf(word: string): readonly string[] | undefined {
  if (known.has(word)) return [word]
  if (word.length > 24) return undefined
  const prefix = prefixes.find((start) => word.startsWith(start) && isKnown(word.slice(start.length)))
  if (prefix) return partsOf(word.slice(prefix.length))
  for (let end = word.length - 1; end >= 3; end--) {
    const [first, rest] = [word.slice(0, end), word.slice(end)]
    if (!known.has(first)) continue
    if (suffixes.has(rest)) return [first]
    const behind = rest.length >= 3 ? partsOf(rest) : undefined
    if (behind) return [first, ...behind]
  }
  return undefined
}
const isKnown = (word: string) => knowing.has(word.replace(/(?:i|ka)$/, '')) || knowing.has(word)

/** "apa itu tindak lanjut" */
const isDefinition = (plain: readonly Token[]) =>
  plain.length >= 3 && plain.length <= 5 && asking.has(plain[0]!.low) && pointing.has(plain[1]!.low)
const pointing = wordSet('itu tu ini ni iku iki begitu bagitu begini bagini')

/** "ini dari dinas mana", "ose orang mana" */
function isToYou(plain: readonly Token[]): boolean {
  if (plain.length < 2 || plain.length > 5 || !you.has(plain[0]!.low)) return false
  return asking.has(plain.findLast((token) => !pointing.has(token.low) && !endings.has(token.low))?.low ?? '')
}
const you = wordSet('ini ni kamu kau ose os ko kowe anda')
const endings = wordSet('ya e kah ka lagi lai')

/** "tulisan kecil tidak kelihatan", "sa pu mata tra jelas baca" */
const isUnread = (plain: readonly Token[]) =>
  plain.some((token) => seen.has(token.low)) &&
  plain.some((token) => written.has(token.low)) &&
  plain.some((token) => negations.has(token.text)) &&
  plain.every(
    (token) => seen.has(token.low) || written.has(token.low) || negations.has(token.text) || small.has(token.low),
  )
const seen = wordSet('jelas kelihatan keliatan terbaca kebaca terlihat')
const written = wordSet('tulisan tulisannya huruf hurufnya baca mata kecil pesan pesannya')
