import { besideGeneric, futureWords, genericPhrases, stalledWords } from './lexicon/choices.ts'
import { functionWords, type OptionIndex, OTHER, type Phrase, STALLED, UNSETTLED } from './match-index.ts'
import { type Hit, readIndexes } from './match-numbers.ts'
import { isMisspelt, likeness } from './misspelt.ts'
import { isPolite } from './reply.ts'
import { skeleton, wordSet } from './similar.ts'
import type { Token } from './text.ts'
import type { ChoiceOption } from './types.ts'

// Which options a reply names. Options become phrases once per list; a reply is scanned for the longest phrases first,
// and only where nothing matched exactly is a misspelling considered.

export interface Scan {
  readonly hits: readonly Hit[]
  /** "belum selesai": named, but no option. */
  readonly unsettled: boolean
  readonly stalled: boolean
  /** Another thing that holds a key word. */
  readonly other: boolean
  /** A number that points to no option. */
  readonly badNumber: boolean
  /** A number between or beside those that choose, which itself does not: "1 2 3 dusun". */
  readonly strayNumber: boolean
  /** Tokens that belong to a hit. */
  readonly used: ReadonlySet<number>
  /** Options that a misspelling could equally mean. */
  readonly rivals: readonly number[]
}

/** Everything in the reply that points to an option. */
export const scan = (
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  several: boolean,
): Scan => orLikely(scanNamed(tokens, options, index, several), tokens, index)

/** The same with a likely misspelling, where nothing was named as it is spelled. */
export function orLikely(found: Scan, tokens: readonly Token[], index: OptionIndex): Scan {
  if (found.hits.length > 0 || found.unsettled || found.stalled || found.other) return found
  const { hit, rivals } = likeness(tokens, index)
  return hit ? { ...found, hits: [hit], used: new Set([...found.used, hit.start]), rivals } : { ...found, rivals }
}

interface Span {
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
}

/** What the reply names as it is spelled. */
export function scanNamed(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  several: boolean,
): Scan {
  const numbers = readIndexes(tokens, options, index, several)
  const spans: Span[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'mark') continue
    for (const phrase of phrasesAt(index, tokens[i]!)) {
      const end = phraseEnd(tokens, i, phrase.words)
      if (end && phrase.words.includes('*') && !opensReply(tokens, i)) continue
      if (end && phrase.words.length === 1 && isOtherKind(tokens, i)) continue
      if (end && isRoad(tokens, { start: i, end })) continue
      if (end && (isSeason(tokens, i) || isWay(tokens, i) || (end === i + 1 && isPlace(tokens, i)))) continue
      if (end) spans.push({ phrase, start: i, end })
    }
  }
  if (spans.length > 1) spans.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const used = new Set<number>(numbers.used)
  const hits: Hit[] = [...numbers.hits]
  const taken: Span[] = []
  let unsettled = false
  let stalled = false
  let other = false
  for (const span of spans) {
    // the same words may belong to two options; other overlaps lose to the longer phrase
    if (overlaps(used, span) && !taken.some(({ start, end }) => start === span.start && end === span.end)) continue
    taken.push(span)
    for (let i = span.start; i < span.end; i++) used.add(i)
    const { option } = span.phrase
    if (option === UNSETTLED) unsettled = true
    else if (option === STALLED) stalled = true
    else if (option === OTHER) other = true
    else
      hits.push({
        option,
        start: span.start,
        end: span.end,
        by: 'phrase',
        doubtful: isOtherThing(tokens, span),
      })
  }
  return { hits, unsettled, stalled, other, badNumber: numbers.bad, strayNumber: numbers.stray, used, rivals: [] }
}

/** "alat lain" is a tool, not *Lainnya*; "kendala lain" is. */
const isOtherKind = (tokens: readonly Token[], i: number) => {
  if (tokens[i]!.text !== 'lain') return false
  const before = tokens[i - 1]
  if (before?.kind !== 'word') return false
  return !openLain.has(before.text) && !isPolite(before) && !otherKinds.has(before.low)
}
const openLain = wordSet('yang dan dengan sama atau juga nomor pilihan ya itu ada lalu saya untuk')
const otherKinds = wordSet('kendala masalah alasan sumber pihak hambatan dukungan kebutuhan pilihan jawaban')

