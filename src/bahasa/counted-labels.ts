import type { ChoiceOption } from './types.ts'

const tail = /\s*\(\s*(\d+)\s+(\p{L}+)\s*\)\s*$/u

interface Plain {
  readonly options: readonly ChoiceOption[]
  /** "(2 desa)" or "2 desa" in a reply, for each count that a label ends with. */
  readonly counts: RegExp
}

const cache = new WeakMap<readonly ChoiceOption[], Plain | null>()

/**
 * Labels may end with a count, "Dana (2 desa)". Who copies the label copies the count, which names no option and is no
 * number of one: it is left out of both.
 */
export function withoutCounts(
  text: string,
  options: readonly ChoiceOption[],
): { readonly text: string; readonly options: readonly ChoiceOption[] } {
  let plain = cache.get(options)
  if (plain === undefined) cache.set(options, (plain = plainOf(options)))
  return plain === null ? { text, options } : { text: text.replace(plain.counts, ' '), options: plain.options }
}

function plainOf(options: readonly ChoiceOption[]): Plain | null {
  const counts = new Set<string>()
  const bare = options.map((option) => {
    const found = tail.exec(option.label)
    if (!found) return option
    counts.add(String.raw`${found[1]}\s+${found[2]}`)
    return { ...option, label: option.label.slice(0, found.index) }
  })
  if (counts.size === 0) return null
  return {
    options: bare,
    counts: new RegExp(String.raw`\(?(?<![\p{L}\p{N}])(?:${[...counts].join('|')})(?![\p{L}\p{N}])\s*\)?`, 'giu'),
  }
}
