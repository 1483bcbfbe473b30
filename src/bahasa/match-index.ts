import { choiceWords, otherThings, stalledWords, unsettledWords } from './lexicon/choices.ts'
import { isPolite } from './reply.ts'
import { lettersOf, skeleton, wordSet } from './similar.ts'
import { cleanText, type Token, tokenize } from './text.ts'
import type { ChoiceOption, Lexicon } from './types.ts'

// The options of a list as phrases, made once per list: codes, labels, their parts, synonyms and key words.

export interface Phrase {
  readonly words: readonly string[]
  readonly option: number
  /** A key word only: its neighbours in the label. Beside another word it may be another thing ("kepala dusun"). */
  readonly beside?: { readonly before: string | undefined; readonly after: string | undefined }
}

export interface OptionIndex {
  /** Codes and labels in small letters, for replies that are one of them letter for letter. */
  readonly exact: ReadonlyMap<string, number>
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Single words that point to one option, for misspellings. */
  readonly keywords: ReadonlyMap<string, number>
  /** The key words again, with what is left of the longer ones without vowels. */
  readonly keywordForms: readonly {
    readonly keyword: string
    readonly letters: number
    readonly bare: string | undefined
    readonly option: number
  }[]
  readonly labels: readonly (readonly string[])[]
  /** Of each label: its initials if it has several words, the words run together, and whether it denies something. */
  readonly shortForms: readonly { readonly initials?: string; readonly joined: string; readonly denied: boolean }[]
  readonly isStatus: boolean
  /** The list names problems: "tidak ada dana" there means that money is the problem. */
  readonly isProblems: boolean
  /** The list names where money comes from. */
  readonly isSources: boolean
  /** "Nanti", "Tanya pendamping dulu": later is one of the options. */
  readonly offersLater: boolean
  /** Option that excludes the others, or -1. */
  readonly none: number
  /** "Lainnya", or -1. */
  readonly others: number
}

export const UNSETTLED = -1
export const STALLED = -2
/** Another thing that holds a key word: "uang rokok". */
export const OTHER = -3

/** Words that never decide between options. */
export const functionWords = wordSet(
  'sudah sedang masih lagi akan ada yang dan di ke dari untuk dengan pada tidak belum bukan jangan saja juga itu ini oleh atau karena tapi sama semua lain saya kami kita orang sangat sekali baru hanya cuma dibantu mau bisa nomor pilihan',
)
export const isFunctionWord = (word: string): boolean => functionWords.has(word)

/** A word that may name or tell something. */
export const isContent = (token: Token): boolean =>
  token.kind === 'word' && !isFunctionWord(token.text) && !isPolite(token)
export const negative = wordSet('tidak belum bukan jangan tanpa')

const cache = new WeakMap<readonly ChoiceOption[], Map<Lexicon | undefined, OptionIndex>>()

export function indexOptions(options: readonly ChoiceOption[], lexicon?: Lexicon): OptionIndex {
  let byLexicon = cache.get(options)
  if (!byLexicon) cache.set(options, (byLexicon = new Map()))
  let index = byLexicon.get(lexicon)
  if (!index) byLexicon.set(lexicon, (index = buildIndex(options, lexicon)))
  return index
}

const wordsOfText = (text: string, lexicon?: Lexicon): string[] =>
  tokenize(cleanText(text), lexicon)
    .filter((token) => token.kind !== 'mark' || token.text === '*')
    .map((token) => token.text)

