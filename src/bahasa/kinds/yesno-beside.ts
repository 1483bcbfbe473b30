import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'

// What stands beside a yes or no and touches it not: of what it is said, why it comes late, what is there instead.

/** "kalau yang itu sudah", "kalau untuk jalan tani itu belum dikerjakan karena …": of what it is said, no condition. */
export function withoutTopic(said: readonly Token[]): readonly Token[] {
  const all = withoutLetterTopic(withoutNeighbour(said))
  const until = all.findIndex((token) => token.text === 'sampai')
  if (until >= 0 && all.slice(0, until).every(opensReply)) return withoutUntil(all, until)
  const at = all.findIndex((token) => token.text === 'kalau' || token.text === 'untuk' || token.text === 'soal')
  if (at < 0 || !all.slice(0, at).every(opensReply)) return all
  const end = all.findIndex((token, i) => i > at && (token.text === 'itu' || token.text === 'ini'))
  if (all[at]!.text !== 'kalau' && all.slice(at, end).some((token) => limits.has(token.text) || lots.has(token.text)))
    return all
  if (end < 0 || end > at + 7 || (end > at + 1 && all[at]!.text === 'kalau' && !topics.has(all[at + 1]!.text)))
    return all
  const rest = all.slice(end + 1)
  const stop = rest.findIndex((token) => token.text === 'karena' || token.low === 'sejak')
  const own = rest.slice(0, stop < 0 ? rest.length : stop).filter((token) => token.kind === 'word' && !isPolite(token))
  const answers =
    own[0]?.text === 'sudah' || own[0]?.text === 'belum' || (own[0]?.text === 'tidak' && own[1]?.text === 'ada')
  return answers && own.length <= (all[at]!.text !== 'kalau' && own[0]!.text === 'belum' ? 3 : 2) ? rest : all
}
const opensReply = (token: Token) => token.kind === 'mark' || isPolite(token) || isOneOf(opensTopic, token)
const opensTopic = wordSet(
  'oh oo ya ow maaf mohon selamat pagi siang sore malam lambat terlambat telat menjawab jawab membalas balas baru',
)
const topics = wordSet('yang untuk soal kegiatan program')
/** "sampai hari ini kelompok di dusun tiga belum terbentuk": from its "belum" on. */
function withoutUntil(all: readonly Token[], at: number): readonly Token[] {
  const no = all.findIndex((token, i) => i > at && token.text === 'belum')
  const moment = all[at + 1]?.text === 'dengan' ? at + 2 : at + 1
  if (no < 0 || no > at + 11 || !now.has(all[moment]?.text ?? '') || all[no - 1]!.text === 'yang') return all
  const own = all.slice(at, no)
  return own.some((token) => token.kind === 'mark' || limits.has(token.text)) ? all : all.slice(no)
}
const now = wordSet('hari saat sekarang kini detik')
/** One of several: of the others nothing is said. */
const lots = wordSet('dusun kelompok rt rw kampung rumah tahap')
const limits = wordSet('sebagian beberapa yang tidak sudah ada lain tapi setengah separuh sebelah tetangga semua')

/** "Perdes tentang sasi dimaksud sudah ditetapkan": letters name what was asked at length. */
function withoutLetterTopic(all: readonly Token[]): readonly Token[] {
  const at = all.findIndex(
    (token, i) => mentioned.has(token.text) && (all[i + 1]?.text === 'sudah' || all[i + 1]?.text === 'belum'),
  )
  if (at < 0) return all
  let start = at
  while (start > 0 && all[start - 1]!.kind !== 'mark' && all[start - 1]!.text !== 'bahwa') start--
  const own = all.slice(start, at)
  const step = all[at + 1]!.text === 'sudah' && own.some((token) => steps.has(token.text))
  const other = step || officers.has(own[0]?.text ?? '')
  return other || own.length > 12 || own.some(({ text }) => limits.has(text) || hearsay.has(text) || text === 'belum')
    ? all
    : [...all.slice(0, start), ...all.slice(at + 1)]
}
const mentioned = wordSet('tersebut dimaksud')
/** What is done before it. */
const steps = wordSet(
  'proposal usulan usul permohonan pengajuan undangan informasi pemberitahuan pendaftaran rencana rancangan draf draft konsep survei survey sosialisasi pembahasan persiapan',
)
const officers = wordSet(
  'camat sekdes kades ketua bendahara sekretaris kepala anggota warga masyarakat penyuluh pendamping petugas orang bapak ibu',
)
const hearsay = wordSet('menurut kata katanya bilang info informasi kabar mungkin kira kalau')

