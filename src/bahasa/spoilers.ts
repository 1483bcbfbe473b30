import { habitual as habits } from './lexicon/asides.ts'
import { monthOf, weekdayOf } from './months.ts'
import { type FoundNumber, isJoined, parseNumber } from './numbers.ts'
import { durations } from './roles.ts'
import { wordSet } from './similar.ts'
import { isTalk } from './talk.ts'
import { isOneOf, type Token, tokenBefore } from './text.ts'
import type { AskReason } from './types.ts'
import { unitOf } from './units.ts'
import { isUnreal } from './unreal.ts'

// Words that change the value

export const restrictions = wordSet(
  'tapi atau kecuali selain separuh bukan asal kalau kalo klo apabila jika rata-rata lipat lewat diatas dibawah dipotong potongan tambah ditambah tambahan dikurangi kurang lebih naik turun antara maksimal minimal maks max min paling keatas kebawah belum tidak jangan sebagian lupa entah terserah tunggu minus sisa dibagi salah ralat keliru dolar dollar usd saldo utang hutang pinjam pinjaman dikembalikan kekurangan tergantung dp panjar panjer cicilan nyicil dicicil bon ngebon kasbon ngutang berutang ngutan kredit rugi dititip dititipkan titipan menolak ditolak apanya boro boro-boro jangankan palingan palingnya ringgit yen rm sgd',
)
export const strayNumberWords = wordSet(
  'belas puluh ratus ribu juta miliar triliun perdua perempat pertiga sepertiga perlima perenam pertujuh perdelapan persembilan persepuluh koma lusin',
)

