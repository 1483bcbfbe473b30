import { commandFrame, commandWords, notCommands } from './lexicon/commands.ts'
import { isAddressed, isPolite, withoutPoliteness } from './reply.ts'
import {
  canonical,
  changeOf,
  isAside,
  isLabel,
  labelledRequest,
  postponement,
  type RequestFound,
  requestIn,
} from './requests.ts'
import { distance, wordSet } from './similar.ts'
import { cleanText, isOneOf, MAX_LENGTH, type Token, tokenize } from './text.ts'

export type CommandWord = keyof typeof commandWords | 'koreksi'

export interface Command {
  readonly command: CommandWord
  /** `ubah` and `kembali`: the label ("3", "3.2", "b"); `semua_sama`: the exceptions ("3, 5"); `koreksi`: the new answer; `bahasa`: "id" or "en"; `nanti`: when. */
  readonly argument?: string
  /** The text is nothing but the command, its argument and politeness. */
  readonly exact: boolean
}

/**
 * Commands whose words are also answers of choice questions ("batal" is "Tidak jadi", "nanti" an option of the opening,
 * "bantuan" a support). Where the open question has options and reading the reply gives one, the answer wins.
 */
export const answerLikeCommands: readonly CommandWord[] = [
  'batal',
  'lanjut',
  'mulai',
  'nanti',
  'sama',
  'semua',
  'bantuan',
  'berhenti',
  'lapor',
]

/**
 * The command a reply gives, or undefined. Exact commands are carried out, except those of `answerLikeCommands` that the
 * open question's own reader reads as a value. Inexact ones are carried out only when the reader finds no value, and are
 * asked about where free text is expected. See docs/bahasa.md.
 */
