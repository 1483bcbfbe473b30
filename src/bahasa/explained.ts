import * as words from './lexicon/explaining.ts'
import { type FoundNumber, findNumbers, type NumberOptions } from './numbers.ts'
import { roleOf } from './roles.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'
import { unitOf } from './units.ts'

// Parts of a reply that only explain: "maaf baru balas, sinyal hilang 5 hari. …", "…, yang kerja 11 orang", "…, nota belum
// ada". A part is what stands between two pauses. Each kind says which number is its own and which it cannot mean; a part
// goes only where the answer is in another part, nothing in it can touch the answer, and every number in it is one the
// kind cannot mean. All else stays, and is judged by the kind as before.

export interface ExplanationRules {
  /** The number this kind asks for. There must be exactly one in the reply. */
  readonly owns: (number: FoundNumber, tokens: readonly Token[]) => boolean
  /** A number the kind cannot mean, where it stands in that part. */
  readonly foreign: (number: FoundNumber, part: readonly Token[], own: FoundNumber) => boolean
  /** Things that may be missing, late or unfinished without touching the answer. */
  readonly bystanders: ReadonlySet<string>
  /** Things there may be none of beside what was counted. */
  readonly absent?: ReadonlySet<string>
  /** Further words that may stand in a part that explains. */
  readonly lets?: ReadonlySet<string>
  /** Further words that may not. */
  readonly stops?: ReadonlySet<string>
  /** Where inside the answer's own part an explanation with a number begins: "untuk", "beli". */
  readonly opens?: ReadonlySet<string>
  /** Words for a whole: only beside one of them a part with numbers may come before the answer. */
  readonly sums?: ReadonlySet<string>
  /** Who did not come does not touch the number of those who did. */
  readonly absence?: true
  /** "tidak ada" is an answer of its own. */
  readonly none?: (part: readonly Token[]) => boolean
  /** What the rest is ("sisanya rawa") or what is left to do ("tinggal atap") does not touch the answer. */
  readonly rest?: true
  /** That others have not yet had or done it does not touch the answer. */
  readonly others?: true
  readonly numbers?: NumberOptions
}

/** "itu sudah termasuk …", "itu sudah sama …" */
const includes = (token: Token, before: Token | undefined) =>
  token.text === 'termasuk' || (before?.text === 'sudah' && (token.text === 'sama' || token.text === 'dengan'))

const touching = wordSet(words.touching)
const touchingAlone = wordSet(words.touchingAlone)
const excuses = wordSet(words.excuses)
const lost = wordSet(`${words.papers} ${words.bystanders}`)
/** What may be missing beside any answer, and beside one that no paper or person decides. */
export const bystanders = wordSet(words.bystanders)
export const allBystanders = wordSet(`${words.bystanders} ${words.papers} ${words.officers}`)

export function withoutExplanation(tokens: readonly Token[], rules: ExplanationRules): readonly Token[] {
  const parts = partsOf(tokens)
  if (parts.length === 1 && !tokens.some((token) => rules.opens?.has(token.text))) return tokens
  const numbers = findNumbers(tokens, rules.numbers)
  const owned = numbers.filter((number) => rules.owns(number, tokens))
  const own = owned[0]
  let lead: number
  if (own && owned.length === 1) lead = parts.findIndex(({ start, end }) => own.start >= start && own.start < end)
  else if (owned.length === 0) lead = parts.findIndex(({ start, end }) => rules.none?.(tokens.slice(start, end)))
  else return tokens
  if (lead < 0) return tokens
  const kept: Token[] = []
  for (const [i, { start, end }] of parts.entries()) {
    const part = tokens.slice(start, end)
    if (i === lead) kept.push(...(own ? withoutTail(tokens, start, end, own, rules) : part))
    else if (
      !(i < lead && !mayOpen(part, tokens.slice(parts[lead]!.start, parts[lead]!.end), rules)) &&
      explains(part, rules, own)
    )
      continue
    else kept.push(...part)
  }
  return kept.length === tokens.length ? tokens : kept
}

/** What stands between pauses, each part with the pause before it. */
export function partsOf(tokens: readonly Token[]): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = 0
  for (let i = 1; i < tokens.length; i++) {
    if (!opensPart(tokens, i)) continue
    parts.push({ start, end: i })
    start = i
  }
  parts.push({ start, end: tokens.length })
  return parts
}
const opensPart = (tokens: readonly Token[], i: number) => {
  const { text, glued } = tokens[i]!
  if (text === '\n' || text === ';') return true
  if (text === 'karena' || text === 'makanya') return tokens[i - 1]!.kind !== 'mark'
  if (text !== ',' && text !== '.') return false
  const next = tokens[i + 1]
  // ".5 ha" and "rp.500" are no pauses, nor is a dot behind a short word
  return next === undefined || !next.glued || (glued && next.kind === 'word')
}

