import { childWords, everydayObjects, harmWords } from './lexicon/harm.ts'
import { wordSet } from './similar.ts'
import { cleanText, MAX_LENGTH, tokenize } from './text.ts'

export type HarmCategory = 'seksual' | 'anak' | 'kekerasan' | 'paksaan' | 'uang'

/**
 * Whether an answer holds words that may point to harm, and of what sort. For a soft offer of the confidential route,
 * never for filing. "rumput dipotong", "gong dipukul" and "kami minta uang" raise nothing; docs/bahasa.md lists the limits.
 */
export function noticeHarm(text: string): HarmCategory | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const tokens = tokenize(cleanText(text.toLowerCase()))
  const words = joinDi(tokens.map((token) => (token.kind === 'mark' ? token.text : plain(token.low))))
  let found: HarmCategory | undefined
  for (let i = 0; i < words.length; i++)
    for (const { parts, category } of byFirst.get(words[i]!) ?? []) {
      if (!parts.every((part, k) => words[i + k] === part)) continue
      if (isEveryday(words, i, parts)) continue
      if (category === 'seksual') return words.some((word) => children.has(word)) ? 'anak' : 'seksual'
      if (category === 'kekerasan' && words.some((word) => children.has(word))) return 'anak'
      found ??= category
    }
  return found
}

interface Phrase {
  readonly parts: readonly string[]
  readonly category: HarmCategory
}

const byFirst: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const map = new Map<string, Phrase[]>()
  for (const [category, phrases] of Object.entries(harmWords) as [HarmCategory, string][])
    for (const phrase of phrases.split(', ')) {
      const parts = phrase.split(' ')
      map.set(parts[0]!, [...(map.get(parts[0]!) ?? []), { parts, category }])
    }
  return map
})()

const children = wordSet(childWords.replaceAll(',', ''))
const objects = wordSet(everydayObjects)
const sparing = wordSet(
  'dipotong potongan dipukul memukul dibunuh dijual diancam mengancam ancaman memaksa dipaksa dirantai disakiti',
)
const asking = wordSet('kami kita saya katong beta kitorang mau ingin mohon')
const money = wordSet('uang dana bantuan honor gaji upah jatah blt pkh bansos insentif stimulan juta ribu persen % rp')

/** The deed is done to a plant, an animal or a thing, or the village itself asks for money. */
function isEveryday(words: readonly string[], at: number, parts: readonly string[]): boolean {
  if (nouns.has(parts[0]!) && isDenied(words, at)) return true
  const near = [...words.slice(Math.max(0, at - 3), at), ...words.slice(at + parts.length, at + parts.length + 3)]
  if (parts[0] === 'minta') return asking.has(words[at - 1] ?? '') || asking.has(words[at - 2] ?? '')
  if (parts[0] === 'ancaman' || parts[0] === 'potongan' || parts[0] === 'pungutan')
    return (
      near.some((word) => objects.has(word) || word === 'pajak') ||
      (parts[0] !== 'pungutan' && !near.some((word) => money.has(word)))
    )
  if (parts[0] === 'dipotong' && near.includes('pajak')) return true
  if (!sparing.has(parts[0]!)) return false
  return near.some((word) => objects.has(word)) && !near.some((word) => money.has(word) && parts[0] === 'dipotong')
}

/** "tidak ada pungutan", "tanpa kekerasan". */
const isDenied = (words: readonly string[], at: number) => {
  const before = words.slice(Math.max(0, at - 3), at)
  return (
    before.includes('tanpa') ||
    (before.at(-1) === 'ada' && before.some((word) => denials.has(word))) ||
    before.includes('tiada')
  )
}
const denials = wordSet('tidak tdk tida gak ga nggak seng sonde belum blm tak ndak nda tra')
const nouns = wordSet(
  'pungutan pungli kekerasan potongan korupsi suap sogok pelecehan ancaman pemaksaan penggelapan pemerasan kdrt',
)

/** "di pukul" is dipukul. */
function joinDi(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < words.length; i++) {
    const both = `di${words[i + 1] ?? ''}`
    if (words[i] === 'di' && byFirst.has(both)) {
      joined.push(both)
      i++
    } else joined.push(words[i]!)
  }
  return joined
}

/** Without endings that change nothing: "dipukulnya", "dipukul-pukul". */
const plain = (word: string) => word.replace(/(?:-\p{L}+|nya|lah|(?<=dipukul|dipaksa|diancam|disiksa)in)$/u, '')