export function readCommand(text: string): Command | undefined {
  if (text.length > 200 || text.length > MAX_LENGTH) return undefined
  const clean = cleanText(text).trim()
  // one space between words: the patterns need not look for more
  const correction = readCorrection(clean.replace(/[ \t]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n'))
  if (correction) return (correction.argument !== undefined && commandInstead(correction.argument)) || correction
  const slashed = /^\/\p{L}/u.test(clean)
  const all = tokenize(slashed ? clean.slice(1).replace(/@\w+/, '').replaceAll('_', ' ') : clean)
  const tokens = politeAside(all)
  if (tokens.length === 0) return clean === '?' ? { command: 'bantuan', exact: true } : undefined
  if (tokens.length > 24 || isWithSomebody(all)) return undefined
  return (
    exceptAll(tokens) ??
    whole(tokens) ??
    withLabel(tokens) ??
    later(tokens) ??
    framed(tokens) ??
    misspelt(tokens) ??
    sentence(all, clean)
  )
}

/** "salah pencet, kembali dulu": what follows is no new answer. */
function commandInstead(argument: string): Command | undefined {
  const found = readCommand(argument)
  return found && insteadOfAnswer.has(found.command) ? found : undefined
}
const insteadOfAnswer: ReadonlySet<CommandWord> = new Set(['kembali', 'ubah', 'lewati', 'ringkasan', 'bantuan'])

/** "sama pak camat", "sama-sama": with somebody, or no word of ours. */
const isWithSomebody = ([first, second, third]: readonly Token[]) =>
  (first?.text === 'sama' || first?.text === 'lewat') &&
  (first.low.includes('-') ||
    first.low.endsWith('2') ||
    (second !== undefined &&
      third !== undefined &&
      (isAddressed(second, third) || (isPolite(second) && titles.has(third.low)))))
const titles = wordSet('raja upu latu ina ama rambu umbu haji oma opa')

// "tolong jangan kirim sy pesan lagi"

/** A request in words of one's own, alone or beside sentences that give a reason. */
function sentence(all: readonly Token[], clean: string): Command | undefined {
  const parts: (readonly Token[])[] = []
  let part: Token[] = []
  for (const token of all) {
    // "desa2": the doubling sign
    if (token.text === '2' && token.glued && part.length > 0) continue
    if (token.kind !== 'mark') part.push(token)
    else if (pauses.has(token.text) && part.length > 0) {
      parts.push(part)
      part = []
    }
  }
  if (part.length > 0) parts.push(part)
  const asks = clean.includes('?')
  const one = requestOf(parts.flat(), clean, asks)
  if (one) return asCommand(one, one.exact)
  if (parts.length < 2) return undefined
  let found: RequestFound | undefined
  let isStrange = false
  for (const tokens of parts) {
    const words = wordsOf(tokens)
    if (words.length === 0) continue
    const request = requestOf(tokens, clean, asks) ?? plainCommand(tokens)
    if (request && found && request.command !== found.command) {
      // "batalkan saja, nanti sy buat baru"
      if (request.command === 'nanti' || isAside(words)) continue
      if (found.command !== 'nanti' && found.command !== 'bantuan') return undefined
      found = request
    } else if (request) found = found?.argument === undefined ? request : found
    else if (!isAside(words)) isStrange = true
  }
  if (!found || (isStrange && !found.plain)) return undefined
  return asCommand(found, found.exact && !isStrange)
}
const pauses = wordSet(', . ; ! ? : \n ( )')

const asCommand = ({ command, argument }: RequestFound, exact: boolean): Command =>
  argument === undefined ? { command, exact } : { command, argument, exact }

const aloud = (tokens: readonly Token[]) => {
  const kept = withoutPoliteness(tokens)
  return kept.length > 0 ? kept : tokens.filter((token) => !isPolite(token))
}
const wordsOf = (tokens: readonly Token[]) => aloud(tokens).map(canonical)

function requestOf(all: readonly Token[], clean: string, asks: boolean): RequestFound | undefined {
  const tokens = aloud(all)
  if (tokens.length === 0 || tokens.length > 16) return undefined
  const words = tokens.map(canonical)
  return (
    labelledRequest(tokens, words) ??
    withLanguage(requestIn(words, asks), tokens) ??
    postponement(tokens, words, clean) ??
    changeOf(tokens, words, clean)
  )
}

function withLanguage(found: RequestFound | undefined, tokens: readonly Token[]): RequestFound | undefined {
  const language = found?.command === 'bahasa' ? languageIn(tokens) : undefined
  return found && language ? { ...found, argument: language } : found
}

/** A command word alone, beside a sentence: "batal, salah semua". */
function plainCommand(all: readonly Token[]): RequestFound | undefined {
  const tokens = aloud(all).filter((token) => token.low !== 'ya')
  if (tokens.length === 0) return undefined
  const found = whole(tokens) ?? later(tokens) ?? framed(tokens)
  if (!found || found.command === 'sama' || found.command === 'semua' || found.command === 'bantuan') return undefined
  // "stop, sy bukan kepala desa lagi": no work stops so
  return { ...found, exact: false, ...(tokens[0]!.low === 'stop' && { plain: true }) }
}

/** Without politeness, unless nothing is left ("tolong" is a call for help). */
function politeAside(all: readonly Token[]): readonly Token[] {
  const words = all.filter((token) => token.kind !== 'mark' || token.text === '-')
  const kept = withoutPoliteness(words).filter(
    (token) => token.kind !== 'mark' && token.low !== 'ya' && token.low !== 'y',
  )
  return kept.length > 0 ? kept : words.filter((token) => !isPolite(token))
}

const phrases: ReadonlyMap<string, CommandWord> = new Map(
  (Object.entries(commandWords) as [CommandWord, string][]).flatMap(([command, typed]) =>
    typed.split(', ').map((phrase) => [keyOf(tokenize(phrase)), command] as const),
  ),
)
const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length))

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(' ')
}

const lowKeyOf = (tokens: readonly Token[]) => tokens.map((token) => token.low).join(' ')

const commandAt = (tokens: readonly Token[]): CommandWord | undefined =>
  phrases.get(keyOf(tokens)) ?? phrases.get(lowKeyOf(tokens))

