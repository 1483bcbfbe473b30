import { isContent } from '../match-index.ts'
import type { Hit } from '../match-numbers.ts'
import { isPolite } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'

// What stands beside the choices a reply names: what only frames or explains them, and what was not understood.

export const restrictions = wordSet(
  'janji dijanji dijanjikan tapi atau kecuali selain bukan jangan antara mungkin barangkali kayaknya sepertinya rasanya perasaan setahu seingat katanya kata infonya kira belakangan eh ralat koreksi maksud dll dsb dst sebagainya seterusnya',
)
export const people = wordSet(
  'anak anak2 anak-anak ibu-ibu mama-mama bapak-bapak pemuda perempuan warga masyarakat orang kami kita katong kitong dorang dong mereka mama2 ibu2 bapak2 petani nelayan',
)
/** "kurang dana kurang orang": a second thing begins. */
export const lacking = wordSet('kurang tidak belum')

export const separators = wordSet(', ; + & \n dan / plus')
/** A part of the list ends here: also at a full stop, which behind a number belongs to it, and at "terus" and "lalu". */
export const endsPart = (tokens: readonly Token[], i: number): boolean =>
  separators.has(tokens[i]!.text) ||
  (tokens[i]!.text === '.' && !isNumberDot(tokens, i)) ||
  (goesOnWith.has(tokens[i]!.text) && !ofTime.has(tokens[i - 1]?.text ?? '') && tokens[i + 1]?.low !== 'menerus')
const goesOnWith = wordSet('terus lalu')
const ofTime = wordSet('tahun bulan minggu hari musim panen yang')
/** "1. dana", "a. dana" */
const isNumberDot = (tokens: readonly Token[], i: number) =>
  tokens[i - 1]?.kind === 'number' || tokens[i - 1]?.low.length === 1
/** Openings of a part that explains the one before it. */
const explaining = wordSet(
  'khususnya terutama karena habis belum sudah masih sampai jadi yang semua baru tinggal tidak supaya biar agar terlambat keduanya katanya kendalanya masalahnya kebutuhan untuk',
)

/** "ombak besar, orang tidak bisa melaut": what came of it, no problem of its own. */
const isConsequence = (part: readonly Token[]) =>
  isLoss(part) ||
  // "kerja berhenti", "di kios sudah habis"
  part.some(
    (token, i) =>
      isOneOf(works, token) &&
      part.slice(i + 1, i + 4).some((other) => rests.has(other.text)) &&
      part.filter(isContent).length <= 5,
  ) ||
  (part.some((token, i) => shops.has(token.text) && part[i - 1]?.text === 'di') &&
    part.some((token) => isOneOf(soldOut, token)) &&
    part.filter(isContent).length <= 3) ||
  part.some((token, i) => {
    const next = part[i + 1]?.text ?? ''
    if (token.text === 'jarang') return (next === 'turun' && atSea.has(part[i - 1]?.low ?? '')) || stopped.has(next)
    return hinders.has(token.text) && (stopped.has(next) || (next === 'mau' && stopped.has(part[i + 2]?.text ?? '')))
  })
