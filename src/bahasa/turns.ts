import * as words from './lexicon/asides.ts'
import { runsOut } from './lexicon/talk.ts'
import { findNumbers, type NumberOptions } from './numbers.ts'
import { wordSet } from './similar.ts'
import { changed, isOneOf, type Token } from './text.ts'

// Turns of speech around a number that say the same as the number alone: "kalau dihitung dari volume", "tidak lebih tidak
// kurang", "115 maaf salah ketik, maksudnya 151", "dulu lebih luas, tapi sekarang tinggal 3 hektar".

/** The reply without them. */
export function withoutTurns(tokens: readonly Token[], options?: NumberOptions): readonly Token[] {
  if (!tokens.some((token) => isOneOf(turning, token))) return tokens
  return withoutDocument(
    withoutPurpose(
      withoutThen(withoutPairs(withMeasured(withoutRevised(withoutIrrealis(tokens), options))), options),
      options,
    ),
    options,
  )
}
const turning = wordSet(
  'kalau tapi tidak belum salah typo maksud maksudnya ralat supaya agar biar sesuai berdasarkan menurut makan makanan gizi pemberian kosong tak kurang pengembalian angsuran cicilan pelunasan simpan',
)

/** "makanan tambahan" is a dish, "kursi kosong" no number, "udah tak cek" (Javanese) what the person did. */
function withoutIrrealis(tokens: readonly Token[]): readonly Token[] {
  return changed(tokens, (token, i) => {
    const before = tokens[i - 1]?.text ?? ''
    if (token.text === 'tambahan' && dishes.has(before)) return undefined
    if (owings.has(token.text) && repaid.has(before)) return undefined
    if (token.low === 'kosong' && (seats.has(before) || empties.has(before) || empties.has(tokens[i + 1]?.text ?? '')))
      return { ...token, text: 'kosongnya' }
    if (token.low === 'tak' && before === 'sudah' && checked.has(tokens[i + 1]?.low ?? '')) return undefined
    return token
  })
}
const dishes = wordSet('makan makanan gizi pemberian vitamin susu menu pmt')
const owings = wordSet('pinjaman pinjam utang hutang')
const repaid = wordSet('pengembalian angsuran cicilan pelunasan simpan kelompok koperasi')
const empties = wordSet(runsOut)
const seats = wordSet('kursi bangku tempat rumah meja gedung kelas kandang kolam balai kampung')
const checked = wordSet('cek hitung itung catat ukur timbang lihat tulis data rekap tanya tanyakan')

/** "115 maaf salah ketik, maksudnya 151 kk": a slip named as one, and what was meant. "12 eh 13" is a question. */
function withoutRevised(tokens: readonly Token[], options?: NumberOptions): readonly Token[] {
  const says = (from: number, to: number) => {
    const part = tokens.slice(from, to)
    const betul = part.some((token, i) => token.text === 'yang' && part[i + 1]?.text === 'betul')
    return {
      meant: betul || part.some(({ text, low }) => text === 'maksud' || low === 'maksudnya'),
      slip: part.some(({ text }) => text === 'salah' || text === 'typo' || text === 'ralat' || text === 'maaf'),
    }
  }
  if (!tokens.some(({ text }) => text === 'maksud' || text === 'betul')) return tokens
  const [first, second, third] = findNumbers(tokens, options)
  if (!first || !second || third || first.problem) return tokens
  const end = tokens.length
  // the thing counted may stand once behind each number
  const from = unitBehind(tokens, first.end, second.start)
  const between = tokens.slice(from, second.start)
  const { meant, slip } = says(from, end)
  const hasty = slip || between.some(({ text }) => text === 'eh' || text === 'sebentar')
  if (!meant || !hasty || between.length === 0 || !between.every((token) => isSlip(token))) return tokens
  const closing = tokens.slice(unitBehind(tokens, second.end, end))
  if (!closing.every((token) => isSlip(token) || papers.has(token.text))) return tokens
  const rest = tokens.slice(second.start, unitBehind(tokens, second.end, end))
  return [...tokens.slice(0, first.start), ...rest]
}
const isSlip = (token: Token) => isOneOf(slips, token) || token.text === 'yang' || token.text === 'betul'
const slips = wordSet(words.slips)
const papers = wordSet('nota buku catatan angka angkanya tabel')
const unitBehind = (tokens: readonly Token[], at: number, stop: number) => {
  let end = at
  while (end < stop && end < at + 3 && !isSlip(tokens[end]!)) end++
  return end
}

/** "kalau dihitung dari volume … 35 persen", "kalau dilihat dari …": how it was measured, no condition. */
const withMeasured = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token, i) => token.text === 'kalau' && measuring.has(tokens[i + 1]?.text ?? ''))
    ? tokens.filter(
        (token, i) => !(token.text === 'kalau' && measuring.has(tokens[i + 1]?.text ?? '') && isMeasured(tokens, i)),
      )
    : tokens