function whole(tokens: readonly Token[]): Command | undefined {
  let end = tokens.length
  let command = commandAt(tokens)
  // "lanjutkan saja", "stop dulu"
  while (!command && end > 1 && particles.has(tokens[end - 1]!.text)) command = commandAt(tokens.slice(0, --end))
  // "mulai sudah" bids, "semua sudah" tells
  if (!command || (tokens.at(-1)!.text === 'sudah' && isOfAll.has(command))) return undefined
  const language = command === 'bahasa' ? languageIn(tokens) : undefined
  return language ? { command, argument: language, exact: true } : { command, exact: true }
}

const isOfAll: ReadonlySet<CommandWord> = new Set(['semua', 'sama', 'semua_sama'])
const particles = wordSet('saja dulu sekarang lagi ya dong yah sudah')

const languageIn = (tokens: readonly Token[]): string | undefined => {
  for (const { low } of tokens) {
    if (low === 'inggris' || low === 'english' || low === 'en') return 'en'
    if (low === 'indonesia' || low === 'indo' || low === 'id') return 'id'
  }
  return undefined
}

// "ubah 3.2", "ganti nomor b", "kembali ke 5"

const labelWords = wordSet('nomor no ke pertanyaan jawaban kegiatan yang bagian poin')

function withLabel(tokens: readonly Token[]): Command | undefined {
  const command = commandAt(tokens.slice(0, 1))
  if (command !== 'ubah' && command !== 'kembali' && command !== 'semua' && command !== 'bahasa') return undefined
  if (command === 'bahasa') {
    const language = languageIn(tokens)
    const bare = tokens.filter(({ text }) => !particles.has(text))
    return language && bare.length === 2 ? { command, argument: language, exact: true } : undefined
  }
  if (command === 'semua') return undefined
  const rest = tokens.slice(1).filter((token) => !labelWords.has(token.text))
  const [label] = rest
  if (rest.length === 1 && label && isLabel(label)) return { command, argument: label.low, exact: true }
  return undefined
}

// "semua sama kecuali 3 dan 5"

function exceptAll(tokens: readonly Token[]): Command | undefined {
  const at = tokens.findIndex((token, i) => i > 0 && except.has(token.text))
  if (at < 1) return undefined
  let end = at
  // "semua sama, yang beda cuma 4"
  while (end > 2 && differing.has(tokens[end - 1]!.text)) end--
  const before = tokens.slice(0, end)
  const command = commandAt(before) ?? requestIn(before.map(canonical))?.command
  if (command !== 'semua_sama' && command !== 'sama') return undefined
  const labels: string[] = []
  let isPlain = true
  for (const token of tokens.slice(at + 1)) {
    if (isOneOf(besideExceptions, token)) continue
    // "3,5" lists two labels
    const parts = token.kind === 'number' ? token.low.split(',') : [token.low]
    for (const part of parts) {
      if (/^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z])$/.test(part)) labels.push(part)
      else isPlain = false
    }
    if (!isPlain) break
  }
  // "sama, tapi jalannya rusak" tells what differs
  const isException = tokens[at]!.text === 'kecuali' || tokens[at]!.text === 'selain'
  if (!isException && (labels.length === 0 || !isPlain || command === 'sama')) return undefined
  return { command: 'semua_sama', argument: labels.join(', '), exact: isPlain && labels.length > 0 }
}
const differing = wordSet('yang beda berbeda berubah lain')
const except = wordSet('kecuali selain tapi cuma hanya terkecuali')
const besideExceptions = wordSet(
  'nomor no ke pertanyaan jawaban kegiatan yang bagian poin dan sama dengan beda berbeda berubah brubah lain ubah diubah ganti ada saja cuma hanya tidak itu soal pilihan di',
)

// "nanti sore", "nanti jam 7 malam"

const whenWords = wordSet(
  'pagi siang sore malam petang jam pukul besok lusa hari minggu sebentar wit wita wib kalau sudah habis setelah sesudah magrib isya',
)

