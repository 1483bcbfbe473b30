import { joinedCounts, numberSpellings, scaleWords, unitWords } from './lexicon/numbers.ts'
import type { Lexicon } from './types.ts'
import { unitOf } from './units.ts'

/** One word that staff taught for a kabupaten, with where they have it from. */
export interface LocalWord {
  readonly kind: LocalWordKind
  /** As people type it. */
  readonly word: string
  /** Standard words, a unit, or the code or label of a choice; empty for a form of address. */
  readonly meaning: string
  /** Who says so: a person, an office, a dictionary. */
  readonly source: string
}

export const localWordKinds = ['kata', 'satuan', 'pilihan', 'sapaan'] as const
export type LocalWordKind = (typeof localWordKinds)[number]

/** What is wrong with a word, in Indonesian, and in which part of it; undefined when it can be taught. */
export function checkLocalWord({
  kind,
  word,
  meaning,
}: LocalWord): { part: 'word' | 'meaning'; message: string } | undefined {
  if (kind === 'pilihan' ? !phrase.test(word) : !single.test(word))
    return {
      part: 'word',
      message:
        kind === 'pilihan'
          ? `"${word}" bukan satu sampai enam kata huruf kecil.`
          : `"${word}" bukan satu kata dari huruf saja. Isi satu kata per baris.`,
    }
  // a number that suddenly means another would be wrong in every report, and nobody would see it
  if (kind !== 'pilihan' && numbers.has(word))
    return { part: 'word', message: `"${word}" adalah kata bilangan dan tidak bisa diberi arti lain.` }
  if (kind === 'sapaan') return undefined
  if (meaning === '') return { part: 'meaning', message: `Arti "${word}" belum diisi.` }
  if (kind === 'kata' && !phrase.test(meaning))
    return { part: 'meaning', message: `Arti "${meaning}" perlu satu sampai enam kata bahasa Indonesia baku.` }
  if (kind === 'satuan' && unitOf({ text: meaning, low: meaning }) === undefined)
    return { part: 'meaning', message: `Satuan "${meaning}" tidak dikenal. Contoh: kg, ikat, ekor, ha.` }
  return undefined
}

const single = /^[a-z][a-z'-]{1,39}$/
const phrase = /^[a-z][a-z'-]*(?: [a-z'-]+){0,5}$/
const numbers: ReadonlySet<string> = new Set(
  [unitWords, scaleWords, joinedCounts, numberSpellings].flatMap((table) => Object.keys(table)),
)

/** The words as the readers take them. Later rows win over earlier ones. */
export function lexiconOf(rows: readonly LocalWord[]): Lexicon {
  const of = (kind: LocalWordKind) => rows.filter((row) => row.kind === kind)
  const choices: Record<string, string[]> = {}
  for (const { word, meaning } of of('pilihan')) (choices[meaning.toLowerCase()] ??= []).push(word)
  return {
    words: Object.fromEntries(of('kata').map(({ word, meaning }) => [word, meaning])),
    units: Object.fromEntries(
      of('satuan').map(({ word, meaning }) => [word, unitOf({ text: meaning, low: meaning }) ?? meaning]),
    ),
    choices,
    fillers: of('sapaan').map(({ word }) => word),
  }
}
