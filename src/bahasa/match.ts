import {
  besideGeneric,
  choiceWords,
  futureWords,
  genericPhrases,
  stalledWords,
  unsettledWords,
} from './lexicon/choices.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { isPolite } from './reply.ts'
import { roleOf } from './roles.ts'
import { distance, skeleton, wordSet } from './similar.ts'
import { cleanText, type Token, tokenize } from './text.ts'
import type { ChoiceOption, Lexicon } from './types.ts'

// Which options a reply names. Options become phrases once per list; a reply is scanned for the longest phrases first,
// and only where nothing matched exactly is a misspelling considered.

export interface Hit {
  /** Index of the option. */
  readonly option: number
  readonly start: number
  readonly end: number
  /** Matched by a number, a phrase as listed, or a likely misspelling or abbreviation. */
  readonly by: 'number' | 'phrase' | 'likeness'
  /** A key word beside a word that makes another thing of it. */
  readonly doubtful?: true
}

export interface Scan {
  readonly hits: readonly Hit[]
  /** "belum selesai": named, but no option. */
  readonly unsettled: boolean
  readonly stalled: boolean
  /** A number that points to no option. */
  readonly badNumber: boolean
  /** A number between or beside those that choose, which itself does not: "1 2 3 dusun". */
  readonly strayNumber: boolean
  /** Tokens that belong to a hit. */
  readonly used: ReadonlySet<number>
  /** Options that a misspelling could equally mean. */
  readonly rivals: readonly number[]
}

interface Phrase {
  readonly words: readonly string[]
  readonly option: number
  /** A key word only: its neighbours in the label. Beside another word it may be another thing ("kepala dusun"). */
  readonly beside?: { readonly before: string | undefined; readonly after: string | undefined }
}

export interface OptionIndex {
  /** Codes and labels in small letters, for replies that are one of them letter for letter. */
  readonly exact: ReadonlyMap<string, number>
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Single words that point to one option, for misspellings. */
  readonly keywords: ReadonlyMap<string, number>
  readonly labels: readonly (readonly string[])[]
  readonly isStatus: boolean
  /** The list names problems: "tidak ada dana" there means that money is the problem. */
  readonly isProblems: boolean
  /** The list names where money comes from. */
  readonly isSources: boolean
  /** Option that excludes the others, or -1. */
  readonly none: number
}

const UNSETTLED = -1
const STALLED = -2

/** Words that never decide between options. */
const functionWords = wordSet(
  'sudah sedang masih lagi akan ada yang dan di ke dari untuk dengan pada tidak belum bukan jangan saja juga itu ini oleh atau karena tapi sama semua lain saya kami kita orang sangat sekali baru hanya cuma dibantu mau bisa nomor pilihan',
)
/** One likely option for a part of a list in which nothing was named: its only word of content, misspelt. */
export function likePart(tokens: readonly Token[], index: OptionIndex): number | undefined {
  const content = tokens.filter((token) => token.kind === 'word' && !functionWords.has(token.text) && !isPolite(token))
  if (content.length !== 1 || content[0]!.text.length < 3) return undefined
  const options = optionsLike(content[0]!.text, index)
  return options.size === 1 ? [...options][0] : undefined
}
export const isFunctionWord = (word: string): boolean => functionWords.has(word)
const negative = wordSet('tidak belum bukan jangan tanpa')

const cache = new WeakMap<readonly ChoiceOption[], Map<Lexicon | undefined, OptionIndex>>()

export function indexOptions(options: readonly ChoiceOption[], lexicon?: Lexicon): OptionIndex {
  let byLexicon = cache.get(options)
  if (!byLexicon) cache.set(options, (byLexicon = new Map()))
  let index = byLexicon.get(lexicon)
  if (!index) byLexicon.set(lexicon, (index = buildIndex(options, lexicon)))
  return index
}

const wordsOfText = (text: string, lexicon?: Lexicon): string[] =>
  tokenize(cleanText(text), lexicon)
    .filter((token) => token.kind !== 'mark' || token.text === '*')
    .map((token) => token.text)

