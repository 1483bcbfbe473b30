import { type Amount, noneAt, readAmount } from '../amount.ts'
import { bystanders, type ExplanationRules } from '../explained.ts'
import * as words from '../lexicon/explaining.ts'
import { type FoundNumber, findNumbers } from '../numbers.ts'
import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { changed, isOneOf, type Token } from '../text.ts'
import type { Ask, AskOption, ReadContext, Reading } from '../types.ts'
import { unitOf } from '../units.ts'
import { formatRupiah } from '../write/numbers.ts'
import { numberReading } from './integer.ts'

/** Whole rupiah, 0 or more. A bare number below 1000 is a question: five rupiah, thousand or million? */
export function readMoneyIdr(text: string, ctx: ReadContext): Reading<number> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'money_idr', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'money_idr', 'empty')
  const closed = withoutBalance(withoutPiece(withoutAddress(withoutClosing(withFree(reply.tokens)))))
  const amount = readAmount(withoutBought(closed), {
    m: 'any case',
    noneIsZero: true,
    ...(!namesPrice(closed) && { explained }),
  })
  if (typeof amount === 'string') return ask(ctx, 'money_idr', amount)
  const { number, tokens } = amount
  const { value } = number
  if (number.tailAs !== undefined) return askWhich(ctx, value, number.tailAs)
  const after = tokens[number.end]
  if (after && (after.text === '%' || after.text === 'persen')) return ask(ctx, 'money_idr', 'other_unit')
  if (value === 0) return numberReading(amount)
  if (isBudgeted(tokens, number)) return ask(ctx, 'money_idr', 'restricted')
  const explicit = number.scale > 0 || saysRupiah(amount)
  if (countsThings(after, number.scale >= 1e3)) return ask(ctx, 'money_idr', 'other_unit')
  if (mayBeShare(closed, value)) return ask(ctx, 'money_idr', 'rate')
  if (!explicit && (value < 1000 || !Number.isInteger(value))) return askScale(ctx, value)
  if (explicit && number.scale === 0 && value < 1000 && after?.text !== 'rupiah') return askScale(ctx, value)
  if (!Number.isInteger(value)) return ask(ctx, 'money_idr', 'not_whole')
  if (value > 1e14) return ask(ctx, 'money_idr', 'too_large')
  // a bare number before a word we do not know may count that thing: "1500 tali"
  if (!explicit && after?.kind === 'word' && !aroundMoney.has(after.text)) return ask(ctx, 'money_idr', 'other_unit')
  return numberReading(amount)
}

/** ",-" and ".-" close an amount; they are no minus and no range. */
function withoutClosing(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.text === '-')) return tokens
  return tokens.filter((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    const opens =
      (token.text === ',' || token.text === '.') && before?.kind === 'number' && next?.text === '-' && next.glued
    const closes =
      token.text === '-' &&
      token.glued &&
      !next?.glued &&
      (before?.kind === 'number' || before?.text === ',' || before?.text === '.')
    return !(opens && token.glued) && !closes
  })
}

/** "gratis, tidak dipungut apa2": nothing was paid. */
const withFree = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token) => token.low === 'gratis') && tokens.some((token) => charging.has(token.text))
    ? changed(tokens, (token, i) =>
        token.low === 'gratis' && !denials.has(tokens[i - 1]?.text ?? '') ? { ...token, text: 'nihil' } : token,
      )
    : tokens
const charging = wordSet('dipungut bayar dibayar bayaran biaya pungutan')
const denials = wordSet('tidak bukan belum')

/** "7,5jt kk dr DD", "1.150.000 kk": who is spoken to; so many households are nowhere. */
function withoutAddress(tokens: readonly Token[]): readonly Token[] {
  // "satu juta setengah anak"
  const last = tokens.length - 1
  if (tokens[last]?.text === 'anak' && (tokens[last - 1]?.text === 'setengah' || tokens[last - 1]?.text === 'juta'))
    return tokens.slice(0, last)
  const at = tokens.findIndex((token) => token.low === 'kk')
  if (at < 1) return tokens
  const { kind, text } = tokens[at - 1]!
  return text === 'juta' || (kind === 'number' && text.length > 6) ? tokens.filter((_, i) => i !== at) : tokens
}

