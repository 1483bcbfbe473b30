import { addMonths, isoMonth, partsOf } from '../calendar.ts'
import type { Mention } from '../mentions.ts'
import { readMentions } from '../named-days.ts'
import { parseNumber } from '../numbers.ts'
import { ask } from '../questions.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { Ask, ReadContext, Reading } from '../types.ts'
import { formatMonth } from '../write/dates.ts'

/** A month as YYYY-MM. A full date gives its month; "awal juni" is June. */
export function readMonth(text: string, ctx: ReadContext): Reading<string> {
  const found = readMentions(text, ctx, 'month')
  if ('ask' in found) return found
  const { tokens, approximate } = found
  const strayNumbers = withoutSpans(found.strayNumbers, tokens)
  const years = found.mentions.filter((mention) => mention.is === 'year')
  const others = withoutReasons(
    withoutNow(
      found.mentions.filter((mention) => mention.is !== 'year'),
      tokens,
    ),
    tokens,
    ctx,
  )
  // "april, tgl 15 persisnya": the day is of the month just named
  const named = others.filter((mention) => mention.is === 'month')
  const ownDays = others.filter((m) => m.is === 'day' && m.month === undefined && m.monthShift === undefined && !m.past)
  const mentions = named.length === 1 && named.length + ownDays.length === others.length ? named : others
  if (mentions.length === 0) return askForMonth(ctx, strayNumbers)
  const values: string[] = []
  for (const mention of mentions) {
    const value = resolveMonth(
      years.length === 1 && mention.is === 'month' && mention.year === undefined
        ? { ...mention, ...yearOf(years[0]!) }
        : mention,
      ctx,
    )
    if (typeof value !== 'string') return value
    values.push(value)
  }
  if (new Set(values).size > 1) {
    const range = tokens.some((token) => token.text === 'sampai' || token.text === '-')
    return ask(ctx, 'month', range ? 'range' : 'several_values')
  }
  if (strayNumbers.length > 0) return ask(ctx, 'month', 'several_values')
  const mention = mentions[0]!
  const before = tokens[mention.start - 1]?.text ?? ''
  // "bulan puasa kemarin", "waktu panen kemarin": some time ago, not yesterday
  if (
    mention.is === 'on' &&
    tokens[mention.start]!.text === 'kemarin' &&
    /^\p{L}/u.test(before) &&
    !yesterdays.has(before)
  )
    return ask(ctx, 'month', 'vague')
  const blurred = around.has(before) || (before !== 'bulan' && around.has(tokens[mention.start - 2]?.text ?? ''))
  if (blurred) return ask(ctx, 'month', 'vague')
  return approximate ? { value: values[0]!, approximate } : { value: values[0]! }
}

/** "juni, kerja 3 minggu", "gotong royong satu minggu": how long. */
function withoutSpans(numbers: readonly number[], tokens: readonly Token[]): readonly number[] {
  if (numbers.length !== 1) return numbers
  const at = tokens.findIndex((token, i) => spans.has(token.text) && i > 0 && parseNumber(tokens, i - 1)?.end === i)
  return at > 0 && parseNumber(tokens, at - 1)!.value === numbers[0] && !directions.has(tokens[at + 1]?.text ?? '')
    ? []
    : numbers
}
const spans = wordSet('minggu hari')
const directions = wordSet('lagi lalu yang depan')

/** "september karena agustus sibuk lomba", "september, agustus ini masih banyak acara": why not the month that runs. */
function withoutReasons(mentions: readonly Mention[], tokens: readonly Token[], ctx: ReadContext): readonly Mention[] {
  const [first, second, third] = mentions
  if (!first || !second || third || first.is !== 'month' || second.is !== 'month' || ctx.want === 'past')
    return mentions
  if (second.month !== partsOf(ctx.referenceOn).month || second.year !== undefined) return mentions
  const between = tokens.slice(first.end, second.start)
  const reason =
    between.some((token) => token.text === 'karena') ||
    (between.some((token) => token.text === ',') && second.which === 'ini')
  return reason && !tokens.slice(first.end).some((token) => moves.has(token.text)) ? [first] : mentions
}

/** "2 bulan lalu, …, sekarang su longsor", "kemarin bulan 6": beside a month these only say that it is past or how it is. */
function withoutNow(mentions: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
  const [first, second, third] = mentions
  if (!first || !second || third) return mentions
  if (second.is === 'on' && tokens[second.start]!.text === 'sekarang' && first.is !== 'on')
    return tokens[second.start - 1]!.kind === 'mark' && !tokens.slice(second.end).some((token) => moves.has(token.text))
      ? [first]
      : mentions
  const past = first.is === 'on' && tokens[first.start]!.text === 'kemarin' && first.end === second.start
  return past && second.is === 'month' && second.which === undefined && second.year === undefined && first.start === 0
    ? [{ ...second, which: 'lalu' }]
    : mentions
}
const moves = wordSet('jadi tapi bukan pindah diundur digeser maju mulai')
const yesterdays = wordSet('hari baru dari sejak mulai selesai sudah kami kita saya tadi pas')
const around = wordSet('musim sebelum sesudah setelah habis menjelang sampai selepas sehabis')

