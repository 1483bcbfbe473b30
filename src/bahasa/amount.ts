import { withoutComment, withoutReference, withoutSpeaker } from './comment.ts'
import { type ExplanationRules, withoutExplanation } from './explained.ts'
import { monthOf } from './months.ts'
import {
  type FoundNumber,
  findNumbers,
  isJoined,
  isVague,
  type NumberOptions,
  parseNumber,
  resemblesNumber,
} from './numbers.ts'
import { asksBack, asksWithWord, saysPending, saysUnknown } from './reply.ts'
import { durations, roleOf } from './roles.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'
import type { AskReason } from './types.ts'
import { unitOf } from './units.ts'

// One amount out of a reply: shared by whole numbers, decimals, money, percentages and quantities. People explain, so
// words around one clear number are let be; a second number, a restriction, or a word that changes the value is a question.

export interface Amount {
  readonly number: FoundNumber
  readonly approximate: boolean
  /** Tokens the number indexes point into: the reply without hedges and corrections. */
  readonly tokens: readonly Token[]
  /** "tidak ada", "nihil": nothing, said without a number. */
  readonly none?: true
}

export interface AmountOptions extends NumberOptions {
  /** "tidak ada" is 0. */
  readonly noneIsZero: boolean
  /** separuh is a half. */
  readonly halves?: boolean
  /** Which numbers and sentences beside the amount only explain it. */
  readonly explained?: ExplanationRules
}

export function readAmount(reply: readonly Token[], options: AmountOptions): Amount | AskReason {
  if (asksBack(reply)) return 'asked_back'
  const whole = withoutSpeaker(withoutReference(joinGroups(withoutEven(reply))))
  const bare = options.explained ? withoutExplanation(whole, options.explained) : whole
  const { tokens, approximate } = withoutHedges(withoutCorrection(withoutRemark(bare)))
  const all = findNumbers(tokens, options)
  const found = agreeing(tokens, all)
  if (found === 'words_differ') return found
  const none = noneAt(tokens)
  const roles = found.map((_, k) => roleOf(tokens, found, k))
  let candidates: readonly FoundNumber[] = found.filter((_, k) => roles[k] === undefined)
  if (candidates.length === 0 && found.length === 1 && (roles[0] === 'year' || roles[0] === 'duration'))
    candidates = found
  if (candidates.length === 0) {
    if (none !== undefined && options.noneIsZero)
      return saysUnknown(tokens) ? 'not_known' : readNone(tokens, none, approximate)
    if (saysUnknown(tokens) || saysPending(tokens)) return 'not_known'
    if (hasVague(tokens)) return 'vague'
    return asksWithWord(tokens) ? 'asked_back' : tokens.length === 0 ? 'empty' : 'unclear'
  }
  if (candidates.length > 1) {
    if (candidates.length === 2 && isRange(tokens, candidates[0]!, candidates[1]!)) return 'range'
    return 'several_values'
  }
  const number = candidates[0]!
  if (number.problem) return number.problem
  if (none !== undefined && number.value !== 0) return 'several_values'
  const spoilt = spoiler(tokens, number, none !== undefined)
  if (spoilt) return spoilt
  for (const [i, stray] of tokens.entries())
    if (strayNumberWords.has(stray.text) && !all.some((n) => i >= n.start && i < n.end)) return 'unclear'
  const [before, after] = [tokens[number.start - 1], tokens[number.end]]
  // "2o", "l2": a letter typed for a digit
  if (isStrayLetter(after, after?.glued, gluedLetters) || isStrayLetter(before, tokens[number.start]!.glued, xOnly))
    return 'unclear'
  for (const neighbour of [before, after])
    if (neighbour?.kind === 'word' && neighbour.text === neighbour.low && resemblesNumber(neighbour.low))
      return 'unclear'
  return { number, approximate, tokens }
}

