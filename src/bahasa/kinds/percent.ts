import { readAmount } from '../amount.ts'
import { supposed } from '../comment.ts'
import { allBystanders, type ExplanationRules } from '../explained.ts'
import * as words from '../lexicon/explaining.ts'
import { type FoundNumber, findNumbers } from '../numbers.ts'
import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { ReadContext, Reading } from '../types.ts'
import { unitOf } from '../units.ts'
import { isLost } from '../unreal.ts'
import { numberReading } from './integer.ts'

/** 0–100: "40%", "empat puluh", "setengah" (50), "tiga perempat" (75). */
export function readPercent(text: string, ctx: ReadContext): Reading<number> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'percent', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'percent', 'empty')
  if ((isLost(reply.tokens) && !isBlighted(reply.tokens)) || isOfMind(reply.tokens) || isOfOnePart(reply.tokens))
    return ask(ctx, 'percent', 'restricted')
  const amount = readAmount(
    withoutLack(
      withoutReason(withoutRemaining(withoutComplement(withShares(withoutWhole(withoutWork(reply.tokens)))))),
    ),
    {
      noneIsZero: false,
      explained,
    },
  )
  if (typeof amount === 'string') return ask(ctx, 'percent', amount)
  const { number, tokens, approximate } = amount
  const after = tokens[number.end]
  const signed = after?.text === '%' || after?.text === 'persen' || tokens[number.start - 1]?.text === '%'
  if (number.scale > 0 || tokens[number.start - 1]?.text === 'rp') return ask(ctx, 'percent', 'other_unit')
  const share =
    !signed && (number.value === 0.25 || number.value === 0.5 || number.value === 0.75) && number.literal === undefined
  const value = share ? number.value * 100 : number.value
  if (!signed && !share) {
    if (after?.kind === 'word' && (unitOf(after) || things.has(after.text) || !aroundShare.has(after.text)))
      return ask(ctx, 'percent', 'other_unit')
    // 0,4 may be 40 % or less than one
    if (value > 0 && value < 1)
      return ask(
        ctx,
        'percent',
        'unclear',
        `${String(value * 100).replace('.', ',')}% atau ${String(value).replace('.', ',')}%, {sapaan}?`,
        [
          { label: `${value * 100}%`, text: `${value * 100}%` },
          { label: `${String(value).replace('.', ',')}%`, text: `${String(value).replace('.', ',')}%` },
        ],
      )
  }
  if (share && after?.kind === 'word' && unitOf(after)) return ask(ctx, 'percent', 'other_unit')
  // "100 persen tinggal cat"
  if (
    value === 100 &&
    !(approximate && reply.tokens.some(({ text }) => nearly.has(text))) &&
    reply.tokens.some(
      (token, i) =>
        token.text === 'tinggal' && reply.tokens[i + 1]?.kind === 'word' && !isAfterAll(reply.tokens, i + 1),
    )
  )
    return ask(ctx, 'percent', 'restricted')
  if (value > 100)
    return ask(
      ctx,
      'percent',
      'out_of_range',
      'Persennya dari 0 sampai 100, {sapaan}. Sudah berapa persen? Contoh: 40%.',
    )
  const about = approximate || after?.low === 'persenan'
  return about ? { value, approximate: about } : numberReading({ ...amount, number: { ...number, value } })
}

/** "20 persen, kena tikus": why it is so little. */
const isBlighted = (tokens: readonly Token[]) => {
  const [share, other] = findNumbers(tokens)
  const at = tokens.findIndex(({ text }) => text === 'kena')
  if (!share || other || share.value >= 50 || !isSigned(share, tokens) || at <= share.end) return false
  const pause = tokens.findLastIndex(({ kind }, i) => i < at && kind === 'mark')
  return pause === at - 1 && blights.has(tokens[at + 1]?.text ?? '') && tokens.length <= at + 4
}
const blights = wordSet('hama penyakit virus wereng tikus ulat belalang jamur')
/** "100 persen yakin", "setengah hati": of what people think. */
const isOfMind = (tokens: readonly Token[]) =>
  tokens.some(
    (token, i) =>
      (minds.has(token.text) && signs.has(tokens[i - 1]?.text ?? '')) ||
      (token.text === 'setengah' &&
        (token.low === 'setengah2' || token.low === 'setengah-setengah' || tokens[i + 1]?.low === 'hati')),
  )
