import { ordinalWords, unitWords } from './lexicon/numbers.ts'
import { isPolite } from './reply.ts'
import { wordSet } from './similar.ts'
import { isOneOf, tokenize } from './text.ts'
import { unitOf } from './units.ts'

// The manners in which people number their answers, brought to one: "no.1", "pertanyaan 1", "yang pertama", "1/", "*1.*",
// "1,ya", "1-3 ya". Only the labels are rewritten; the answers stay as typed.

/** Stands for an answer that is nothing but a dash, which is otherwise a sign behind a label. */
export const dash = '\ue000'

/** The text with labels as plain as "1." or "1". */
export function plainLabels(text: string, labels: readonly string[]): string {
  const known = new Set(labels.map((label) => label.toLowerCase()))
  const isLabel = (label: string) => known.has(label.toLowerCase())
  const opening = openingOf(text)
  let plain = text.slice(opening)
  plain = plain.replace(emphasised, '$1')
  if (named.test(plain))
    plain = plain.replace(namedLabels, (whole, before: string, label: string) =>
      isLabel(label) ? `${before}${label}: ` : whole,
    )
  else if (/^\s*(?:yang|yg)\s+\d/i.test(plain))
    plain = plain.replace(shown, (whole, before: string, label: string) =>
      isLabel(label) ? `${before}${label}: ` : whole,
    )
  else if (ordinal.test(plain)) plain = withOrdinals(plain, isLabel)
  else if (/^\s*satu\b/i.test(plain)) plain = withNumerals(plain, isLabel)
  if (/^\s*\d{1,2}\s*\/\s*[^\d\s]/.test(plain))
    plain = plain.replace(/(^|[\s,;])(\d{1,2})\s*\/(?=\s*\S)/g, (whole, before: string, label: string) =>
      isLabel(label) ? `${before}${label}. ` : whole,
    )
  if (everyLine(plain, /^\s*\d{1,2}\s*,\s*\S/)) plain = plain.replace(/^(\s*\d{1,2})\s*,\s*/gm, '$1. ')
  plain = plain.replace(/^([ \t]{0,3}[\w.]{1,6}?[ \t]{0,3}[.):=]?[ \t]{0,3})-{1,3}[ \t]*$/gm, (whole, label: string) =>
    isLabel(label.replace(/[\s.):=]+$/, '').trim()) ? `${label.trimEnd()} ${dash}` : whole,
  )
  // "1. ya 2. 3. ada": nothing was said to the second
  plain = plain.replace(
    /(^|\s)(\d{1,2})[.)]\s+(?=(\d{1,2})[.)]\s+[^\s])/g,
    (whole, before: string, label: string, next: string) =>
      isLabel(label) && isLabel(next) && Number(next) === Number(label) + 1 ? before : whole,
  )
  return text.slice(0, opening) + withRanges(plain, labels)
}

const emphasised = /[*_]{1,2}(\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z][.):])[*_]{1,2}/gi
const name = String.raw`(?:(?:untuk|utk|tuk|yang|yg|kalau|jawaban|jwban)\s+)*(?:nomor|nomer|nmr|no|pertanyaan|soal|poin|jawaban|jwban)(?:\s+(?:nomor|no))?\s*[.:]?\s*`
const named = new RegExp(String.raw`^\s*${name}\d`, 'i')
const namedLabels = new RegExp(String.raw`(^|[\s,;.])${name}(\d{1,2}(?:\.\d{1,2})*)(?!\d)\s*[.:)=]?\s*`, 'gi')

/** "yang 1 sudah, yang 2 belum" */
const shown =
  /(^|[\s,;.])(?:yang|yg)\s+(\d{1,2})(?!\d)\s*[.:)=]?\s+(?!(?:orang|org|ekor|kk|kali|bulan|bln|hari|tahun|thn|unit|juta|jt|ribu|rb)\b)/gi

const ordinal = /^\s*(?:(?:untuk|jawaban|yang|yg)\s+)*(?:pertanyaan\s+)?(?:pertama|ke[- ]?satu|ke-1|ke 1)\b/i
const ordinalLabels = new RegExp(
  String.raw`(?:(?:untuk|jawaban|yang|yg)\s+)*(?:pertanyaan\s+)?\b(?:(${ordinalWords.join('|')})|ke[- ]?(\d{1,2}|satu|dua|tiga|empat|lima|enam))\b\s*[:,.=]?\s*`,
  'gi',
)
const numerals = [...Object.keys(unitWords), 'sepuluh']
const numeralLabels = new RegExp(
  String.raw`(^|[\s,;.])(${numerals.slice(1).join('|')})(?=[\s:.,)])(?!\s+(?:puluh|belas|ratus|ribu|juta|jt|rb))`,
  'gi',
)

function withOrdinals(text: string, isLabel: (label: string) => boolean): string {
  return text.replace(ordinalLabels, (whole, word: string | undefined, short: string | undefined) => {
    const number = word
      ? ordinalWords.indexOf(word.toLowerCase()) + 1
      : /^\d/.test(short!)
        ? Number(short)
        : numerals.indexOf(short!.toLowerCase())
    return isLabel(String(number)) ? ` ${number}. ` : whole
  })
}

/** "satu ya dua tidak tiga belum" */
function withNumerals(text: string, isLabel: (label: string) => boolean): string {
  let next = 1
  const told = text.replace(numeralLabels, (whole, before: string, word: string) => {
    const number = numerals.indexOf(word.toLowerCase())
    if (number !== next || !isLabel(String(number))) return whole
    next++
    return `${before}${number}`
  })
  return next > 2 ? told : text
}