/** "tiga orang makanya tidak ikut kerja": a sentence without a number behind a number and what it counts. */
const withoutRemark = (tokens: readonly Token[]): readonly Token[] =>
  withoutComment(tokens, {
    spoils: restrictions,
    answers: (lead) => findNumbers(lead).length === 1 && noneAt(lead) === undefined,
    rivals: (comment) => findNumbers(comment).length > 0 || comment.some((token) => strayNumberWords.has(token.text)),
  })

/** "tidak ada satu pun", "belum ada seorang pun": not even one is no one. */
function withoutEven(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.text === 'pun')
  if (at < 1) return tokens
  const from = tokens[at - 1]!.text === 'satu' ? at - 1 : tokens[at - 2]?.text === 'satu' ? at - 2 : -1
  const denied = from > 0 && tokens.slice(0, from).some((token) => token.text === 'tidak' || token.text === 'belum')
  if (!denied) return tokens
  // "tidak satu pun" is "tidak ada"
  const bare = tokens[from - 1]!.text === 'tidak' || tokens[from - 1]!.text === 'belum'
  return [
    ...tokens.slice(0, from),
    ...(bare ? [{ ...tokens[from]!, text: 'ada', low: 'ada' }] : []),
    ...tokens.slice(at + 1),
  ]
}

/** "8 750 000": groups of three with spaces between, the last of them zeros. */
export function joinGroups(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]!
    let end = i + 1
    if (first.kind === 'number' && /^[1-9]\d{0,2}$/.test(first.text))
      while (tokens[end]?.kind === 'number' && /^\d{3}$/.test(tokens[end]!.text)) end++
    const groups = tokens.slice(i, end)
    if (groups.length >= 3 && groups.length <= 5 && groups.at(-1)!.text === '000') {
      joined.push({ ...first, text: groups.map((group) => group.text).join('.') })
      i = end - 1
    } else joined.push(first)
  }
  return joined
}

const isStrayLetter = (token: Token | undefined, glued: boolean | undefined, allowed: ReadonlySet<string>) =>
  token?.kind === 'word' && token.low.length === 1 && glued === true && !allowed.has(token.low)
const gluedLetters = wordSet('x k m g l t h')
const xOnly = wordSet('x')

// Hedges

const hedges = wordSet(
  'sekitar kira hampir mungkin ± ~ kayaknya kayanya sepertinya rasanya rasa seingat mendekati diperkirakan barangkali kiranya',
)

/** "kurang lebih", "kira2", "±", "lebih dari": the value stands, marked approximate. Hedge words are taken out. */
export function withoutHedges(tokens: readonly Token[]): { tokens: readonly Token[]; approximate: boolean } {
  if (!tokens.some((t) => hedgeStarts.has(t.text))) return { tokens, approximate: false }
  const kept: Token[] = []
  let approximate = false
  for (let i = 0; i < tokens.length; i++) {
    const [a, b, c] = [tokens[i]!.text, tokens[i + 1]?.text, tokens[i + 2]?.text]
    let width = 0
    if ((a === 'kurang' && b === 'lebih') || (a === 'lebih' && b === 'kurang')) width = 2
    else if (a === '+' && b === '-') width = 2
    else if (a === '+' && b === '/' && c === '-') width = 3
    else if ((a === 'kalau' || a === 'kalo' || a === 'kl' || a === 'klo') && b === 'tidak' && c === 'salah') width = 3
    else if (a === 'lebih' && b === 'dari') width = 2
    // "lebih 60 persen"
    else if (a === 'lebih' && tokens[i + 1]?.kind === 'number' && kept.at(-1)?.kind !== 'number') width = 1
    // "20 lebih": a little over; not "lebih banyak", "20 lebih 5"
    else if (a === 'lebih' && kept.length > 0 && closes(tokens, i + 1)) width = 1
    // "rasanya enak" is of the tongue
    else if (hedges.has(a) && !(feels.has(a) && isTaste(tokens, i + 1))) width = 1
    if (width === 0) {
      kept.push(tokens[i]!)
      continue
    }
    approximate = true
    i += width - 1
  }
  return { tokens: kept, approximate }
}
const feels = wordSet('rasanya rasa')
const tastes = wordSet('enak manis gurih pahit asam asin lezat sedap pedas hambar segar mantap nikmat')
const degrees = wordSet('sangat juga memang sudah agak cukup masih')
const isTaste = (tokens: readonly Token[], i: number) =>
  tastes.has(tokens[i]?.text ?? '') || (degrees.has(tokens[i]?.text ?? '') && tastes.has(tokens[i + 1]?.text ?? ''))
