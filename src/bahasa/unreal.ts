import * as words from './lexicon/unreal.ts'
import type { FoundNumber } from './numbers.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'
import { unitOf } from './units.ts'

// Numbers that are not, or not yet, or no longer so: planned, promised, heard of, of another time, of those who left, or
// counted with or without the speaker.

/** Why the number is not the answer as it stands: it is of another time, a plan, a rumour, or of some only. */
export function isUnreal(tokens: readonly Token[], number: FoundNumber): boolean {
  if (tokens.length === number.end - number.start) return false
  const start = partStart(tokens, number.start)
  for (let i = start; i < number.start; i++) {
    const { text, low } = tokens[i]!
    const next = tokens[i + 1]?.text ?? ''
    // "mau tambah jadi 20 orang", "nanti 20 orang", "katanya 20"
    if (plans.has(text) && !(wished.has(text) && done(tokens, i, number.start))) return true
    if (heard.has(low)) return true
    // "bensin saja 300 ribu", "uang muka 2 juta": of a part
    if (text === 'saja' && i === number.start - 1 && i > start && tokens[i - 1]!.kind === 'word') return true
    if (text === 'uang' && next === 'depan' && tokens[i + 1]!.low === 'muka') return true
    // "dulu 20 orang", "awalnya 20"
    if ((once.has(low) || (text === 'dulu' && i === start)) && !now(tokens, i, number.start)) return true
    if (text === 'sisa' && low === 'sisanya') return false
    if (text === 'keluar' && i === number.start - 1 && countsPeople(tokens[number.end])) return true
    if (leavers.has(text) && (i === number.start - 1 || next === 'ada')) return true
  }
  for (let i = number.end; i < tokens.length; i++) {
    const { text } = tokens[i]!
    const [before, next, last] = [tokens[i - 1]!.text, tokens[i + 1]?.text ?? '', tokens[i + 2]?.text ?? '']
    // "20 orang janji datang", "20 orang mau ikut besok"
    if (i <= number.end + 2 && coming.has(text) && (arrivals.has(next) || arrivals.has(last))) return true
    // "15, itu tahun lalu", "20 waktu itu", "20 orang dulu, sekarang berkurang"
    if (points.has(text) && seasons.has(next) && pasts.has(last) && i + 3 >= tokens.length) return true
    if (text === 'waktu' && next === 'itu' && i <= number.end + 1) return true
    if (text === 'dulu' && tokens.slice(i + 1).some((token) => token.text === 'sekarang')) return true
    // "5 orang dengan saya", "5 orang, saya juga"
    if (withs.has(text) && i <= number.end + 1 && self.has(next) && (i + 2 >= tokens.length || last === 'sendiri'))
      return true
    if (text === 'juga' && self.has(before) && i + 1 >= tokens.length) return true
    // "5 orang di luar pengurus"
    if ((text === 'diluar' || (text === 'luar' && before === 'di')) && next !== '' && !outside.has(next)) return true
    // "2 orang sudah datang, sisanya nanti"
    if (text === 'sisa' && later.has(next)) return true
    // "2 juta baru uang muka"
    if (text === 'uang' && tokens[i + 1]?.low === 'muka') return true
    // "20 orang, sudah mundur semua"
    if (text === 'semua' && leavers.has(before)) return true
  }
  return false
}

const partStart = (tokens: readonly Token[], at: number) => {
  let i = at
  while (i > 0 && !(tokens[i - 1]!.kind === 'mark' && pauses.has(tokens[i - 1]!.text) && !tokens[i]!.glued)) i--
  return i
}
const pauses = wordSet(', . ; \n')
const done = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some((token) => finished.has(token.text))
const finished = wordSet('sudah terkumpul terpakai dapat')
const now = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some((token) => token.text === 'sekarang')
const countsPeople = (token: Token | undefined) => {
  const unit = token?.kind === 'word' ? unitOf(token) : undefined
  return unit === 'orang' || unit === 'kk'
}

const plans = wordSet(words.plans)
const wished = wordSet('mau ingin')
const heard = wordSet(words.heard)
const once = wordSet(words.once)
const leavers = wordSet(words.leavers)
const coming = wordSet('mau akan janji berjanji bakal rencana nanti')
const arrivals = wordSet('datang hadir ikut daftar bantu kerja masuk beli bayar')
const points = wordSet('itu ini')
const seasons = wordSet('tahun musim panen bulan minggu data angka')
const pasts = wordSet('lalu kemarin lama dulu sebelumnya')
const withs = wordSet('sama dengan plus')
const self = wordSet('saya kami dia ketua')
const outside = wordSet(words.outside)
const later = wordSet('nanti menyusul besok belum akan')