const measuring = wordSet('dihitung dilihat diukur dijumlah dijumlahkan ditotal ditimbang hitung lihat ukur')
/** "kalau dihitung semua anggota yang mendaftar jadi 40": what is counted along would change it. */
const isMeasured = (tokens: readonly Token[], i: number) => {
  const next = tokens[i + 2]?.text ?? ''
  return !withs.has(next) && !tokens.slice(i + 2).some((token) => withs.has(token.text))
}
const withs = wordSet('dengan sama tambah ditambah termasuk nanti belum tidak juga')

/** "tidak lebih tidak kurang", "tidak tambah tidak kurang": exactly so. */
function withoutPairs(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      token.text === 'tidak' &&
      pairs.has(tokens[i + 1]?.text ?? '') &&
      pairs.has(tokens[secondOf(tokens, i)]?.text ?? ''),
  )
  return at < 0 ? tokens : [...tokens.slice(0, at), ...tokens.slice(secondOf(tokens, at) + 1)]
}
const pairs = wordSet('lebih kurang tambah bertambah berkurang naik turun')
const secondOf = (tokens: readonly Token[], i: number) => {
  let at = i + 2
  while (tokens[at]?.text === ',' || tokens[at]?.text === 'dan' || tokens[at]?.text === 'juga') at++
  return tokens[at]?.text === 'tidak' ? at + 1 : -1
}

/** "dulu lebih luas, tapi sekarang tinggal 3 hektar": how it was, without a number, and how it is. */
function withoutThen(tokens: readonly Token[], options?: NumberOptions): readonly Token[] {
  const but = tokens.findIndex((token) => token.text === 'tapi')
  if (but < 1) return tokens
  const then = tokens.slice(0, but)
  if (!then.some((token) => thens.has(token.text)) || findNumbers(then, options).length > 0) return tokens
  const [number, other] = findNumbers(tokens, options)
  if (!number || other || number.start < but) return tokens
  const now = tokens.findIndex((token, i) => i > but && i < number.start && token.text === 'sekarang')
  if (now < 0 || tokens.slice(but + 1).some((token) => token.text === 'tapi' || shifts.has(token.text))) return tokens
  return tokens.slice(now + 1).filter((token, i) => !(token.text === 'tinggal' && now + 1 + i < number.start))
}
const thens = wordSet('dulu waktu awalnya pertama awal lalu kemarin dulunya tadinya')
const shifts = wordSet('turun naik jadi bertambah berkurang kurang lebih')

/** "1000 anakan di mata air supaya anak cucu tidak kekurangan air": what it is for. */
function withoutPurpose(tokens: readonly Token[], options?: NumberOptions): readonly Token[] {
  const at = tokens.findIndex((token) => purposes.has(token.text))
  if (at < 1) return tokens
  const [number, other] = findNumbers(tokens, options)
  if (!number || other || number.end > at) return tokens
  const stop = tokens.findIndex((token, i) => i > at && token.kind === 'mark' && token.text !== '-')
  const purpose = tokens.slice(at, stop < 0 ? tokens.length : stop)
  if (purpose.some(({ text }, i) => undoes.has(text) && !(text === 'lagi' && isNoMore(purpose, i)))) return tokens
  return [...tokens.slice(0, at), ...(stop < 0 ? [] : tokens.slice(stop))]
}
/** "supaya tidak kering lagi" */
const isNoMore = (purpose: readonly Token[], i: number) => purpose.slice(0, i).some(({ text }) => text === 'tidak')
const purposes = wordSet('supaya agar biar')
const undoes = wordSet('tapi atau kecuali jadi genap cukup sampai tambah ditambah ? lagi')

/** "7 orang sesuai SK Nomor 140/12/2023", "12,6 ha, berdasarkan pengukuran tanggal 8 Juli 2024": where it stands. */
function withoutDocument(tokens: readonly Token[], options?: NumberOptions): readonly Token[] {
  const at = tokens.findIndex((token) => refers.has(token.text))
  if (at < 1 || !tokens.slice(at + 1, at + 3).some((token) => documents.has(token.text))) return tokens
  const [number, ...others] = findNumbers(tokens, options)
  if (!number || number.end > at || others.some((other) => other.start < at)) return tokens
  const rest = tokens.slice(at)
  const dated = rest.every(
    (token, i) =>
      token.kind === 'mark' ||
      token.kind === 'word' ||
      places.has(rest[i - 1]?.text ?? '') ||
      !/^\d{1,3}$/.test(token.text) ||
      !counted(rest[i + 1]),
  )
  const said = rest.some((token) => doubts.has(token.text))
  const labelled = others.length === 0 || rest.some((token) => places.has(token.text))
  return dated && labelled && !said ? tokens.slice(0, tokens[at - 1]!.text === ',' ? at - 1 : at) : tokens
}
const refers = wordSet('sesuai berdasarkan menurut')
const documents = wordSet(words.documents)
const places = wordSet('nomor tanggal tahun lembar halaman per pasal bulan semester triwulan kuartal tahap')
const counted = (token: Token | undefined) => token?.kind === 'word'
const doubts = wordSet(
  'tapi belum tidak bukan kurang lebih beda seharusnya harusnya lain sebenarnya hanya cuma ? kalau rencana',
)