const hedgeStarts = new Set([...hedges, 'kurang', 'lebih', '+', 'kalau', 'kalo', 'kl', 'klo'])

const closes = (tokens: readonly Token[], i: number) => {
  const token = tokens[i]
  return !token || (token.kind === 'mark' && token.text !== '-' && token.text !== '/') || afterMore.has(token.text)
}
const afterMore = wordSet('orang ekor pohon kg untuk dari di dana karena sudah saja sedikit')

// "eh salah, 12": the correction words before the first number

const corrections = wordSet('eh e salah keliru ralat maaf maksud saya koreksi')

export function withoutCorrection(tokens: readonly Token[]): readonly Token[] {
  let i = 0
  let seen = false
  while (i < tokens.length) {
    const { text, low } = tokens[i]!
    if (text === 'yang' && (tokens[i + 1]?.text === 'betul' || tokens[i + 1]?.text === 'tepat')) {
      i += 2
      seen = true
      continue
    }
    if (text === 'seharusnya' || text === 'harusnya' || text === 'sebenarnya') {
      i++
      seen = true
      continue
    }
    if (corrections.has(text) || corrections.has(low)) seen ||= text !== 'saya'
    else if (tokens[i]!.kind !== 'mark' || !seen) break
    i++
  }
  return seen ? tokens.slice(i) : tokens
}

// Two numbers that are one

export function agreeing(
  tokens: readonly Token[],
  found: readonly FoundNumber[],
): readonly FoundNumber[] | 'words_differ' {
  if (found.length < 2) return found
  const kept: FoundNumber[] = []
  for (let k = 0; k < found.length; k++) {
    const number = found[k]!
    const next = found[k + 1]
    kept.push(number)
    if (!next) continue
    const between = tokens.slice(number.end, next.start).map((t) => t.text)
    // "45.000.000 (45 juta)": the same amount again
    if (
      next.value === number.value &&
      number.value >= 1000 &&
      between.length > 0 &&
      between.every((text) => again.has(text))
    ) {
      k++
      continue
    }
    if (number.spelled === next.spelled) continue
    const bracketed = between.at(-1) === '('
    if (!bracketed && between.some((text) => text !== 'rupiah' && text !== '/' && text !== '=' && text !== ','))
      continue
    const same = next.value === number.value || next.tailAs === number.value
    if (same) k++
    else if (bracketed && (next.spelled || number.spelled)) {
      const closing = tokens.slice(next.end, next.end + 2).some((t) => t.text === ')')
      const onlyNumber = closing && between.length === 1
      if (onlyNumber) return 'words_differ'
    }
  }
  return kept
}

const again = wordSet('rupiah rp ( . : = , /')

function isRange(tokens: readonly Token[], a: FoundNumber, b: FoundNumber): boolean {
  for (let i = a.end; i < b.start; i++) {
    const text = tokens[i]!.text
    if (text === '-' || text === 'sampai' || text === '/' || text === 's' || text === '~') return true
  }
  return a.end === b.start
}

// Nothing

