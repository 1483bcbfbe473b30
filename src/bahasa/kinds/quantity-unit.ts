import { readAmount } from '../amount.ts'
import { allBystanders, type ExplanationRules } from '../explained.ts'
import { asLeft } from '../left.ts'
import * as words from '../lexicon/explaining.ts'
import { type FoundNumber, findNumbers } from '../numbers.ts'
import { ask } from '../questions.ts'
import { prepare } from '../reply.ts'
import { wordSet } from '../similar.ts'
import { isOneOf, type Token } from '../text.ts'
import type { Lexicon, Quantity, ReadContext, Reading } from '../types.ts'
import { joinMeasures, unitOf } from '../units.ts'
import { isLost } from '../unreal.ts'
import { joinCompound, measures, unitOfToken } from './compound.ts'

/** A number and its unit in either order: "250 ekor", "anakan pala 750", "setengah hektar". */
export function readQuantityUnit(text: string, ctx: ReadContext): Reading<Quantity> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'quantity_unit', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'quantity_unit', 'empty')
  if (isLost(reply.tokens)) return ask(ctx, 'quantity_unit', 'restricted')
  const joined = joinMeasures(withoutUnsold(asLeft(reply.tokens)))
  const amount = readAmount(withoutServed(joinCompound(joined, 'smaller', ctx.lexicon), ctx.lexicon), {
    noneIsZero: false,
    explained: explainedFor(ctx.lexicon),
  })
  if (typeof amount === 'string') return ask(ctx, 'quantity_unit', amount)
  const { number, tokens, approximate } = amount
  if (number.tailAs !== undefined && !number.spelled) return ask(ctx, 'quantity_unit', 'unclear')
  const after = tokens[number.end]
  if (
    after?.text === '%' ||
    after?.text === 'persen' ||
    after?.text === 'rupiah' ||
    tokens[number.start - 1]?.text === 'rp'
  )
    return ask(ctx, 'quantity_unit', 'other_unit')
  const unit = findUnit(tokens, number.start, number.end, ctx.lexicon)
  if (unit === undefined)
    return ask(
      ctx,
      'quantity_unit',
      'unit_missing',
      `${shown(number.value)} apa satuannya, {sapaan}? Contoh: ${shown(number.value)} ekor, kg, atau ha.`,
    )
  if (unit === 'several') return ask(ctx, 'quantity_unit', 'several_values')
  const value = { value: number.value, unit }
  return approximate ? { value, approximate } : { value }
}

/**
 * "2 unit, melayani 65 KK", "6 hektar, milik 3 kelompok": behind a whole quantity of things, how many people or groups
 * they are for. Said to the end, and only once.
 */
function withoutServed(tokens: readonly Token[], lexicon?: Lexicon): readonly Token[] {
  const [first, second, third] = findNumbers(tokens)
  if (!first || !second || third) return tokens
  const unit = unitOfToken(tokens[first.end], lexicon)
  if (unit === undefined || households.has(unit)) return tokens
  let at = second.start - 1
  if (tokens[at]?.text === 'oleh') at--
  const served = serves.has(tokens[at]?.text ?? '') && households.has(tokens[second.end]?.text ?? '')
  if (!served || at <= first.end) return tokens
  const rest = tokens.slice(second.end + 1)
  const pauses = tokens[at - 1]?.kind === 'mark' || tokens[at - 1]?.text === 'yang' || at === first.end + 1
  if (!pauses || rest.some((token) => token.kind === 'mark' && token.text !== '.')) return tokens
  return rest.some((token) => token.text === 'masing-masing' || token.text === 'per' || token.text === 'setiap')
    ? tokens
    : tokens.slice(0, at)
}
const serves = wordSet('melayani layani milik dimiliki dikelola kelola dipakai digunakan punya')
const households = wordSet('kk orang kelompok keluarga rumah dusun rt')

/** "dapat 9 karung, belum dijual karena …": what was harvested is what it is, sold or not. */
function withoutUnsold(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, i) =>
      i > 1 && token.text === ',' && later.has(tokens[i + 1]?.text ?? '') && sold.has(tokens[i + 2]?.text ?? ''),
  )
  if (at < 0 || !tokens.slice(0, at).some((token) => harvests.has(token.text))) return tokens
  const stop = tokens.findIndex(
    (token, i) => i > at && (token.kind === 'mark' || token.text === 'karena') && i > at + 2,
  )
  const rest = tokens.slice(at, stop < 0 ? tokens.length : stop)
  if (rest.some((token) => token.kind === 'number' || token.text === 'semua' || token.text === 'tapi')) return tokens
  return [...tokens.slice(0, at), ...(stop < 0 ? [] : tokens.slice(stop))]
}
const later = wordSet('belum masih')
const sold = wordSet('dijual laku diangkut dijemur digiling diolah dikupas')
const harvests = wordSet('panen dapat hasil dipanen')

