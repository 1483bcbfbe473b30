import { wordSet } from './similar.ts'
import type { Token } from './text.ts'

// What people add behind a clear answer: why it is so, what they wish for, where it is written down. It is taken out only
// where nothing in it can touch the answer; everything else stays and makes a question.

/** Words that may correct, limit, postpone or estimate what was said before them. */
const touching = wordSet(
  'tapi atau kecuali selain bukan ralat koreksi salah keliru maksud harusnya seharusnya sebenarnya sisa tinggal tambah ditambah tambahan bertambah dikurangi kurang lebih lagi lain sebagian semua setiap per masing-masing rata-rata sekitar kira mungkin kayaknya sepertinya rasanya rasa barangkali hampir ubah berubah ganti diganti geser digeser mundur diundur maju dimajukan ditunda tunda batal rencana rencananya target termasuk terhitung dihitung pasti jelas lupa entah pernah jadi jadinya menjadi cuma hanya antara sampai ? / * < > + = @ %',
)
const daytimes = wordSet('pagi siang sore malam')
const denials = wordSet('tidak belum jangan')
/**
 * Behind a full stop only these may be denied: what people and roads could not do. "tidak dihitung", "belum dipasang" and
 * "tidak hadir" say something of the answer.
 */
const deniable = wordSet('muncul lewat punya')
const settling = wordSet(
  'hari tanggal datang hadir ikut jadi jalan pastikan hitung dihitung catat pasti tahu masuk buat bikin kerja laksanakan',
)
const ofAnswer = wordSet('itu ini yang')
const wishes = wordSet('bisa boleh')
const conditions = wordSet('kalau kalo kl klo')
const reasons = wordSet('karena makanya')

interface CommentRules {
  /** The part before the pause gives the answer by itself. */
  readonly answers: (lead: readonly Token[]) => boolean
  /** The part behind it names something that could be the answer too. */
  readonly rivals: (comment: readonly Token[]) => boolean
  /** Words that spoil an answer of this kind, wherever they stand. */
  readonly spoils?: ReadonlySet<string>
  /** Behind a comma too, not only behind a full stop or a "because". */
  readonly commas?: true
}

/** The reply without the sentence that comments on its answer: "30 Juli. Kalau bisa lain kali jangan hari pasar." */
export function withoutComment(tokens: readonly Token[], rules: CommentRules): readonly Token[] {
  for (let i = 1; i < tokens.length - 1; i++) {
    const reason = reasons.has(tokens[i]!.text)
    if (!reason && !pauses(tokens, i, rules.commas === true)) continue
    const lead = tokens.slice(0, i)
    if (!rules.answers(lead)) continue
    const comment = tokens.slice(i + 1)
    return isHarmless(comment, reason, rules.spoils) && !rules.rivals(comment) ? lead : tokens
  }
  return tokens
}

const pauses = (tokens: readonly Token[], i: number, commas: boolean) => {
  const [token, next] = [tokens[i]!, tokens[i + 1]!]
  if (token.text === '\n') return true
  return (token.text === '.' || (commas && token.text === ',')) && !next.glued && next.kind === 'word'
}

function isHarmless(comment: readonly Token[], reason: boolean, spoils?: ReadonlySet<string>): boolean {
  const wish = conditions.has(comment[0]?.text ?? '') && wishes.has(comment[1]?.text ?? '')
  // "lain kali" is another time, not another thing
  // "Itu rencana", "Yang lulus …": of the answer itself
  if (!reason && ofAnswer.has(comment[0]?.text ?? '')) return false
  return comment.every((token, i) => {
    const next = comment[i + 1]?.text ?? ''
    if (token.text === 'lain' && next === 'kali') return true
    // "motor tidak bisa lewat"
    if (token.text === 'lewat' && comment[i - 1]?.text === 'bisa') return true
    if (token.text === 'sampai' && daytimes.has(next) && daytimes.has(comment[i - 1]?.text ?? '')) return true
    if (conditions.has(token.text) || token.text === 'jika' || token.text === 'apabila') return wish && i === 0
    if (denials.has(token.text)) {
      if (reason || wish) return reason || i > 0
      const able = next === 'bisa' && comment[i + 2]?.kind === 'word' && !settling.has(comment[i + 2]!.text)
      return i > 0 && (able || deniable.has(next))
    }
    return !touching.has(token.text) && !spoils?.has(token.text)
  })
}