function buildIndex(options: readonly ChoiceOption[], lexicon?: Lexicon): OptionIndex {
  const phrases = new Map<string, Phrase>()
  const owners = new Map<string, Set<number>>()
  const labels: string[][] = []
  const add = (text: string, option: number) => {
    const words = wordsOfText(text, lexicon)
    if (words.length > 0) {
      const key = words.join(' ')
      phrases.set(`${key}|${option}`, { words, option })
      owners.set(key, (owners.get(key) ?? new Set()).add(option))
    }
  }
  const problems = options.some((option) => /^(cuaca|hama)/i.test(option.label))
  for (const [i, option] of options.entries()) {
    const label = wordsOfText(option.label, lexicon)
    labels.push(label)
    add(option.label, i)
    add(option.code.replaceAll('_', ' '), i)
    for (const part of option.label.split(labelBreaks)) add(part, i)
    // "orang" alone may mean Tenaga, "belum bisa" Keterampilan; in "orang belum bisa melaut" they mean nothing in particular
    for (const synonym of option.synonyms ?? []) if (!isEveryday(synonym, problems)) add(synonym, i)
    const names = [option.code.toLowerCase(), option.label.toLowerCase()]
    for (const row of choiceWords)
      if (row.names.split(', ').some((name) => names.includes(name)))
        for (const words of row.words.split(', ')) add(words, i)
    for (const [name, words] of Object.entries(lexicon?.choices ?? {}))
      if (names.includes(name.toLowerCase())) for (const word of words) add(word, i)
  }
  const states = new Set(options.flatMap((option) => [option.code, option.label.toLowerCase()]))
  const isStatus =
    (states.has('selesai') || states.has('sudah selesai')) &&
    (states.has('berjalan') || states.has('sedang berjalan') || states.has('diproses'))
  if (isStatus) {
    for (const words of unsettledWords.split(', ')) add(words, UNSETTLED)
    for (const words of stalledWords.split(', ')) add(words, STALLED)
  }
  // a word of one label only, unless that label is a negated one: "mulai" does not mean "Belum mulai"
  const keyword = new Map<string, number>()
  const inLabels = new Map<string, Set<number>>()
  for (const [i, label] of labels.entries())
    for (const word of label) inLabels.set(word, (inLabels.get(word) ?? new Set()).add(i))
  for (const [word, where] of inLabels) {
    const [option] = where
    if (where.size !== 1 || option === undefined || functionWords.has(word) || word.length < 3) continue
    if (labels[option]!.some((other) => negative.has(other))) continue
    const owned = owners.get(word)
    if (owned && (owned.size > 1 || !owned.has(option))) continue
    keyword.set(word, option)
    if (phrases.has(`${word}|${option}`)) continue
    const label = labels[option]!
    const at = label.indexOf(word)
    phrases.set(`${word}|${option}`, { words: [word], option, beside: { before: label[at - 1], after: label[at + 1] } })
  }
  for (const [key, where] of owners) {
    const [option] = where
    if (
      where.size === 1 &&
      option !== undefined &&
      option >= 0 &&
      !key.includes(' ') &&
      key.length >= 4 &&
      !functionWords.has(key)
    )
      keyword.set(key, option)
  }
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases.values())
    byFirst.set(phrase.words[0]!, [...(byFirst.get(phrase.words[0]!) ?? []), phrase])
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  const exact = new Map(options.map((option, i) => [option.label.toLowerCase(), i] as const))
  for (const [i, { synonyms }] of options.entries())
    for (const synonym of synonyms ?? []) {
      const word = synonym.trim().toLowerCase()
      if (isEveryday(word, problems) && !exact.has(word)) exact.set(word, i)
    }
  for (const [i, { code }] of options.entries()) if (!/^\d+$/.test(code)) exact.set(code.toLowerCase(), i)
  return {
    exact,
    byFirst,
    keywords: keyword,
    labels,
    isStatus,
    isProblems: problems,
    isSources: options.some((option) => option.code === 'swadaya'),
    none: options.findIndex(
      (option) => /^(tidak[ _]ada|nihil)$/i.test(option.label.trim()) || option.code === 'tidak_ada',
    ),
  }
}
/** A synonym of words that stand in any sentence; in a list of problems that may be more than one word. */
const isEveryday = (synonym: string, problems: boolean): boolean => {
  const words = synonym.trim().toLowerCase().split(' ')
  return words.length <= (problems ? 2 : 1) && words.every((word) => functionWords.has(word))
}