/** Where "tidak ada", "belum ada" or "nihil" stands. */
export function noneAt(tokens: readonly Token[]): number | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.text
    if (word === 'nihil') return i
    if ((word === 'tidak' || word === 'belum') && tokens[i + 1]?.text === 'ada') return i
    if ((word === 'tidak' || word === 'belum') && spends.has(tokens[i + 1]?.text ?? '') && isOfMoney(tokens, i))
      return i
  }
  return undefined
}
/** "belum keluar uang", "dana belum dipakai", "belum terpakai sama sekali": nothing was spent. */
const isOfMoney = (tokens: readonly Token[], i: number) =>
  moneyWords.has(tokens[i + 2]?.text ?? '') ||
  moneyWords.has(tokens[i - 1]?.text ?? '') ||
  (tokens[i + 2]?.text === 'sama' && tokens[i + 3]?.text === 'sekali')
const spends = wordSet('pakai keluar keluarkan dikeluarkan dipakai terpakai belanja gunakan digunakan pake')
const moneyWords = wordSet('uang dana biaya anggaran')

/** What may stand with "tidak ada" in one breath. "tidak ada catatan" is no zero, so the list is of what is known. */
const withNone = wordSet(
  'tidak belum ada sama sekali yang hadir ikut datang uang dana biaya anggaran pengeluaran belanja dipakai terpakai pakai keluar masuk cair orang satu pun satupun disabilitas penyandang cacat lansia difabel laki perempuan ibu2 bapak2 untuk sekarang saat ini sampai hari sini di kami katong kita beta saya desa disini memang masih dulu juga saja penerima menerima terima diterima hasil peserta kegiatan warga kita dorang dong anak nihil sini kegiatannya dananya uangnya sudah dari bulan minggu tahun itu lagi jadi par pada realisasi serapan dikeluarkan dibelanjakan rupiah rp pake keluarkan gunakan doi sepeser seperak sedikit serupiah sen',
)

function readNone(tokens: readonly Token[], at: number, approximate: boolean): Amount | AskReason {
  // "swadaya, tidak pakai uang": what stands before the pause tells why
  const opening = spends.has(tokens[at + 1]?.text ?? '') && tokens[at - 1]?.text === ',' ? at : 0
  for (let i = opening; i < tokens.length; i++) {
    const token = tokens[i]!
    // after a pause or a "because" people explain
    if (i > at && (token.kind === 'mark' || token.text === 'karena')) break
    if (restrictions.has(token.text) && token.text !== 'tidak' && token.text !== 'belum') return 'restricted'
    if (token.kind === 'word' && !withNone.has(token.text) && !withNone.has(token.low)) return 'unclear'
  }
  // numbers do not come here: what is left to contradict the nothing is a "but"
  if (tokens.some((token) => contradictions.has(token.text))) return 'restricted'
  const number = { value: 0, start: at, end: at + 2, scale: 0, spelled: true }
  return { number, approximate, tokens, none: true }
}
const contradictions = wordSet('tapi kecuali selain atau cuma hanya sebagian kalau asal')

// Words that change the value

const restrictions = wordSet(
  'tapi atau kecuali selain bukan asal kalau kalo klo apabila jika rata-rata lipat lewat diatas dibawah dipotong potongan tambah ditambah tambahan dikurangi kurang lebih naik turun antara maksimal minimal maks max min paling keatas kebawah belum tidak jangan sebagian lupa entah terserah tunggu minus sisa dibagi salah ralat keliru dolar dollar usd saldo utang hutang pinjam pinjaman dikembalikan kekurangan',
)
export const strayNumberWords = wordSet(
  'belas puluh ratus ribu juta miliar triliun perdua perempat pertiga sepertiga perlima perenam pertujuh perdelapan persembilan persepuluh koma lusin',
)

