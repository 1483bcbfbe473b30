import { runAt, runEnd } from './lexer.ts'
import { monthSpellings, weekdaySpellings } from './lexicon/calendar.ts'
import { choiceWords } from './lexicon/choices.ts'
import { commonWords } from './lexicon/common-words.ts'
import { joinedCounts, numberSpellings, scaleWords, unitWords } from './lexicon/numbers.ts'
import { spellings } from './lexicon/spelling.ts'
import { unitSpellings } from './lexicon/units.ts'
import { skeleton } from './similar.ts'
import type { Lexicon } from './types.ts'

// Chat text → tokens. Everything downstream sees standard words, digits as typed, and single marks; the raw text stays
// at hand for names and free text. One pass, linear in the length of the text.

export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  /** Standard word in lower case, digits as typed, or the mark. */
  readonly text: string
  /** The word as typed, in lower case: unit signs such as "g" and "l" would be lost in `text`. */
  readonly low: string
  readonly raw: string
  /** Place in the cleaned text. */
  readonly start: number
  readonly end: number
  /** No space before it. */
  readonly glued: boolean
}

/** The word is one of these, in its standard form or as it was typed. */
export const isOneOf = (words: ReadonlySet<string>, { text, low }: Token): boolean =>
  words.has(text) || (low !== text && words.has(low))

/** The token before a place. An index below zero would be looked up as a name, which is slow, and most answers open the reply. */
export const tokenBefore = (tokens: readonly Token[], i: number): Token | undefined =>
  i > 0 ? tokens[i - 1] : undefined

export const MAX_LENGTH = 4096

/** More tokens than any reply to one question with one value has. */
export const MAX_TOKENS = 160