/** "60 persen itu yang talud, yang jalan belum", "yang jalan 80, yang talud belum" */
function isOfOnePart(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ text }, i) => text === 'yang' && !notParts.has(tokens[i + 1]?.text ?? ''))
  const other = at < 0 ? -1 : tokens.findIndex(({ text }, i) => i > at + 1 && text === 'yang')
  if (other < 0 || tokens[other - 1]!.kind !== 'mark' || notParts.has(tokens[other + 1]?.text ?? '')) return false
  return tokens[at - 1]?.text === 'itu' || at === 0
    ? tokens.slice(other + 2, other + 5).some(({ text }) => text === 'belum' || text === 'masih' || text === 'baru')
    : false
}
const notParts = wordSet('sudah belum lain sisa masih')
/** What comes when all is done: "100 persen, tinggal serah terima". */
const isAfterAll = (tokens: readonly Token[], i: number) =>
  afterAll.has(tokens[ours.has(tokens[i]!.text) ? i + 1 : i]?.text ?? '')
const ours = wordSet('kami kita katong kitong warga masyarakat orang')
const afterAll = wordSet('serah peresmian diresmikan resmikan resmi dipakai pakai pake tunggu syukuran lapor laporan')
const minds = wordSet('yakin pasti dukung mendukung setuju percaya semangat optimis')

const isSigned = (number: FoundNumber, tokens: readonly Token[]) =>
  signs.has(tokens[number.end]?.text ?? '') || tokens[number.start - 1]?.text === '%'
const signs = wordSet('% persen')
const isShare = (number: FoundNumber, tokens: readonly Token[]) =>
  number.literal === undefined &&
  number.value < 1 &&
  number.value > 0 &&
  number.spelled &&
  !countsThings(number, tokens)
const countsThings = (number: FoundNumber, tokens: readonly Token[]) => {
  const next = tokens[number.end]
  return next?.kind === 'word' && (unitOf(next) !== undefined || things.has(next.text) || counted.has(next.text))
}
const counted = wordSet(words.countedThings)
const countsWares = (number: FoundNumber, tokens: readonly Token[]) => wares.has(tokens[number.end]?.text ?? '')
const wares = wordSet('kain sarung selendang kelas ruang ruangan pintu jendela tiang kursi meja perahu bodi sumur bak')

/** What is built of it, what is still waited for, who works on it. Of a whole nothing is left to wait for. */
const explained: ExplanationRules = {
  owns: (number, tokens) =>
    isSigned(number, tokens)
      ? number.value < 100
      : isShare(number, tokens) ||
        (number.start === 0 && tokens[number.end]?.text === ',' && !tokens.some((token) => signs.has(token.text))),
  foreign: (number, part) =>
    !isSigned(number, part) && !isShare(number, part) && (countsThings(number, part) || countsWares(number, part)),
  bystanders: new Set([...allBystanders, ...wordSet(words.materials)]),
  lets: wordSet('habis mati'),
  rest: true,
}

/** "kalau dapur umum sudah 80 persen": of which building it is said, and nothing behind it. */
function withoutWork(tokens: readonly Token[]): readonly Token[] {
  if (!ifs.has(tokens[0]?.text ?? '') || !works.has(tokens[1]?.text ?? '')) return tokens
  const [share, other] = findNumbers(tokens)
  if (!share || other || !isSigned(share, tokens) || share.end + 1 < tokens.length || share.start > 6) return tokens
  const link = tokens[share.start - 1]!.text
  const named = tokens.slice(2, share.start - 1).every(({ kind, text }) => kind === 'word' && !supposed.has(text))
  return named && (link === 'sudah' || link === 'baru') ? tokens.slice(1) : tokens
}
const ifs = wordSet('kalau kalo kl klo')
const works = wordSet(
  'dapur talud pagar bak jalan jembatan posyandu balai rumah sumur wc mck gedung kandang pipa kolam dermaga tambatan sekolah lapangan saluran irigasi kebun gereja masjid musholla perpustakaan pasar menara bodi perahu',
)

/** "65 persen, tinggal 35 persen lagi": what is done and what is left make a whole. */
function withoutComplement(tokens: readonly Token[]): readonly Token[] {
  const [done, left, third] = findNumbers(tokens)
  if (!done || !left || third || done.problem || left.problem || done.value + left.value !== 100) return tokens
  if (!isSigned(done, tokens) || !isSigned(left, tokens)) return tokens
  let at = left.start - 1
  while (at > done.end && lefts.has(tokens[at - 1]!.text)) at--
  if (!lefts.has(tokens[at]!.text) || tokens[at - 1]?.kind !== 'mark') return tokens
  const rest = tokens.slice(left.end + 1)
  return [...tokens.slice(0, at), ...(rest[0]?.text === 'lagi' ? rest.slice(1) : rest)]
}
const lefts = wordSet('tinggal sisa kurang masih')