/** "1-3 ya, 4 tidak", "1,2,3 ya": the labels of one answer, each followed by "dan". */
function withRanges(text: string, labels: readonly string[]): string {
  const range =
    /(^|\n|[,;.]\s+)(\d{1,2})((?:\s*(?:,|dan|&|\+)\s*\d{1,2}){1,9}|\s*(?:-|sampai|smp|sd|s\/d)\s*\d{1,2})(\s*[:=)]|\.(?=\s))?(\s+|(?<=[:=)]))(?=(\p{L}+))/giu
  return text.replace(range, (whole, before: string, first: string, rest: string, _sign, _gap, word: string) => {
    const [token] = tokenize(word.toLowerCase())
    const all = /\d+\s*$/.exec(rest)![0]
    const isSpan = /^\s*(?:-|sampai|smp|sd|s\/d)/i.test(rest)
    const named = isSpan ? spanOf(Number(first), Number(all)) : [first, ...rest.match(/\d{1,2}/g)!]
    const places = named.map((label) => labels.indexOf(label))
    if (places.includes(-1) || places.some((place, i) => i > 0 && place !== places[i - 1]! + 1)) return whole
    if (token === undefined || unitOf(token) !== undefined || counted.has(token.text)) return whole
    return `${before}${named
      .slice(0, -1)
      .map((label) => `${label} ${both}`)
      .join(' ')} ${named.at(-1)}: `
  })
}
const counted = wordSet('orang kk juta ribu rb jt hari bulan tahun minggu jam kali')
const spanOf = (from: number, to: number) =>
  to > from && to - from < 12 ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i)) : ['']

/** Between the labels that share an answer. */
export const both = 'dan'

function everyLine(text: string, pattern: RegExp): boolean {
  const lines = text.split('\n').filter((line) => line.trim())
  return lines.length > 1 && lines.every((line) => pattern.test(line))
}

/** Where the greeting ends. */
function openingOf(text: string): number {
  const first = /^[^\d\n]*?[,.:!\n]\s*(?=\S)/.exec(text)?.[0]
  return first !== undefined && isGreeting(first) ? first.length : 0
}

const greeting = wordSet(
  'selamat pagi siang sore malam pak bapak bu ibu kaka bapa mama assalamualaikum salam shalom halo hai ini jawaban jawabannya jawab menjawab pilihan laporan kami saya izin mohon maaf berikut ya baik siap ok oke terima kasih untuk lapor met berikutnya dari sy beta membalas sampaikan kirim isi data nya hormat camat sekcam kades lurah sekdes raja bupati admin pendamping fasilitator baru balas bls telat terlambat lambat tadi jaringan su sudah dengan slmt sebelumnya semua semuanya pertanyaan',
)

/** Nothing but greetings, thanks and "berikut jawaban saya". */
export const isGreeting = (text: string): boolean =>
  tokenize(text).every((token) => token.kind === 'mark' || isOneOf(greeting, token) || isPolite(token))

/**
 * The text without thanks and farewells at its end ("\\nterima kasih", ". Tuhan memberkati", " trims"). Behind a line or a
 * sentence they may be of many words; behind an answer without a pause only words that are nothing else.
 */
export function withoutFarewell(text: string): string {
  let kept = text.trimEnd()
  for (;;) {
    const pause = Math.max(
      kept.lastIndexOf('\n'),
      kept.lastIndexOf(', '),
      kept.lastIndexOf('. '),
      kept.lastIndexOf('! '),
    )
    const tail = pause > 0 ? kept.slice(pause + 1).trim() : ''
    if (tail === '' || /\d/.test(tail) || !isFarewell(tail)) break
    kept = kept.slice(0, pause).trimEnd()
  }
  return kept.replace(thanks, '')
}
const thanks =
  /\s+(?:terima\s?kasih|trima\s?kasih|terimakasih|makasih|mksh|mks|trims|thx|thanks|dangke|danke|suwun)(?:\s+(?:banyak|pak|bu|bapak|ibu|kak|kaka|e))?[.!]*$/i
const isFarewell = (text: string): boolean => {
  const tokens = tokenize(text).filter((token) => token.kind !== 'mark')
  const said = tokens.filter((token) => !isPolite(token) && !farewell.has(token.text) && !farewell.has(token.low))
  return tokens.length > 0 && said.length === 0 && tokens.some((token) => isOneOf(closing, token))
}
const farewell = wordSet(
  'terima kasih banyak tuhan memberkati berkati sama wassalam wasalam maaf kalau kalo klo kl ada yang salah kurang jika mohon itu saja dari kami saya semua sehat selalu salam hormat sekian demikian laporan jawaban atas perhatian perhatiannya ya e dulu',
)
const closing = wordSet(
  'kasih terimakasih makasih mksh trims thx thanks dangke danke suwun wassalam wasalam memberkati berkati maaf sekian demikian salam',
)

/** One answer a line and no labels at all, as many lines as labels. */
export function linesInOrder(text: string, labels: readonly string[]): string[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '')
  if (lines.length > 1 && isGreeting(lines[0]!) && lines.length === labels.length + 1) lines.shift()
  return lines.length > 1 && lines.length === labels.length ? lines : undefined
}

/** "1.ya2.tidak3.ya": labels with no space before them. */
export function apart(text: string, labels: readonly string[]): string {
  const glued = /(?<=\p{L})(\d{1,2})(?=\s*[.)]?\s*\p{L})/gu
  return text.replace(glued, (label) => (labels.includes(label) ? ` ${label}` : label))
}