const hinders = wordSet('tidak belum susah sulit sengsara')
const works = wordSet('kerja kegiatan kegiatannya pekerjaan pekerjaannya tenun pembangunan kerjanya semua')
const rests = wordSet('berhenti terhenti tertunda mandek molor lambat terlambat istirahat')
const shops = wordSet('kios toko pasar koperasi')
const soldOut = wordSet('habis kosong mahal')
/** "jagung busuk" */
const isLoss = (part: readonly Token[]) => {
  const content = part.filter(isContent)
  return (
    content.some((token) => isOneOf(crops, token)) &&
    content.some((token) => losses.has(token.text)) &&
    content.every((token) => isOneOf(crops, token) || losses.has(token.text))
  )
}
const crops = wordSet(
  'jagung padi sayur sayuran tanaman kacang ubi kelapa kopra pala cengkeh mente mete pisang cabe tomat panen hasil buah kebun',
)
const losses = wordSet('busuk habis mati layu kering kuning gagal rusak hanyut jatuh semua banyak')
const atSea = wordSet('dorang dong orang nelayan kami kita katong perahu kapal bapak2 mereka')
/** "warga sibuk kebun", "babi rusak kebun": a key word behind others that were not understood may only be their object. */
export const foreignBefore = (
  tokens: readonly Token[],
  hits: readonly Hit[],
  kept: ReadonlySet<Token>,
  tells: (token: Token, option: number) => boolean,
) => {
  const isForeign = foreignTest(tokens, hits, kept, tells)
  const foreign = hits.filter(isForeign)
  // "hama pak, tiap malam babi hutan masuk kebun": named plainly before
  return foreign.some(
    (hit) => !hits.some((other) => other.option === hit.option && other.by === 'phrase' && !foreign.includes(other)),
  )
}
const foreignTest =
  (
    tokens: readonly Token[],
    hits: readonly Hit[],
    kept: ReadonlySet<Token>,
    tells: (token: Token, option: number) => boolean,
  ) =>
  (hit: Hit) => {
    if (hit.by !== 'phrase') return false
    let foreign = 0
    let behindOutcome = false
    const second = tokens[hit.end]?.text === 'juga'
    for (let i = hit.start - 1; i >= 0; i--) {
      const token = tokens[i]!
      if (
        separators.has(token.text) ||
        token.kind === 'mark' ||
        copulas.has(token.low) ||
        suffers.has(token.text) ||
        hits.some((other) => other.end > i && other.start <= i)
      )
        break
      // "ulat makan daun jagung terus bibit juga kurang"
      if (
        (second || token.text === 'lalu' || (i === hit.start - 1 && lackBehind.has(tokens[hit.end]?.text ?? ''))) &&
        begins.has(token.text)
      )
        break
      behindOutcome ||= token.text === 'jadi' && tokens[i - 1]?.text !== 'yang'
      if (
        isContent(token) &&
        kept.has(token) &&
        !opening.has(token.low) &&
        !opening.has(token.text) &&
        !frames.has(token.low) &&
        !frames.has(token.text) &&
        !leading.has(token.text) &&
        !spans.has(token.text) &&
        !(behindOutcome && tells(token, hit.option))
      )
        foreign++
    }
    return foreign >= 2
  }
/** "bibit dimakan tikus": what follows did it. */
const suffers = wordSet('dimakan diserang terserang dirusak')
const lackBehind = wordSet('tidak kurang belum habis rusak mahal')
const begins = wordSet('terus lalu baru')
/** What may open a sentence that names the trouble: "yang bikin lambat itu modal", "katong pung kendala cuma uang". */
const opening = wordSet(
  'jadi menjadi bikin membuat buat lambat menghambat hambat hadapi alami rasakan katong kitong torang dorang beta punya memang minta dibantu diharapkan harapkan berupa jawaban terkait',
)
const copulas = wordSet('adalah ialah yaitu yakni')
/** "belum bisa pakai mesin": what is lacking is the skill, not the machine. */
export const lacksSkill = (tokens: readonly Token[], hits: readonly Hit[]) =>
  hits.some(
    (hit) =>
      handling.has(tokens[hit.start - 1]?.text ?? '') &&
      tokens.slice(Math.max(0, hit.start - 5), hit.start).some((token) => lacking.has(token.text)),
  )
const handling = wordSet('pakai pake memakai menggunakan gunakan operasikan')
/** "sudah satu bulan ini angin timur": for how long. */
const spans = wordSet('sepanjang satu dua tiga empat lima enam bulan minggu hari tahun')
const leading = wordSet(
  'soal terlalu pertama kedua ketiga keempat kurang keterbatasan kekurangan minta terkendala kena banyak urus cari mati susah',
)

/** "anak muda di sini belum mengerti" */
const isIgnorance = (part: readonly Token[]) => {
  const at = part.findIndex((token) => token.text === 'belum' || token.text === 'tidak' || token.text === 'kurang')
  const verb = part[at + 1]?.text === 'pada' ? part[at + 2] : part[at + 1]
  return (
    at > 0 &&
    people.has(part[0]!.low) &&
    unable.has(verb?.text ?? '') &&
    !part.slice(at + 1).some((token) => restrictions.has(token.text))
  )
}
export const unable = wordSet('ngerti mengerti paham tahu terlatih terampil biasa')