/** "sudah bu, desa sebelah yang belum": how it is elsewhere. */
function withoutNeighbour(all: readonly Token[]): readonly Token[] {
  const at = all.findLastIndex((token) => token.kind === 'mark' && token.text !== '.')
  const part = all.slice(at + 1).map((token) => token.text)
  const yet = part.at(-1) === 'belum' || part.at(-1) === 'sudah'
  const own = part.slice(0, part.at(-2) === 'yang' ? -2 : -1)
  return at > 0 && yet && own.length === 2 && villages.has(own[0]!) && besides.has(own[1]!) ? all.slice(0, at) : all
}
const villages = wordSet('desa negeri kampung')
const besides = wordSet('sebelah tetangga')

/** "setelah kami cek, ternyata belum ada", "saya kira sudah, ternyata belum": what was found. */
export function asFound(all: readonly Token[]): readonly Token[] {
  const at = all.findIndex((token) => token.text === 'ternyata')
  if (at < 1 || !all.slice(0, at).some(({ text }) => looked.has(text) || thought.has(text))) return all
  const rest = all.slice(at + 1)
  const answer = rest.findIndex((token) => !spoken.has(token.text))
  return sides.has(rest[answer]?.text ?? '') ? rest : all
}
const spoken = wordSet('di desa negeri dusun kampung itu ini tersebut memang juga kami kita sana sini masih ,')
const sides = wordSet('sudah belum ada tidak benar betul salah')
const looked = wordSet('cek dicek periksa diperiksa tanya tanyakan ditanya ditanyakan lihat dilihat hubungi')
const thought = wordSet('kira pikir')

/** "tidak ada, cuma janji saja": what there is instead is nothing. */
export const isEmptyTalk = (part: readonly Token[]) => {
  const at = part.findIndex((token) => token.text === 'cuma' || token.text === 'hanya')
  const behind = part.slice(at + 1)
  return (
    at >= 0 &&
    at < 4 &&
    behind.length > 0 &&
    behind.length < 4 &&
    talk.has(behind[0]!.low.replace(/(?:-\p{L}+|2)$/u, '')) &&
    behind.slice(1).every((token) => isOneOf(andNoMore, token))
  )
}
const talk = wordSet('janji omong omongan bicara wacana cerita ngomong basong angin')
const andNoMore = wordSet('saja terus kosong sa sj manis belaka dari dulu')

/** "tidak ada yang keberatan", "tidak ada satu pun yang menolak": a no to one question, a yes to another. */
export const isUnopposed = (said: readonly Token[], no: number, by = opposes) => {
  if (said[no + 1]?.text !== 'ada') return false
  const at = said.findIndex((token, i) => i > no + 1 && i < no + 6 && token.text === 'yang')
  return at > 0 && by.has(said[at + 1]?.text ?? '')
}
/** Of these alone: "tidak ada yang mengeluh" is a no. */
export const refuses = wordSet('keberatan menolak tolak menentang')
/** "sudah sepakat, ada yang keberatan" */
export const isOpposed = (said: readonly Token[], i: number) =>
  said[i]!.text === 'yang' && said[i - 1]?.text === 'ada' && opposes.has(said[i + 1]?.text ?? '')
const opposes = wordSet(
  'keberatan menolak tolak protes komplain bantah membantah mengeluh menentang marah ribut lawan melawan',
)

