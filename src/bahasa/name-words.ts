import { wordSet } from './similar.ts'

// The words of a sentence that may tell a name, as they are written.

export interface Word {
  readonly raw: string
  readonly low: string
  /** What stood before it: nothing, a pause, or a colon. */
  readonly pause: '' | 'pause' | 'colon'
  readonly degree: boolean
}

const lexer =
  /((?:S|M|A|Dr)\.\s?[A-Z][A-Za-z]{0,4}\b\.?)|(\p{L}[\p{L}\p{M}'’-]*(?:2|\d\p{L}+)?)(\.?)|(\d+(?:[.,]\d+)*)|([,;:.\n!()"“”/&+])/gu
const abbreviations = wordSet('h hj pdt dr drs ir ust rm sr sdr sdri bpk bp an abd muh moh yth st')

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  let pause: Word['pause'] = ''
  for (const found of text.matchAll(lexer)) {
    const [, degree, letters, dot, digits, mark] = found
    const raw = degree ?? letters ?? digits
    if (raw === undefined) {
      pause = mark === ':' && pause === '' ? 'colon' : 'pause'
      continue
    }
    const low = raw.toLowerCase()
    const initial = dot !== '' && (raw.length === 1 || abbreviations.has(low))
    words.push({
      raw: initial ? `${raw}.` : raw,
      low,
      pause: words.length === 0 ? 'pause' : pause,
      degree: degree !== undefined,
    })
    pause = dot && !initial ? 'pause' : ''
  }
  return words
}

export const isCapital = ({ raw }: Word) => raw.charAt(0) !== raw.charAt(0).toLowerCase()

/** The words between two pauses. */
export const partAt = (words: readonly Word[], i: number) => {
  let from = i
  while (from > 0 && words[from]!.pause === '') from--
  let to = i + 1
  while (words[to] && words[to]!.pause === '') to++
  return { from, to }
}
