import { partsOf } from './explained.ts'
import * as words from './lexicon/asides.ts'
import { papers as paperWords } from './lexicon/explaining.ts'
import { type FoundNumber, findNumbers, type NumberOptions } from './numbers.ts'
import { wordSet } from './similar.ts'
import { changed, type Token } from './text.ts'
import { unitOf } from './units.ts'

// Parts behind the answer that tell of something around it: how it was last year, what rain does to the road, which of them
// is farthest away, how long one walks. Each has an opening of its own, names no number but a time, and nothing that could
// take part of the answer back.

/** The reply without such parts, where its only other number stands before them. */
export function withoutAsides(
  told: readonly Token[],
  isHedged: () => boolean,
  options?: NumberOptions,
): readonly Token[] {
  if (told.length < 4) return told
  const tokens = pausedBefore(told)
  const unsure = tokens.some((token) => checking.has(token.text))
  if (!unsure && !tokens.some(({ text }, i) => i > 0 && pauses.has(text))) return tokens
  const parts = partsOf(tokens)
  if (parts.length < 2 && !unsure) return tokens
  const numbers = findNumbers(tokens, options)
  const first = numbers[0]
  if (!first) return tokens
  // "kira2 35 blm hitung pasti", without a pause; "yang rusak tidak dihitung" is of some of them
  const doubt = unsure
    ? tokens.findIndex(({ text }, i) => i >= first.end && (text === 'belum' || text === 'tidak'))
    : -1
  const ofSome =
    doubt > 0 &&
    tokens
      .slice(first.end, doubt)
      .some((token) => token.text === 'yang' || token.kind === 'mark' || token.low.endsWith('nya'))
  if (
    doubt > 0 &&
    !ofSome &&
    numbers.length === 1 &&
    isUnchecked(tokens.slice(doubt).map(({ text }) => text)) &&
    (isHedged() ||
      isUnweighed(
        tokens.slice(doubt).map(({ text }) => text),
        tokens,
        first,
      ))
  )
    return tokens.slice(0, doubt)
  const lead = parts.findIndex(({ end }) => first.start < end)
  const kept: Token[] = []
  for (const [i, { start, end }] of parts.entries()) {
    const part = tokens.slice(start, end)
    const said = part.filter((token, k) => token.kind !== 'mark' || k > 0)
    const own = numbers.filter(
      (number) =>
        number.start >= start && number.start < end && !(i > lead && labels.has(tokens[number.start - 1]?.text ?? '')),
    )
    if (i > lead && said.length > 1 && isAside(said, own, tokens, first, isHedged)) continue
    kept.push(...part)
  }
  return kept.length === tokens.length ? tokens : kept
}

/** "600 kilogram dan sebagian sudah dijual" */
const pausedBefore = (tokens: readonly Token[]) =>
  changed(tokens, (token, i) =>
    token.text === 'dan' && halves.has(tokens[i + 1]?.low ?? '')
      ? { ...token, kind: 'mark', text: ',', low: ',' }
      : token,
  )

function isAside(
  said: readonly Token[],
  own: readonly FoundNumber[],
  tokens: readonly Token[],
  first: FoundNumber,
  isHedged: () => boolean,
) {
  const texts = said.map((token) => token.text)
  if (texts.some((text) => text === '?')) return false
  // "2 kelompok, yang satu baru dibentuk"
  const oneOf = texts[0] === 'yang' && texts[1] === 'satu' && own.length === 1
  // "1,75 ha, setengahnya warisan"
  const halfOf = halves.has(said[0]!.low) && own.length === 1 && !texts.some((text) => ofOthers.has(text))
  if (own.length > 0 && !oneOf && !halfOf) return isTravel(texts, own, tokens)
  return (
    isFormer(said, texts) ||
    isWeather(texts) ||
    isOfSome(said, texts, tokens) ||
    isUnbought(texts) ||
    isNoMore(texts) ||
    isUnderstood(texts) ||
    isOffer(said, texts) ||
    isOtherWay(texts) ||
    isQueue(texts, tokens, first) ||
    isRestOf(texts, tokens, first) ||
    isUnmoved(texts) ||
    isUnpaid(texts) ||
    isRequest(texts) ||
    isShared(texts) ||
    isReceived(texts, tokens, first) ||
    isHabit(texts, tokens, first) ||
    isPriceMove(texts, tokens, first) ||
    (isUnchecked(texts) && (isHedged() || isUnweighed(texts, tokens, first)))
  )
}

/** ", jalan kaki satu jam kalau bawa cengkeh": how long it takes. */
const isTravel = (texts: readonly string[], own: readonly FoundNumber[], tokens: readonly Token[]) =>
  (texts.some((text) => travels.has(text)) || texts[0] === 'umur' || texts[0] === 'umurnya') &&
  own.every((number) => spans.has(tokens[number.end]?.text ?? '')) &&
  !texts.some((text) => undoing.has(text))