export function spoiler(tokens: readonly Token[], number: FoundNumber, none: boolean): AskReason | undefined {
  const because = tokens.findIndex((token, i) => i >= number.end && token.text === 'karena')
  const before = tokenBefore(tokens, number.start)
  const becomes = before?.text === 'jadi' || before?.text === 'menjadi'
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const text = token.text
    if (i >= number.start && i < number.end) continue
    // "60% karena dana belum cair", "naik jadi 60%", "0% belum mulai"
    if (because >= 0 && i > because && explains.has(text)) continue
    if (becomes && i < number.start && changes.has(text)) continue
    if (number.value === 0 && (text === 'belum' || text === 'tidak')) continue
    if (text === 'minus') return 'negative'
    if (i > number.end && isAfterthought(tokens, i, number)) continue
    // "15 karung, kirim lewat truk"
    if (text === 'lewat' && tokens[i + 1]?.kind === 'word' && isChannel(tokens, i, number)) continue
    // "18,6 kilo lewat jalan baru"
    if (text === 'lewat' && ways.has(tokens[i - 1]?.text ?? '') && passages.has(tokens[i + 1]?.text ?? '')) continue
    // "lewat jembatan kayu"
    if (text === 'lewat' && i > number.end && passages.has(tokens[i + 1]?.text ?? '') && isOfLength(tokens, number))
      continue
    // "24 orang, rajin menabung setiap bulan", "3 kali pertemuan, tiap malam jumat"
    if (text === 'setiap' && i > number.end && isHabit(tokens, i, number)) continue
    // "3,2 km kalau ikut jalan kuda"
    if (text === 'kalau' && i > number.end && isRoute(tokens, i + 1) && isOfLength(tokens, number)) continue
    // "400 ribu sekali melaut"
    if (text === 'sekali' && trips.has(tokens[i + 1]?.low ?? '') && tokens[i - 1]?.text !== 'sama') return 'rate'
    // "6 kuintal gabah, musim ini kurang air", "hasil tahun ini turun, kami dapat 750 kg"
    if (text === 'kurang' && lacksSomething(tokens, i) && isBehindPause(tokens, i, number)) continue
    if (i < number.start && yields.has(text) && tellsOfYield(tokens, i, number)) continue
    // "dinding sudah naik"
    if (text === 'naik' && tokens.slice(Math.max(0, i - 3), i).some((other) => walls.has(other.text))) continue
    // "8 bodi yang turun laut"
    if (text === 'turun' && grounds.has(tokens[i + 1]?.text ?? '')) continue
    if (
      text === 'naik' &&
      vehicles.has(tokens[i + 1]?.text ?? '') &&
      (isBehindPause(tokens, i, number) || (i > number.end && isOfLength(tokens, number)))
    )
      continue
    // "27 orang min yang datang": the one who is spoken to; "min 27" is a limit
    if (text === 'min' && i > number.end) continue
    // "15 ekor. Itu rencana"
    if (i > number.end && unreal.has(text) && (tokens[i - 1]?.text === 'itu' || tokens[i - 1]?.text === 'baru'))
      return 'restricted'
    // "60 karung, itu juga pinjam dulu": how things were come by; of money it would be a debt
    if (text === 'pinjam' && tokens[i - 1]?.text === 'simpan') continue
    if (text === 'pinjam' && isBehindPause(tokens, i, number) && isOfThings(tokens, number)) continue
    // "modal awal 5 juta, pinjam dari kakak ipar"
    if (text === 'pinjam' && isCapital(tokens, i, number)) continue
    // "5 dusun, yang paling jauh 2 jam jalan kaki"
    if (
      text === 'paling' &&
      tokens[i - 1]?.text === 'yang' &&
      isBehindPause(tokens, i, number) &&
      !tokens.slice(i).some((other) => leads.has(other.text) || other.text === 'dijual')
    )
      continue
    // "duduk paling depan", "paling jauh 6,5 kilo"
    if (text === 'paling' && ends.has(tokens[i + 1]?.text ?? '')) continue
    if (text === 'paling' && tokens[i + 1]?.text === 'panjang' && isOfLength(tokens, number)) continue
    // "yang sudah dibagi 40 anakan"
    if (
      text === 'dibagi' &&
      (shared.has(tokens[i - 1]?.text ?? '') || tokens[i + 1]?.text === 'lewat') &&
      isOfThings(tokens, number)
    )
      continue
    // "27,5 kilo, sudah dipotong berat karungnya"
    if (text === 'dipotong' && tokens[i - 1]?.text === 'sudah' && tares.has(tokens[i + 1]?.text ?? '')) continue
    if ((text === 'atas' || text === 'bawah') && limits(tokens, i, number)) return 'restricted'
    if (
      rates.has(text) ||
      (text === 'per' && !isAsOf(tokens, i + 1) && !(i >= number.end ? isDay(tokens, i + 1) : isFullDay(tokens, i + 1)))
    )
      return 'rate'
    if (restrictions.has(text) && !(none && (text === 'tidak' || text === 'belum'))) return 'restricted'
    if (token.low === 'an') return 'vague'
    if (text === '/' && i >= number.end && i <= number.end + 2 && tokens[i + 1]?.kind === 'word') return 'rate'
    if (text === '@') return 'rate'
    if (text === '*' || text === '<' || text === '>') return 'restricted'
  }
  // "100 ribu sehari"
  if (number.scale > 0 && isJoined(tokens, number.end)) return 'rate'
  // "sehari 3 kg"
  if (before && isJoined(tokens, number.start - 2) && durations.has(before.text)) return 'rate'
  // "3 kg sehari"
  if (isJoined(tokens, number.end + 1) && durations.has(tokens[number.end + 2]?.text ?? '')) return 'rate'
  // "15 ekor, semua mati"
  if (
    tokens.some(
      (token, i) =>
        i >= number.end &&
        token.text === 'semua' &&
        (gone.has(tokens[i - 1]!.text) || gone.has(tokens[i + 1]?.text ?? '')),
    )
  )
    return 'restricted'
  // "dua juta sekian", "2 juta berapa"
  if (someMore.has(tokens[number.end]?.text ?? '')) return 'vague'
  const first = tokens[number.start]!
  if (isUnreal(tokens, number) || isTalk(tokens, number)) return 'restricted'
  if (isSigned(tokens, number.start)) return 'negative'
  // ".5 ha": a half, or five after a full stop
  if ((before?.text === '.' || before?.text === ',') && first.glued && !before.glued) return 'grouping'
  if (before?.text === '+' && (number.start >= 2 || first.glued)) return 'restricted'
  let p = number.start - 1
  while (
    p >= 0 &&
    (tokens[p]!.text === 'ada' || tokens[p]!.text === 'masih' || tokens[p]!.text === 'rp' || tokens[p]!.text === 'cuma')
  )
    p--
  const lead = tokenBefore(tokens, p + 1)?.text
  if (lead === 'sampai' && tokens[p - 1]?.text !== 'sudah') return 'range'
  // "rumah yang rusak 8": what was counted
  const counts = lead === 'rusak' && tokens[p - 1]?.text === 'yang' && buildings.has(tokens[p - 2]?.text ?? '')
  if (lead !== undefined && leads.has(lead) && !counts) return 'restricted'
  for (let i = number.end; i < tokens.length && i <= number.end + 2; i++) {
    const text = tokens[i]!.text
    if (text === 'lagi') return 'restricted'
    if (text === 'sampai' && parseNumber(tokens, i + 1)) return 'range'
  }
  const after = tokens[number.end]?.text
  if (after === '+' || after === '/') return 'restricted'
  if (after === '-' && tokens[number.end + 1] && tokens[number.end]!.glued && tokens[number.end + 1]!.glued)
    return 'unclear'
  return undefined
}
/**
 * A minus right before the digits: "-7", "Rp -5.000", ": -7". No minus are the dash of a list ("- 7"), the one that joins a
 * word to its number ("lk-7") and the one between two numbers, which is a range.
 */