/** "tadi sy lupa balas" */
export function withoutOwnFault(all: readonly Token[]): readonly Token[] {
  const at = all.findIndex((token, i) => token.text === 'lupa' && answers.has(all[i + 1]?.low ?? ''))
  return at < 2 ? all : [...all.slice(0, at), ...all.slice(at + 2)]
}
const answers = wordSet('balas membalas jawab menjawab kirim lapor isi')

/** "aman bang": a yes where it is the whole reply. */
export const isOnlyWell = (all: readonly Token[]) => {
  const words = all.filter((token) => token.kind === 'word' && !isPolite(token))
  const has = words.length === 1 && words[0]!.text === 'punya'
  return (
    has ||
    (words.length > 0 &&
      words.length < 4 &&
      words.every((token) => well.has(token.text)) &&
      !softens.has(words[0]!.text))
  )
}
const well = wordSet('aman terkendali saja semua masih')
const softens = wordSet('saja semua masih')

/** "tidak ada, yang aktif hanya PKK": what there is instead. */
export const isNamedOther = (part: readonly Token[]) => {
  const at = part.findIndex((token) => token.text === 'cuma' || token.text === 'hanya')
  return (
    at === 2 &&
    part[0]!.text === 'yang' &&
    others.has(part[1]!.text) &&
    part.slice(at + 1).every((token) => token.kind === 'word' && token.text !== 'sebagian' && token.text !== 'dusun')
  )
}
const others = wordSet('aktif jalan datang ada hidup bergerak turun hadir')

/** "su lama seng jalan": for how long it is not. */
export const isSince = (part: readonly Token[]) =>
  part[0]?.text === 'sudah' &&
  part[1]?.text === 'lama' &&
  part.some((token) => token.text === 'tidak' || token.low === 'seng') &&
  !part.some((token) => doubts.has(token.text))
const doubts = wordSet('tapi atau kalau sebagian baru')

/** "sudah lama kami tunggu" */
export const isLong = (rest: readonly Token[], i: number) => {
  const at = rest.findLastIndex((token, k) => k < i && token.text === 'lama')
  return at > 0 && at >= i - 2 && rest[at - 1]!.text === 'sudah'
}

/** "sudah dari mana", "ada apa"; "kapan saja" asks nothing. */
export const isAsked = (token: Token, next: Token | undefined) =>
  asking.has(token.text) && !token.low.includes('-') && next?.text !== 'saja' && next?.text !== 'adanya'
const asking = wordSet('mana apa siapa kapan kenapa mengapa bagaimana gimana berapa')
/** "siap minggu depan", "besok sudah": not yet. "bisa besok" is able. */
export const isAhead = (clause: readonly Token[], i: number) => {
  const { text } = clause[i]!
  return text === 'besok' || text === 'lusa' || (text === 'depan' && spans.has(clause[i - 1]?.text ?? ''))
}
const spans = wordSet('minggu bulan tahun senin selasa rabu kamis jumat sabtu')
export const isArranged = (token: Token) => arranged.has(token.text)
const arranged = wordSet('dianggarkan direncanakan dijadwalkan diusulkan disepakati diundang')
/** "lewat email", "sasi su tutup" */
export const isWay = (rest: readonly Token[], i: number) =>
  (rest[i]!.text === 'lewat' && ways.has(rest[i + 1]?.low ?? '')) ||
  (rest[i]!.text === 'tutup' && rest.slice(0, i).some((token) => closed.has(token.low)))
const closed = wordSet('sasi buku bukunya kas kasnya')
/** "walaupun agak terlambat" */
export const isThough = (rest: readonly Token[], i: number) =>
  rest[i]!.text === 'terlambat' && rest.slice(Math.max(0, i - 2), i).some((token) => though.has(token.low))
const though = wordSet('walaupun walau meski meskipun biar biarpun')
const ways = wordSet('rapat musyawarah musdes sidang email wa whatsapp surat pos pak bu sekdes kapal kantor kecamatan')
/** "boleh, pakai saja fotonya" */
export const isOwn = (things: readonly Token[]) => things.every((token) => isOneOf(own, token))
const own = wordSet('foto fotonya nama namanya gambar gambarnya data datanya itu ini semua saya kami kita')
