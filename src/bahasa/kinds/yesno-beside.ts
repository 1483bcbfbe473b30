import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'

// What stands beside a yes or no and touches it not: of what it is said, why it comes late, what is there instead.

/** "kalau yang itu sudah", "kalau untuk jalan tani itu belum dikerjakan karena …": of what it is said, no condition. */
export function withoutTopic(all: readonly Token[]): readonly Token[] {
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
const opensReply = (token: Token) =>
  token.kind === 'mark' || isPolite(token) || opensTopic.has(token.low) || opensTopic.has(token.text)
const opensTopic = wordSet(
  'oh oo ya ow maaf mohon selamat pagi siang sore malam lambat terlambat telat menjawab jawab membalas balas baru',
)
const topics = wordSet('yang untuk soal kegiatan program')
/** "sampai hari ini kelompok di dusun tiga belum terbentuk": from its "belum" on. */
function withoutUntil(all: readonly Token[], at: number): readonly Token[] {
  const no = all.findIndex((token, i) => i > at && token.text === 'belum')
  if (no < 0 || no > at + 11 || !now.has(all[at + 1]?.text ?? '') || all[no - 1]!.text === 'yang') return all
  const own = all.slice(at, no)
  return own.some((token) => token.kind === 'mark' || limits.has(token.text)) ? all : all.slice(no)
}
const now = wordSet('hari saat sekarang kini detik')
/** One of several: of the others nothing is said. */
const lots = wordSet('dusun kelompok rt rw kampung rumah tahap')
const limits = wordSet('sebagian beberapa yang tidak sudah ada lain tapi setengah separuh sebelah tetangga semua')

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
