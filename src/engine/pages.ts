import type { OfferedChoice } from './choice-lists.ts'

/** A list that nobody reads to its end is shown a page at a time, and searched by typing. */
export const longestList = 24
export const pageSize = 20

/** Indices of the choices on a page; pages turn over at the end. */
export function pageOf(count: number, page: number): { readonly page: number; readonly indices: readonly number[] } {
  const pages = Math.max(1, Math.ceil(count / pageSize))
  const at = ((page % pages) + pages) % pages
  const from = at * pageSize
  return { page: at, indices: Array.from({ length: Math.min(pageSize, count - from) }, (_, i) => from + i) }
}

/** The next page, or the one before, where that is all that a text says; undefined where it says something else. */
export function turning(text: string): 1 | -1 | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  if (/^(?:lagi|lanjut(?:an|kan)?|berikut(?:nya)?|selanjutnya|yang lain(?:nya)?|next|more)$/.test(said)) return 1
  return /^(?:sebelum(?:nya)?|previous)$/.test(said) ? -1 : undefined
}

/**
 * Indices of the choices that hold every typed word as the beginning of one of theirs, in the order of the list; none
 * where nothing was typed that could be part of a name.
 */
export function search(choices: readonly OfferedChoice[], text: string): readonly number[] {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > 6) return []
  return choices.flatMap(({ label, synonyms }, index) => {
    const own = wordsOf([label, ...synonyms].join(' '))
    return words.every((word) => own.some((other) => other.startsWith(word))) ? [index] : []
  })
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