/** ", tahun lalu panen kurang karena belalang", ", kalau dulu lebih lebar": another time, compared. */
function isFormer(said: readonly Token[], texts: readonly string[]) {
  const from = texts[0] === 'kalau' ? 1 : 0
  const named = formerly.has(texts[from] ?? '') || (seasons.has(texts[from] ?? '') && pasts.has(texts[from + 1] ?? ''))
  return (
    named &&
    said.length > from + 2 &&
    texts.some((text) => compares.has(text)) &&
    !texts.some((text) => text === 'sekarang' || text === 'ini' || corrects.has(text))
  )
}

/** ", kalau hujan tidak bisa lewat mobil" */
const isWeather = (texts: readonly string[]) =>
  (texts[0] === 'kalau' || texts[0] === 'kalo') &&
  texts.slice(1, 3).some((text) => weathers.has(text)) &&
  texts.slice(2).some((text) => hardships.has(text)) &&
  !texts.some((text) => corrects.has(text))

/** ", yang paling jauh harus jalan kaki", ", sebagian sudah dijual": some of them, all there. */
function isOfSome(said: readonly Token[], texts: readonly string[], tokens: readonly Token[]) {
  const harvested = tokens.some((token) => harvests.has(token.text))
  const [a, b] = texts
  const some =
    (a === 'yang' && b === 'paling') ||
    (a === 'paling' && mosts.has(b ?? '')) ||
    (a === 'yang' && b === 'satu') ||
    (a === 'sebagian' && b === 'besar') ||
    a === 'rata-rata' ||
    halves.has(said[0]!.low)
  return (
    some &&
    said.length > (texts[0] === 'setengah' ? 1 : 2) &&
    !texts.some(
      (text, i) =>
        undoing.has(text) &&
        !(harvested && text === 'dijual' && texts[i - 1] === 'sudah') &&
        !(i === 3 && spent.has(text) && texts[2] === 'untuk'),
    ) &&
    !denies(texts)
  )
}
/** ", paling banyak untuk beli kawat" */
const spent = wordSet('beli bayar')
const denies = (texts: readonly string[]) =>
  texts.some((text) => text === 'tidak' || text === 'belum' || text === 'kurang')

/** ", harga lagi turun", ", masih di kebun belum diangkut": what is still to be done with it. */
const isUnmoved = (texts: readonly string[]) =>
  texts.length <= 8 &&
  ((prices.has(texts[0]!) && !texts.some((text) => corrects.has(text))) ||
    (texts[0] === 'masih' &&
      texts.some((text, i) => moved.has(text) && texts[i - 1] === 'belum') &&
      !texts.some((text) => (undoing.has(text) && !moved.has(text)) || text === 'semua')) ||
    // ", belum kupas", ", lagi dijemur"
    (texts.length <= 3 && unready.has(texts[0]!) && processed.has(texts[1] ?? '') && !texts.includes('semua')))

/** "yang sudah terkumpul 3 juta, sisanya menyusul": what was asked for was said to be only so far. */
const isRestOf = (texts: readonly string[], tokens: readonly Token[], first: FoundNumber) =>
  (texts[0] === 'sisa' || (texts[0] === 'yang' && rests.has(texts[1] ?? '')) || isOtherPart(texts)) &&
  tokens.some(
    ({ text }, i) => i < first.start && (collected.has(text) || (text === 'yang' && tokens[i + 1]?.text === 'sudah')),
  ) &&
  !texts.some((text) => corrects.has(text) || owed.has(text))
/** ", sedangkan bagian bawah belum kami buka" */
const isOtherPart = (texts: readonly string[]) =>
  (texts[0] === 'sedangkan' || texts[0] === 'sementara') &&
  sides.has(texts[1] ?? '') &&
  texts.some(
    (text, i) => text === 'belum' && !texts.slice(i).some((other) => checking.has(other) || corrects.has(other)),
  )
const sides = wordSet('bagian sebelah lahan kebun yang')
const owed = wordSet('lagi utang hutang pinjam pinjaman kredit bon')

/** ", tukangnya gotong royong jadi tidak dibayar": work that cost nothing. */
const isUnpaid = (texts: readonly string[]) => {
  const at = texts.findIndex((text) => text === 'tidak')
  if (at < 0 || texts.some((text) => undoing.has(text) && !pays.has(text)) || texts.includes('sebagian')) return false
  return texts[at + 1] === 'minta'
    ? pays.has(texts[at + 2] ?? '')
    : pays.has(texts[at + 1] ?? '') && texts.some((text) => unpaidWork.has(text))
}
const pays = wordSet('dibayar bayar diupah upah digaji gaji bayaran')