const labelBreaks = /[,&/()]| dan /

/** Everything in the reply that points to an option. */
export function scan(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  several: boolean,
): Scan {
  const numbers = readIndexes(tokens, options, index, several)
  const spans: (Phrase & { start: number; end: number })[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'mark') continue
    for (const phrase of phrasesAt(index, tokens[i]!)) {
      const end = phraseEnd(tokens, i, phrase.words)
      if (end && phrase.words.includes('*') && !opensReply(tokens, i)) continue
      if (end && phrase.words.length === 1 && isOtherKind(tokens, i)) continue
      if (end && isRoad(tokens, { start: i, end })) continue
      if (end && (isSeason(tokens, i) || isWay(tokens, i))) continue
      if (end) spans.push({ ...phrase, start: i, end })
    }
  }
  spans.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const used = new Set<number>(numbers.used)
  const hits: Hit[] = [...numbers.hits]
  const taken = new Set<string>()
  let unsettled = false
  let stalled = false
  for (const span of spans) {
    const place = `${span.start}-${span.end}`
    // the same words may belong to two options; other overlaps lose to the longer phrase
    if (!taken.has(place) && overlaps(used, span)) continue
    taken.add(place)
    for (let i = span.start; i < span.end; i++) used.add(i)
    if (span.option === UNSETTLED) unsettled = true
    else if (span.option === STALLED) stalled = true
    else
      hits.push({
        option: span.option,
        start: span.start,
        end: span.end,
        by: 'phrase',
        ...(isOtherThing(tokens, span) && { doubtful: true }),
      })
  }
  let rivals: readonly number[] = []
  if (hits.length === 0 && !unsettled && !stalled) {
    const like = likeness(tokens, index)
    rivals = like.rivals
    if (like.hit) {
      hits.push(like.hit)
      used.add(like.hit.start)
    }
  }
  return { hits, unsettled, stalled, badNumber: numbers.bad, strayNumber: numbers.stray, used, rivals }
}

/** "alat lain" is a tool, not *Lainnya*; "kendala lain" is. */
const isOtherKind = (tokens: readonly Token[], i: number) => {
  const before = tokens[i - 1]
  if (tokens[i]!.text !== 'lain' || before?.kind !== 'word') return false
  return !openLain.has(before.text) && !isPolite(before) && !otherKinds.has(before.low)
}
const openLain = wordSet('yang dan dengan sama atau juga nomor pilihan ya itu ada lalu saya untuk')
const otherKinds = wordSet('kendala masalah alasan sumber pihak hambatan dukungan kebutuhan pilihan jawaban')

/** "jalan tani", "ke jalan desa", "jalan rusak": a road, not work that goes on. */
const roads = wordSet(
  'tani desa rabat raya setapak lingkungan masuk poros usaha rusak putus licin buntu kampung dusun aspal tanah rabat penghubung',
)
const toRoads = wordSet('ke di bangun bikin buat perbaikan pembangunan buka pembukaan')
const isRoad = (tokens: readonly Token[], { start, end }: { start: number; end: number }) =>
  end === start + 1 &&
  tokens[start]!.low.replace(/^jln$/, 'jalan') === 'jalan' &&
  (roads.has(tokens[end]?.text ?? '') || toRoads.has(tokens[start - 1]?.text ?? ''))

/** "sejak musim panen": since when, no weather. */
const isSeason = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === 'musim' && since.has(tokens[i - 1]?.text ?? '') && works.has(tokens[i + 1]?.text ?? '')
/** "jalan ke kebun licin": where the way leads. */
const isWay = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === 'kebun' && tokens[i - 1]?.text === 'ke' && tokens[i - 2]?.text === 'jalan'
const since = wordSet('sejak selama waktu saat pas mulai')
const works = wordSet('panen tanam cengkeh pala kopra durian pesta nikah')

