import * as words from './lexicon/postponed.ts'
import { wordSet } from './similar.ts'
import { isOneOf, type Token } from './text.ts'

// A promise to answer later, a question to somebody else, a wish to look first: no answer to any question, whatever
// days, hours or names stand in it. "nanti kami tanam" is an answer.

/**
 * @param strictly where everything said can be the answer: a promise counts only if nothing else is told in it
 */
export function isPostponed(all: readonly Token[], strictly = false): boolean {
  let at = all.findIndex(isTelling)
  if (at < 0) return false
  for (; at < all.length; at++) {
    if (!isTelling(all[at]!)) continue
    const start = clauseStart(all, at)
    const end = clauseEnd(all, at)
    if (
      (promises(all, start, at, end, strictly) ||
        looks(all, start, at, end, strictly) ||
        sends(all, start, at, end, strictly) ||
        (!strictly && isUnlooked(all, start, at, end))) &&
      isAlone(all, start, end, strictly)
    )
      return true
  }
  return false
}

/** "sudah, nanti sy kirim fotonya": the reply without the promise of something beside the answer. */
export function withoutPromise(all: readonly Token[]): readonly Token[] {
  const at = all.findIndex(isTelling)
  if (at < 2 || !(has(sendingBeside, all[at]) || has(promising, all[at]))) return all
  const start = clauseStart(all, at)
  if (start < 2 || all[start]!.text !== 'nanti' || clauseEnd(all, at) < all.length) return all
  if (!all.slice(start, at).every((token) => has(leads, token) || token.text === 'nanti')) return all
  const behind = all.slice(at + 1)
  const proviso = behind.findIndex((token) => token.text === 'kalau')
  const own = proviso < 0 ? behind : behind.slice(0, proviso)
  if (
    has(promising, all[at]) ? proviso < 0 : !own.some((token) => has(papersSent, token)) && all[at]!.low !== 'jelaskan'
  )
    return all
  return own.every((token) => token.kind === 'word' && (has(papersSent, token) || has(tails, token)))
    ? all.slice(0, start - 1)
    : all
}
const sendingBeside = wordSet('kirim kirimkan krm dikirim jelaskan foto fotokan ceritakan susulkan')
const papersSent = wordSet(
  'foto fotonya daftar daftarnya absen absennya kuitansi kuitansinya nota notanya video videonya bukti buktinya berita dokumen dokumentasi dokumentasinya laporan laporannya gambar gambarnya surat suratnya undangan undangannya rab peta petanya lewat wa hadir hadirnya acara acaranya lengkap lengkapnya',
)

/** "nanti sy jawab", "bulan depan beta kasi kabar", "nanti malam sy tanya pak sekdes" */
function promises(all: readonly Token[], start: number, at: number, end: number, strictly: boolean): boolean {
  let ahead = false
  let strange = 0
  for (let i = start; i < at; i++) {
    const token = all[i]!
    if (token.kind === 'number') {
      if (!isHour(all, i)) return false
      ahead ||= self.has(all[i + 1]?.text ?? '')
      continue
    }
    if (token.kind === 'mark') continue
    if (against.has(token.text)) return false
    // "malam sy kabari"
    if (whens.has(token.text))
      ahead ||= opens.has(token.text) || (hours.has(token.text) && self.has(all[i + 1]?.text ?? ''))
    else if (!(has(leads, token) || isAddress(all, i, start))) strange++
  }
  if (!ahead || strange > (strictly ? 0 : 3)) return false
  const gives = has(givings, all[at]!)
  if (gives && !has(given, all[at + 1])) return false
  const sure = gives || has(promising, all[at]!)
  if (!sure && !has(doing, all[at]!)) return false
  if (!sure && strange > 0) return false
  const behind = all.slice(at + (gives ? 2 : 1), end)
  if (sure && !strictly) return !behind.some((token) => token.kind === 'number')
  return behind.every(
    (token, i) => token.kind !== 'number' && (token.kind === 'mark' || has(tails, token) || isAddress(behind, i, 0)),
  )
}