export function isSigned(tokens: readonly Token[], start: number): boolean {
  const dash = tokenBefore(tokens, start)
  if (dash?.text !== '-' || !tokens[start]!.glued) return false
  if (!dash.glued) return true
  const before = tokens[start - 2]
  return before === undefined || before.text === 'rp' || (before.kind === 'mark' && before.text !== '/')
}

/** What the people who were counted do, or on which day the meetings were: "5 orang tiap hari" stays a rate. */
function isHabit(tokens: readonly Token[], i: number, number: FoundNumber): boolean {
  const [counted, next, day] = [tokens[number.end]!, tokens[i + 1]?.text ?? '', tokens[i + 2]?.text ?? '']
  if (number.scale > 0) return false
  const unit = counted.kind === 'word' ? unitOf(counted) : undefined
  if (unit === 'kali') {
    const dated = next === 'tanggal' || ((next === 'malam' || next === 'hari') && isWeekday(day))
    return dated && tokens[i - 1]!.text === ',' && i + 3 >= tokens.length
  }
  if (unit !== undefined && !people.has(unit)) return false
  const between = tokens.slice(number.end, i)
  const told = between.findIndex(({ text }) => habitual.has(text))
  return (
    told >= 0 &&
    between.slice(0, told).some(({ kind, text }) => kind === 'mark' || text === 'yang') &&
    (spans.has(next) || isWeekday(next))
  )
}
const isWeekday = (word: string) => word === 'minggu' || weekdayOf(word) !== undefined
const people = wordSet('orang kk kelompok')
const habitual = wordSet(habits)
const spans = wordSet('hari minggu bulan tahun pagi siang sore malam')

const ends = wordSet('depan belakang ujung luar jauh dekat dalam')
const shared = wordSet('yang sudah baru')
const tares = wordSet('berat karung karungnya timbangan wadah ember air')
const rates = wordSet('setiap masing-masing')

/** "8 ekor, mau tambah lagi", "setengah ha, sisanya rawa": behind a pause, a wish or what the rest is; no number in it. */
function isAfterthought(tokens: readonly Token[], i: number, number: FoundNumber): boolean {
  const { text } = tokens[i]!
  if (!afterthoughts.has(text)) return false
  const pause = tokens.findLastIndex((token, k) => k < i && k >= number.end && token.kind === 'mark')
  // "8 orang sisanya izin"
  if (tokens[i]!.low === 'sisanya' && i === number.end + 1)
    return tokens[i + 1]?.kind !== 'mark' && tokens[i + 1]?.kind !== 'number'
  if (pause < 0 || tokens[pause]!.text === '-' || tokens[pause]!.text === '/') return false
  if (text === 'sisa') return tokens[i + 1]?.kind === 'word'
  return wishes.has(tokens[pause + 1]!.text) && i > pause + 1
}
const isCapital = (tokens: readonly Token[], i: number, number: FoundNumber) =>
  lenders.has(tokens[i + 1]?.text ?? '') &&
  isBehindPause(tokens, i, number) &&
  tokens.slice(0, number.start).some(({ text }) => text === 'modal')
const lenders = wordSet('dari di sama ke')
const isBehindPause = (tokens: readonly Token[], i: number, number: FoundNumber) =>
  tokens.slice(number.end, i).some((token) => token.text === ',' || token.text === '.')
const lacksSomething = (tokens: readonly Token[], i: number) =>
  lacking.has(tokens[i + 1]?.text ?? '') ||
  (i + 1 === tokens.length && (lacking.has(tokens[i - 1]?.text ?? '') || tokens[i - 1]?.low === 'airnya'))