/** Who works, owns or receives what was counted, what it sells for, where it is kept. */
function explainedFor(lexicon?: Lexicon): ExplanationRules {
  const isOwn = (number: FoundNumber, tokens: readonly Token[]) => {
    const unit = unitOfToken(tokens[number.end], lexicon)
    return (
      unit !== undefined &&
      !peopleUnits.has(unit) &&
      !ofOthers.has(unit) &&
      tokens[number.start - 1]?.text !== 'rp' &&
      !isOfPrice(number, tokens) &&
      !isPriced(number, tokens) &&
      !isSite(number, tokens)
    )
  }
  return {
    owns: isOwn,
    foreign: (number, part, own) => {
      const next = unitBehind(part, number)
      const has = (set: ReadonlySet<string>) => part.some((token) => isOneOf(set, token))
      if (isOfPrice(number, part) || isPriced(number, part) || isSite(number, part)) return true
      // "dijual 40 ribu": an amount of money, said to be one
      if (number.scale >= 1000 || part[number.start - 1]?.text === 'rp' || next === 'rupiah')
        return (
          (has(prices) || part.some((token) => token.text === 'satu' || token.text === '1')) &&
          !(next !== undefined && unitOfToken(part[number.end], lexicon) !== undefined)
        )
      if (next !== undefined && peopleUnits.has(next))
        return has(doers) || (has(receivers) && own.value >= number.value)
      return next !== undefined && spans.has(next)
    },
    bystanders: quantityBystanders,
    rest: true,
    others: true,
    sums: wholes,
    opens: tails,
    stops: ofYield,
    lets: moves,
  }
}
/** "40 ribu sekilo": the measure the price is for. */
/** ", satu kilo kami jual 20 ribu" */
const isPriced = ({ value, start, end }: FoundNumber, tokens: readonly Token[]) => {
  if (value !== 1 || (start > 0 && tokens[start - 1]!.text !== ',')) return false
  const stop = tokens.findIndex((token, i) => i > end && token.kind === 'mark')
  return tokens.slice(end, stop < 0 ? tokens.length : stop).some((token) => scales.has(token.text) || token.low === 'k')
}
const isOfPrice = (number: FoundNumber, tokens: readonly Token[]) =>
  number.value === 1 &&
  number.spelled &&
  scales.has(tokens[number.start - 1]?.text ?? '') &&
  tokens.slice(0, number.start).some((token) => prices.has(token.text))
const isSite = (number: FoundNumber, tokens: readonly Token[]) =>
  sites.has(tokens[number.start - 1]?.text ?? '') &&
  number.scale === 0 &&
  !['ekor', 'kg', 'ton'].includes(tokens[number.end]?.text ?? '')
/** The unit behind a number of the part, or the word that stands there. */
const unitBehind = (part: readonly Token[], number: FoundNumber) =>
  part[number.end]?.kind === 'word' ? (unitOf(part[number.end]!) ?? part[number.end]!.text) : undefined
const wholes = wordSet('jadi total semua hasil')
const tails = wordSet('dibagi dibagikan dijual dikerjakan dijaga dirawat dikelola dipelihara milik harga')
const ofYield = wordSet('rusak ditanam dipanen bibit benih anakan hidup tumbuh laku2 sekali')
const moves = wordSet('turun naik')
const scales = wordSet('ribu juta rupiah')
const peopleUnits = wordSet('orang kk kelompok keluarga rumah tukang anak dusun')
const ofOthers = wordSet('hari kali minggu bulan tahun')
const spans = wordSet('hari minggu bulan tahun jam')
const sites = wordSet('kolam kandang bak tambak keramba')
const doers = wordSet(words.doers)
const receivers = wordSet(words.receivers)
const prices = wordSet(words.prices)
const quantityBystanders = new Set([
  ...allBystanders,
  ...wordSet('pagar pakan pupuk karung terpal traktor alat obat kayu orang2'),
])

const shown = (value: number) => String(value).replace('.', ',')

/** The unit right behind the number wins; otherwise the only unit in the reply. */
function findUnit(
  tokens: readonly Token[],
  start: number,
  end: number,
  lexicon?: Lexicon,
): string | 'several' | undefined {
  const behind = tokens[end]
  const own = unitOfToken(behind, lexicon)
  if (own) {
    // "20 karung kg", "5 kilo liter": which of the two is meant is not said
    const next = tokens[end + 1]
    const other = next && next.low.length > 1 ? unitOfToken(next, lexicon) : undefined
    return other !== undefined && other !== own && (other in measures || other === 'liter') ? 'several' : own
  }
  const found = new Set<string>()
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'word' || (i >= start && i < end) || notUnits.has(token.text)) continue
    // single letters are units only right beside the number
    if (token.low.length === 1 && i !== start - 1) continue
    const unit = unitOf(token, lexicon)
    if (unit) found.add(unit)
  }
  if (found.size > 1) return 'several'
  const [only] = found
  return only
}

/** Words that are units only right behind their number. */
const notUnits = wordSet('bibit orang kelompok hari kali titik buah set')
