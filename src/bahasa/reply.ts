import { unitWords } from './lexicon/numbers.ts'
import { politePhrases, politeWords } from './lexicon/politeness.ts'
import { isPostponed, isTelling, withoutPromise } from './postponed.ts'
import { wordSet } from './similar.ts'
import { cleanText, isOneOf, MAX_LENGTH, MAX_TOKENS, type Token, tokenize } from './text.ts'
import type { AskReason, Lexicon, ReadContext } from './types.ts'

// What all kinds do first: length, tokens, and what was said out of politeness set aside.

export interface Reply {
  readonly text: string
  readonly all: readonly Token[]
  /** Without greetings, thanks, forms of address and decoration. */
  readonly tokens: readonly Token[]
}

/** @param putOff 'told' where "later" can be the answer: no promise is taken for the lack of one */
export function prepare(text: string, ctx: ReadContext, putOff?: 'told'): Reply | AskReason {
  if (text.length > MAX_LENGTH) return 'too_long'
  const clean = cleanText(text)
  if (clean.length > MAX_LENGTH) return 'too_long'
  const said = tokenize(clean, ctx.lexicon)
  if (said.length > MAX_TOKENS) return 'too_long'
  const mayPutOff = putOff === undefined && said.some(isTelling)
  if (mayPutOff && isPostponed(said)) return 'not_known'
  const all = mayPutOff ? withoutPromise(said) : said
  const tokens = withoutPoliteness(all, ctx.lexicon)
  return { text: clean, all, tokens }
}

/** Signs that carry meaning somewhere; all other signs and pictures are decoration. */
const meaningful = wordSet('\n . , ; : - + / % ( ) = ? @ & ± ~ > < * x # " _ \'')

export function withoutPoliteness(all: readonly Token[], lexicon?: Lexicon): Token[] {
  const extra = lexicon?.fillers
  const tokens: Token[] = []
  for (let i = 0; i < all.length; i++) {
    const token = all[i]!
    if (token.kind === 'mark') {
      if (meaningful.has(token.text) || token.text === '\n') tokens.push(token)
      continue
    }
    if (token.kind === 'word') {
      const phrase = phraseAt(all, i)
      if (phrase > 0) {
        i += phrase - 1
        continue
      }
      // "2 juta sekian" is no farewell
      const sum = token.low === 'sekian' && scales.has(all[i - 1]?.text ?? '')
      if (!sum && (isPolite(token) || extra?.includes(token.low))) {
        // "12 pak camat": who is spoken to
        if (isAddressed(token, all[i + 1])) i++
        continue
      }
      // "17 org min", "min, 17": the administrator, not the least
      if (token.low === 'min' && isCalled(all, i)) continue
      if (token.raw === 'kk' && isElder(all, i)) continue
      // "pagi kaka, 12": the hour of the greeting, not of the answer
      if (hours.has(token.text) && tokens.length === 0 && greets(all, i)) continue
    }
    tokens.push(token)
  }
  return tokens
}

const scales = wordSet('ribu juta miliar ratus puluh k')
const addresses = wordSet('pak bapak bpk bapa bp ibu bu mama kaka kakak kak')
const offices = wordSet(
  'camat sekcam kades lurah sekdes bupati kadis kabid pendamping fasilitator fasdes admin operator',
)
const polite = wordSet(politeWords)
const hours = wordSet('pagi siang sore malam')
export const isPolite = ({ low, text }: Token): boolean => polite.has(low) || (text !== low && polite.has(text))

/** "pak camat", "bu kades": a form of address and an office. */
export const isAddressed = (token: Token, next: Token | undefined): boolean =>
  next !== undefined && addresses.has(token.low) && offices.has(next.text)

const isCalled = (all: readonly Token[], i: number) =>
  i === 0 ? all[1]?.text === ',' : i === all.length - 1 && all[i - 1]!.kind !== 'number'

/** "400 rb kk", "seperempat kk, ...": an elder who is spoken to; behind digits and small numbers it counts households. */
const isElder = (all: readonly Token[], i: number) => {
  const [before, next] = [all[i - 1], all[i + 1]]
  const ends = next === undefined || (next.kind === 'mark' && pausing.has(next.text))
  return ends && before?.kind === 'word' && !counting.has(before.text) && !(before.text in unitWords)
}
const pausing = wordSet(', . ; ! \n')
const counting = wordSet('sepuluh sebelas seratus belas puluh ratus tiap setiap per masing-masing')

/** A time of day opens the reply and only an address or a comma follows it. */
const greets = (all: readonly Token[], i: number) => {
  const next = all[i + 1]
  return next !== undefined && (next.text === ',' || next.text === '.' || next.text === '\n' || isPolite(next))
}

const phrases: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of politePhrases.split(',').map((p) => p.trim().split(' ')))
    byFirst.set(
      phrase[0]!,
      [...(byFirst.get(phrase[0]!) ?? []), phrase].sort((a, b) => b.length - a.length),
    )
  return byFirst
})()

function phraseAt(tokens: readonly Token[], at: number): number {
  for (const phrase of phrases.get(tokens[at]!.low) ?? phrases.get(tokens[at]!.text) ?? [])
    if (phrase.every((word, k) => tokens[at + k]?.low === word || tokens[at + k]?.text === word)) return phrase.length
  return 0
}

const hasWord = (tokens: readonly Token[], words: ReadonlySet<string>): boolean =>
  tokens.some((token) => token.kind === 'word' && isOneOf(words, token))

// Replies that are a question, or say that the answer is not known

const questionWords = wordSet(
  'apa apakah berapa siapa kapan mana bagaimana gimana kenapa mengapa knp brp bgmn gmn dimana kemana',
)
const unknownWords = wordSet('lupa entah terserah bingung')
/** The answer is still being looked for; beside a clear answer these only explain. */
const pendingWords = wordSet(
  'tunggu tanya cek dicek periksa diperiksa dihitung hitung ditimbang timbang diukur ukur didata dicatat lihat liat kabar sebentar tanyakan menunggu',
)

/** The reply asks something: it has a question mark, or a question word and nothing that could be an answer. */
export const asksBack = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.text === '?' || (token.low.endsWith('kah') && (token.low === 'kah' ? i > 0 : askingForms.test(token.low))),
  )
const askingForms = /^(?:sudah|sdh|su|ada|bisa|boleh|belum|blm|selesai|benar|betul|perlu|masih|harus|apa)kah$/

export const asksWithWord = (tokens: readonly Token[]): boolean => hasWord(tokens, questionWords)

/** "tunggu kabar", "belum dihitung", "nanti saya lihat". */
export const saysPending = (tokens: readonly Token[]): boolean => hasWord(tokens, pendingWords)

/** "tidak tahu", "lupa", "terserah". */
export function saysUnknown(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]!.text
    if (unknownWords.has(word)) return true
    if (word === 'tahu' && (negations.has(tokens[i - 1]?.text ?? '') || tokens[i - 1]?.text === 'kurang')) return true
    if ((word === 'ingat' || word === 'jelas' || word === 'pasti') && negations.has(tokens[i - 1]?.text ?? ''))
      return true
  }
  return false
}

export const negations = wordSet('tidak belum bukan jangan')
