const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** Where a text may be cut, best first: after a paragraph, a line, a sentence, a word. The match is dropped at the cut. */
const boundaries = [/\n[\t ]*\n\s*/g, /\n\s*/g, /(?<=[.!?…])[\t ]+/g, /\s+/g]

/**
 * Cuts a text into parts of at most `max` UTF-16 units, at the best boundary in the second half of each part (or
 * between any two words), never inside a grapheme (unless one grapheme alone is longer than `max`). White space at a cut is dropped; empty text
 * gives no part. Throws a RangeError when `max` is below 2.
 */
export function split(text: string, max: number): string[] {
  if (!(max >= 2)) throw new RangeError(`a part of ${max} characters cannot hold every character`)
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const { end, next } = cut(rest, max)
    const part = rest.slice(0, end).trimEnd()
    if (part !== '') parts.push(part)
    rest = rest.slice(next).trimStart()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

/** The longest beginning of at most `max` UTF-16 units that ends between two graphemes; `…` marks that it was cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, graphemeEnd(text, max - 1)).trimEnd()}…`
}

function cut(text: string, max: number): { end: number; next: number } {
  // one unit more, so that white space that begins right behind the limit counts
  const window = text.slice(0, max + 1)
  for (const boundary of boundaries) {
    // a short part is better than a broken word, and nothing else is worth one
    const least = boundary === boundaries.at(-1) ? 1 : max / 2
    let best: { end: number; next: number } | undefined
    for (const match of window.matchAll(boundary)) {
      if (match.index > max) break
      if (match.index >= least) best = { end: match.index, next: match.index + match[0].length }
    }
    if (best) return best
  }
  const end = graphemeEnd(text, max)
  return { end, next: end }
}

/** The last grapheme boundary at or below `max`; within the first grapheme, the last code point boundary. */
function graphemeEnd(text: string, max: number): number {
  let end = 0
  // a grapheme that crosses `max` must be seen whole to be left out
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break
    end = index + segment.length
  }
  if (end > 0) return end
  const last = text.charCodeAt(max - 1)
  return max > 1 && last >= 0xd800 && last <= 0xdbff ? max - 1 : max
}
