import { withoutAsides } from './asides.ts'
import { withoutComment, withoutComparison, withoutReference, withoutSpeaker, withoutTopic } from './comment.ts'
import { type ExplanationRules, withoutExplanation } from './explained.ts'
import { withoutCorrection, withoutHedges } from './hedges.ts'
import { type FoundNumber, findNumbers, isVague, type NumberOptions, resemblesNumber } from './numbers.ts'
import { asksBack, asksWithWord, saysPending, saysUnknown } from './reply.ts'
import { roleOf } from './roles.ts'
import { wordSet } from './similar.ts'
import { restrictions, spoiler, strayNumberWords } from './spoilers.ts'
import { isTimeOfElse } from './talk.ts'
import { isOneOf, type Token, tokenBefore } from './text.ts'
import { withoutTurns } from './turns.ts'
import type { AskReason } from './types.ts'
import { wasOnce } from './unreal.ts'

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
  /** Of which there may be none: "kuda tidak ada". */
  readonly nothings?: ReadonlySet<string>
  /** separuh is a half. */
  readonly halves?: boolean
  /** Which numbers and sentences beside the amount only explain it. */
  readonly explained?: ExplanationRules
}

export function readAmount(reply: readonly Token[], options: AmountOptions): Amount | AskReason {
  if (asksBack(reply)) return 'asked_back'
  if (wasOnce(reply)) return 'restricted'
  const turned = withoutTurns(joinGroups(withoutEven(reply)), options)
  const told = withoutComparison(withoutTopic(withoutSpeaker(withoutReference(turned))))
  const whole = withoutAsides(told, () => withoutHedges(told).approximate, options)
  const bare = options.explained ? withoutExplanation(whole, options.explained) : whole
  const { tokens, approximate } = withoutHedges(withoutCorrection(withoutRemark(bare)))
  const all = findNumbers(tokens, options)
  const found = agreeing(tokens, all)
  if (found === 'words_differ') return found
  const none = noneAt(tokens)
  const roles = found.map((_, k) => roleOf(tokens, found, k))
  let candidates: readonly FoundNumber[] = found.filter((_, k) => roles[k] === undefined)
  if (
    candidates.length === 0 &&
    found.length === 1 &&
    (roles[0] === 'year' || (roles[0] === 'duration' && !isTimeOfElse(tokens, found[0]!)))
  )
    candidates = found
  if (candidates.length === 0) {
    if (none !== undefined && options.noneIsZero)
      return saysUnknown(tokens) ? 'not_known' : readNone(tokens, none, approximate, options.nothings)
    if (saysUnknown(tokens) || saysPending(tokens)) return 'not_known'
    if (hasVague(tokens)) return 'vague'
    return asksWithWord(tokens) ? 'asked_back' : tokens.length === 0 ? 'empty' : 'unclear'
  }
  // "nol rupiah, kosong"
  if (candidates.length > 1 && candidates.every(({ value, problem }) => value === 0 && !problem))
    candidates = candidates.slice(0, 1)
  if (candidates.length > 1) {
    if (candidates.length === 2 && isRange(tokens, candidates[0]!, candidates[1]!)) return 'range'
    return 'several_values'
  }
  const number = candidates[0]!
  if (number.problem) return number.problem
  // "banyak, baru 2 hari dijemur"
  if (roles[found.indexOf(number)] === 'duration' && hasVague(tokens)) return 'vague'
  if (countsOneself(tokens, number) || addsOneself(told)) return 'several_values'
  if (found.some((other, k) => roles[k] === 'duration' && other.value === 1 && isEach(tokens, other, number)))
    return 'rate'
  if (none !== undefined && number.value !== 0) return 'several_values'
  const spoilt = spoiler(tokens, number, none !== undefined)
  if (spoilt) return spoilt
  for (const [i, stray] of tokens.entries())
    if (strayNumberWords.has(stray.text) && !all.some((n) => i >= n.start && i < n.end)) return 'unclear'
  const [before, after] = [tokenBefore(tokens, number.start), tokens[number.end]]
  // "2o", "l2": a letter typed for a digit
  if (isStrayLetter(after, after?.glued, gluedLetters) || isStrayLetter(before, tokens[number.start]!.glued, xOnly))
    return 'unclear'
  for (const neighbour of [before, after])
    if (neighbour?.kind === 'word' && neighbour.text === neighbour.low && resemblesNumber(neighbour.low))
      return 'unclear'
  return { number, approximate, tokens }
}

/** "satu hari 100 ribu", "satu hari jual 300 ribu", "2,5 kg satu hari" */
const isEach = (tokens: readonly Token[], { start, end }: FoundNumber, number: FoundNumber) => {
  const between = start < number.start ? tokens.slice(end + 1, number.start) : tokens.slice(number.end, start)
  return between.length <= 1 && between.every(({ kind, text }) => kind === 'word' && !thisOne.has(text))
}
const thisOne = wordSet('ini itu lalu kemarin dalam selama untuk')

