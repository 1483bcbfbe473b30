// Where the tokens of a text begin and end. Plain letters and digits are walked over one by one, which is much faster than
// a regular expression; that decides only where an accent, an apostrophe, a hyphen or a 2 may belong to a word.

export type Run = 'word' | 'number' | 'space' | 'mark'

const runOf = (sign: string): Run =>
  /\d/.test(sign) ? 'number' : /\p{L}/u.test(sign) ? 'word' : /\s/.test(sign) ? 'space' : 'mark'

const plainRuns: readonly Run[] = Array.from({ length: 128 }, (_, code) => runOf(String.fromCharCode(code)))

/** What begins at a place in a text. */
export const runAt = (text: string, at: number): Run =>
  plainRuns[text.charCodeAt(at)] ?? runOf(String.fromCodePoint(text.codePointAt(at)!))

/** Where it ends. */
export function runEnd(text: string, at: number, run: Run): number {
  if (run === 'word') return wordEnd(text, at)
  if (run === 'number') return numberEnd(text, at)
  if (run === 'mark') return text.codePointAt(at)! > 0xffff ? at + 2 : at + 1
  let end = at + 1
  while (end < text.length && runAt(text, end) === 'space') end++
  return end
}

/** Letters, with inner apostrophes, hyphens and a closing 2 for a doubled word. */
function wordEnd(text: string, at: number): number {
  const end = plainEnd(text, at, 'word')
  const next = text[end]
  const isWhole = next === undefined || !(next > '\x7f' || next === "'" || next === '-' || next === '2')
  if (end > at && isWhole) return end
  anyWord.lastIndex = at
  anyWord.test(text)
  return anyWord.lastIndex
}
const anyWord = /\p{L}+(?:['-]\p{L}+)*(?:2(?!\d|[.,]\d))?(?:nya)?/uy

/** Digits, with inner dots and commas. */
function numberEnd(text: string, at: number): number {
  let end = plainEnd(text, at, 'number')
  for (;;) {
    const next = text[end] === '.' || text[end] === ',' ? plainEnd(text, end + 1, 'number') : 0
    if (next <= end + 1) return end
    end = next
  }
}

function plainEnd(text: string, at: number, run: Run): number {
  let end = at
  while (end < text.length && plainRuns[text.charCodeAt(end)] === run) end++
  return end
}