/**
 * "kain satu lembar 1,5 juta", "sekilo 9 ribu": one thing and what it costs. "untuk 1 ekor" and "per ekor" stay: of how many
 * is not said. Where a price is named as one, "per kilo" only says of what.
 */
function withoutPiece(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => text === 'satu' || text === '1' || text === 'per')) return tokens
  // "kopra sekarang 12rb per kilo": a ware and its price; what was bought of it is more
  const priced =
    tokens.some((token) => isOneOf(priceWords, token)) ||
    (wares.has(tokens.find(({ kind, text }) => kind === 'word' && !ifs.has(text))?.text ?? '') &&
      !tokens.some(({ text }) => bought.has(text)))
  const at = tokens.findIndex((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    if (token.text === 'per')
      return (
        priced && i > 0 && next?.kind === 'word' && goods.has(unitOf(next) ?? next.text) && tokens[i + 2]?.text !== '('
      )
    if (token.text !== 'satu' && token.text !== '1') return false
    const amount = before?.kind === 'number' && before.text.length > 4 && priced
    if (before && (linking.has(before.text) || numbersBefore.has(before.text) || (before.kind === 'number' && !amount)))
      return false
    // "sarung satu 450 ribu", "kain satu mama jual 1,5 juta"
    if (before && cloths.has(before.text) && sellsOne(tokens, i, priced)) return true
    if (next?.kind !== 'word') return false
    return (
      goods.has(unitOf(next) ?? next.text) || (next.text === 'orang' && tokens.some((other) => other.text === 'iuran'))
    )
  })
  if (at < 0) return tokens
  const behind = tokens[at + (isBareOne(tokens, at) ? 1 : 2)]
  if (behind && pieceSpoils.has(behind.text)) return tokens
  // "kalau sayur paku satu ikat 15 ribu": of what the price is
  const from = ifs.has(tokens[0]!.text) && tokens.slice(1, at).every(({ text }) => !conditional.has(text)) ? 1 : 0
  const rest = [...tokens.slice(from, at), ...tokens.slice(at + (isBareOne(tokens, at) ? 1 : 2))]
  const [amount, other] = findNumbers(rest, { m: 'any case' })
  return amount && !other && isMoney(amount, rest) ? rest : tokens
}
const sellsOne = (tokens: readonly Token[], i: number, priced: boolean) => {
  const [next, second] = [tokens[i + 1], tokens[i + 2]]
  if (next?.kind !== 'word') return priced || (i === 1 && next?.kind === 'number')
  if (i !== 1) return false
  return priceWords.has(next.text) || (sellers.has(next.low) && priceWords.has(second?.text ?? ''))
}
const sellers = wordSet('saya sa beta kami katong kita kitong mama bapak ibu dong orang')
const isBareOne = (tokens: readonly Token[], at: number) => {
  const next = tokens[at + 1]
  return next?.kind !== 'word' || !(goods.has(unitOf(next) ?? next.text) || next.text === 'orang')
}
const priceWords = wordSet('harga harganya jual dijual laku lakunya terjual tarif iuran')
const goods = wordSet(
  'kg gram ton kuintal ons liter ekor karung sak ikat lembar buah butir batang pohon sisir tandan botol jeriken bungkus kaleng ember keranjang dus kotak potong kain sarung selendang tenunan gelas piring loyang porsi rak tali tumpuk tusuk',
)
const wares = wordSet(
  'kopra cengkeh pala fuli kopi kakao coklat mente mete jagung beras padi gabah ikan cumi gurita teripang rumput agar vanili kemiri sagu pisang kelapa minyak gula madu telur ayam babi kain sarung selendang tenun tikar sayur cabai rica lombok tomat bawang kunyit jahe asam garam pinang sirih ubi kacang',
)
const ifs = wordSet('kalau kalo kl klo')
const bought = wordSet('beli membeli dibeli belanja bayar dibayar habis')
const conditional = wordSet('beli jadi mau bisa laku naik turun ada dapat hujan panen per')
const cloths = wordSet('kain sarung selendang tenun tenunan tikar ekor sapi babi kerbau kuda kambing ayam')
const linking = wordSet(
  'untuk per setiap masing-masing dari dan atau tambah ditambah dengan sama beli ke nomor belum tidak',
)
const numbersBefore = wordSet('puluh ratus seratus seribu sejuta koma')
const pieceSpoils = wordSet('setengah lusin kodi perempat koma belas puluh ratus ribu juta sama dan , atau')