/** "31 anak, gurunya tinggal saya sendiri": one is counted beside the number. */
const countsOneself = (tokens: readonly Token[], number: FoundNumber) =>
  tokens.some(
    (token, i) =>
      i > number.end &&
      token.text === 'sendiri' &&
      persons.has(tokens[i - 1]!.text) &&
      onlys.has(tokens[i - 2]?.text ?? ''),
  )
const persons = wordSet('saya dia beliau')
/** "5 orang, saya juga", "5 orang, dengan saya": with or without the one who writes. */
const addsOneself = (tokens: readonly Token[]) =>
  tokens.some(({ kind }, i) => {
    const [a, b, c] = [tokens[i + 1]?.text ?? '', tokens[i + 2]?.text ?? '', tokens[i + 3]?.text ?? '']
    if (kind !== 'mark' || i === 0) return false
    return (
      tokens.length <= i + 4 &&
      (oneself.has(a) ? b === 'juga' && (!c || comes.has(c)) : joins.has(a) && oneself.has(b) && !c)
    )
  })
const oneself = wordSet('saya kami dia ketua')
const joins = wordSet('sama dengan plus')
const comes = wordSet('ikut hadir datang')
const onlys = wordSet('tinggal cuma')

/** "tiga orang makanya tidak ikut kerja": a sentence without a number behind a number and what it counts. */
const withoutRemark = (tokens: readonly Token[]): readonly Token[] =>
  withoutComment(tokens, {
    spoils: restrictions,
    answers: (lead) => findNumbers(lead).length === 1 && noneAt(lead) === undefined,
    rivals: (comment) => findNumbers(comment).length > 0 || comment.some((token) => strayNumberWords.has(token.text)),
  })

/** "tidak ada satu pun", "belum ada seorang pun": not even one is no one. */
function withoutEven(tokens: readonly Token[]): readonly Token[] {
  // "tidak ada satu lai"
  const last = tokens.length - 1
  if (tokens[last]?.text === 'satu' && tokens[last - 1]?.text === 'ada' && negated.has(tokens[last - 2]?.text ?? ''))
    return tokens.slice(0, last)
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

const negated = wordSet('tidak belum')

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
  'tidak belum ada sama sekali yang hadir ikut datang daftar mendaftar pemasukan penghasilan pendapatan uang dana biaya anggaran pengeluaran belanja dipakai terpakai pakai keluar masuk cair orang satu pun satupun disabilitas penyandang cacat lansia difabel laki perempuan ibu2 bapak2 untuk sekarang saat ini sampai hari sini di kami katong kita beta saya desa disini memang masih dulu juga saja penerima menerima terima diterima hasil peserta kegiatan warga kita dorang dong anak nihil sini kegiatannya dananya uangnya sudah dari bulan minggu tahun itu lagi jadi par pada realisasi serapan dikeluarkan dibelanjakan rupiah rp pake keluarkan gunakan doi sepeser seperak sedikit serupiah sen',
)

function readNone(
  tokens: readonly Token[],
  at: number,
  approximate: boolean,
  nothings?: ReadonlySet<string>,
): Amount | AskReason {
  // "swadaya, tidak pakai uang": what stands before the pause tells why
  const opening = spends.has(tokens[at + 1]?.text ?? '') && tokens[at - 1]?.text === ',' ? at : 0
  for (let i = opening; i < tokens.length; i++) {
    const token = tokens[i]!
    // after a pause or a "because" people explain
    if (i > at && (token.kind === 'mark' || token.text === 'karena')) break
    if (restrictions.has(token.text) && token.text !== 'tidak' && token.text !== 'belum') return 'restricted'
    // "kasus gizi buruk nihil"
    const topic = i < at && tokens[at]!.low === 'nihil' && !records.has(token.text)
    // "kuda tidak ada yang sakit" is of some
    const counted = nothings?.has(token.text) && (i < at ? tokens[at + 2]?.text !== 'yang' : i === at + 2)
    const known = isOneOf(withNone, token) || counted
    if (token.kind === 'word' && !topic && !known) return 'unclear'
  }
  // numbers do not come here: what is left to contradict the nothing is a "but"
  if (tokens.some((token) => contradictions.has(token.text))) return 'restricted'
  const number = { value: 0, start: at, end: at + 2, scale: 0, spelled: true }
  return { number, approximate, tokens, none: true }
}
const records = wordSet('catatan data laporan kabar info informasi kas saldo')
const contradictions = wordSet('tapi kecuali selain atau cuma hanya sebagian kalau asal')

const hasVague = (tokens: readonly Token[]) => tokens.some((token) => isVague(token.text))
