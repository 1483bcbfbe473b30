import { addDays, addMonths, daysBetween, isDay, isoDate, partsOf, weekdayIndex } from '../calendar.ts'
import type { Mention } from '../mentions.ts'
import { readMentions } from '../named-days.ts'
import { ask } from '../questions.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { Ask, AskReason, ReadContext, Reading } from '../types.ts'
import { formatDateLong } from '../write/dates.ts'
import { readMonth } from './month.ts'

/** A day as YYYY-MM-DD. With `want: 'month'` a month, as `readMonth`. */
export function readDate(text: string, ctx: ReadContext): Reading<string> {
  if (ctx.want === 'month') return readMonth(text, ctx)
  const found = readMentions(text, ctx, 'date')
  if ('ask' in found) return found
  const { tokens, approximate, weekdays, strayNumbers } = found
  const named = found.mentions.filter((mention) => mention.is !== 'year')
  // "minggu lalu tgl 8"
  const weeks = named.length === 2 && named[1]!.is === 'day' && isLastWeek(named[0]!, tokens)
  const mentions = weeks ? named.slice(1) : named
  const problem = mentions.find((mention) => mention.is === 'problem')
  const weekday = problem && inNextWeek(problem, tokens, weekdays, ctx)
  if (weekday) return approximate ? { value: weekday, approximate } : { value: weekday }
  if (problem) return ask(ctx, 'date', problem.reason)
  if (mentions.length === 0) return askForDay(ctx, strayNumbers, weekdays)
  if (strayNumbers.length > 0) return ask(ctx, 'date', 'several_values')
  const years = found.mentions.filter((m) => m.is === 'year')
  const joined = joinMentions(mentions, tokens)
  const mention = joined[0]!
  const days = joined.map((m) =>
    resolveDay(years.length === 1 && m.is === 'day' ? { ...m, ...withoutPlace(years[0]!) } : m, ctx),
  )
  const on = days[0]!
  if (days.some((day) => day !== on)) {
    const [a, b] = joined as [Mention, Mention]
    const joins = tokens.slice(a.end, b.start)
    return ask(ctx, 'date', joins.some((t) => t.text === 'sampai' || t.text === '-') ? 'range' : 'several_values')
  }
  if (typeof on !== 'string') return on
  if (weekdays.some((weekday) => weekday !== weekdayIndex(on))) {
    const fits = formatDateLong(on)
    return ask(
      ctx,
      'date',
      'weekday_differs',
      `Tanggal itu jatuh pada ${fits}, {sapaan}. Tanggalnya yang betul tanggal berapa?`,
      [{ label: fits, text: fits }],
    )
  }
  if (weeks && Math.abs(daysBetween(ctx.referenceOn, on)) > 14) return ask(ctx, 'date', 'vague')
  const blurred = spoiler(tokens, mention)
  if (blurred) return ask(ctx, 'date', blurred)
  return approximate ? { value: on, approximate } : { value: on }
}

/** "hari kamis minggu depan". On a Sunday it is not said which week is the next. */
function inNextWeek({ start }: Mention, tokens: readonly Token[], weekdays: readonly number[], ctx: ReadContext) {
  const [weekday, second] = weekdays
  const today = weekdayIndex(ctx.referenceOn)
  const named = tokens[start]!.text === 'minggu' && tokens[start + 1]?.low === 'depan'
  if (!named || !weekday || second !== undefined || today === 0 || ctx.want === 'past') return undefined
  if (
    tokens.some(
      (token) => blurs.has(token.text) || later.has(token.text) || token.kind === 'number' || token.text === 'lagi',
    )
  )
    return undefined
  return addDays(ctx.referenceOn, 7 - today + weekday)
}

const isLastWeek = (mention: Mention, tokens: readonly Token[]) =>
  mention.is === 'problem' && tokens[mention.start]!.text === 'minggu' && mention.start === 0