/** A part before the answer is one of excuse, or speaks of other numbers where the answer is said to be the whole. */
const mayOpen = (part: readonly Token[], lead: readonly Token[], rules: ExplanationRules) =>
  part.some((token) => isOneOf(excuses, token)) ||
  (findNumbers(part, rules.numbers).length > 0 &&
    (rules.sums === undefined || lead.some((token) => rules.sums!.has(token.text))))

/** Nothing in the part can touch the answer, and its numbers are of something else. */
export function explains(
  part: readonly Token[],
  rules: Omit<ExplanationRules, 'owns'>,
  own: FoundNumber | undefined,
): boolean {
  const said = part.filter(
    (token, i) => i > 0 || (token.kind === 'word' && token.text !== 'karena') || token.kind === 'number',
  )
  if (said.length === 0 || said.every((token) => token.kind === 'mark')) return false
  const numbers = findNumbers(said, rules.numbers)
  // "2 juta, 3 ekor": a bare number of things explains nothing
  const bare = (token: Token, i: number) =>
    token.kind === 'mark' || isEmpty.has(token.text) || numbers.some(({ start, end }) => i >= start && i <= end)
  if (numbers.length > 0 && said.every(bare)) return false
  for (const [k, number] of numbers.entries()) {
    const role = roleOf(said, numbers, k)
    const next = said[number.end]
    const other =
      role === 'date' || role === 'time' || (role === 'label' && (next?.kind !== 'word' || unitOf(next) === undefined))
    if (!other && !(own ? rules.foreign(number, said, own) : rules.foreign(number, said, number))) return false
  }
  const inNumber = (i: number) => numbers.some((number) => i >= number.start && i < number.end)
  return said.every((token, i) => {
    if (inNumber(i) || rules.lets?.has(token.text)) return true
    if (rules.stops?.has(token.text) || rules.stops?.has(token.low)) return false
    if (token.text === 'itu' && rules.lets?.has('termasuk') && said.some((other, k) => includes(other, said[k - 1])))
      return true
    if (token.text === 'lain' && rules.others && groups.has(said[i - 1]?.text ?? '')) return true
    if (touching.has(token.text)) return false
    if (token.kind === 'mark') return true
    return !touchingAlone.has(token.text) || isOfOther(said, i, numbers, rules)
  })
}

/** "foto belum bisa kirim", "semen kurang 10 sak", "kerja tiap hari sabtu": what the word speaks of is no answer. */
function isOfOther(
  part: readonly Token[],
  i: number,
  numbers: readonly FoundNumber[],
  rules: Omit<ExplanationRules, 'owns'>,
) {
  const { text } = part[i]!
  const behind = numbers.some((number) => number.start === i + 1)
  if (text === 'cuma' || text === 'hanya' || text === 'lebih') return text !== 'lebih' && behind
  if (rules.absence && shares.has(text) && numbers.length > 0) return part.some((token) => gets.has(token.text))
  if (text === 'tiap' || text === 'setiap')
    return (
      days.has(part[i + 1]?.text ?? '') && habits.some((word) => part.some((t) => t.text === word || t.low === word))
    )
  if (text === 'sisa' || text === 'tinggal')
    return (
      rules.rest === true &&
      !postponed.has(part[i + 1]?.text ?? '') &&
      !numbers.some((number) => number.start <= i + 1) &&
      part[i + 1]?.kind === 'word'
    )
  // "foto menyusul kalau sinyal bagus"
  if (conditions.has(text)) return i > 1 && bystanders.has(part[i + 1]?.text ?? '') && part.length <= i + 4
  if (text === 'lewat') return ways.has(part[i - 1]?.text ?? '') || through.has(part[i + 1]?.text ?? '')
  // "cuaca lagi tidak bagus"
  if (text === 'lagi') return i + 1 < part.length && rules.bystanders.has(part[i - 1]?.text ?? '')
  if (text === 'per' || text === 'masing-masing') return false
  // "2 hari tidak ada sinyal"
  if (text === 'tidak' && part[i + 1]?.text === 'ada' && bystanders.has(part[i + 2]?.text ?? '')) return true
  if (rules.absence && isAbsence(part, i)) return true
  if (rules.others && isOfGroup(part, i)) return true
  // "ombak ambil sebagian": of what was counted
  if (text === 'sebagian' && takes.has(part[i - 1]?.text ?? '')) return false
  const spoken = text === 'sebagian' || text === 'hilang' || text === 'mati' ? lost : rules.bystanders
  const none = isAbsent(part, i) ? rules.absent : undefined
  // "12 perahu, yang jalan tidak ada": of those counted
  return part
    .slice(0, i)
    .some(
      (token, k) =>
        k >= i - 5 &&
        part[k - 1]?.text !== 'yang' &&
        (spoken.has(token.text) || spoken.has(stem(token.low)) || none?.has(token.text)),
    )
}
/** "guru tidak ada", "johnson tidak ada yang pakai"; "kambing tidak ada yang hidup" is of those counted. */
const isAbsent = (part: readonly Token[], i: number) =>
  part[i + 1]?.text === 'ada' &&
  ((part[i + 2]?.kind ?? 'mark') === 'mark' || (part[i + 2]!.text === 'yang' && uses.has(part[i + 3]?.text ?? '')))