/** ", mohon dicocokkan kalau ada perbedaan" */
const isRequest = (texts: readonly string[]) =>
  requests.has(texts[0]!) && !texts.some((text) => undoing.has(text) || changes.has(text)) && !denies(texts)
const requests = wordSet('mohon dicocokkan dicek diperiksa')
const changes = wordSet('ganti diganti ubah diubah lagi belum')

/** ", baru dibagi ke tiap dusun": where all of it went. */
const isShared = (texts: readonly string[]) => {
  const at = texts.findIndex((text) => deals.has(text))
  return (
    at >= 0 &&
    at <= 1 &&
    texts[at + 1] === 'ke' &&
    every.has(texts[at + 2] ?? '') &&
    texts.length === at + 4 &&
    (at === 0 || texts[0] === 'baru' || texts[0] === 'sudah')
  )
}
/** "sudah kami bagi semua, tiap rumah terima dan tanda tangan": "10 kg, tiap rumah terima" is what each got. */
const isReceived = (texts: readonly string[], tokens: readonly Token[], first: FoundNumber) => {
  if (!every.has(texts[0]!) || !texts.slice(2, 4).some((text) => receives.has(text))) return false
  const dealt = tokens.findIndex(({ text, low }, i) => i >= first.end && (deals.has(text) || deals.has(low)))
  const all = dealt < 0 ? undefined : tokens[dealt + 1]?.text
  return (all === 'semua' || all === 'habis') && !denies(texts) && !texts.some((text) => undoing.has(text))
}
const receives = wordSet('terima menerima diterima dapat dapa ambil kebagian')
const deals = wordSet('dibagi dibagikan bagi bagikan disalurkan diantar dikirim')
const every = wordSet('tiap setiap')

/** ", anak-anak tiap pagi jalan kaki": what people do, not how much. */
const isHabit = (texts: readonly string[], tokens: readonly Token[], first: FoundNumber) => {
  const at = texts.findIndex((text) => every.has(text))
  if (at < 0 || !daily.has(texts[at + 1] ?? '') || texts.some((text) => undoing.has(text))) return false
  if (texts.some((text) => sells.has(text)) || first.scale > 0) return false
  const unit = unitBehind(tokens, first)
  const far = unit === 'km' || unit === 'meter'
  const told = texts.includes('kaki') || (texts.some((text) => walks.has(text)) && (far || !unit || persons.has(unit)))
  return texts.length >= 4 && (told || (far && at >= 1))
}
const sells = wordSet('jual dijual beli bayar dapat panen')
const persons = wordSet('orang kk')
const daily = wordSet('hari pagi sore siang malam minggu')
const unitBehind = (tokens: readonly Token[], { end }: FoundNumber) =>
  tokens[end]?.kind === 'word' ? unitOf(tokens[end]) : undefined

/** "harga sekarang 14 ribu, baru turun" */
const isPriceMove = (texts: readonly string[], tokens: readonly Token[], first: FoundNumber) =>
  texts.length <= 3 &&
  texts.every((text) => moves.has(text)) &&
  tokens.slice(0, first.start).some(({ low }) => prices.has(low))
const moves = wordSet('baru sudah lagi turun naik terus sedikit memang')

/** ", tidak ada bantuan lain", ", tidak cukup sebenarnya": that there was no more. */
const isNoMore = (texts: readonly string[]) =>
  (texts[0] === 'tidak' && texts[1] === 'ada' && texts.length <= 5 && texts.at(-1) === 'lain') ||
  (texts.length <= 6 &&
    texts.includes('cukup') &&
    denies(texts) &&
    !texts.some((text) => (undoing.has(text) && text !== 'baru') || text === 'semua'))

/** ", maklum kalau hari pasar orang banyak": why it is no wonder. */
const isUnderstood = (texts: readonly string[]) =>
  texts[0] === 'maklum' &&
  !pointing.has(texts[1] ?? '') &&
  !denies(texts) &&
  !texts.some((text) => undoing.has(text) || limiting.has(text))
const pointing = wordSet('itu ini yang')
const limiting = wordSet('lain cuma setengah separuh sebagian lalu dulu')

