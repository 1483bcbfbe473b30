import { isElsewhere } from './elsewhere.ts'
import * as words from './lexicon/unreal.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'
import { unitOf } from './units.ts'

// Numbers that are not, or not yet, or no longer so: planned, promised, heard of, of another time, of those who left, or
// counted with or without the speaker.

/** Why the number is not the answer as it stands: it is of another time, a plan, a rumour, or of some only. */
export function isUnreal(tokens: readonly Token[], number: FoundNumber): boolean {
  if (tokens.length === number.end - number.start) return false
  if (isElsewhere(tokens)) return true
  if (!tokens.some((token) => isOneOf(signals, token))) return false
  const start = partStart(tokens, number.start)
  for (let i = start; i < number.start; i++) {
    const { text, low } = tokens[i]!
    const next = tokens[i + 1]?.text ?? ''
    // "mau tambah jadi 20 orang", "nanti 20 orang", "katanya 20"
    if (plans.has(text) && !(wished.has(text) && done(tokens, i, number.start))) return true
    if (heard.has(low) || ahead.has(text)) return true
    if (text === 'bisa' && tokens[i - 1]?.text !== 'sudah' && i >= number.start - 2) return true
    if (isAhead(tokens, i)) return true
    // "masa 20 orang", "mana ada 20 orang"
    if (low === 'masa' || low === 'masak' || text === 'mana') {
      if (i >= number.start - (text === 'mana' ? 2 : 1)) return true
    }
    // "undangan 20 orang", "kuota 20": who may come
    if (places.has(low) && i === number.start - 1 && (!tokens[number.end] || countsPeople(tokens[number.end])))
      return true
    // "bensin saja 300 ribu", "uang muka 2 juta": of a part
    if (text === 'saja' && i === number.start - 1 && i > start && tokens[i - 1]!.kind === 'word') return true
    if (text === 'uang' && next === 'depan' && tokens[i + 1]!.low === 'muka') return true
    // "dulu 20 orang", "awalnya 20"
    if ((once.has(low) || (text === 'dulu' && i === start)) && !now(tokens, i, number.start)) return true
    if (text === 'keluar' && i === number.start - 1 && countsPeople(tokens[number.end])) return true
    if (leavers.has(text) && (i === number.start - 1 || next === 'ada')) return true
  }
  const pause = tokens.findIndex((token, i) => i >= number.end && token.kind === 'mark' && pauses.has(token.text))
  const stop = pause < 0 ? tokens.length : pause
  for (let i = number.end; i < tokens.length; i++) {
    const { text } = tokens[i]!
    const [before, next, last] = [tokens[i - 1]!.text, tokens[i + 1]?.text ?? '', tokens[i + 2]?.text ?? '']
    // "75 persen minggu depan", "15 ekor masih di jalan"
    // "98 persen, minggu depan diresmikan"
    if (i < stop && isAhead(tokens, i) && closing.has(last)) continue
    if (i < stop && (ahead.has(text) || isAhead(tokens, i) || (text === 'nanti' && next === 'akhir'))) return true
    if (i < stop && (text === 'dipesan' || (text === 'masih' && next === 'di' && last === 'jalan'))) return true
    // "20 orang janji datang", "20 orang mau ikut besok"
    if (i <= number.end + 2 && coming.has(text) && (arrivals.has(next) || arrivals.has(last))) return true
    // "15, itu tahun lalu", "20 waktu itu", "20 orang dulu, sekarang berkurang"
    if (points.has(text) && seasons.has(next) && pasts.has(last) && i + 3 >= tokens.length) return true
    if (text === 'waktu' && next === 'itu' && i <= number.end + 1) return true
    if (text === 'dulu' && tokens.slice(i + 1).some((token) => token.text === 'sekarang')) return true
    // "2 juta hanya upah"
    if (text === 'cuma' && parts.has(next)) return true
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

/** "300 bibit, kena banjir", "20 persen rusak", "2 ha, baru dibuka separuh": what was counted is no longer whole. */
export function isLost(tokens: readonly Token[]): boolean {
  if (!tokens.some(({ text, low }) => losses.has(text) || text === 'kena' || low === 'separuh')) return false
  const number = findNumbers(tokens)[0]
  if (!number) return false
  // "tinggal 7 ekor, yang lain mati", "sekarang ada 64 ekor, kemarin ada yang dicuri": what is left was counted
  const left = tokens
    .slice(0, number.start)
    .some((token) => token.text === 'sekarang' || token.text === 'tinggal' || token.text === 'sisa')
  if (left || tokens.some((token) => token.text === 'ganti' || token.text === 'diganti')) return false
  return tokens.some((token, i) => {
    if (i < number.end) return false
    if (token.low === 'separuh' && tokens[number.end - 1] !== token) return true
    const befell = losses.has(token.text) || (token.text === 'kena' && disasters.has(tokens[i + 1]?.text ?? ''))
    if (!befell || tokens[i + 1]?.text === 'sendiri') return false
    const start = Math.max(number.end, i - 4)
    const before = tokens.slice(start, i)
    // "gabah 12 karung, sawahnya kena wereng": what was harvested all the same
    if (
      isHarvest(tokens, number) &&
      i + 3 >= tokens.length &&
      before.some(({ text, low }) => fields.has(text) || fields.has(stem(low)))
    )
      return false
    return !before.some(({ text, low }) => others.has(text) || others.has(stem(low)) || spared.has(text))
  })
}
const isHarvest = (tokens: readonly Token[], number: FoundNumber) => {
  const unit = tokens[number.end]
  return (
    unit?.kind === 'word' &&
    packed.has(unitOf(unit) ?? '') &&
    tokens[number.end + 1]?.kind === 'mark' &&
    !tokens.some(({ text }) => text === 'bibit' || text === 'benih')
  )
}
const packed = wordSet('karung sak kg ton kuintal')
const fields = wordSet('sawah kebun ladang')
const stem = (word: string) => word.replace(/nya$/, '')
const disasters = wordSet('banjir hama penyakit angin longsor ombak virus wereng tikus')
const losses = wordSet(words.losses)
const others = wordSet(words.others)
const spared = wordSet('tidak bukan karena sisa lain kedua ketiga')

/** "15 ekor dulu, sekarang tinggal sedikit" */
export const wasOnce = (tokens: readonly Token[]): boolean => {
  const at = tokens.findIndex((token, i) => i > 0 && token.text === 'dulu')
  return (
    at > 0 && tokens.slice(at + 1, at + 3).some((token) => token.text === 'sekarang') && tokens[at + 1]!.text === ','
  )
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
const places = wordSet(words.places)
const parts = wordSet('upah ongkos bensin bahan tukang solar transport makan konsumsi')
const ahead = wordSet(words.ahead)
const spansAhead = wordSet('minggu bulan tahun musim hari')
const isAhead = (tokens: readonly Token[], i: number) =>
  spansAhead.has(tokens[i]!.text) && tokens[i + 1]?.text === 'depan' && tokens[i + 1]!.low !== 'muka'
const closing = wordSet('diresmikan peresmian serah syukuran')
const heard = wordSet(words.heard)
const once = wordSet(words.once)
const leavers = wordSet(words.leavers)
/** "yang meninggal 1 laki 2 perempuan", "keluar 3 laki" */
export const tellsOfLeavers = (tokens: readonly Token[]): boolean => {
  const at = tokens[0]?.text === 'yang' ? 1 : 0
  const { text = '' } = tokens[at] ?? {}
  return (leavers.has(text) || text === 'keluar') && tokens[at + 1]?.kind === 'number'
}
const coming = wordSet('mau akan janji berjanji bakal rencana nanti')
const arrivals = wordSet('datang hadir ikut daftar bantu kerja masuk beli bayar dibayar dibeli dibelikan')
const points = wordSet('itu ini')
const seasons = wordSet('tahun musim panen bulan minggu data angka')
const pasts = wordSet('lalu kemarin lama dulu sebelumnya')
const withs = wordSet('sama dengan plus')
const self = wordSet('saya kami dia ketua')
const outside = wordSet(words.outside)
const later = wordSet('nanti menyusul besok belum akan')

/** One of these stands in every reply that `isUnreal` could say yes to: most replies are let through at once. */
const signals = new Set([
  ...[plans, heard, once, leavers, coming, ahead, places, points, withs].flatMap((set) => [...set]),
  ...'dulu keluar bisa depan masa masak mana sebelah tetangga saja uang dipesan masih waktu juga luar diluar sisa semua cuma'.split(
    ' ',
  ),
])