/** "sy cek catatan dulu", "tanya bendahara dulu baru sy bilang" */
function looks(all: readonly Token[], start: number, at: number, end: number, strictly: boolean): boolean {
  if (!has(strictly ? asking : lookings, all[at]!)) return false
  const first = all.findIndex((token, i) => i > at && i < Math.min(end, at + 6) && token.text === 'dulu')
  if (first < 0) return false
  const isLead = (token: Token) =>
    token.kind === 'mark' || ((has(leads, token) || whens.has(token.text)) && !against.has(token.text))
  if (!all.slice(start, at).every(isLead)) return false
  const between = all.slice(at + 1, first)
  if (!strictly) return true
  const last = all[first + 1]
  return (
    (last === undefined || last.kind === 'mark' || has(closing, last)) &&
    between.every((token, i) => has(tails, token) || isAddress(between, i, 0))
  )
}

/** "tanya pak sekdes saja", "coba hubungi pak kaur" */
function sends(all: readonly Token[], start: number, at: number, end: number, strictly: boolean): boolean {
  if (!has(strictly ? asking : sending, all[at]!)) return false
  if (!all.slice(start, at).every((token) => has(urging, token))) return false
  let i = at + 1
  while (i < end && has(towards, all[i])) i++
  return i < end && has(persons, all[i]) && end - i <= 5 && !all.slice(at, end).some((token) => token.kind === 'number')
}

/** "belum sempat sy lihat bukunya" */
function isUnlooked(all: readonly Token[], start: number, at: number, end: number): boolean {
  if (!has(lookings, all[at]!) && !has(doing, all[at]!)) return false
  const no = all.findIndex((token, i) => i >= start && i < at && (token.text === 'belum' || token.text === 'tidak'))
  if (no < 0 || !has(able, all[no + 1])) return false
  const lead = all.slice(start, at)
  return (
    lead.every((token) => has(leads, token) || has(able, token) || against.has(token.text)) &&
    (lead.some((token) => self.has(token.text)) || all.slice(at + 1, end).some((token) => has(papers, token)))
  )
}

/** Beside the promise nothing is told but why not now. */
function isAlone(all: readonly Token[], start: number, end: number, strictly: boolean): boolean {
  // "tahun lalu juli, yang tahun ini nanti sy cek", "desa tetangga mei, kami nanti sy tanya": what is said before is of another
  if (!strictly && start > 0 && end === all.length && isContrast(all, start)) return true
  for (let i = 0; i < all.length; ) {
    if (i === start) {
      i = end
      continue
    }
    if (all[i]!.kind === 'mark') {
      i++
      continue
    }
    const stop = clauseEnd(all, i)
    if (!isExcuse(all.slice(i, stop), strictly, i > start)) return false
    i = stop
  }
  return true
}

function isExcuse(clause: readonly Token[], strictly: boolean, behind: boolean): boolean {
  if (clause.some((token) => token.text === '?')) return false
  // "nanti pak dusun yang jawab, dia pegang 2 meteran"
  if (behind && has(keepers, clause[0]) && knows(clause)) return true
  if (clause.some((token) => token.kind === 'number')) return false
  const plain = clause.filter((token, i) => token.kind === 'word' && !isAddress(clause, i, 0))
  if (plain.every((token) => has(small, token))) return true
  if (plain.some((token) => has(lacks, token)) && plain.length <= 8) return true
  const at = plain.findIndex((token) => progressing.has(token.text))
  const next = plain[at + 1]
  // "lusa baru katong rapat dulu"
  if (opens.has(plain[0]!.text) && plain.at(-1)!.text === 'dulu') return true
  if (next?.text === 'jalan' && plain[at + 2]?.text !== 'ke') return false
  if (next && at >= 0 && at <= 2 && has(busy, next) && plain.slice(0, at).every((token) => has(leads, token)))
    return true
  // "nanti sy kabari, belum tanya sekdes", "…, dia yang pegang data"
  return behind && !strictly && (plain[0]!.text === 'karena' || has(keepers, plain[0]) || knows(plain))
}
const isContrast = (all: readonly Token[], start: number) =>
  (all[start]!.text === 'yang' && (spans.has(all[start + 1]?.text ?? '') || now.has(all[start + 1]?.text ?? ''))) ||
  (self.has(all[start]!.text) && all[start]!.text !== 'saya' && all[start + 1]?.text === 'nanti')