/** "(no urut 5 dan 19 di daftar hadir)", "(sesuai daftar hadir lembar 1)": where it is written down. */
export function withoutReference(tokens: readonly Token[]): readonly Token[] {
  const open = tokens.findIndex((token) => token.text === '(')
  if (open < 1) return tokens
  const close = tokens.findIndex((token, i) => i > open && token.text === ')')
  const inside = tokens.slice(open + 1, close < 0 ? tokens.length : close)
  const first = inside[0]?.text ?? ''
  const refers = first === 'nomor' ? inside[1]?.text === 'urut' : sources.has(first)
  if (!refers || !inside.some((token) => token.kind === 'number')) return tokens
  const placed = inside.every(
    (token, i) =>
      token.kind !== 'number' ||
      (/^\d{1,3}$/.test(token.text) &&
        (places.has(inside[i - 1]?.text ?? '') ||
          (joins.has(inside[i - 1]?.text ?? '') && inside[i - 2]?.kind === 'number')) &&
        !inside.slice(i + 1, i + 2).some((next) => next.kind === 'word' && !afterPlace.has(next.text))),
  )
  return placed ? [...tokens.slice(0, open), ...(close < 0 ? [] : tokens.slice(close + 1))] : tokens
}
const sources = wordSet('sesuai lihat menurut berdasarkan')
const places = wordSet('lembar halaman hal nomor urut lampiran baris poin')
const joins = wordSet('dan , sampai -')
const afterPlace = wordSet('di dan pada dalam sampai')