/** "siapa lagi", "minta ampun banyaknya", "sekarang baru jual lewat fb", "kami masih bisa atasi sendiri", "par anak muda". */
export function isAside(part: readonly Token[]): boolean {
  const words = part.filter((token) => token.kind === 'word' && !isPolite(token))
  const [first, second] = [words[0]?.text ?? '', words[1]?.text ?? '']
  if (part.some((token) => asks.has(token.text))) return false
  if (first === 'siapa' || first === 'apa') return second === 'lagi' && words.length === 2
  if (first === 'minta') return second === 'ampun'
  const third = words[2]?.text ?? ''
  // "selama ini pakai tangan"
  if (first === 'selama' && second === 'ini' && words.length > 2) return true
  // "dari dulu begitu"
  if (
    part.length > 1 &&
    words.every((token) => ofOld.has(token.text)) &&
    (first === 'dari' || first === 'sejak' || first === 'memang')
  )
    return true
  // "bodi sudah ada"
  const last = words.at(-1)?.text ?? ''
  if (words.length > 1 && words.length <= 4 && words.at(-2)!.text === 'sudah' && there.has(last) && !now.has(first))
    return true
  // "kami masih ada" is no lack
  const goesOn = second === 'sudah' ? third === 'biasa' : goingOn.has(second) && third !== 'ada'
  if (first === 'par') return words.length > 2
  if (first === 'jangan') return second === 'cuma' || second === 'sampai'
  return (first === 'sekarang' || speakers.has(first)) && goesOn
}
const now = wordSet('sekarang ini itu tadi')
const there = wordSet('ada siap punya cukup dapat aman')
const speakers = wordSet('kami kita katong kitong saya beta')
const ofOld = wordSet('memang dari sejak dulu lama awal begitu begini terus sama tahun lalu')
const goingOn = wordSet('baru masih biasa selalu')
/** With these in it, it is a wish or a trouble of its own. */
const asks = wordSet('butuh perlu mau kurang rusak tidak belum susah sulit kendala masalah')
const stopped = wordSet('bisa kerja bekerja melaut tanam')
/** "kendala utama ya itu, …": opens the answer and names nothing. */
const frames = wordSet(
  'lagipula keduanya ketiganya kendala kendalanya masalah masalahnya hambatan hambatannya utama utamanya paling besar terbesar berat adalah yaitu yakni ialah antara begini begitu ya desa kampung negeri dukungan kebutuhan butuh perlu kebutuhannya dibutuhkan diperlukan persoalannya penghambat penyebab penyebabnya dihadapi dialami dirasakan pung punk pu sumber sumbernya sisanya selebihnya kekurangannya tutup ditutup ambil diambil berasal',
)

/** "su dua minggu": for how long. */
const isSpan = (part: readonly Token[]) => {
  const [first, number, unit] = part.filter((token) => token.kind !== 'mark' && !isPolite(token))
  return (
    since.has(first?.text ?? '') &&
    (number?.kind === 'number' || spans.has(number?.text ?? '')) &&
    spans.has(unit?.text ?? '')
  )
}
const since = wordSet('sudah dari sejak selama hampir')
const denying = wordSet('belum tidak habis masih baru tinggal semua sudah terlambat')
/** What was not yet done to a thing, or did not become of it. */
const isOutcome = ({ low, text }: Token) => low.startsWith('di') || outcomes.has(text) || outcomes.has(low)
const outcomes = wordSet(
  'mulai kurang berhenti cair turun datang sampai dapat terima selesai jalan cukup kunjung muncul masuk sempat berani kabupaten pusat tambat',
)

/** A part of the list in which nothing was recognised: silently dropping it would lose an answer. */
export function unreadPart(
  tokens: readonly Token[],
  hits: readonly Hit[],
  kept: ReadonlySet<Token>,
  isProblems: boolean,
): string | undefined {
  let start = 0
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i]
    const joins = token && (endsPart(tokens, i) || ((token.text === 'sama' || token.text === 'dengan') && i > start))
    if (token && !joins) continue
    const inHit = hits.some((hit) => hit.start < i && hit.end > i && token)
    if (inHit) continue
    const isNamed = hits.some((hit) => hit.start < i && hit.end > start)
    const part = isNamed ? [] : tokens.slice(start, i)
    const content = part.filter((t) => isContent(t) && kept.has(t) && !frames.has(t.low) && !frames.has(t.text))
    const opening = part.find((t) => t.kind === 'word' && !isPolite(t))?.text ?? ''
    if (
      content.length > 0 &&
      !isConsequence(part) &&
      !(
        isSpan(part) &&
        content.every((t) => spans.has(t.text) || isOutcome(t)) &&
        hits.some((hit) => hit.start < start)
      ) &&
      // "pemdes, dinas, dua itu saja"
      !(sums.has(content[0]!.text) && content.every(isSum) && part.some((t) => t.text === 'itu') && hits.length > 1) &&
      !(
        !isProblems &&
        people.has(part.find((t) => t.kind === 'word')?.low ?? '') &&
        part.some((t) => t.text === 'mau') &&
        hits.some((hit) => hit.start < start)
      ) &&
      !((isAside(part) || (!isProblems && isIgnorance(part))) && hits.some((hit) => hit.start < start)) &&
      // "dana, belum cair" tells of it, "dana, belum lincah" names a further lack
      !(
        explaining.has(opening) &&
        (!isProblems || !denying.has(opening) || content.every(isOutcome)) &&
        // "kurang SDM dan dana": before anything was named there is nothing to explain
        (opening === 'karena' || hits.some((hit) => hit.start < start))
      )
    )
      return content
        .map((t) => t.raw)
        .join(' ')
        .slice(0, 40)
    start = i + 1
  }
  return undefined
}