/** "dari 100 persen baru 30": the whole, named beside its part. */
function withoutWhole(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, i) => token.text === 'dari' && wholes.has(tokens[i + 1]?.text ?? ''))
  if (at < 0 || !signs.has(tokens[at + 2]?.text ?? '') || at + 3 >= tokens.length) return tokens
  return newly.has(tokens[at + 3]!.text) ? [...tokens.slice(0, at), ...tokens.slice(at + 3)] : tokens
}
const wholes = wordSet('100 seratus')
const newly = wordSet('baru sudah itu yang')

/**
 * "40 persen tinggal kayu yang belum datang", "seperempat, yang lain belum tanam", "80 persen, tinggal nyemen 15 meter
 * lagi", "setengah, tukang cuma dua": behind a share that is not the whole, what is still to do or who is missing.
 */
function withoutRemaining(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => remains.has(text) || text === 'yang' || text === 'cuma')) return tokens
  const [done, ...others] = findNumbers(tokens)
  if (!done || done.problem) return tokens
  const share = isSigned(done, tokens) || isShare(done, tokens)
  if (!share || (done.value >= 100 && !isNearly(tokens, done))) return tokens
  const from = done.end + (isSigned(done, tokens) ? 1 : 0)
  for (let i = from; i < tokens.length - 1; i++) {
    const pause = tokens[i]!.kind === 'mark'
    const at = pause ? i + 1 : i
    const [token, next] = [tokens[at]!, tokens[at + 1]]
    if (next?.kind !== 'word' && !(pause && peopleOrThings.has(token.text))) continue
    const opens =
      (remains.has(token.text) &&
        !signs.has(next!.text) &&
        next!.text !== 'lebih' &&
        next!.text !== 'dari' &&
        next!.text !== 'tahu') ||
      (token.text === 'yang' && (next!.text === 'belum' || next!.text === 'lain')) ||
      (pause && peopleOrThings.has(token.text) && others.length === 1 && tokens[at + 1]?.text === 'cuma')
    if (!opens) continue
    const rest = tokens.slice(at)
    const counted = others.every((number) => {
      const behind = tokens[number.end]
      const named = behind?.kind === 'word' && !closing.has(behind.text)
      const before = tokens.slice(Math.max(0, number.start - 2), number.start)
      return (
        number.start > at && !signs.has(behind?.text ?? '') && (named || before.some((t) => peopleOrThings.has(t.text)))
      )
    })
    return counted && !rest.some((t) => revising.has(t.text) || signs.has(t.text)) ? tokens.slice(0, i) : tokens
  }
  return tokens
}
/** "hampir 100 persen, tinggal tali diganti" */
const isNearly = (tokens: readonly Token[], { start }: FoundNumber) => nearly.has(tokens[start - 1]?.text ?? '')
const nearly = wordSet('hampir nyaris mendekati')
const remains = wordSet('tinggal kurang sisa tunggu menunggu nunggu')
const closing = wordSet('lagi saja yang sudah')
const peopleOrThings = wordSet(`${words.materials} orang anggota pekerja warga kk`)
const revising = wordSet(
  'tapi atau bukan salah ralat maksud eh mungkin sekitar kira hampir harusnya seharusnya rencana target ? * + = sebenarnya rusak roboh bongkar ulang',
)

/** "50% karena tukang cuma 2": a share was named, and the number behind the "because" is of something else. */
function withoutReason(tokens: readonly Token[]): readonly Token[] {
  const because = tokens.findIndex((token) => token.text === 'karena')
  if (because < 0) return tokens
  const isShare = (token: Token) => token.text === '%' || token.text === 'persen'
  return tokens.slice(0, because).some(isShare) && !tokens.slice(because).some(isShare)
    ? tokens.slice(0, because)
    : tokens
}

