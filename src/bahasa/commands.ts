import { commandFrame, commandWords, notCommands } from './lexicon/commands.ts'
import { isPolite, withoutPoliteness } from './reply.ts'
import { distance, wordSet } from './similar.ts'
import { cleanText, MAX_LENGTH, type Token, tokenize } from './text.ts'

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
  const correction = readCorrection(clean)
  if (correction) return correction
  const slashed = /^\/\p{L}/u.test(clean)
  const all = tokenize(slashed ? clean.slice(1).replace(/@\w+/, '').replaceAll('_', ' ') : clean)
  const tokens = politeAside(all)
  if (tokens.length === 0) return clean === '?' ? { command: 'bantuan', exact: true } : undefined
  if (tokens.length > 14) return undefined
  return (
    exceptAll(tokens) ??
    whole(tokens) ??
    withLabel(tokens, clean) ??
    later(tokens) ??
    framed(tokens) ??
    misspelt(tokens)
  )
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
  if (!command) return undefined
  const language = command === 'bahasa' ? languageIn(tokens) : undefined
  return language ? { command, argument: language, exact: true } : { command, exact: true }
}

const particles = wordSet('saja dulu sekarang lagi ya dong yah')

const languageIn = (tokens: readonly Token[]): string | undefined => {
  for (const { low } of tokens) {
    if (low === 'inggris' || low === 'english' || low === 'en') return 'en'
    if (low === 'indonesia' || low === 'id') return 'id'
  }
  return undefined
}

// "ubah 3.2", "ganti nomor b", "kembali ke 5"

const labelWords = wordSet('nomor no ke pertanyaan jawaban kegiatan yang bagian poin')

function withLabel(tokens: readonly Token[], clean: string): Command | undefined {
  const command = commandAt(tokens.slice(0, 1))
  if (command !== 'ubah' && command !== 'kembali' && command !== 'semua' && command !== 'bahasa') return undefined
  if (command === 'bahasa') {
    const language = languageIn(tokens)
    return language && tokens.length === 2 ? { command, argument: language, exact: true } : undefined
  }
  if (command === 'semua') return undefined
  const rest = tokens.slice(1).filter((token) => !labelWords.has(token.text))
  const [label] = rest
  if (rest.length === 1 && label && isLabel(label)) return { command, argument: label.low, exact: true }
  if (command !== 'ubah' || tokens.length < 2) return undefined
  const argument = clean.slice(tokens[1]!.start).trim()
  return argument ? { command, argument, exact: false } : undefined
}

const isLabel = ({ low }: Token) => /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z])$/.test(low)

// "semua sama kecuali 3 dan 5"

function exceptAll(tokens: readonly Token[]): Command | undefined {
  const at = tokens.findIndex((token) => token.text === 'kecuali' || token.text === 'selain')
  if (at < 1) return undefined
  const command = commandAt(tokens.slice(0, at))
  if (command !== 'semua_sama' && command !== 'sama') return undefined
  const labels: string[] = []
  for (const token of tokens.slice(at + 1)) {
    if (labelWords.has(token.text) || token.text === 'dan' || token.low === 'sama' || token.text === 'dengan') continue
    // "3,5" lists two labels
    const parts = token.kind === 'number' ? token.low.split(',') : [token.low]
    for (const part of parts) {
      if (!/^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z])$/.test(part))
        return { command: 'semua_sama', argument: labels.join(', '), exact: false }
      labels.push(part)
    }
  }
  return { command: 'semua_sama', argument: labels.join(', '), exact: labels.length > 0 }
}

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

function framed(tokens: readonly Token[]): Command | undefined {
  if (tokens.length > longest + 6) return undefined
  const inner = tokens.filter((token) => !frame.has(token.text) && !frame.has(token.low))
  if (inner.length === 0 || inner.length === tokens.length) return undefined
  const command = commandAt(inner)
  return command && command !== 'sama' && command !== 'semua' ? { command, exact: false } : undefined
}

// one word, one letter wrong

const notCommand = wordSet(notCommands)
const singleWords = [...phrases].filter(([phrase]) => !phrase.includes(' ') && phrase.length >= 5)

function misspelt(tokens: readonly Token[]): Command | undefined {
  const [token] = tokens
  if (tokens.length !== 1 || token!.kind !== 'word' || token!.low.length < 5 || notCommand.has(token!.low))
    return undefined
  const found = new Set(
    singleWords.filter(([word]) => distance(token!.low, word, 1) <= 1).map(([, command]) => command),
  )
  const [command] = found
  return found.size === 1 && command ? { command, exact: false } : undefined
}

// "eh salah, 12": the last answer was wrong, this is the right one

/**
 * A correction says so at its beginning. "salah" alone is an answer (no), and a text that merely begins with it ("salah
 * paham antar warga") is one too, so a word of surprise, a pause or a number must follow or precede.
 */
function readCorrection(clean: string): Command | undefined {
  const m = correction.exec(clean)
  if (!m) return undefined
  const argument = clean.slice(m[0].length).replace(polite, '').trim()
  if (!argument) return m[1] ? { command: 'koreksi', exact: true } : undefined
  // "ralat nomor 3" names a question, not a value
  if (/^(?:nomor|no\.?|nmr)\s*\S+$/i.test(argument))
    return { command: 'ubah', argument: argument.replace(/^\D+/, ''), exact: true }
  if (asking.test(argument)) return undefined
  // "salah, panennya gagal" may be a story: only a new number, or a word of surprise before, makes it certain
  return { command: 'koreksi', argument, exact: m[1] !== undefined || /\d/.test(argument) }
}
const address = String.raw`(?:\s*,?\s*(?:pak|bapak|bpk|bu|ibu|kaka|kak|bapa|mama|bos|mas|mbak)\b)?`
const wrong = String.raw`(?:salah(?:\s+(?:ketik|tulis|kirim|jawab|input|ini|tadi|itu))?|keliru|ralat|slh)`
const rightIs = String.raw`(?:maksud(?:nya| saya| sy)?|mksd(?:nya)?|yang\s+(?:benar|betul)|yg\s+(?:benar|betul|bnr)|(?:se)?harusnya)`
const correction = new RegExp(
  '^(?:' +
    String.raw`((?:eh|e|ee|aduh|ups|oh|ah|waduh|astaga|maaf|maap|mf|sori|sorry)${address}\s*[,.!]*\s*${wrong}|ralat)${address}\s*(?:[,.:;!-]+\s*|\s+|$)(?:${rightIs}\s*[,:]?\s*)?` +
    String.raw`|${wrong}${address}\s*(?:[,.:;!]+\s*)(?:${rightIs}\s*[,:]?\s*)?(?=\S)` +
    String.raw`|${wrong}${address}\s+(?=\d)` +
    String.raw`|${wrong}${address}\s+${rightIs}\s*[,:]?\s*(?=\S)` +
    String.raw`|(?:(?:eh|maaf|maap|sori|sorry|aduh)${address}\s*[,.]*\s*)?${rightIs}\s*[,:]?\s+(?=\S)` +
    ')',
  'iu',
)
const asking = /\?|^(?:apa|apakah|bagaimana|gimana|siapa|kapan|mana|yang mana|berapa)\b/i
const polite = /[\s,]*(?:pak|bapak|bu|ibu|kaka|bapa|mama)\s*[.!]*$/i