function later(tokens: readonly Token[]): Command | undefined {
  if (tokens[0]!.text !== 'nanti' || tokens.length < 2 || tokens.length > 6) return undefined
  const rest = tokens.slice(1).filter((token) => token.text !== 'dulu' && token.text !== 'saja')
  if (!rest.every((token) => token.kind === 'number' || whenWords.has(token.text))) return undefined
  return { command: 'nanti', argument: rest.map((token) => token.low).join(' '), exact: true }
}

// "saya mau berhenti dulu", "bisa kembali"

const frame = wordSet(commandFrame)
const wants = wordSet('mau ingin minta bisa boleh tolong mohon ayo coba saja dulu')

function framed(tokens: readonly Token[]): Command | undefined {
  if (tokens.length > longest + 6) return undefined
  const inner = tokens.filter((token) => !frame.has(token.text) && !frame.has(token.low))
  if (inner.length === 0 || inner.length === tokens.length) return undefined
  const command = commandAt(inner)
  if (!command || command === 'sama' || command === 'semua') return undefined
  // "kami lanjut" tells, "kami mau lanjut" asks
  if (tokens.some(({ text }) => text === 'kami') && !tokens.some(({ text }) => wants.has(text))) return undefined
  const language = command === 'bahasa' ? languageIn(tokens) : undefined
  return { command, ...(language && { argument: language }), exact: language !== undefined }
}

// one word, one letter wrong

const notCommand = wordSet(notCommands)
const singleWords = [...phrases].filter(([phrase]) => !phrase.includes(' ') && phrase.length >= 5)

function misspelt(tokens: readonly Token[]): Command | undefined {
  const [token] = tokens
  if (tokens.length !== 1 || token!.kind !== 'word' || token!.low.length < 5 || notCommand.has(token!.low))
    return undefined
  const { low } = token!
  const found = new Set(
    singleWords
      // in a short word another letter makes another word ("lebat", "acuan"); one more, less or swapped does not
      .filter(([word]) => low[0] === word[0] && (word.length > 5 || low.length !== word.length || isSwapped(low, word)))
      .filter(([word]) => distance(low, word, 1) <= 1)
      .map(([, command]) => command),
  )
  const [command] = found
  return found.size === 1 && command ? { command, exact: false } : undefined
}

const isSwapped = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('')

// "eh salah, 12": the last answer was wrong, this is the right one

/**
 * A correction says so at its beginning. "salah" alone is an answer (no), and a text that merely begins with it ("salah
 * paham antar warga") is one too, so a word of surprise, a pause or a number must follow or precede.
 */