const lacking = wordSet(
  'air hujan pupuk pakan obat modal sinyal semen bahan matahari panas perhatian bibit anakan tenaga tukang benang tali',
)
/** A harvest or a price fell, and behind a pause stands what one got. */
const tellsOfYield = (tokens: readonly Token[], i: number, number: FoundNumber) => {
  const pause = tokens.findIndex((token, k) => k > i && k < number.start && token.text === ',')
  return (
    pause > 0 &&
    tokens.slice(0, pause).some(({ text }) => harvests.has(text)) &&
    !tokens.slice(0, number.start).some(({ text, low }) => unreal.has(text) || low === 'harga') &&
    (tokens[i]!.text !== 'tidak' || meagre.has(tokens[i + 1]?.text ?? '')) &&
    tokens.slice(pause, number.start).some(({ text }) => gains.has(text))
  )
}
const gains = wordSet('dapat timbang ditimbang dihitung terkumpul')
const yields = wordSet('turun naik kurang tidak')
const meagre = wordSet('seberapa banyak bagus baik maksimal memuaskan')
const harvests = wordSet('hasil panen produksi tangkapan pala cengkeh kopra kopi kakao mente jagung padi sagu kacang')
const vehicles = wordSet('motor mobil ojek perahu kapal sampan kuda speed truk')
const unreal = wordSet('rencana rencananya target targetnya janji janjinya usulan perkiraan usul pagu')
/** "15 ton, disalurkan lewat kecamatan", ", sudah kami bagi ke anggota lewat rapat" */
const isChannel = (tokens: readonly Token[], i: number, number: FoundNumber) => {
  if (i < number.start) return sent.has(tokens[i - 1]?.text ?? '')
  const pause = tokens.findLastIndex(({ text }, k) => k < i && k >= number.end && (text === ',' || text === '.'))
  return pause >= 0 && tokens.slice(Math.max(pause, i - 4), i).some((token) => isOneOf(sent, token))
}
const sent = wordSet(
  'kirim dikirim datang diangkut angkut bawa dibawa beli dibeli jual dijual salurkan disalurkan bagi dibagi bagikan dibagikan antar diantar serahkan diserahkan',
)
const isOfThings = (tokens: readonly Token[], number: FoundNumber) => {
  const unit = tokens[number.end]
  return number.scale === 0 && unit?.kind === 'word' && unitOf(unit) !== undefined
}
const afterthoughts = wordSet('tambah ditambah tambahan lagi lebih sisa')
const wishes = wordSet('mau ingin minta butuh perlu akan nanti rencana semoga')

/** "5 ke atas", "di bawah 5", "atas 5": a limit. "dari dusun atas" is a place. */
const limits = (tokens: readonly Token[], i: number, number: FoundNumber): boolean =>
  number.start === i + 1 ||
  ((tokens[i - 1]?.text === 'ke' || tokens[i - 1]?.text === 'di') &&
    Math.abs(i - number.end) <= 3 &&
    !(i > number.end && heights.has(tokens[i + 1]?.text ?? '')))
const heights = wordSet('mata bukit gunung sungai kali kampung jalan')

const ways = wordSet('kg kilo km kilometer meter jauhnya')
const passages = wordSet('jalan jalur jembatan kebun hutan pantai darat laut kali sungai gunung bukit sawah')
const isOfLength = (tokens: readonly Token[], number: FoundNumber) => {
  const unit = tokens[number.end]
  return unit?.kind === 'word' && lengths.has(unitOf(unit) ?? '')
}
const isRoute = (tokens: readonly Token[], i: number) =>
  (tokens[i]?.text === 'lewat' || tokens[i]?.text === 'ikut') && passages.has(tokens[i + 1]?.text ?? '')
const walls = wordSet('dinding tembok atap pondasi tiang rangka')
const grounds = wordSet('laut sawah kebun lapangan melaut tangan lihat liat cek periksa ukur kontrol tinjau hitung')
const lengths = wordSet('km meter kg')
const someMore = wordSet('plus sekian berapa brp sekianan koma')
const trips = wordSet(
  'melaut malaut jalan angkut pasar pergi pigi trip antar muat turun kerja rapat produksi masak bikin buat tanam angkat kirim jual makan pulang masuk pi tarik sadap deres potong tebang tenun bakar goreng giling',
)
const buildings = wordSet('rumah jembatan sekolah gedung perahu sumur kelas ruangan motor mesin bangunan jalan pompa')
const gone = wordSet('mati hilang gagal batal busuk')
const explains = wordSet('belum tidak kurang naik turun')
const changes = wordSet('naik turun tambah bertambah')
/** Right before a number: what is left, a share of it, or what was planned. */
const leads = wordSet(
  'tinggal dari lagi target targetnya rencana rencananya dijanjikan dijanji janji janjinya usulan diusulkan minta diminta butuh perlu dibutuhkan pagu bertambah berkurang beranak lahir menetas mati hilang rusak dicuri gagal',
)
/** "2.314 jiwa per 30 Juni", "per Juni 2024" */
const isDay = (tokens: readonly Token[], i: number) =>
  monthOf(tokens[i]?.low ?? '') !== undefined ||
  (tokens[i]?.kind === 'number' && monthOf(tokens[i + 1]?.low ?? '') !== undefined)
const isFullDay = (tokens: readonly Token[], i: number) =>
  tokens[i]?.kind === 'number' && monthOf(tokens[i + 1]?.low ?? '') !== undefined
const asOf = wordSet('tanggal sekarang akhir kemarin tadi')
/** "per hari ini", "per bulan juli": a day on which it was so. "per hari" is a rate. */
function isAsOf(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text ?? ''
  if (asOf.has(text)) return true
  if (text !== 'hari' && text !== 'bulan') return false
  const next = tokens[i + 1]
  return next !== undefined && (next.text === 'ini' || next.text === 'kemarin' || monthOf(next.low) !== undefined)
}