/** "bulan lalu tgl 12" and "hari ini, bulan ini": the month named apart belongs to the day. */
function joinMentions(mentions: readonly Mention[], tokens: readonly Token[]): readonly Mention[] {
  const [a, b] = mentions
  if (mentions.length !== 2 || !a || !b) return mentions
  // "bulan juli tgl 15"
  if (
    a.is === 'month' &&
    a.which === undefined &&
    a.dayOrYear === undefined &&
    b.is === 'day' &&
    b.month === undefined &&
    b.monthShift === undefined
  )
    // "awal agustus tgl 8"
    return [
      {
        ...b,
        start: isInPart(b.day, tokens[a.start - 1]?.text) ? b.start : a.start,
        month: a.month,
        ...withoutPlace(a),
      },
    ]
  const [month, day] = a.is === 'months' ? [a, b] : [b, a]
  if (
    month.is !== 'months' ||
    month.counted ||
    day.is !== 'day' ||
    day.month !== undefined ||
    day.monthShift !== undefined
  )
    return mentions
  return [{ ...day, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end), monthShift: month.months }]
}

const isInPart = (day: number, part: string | undefined) =>
  (part === 'awal' && day <= 12) || (part === 'pertengahan' && day >= 8 && day <= 22) || (part === 'akhir' && day >= 18)

const withoutPlace = (mention: Mention) => {
  const { year, yearShift } = mention as { year?: number; yearShift?: number }
  return { ...(year !== undefined && { year }), ...(yearShift !== undefined && { yearShift }) }
}

function askForDay(ctx: ReadContext, numbers: readonly number[], weekdays: readonly number[]): Ask {
  const day = numbers[0]
  if (numbers.length === 1 && day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31) {
    const on = likelyDay(day, ctx)
    const long = on && formatDateLong(on)
    return ask(
      ctx,
      'date',
      'month_missing',
      long ? `Maksudnya ${long}, {sapaan}?` : undefined,
      long ? [{ label: long, text: long }] : undefined,
    )
  }
  if (weekdays.length > 0) return ask(ctx, 'date', 'vague')
  return ask(ctx, 'date', numbers.length > 1 ? 'several_values' : numbers.length === 1 ? 'day_missing' : 'unclear')
}

/** The nearest such day on the wanted side, offered in a question. */
function likelyDay(day: number, ctx: ReadContext): string | undefined {
  const step = ctx.want === 'future' ? 1 : -1
  for (let k = 0; k < 3; k++) {
    const { year, month } = partsOf(addMonths(`${ctx.referenceOn.slice(0, 7)}-01`, k * step))
    if (!isDay(year, month, day)) continue
    const on = isoDate(year, month, day)
    if (!wrongSide(on, ctx)) return on
  }
  return undefined
}

export const wrongSide = (on: string, ctx: ReadContext): boolean =>
  (ctx.want === 'past' && on > ctx.referenceOn) || (ctx.want === 'future' && on < ctx.referenceOn)

function resolveDay(mention: Mention, ctx: ReadContext): string | Ask {
  switch (mention.is) {
    case 'on':
      return onSide(mention.on, ctx)
    case 'months':
      if (!mention.counted) return ask(ctx, 'date', 'day_missing')
      return onSide(addMonths(ctx.referenceOn, mention.months), ctx)
    case 'month':
      return ask(ctx, 'date', 'day_missing')
    case 'day':
      return resolveNamedDay(mention, ctx)
    case 'year':
    case 'problem':
      return ask(ctx, 'date', 'day_missing')
  }
}

function resolveNamedDay(mention: Mention & { is: 'day' }, ctx: ReadContext): string | Ask {
  if (mention.past) {
    if (ctx.want === 'future') return ask(ctx, 'date', 'wrong_side')
    const { past: _, ...own } = mention
    const on = mention.month === undefined ? likelyDay(mention.day, { ...ctx, want: 'past' }) : undefined
    if (on !== undefined) return on
    return resolveNamedDay(own, { ...ctx, want: 'past' })
  }
  const reference = partsOf(ctx.referenceOn)
  const { day } = mention
  if (mention.month === undefined) {
    const { year, month } = partsOf(addMonths(`${ctx.referenceOn.slice(0, 7)}-01`, mention.monthShift ?? 0))
    if (!isDay(year, month, day)) return ask(ctx, 'date', 'invalid_date')
    const on = isoDate(year, month, day)
    if (mention.monthShift === undefined && wrongSide(on, ctx)) return askForDay(ctx, [day], [])
    return onSide(on, ctx)
  }
  const { month } = mention
  const named = mention.year ?? (mention.yearShift === undefined ? undefined : reference.year + mention.yearShift)
  if (named !== undefined) {
    if (!isDay(named, month, day)) return ask(ctx, 'date', 'invalid_date')
    // two digits far from now are more likely something else
    if (Math.abs(named - reference.year) > 40) return ask(ctx, 'date', 'invalid_date')
    return onSide(isoDate(named, month, day), ctx)
  }
  if (!isDay(2024, month, day)) return ask(ctx, 'date', 'invalid_date')
  return withYear(month, day, ctx)
}