function buildIndex(options: readonly ChoiceOption[], lexicon?: Lexicon): OptionIndex {
  const phrases = new Map<string, Phrase>()
  const owners = new Map<string, Set<number>>()
  const labels: string[][] = []
  const add = (text: string, option: number) => {
    const words = wordsOfText(text, lexicon)
    if (words.length > 0) {
      const key = words.join(' ')
      phrases.set(`${key}|${option}`, { words, option })
      owners.set(key, (owners.get(key) ?? new Set()).add(option))
    }
  }
  const problems = options.some((option) => /^(cuaca|hama)/i.test(option.label))
  for (const [i, option] of options.entries()) {
    const label = wordsOfText(option.label, lexicon)
    labels.push(label)
    add(option.label, i)
    add(option.code.replaceAll('_', ' '), i)
    for (const part of option.label.split(labelBreaks)) add(part, i)
    // "orang" alone may mean Tenaga, "belum bisa" Keterampilan; in "orang belum bisa melaut" they mean nothing in particular
    for (const synonym of option.synonyms ?? []) if (!isEveryday(synonym, problems)) add(synonym, i)
    const names = [option.code.toLowerCase(), option.label.toLowerCase()]
    for (const row of choiceWords)
      if (row.names.split(', ').some((name) => names.includes(name)))
        for (const words of row.words.split(', ')) add(words, i)
    for (const [name, words] of Object.entries(lexicon?.choices ?? {}))
      if (names.includes(name.toLowerCase())) for (const word of words) add(word, i)
  }
  const states = new Set(options.flatMap((option) => [option.code, option.label.toLowerCase()]))
  for (const words of otherThings.split(', ')) if (!phrases.has(`${words}|0`)) add(words, OTHER)
  const isStatus =
    (states.has('selesai') || states.has('sudah selesai')) &&
    (states.has('berjalan') || states.has('sedang berjalan') || states.has('diproses'))
  if (isStatus) {
    for (const words of unsettledWords.split(', ')) add(words, UNSETTLED)
    for (const words of stalledWords.split(', ')) add(words, STALLED)
  }
  // a word of one label only, unless that label is a negated one: "mulai" does not mean "Belum mulai"
  const keyword = new Map<string, number>()
  const inLabels = new Map<string, Set<number>>()
  for (const [i, label] of labels.entries())
    for (const word of label) inLabels.set(word, (inLabels.get(word) ?? new Set()).add(i))
  for (const [word, where] of inLabels) {
    const [option] = where
    if (where.size !== 1 || option === undefined || functionWords.has(word) || word.length < 3) continue
    if (labels[option]!.some((other) => negative.has(other))) continue
    const owned = owners.get(word)
    if (owned && (owned.size > 1 || !owned.has(option))) continue
    keyword.set(word, option)
    if (phrases.has(`${word}|${option}`)) continue
    const label = labels[option]!
    const at = label.indexOf(word)
    phrases.set(`${word}|${option}`, { words: [word], option, beside: { before: label[at - 1], after: label[at + 1] } })
  }
  for (const [key, where] of owners) {
    const [option] = where
    if (
      where.size === 1 &&
      option !== undefined &&
      option >= 0 &&
      !key.includes(' ') &&
      key.length >= 4 &&
      !functionWords.has(key)
    )
      keyword.set(key, option)
  }
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases.values())
    byFirst.set(phrase.words[0]!, [...(byFirst.get(phrase.words[0]!) ?? []), phrase])
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  const exact = new Map(options.map((option, i) => [option.label.toLowerCase(), i] as const))
  for (const [i, { synonyms }] of options.entries())
    for (const synonym of synonyms ?? []) {
      const word = synonym.trim().toLowerCase()
      if (isEveryday(word, problems) && !exact.has(word)) exact.set(word, i)
    }
  for (const [i, { code }] of options.entries()) if (!/^\d+$/.test(code)) exact.set(code.toLowerCase(), i)
  return {
    exact,
    byFirst,
    keywords: keyword,
    keywordForms: [...keyword].map(([word, option]) => ({
      keyword: word,
      letters: lettersOf(word),
      bare: word.length >= 4 ? skeleton(word) : undefined,
      option,
    })),
    labels,
    shortForms: labels.map((label) => ({
      joined: label.join(''),
      denied: label.some((word) => negative.has(word)),
      ...(label.length >= 2 && { initials: label.map((word) => word[0]).join('') }),
    })),
    isStatus,
    isProblems: problems,
    isSources: options.some((option) => option.code === 'swadaya'),
    offersLater: options.some(({ code, label }) => code === 'nanti' || /\b(?:nanti|dulu|tanya|lanjut)/i.test(label)),
    others: options.findIndex((option) => /^lain/i.test(option.label)),
    none: options.findIndex(
      (option) => /^(tidak[ _]ada|nihil)$/i.test(option.label.trim()) || option.code === 'tidak_ada',
    ),
  }
}
/** A synonym of words that stand in any sentence; in a list of problems that may be more than one word. */
const isEveryday = (synonym: string, problems: boolean): boolean => {
  const words = synonym.trim().toLowerCase().split(' ')
  return words.length <= (problems ? 2 : 1) && words.every((word) => functionWords.has(word))
}

const labelBreaks = /[,&/()]| dan /