/** "RAB 10 juta", "anggarannya 10 juta", "usulan kami 10 juta": what was planned or asked for. */
const isBudgeted = (tokens: readonly Token[], number: FoundNumber) =>
  tokens.some(
    (token, i) =>
      i < number.start &&
      i >= number.start - 4 &&
      isOneOf(budgets, token) &&
      !(i > 0 && ofBudget.has(tokens[i - 1]!.text)),
  ) && !tokens.slice(0, number.start).some((token) => spentWords.has(token.text))
const budgets = wordSet('rab plafon proposal proposalnya usulan janji permohonan')
const ofBudget = wordSet('dari sesuai serapan realisasi penyerapan tahun pakai')
const spentWords = wordSet(
  'sebesar terpakai dipakai realisasi cair terserap serapan habis keluar pakai diterima terima sudah',
)

/** "saldo kas Rp 4.350.000", "pagu Rp 1.050.000.000,00", "kas tinggal 180 ribu": said officially, or of the cash box itself. */
function withoutBalance(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.text === 'pagu' && tokens[1]?.text === 'rp') return tokens.slice(1)
  const at = tokens.findIndex((token) => token.text === 'saldo' || token.text === 'kas')
  if (at < 0) return tokens
  const [amount, other] = findNumbers(tokens, { m: 'any case' }).filter((number) => isMoney(number, tokens))
  // "31.475.000 saldo kas bumdes"
  if (amount && !other && amount.end === at && tokens[at]!.text === 'saldo' && tokens[at + 1]?.text === 'kas')
    return tokens.filter((token, i) => i !== at && i !== at + 1 && !(i === at + 2 && purses.has(token.text)))
  if (!amount || other || amount.start < at) return tokens
  const official = tokens[at + 1]?.text === 'kas' || tokens[amount.start - 1]?.text === 'rp'
  return tokens.filter(
    (token, i) =>
      !(i === at && token.text === 'saldo' && official) &&
      // "sisa kas per 31 juli Rp 7.482.500"
      !(i === at - 1 && i === 0 && token.text === 'sisa' && tokens[amount.start - 1]?.text === 'rp') &&
      !(i === amount.start - 1 && token.text === 'tinggal' && tokens[at]!.text === 'kas'),
  )
}

const purses = wordSet('bumdes desa negeri kelompok')

/** "Rp 4,8 juta untuk 2 ekor induk": what an amount of rupiah paid for. "untuk 1 ekor" is a price, and stays. */
function withoutBought(tokens: readonly Token[]): readonly Token[] {
  const [amount, things, third] = findNumbers(tokens)
  if (!amount || !things || third || amount.scale < 1000 || things.scale > 0) return tokens
  const counted = tokens[things.end]
  const bought =
    tokens[things.start - 1]?.text === 'untuk' &&
    Number.isInteger(things.value) &&
    things.value > 1 &&
    counted?.kind === 'word' &&
    unitOf(counted) !== undefined &&
    !times.has(counted.text) &&
    (things.start - 1 === amount.end || (things.start - 2 === amount.end && tokens[amount.end]!.text === 'rupiah'))
  if (!bought || tokens.slice(amount.end, things.start - 1).some((token) => rates.has(token.text))) return tokens
  const rest = tokens.slice(things.end + 1)
  // "untuk 2 ekor induk": a word for which of them, and the end
  return rest.length <= 2 && rest.every((token) => token.kind === 'word' && !uncertain.has(token.text))
    ? tokens.slice(0, things.start - 1)
    : tokens
}
const rates = wordSet('per setiap masing-masing /')
const uncertain = wordSet('tapi atau kecuali belum tidak lagi masing-masing setiap per kurang lebih')

const isMoney = (number: FoundNumber, tokens: readonly Token[]) =>
  number.scale >= 1000 ||
  tokens[number.start - 1]?.text === 'rp' ||
  tokens[number.end]?.text === 'rupiah' ||
  (number.value >= 10_000 && !unitOfNext(number, tokens))
const unitOfNext = (number: FoundNumber, tokens: readonly Token[]) => {
  const next = tokens[number.end]
  return next?.kind === 'word' ? (unitOf(next) ?? (isOneOf(counted, next) ? next.low : undefined)) : undefined
}
const counted = wordSet(words.countedThings)