/** ", kalau perlu nanti saya kirim", ", catatannya ada di bendahara kalau mau lihat": what may be sent or shown too. */
const isOffer = (said: readonly Token[], texts: readonly string[]) => {
  const at = texts.indexOf('kalau')
  if (at < 0 || (at > 0 && !papers.has(said[0]!.low.replace(/nya$/, '')))) return false
  const next = texts[at + 1]
  return (
    (next === 'perlu' || next === 'butuh' || (next === 'mau' && shown.has(texts[at + 2] ?? ''))) &&
    texts.some((text) => shown.has(text)) &&
    !(at > 0 && (denies(texts) || texts.includes('lain'))) &&
    !texts.some((text) => corrects.has(text) || text === 'lagi' || text === 'tambah' || text === 'ubah')
  )
}
const papers = wordSet(`${paperWords} buku catatan`)
const shown = wordSet(
  'lihat dilihat dicek diperiksa liat cek kirim kirimkan antar foto fotokan bawa bawakan tunjukkan periksa suruh',
)

/** ", tidak lewat kas negeri": which way it did not come. "tidak lewat dari 5" is a limit. */
const isOtherWay = (texts: readonly string[]) =>
  texts[0] === 'tidak' && texts[1] === 'lewat' && ways.has(texts[2] ?? '') && texts.length <= 5
const ways = wordSet('kas rekening bank bendahara desa negeri dinas koperasi toko tengkulak pengepul transfer jalan')

/** "17 keluarga sudah pindah, yang lain masih tunggu atap": who waits was not asked for. */
const isQueue = (texts: readonly string[], tokens: readonly Token[], { value }: FoundNumber) =>
  value < 1000 &&
  texts[0] === 'yang' &&
  texts[1] === 'lain' &&
  (texts[2] === 'tunggu' || (texts[2] === 'masih' && texts[3] === 'tunggu')) &&
  tokens.some(({ text }) => text === 'sudah') &&
  !texts.some((text) => undoing.has(text))

/** ", belum ada yang beli" */
const isUnbought = (texts: readonly string[]) =>
  (texts[0] === 'belum' || texts[0] === 'tidak' || buyers.has(texts[0] ?? '')) &&
  texts.some((text) => text === 'ada' || text === 'datang' || text === 'laku') &&
  texts.some((text) => buyers.has(text)) &&
  texts.length <= 7 &&
  !texts.some((text) => (undoing.has(text) && !buyers.has(text)) || text === 'semua')

/** "kurang lebih 3 hektar, belum diukur betul": said to be about so much already. */
const isUnchecked = (texts: readonly string[]) =>
  texts.some((text) => text === 'belum' || text === 'tidak') &&
  texts.some((text) => checking.has(text)) &&
  texts.every(
    (text) =>
      checking.has(text) ||
      besideChecking.has(text) ||
      text === '.' ||
      text === ',' ||
      (text === 'semua' && texts.some((other) => other === 'sempat' || other === 'nota')),
  )

/** "mente 7 karung, belum ditimbang": packed, and counted in packs. */
const isUnweighed = (texts: readonly string[], tokens: readonly Token[], first: FoundNumber) =>
  packs.has(unitBehind(tokens, first) ?? '') &&
  texts.some((text) => weighs.has(text)) &&
  !texts.some((text) => checking.has(text) && !weighs.has(text))
const packs = wordSet('karung sak ikat keranjang ember dus kotak jeriken kaleng bungkus tandan')
const weighs = wordSet('timbang ditimbang')

const pauses = new Set([',', '.', ';', '\n', 'karena', 'makanya'])
const formerly = wordSet(words.formerly)
const compares = wordSet(words.compares)
const weathers = wordSet(words.weathers)
const hardships = wordSet(words.hardships)
const undoing = wordSet(words.undoing)
const travels = wordSet(words.travels)
const checking = wordSet(words.checking)
const besideChecking = wordSet(words.besideChecking)
const buyers = wordSet(words.buyers)
const prices = wordSet('harga harganya pasaran')
const moved = wordSet('diangkut dijual dijemput digiling dijemur laku diambil terjual')
const labels = wordSet('dusun rt rw umur umurnya usia tahap termin semester')
const processed = wordSet(words.processed)
const unready = wordSet('belum masih lagi')
const rests = wordSet('masih belum lain')
const collected = wordSet('terkumpul terserap terpakai')
const unpaidWork = wordSet(words.unpaidWork)
const walks = wordSet(words.walks)
const harvests = wordSet('hasil panen dapat dipanen kumpul produksi')
const spans = wordSet('jam menit hari tahun bulan minggu')
const seasons = wordSet('tahun musim panen bulan minggu hari waktu')
const pasts = wordSet('lalu kemarin sebelumnya dulu')
const corrects = wordSet('tapi atau kecuali bukan salah maksud harusnya seharusnya mestinya rencana target ralat')
const mosts = wordSet('banyak jauh dekat ramai besar sering')
const ofOthers = wordSet('punya milik sewa disewa orang tetangga')
const halves = wordSet('setengahnya separuhnya sebagian sebagiannya separonya stengahnya')