/** Compatibility forms to plain ones, invisible characters out, line ends unified; length may change. */
export function cleanText(text: string): string {
  if (plain.test(text)) return text
  return (
    text
      .replace(vulgar, ' $&')
      .normalize('NFKD')
      // one sign may become six letters
      .slice(0, MAX_LENGTH * 2)
      .replace(combining, '')
      .replace(invisible, '')
      .replace(controls, ' ')
      .replace(dashes, '-')
      .replace(quotes, "'")
      .replace(slashes, '/')
  )
}
const plain = /^[\n\x20-\x7e]*$/
/** "2½" is 2 and a half, not 21/2. */
const vulgar = /[\u00bc-\u00be]/g
const combining = /\p{M}+/gu
const invisible = /[\p{Cf}\p{Cs}]+/gu
const controls = /[\p{Cc}](?<!\n)|\r\n?/gu
const dashes = /[\u2010-\u2015\u2212\u301c]/g
const quotes = /[\u2018\u2019\u201b\u00b4`\u02bc]/g
const slashes = /[\u2044\u2215]/g

/** Text to tokens in standard words. Text must have been cleaned. */
export function tokenize(text: string, lexicon?: Lexicon): readonly Token[] {
  const words = standardWords(lexicon)
  const tokens: Token[] = []
  let glued = false
  for (let start = 0, end = 0; start < text.length && tokens.length <= MAX_TOKENS * 2; start = end) {
    const run = runAt(text, start)
    end = runEnd(text, start, run)
    const raw = text.slice(start, end)
    if (run === 'word') pushWord(tokens, raw, start, glued, words)
    else if (run !== 'space') tokens.push({ kind: run, text: raw, low: raw, raw, start, end, glued })
    else if (raw.includes('\n')) tokens.push({ kind: 'mark', text: '\n', low: '\n', raw, start, end, glued: false })
    glued = run !== 'space'
  }
  const plain = tokens.some((token) => token.low === 'mar') ? withMar(tokens) : tokens
  return plain.some((token) => token.low === 'seng') ? withSeng(plain) : plain
}

/**
 * The tokens with some of them changed or left out; the same list where none is. It is grown by hand because `map` makes
 * arrays of another hidden class, which would slow down everything that reads tokens.
 */
export function changed(
  tokens: readonly Token[],
  change: (token: Token, i: number) => Token | undefined,
): readonly Token[] {
  let list: Token[] | undefined
  for (let i = 0; i < tokens.length; i++) {
    const now = change(tokens[i]!, i)
    if (now !== tokens[i]) list ??= tokens.slice(0, i)
    if (list && now) list.push(now)
  }
  return list ?? tokens
}

/** "mar" is "tapi" in Maluku and short for March everywhere: a but in the middle of a reply, beside no number, before a clause. */
function withMar(tokens: readonly Token[]): readonly Token[] {
  return changed(tokens, (token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    if (token.raw !== 'mar' || before === undefined || before.kind === 'number' || next?.kind !== 'word') return token
    const opens = before.kind === 'mark' && marBehind.has(before.text)
    const goesOn = marBefore.has(next.text) || next.low === 'seng'
    return !marMonth.has(next.text) && (opens || (before.kind === 'word' && goesOn))
      ? { ...token, text: 'tapi' }
      : token
  })
}
const marBehind = new Set([',', '.', ';', '\n'])
const marMonth = new Set(['lalu', 'depan', 'dan', 'sampai', 'atau', 'tahun'])
const marBefore = new Set(
  'belum tidak masih baru kurang sudah ada cuma bukan jangan kalau nanti sebagian saya katong kita kami dong dorang itu orang yang mau su bisa rusak mati kering'.split(
    ' ',
  ),
)

/** "seng" is "tidak" in Maluku and roofing iron everywhere: a no where it opens the reply or stands before a verb. */
function withSeng(tokens: readonly Token[]): readonly Token[] {
  return changed(tokens, (token, i) => {
    if (token.low !== 'seng') return token
    const next = tokens[i + 1]
    const before = tokens[i - 1]
    const opens = !before || before.kind === 'mark'
    const negates =
      sengBefore.has(next?.text ?? '') ||
      (opens && (!next || next.kind === 'mark' || next.kind === 'word') && before?.text !== ',')
    return negates && before?.kind !== 'number' ? { ...token, text: 'tidak' } : token
  })
}
const sengBefore = new Set(
  'ada tahu jadi bisa jalan mau pernah boleh betul selesai perlu punya hadir datang ikut masuk cukup lengkap setuju salah apa semua usah dapat dapa terima diterima cair mulai sama sesuai lagi dipakai rusak ingat'.split(
    ' ',
  ),
)

function pushWord(tokens: Token[], raw: string, start: number, glued: boolean, words: ReadonlyMap<string, string>) {
  const low = raw.toLowerCase()
  const whole = lookUp(low, words)
  if (whole !== undefined) return push(tokens, whole, low, raw, start, glued)
  const bare = low.includes("'") ? low.replaceAll("'", '') : low
  if (bare !== low) {
    const found = lookUp(bare, words)
    if (found !== undefined) return push(tokens, found, bare, raw, start, glued)
  }
  // a hyphen joins doubled words ("kira-kira"); between others it only separates ("laki-perempuan", "Rp-an")
  if (bare.includes('-')) {
    const parts = bare.split('-')
    if (parts.length === 2 && parts[0] === parts[1]) {
      const single = lookUp(parts[0]!, words) ?? parts[0]!
      // "seng hitung satu-satu": one by one is no number
      return push(tokens, single in unitWords ? bare : single, bare, raw, start, glued)
    }
    let at = start
    for (const [i, part] of parts.entries()) {
      if (i > 0) tokens.push({ kind: 'mark', text: '-', low: '-', raw: '-', start: at - 1, end: at, glued: true })
      pushWord(tokens, raw.slice(at - start, at - start + part.length), at, i > 0 || glued, words)
      at += part.length + 1
    }
    return
  }
  const two = bare.indexOf('2')
  if (two >= 0) {
    const stem = bare.slice(0, two)
    const rest = bare.slice(two + 1)
    if (stem.length < 3 || neverDoubled.has(stem) || stem in unitWords || stem in scaleWords) {
      // "tgl2", "L2", "rp2": a word and a number
      push(tokens, lookUp(stem, words) ?? stem, stem, raw.slice(0, two), start, glued)
      tokens.push({
        kind: 'number',
        text: '2',
        low: '2',
        raw: '2',
        start: start + two,
        end: start + two + 1,
        glued: true,
      })
      if (rest) push(tokens, rest, rest, raw.slice(two + 1), start + two + 1, true)
      return
    }
    return push(tokens, lookUp(stem, words) ?? stem, bare, raw, start, glued)
  }
  push(tokens, standard(bare, words), bare, raw, start, glued)
}

/** Words before a number that are often typed without a space: "tgl2", "rp2jt". */
const neverDoubled = new Set(
  'tgl tanggal jam pkl pukul nomor dusun bulan bln thn tahun pasal desa batch mei juni juli jan feb mar apr jun jul agt ags agu sep okt nov des total jml hasil ada sekitar rt rw'.split(
    ' ',
  ),
)

function push(tokens: Token[], text: string, low: string, raw: string, start: number, glued: boolean) {
  const end = start + raw.length
  // one string for both where they are the same: telling them apart is quick
  if (text === low) tokens.push({ kind: 'word', text, low: text, raw, start, end, glued })
  else if (!text.includes(' ')) tokens.push({ kind: 'word', text, low, raw, start, end, glued })
  else for (const part of text.split(' ')) tokens.push({ kind: 'word', text: part, low: part, raw, start, end, glued })
}

/** The standard form of an unlisted word: letters repeated for emphasis, clitics, number words run together. */
function standard(word: string, words: ReadonlyMap<string, string>): string {
  if (word.length > 40) return word
  if (repeated.test(word)) {
    const single = word.replace(repeats, '$1')
    const found = lookUp(single, words)
    if (found !== undefined) return found
    const double = word.replace(triples, '$1$1')
    const known = lookUp(double, words)
    if (known !== undefined) return known
  }
  const stem = stemOf(word, words)
  if (stem !== undefined) return stem
  if (laughter.test(word)) return 'hehe'
  if (word.length >= 6) {
    const split = splitNumberWords(word, words)
    if (split) return split
  }
  return word
}
const repeated = /(\p{L})\1/u
const repeats = /(\p{L})\1+/gu
const triples = /(\p{L})\1{2,}/gu
/** "hihihi", "wkwkwkk", "haahaha" */
const laughter = /^(?:(?:h[aei]+){2,}h?|(?:wk|kw){2,}\w{0,2}|(?:xi){2,})$/

/** The word without -nya, -lah or an ending of Makassar that leaves it what it is. */
function stemOf(word: string, words: ReadonlyMap<string, string>): string | undefined {
  // "nanti kutanyakan"
  if (word.startsWith('ku') && answered.test(word)) return `saya ${word.slice(2)}`
  const last = word.at(-1)!
  if (last === 'x') return word.length > 3 ? lookUp(word.slice(0, -1), words) : undefined
  const two = word.slice(-2)
  if (last === 'a' || last === 'h') {
    const clitic = word.endsWith('nya') || word.endsWith('lah')
    if (clitic && word.length > 5) return lookUp(word.slice(0, -3), words)
    return two === 'ta' ? ownOf(word, words) : undefined
  }
  if (word.length < 5) return undefined
  if (two === 'mi' || two === 'ji' || two === 'mo') {
    const stem = word.slice(0, -2)
    return lookUp(stem, words) ?? (stem.length > 3 && isKnown(stem) && !isKnown(word) ? stem : undefined)
  }
  // "malampi" is of the evening all the same; "selesaipi" would be "only when it is done"
  if (two === 'pi') {
    const stem = lookUp(word.slice(0, -2), words)
    return stem !== undefined && stillSo.has(stem) ? stem : undefined
  }
  return two === 'ki' || two === 'ko' || two === 'ku' ? ownOf(word, words) : undefined
}
const answered =
  /^ku(?:tulis|ketik|jawab|balas|isi|kirim|kabari|cek|lihat|cari|hitung|tanya|tanyakan|telpon|telepon|cerita|ceritakan|sampaikan)$/
const stillSo = new Set(['belum', 'nanti', 'sebentar', 'besok', 'lusa', 'pagi', 'siang', 'sore', 'malam'])
/** "nomorki", "desata": ours, yours. */
const ownOf = (word: string, words: ReadonlyMap<string, string>) => {
  // "nota" is no number
  if (word.length < 6) return undefined
  const stem = lookUp(word.slice(0, -2), words)
  return stem !== undefined && owned.has(stem) ? stem : undefined
}
const owned = new Set(['nomor', 'desa', 'negeri', 'kelompok', 'kecamatan', 'uang'])

const isKnown = (word: string) => known.has(word)

const lookUp = (word: string, words: ReadonlyMap<string, string>) => words.get(word)

/** "duapuluhlima" → "dua puluh lima"; undefined unless the whole word is number words. */
function splitNumberWords(word: string, words: ReadonlyMap<string, string>): string | undefined {
  const parts: string[] = []
  let rest = word
  while (rest) {
    const part = joinable.get(rest[0]!)?.find((candidate) => rest.startsWith(candidate))
    if (!part) return undefined
    parts.push(words.get(part) ?? part)
    rest = rest.slice(part.length)
  }
  return parts.join(' ')
}
/** By their first letter, the longest first. */
const joinable: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [
    ...Object.keys(unitWords),
    ...Object.keys(scaleWords),
    'sepuluh',
    'sebelas',
    'seratus',
    'seribu',
    'sejuta',
    'setengah',
    'belas',
    'puluh',
    'pulu',
    'ratus',
    'rupiah',
  ].sort((a, b) => b.length - a.length),
  (word) => word[0]!,
)

function standardWords(lexicon?: Lexicon): ReadonlyMap<string, string> {
  if (!lexicon?.words) return shipped
  let words = extended.get(lexicon)
  if (!words) {
    const merged = new Map(shipped)
    for (const [local, meaning] of Object.entries(lexicon.words)) merged.set(local.toLowerCase(), meaning.toLowerCase())
    extended.set(lexicon, merged)
    words = merged
  }
  return words
}
const extended = new WeakMap<Lexicon, ReadonlyMap<string, string>>()

const plainWord = /^[a-z]+$/
/** Letters that stand for something else: an office, a deadline. */
const abbreviations = new Set(['ppk', 'ddl', 'hnd', 'sty', 'clr', 'prg'])

/** Words of content: of the choices, and of every day. */
const choosing = choiceWords.flatMap(({ words }) => words.split(/[ ,]+/)).filter((word) => /^[a-z]{3,}$/.test(word))
const known: ReadonlySet<string> = new Set([...choosing, ...commonWords.trim().split(/\s+/)])

const shipped: ReadonlyMap<string, string> = (() => {
  const words = new Map<string, string>()
  for (const table of [spellings, numberSpellings])
    for (const [standardWord, typed] of Object.entries(table)) {
      for (const spelling of typed.split(' ')) if (spelling) words.set(spelling, standardWord)
      if (!standardWord.includes(' ')) words.set(standardWord, standardWord)
    }
  for (const [joined, parts] of Object.entries(joinedCounts)) words.set(joined, parts)
  for (const word of Object.keys({ ...unitWords, ...scaleWords })) words.set(word, word)
  for (const [bare, word] of skeletons(words)) words.set(bare, word)
  return words
})()

/** Words typed in haste without their vowels: three consonants or more, and of no other word that is known here. */
function skeletons(words: ReadonlyMap<string, string>): Map<string, string> {
  const standing = new Set([...Object.keys(spellings), ...Object.keys(numberSpellings), ...choosing])
  const units = Object.entries(unitSpellings).flatMap(([unit, typed]) => [unit, ...typed.split(' ')])
  const taken = new Set([...units, ...monthSpellings, ...weekdaySpellings].flatMap((typed) => typed.split(' ')))
  const owners = new Map<string, Set<string>>()
  for (const word of new Set([...standing, ...known, ...taken])) {
    const bare = skeleton(word)
    if (bare !== word && bare.length > 2) owners.set(bare, (owners.get(bare) ?? new Set()).add(words.get(word) ?? word))
  }
  const found = new Map<string, string>()
  for (const [bare, [word, other]] of [...owners].map(([bare, of]) => [bare, [...of]] as const))
    if (
      word &&
      !other &&
      standing.has(word) &&
      bare[0] === word[0] &&
      plainWord.test(bare) &&
      !abbreviations.has(bare) &&
      !words.has(bare) &&
      !known.has(bare) &&
      !taken.has(bare)
    )
      found.set(bare, word)
  return found
}