/** A day without a year goes to the wanted side; without a side to the nearer year, if one is near. */
function withYear(month: number, day: number, ctx: ReadContext): string | Ask {
  const { year } = partsOf(ctx.referenceOn)
  const days = [year - 1, year, year + 1].filter((y) => isDay(y, month, day)).map((y) => isoDate(y, month, day))
  const sided = days.filter((on) => !wrongSide(on, ctx))
  const nearest = sided.sort(
    (a, b) => Math.abs(daysBetween(ctx.referenceOn, a)) - Math.abs(daysBetween(ctx.referenceOn, b)),
  )[0]
  if (nearest === undefined) return ask(ctx, 'date', 'year_missing')
  // "17 agustus" on 14 August, of what is past: last year's, or a slip about the coming one
  const other = days
    .filter((on) => wrongSide(on, ctx))
    .sort((a, b) => Math.abs(daysBetween(ctx.referenceOn, a)) - Math.abs(daysBetween(ctx.referenceOn, b)))[0]
  if (other !== undefined && Math.abs(daysBetween(ctx.referenceOn, other)) <= 14) {
    const long = formatDateLong(nearest)
    const side = ctx.want === 'past' ? 'belum lewat' : 'sudah lewat'
    return ask(ctx, 'date', 'year_missing', `${formatDateLong(other)} ${side}, {sapaan}. Maksudnya ${long}?`, [
      { label: long, text: long },
    ])
  }
  if (ctx.want === undefined && Math.abs(daysBetween(ctx.referenceOn, nearest)) > 92) {
    const options = days.slice(-2).map((on) => ({ label: formatDateLong(on), text: formatDateLong(on) }))
    return ask(ctx, 'date', 'year_missing', undefined, options)
  }
  return nearest
}

function onSide(on: string, ctx: ReadContext): string | Ask {
  if (!wrongSide(on, ctx)) return on
  const long = formatDateLong(on)
  const sentence =
    ctx.want === 'past'
      ? `${long} belum lewat, {sapaan}. Tanggal berapa yang betul?`
      : `${long} sudah lewat, {sapaan}. Rencananya tanggal berapa?`
  return ask(ctx, 'date', 'wrong_side', sentence)
}

/** "setelah panen 20 agustus": the day of something else. */
const later = wordSet('sebelum sesudah setelah sehabis selepas menjelang')
const blurs = wordSet('awal akhir pertengahan sebelum sesudah setelah habis menjelang seputar tengah sehabis selepas')

/** Words that take a named day away again: "sebelum 12 Juli", "12 Juli sampai besok". */
function spoiler(tokens: readonly Token[], mention: Mention): AskReason | undefined {
  const before = tokens[mention.start - 1]?.text ?? ''
  if (
    later.has(tokens[mention.start - 2]?.text ?? '') &&
    tokens[mention.start - 1]?.kind === 'word' &&
    before !== 'tanggal' &&
    before !== 'hari'
  )
    return 'vague'
  if (blurs.has(before) || (before === 'dari' && tokens.slice(mention.end).some((t) => t.text === 'sampai')))
    return 'vague'
  if (before === 'sampai') return 'range'
  // a day less that is no date of its own: "dua hari sebelum 17 agustus"
  if (before === '-' && tokens[mention.start]!.glued) return 'unclear'
  return undefined
}