const knows = (plain: readonly Token[]) => plain.some((token) => token.text === 'tahu' || token.low === 'pegang')

/** "jawab", "kabari", "cek", "kasi": one of these stands in every promise to answer. */
export const isTelling = (token: Token) => token.kind === 'word' && isOneOf(telling, token)
const has = (set: ReadonlySet<string>, token: Token | undefined) => token !== undefined && isOneOf(set, token)
/** "pak sekdes", "bu Yuli": an address, or the name behind it. */
const isAddress = (tokens: readonly Token[], i: number, from: number) =>
  has(persons, tokens[i]) || (i > from && has(persons, tokens[i - 1]) && tokens[i]!.kind === 'word')
const isHour = (all: readonly Token[], i: number) =>
  clocks.has(all[i - 1]?.text ?? '') || spans.has(all[i + 1]?.text ?? '')
const clauseStart = (all: readonly Token[], at: number) => {
  let i = at
  while (i > 0 && !isPause(all[i - 1]!)) i--
  return i
}
const clauseEnd = (all: readonly Token[], at: number) => {
  let i = at
  while (i < all.length && !isPause(all[i]!)) i++
  return i
}
const isPause = (token: Token) => token.kind === 'mark' && pauses.has(token.text)

const pauses = wordSet(', . ; \n ( )')
const opens = wordSet(
  'nanti besok lusa sebentar habis setelah sesudah depan sabar tunggu kalau jika kalo kl klo begitu kapan-kapan',
)
const hours = wordSet('malam sore siang pagi')
const self = wordSet('saya kami kita katong beta ketong')
const now = wordSet('ini besok sekarang nanti')
const asking = wordSet('tanya tanyakan tanyain batanya cek ngecek pikir pikirkan')
const closing = wordSet('baru ya pak bu bapak ibu e lagi kakak kaka')
const whens = wordSet(words.whens)
const promising = wordSet(words.promises)
const doing = wordSet(words.doings)
const givings = wordSet(words.givings)
const given = wordSet(words.given)
const lookings = wordSet(words.lookings)
const leads = wordSet(words.lead)
const tails = wordSet(words.tails)
const lacks = wordSet(words.lacks)
const busy = wordSet(words.busy)
const persons = wordSet(words.persons)
const telling = wordSet(`${words.promises} ${words.doings} ${words.givings} ${words.lookings}`)
const sending = wordSet('tanya tanyakan hubungi telepon telpon telp kontak')
const urging = wordSet('coba langsung silakan silahkan mending lebih baik baiknya bagusnya bisa tolong , pak bu')
const towards = wordSet('ke sama pada kepada di dengan langsung saja')
const against = wordSet('tidak belum bukan jangan sudah')
const able = wordSet('sempat bisa dapat sempet')
const papers = wordSet('buku bukunya catatan catatannya data datanya laporan laporannya nota arsip daftar daftarnya')
const small = wordSet(
  'ya siap oke baik maaf mohon dulu pak bu e sabar tunggu sebentar terima kasih makasih lagi saja selamat pagi siang sore malam halo sabar',
)
const progressing = wordSet('lagi masih sedang sementara')
const keepers = wordSet('dia beliau soalnya yang')
const clocks = wordSet('jam pukul tanggal')
const spans = wordSet('jam menit hari minggu bulan')