/** "dana sendiri" is not *Dana Desa*, "kepala dusun" not *Kepala desa*; a misspelt neighbour is the neighbour. */
function isOtherThing(
  tokens: readonly Token[],
  { beside, start, end }: Phrase & { start: number; end: number },
): boolean {
  if (relatives.has(tokens[start - 1]?.text ?? '')) return true
  // "sementara cari dana" is no work in progress
  if (end === start + 1 && under.has(tokens[start]!.text) && notWork.has(tokens[end]?.text ?? '')) return true
  if (!beside) return false
  // "dana" alone is not yet *Dana Desa*
  if (genericHeads.has(tokens[start]!.text) && beside.after !== undefined && tokens[end]?.text !== beside.after)
    return true
  const differs = (token: Token | undefined, expected: string | undefined) => {
    if (expected === undefined || token?.kind !== 'word' || functionWords.has(token.text) || isPolite(token))
      return false
    if (predicates.has(token.text)) return false
    return !(
      token.text === expected ||
      isMisspelt(token.text, expected) ||
      skeleton(expected) === skeleton(token.text) ||
      expected.startsWith(token.text)
    )
  }
  return differs(tokens[start - 1], beside.before) || differs(tokens[end], beside.after)
}
const under = wordSet('sementara sedang lagi masih')
const genericHeads = wordSet('dana uang bantuan program')
/** "istri kades" and "mantan kades" are not the kades. */
const relatives = wordSet('istri isteri suami mantan bekas eks wakil keluarga sopir ajudan anaknya')

/** What is said of a thing does not make another thing of it. */
const predicates = wordSet(
  'kurang rusak mahal habis terlambat tidak belum masih banyak besar turun jatuh buruk terus cair mati ada perlu butuh minta karena bulan tahun minggu hari tanggal waktu lalu kemarin',
)

const overlaps = (used: ReadonlySet<number>, span: { start: number; end: number }) => {
  for (let i = span.start; i < span.end; i++) if (used.has(i)) return true
  return false
}

/** "lagi tanam" opens a reply; in "2 bulan lagi selesai" the same words mean something else. */
const opensReply = (tokens: readonly Token[], start: number) =>
  tokens.slice(0, start).every((token) => token.kind === 'mark' || functionWords.has(token.text) || isPolite(token))

const generic = new Set(genericPhrases.split(', '))
const besideWords = wordSet(besideGeneric)
/** "tidak ada pak, sudah cukup" */
const fine = wordSet('cukup aman lancar')

/** A general "tidak ada" or "belum" beside a word that was not understood. */
export function isGenericBeside(
  tokens: readonly Token[],
  hit: Hit,
  used: ReadonlySet<number>,
  index: OptionIndex,
): boolean {
  if (hit.by !== 'phrase') return false
  const words = tokens.slice(hit.start, hit.end).map((token) => token.text)
  if (!generic.has(words.join(' '))) return false
  const foreign = (i: number) => {
    const token = tokens[i]
    return (
      token?.kind === 'word' &&
      !used.has(i) &&
      (!functionWords.has(token.text) || token.text === 'orang') &&
      !besideWords.has(token.text) &&
      !besideWords.has(token.low) &&
      !(hit.option === index.none && fine.has(token.text)) &&
      // "blm mualai"
      !(index.labels[hit.option] ?? []).some((word) => word.length >= 4 && isMisspelt(token.text, word)) &&
      !isPolite(token)
    )
  }
  const skip = (from: number, step: number) => {
    let i = from
    while (tokens[i]?.kind === 'word' && tokens[i]!.text !== 'karena' && !used.has(i) && !foreign(i)) i += step
    return i
  }
  return foreign(skip(hit.start - 1, -1)) || foreign(skip(hit.end, 1))
}

/** Where a phrase that begins at `start` ends; commas and politeness inside are let be. */
function phraseEnd(tokens: readonly Token[], start: number, words: readonly string[]): number {
  let i = start
  for (const [k, word] of words.entries()) {
    if (k > 0)
      while (
        i < tokens.length &&
        (inside.has(tokens[i]!.text) ||
          (words[0] === 'belum' && word !== tokens[i]!.text && subjects.has(tokens[i]!.text)) ||
          (word !== tokens[i]!.text && word !== '*' && isPolite(tokens[i]!)))
      )
        i++
    const token = tokens[i]
    if (
      !token ||
      token.kind === 'mark' ||
      (word !== '*' && token.text !== word && token.low !== word && stemOf(token) !== word)
    )
      return 0
    if (
      word === '*' &&
      (token.kind !== 'word' || functionWords.has(token.text) || notWork.has(token.text) || isPolite(token))
    )
      return 0
    i++
  }
  return i
}
/** "alatnya" is alat. */
const stemOf = ({ low }: Token) => (low.length > 5 && low.endsWith('nya') ? low.slice(0, -3) : low)