const yearOf = (mention: Mention) => {
  const { year, yearShift } = mention as { year?: number; yearShift?: number }
  return { ...(year !== undefined && { year }), ...(yearShift !== undefined && { yearShift }) }
}

function askForMonth(ctx: ReadContext, numbers: readonly number[]): Ask {
  const month = numbers[0]
  if (numbers.length === 1 && month !== undefined && Number.isInteger(month) && month >= 1 && month <= 12) {
    const likely = withYear(month, ctx)
    if (typeof likely === 'string')
      return ask(ctx, 'month', 'month_missing', `Maksudnya ${formatMonth(likely)}, {sapaan}?`, [
        { label: formatMonth(likely), text: formatMonth(likely) },
      ])
  }
  return ask(ctx, 'month', numbers.length > 0 ? 'month_missing' : 'unclear')
}

function resolveMonth(mention: Mention, ctx: ReadContext): string | Ask {
  const reference = partsOf(ctx.referenceOn)
  switch (mention.is) {
    case 'on':
      return onSide(mention.on.slice(0, 7), ctx)
    case 'months':
      return onSide(addMonths(`${ctx.referenceOn.slice(0, 7)}-01`, mention.months).slice(0, 7), ctx)
    case 'day': {
      const shifted = partsOf(addMonths(`${ctx.referenceOn.slice(0, 7)}-01`, mention.monthShift ?? 0))
      if (mention.month === undefined)
        return mention.monthShift === undefined
          ? ask(ctx, 'month', 'month_missing')
          : onSide(isoMonth(shifted.year, shifted.month), ctx)
      return named(mention.month, mention, ctx)
    }
    case 'month': {
      const { which, dayOrYear, month } = mention
      if (which === 'ini') return onSide(isoMonth(reference.year, month), ctx)
      if (which) {
        const past = which === 'lalu'
        const own = isoMonth(reference.year, month)
        const current = ctx.referenceOn.slice(0, 7)
        const year = past
          ? own < current
            ? reference.year
            : reference.year - 1
          : own > current
            ? reference.year
            : reference.year + 1
        return onSide(isoMonth(year, month), ctx)
      }
      if (dayOrYear !== undefined) {
        // "juli 24": the day or the year; the same month either way, or a question
        const byDay = withYear(month, ctx)
        const byYear = isoMonth(2000 + dayOrYear, month)
        if (byDay === byYear) return byYear
        const options =
          typeof byDay === 'string' ? [byDay, byYear].map((m) => ({ label: formatMonth(m), text: formatMonth(m) })) : []
        return ask(ctx, 'month', 'year_missing', undefined, options)
      }
      return named(month, mention, ctx)
    }
    case 'year':
      return ask(ctx, 'month', 'month_missing')
    case 'problem':
      return ask(ctx, 'month', mention.reason)
  }
}

function named(
  month: number,
  { year, yearShift }: { readonly year?: number; readonly yearShift?: number },
  ctx: ReadContext,
): string | Ask {
  const reference = partsOf(ctx.referenceOn)
  const spoken = year ?? (yearShift === undefined ? undefined : reference.year + yearShift)
  if (spoken === undefined) return withYear(month, ctx)
  if (Math.abs(spoken - reference.year) > 40) return ask(ctx, 'month', 'invalid_date')
  return onSide(isoMonth(spoken, month), ctx)
}

/** A month without a year goes to the wanted side; without a side to the nearest one, if it is near. */
function withYear(month: number, ctx: ReadContext): string | Ask {
  const { year, month: now } = partsOf(ctx.referenceOn)
  if (ctx.want === 'past') return isoMonth(month <= now ? year : year - 1, month)
  if (ctx.want === 'future') return isoMonth(month >= now ? year : year + 1, month)
  const ahead = (((month - now) % 12) + 12) % 12
  if (ahead <= 3) return isoMonth(month >= now ? year : year + 1, month)
  if (ahead >= 9) return isoMonth(month <= now ? year : year - 1, month)
  const options = [year - 1, year, year + 1]
    .map((y) => isoMonth(y, month))
    .sort((a, b) => Math.abs(gap(a, ctx)) - Math.abs(gap(b, ctx)))
    .slice(0, 2)
    .map((m) => ({ label: formatMonth(m), text: formatMonth(m) }))
  return ask(ctx, 'month', 'year_missing', undefined, options)
}

const gap = (month: string, ctx: ReadContext) => {
  const [a, b] = [partsOf(month), partsOf(ctx.referenceOn)]
  return a.year * 12 + a.month - b.year * 12 - b.month
}

function onSide(month: string, ctx: ReadContext): string | Ask {
  const current = ctx.referenceOn.slice(0, 7)
  if (!((ctx.want === 'past' && month > current) || (ctx.want === 'future' && month < current))) return month
  const sentence =
    ctx.want === 'past'
      ? `${formatMonth(month)} belum tiba, {sapaan}. Bulan apa yang betul?`
      : `${formatMonth(month)} sudah lewat, {sapaan}. Rencananya bulan apa?`
  return ask(ctx, 'month', 'wrong_side', sentence)
}
