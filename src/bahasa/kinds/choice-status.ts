import { futureWords, partWords, preparationWords, stepWords, unfinishedWords } from '../lexicon/choices.ts'
import type { Scan } from '../match.ts'
import { isFunctionWord, type OptionIndex } from '../match-index.ts'
import { findNumbers } from '../numbers.ts'
import { isPolite } from '../reply.ts'
import { roleOf } from '../roles.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { ChoiceOption } from '../types.ts'

// States of a work: what is finished only in part, and what is still to come.

export const isState = ({ code, label }: ChoiceOption, state: string) =>
  code.toLowerCase() === state || label.toLowerCase().endsWith(state)

const parts = wordSet(partWords)
const preparations = wordSet(preparationWords)
const lots = wordSet('dusun unit kelompok rumah titik lokasi rt blok')
const unfinished = wordSet(unfinishedWords)
const papers = wordSet('foto laporan nota bukti dokumentasi gambar berkas kwitansi kuitansi')

/**
 * "selesai" is only the whole work: "pondasi sudah selesai", "proposal sudah jadi", "selesai 80%" and "sudah selesai, tinggal
 * pagar" are questions.
 */
export function isUnfinished(
  own: readonly Token[],
  explanation: readonly Token[],
  found: Scan,
  option: ChoiceOption,
  index: OptionIndex,
): boolean {
  if (!index.isStatus) return false
  const numbered = found.hits.every((hit) => hit.by === 'number')
  const names = (words: ReadonlySet<string>) =>
    !numbered && own.some((token, i) => !found.used.has(i) && words.has(token.text) && !isTold(own, i))
  if (isState(option, 'berjalan')) return names(preparations)
  if (!isState(option, 'selesai')) return false
  if (names(preparations) || names(parts)) return true
  // "dua dusun selesai", "sudah selesai 3 unit": of how many?
  if (findNumbers(own).some((number) => own[number.start - 1]?.text === 'kegiatan')) return true
  if (findNumbers(own).some((number) => lots.has(own[number.end]?.text ?? '') && own[number.end - 1]?.text !== 'dusun'))
    return true
  const share = [...own, ...explanation]
  for (const [i, token] of share.entries()) {
    const percent = token.text === '%' || token.text === 'persen'
    if (percent && share[i - 1]?.kind === 'number' && share[i - 1]!.text !== '100') return true
  }
  if (found.unsettled) return true
  if (!numbered && found.hits.some((hit) => isOfPart(own, hit.end))) return true
  const paper = explanation.some((token) => isOneOf(papers, token))
  const behind = own.slice(Math.max(...found.hits.map((hit) => hit.end)))
  return [...behind, ...(paper ? [] : explanation)].some((token, i, all) => {
    if (!unfinished.has(token.text)) return false
    // "tinggal pakai", "belum dipakai": finished all the same
    const [next, last] = [all[i + 1]?.text ?? '', all[i + 2]?.text ?? '']
    return !(
      used.has(next) ||
      used.has(
        all.slice(i + 1).find((other) => !isPolite(other) && other.text !== 'camat' && other.low !== 'pi')?.text ?? '',
      ) ||
      ((waits.has(next) || isFunctionWord(next) || next === 'katong' || next === 'beta') && used.has(last))
    )
  })
}
/** "selesai gali lubang", "selesai satu", "selesai dua ruangan": a step, or how many of them. */
function isOfPart(tokens: readonly Token[], end: number): boolean {
  let at = end
  while (tokens[at]?.text === 'kami' || tokens[at]?.text === 'katong' || tokens[at]?.text === 'kita') at++
  if (steps.has(tokens[at]?.text ?? '') || steps.has(tokens[at]?.low ?? '')) return true
  const numbers = findNumbers(tokens)
  const k = numbers.findIndex((number) => number.start === at)
  if (k < 0) return false
  const next = tokens[numbers[k]!.end]
  return roleOf(tokens, numbers, k) === undefined && !measures.has(next?.text ?? '')
}
const measures = wordSet(
  'hari minggu bulan tahun persen % jam kali januari februari maret april mei juni juli agustus september oktober november desember',
)
const steps = wordSet(stepWords)
const used = wordSet(
  'syukuran selamatan pengucapan lapor laporan lihat tinjau foto periksa kunjungan pakai pake dipakai digunakan diresmikan peresmian serah diserahkan terima resmi dicat lapor laporan lihat tinjau foto periksa kunjungan',
)
/** "karena semen" or "dengan dana desa" tell how, not what. */
const isTold = (tokens: readonly Token[], i: number) => told.has(tokens[i - 1]?.text ?? '')
const told = wordSet('dengan dari pakai pake oleh di ke')

const future = wordSet(futureWords)

/** "selesai bulan depan": of the states only "belum" goes with a word for what is to come. */
export function isStillToCome(tokens: readonly Token[], found: Scan, option: number, index: OptionIndex): boolean {
  if (!index.isStatus || index.labels[option]!.includes('belum')) return false
  return (
    tokens.some((token, i) => !found.used.has(i) && future.has(token.text) && !used.has(tokens[i + 1]?.text ?? '')) ||
    tokens.some((token, i) => token.text === 'lagi' && tokens[i - 1] !== undefined && counted.has(tokens[i - 1]!.text))
  )
}
const counted = wordSet('hari minggu bulan tahun')
const waits = wordSet('tunggu menunggu')

/** "selesai di dusun 1", "belum semua", "sudah jadi masalah", "batal minggu ini": a part of it, another thing, or for now. */
export function isOtherwise(tokens: readonly Token[], found: Scan, option: ChoiceOption): boolean {
  if (tokens.some((token) => sayings.has(token.low))) return true
  return found.hits.some((hit) => {
    if (hit.by === 'number') return false
    const word = (i: number) => tokens[hit.end + i]?.text ?? ''
    if (tokens[hit.start - 1]?.text === 'lain' || tokens[hit.start - 2]?.text === 'lain') return true
    const last = tokens[hit.end - 1]!.text
    const next = tokens[hit.end]
    // "sudah jalan ke Bula"
    if (last === 'jalan' && next?.text === 'ke' && !stages.has(word(1))) return true
    if (last === 'jadi' && tokens[hit.end - 2]?.text === 'sudah')
      return next?.kind === 'word' && !isFunctionWord(next.text) && !isPolite(next) && !used.has(next.text)
    if (last === 'dipakai') return taken.has(word(0))
    if (isState(option, 'selesai')) return (word(0) === 'di' || word(0) === 'untuk') && lots.has(word(1))
    if (option.code === 'belum')
      return word(0) === 'semua' || (next?.kind === 'number' && /^(?:persen|%)$/.test(word(1)))
    if (isState(option, 'batal'))
      return (
        word(0) === 'besok' ||
        word(0) === 'lusa' ||
        (word(0) !== 'tahun' && counted.has(word(0)) && (word(1) === 'ini' || word(1) === 'depan'))
      )
    return false
  })
}
const sayings = wordSet('bilang blg bilangnya')
const stages = wordSet('tahap termin')
const taken = wordSet('orang kebun lain jemur')