const none: readonly Phrase[] = []
const phrasesAt = (index: OptionIndex, token: Token) =>
  index.byFirst.get(token.text) ?? index.byFirst.get(stemOf(token)) ?? none

/** "belum kami kerjakan" */
const subjects = wordSet('kami kita saya katong kitong torang dong dorang mereka')
const inside = wordSet('& / dan -')
/** "sedang menunggu dana" is no work in progress. */
const notWork = wordSet(
  `${stalledWords.replaceAll(',', '')} ${futureWords} mengurus urus usahakan diusahakan mengusulkan saya kami kita katong beta dong dorang dikerjakan dilaksanakan jalan mulai pakai pake dipakai serah diserahkan diresmikan foto laporan kirim lapor cari mencari usul diusulkan musyawarah rapat bahas kumpul sakit libur kosong`,
)

// Numbers as choices

const ordinals: ReadonlyMap<string, number> = new Map(
  'pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh'
    .split(' ')
    .map((word, i) => [word, i + 1] as const)
    .concat([['kesatu', 1]]),
)
const marks = wordSet('nomor pilihan ke angka')
const beside = wordSet('lalu kemudian terus juga dan sama dengan , ; / + & - . ) ( : \n plus')

function readIndexes(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  several: boolean,
): { hits: Hit[]; used: Set<number>; bad: boolean; stray: boolean } {
  const hits: Hit[] = []
  const used = new Set<number>()
  let bad = false
  let stray = false
  const push = (value: number, start: number, end: number) => {
    if (Number.isInteger(value) && value >= 1 && value <= options.length)
      hits.push({ option: value - 1, start, end, by: 'number' })
    else bad = true
    for (let i = start; i < end; i++) used.add(i)
  }
  const numbers = findNumbers(tokens)
  for (const [k, number] of numbers.entries()) {
    // "satu saja nomor 2": how many, then which
    if (
      number.value === 1 &&
      number.spelled &&
      tokens[number.end]?.text === 'saja' &&
      tokens[number.end + 1]?.text === 'nomor'
    )
      continue
    if (!isIndex(tokens, numbers, k)) {
      stray ||=
        roleOf(tokens, numbers, k) === undefined && (touchesNumber(numbers, k) || closesReply(tokens[number.end]))
      continue
    }
    // a label or code that is a number itself ("2024") is read as such
    const literal = tokens[number.start]!.text
    if (number.end === number.start + 1 && index.byFirst.get(literal)?.some((phrase) => phrase.words.length === 1))
      continue
    if (several && number.literal && number.literal.length <= 60 && /[.,]/.test(number.literal)) {
      const parts = number.literal.split(/[.,]/)
      for (const part of parts) push(part.length <= 2 ? Number(part) : -1, number.start, number.end)
    } else if (number.problem && !(number.literal && /^\d+$/.test(number.literal))) bad = true
    else push(number.value, number.start, number.end)
  }
  for (const [i, token] of tokens.entries()) {
    const value = ordinals.get(token.text)
    if (value !== undefined && !used.has(i) && tokens[i - 1]?.text !== 'hari') push(value, i, i + 1)
  }
  return { hits, used, bad, stray: stray && hits.length > 0 }
}

const touchesNumber = (numbers: readonly FoundNumber[], k: number) =>
  numbers[k - 1]?.end === numbers[k]!.start || numbers[k + 1]?.start === numbers[k]!.end
const closesReply = (after: Token | undefined) => !after || listed.has(after.text)
const listed = wordSet(', ; \n dan sama')