const uses = wordSet('pakai punya jaga urus rawat bantu pegang mau')
/** "yang dari dusun jauh tidak datang", "banyak yang belum daftar": others, not those who were counted. */
const isAbsence = (part: readonly Token[], i: number) => {
  if (part[i]!.text !== 'tidak' && part[i]!.text !== 'belum') return false
  const before = part.slice(0, i).filter((token) => token.kind === 'word')
  return (
    part.slice(i + 1, i + 3).some((token) => comings.has(token.text)) &&
    before.some((token) => isOneOf(absentees, token) || allBystanders.has(token.text))
  )
}
/** ", kelompok di dusun bawah belum dapat giliran", ", yang lain belum daftar" */
const isOfGroup = (part: readonly Token[], i: number) =>
  (part[i]!.text === 'belum' || part[i]!.text === 'tidak') &&
  part.slice(i + 1, i + 3).some((token) => receives.has(token.text)) &&
  part
    .slice(0, i)
    .some(
      (token, k) =>
        (groups.has(token.text) && token.text !== 'yang') || (token.text === 'lain' && part[k - 1]?.text === 'yang'),
    )
const groups = wordSet('yang banyak kelompok dusun warga keluarga anggota kampung rt')
const receives = wordSet('dapat dapa terima kebagian timbang daftar lapor tahu dengar')
const takes = wordSet('ambil bawa makan hantam rusak curi hanyutkan sapu')
const comings = wordSet('hadir datang ikut sampai bisa daftar terdaftar sempat muncul tahu dengar')
const absentees = wordSet(
  'ibu2 ibu-ibu mama2 mama-mama perempuan laki sisa sisanya lain banyak dusun kampung rt dong dorang mereka bapak2 bapak-bapak pemuda',
)
/** "sisanya nanti": the count is not at its end. */
const postponed = wordSet('nanti menyusul besok akan')
const conditions = wordSet('kalau kalo klo kl')
const shares = wordSet('tiap setiap masing-masing')
const gets = wordSet('dapat dapa terima bawa membawa bawah')
const through = wordSet('dinas toko koperasi transfer bank pasar pengepul pembeli')
const ways = wordSet('bisa kirim dikirim jual dijual beli dibeli datang diangkut dibawa ribu')
const stem = (word: string) => (word.endsWith('nya') ? word.slice(0, -3) : word)
const isEmpty = wordSet('saja juga dan ada')
const days = wordSet('hari pagi sore malam siang sabtu minggu tanggal senin selasa rabu kamis jumat')
const habits =
  'dijual jual digembala gembala digembalakan diambil angkut diangkut kerja dikerjakan siram jaga rawat makan bertelur kumpul bersihkan kontrol urus pakan rapat latihan'.split(
    ' ',
  )

/** "4.750.000 untuk beli bibit 300 anakan": from the word that says what for, where a number of something else follows. */
function withoutTail(
  tokens: readonly Token[],
  start: number,
  end: number,
  own: FoundNumber,
  rules: ExplanationRules,
): readonly Token[] {
  const part = tokens.slice(start, end)
  const at = part.findIndex((token, i) => start + i >= own.end && rules.opens?.has(token.text))
  if (at >= 0) {
    const tail = part.slice(at)
    const [other] = findNumbers(tail, rules.numbers)
    // "12 juta untuk 4 unit" is as often the price of each
    if (
      other &&
      other.start > 1 &&
      explains([mark, ...tail], rules, own) &&
      !part.slice(0, at).some((token) => touching.has(token.text))
    )
      return part.slice(0, at)
  }
  // "untuk jalan tani 700 meter itu Rp 125.000.000"
  const first = part.findIndex((token) => token.kind !== 'mark')
  if (first < 0 || !rules.opens?.has(part[first]!.text)) return part
  const close = part.findIndex((token, i) => start + i < own.start && closesHead.has(token.text))
  if (close < 0) return part
  const head = part.slice(first, close)
  return findNumbers(head, rules.numbers).length > 0 && explains([mark, ...head], rules, own)
    ? part.slice(close + 1)
    : part
}
const closesHead = wordSet('itu habis total')
const mark: Token = { kind: 'mark', text: ',', low: ',', raw: ',', start: 0, end: 0, glued: false }
