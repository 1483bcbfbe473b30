import { type Amount, readAmount } from '../amount.ts'
import { allBystanders, type ExplanationRules } from '../explained.ts'
import { asLeft } from '../left.ts'
import * as words from '../lexicon/explaining.ts'
import { ask, type QuestionKind } from '../questions.ts'
import { prepare } from '../reply.ts'
import { durations } from '../roles.ts'
import { wordSet } from '../similar.ts'
import { isTimeOfElse } from '../talk.ts'
import { type Token, tokenBefore } from '../text.ts'
import type { Ask, ReadContext, Reading } from '../types.ts'
import { readCountBySex } from './count-by-sex.ts'

/** A whole number, 0 or more: "12 org pak", "seribu dua ratus", "tdk ada". */
export function readInteger(text: string, ctx: ReadContext): Reading<number> {
  const amount = readCount(text, ctx, 'integer')
  if ('ask' in amount) return amount.ask === 'several_values' ? (readTotal(text, ctx) ?? amount) : amount
  if (!Number.isInteger(amount.number.value)) return ask(ctx, 'integer', 'not_whole')
  return numberReading(amount)
}

/** "12 orang, 7 laki-laki 5 perempuan": men and women were both counted, so the number is their total. */
function readTotal(text: string, ctx: ReadContext): Reading<number> | undefined {
  const counts = readCountBySex(text, ctx, 'both named')
  if ('ask' in counts) return undefined
  const { total } = counts.value
  return counts.approximate ? { value: total, approximate: true } : { value: total }
}

/** What whole numbers and decimals share: one number that is neither money nor a share. */
export function readCount(
  text: string,
  ctx: ReadContext,
  kind: QuestionKind,
  mended: (tokens: readonly Token[]) => readonly Token[] = (tokens) => tokens,
): Amount | Ask {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, kind, reply)
  if (reply.tokens.length === 0) return ask(ctx, kind, 'empty')
  const amount = readAmount(withoutQuestion(asLeft(mended(reply.tokens))), {
    m: 'capital',
    noneIsZero: true,
    explained,
    nothings,
  })
  if (typeof amount === 'string') return ask(ctx, kind, amount)
  const { number, tokens } = amount
  const before = tokenBefore(tokens, number.start)?.text
  const after = tokens[number.end]?.text
  // "setengah jalan mobil rusak", "satu setengah bulan baru selesai ukur"
  if (number.spelled && !Number.isInteger(number.value) && after === 'jalan') return ask(ctx, kind, 'unclear')
  if (after !== 'jam' && durations.has(after ?? '') && isTimeOfElse(tokens, number)) return ask(ctx, kind, 'unclear')
  // "2 orang yang ukur kemarin"
  if (kind === 'decimal' && after === 'orang' && tokens[number.end + 1]?.text === 'yang')
    return ask(ctx, kind, 'other_unit')
  // "dari rumah ke posyandu 3 kilo"
  if (kind === 'integer' && ways.has(after ?? '') && isWay(tokens, number.start)) return ask(ctx, kind, 'other_unit')
  if (after === '%' || after === 'persen' || after === 'rupiah' || before === 'rp') return ask(ctx, kind, 'other_unit')
  // "2 juta 5": digits behind a scale are half a thought as often as a rest
  const whole = number.scale === 1000 && number.value % 1000 >= 10
  if (number.tailAs !== undefined && !number.spelled && !whole) return ask(ctx, kind, 'unclear')
  return amount
}

const ways = wordSet('kg km kilo kilometer')
const isWay = (tokens: readonly Token[], to: number) => {
  const from = tokens.findIndex(({ text }) => text === 'dari')
  return from >= 0 && tokens.slice(from, to).some(({ text }) => text === 'ke' || text === 'sampai')
}

/** Whom and what a village counts, and may have none of. */
const nothings = wordSet(words.nothings)
/** Papers, weather and days beside a number and what it counts. */
const explained: ExplanationRules = {
  owns: (number, tokens) => {
    const next = tokens[number.end]
    if (next?.kind === 'word') return !durations.has(next.text) && !notThings.has(next.text)
    return next?.text === ',' && number.start === 0
  },
  foreign: (number, part) => durations.has(part[number.end]?.text ?? ''),
  bystanders: allBystanders,
  absent: wordSet(words.besideCounts),
  rest: true,
  others: true,
}
/** Behind a number these are not what it counts. */
const notThings = wordSet(
  'yang dari ke di dan atau tapi kali saja sudah belum tidak itu ini lagi lebih kurang per sampai untuk mungkin sa sih tambah koma x',
)

/** "Batch : 4", "Dusun: 3": the question's own word, a colon and the answer; "batch 4" is one of them. */
const withoutQuestion = (tokens: readonly Token[]): readonly Token[] =>
  tokens[0]?.kind === 'word' && tokens[1]?.text === ':' && tokens.length === 3 && !ofTime.has(tokens[0].text)
    ? tokens.slice(2)
    : tokens

const ofTime = wordSet('tanggal jam pukul nomor bulan hari')

export const numberReading = ({ number, approximate }: Amount): Reading<number> =>
  approximate ? { value: number.value, approximate: true } : { value: number.value }