/** "jalan tani", "ke jalan desa", "jalan rusak": a road, not work that goes on. */
const roads = wordSet(
  'kaki tani desa rabat raya setapak lingkungan masuk poros usaha rusak putus licin buntu kampung dusun aspal tanah rabat penghubung keluar',
)
const stages = wordSet('tahap termin persen')
const toRoads = wordSet('rabat ke di bangun bikin buat perbaikan pembangunan buka pembukaan')
const onRoad = wordSet('jalan jln jalan-jalan')
const isRoad = (tokens: readonly Token[], { start, end }: { start: number; end: number }) =>
  end === start + 1 &&
  onRoad.has(tokens[start]!.low) &&
  (tokens[start]!.low === 'jalan-jalan' ||
    roads.has(tokens[end]?.text ?? '') ||
    (tokens[end]?.text === 'ke' && tokens[end + 1]?.kind === 'word' && !stages.has(tokens[end + 1]!.text)) ||
    toRoads.has(tokens[start - 1]?.text ?? ''))

/** "sejak musim panen", "musim ini hama yang berat": since when, no weather; "musim ini tidak menentu" is. */
const isSeason = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === 'musim' &&
  ((seasons.has(tokens[i + 1]?.text ?? '') && tokens.length > i + 2 && !weathers.has(tokens[i + 2]?.text ?? '')) ||
    (works.has(tokens[i + 1]?.text ?? '') &&
      (since.has(tokens[i - 1]?.text ?? '') || tokens.slice(i + 2, i + 4).some((token) => token.text === 'lewat'))))
const seasons = wordSet('ini itu lalu kemarin sekarang')
const weathers = wordSet('tidak kacau berubah terlambat lambat buruk jelek susah sulit berubah-ubah aneh')
/** "jalan ke kebun licin": where the way leads. */
const isWay = (tokens: readonly Token[], i: number) =>
  tokens[i]!.text === 'kebun' && tokens[i - 1]?.text === 'ke' && tokens[i - 2]?.text === 'jalan'
/** "kios di depan rumah", "homestay di pinggir laut": where it stands. */
const isPlace = (tokens: readonly Token[], i: number) =>
  i > 0 &&
  (everies.has(tokens[i - 1]!.low) || (i > 1 && beside.has(tokens[i - 1]!.text) && tokens[i - 2]!.text === 'di'))
const everies = wordSet('tiap setiap tiap2')
const beside = wordSet('depan muka pinggir samping belakang dekat tepi bawah atas')
const since = wordSet('karena sejak selama waktu saat pas mulai')
const works = wordSet('panen tanam cengkeh pala kopra durian pesta nikah')

/** "dana sendiri" is not *Dana Desa*, "kepala dusun" not *Kepala desa*; a misspelt neighbour is the neighbour. */
function isOtherThing(tokens: readonly Token[], { phrase: { beside }, start, end }: Span): boolean {
  if (start > 0 && relatives.has(tokens[start - 1]!.text)) return true
  // "tidak masalah" is no *Tidak*
  if (end === start + 1 && tokens[start]!.text === 'tidak' && harmless.has(tokens[end]?.text ?? '')) return true
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
const harmless = wordSet('masalah apa keberatan kenapa')
const under = wordSet('sementara sedang lagi masih')
const genericHeads = wordSet('dana uang bantuan program')
/** "istri kades" and "mantan kades" are not the kades. */
const relatives = wordSet(
  'anak calon mama cucu adik kakak ipar menantu istri isteri suami mantan bekas eks wakil keluarga sopir ajudan anaknya',
)

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
/** "alatnya" is alat, "modalji" modal. */
const stemOf = ({ low }: Token) => {
  if (low.length <= 5) return low
  if (low.endsWith('nya')) return low.slice(0, -3)
  return low.endsWith('ji') || low.endsWith('mi') || low.endsWith('ki') ? low.slice(0, -2) : low
}

const none: readonly Phrase[] = []
const phrasesAt = (index: OptionIndex, token: Token) => {
  const found = index.byFirst.get(token.text)
  if (found) return found
  const stem = stemOf(token)
  return stem === token.text ? none : (index.byFirst.get(stem) ?? none)
}

/** "belum kami kerjakan" */
const subjects = wordSet('kami kita saya katong kitong torang dong dorang mereka')
const inside = wordSet('& / dan -')
/** "sedang menunggu dana" is no work in progress. */
const notWork = wordSet(
  `${stalledWords.replaceAll(',', '')} ${futureWords} musim hujan kemarau duka kedukaan pesta ombak banjir batal nunggu dihentikan dana uang anggaran pencairan mengurus urus usahakan diusahakan mengusulkan saya kami kita katong beta dong dorang dikerjakan dilaksanakan jalan mulai pakai pake dipakai serah diserahkan diresmikan peresmian syukuran selamatan pengucapan foto laporan kirim lapor cari mencari usul diusulkan musyawarah rapat bahas kumpul sakit libur kosong`,
)