/** "anggota tidak sepakat", "orang tidak ke kebun": of whom or where it is said; the word alone may be an option. */
export const withoutSubjects = (tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((hit) => {
    if (hit.by !== 'phrase' || hit.end !== hit.start + 1) return true
    const { text } = tokens[hit.start]!
    if (grounds.has(text) && toGrounds.has(tokens[hit.start - 1]?.text ?? '')) return false
    if (!members.has(text)) return true
    // "keterampilan anggota": whose
    if (hits.some((other) => other.end === hit.start && ofPeople.has(tokens[other.start]!.text))) return false
    const next = hits.find(
      (other) =>
        other.option !== hit.option && other.by === 'phrase' && other.start >= hit.end && other.start <= hit.end + 1,
    )
    return !next || (next.start > hit.end && !lacking.has(tokens[hit.end]!.text) && !said.has(tokens[hit.end]!.text))
  })
/** "kebun di lereng longsor", "kebun belum dipagar": a garden that something else is said of may be no trouble of land. */
export const isGround = (tokens: readonly Token[], hit: Hit, used: ReadonlySet<number>) => {
  if (hit.by !== 'phrase' || hit.end !== hit.start + 1 || !grounds.has(tokens[hit.start]!.text)) return false
  const near = [tokens[hit.start - 1], ...tokens.slice(hit.end, hit.end + 4)]
  const stop = near.findIndex((token, i) => i > 0 && token?.kind === 'mark')
  const beside = near
    .slice(0, stop < 0 ? near.length : stop)
    .filter((token) => token !== undefined && isContent(token) && !used.has(tokens.indexOf(token)))
  return beside.length > 0 && !beside.some((token) => ofLand.has(token!.text) || ofLand.has(token!.low))
}
const ofLand = wordSet('sengketa batas pemilik sempit kurang milik marga izin punya sewa garap klaim terbatas warisan')
const sums = wordSet('dua tiga')
const isSum = ({ text }: Token) => sums.has(text) || text === 'dulu'
const members = wordSet('anggota warga masyarakat')
const grounds = wordSet('kebun sawah ladang')
const toGrounds = wordSet('pi pergi pigi ke di dari masuk rusak injak bongkar')
const ofPeople = wordSet('keterampilan pengetahuan keahlian pelatihan pendampingan')
const said = wordSet('masih sudah yang semua juga')

/** "dana kali": perhaps; "1 ya 2 tidak": one by one; "desa sebelah kena hama": of others. */
export const isTakenBack = (tokens: readonly Token[], hits: readonly Hit[]): boolean => {
  const ends = (i: number) => {
    const token = tokens[i]
    return token === undefined || token.kind !== 'word' || token.text === 'ya' || isPolite(token)
  }
  const skip = (i: number) =>
    tokens[i]?.text === '.' || tokens[i]?.text === ')' || tokens[i]?.text === ':' ? i + 1 : i
  const yes = hits.some((hit) => tokens[skip(hit.end)]?.text === 'ya')
  return (
    hits.some((hit) => tokens[hit.end]?.text === 'kali' && ends(hit.end + 1)) ||
    tokens.some(
      (token, i) =>
        (token.kind === 'number' || (yes && hits.some((hit) => hit.end === i + 1))) &&
        denials.has(tokens[skip(i + 1)]?.text ?? '') &&
        ends(skip(i + 1) + 1),
    ) ||
    tokens.some((token, i) => others.has(token.text) && groups.has(tokens[i - 1]?.text ?? ''))
  )
}
const denials = wordSet('tidak belum bukan')
const others = wordSet('sebelah tetangga lain')
const groups = wordSet('desa kampung negeri dusun kelompok')