/** A number that chooses, not one that counts ("berjalan 2 bulan", "60 persen", "dusun 2"). */
function isIndex(tokens: readonly Token[], numbers: readonly FoundNumber[], k: number): boolean {
  const number = numbers[k]!
  const before = previous(tokens, number.start)
  const after = tokens[number.end]
  if (marks.has(before?.text ?? '')) return true
  const role = roleOf(tokens, numbers, k)
  if (role !== undefined || number.scale > 0 || before?.text === 'batch') return false
  if (after?.text === '%' || after?.text === 'persen') return false
  const opens =
    !before ||
    before.kind === 'mark' ||
    beside.has(before.text) ||
    before.kind === 'number' ||
    starters.has(before.text) ||
    isPolite(before)
  const closes =
    !after ||
    after.kind === 'mark' ||
    beside.has(after.text) ||
    after.kind === 'number' ||
    enders.has(after.text) ||
    isPolite(after) ||
    marks.has(after.text)
  const behindOther = numbers[k - 1]?.end === number.start
  const beforeOther = numbers[k + 1]?.start === number.end
  if ((opens || behindOther) && (closes || beforeOther)) return true
  // "2 sedang berjalan": a number in front of a label
  return !before && after?.kind === 'word' && !counted.has(after.text)
}
const starters = wordSet(
  'yang saya pilih jawab atau antara sampai itu maksud salah eh bukan tapi melainkan betul butuh perlu minta mau kendala kendalanya masalah masalahnya adalah dukungan cukup keduanya ketiganya semua yaitu yakni ialah',
)
const enders = wordSet(
  'dulu cukup ya saja atau sampai itu yang karena juga lagi keduanya ketiganya semua saya tapi bukan melainkan',
)
const counted = wordSet(
  'kendala hal masalah hambatan macam poin jenis dukungan kebutuhan orang ekor kali bulan minggu hari tahun jam persen unit paket kg ha desa dusun kelompok batang pohon juta ribu',
)

const previous = (tokens: readonly Token[], i: number): Token | undefined => {
  let at = i - 1
  while (
    at >= 0 &&
    (tokens[at]!.text === '.' || tokens[at]!.text === '-' || tokens[at]!.text === '(' || tokens[at]!.text === ':')
  )
    at--
  return tokens[at]
}

// Misspellings and abbreviations

const vowels = /[aeiou]/
const repeats = /(\p{L})\1+/gu

/** One likely option when nothing was named exactly: the reply's only word of content, misspelt or cut short. */
function likeness(tokens: readonly Token[], index: OptionIndex): { hit?: Hit; rivals: readonly number[] } {
  const content = tokens.flatMap((token, i) =>
    token.kind === 'word' && !functionWords.has(token.text) && !isPolite(token) ? [{ token, i }] : [],
  )
  if (content.length === 0 || content.length > 6) return { rivals: [] }
  const joined = splitWord(tokens, index)
  if (joined) return { hit: joined, rivals: [] }
  const votes = new Map<number, number>()
  const rivals = new Set<number>()
  for (const { token, i } of content) {
    const options = optionsLike(token.text, index)
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

function optionsLike(word: string, index: OptionIndex): Set<number> {
  const found = new Set<number>()
  if (word.length < 2 || word.length > 30) return found
  for (const [i, label] of index.labels.entries()) {
    if (label.length >= 2 && word.length >= 2 && word === label.map((part) => part[0]).join('')) found.add(i)
    // the beginning of a label, or of a word that only one label has
    if (word.length >= 3 && label.join('').startsWith(word) && !label.some((part) => negative.has(part))) found.add(i)
  }
  for (const [keyword, option] of index.keywords) {
    if (word.length >= 3 && keyword.startsWith(word) && keyword.length > word.length + 1) found.add(option)
    else if (word.length >= 3 && keyword.length >= 4 && skeleton(keyword) === word) found.add(option)
    else if (isMisspelt(word, keyword)) found.add(option)
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
  if (word.length > target.length && word.replace(repeats, '$1') === target.replace(repeats, '$1')) return true
  // "dna", "hma": a short word that lost one vowel inside
  if (word.length === 3 && target.length === 4)
    return [1, 2].some((i) => vowels.test(target[i]!) && target.slice(0, i) + target.slice(i + 1) === word)
  if (word.length < 4 && target.length < 5) return false
  if (target.length <= 5) {
    if (word.length === target.length - 1) return distance(word, target, 1) === 1
    return (
      word.length === target.length &&
      [...word].sort().join('') === [...target].sort().join('') &&
      distance(word, target, 1) === 1
    )
  }
  return distance(word, target, target.length >= 9 ? 2 : 1) <= (target.length >= 9 ? 2 : 1)
}