/** "baru seperempat, benang merah belum cukup": nothing but the share, and behind the pause what is still lacking. */
function withoutLack(tokens: readonly Token[]): readonly Token[] {
  const little = tokens.findIndex(({ text }, i) => text === 'sedikit' && tokens[i + 1]?.text === 'lagi')
  const pause = little > 0 ? little : tokens.findIndex((token) => token.text === ',' || token.text === '.')
  const lead = tokens.slice(0, little > 0 && tokens[little - 1]!.kind === 'mark' ? little - 1 : pause)
  const [share, other] = findNumbers(lead)
  if (pause < 1 || !share || other || share.value >= 100) return tokens
  if (!lead.every(({ text }, i) => (i >= share.start && i < share.end) || leads.has(text))) return tokens
  const comment = tokens.slice(little > 0 ? little : pause + 1)
  if (comment.at(-1)?.text === '.') comment.pop()
  if (comment.some(({ kind }) => kind !== 'word') || findNumbers(comment).length > 0) return tokens
  return saysLack(comment.map(({ text }) => text)) ? lead : tokens
}
/** "sedikit lagi bisa dipakai", "belum sampai semua", "bedeng kedua belum diolah", "dindingnya baru dicat sebagian" */
function saysLack(said: readonly string[]): boolean {
  if (said[0] === 'sedikit') return nears.has(said[2] ?? '') && said.length <= 6
  if (/^belum (?:sampai )?semua$/.test(said.join(' '))) return true
  const at = said.findIndex((word) => undone.has(word))
  const verb = said[at + 1] ?? ''
  if (at < 1 || at > 3 || said.slice(0, at).some((word) => others.has(word))) return false
  const passive =
    verb.length > 4 &&
    verb.startsWith('di') &&
    !unfit.has(verb) &&
    said[at] !== 'tidak' &&
    said.some((word, i) => i < at && built.has(word.replace(/nya$/, '')))
  const tail = said.slice(at + 2)
  const closed = tail.length === 0 || (tail[0] === 'dari' && tail.length <= 3)
  return (
    (said[at] !== 'baru' && lacking.has(verb) && closed) ||
    (passive && (closed || (tail.length === 1 && amounts.has(tail[0]!))))
  )
}
const undone = wordSet('belum tidak baru')
const nears = wordSet('bisa sudah selesai jadi rampung beres siap tuntas kelar')
const unfit = wordSet(
  'dihitung dicek diperiksa diukur direkap dicatat didata dilaporkan dilapor disetujui dimulai diketahui dipastikan dibatalkan ditunda dibongkar dikerjakan',
)
const built = wordSet(
  `${words.materials} bedeng petak kabel lampu kamar ruang ruangan lubang teras tangga kusen talud kolam saluran meteran dapur wc sumur rumah gedung jembatan lahan kebun papan meja kursi keran tower tanah benih bibit timbunan`,
)
const amounts = wordSet('semua sebagian separuh setengahnya')
const leads = wordSet('sudah baru saja juga jua sekitar % persen kami kita progres progress')
const lacking = wordSet('cukup ada datang tiba cair lengkap turun sampai')
const others = wordSet(
  'lain sisa sebagian semua itu ini angka data pasti pekerjaan kerja proyek fisik progres kegiatan yang',
)

/** What may stand right behind a bare number of percent; another word is as often what it counts ("6 rumah sudah dapat"). */
const aroundShare = wordSet(
  'sesuai kata sudah baru saja masih selesai jadi jalan dari sampai untuk yang ini itu di dan karena makanya tinggal kurang lebih belum pekerjaan progres progress pengerjaan fisik kira sekitar mungkin hari semua atau tapi tidak lagi per an sekarang sisa total rampung juga dengan kami kita menurut supaya agar pada sementara siap hampir cuma masuk naik turun betul eh maksud salah bukan tadi kalau menit sampe',
)
const things = wordSet('hari minggu bulan tahun jam orang anak desa kelompok ekor dusun rupiah kk')

/**
 * "per sen", "per seratus" and "/100" are percent; separuh is a half; fifths and tenths are whole percentages. Thirds are
 * not, and stay a question. An average is what was asked for.
 */
function withShares(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [token, next, last] = [tokens[i]!, tokens[i + 1], out.at(-1)]
    const counted = last?.kind === 'number' || (last !== undefined && tenths.has(last.text)) ? last : undefined
    if (token.text === 'perseratus') out.push({ ...token, text: 'persen' })
    else if ((token.text === 'per' || token.text === '/') && next && hundred.has(next.text)) {
      out.push({ ...token, kind: 'word', text: 'persen', low: 'persen' })
      i++
    } else if (token.text === 'separuh') out.push({ ...token, text: 'setengah' })
    else if (token.text === 'rata-rata') continue
    else if (shares[token.text]) out.push({ ...token, kind: 'number', text: `${shares[token.text]}` })
    else if (counted && parts[token.text]) {
      const share =
        parts[token.text]! * (counted.kind === 'number' ? Number(counted.text) : tenthWords.indexOf(counted.text))
      out[out.length - 1] = { ...counted, kind: 'number', text: `${share}` }
    } else out.push(token)
  }
  return out
}
const hundred = wordSet('sen seratus 100 cent')
const shares: Readonly<Record<string, number>> = { seperlima: 20, sepersepuluh: 10 }
const parts: Readonly<Record<string, number>> = { perdua: 50, perlima: 20, persepuluh: 10 }
const tenthWords = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
const tenths = new Set(tenthWords.slice(1))