function readCorrection(clean: string): Command | undefined {
  const m = correction.exec(clean)
  if (!m) return undefined
  const argument = clean.slice(m[0].length).replace(polite, '').replace(becomes, '').replace(notBut, '').trim()
  if (!argument) return m[1] || /^koreksi/i.test(clean) ? { command: 'koreksi', exact: true } : undefined
  // "ralat nomor 3" names a question, not a value
  if (/^(?:nomor|no\.?|nmr)\s*\S+$/i.test(argument))
    return { command: 'ubah', argument: argument.replace(/^\D+/, ''), exact: true }
  if (asking.test(argument)) return undefined
  // "harusnya selesai bulan lalu" tells of a plan
  if (
    /^(?:se)?(?:harus|hrs|mesti)/i.test(clean) &&
    !/\d/.test(argument) &&
    !/^(?:ya|tidak|tdk|belum|blm|sudah|sdh|ada|selesai)\s*$/i.test(argument)
  )
    return undefined
  // "salah, panennya gagal" may be a story: only a new number, or a word of surprise before, makes it certain
  return { command: 'koreksi', argument, exact: m[1] !== undefined || /\d/.test(argument) }
}
const address = String.raw`(?:\s*,?\s*(?:pak|bapak|bpk|bu|ibu|kaka|kak|bapa|mama|bos|mas|mbak|min|bung|usi|caca|abang|bang)\b)?`
const opening = '(?:eh|e|ee|aduh|adu|adoh|ado|ups|oh|ah|waduh|wah|astaga|maaf|maap|mf|sori|sorry|addoh)'
const earlier = String.raw`(?:ada\s+(?:yang|yg)|(?:(?:jawaban|jwban|jawabannya|isian|angka)(?:\s+(?:saya|sy|beta|sa))?\s+)?(?:yang|yg)?\s*(?:tadi|td|sebelumnya|barusan|terakhir)|(?:jawaban|jwban|jawabannya)(?:\s+(?:saya|sy|beta|sa))?|(?:saya|sy|beta|sa|ternyata))`
const wrong = String.raw`(?:(?:salah|sala|slh|salh|keliru|kliru|typo)(?:\s+(?:ketik|ktik|tulis|kirim|jawab|input|ini|tadi|td|itu|pencet|tekan|isi|hitung|sebut|lihat|liat|baca|lai|lagi|e|nih|lg)){0,3}|ralat|pembetulan)`
const rightIs = String.raw`(?:(?:maksud|mksd|mksud|maksut)(?:nya|x)?(?:\s+(?:saya|sy|beta|sa))?|(?:yang|yg)\s+(?:benar|betul|bnr|bener|btl)(?:nya)?|(?:se)?(?:harus|hrs|mesti)(?:nya|x)|betulnya|benarnya)(?:\s+(?:itu|adalah|ialah))?`
const revision = '(?:koreksi|revisi|perbaikan|pembetulan|ralat)'
const correction = new RegExp(
  '^(?:' +
    String.raw`((?:${opening}${address}\s*[,.!]*\s*){1,2}(?:${earlier}\s+)?${wrong}|ralat)${address}\s*(?:[,.:;!-]+\s*|\s+|$)(?:${rightIs}\s*[,:]?\s*)?` +
    String.raw`|(?:${earlier}\s+)?${wrong}${address}\s*(?:[,.:;!]+\s*)(?:${rightIs}\s*[,:]?\s*)?(?=\S)` +
    String.raw`|(?:${earlier}\s+)?${wrong}${address}\s+(?=\d)` +
    String.raw`|(?:${earlier}\s+)?${wrong}${address}\s+${rightIs}\s*[,:]?\s*(?=\S)` +
    String.raw`|(?:${opening}${address}\s*[,.]*\s*)?(?:(?:bukan|bkn|bukang)(?:\s+(?:itu|begitu|yang\s+itu|yg\s+itu|\S+(?:\s+\S+)?))?${address}\s*[,.]\s*)?${rightIs}${address}\s*[,:]?\s+(?=\S)` +
    String.raw`|${opening}${address}\s*[,.]*\s*(?:bukan|bkn|bukang)${address}\s*[,.]+\s*(?=\S)` +
    String.raw`|(?:${opening}${address}\s*[,.]*\s*){1,2}(?=\d[\d.,]*(?:\s+\p{L}+)?\s+(?:bukan|bkn)\s)` +
    String.raw`|${revision}${address}\s*(?:jawaban(?:\s+tadi)?\s*)?(?::|,|=)\s*(?:${rightIs}\s*[,:]?\s*)?(?=\S)` +
    String.raw`|(?:koreksi|revisi)${address}(?:\s*$|\s+(?=(?:(?:tanggal|tgl|jam|pukul|rp)\.?\s*)?\d))` +
    ')',
  'iu',
)
const asking = /\?|\b(?:apa|bagaimana|gimana)\s*$|^(?:apa|apakah|bagaimana|gimana|siapa|kapan|mana|yang mana|berapa)\b/i
/** "bukan 5 tapi 7" */
const notBut = /^(?:bukan|bkn)\s+\S+(?:\s+\S+)?\s+(?:tapi|tp|melainkan|tetapi)\s+/i
const becomes = /^(?:jadi|menjadi|jd)\s+(?=\d)/i
const polite = /[\s,]*(?:pak|bapak|bu|ibu|kaka|bapa|mama)\s*[.!]*$/i