/** "1,2 ton, lebih baik dari musim lalu": what it is compared with, no number of its own. */
export function withoutComparison(tokens: readonly Token[]): readonly Token[] {
  let at = tokens.findIndex(
    (token, i) => token.text === 'lebih' && degrees.has(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.text === 'dari',
  )
  let width = 3
  if (at < 0) {
    // "850 kilo, masih kurang dari tahun lalu"
    at = tokens.findIndex(
      (token, i) =>
        i > 1 && lesser.has(token.text) && tokens[i + 1]?.text === 'dari' && former.has(tokens[i + 2]?.text ?? ''),
    )
    if (at > 0 && tokens[at - 1]!.text === 'masih') at--
    width = at > 0 && tokens[at]!.text === 'masih' ? 3 : 2
  }
  if (at < 0) return tokens
  let end = at + width
  while (tokens[end] && tokens[end]!.kind === 'word' && tokens[end]!.text !== 'karena') end++
  const compared = tokens.slice(at + width, end)
  if (compared.length === 0 || tokens[end]?.kind === 'number' || compared.some((token) => planned.has(token.text)))
    return tokens
  if (!compared.some((token) => former.has(token.text))) return tokens
  const start = tokens[at - 1]?.text === ',' || tokens[at - 1]?.text === '.' ? at - 1 : at
  return [...tokens.slice(0, start), ...tokens.slice(end)]
}
const degrees = wordSet(
  'baik bagus banyak sedikit besar kecil tinggi rendah murah mahal hemat berat ringan cepat untung',
)
const lesser = wordSet('kurang turun naik lebih')
const planned = wordSet('rencana target targetnya seharusnya harusnya usulan dijanjikan pagu itu ini')
const former = wordSet(
  'musim tahun bulan minggu kemarin biasa biasanya panen putaran toko pasar kota sebelah tetangga lain dulu sebelumnya lalu',
)

/** "kalau yang hadir 25 orang", "kalau dari kantor desa 3 kilo": of what it is said, no condition. */
export function withoutTopic(tokens: readonly Token[]): readonly Token[] {
  if (!conditions.has(tokens[0]?.text ?? '')) return tokens
  const number = tokens.findIndex((token) => token.kind === 'number' || spelled.has(token.text))
  const topic = tokens.slice(1, number < 0 ? tokens.length : number)
  const next = topic[0]?.text ?? ''
  const opens =
    topics.has(next) ||
    (monies.has(next) && ofMoney.has(topic[1]?.text ?? '')) ||
    (next === 'di' && inPlaces.has(topic[1]?.text ?? ''))
  // "kalau kebun pala milik negeri itu hampir 10 ha"
  const named = topic.length > 1 && isNamed(topic)
  const conditional = topic.some((token) => token.kind === 'mark' || supposed.has(token.text))
  return number > 0 && (opens || named) && !conditional ? tokens.slice(1) : tokens
}
/** The topic ends with what points at it: "kebun itu", "kebun kelompok kami", "tanah desa ini ada". */
const isNamed = (topic: readonly Token[]) => {
  const last = topic.findLast(({ text }) => !links.has(text))
  return last !== undefined && pointing.has(last.text) && lands.has(topic[0]!.text)
}
const links = wordSet('ada sekitar kira hampir cuma kurang lebih mungkin sudah saja')
const pointing = wordSet('itu ini kami saya kita katong beta')
const lands = wordSet(
  'kebun tanah lahan sawah ladang dusung dusun hutan kolam tambak jalan pipa jarak air pagar kandang kelompok desa negeri kampung rumah sekolah posyandu',
)
const topics = wordSet('yang dari soal jarak jaraknya luas luasnya sekarang')
const monies = wordSet('uang dana biaya')
const ofMoney = wordSet('yang baru')
const inPlaces = wordSet('desa negeri kampung kelompok kami kita katong dusun sini')
/** Behind "kalau" these make a condition. */
export const supposed = wordSet(
  'jadi bisa mau cair turun datang dapat akan nanti semua mungkin besok depan hujan tapi menurut rencana minta butuh perlu ikut tidak belum selesai rampung masuk bagus rusak baik panen buka dibuka',
)
const spelled = wordSet(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas setengah seratus seribu sejuta',
)

/** "kalau menurut saya sudah 40 %", "kalau di desa kami 12": who speaks, no condition. */
export function withoutSpeaker(tokens: readonly Token[]): readonly Token[] {
  const at = conditions.has(tokens[0]?.text ?? '') ? 1 : 0
  // "kalau menurut sertifikat yang ada di kantor, luasnya 1,2 hektar"
  if (
    at === 1 &&
    tokens[1]?.text === 'menurut' &&
    papers.has(tokens[2]?.text ?? '') &&
    !olds.has(tokens[3]?.text ?? '')
  )
    return tokens.slice(1)
  if (tokens[at]?.text !== 'menurut' || !speakers.has(tokens[at + 1]?.text ?? '')) return tokens
  return tokens.slice(at + 2)
}
const olds = wordSet('lama dulu tahun')
const papers = wordSet('sertifikat surat peta catatan buku')
const speakers = wordSet('saya kami kita katong kitong tukang mandor')

/** "jam 9 pagi, jangan terlambat pak", "…, jadi jangan diundur lagi ya": a wish that the answer may hold. */
export function withoutUrging(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, i) => token.text === 'jangan' && urged.has(tokens[i + 1]?.text ?? ''))
  if (at < 0) return tokens
  let start = at
  while (start > 0 && urging.has(tokens[start - 1]!.text)) start--
  let end = at + 1
  while (tokens[end] && tokens[end]!.kind !== 'mark') end++
  const said = tokens.slice(at, end)
  if (said.some(({ kind, text }) => kind === 'number' || daytimes.has(text) || spelled.has(text) || dated.has(text)))
    return tokens
  return [...tokens.slice(0, start), ...tokens.slice(end)]
}
const urged = wordSet('terlambat telat lambat lat lupa molor diundur ditunda digeser batal dibatalkan')
const urging = wordSet('jadi mohon tolong harap semoga , dan')
const dated = wordSet('tanggal bulan hari minggu jam pukul tanggalnya harinya bulannya')
