import { withoutUrging } from '../comment.ts'
import { isElsewhere } from '../elsewhere.ts'
import { partsOf } from '../explained.ts'
import { withoutCorrection, withoutHedges, withoutOtherHedges } from '../hedges.ts'
import { asMeant } from '../meant.ts'
import { parseNumber } from '../numbers.ts'
import { ask } from '../questions.ts'
import { asksBack, prepare, saysPending, saysUnknown } from '../reply.ts'
import { wordSet } from '../similar.ts'
import type { Token } from '../text.ts'
import type { AskReason, ReadContext, Reading } from '../types.ts'

/** A time of day as HH:MM: "14.30", "jam 9 pagi", "setengah sepuluh pagi" (09:30). "jam 9" alone is a question. */
export function readTime(text: string, ctx: ReadContext): Reading<string> {
  const reply = prepare(text, ctx)
  if (typeof reply === 'string') return ask(ctx, 'time', reply)
  if (reply.tokens.length === 0) return ask(ctx, 'time', saysPart(reply.all) ? 'vague' : 'empty')
  if (asksBack(reply.tokens)) return ask(ctx, 'time', 'asked_back')
  const { tokens, approximate } = withoutHedges(
    withoutCorrection(
      withoutAsides(
        asMeant(withoutWhyNot(withoutPurpose(withoutUrging(withoutOtherHedges(reply.tokens, 'hour')))), clocksOf),
      ),
    ),
  )
  if (tokens.some((_, i) => isRestricted(tokens, i)) || isElsewhere(reply.tokens)) return ask(ctx, 'time', 'restricted')
  const times: Clock[] = []
  for (let i = 0; i < tokens.length; ) {
    // "waktu itu rumah kosong" is no hour
    const empty =
      tokens[i]!.text === 'kosong' &&
      tokens[i - 1]?.kind === 'word' &&
      tokens[i - 1]!.text !== 'pukul' &&
      times.length > 0
    const time = empty ? undefined : clockAt(tokens, i)
    if (typeof time === 'string') return ask(ctx, 'time', time)
    if (time) {
      times.push(time)
      i = time.end
    } else i++
  }
  const [time] = times
  if (!time) return ask(ctx, 'time', saysUnknown(tokens) || saysPending(tokens) ? 'not_known' : 'unclear')
  if (times.length > 1)
    return ask(ctx, 'time', tokens.some((t) => t.text === 'sampai' || t.text === '-') ? 'range' : 'several_values')
  if (around.has(tokens[time.start - 1]?.text ?? '')) return ask(ctx, 'time', 'vague')
  // "jam 7 malam ke atas", "jam 7 malam sudah tidur"
  const behind = tokens.slice(time.end, time.end + 3).map((token) => token.text)
  if (
    behind[0] === 'ke' ||
    behind[0] === 'lewat' ||
    behind[0] === 'kurang' ||
    behind.includes('tidur') ||
    (behind[0] === 'baru' && behind[1] === 'pulang')
  )
    return ask(ctx, 'time', 'vague')
  if (isOfEvent(tokens, time)) return ask(ctx, 'time', 'vague')
  const hour = hourOfDay(time)
  if (hour === undefined) {
    const options = partsFor(time.hour).map((part) => {
      const said = `jam ${time.hour}${time.minute ? `.${String(time.minute).padStart(2, '0')}` : ''} ${part}`
      return { label: said, text: said }
    })
    const sentence =
      options.length === 2 ? `${capital(options[0]!.label)} atau ${options[1]!.label}, {sapaan}?` : undefined
    return ask(ctx, 'time', time.part ? 'invalid_time' : 'part_of_day', sentence, options)
  }
  const value = `${String(hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
  return approximate ? { value, approximate } : { value }
}

/** "tar malam jam 8" is soon, "paling baik jam 6 sore" no limit. */
const isRestricted = (tokens: readonly Token[], i: number) => {
  const { text, low } = tokens[i]!
  const next = tokens[i + 1]?.text ?? ''
  // "jam 8 malam kalau siang bisa juga"
  if (text === 'kalau' && parts.has(next)) {
    const pause = tokens.findIndex((token, k) => k > i && token.kind === 'mark')
    return tokens.some((_, k) => k > i && (pause < 0 || k < pause) && isAble(tokens, k))
  }
  return restrictions.has(text) && !(low === 'tar' && parts.has(next)) && !(text === 'paling' && best.has(next))
}
const best = wordSet('baik bagus enak pas cocok tepat gampang mudah aman senang')

/** "kapal masuk jam 6 pagi", "jam 4 sore hujan terus", "jam 9 pagi saya masih di kebun": when something else is. */
function isOfEvent(tokens: readonly Token[], { start, end, minute }: Clock): boolean {
  if (start === 0 && end === tokens.length) return false
  // "kapal sandar tadi malam pukul 20:15", "16.45 wit kapal sandar": nobody tells to the minute what was not asked for
  const exactly = minute % 30 !== 0 || tokens.slice(start, end).some((token) => officially.has(token.text))
  if (exactly && !tokens.some((token) => places.has(token.text) || follows.has(token.text))) return false
  for (let i = start - 1; i >= 0 && tokens[i]!.kind === 'word'; i--)
    if (events.has(tokens[i]!.text) || places.has(tokens[i]!.text)) return true
  const low = tokens[tokens.length - 1]!.low
  if (low === 'sesudahnya' || low === 'setelahnya') return true
  if (tokens[0]!.text === 'anak' && start > 0) return true
  const next = tokens[end]
  // "pas kapal masuk", "air surut", "kapal sandar baru bisa"
  if (next && events.has(next.text) && tokens[end - 1]!.text !== 'pas')
    return !tides.has(tokens[end + 1]?.text ?? '') && !tokens.slice(end).some((token) => token.text === 'bisa')
  for (let i = end; i < end + 3 && tokens[i]?.kind === 'word'; i++)
    if (tokens[i]!.text === 'masih') return tokens[i + 1]?.text === 'di'
  return false
}
const events = wordSet('kapal feri ferry speed pesawat lampu listrik pln genset sinyal hujan adzan azan air')
const officially = wordSet('wib wit wita')
const follows = wordSet('baru bisa setelah sesudah sesudahnya setelahnya jadi kumpul rapat tunggu kalau lalu')
const tides = wordSet('surut pasang meti')
/** They open and close at hours of their own. */
const places = wordSet('pasar toko warung puskesmas pustu tutup')

/** The hours said to be one ("jam 3 sore"), where a number alone may be anything. */
function clocksOf(tokens: readonly Token[]): readonly Clock[] {
  const found: Clock[] = []
  for (let i = 0; i < tokens.length; ) {
    const { text } = tokens[i]!
    const time = text === 'jam' || text === 'pukul' ? clockAt(tokens, i) : undefined
    if (typeof time === 'object') {
      found.push(time)
      i = time.end
    } else i++
  }
  return found
}

/** "jam 9 malam bos, siang tidak ada sinyal": parts that name no hour, behind the one that does. */
function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  const parts = partsOf(tokens).map(({ start, end }) => tokens.slice(start, end))
  if (parts.length === 1) return tokens
  const named = parts.map((part) =>
    part.some((token, i) => (token.text === 'jam' && !isSpan(part, i)) || token.text === 'pukul'),
  )
  const first = named.indexOf(true)
  if (first < 0 || first !== named.lastIndexOf(true)) return tokens
  return parts.flatMap((part, i) => ((i > first ? isAside(part) : isRuledOut(part)) && i !== first ? [] : part))
}
/** "jangan pagi karena beta melaut, jam 8 malam saja": when not, before the hour. */
const isRuledOut = (part: readonly Token[]) =>
  part.some((token, i) => token.text === 'jangan' && parts.has(part[i + 1]?.text ?? '')) &&
  !part.some((token) => token.kind === 'number')
/** ", kalau siang saya masih di sawah", ", kalau siang tidak ada sinyal": why at no other time. */
const isWhyNot = (part: readonly Token[]) => {
  const at = part.findIndex((token) => token.kind !== 'mark')
  return (
    part[at]?.text === 'kalau' &&
    parts.has(part[at + 1]?.text ?? '') &&
    part.some((token) => busy.has(token.text)) &&
    !part.some((token, i) => token.kind === 'number' || isAble(part, i))
  )
}
const busy = wordSet('masih tidak belum sibuk kebun laut sawah ladang hutan sekolah panas angin ombak kerja melaut')
const isAble = (tokens: readonly Token[], i: number) => able.has(tokens[i]!.text) && tokens[i - 1]?.text !== 'tidak'
const able = wordSet('bisa boleh mungkin lebih bagus baik saja juga jadi')

/** The same in one breath: "jam 8 malam bapa kalau siang orang semua di kebun". */
function withoutWhyNot(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }, i) => i > 1 && text === 'kalau' && parts.has(tokens[i + 1]?.text ?? ''))
  if (at < 0) return tokens
  let end = at + 1
  while (tokens[end] && tokens[end]!.kind !== 'mark') end++
  return isWhyNot(tokens.slice(at, end)) && clocksOf(tokens.slice(0, at)).length === 1
    ? [...tokens.slice(0, at), ...tokens.slice(end)]
    : tokens
}
/** "jam 6 pagi, supaya jangan kena panas": what for. */
function withoutPurpose(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, i) => i > 1 && purposes.has(token.text))
  if (at < 0) return tokens
  let end = at + 1
  while (tokens[end] && tokens[end]!.kind !== 'mark') end++
  const said = tokens.slice(at, end)
  if (
    clocksOf(tokens.slice(0, at)).length !== 1 ||
    said.some(({ kind, text }) => kind === 'number' || spoils.has(text))
  )
    return tokens
  return [...tokens.slice(0, at), ...tokens.slice(end)]
}
const purposes = wordSet('supaya biar agar')
const spoils = wordSet('tapi atau jam pukul mundur maju diundur ?')
/** "rapat 2 jam" */
const isSpan = (part: readonly Token[], i: number) =>
  part[i - 1]?.kind === 'number' &&
  i + 1 === part.length &&
  part.every((token, k) => token.kind !== 'word' || k === i || lasting.has(token.low.replace(/nya$/, '')))
const isAside = (part: readonly Token[]) =>
  isWhyNot(part) ||
  (part.filter((token) => token.kind === 'word').length > 1 &&
    !part.some((token, i) => (touching.has(token.text) && !isLate(part, i)) || token.text === '?') &&
    !part.some(
      (token, i) =>
        (token.kind === 'number' && !counted.has(part[i + 1]?.text ?? '')) ||
        (parts.has(token.text) && part.length <= 3),
    ))
/** "kalau lat pasar su kosong" */
const isLate = (part: readonly Token[], i: number) =>
  part[i]!.text.startsWith('kal') &&
  late.has(part[i + 1]?.low ?? '') &&
  !part.some((token) => token.kind === 'number' || parts.has(token.text))
const late = wordSet('lat lambat telat terlambat')
const lasting = wordSet(
  'rapat latihan pelatihan kerja kegiatan acara istirahat pertemuan musyawarah ibadah kumpul pulang kebun jalan kaki biasa cuma hanya sekitar kira-kira selama itu saja',
)
const touching = wordSet(
  'tapi atau kecuali bukan jangan antara lupa eh salah keliru ralat maksud lewat kurang setengah seperempat molor diundur ditunda mundur maju batal jadi sampai mungkin kayaknya sekitar kira kalau kalo pasti tentu satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas',
)
const counted = wordSet('orang menit hari kk jam')

interface Clock {
  readonly start: number
  readonly end: number
  readonly hour: number
  readonly minute: number
  /** Written as a clock shows it: 09.00, 14:30. */
  readonly exact: boolean
  readonly part?: Part
}
type Part = 'pagi' | 'subuh' | 'siang' | 'sore' | 'malam'

const restrictions = wordSet('tapi atau kecuali selain bukan belum tidak jangan antara lupa karet katanya paling')
const around = wordSet('lewat sebelum sesudah setelah habis sampai menjelang')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const saysPart = (tokens: readonly Token[]) => tokens.some((token) => parts.has(token.text))

const parts: ReadonlyMap<string, Part> = new Map([
  ['pagi', 'pagi'],
  ['subuh', 'subuh'],
  ['subu', 'subuh'],
  ['siang', 'siang'],
  ['sore', 'sore'],
  ['petang', 'sore'],
  ['malam', 'malam'],
])

function clockAt(tokens: readonly Token[], start: number): Clock | AskReason | undefined {
  let i = start
  const named = tokens[i]!.text === 'jam' || tokens[i]!.text === 'pukul'
  if (named) while (tokens[++i]?.text === '.' || tokens[i]?.text === ':');
  // "setengah sepuluh" is half an hour before ten
  const half = tokens[i]?.text === 'setengah'
  if (half) i++
  const token = tokens[i]
  if (!token) return undefined
  let hour: number
  let minute = 0
  let exact = false
  const clock = token.kind === 'number' ? /^(\d{1,2})[.,](\d{2})$/.exec(token.text) : null
  const colon =
    token.kind === 'number' && tokens[i + 1]?.text === ':' && tokens[i + 1]!.glued && tokens[i + 2]?.kind === 'number'
  if (clock || colon) {
    hour = Number(clock ? clock[1] : token.text)
    minute = Number(clock ? clock[2] : tokens[i + 2]!.text)
    exact = (clock ? clock[1]! : token.text).length === 2
    i += clock ? 1 : 3
    if (half || minute > 59 || hour > 24) return 'invalid_time'
  } else {
    const number = parseNumber(tokens, i)
    if (!number) return undefined
    if (people.has(tokens[number.end]?.text ?? '') || labels.has(tokens[start - 1]?.text ?? '')) return undefined
    if (number.problem || !Number.isInteger(number.value) || number.value > 24) return 'invalid_time'
    hour = number.value
    i = number.end
    const shift = tokens[i]?.text
    if (half) {
      if (hour < 1 || hour > 12) return 'invalid_time'
      hour = hour === 1 ? 12 : hour - 1
      minute = 30
    } else if (shift === 'lewat' || shift === 'lebih' || shift === 'kurang') {
      const minutes = minutesAt(tokens, i + 1)
      if (!minutes || !Number.isInteger(minutes.value) || minutes.value < 1 || minutes.value > 59) return 'unclear'
      i = minutes.end
      if (shift === 'kurang') {
        hour = hour === 1 ? 12 : hour - 1
        minute = 60 - minutes.value
      } else minute = minutes.value
    }
  }
  while (zones.has(tokens[i]?.text ?? '')) i++
  let part = parts.get(tokens[i]?.text ?? '')
  if (tokens[i]?.text === 'dini' && tokens[i + 1]?.text === 'hari') {
    part = 'subuh'
    i++
  }
  if (!part && tokens[i]?.text === 'tengah') part = middles.get(tokens[i + 1]?.text ?? '')
  if (part) i += tokens[i]!.text === 'tengah' ? 2 : 1
  else part = parts.get(tokens[start - 1]?.text ?? '') ?? middleBefore(tokens, start)
  // "jam enam sore lewat sepuluh menit", "jam 4 sore kurang sepuluh menit"
  const shift = tokens[i]?.text
  if (part && minute === 0 && (shift === 'lewat' || shift === 'kurang')) {
    const behind = minutesAt(tokens, i + 1)
    const next = tokens[behind?.end ?? 0]
    const last = next === undefined || next.kind === 'mark' || zones.has(next.text)
    if (behind && behind.value >= 1 && behind.value <= 59 && last) {
      minute = shift === 'lewat' ? behind.value : 60 - behind.value
      if (shift === 'kurang') hour = hour === 1 ? 12 : hour - 1
      i = behind.end
    }
  }
  while (zones.has(tokens[i]?.text ?? '')) i++
  return { start, end: i, hour, minute, exact, ...(part && { part }) }
}

const minutesAt = (tokens: readonly Token[], i: number) =>
  tokens[i]?.text === 'seperempat'
    ? { value: 15, end: tokens[i + 1]?.text === 'jam' ? i + 2 : i + 1 }
    : parseNumber(tokens, i)
/** "jam 12 tengah malam" */
const middles: ReadonlyMap<string, Part> = new Map([
  ['hari', 'siang'],
  ['malam', 'malam'],
])
/** "tengah hari, jam 12"; "malam, jam 8" may greet. */
function middleBefore(tokens: readonly Token[], start: number): Part | undefined {
  const at = tokens[start - 1]?.text === ',' ? start - 2 : start - 1
  return tokens[at - 1]?.text === 'tengah' ? middles.get(tokens[at]!.text) : undefined
}
const zones = wordSet('wib wit wita menit waktu tepat pas')
const people = wordSet('orang hari kk desa kelompok minggu bulan')
const labels = wordSet('dusun rt rw tanggal batch nomor')

/** The 24-hour hour, or undefined where morning and evening are both possible or the part does not fit. */
function hourOfDay({ hour, part, exact }: Clock): number | undefined {
  if (hour === 24) return part === undefined || part === 'malam' ? 0 : undefined
  if (part === undefined) return exact || hour >= 13 || hour === 0 ? hour : undefined
  if (hour > 12) return ranges[part](hour - 12) === hour || (part === 'siang' && hour <= 15) ? hour : undefined
  return ranges[part](hour)
}

const ranges: Readonly<Record<Part, (hour: number) => number | undefined>> = {
  pagi: (hour) => (hour >= 1 && hour <= 11 ? hour : undefined),
  subuh: (hour) => (hour >= 1 && hour <= 6 ? hour : undefined),
  siang: (hour) => (hour >= 10 && hour <= 12 ? hour : hour >= 1 && hour <= 4 ? hour + 12 : undefined),
  sore: (hour) => (hour >= 2 && hour <= 6 ? hour + 12 : undefined),
  malam: (hour) => (hour === 12 ? 0 : hour >= 6 && hour <= 11 ? hour + 12 : undefined),
}

/** The two parts of the day an hour can belong to. */
function partsFor(hour: number): readonly Part[] {
  return (['pagi', 'siang', 'sore', 'malam'] as const).filter((part) => ranges[part](hour) !== undefined).slice(0, 2)
}