/** What an amount paid for, who was fed of it, how many receipts there are. */
const explained: ExplanationRules = {
  owns: isMoney,
  foreign: (number, part) =>
    number.scale === 0 &&
    Number.isInteger(number.value) &&
    number.value > 1 &&
    !number.problem &&
    unitOfNext(number, part) !== undefined,
  none: (part) => noneAt(part) !== undefined,
  bystanders,
  opens: wordSet(words.purposes),
  lets: wordSet('termasuk'),
  sums: wordSet('total habis terpakai dipakai keluar pengeluaran uang dana biaya semua belanja'),
  numbers: { m: 'any case' },
}

/** "harga 2 juta, beli 3 ekor", "300 ribu sekali jalan": the price of one. */
const namesPrice = (tokens: readonly Token[]) => tokens.some((token) => isOneOf(ofOne, token))
const ofOne = wordSet('harga harganya sekali setiap tiap per masing-masing @ seekor seorang')

/**
 * "75 ribu untuk 20 orang", "upah 100 ribu untuk 4 orang", "12 ribu buat 40 liter": so little for each that the amount is more
 * likely what one of them costs.
 */
function mayBeShare(tokens: readonly Token[], value: number): boolean {
  const paid = tokens.some((token) => wages.has(token.low))
  return findNumbers(tokens, { m: 'any case' }).some((number) => {
    if (number.scale > 0 || number.value < 2 || !Number.isInteger(number.value)) return false
    const unit = unitOfNext(number, tokens)
    if (unit === undefined) return false
    if (value < 50_000 && !ofTime.has(unit)) return true
    const each = value / number.value
    return each < (paid && (people.has(unit) || ofTime.has(unit)) ? 100_000 : (leastPrices[unit] ?? 1000))
  })
}
const wages = wordSet('upah gaji honor insentif ongkos')
const people = wordSet('orang tukang peserta')
const ofTime = wordSet('hari minggu bulan tahun jam malam')
/** Less than this, in rupiah, nobody pays for one. */
const leastPrices: Readonly<Record<string, number>> = {
  orang: 10_000,
  peserta: 10_000,
  kk: 10_000,
  kelompok: 50_000,
  kali: 50_000,
  ekor: 10_000,
  unit: 20_000,
  paket: 20_000,
  titik: 50_000,
  liter: 5000,
  sak: 20_000,
  hari: 0,
  minggu: 0,
  bulan: 0,
  tahun: 0,
  jam: 0,
  malam: 0,
}

function saysRupiah({ tokens, number }: Amount): boolean {
  const before = tokens[number.start - 1]?.text === '.' ? tokens[number.start - 2] : tokens[number.start - 1]
  return before?.text === 'rp' || tokens[number.end]?.text === 'rupiah'
}

/** "20 karung", "5 rb orang": a number of things, not rupiah. */
const countsThings = (after: Token | undefined, scaled: boolean): boolean =>
  after?.kind === 'word' &&
  !(scaled && times.has(after.text)) &&
  (unitOf(after) !== undefined || things.has(after.text)) &&
  !(scaled && after.text === 'kali')

const times = wordSet('hari minggu bulan tahun jam')
const things = wordSet('persen anak keluarga desa dusun kelompok hari minggu bulan tahun jam')

const aroundMoney = wordSet(
  'nota kwitansi kuitansi lengkap dari untuk dana desa saja sudah dipakai terpakai habis di pada yang karena dengan bulan tahap par uang total pak bu ini itu sampai dan rupiah semua buat biaya belanja beli sumber swadaya bangkit opd add dd apbd apbdes dulu per ',
)

function askScale(ctx: ReadContext, value: number): Ask {
  const shown = String(value).replace('.', ',')
  const options: AskOption[] = [
    { label: `Rp ${shown} juta`, text: `${shown} juta` },
    { label: `Rp ${shown} ribu`, text: `${shown} ribu` },
  ]
  const sentence = `Rp ${shown} juta atau Rp ${shown} ribu, {sapaan}?`
  return ask(ctx, 'money_idr', 'unit_missing', sentence, options)
}

function askWhich(ctx: ReadContext, first: number, second: number): Ask {
  const options = [second, first].map((value) => ({ label: formatRupiah(value), text: formatRupiah(value) }))
  const sentence = `${options[0]!.label} atau ${options[1]!.label}, {sapaan}?`
  return ask(ctx, 'money_idr', 'unit_missing', sentence, options)
}