function spoiler(tokens: readonly Token[], number: FoundNumber, none: boolean): AskReason | undefined {
  const because = tokens.findIndex((token, i) => i >= number.end && token.text === 'karena')
  const becomes = tokens[number.start - 1]?.text === 'jadi' || tokens[number.start - 1]?.text === 'menjadi'
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const text = token.text
    if (i >= number.start && i < number.end) continue
    // "60% karena dana belum cair", "naik jadi 60%", "0% belum mulai"
    if (because >= 0 && i > because && explains.has(text)) continue
    if (becomes && i < number.start && changes.has(text)) continue
    if (number.value === 0 && (text === 'belum' || text === 'tidak')) continue
    if (text === 'minus') return 'negative'
    if (i > number.end && isAfterthought(tokens, i, number)) continue
    // "15 karung, kirim lewat truk"
    if (
      text === 'lewat' &&
      tokens[i + 1]?.kind === 'word' &&
      sent.has(tokens[i - 1]?.text ?? '') &&
      isBehindPause(tokens, i, number)
    )
      continue
    if (text === 'naik' && vehicles.has(tokens[i + 1]?.text ?? '') && isBehindPause(tokens, i, number)) continue
    // "15 ekor. Itu rencana"
    if (i > number.end && unreal.has(text) && (tokens[i - 1]?.text === 'itu' || tokens[i - 1]?.text === 'baru'))
      return 'restricted'
    // "60 karung, itu juga pinjam dulu": how things were come by; of money it would be a debt
    if (text === 'pinjam' && isBehindPause(tokens, i, number) && isOfThings(tokens, number)) continue
    // "5 dusun, yang paling jauh 2 jam jalan kaki"
    if (
      text === 'paling' &&
      tokens[i - 1]?.text === 'yang' &&
      isBehindPause(tokens, i, number) &&
      !tokens.slice(i).some((other) => leads.has(other.text) || other.text === 'dijual')
    )
      continue
    if ((text === 'atas' || text === 'bawah') && limits(tokens, i, number)) return 'restricted'
    if (rates.has(text) || (text === 'per' && !isAsOf(tokens, i + 1))) return 'rate'
    if (restrictions.has(text) && !(none && (text === 'tidak' || text === 'belum'))) return 'restricted'
    if (token.low === 'an') return 'vague'
    if (text === '/' && i >= number.end && i <= number.end + 2 && tokens[i + 1]?.kind === 'word') return 'rate'
    if (text === '@') return 'rate'
    if (text === '*' || text === '<' || text === '>') return 'restricted'
  }
  // "100 ribu sehari"
  if (number.scale > 0 && isJoined(tokens, number.end)) return 'rate'
  // "3 kg sehari"
  if (isJoined(tokens, number.end + 1) && durations.has(tokens[number.end + 2]?.text ?? '')) return 'rate'
  // "15 ekor, semua mati"
  if (
    tokens.some(
      (token, i) =>
        i >= number.end &&
        token.text === 'semua' &&
        (gone.has(tokens[i - 1]!.text) || gone.has(tokens[i + 1]?.text ?? '')),
    )
  )
    return 'restricted'
  const before = tokens[number.start - 1]
  const first = tokens[number.start]!
  if (isSigned(tokens, number.start)) return 'negative'
  // ".5 ha": a half, or five after a full stop
  if ((before?.text === '.' || before?.text === ',') && first.glued && !before.glued) return 'grouping'
  if (before?.text === '+' && (number.start >= 2 || first.glued)) return 'restricted'
  let p = number.start - 1
  while (
    p >= 0 &&
    (tokens[p]!.text === 'ada' || tokens[p]!.text === 'masih' || tokens[p]!.text === 'rp' || tokens[p]!.text === 'cuma')
  )
    p--
  const lead = tokens[p]?.text
  if (lead === 'sampai' && tokens[p - 1]?.text !== 'sudah') return 'range'
  if (lead !== undefined && leads.has(lead)) return 'restricted'
  for (let i = number.end; i < tokens.length && i <= number.end + 2; i++) {
    const text = tokens[i]!.text
    if (text === 'lagi') return 'restricted'
    if (text === 'sampai' && parseNumber(tokens, i + 1)) return 'range'
  }
  const after = tokens[number.end]?.text
  if (after === '+' || after === '/') return 'restricted'
  if (after === '-' && tokens[number.end + 1] && tokens[number.end]!.glued && tokens[number.end + 1]!.glued)
    return 'unclear'
  return undefined
}
/**
 * A minus right before the digits: "-7", "Rp -5.000", ": -7". No minus are the dash of a list ("- 7"), the one that joins a
 * word to its number ("lk-7") and the one between two numbers, which is a range.
 */
export function isSigned(tokens: readonly Token[], start: number): boolean {
  const dash = tokens[start - 1]
  if (dash?.text !== '-' || !tokens[start]!.glued) return false
  if (!dash.glued) return true
  const before = tokens[start - 2]
  return before === undefined || before.text === 'rp' || (before.kind === 'mark' && before.text !== '/')
}

const rates = wordSet('setiap masing-masing')

/** "8 ekor, mau tambah lagi", "setengah ha, sisanya rawa": behind a pause, a wish or what the rest is; no number in it. */
function isAfterthought(tokens: readonly Token[], i: number, number: FoundNumber): boolean {
  const { text } = tokens[i]!
  if (!afterthoughts.has(text)) return false
  const pause = tokens.findLastIndex((token, k) => k < i && k >= number.end && token.kind === 'mark')
  if (pause < 0 || tokens[pause]!.text === '-' || tokens[pause]!.text === '/') return false
  if (text === 'sisa') return tokens[i + 1]?.kind === 'word'
  return wishes.has(tokens[pause + 1]!.text) && i > pause + 1
}
const isBehindPause = (tokens: readonly Token[], i: number, number: FoundNumber) =>
  tokens.slice(number.end, i).some((token) => token.text === ',' || token.text === '.')
const vehicles = wordSet('motor mobil ojek perahu kapal sampan kuda speed truk')
const unreal = wordSet('rencana rencananya target targetnya janji janjinya usulan perkiraan usul pagu')
const sent = wordSet('kirim dikirim datang diangkut angkut bawa dibawa beli dibeli jual dijual')
const isOfThings = (tokens: readonly Token[], number: FoundNumber) => {
  const unit = tokens[number.end]
  return number.scale === 0 && unit?.kind === 'word' && unitOf(unit) !== undefined
}
const afterthoughts = wordSet('tambah ditambah tambahan lagi lebih sisa')
const wishes = wordSet('mau ingin minta butuh perlu akan nanti rencana semoga')

/** "5 ke atas", "di bawah 5", "atas 5": a limit. "dari dusun atas" is a place. */
const limits = (tokens: readonly Token[], i: number, number: FoundNumber): boolean =>
  number.start === i + 1 ||
  ((tokens[i - 1]?.text === 'ke' || tokens[i - 1]?.text === 'di') && Math.abs(i - number.end) <= 3)

const gone = wordSet('mati hilang gagal batal busuk')
const explains = wordSet('belum tidak kurang naik turun')
const changes = wordSet('naik turun tambah bertambah')
/** Right before a number: what is left, a share of it, or what was planned. */
const leads = wordSet(
  'tinggal dari lagi target targetnya rencana rencananya dijanjikan janji janjinya usulan diusulkan minta diminta butuh perlu dibutuhkan pagu bertambah berkurang beranak lahir menetas mati hilang rusak dicuri gagal',
)
const asOf = wordSet('tanggal sekarang akhir kemarin')
/** "per hari ini", "per bulan juli": a day on which it was so. "per hari" is a rate. */
function isAsOf(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text ?? ''
  if (asOf.has(text)) return true
  if (text !== 'hari' && text !== 'bulan') return false
  const next = tokens[i + 1]
  return next !== undefined && (next.text === 'ini' || next.text === 'kemarin' || monthOf(next.low) !== undefined)
}

const hasVague = (tokens: readonly Token[]) => tokens.some((token) => isVague(token.text))
