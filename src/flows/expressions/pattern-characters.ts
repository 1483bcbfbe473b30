/** Whether a character, by its code point, is one of those that are meant. */
export type IsIn = (code: number) => boolean

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** What `\w` means: ASCII letters, digits and the underscore. */
export function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
}

/** What `.` does not fit. */
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029
}

const space = /\s/
function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && space.test(String.fromCodePoint(code))
}

/** The lower and the upper case of a character. */
export function casesOf(code: number): number[] {
  const character = String.fromCodePoint(code)
  return [character.toLowerCase().codePointAt(0)!, character.toUpperCase().codePointAt(0)!]
}

/** The classes behind a backslash, by their letter. */
export const classes: ReadonlyMap<string, IsIn> = new Map<string, IsIn>([
  ['d', isDigit],
  ['D', (code) => !isDigit(code)],
  ['w', isWord],
  ['W', (code) => !isWord(code)],
  ['s', isSpace],
  ['S', (code) => !isSpace(code)],
])

/** The characters that are written as a backslash and a letter, by that letter. */
export const controls: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['0', 0],
])

/** What `\p{…}` may name; each is asked about one character at a time, which cannot take long. */
export const properties: ReadonlyMap<string, RegExp> = new Map([
  ['L', /\p{L}/u],
  ['Lu', /\p{Lu}/u],
  ['Ll', /\p{Ll}/u],
  ['M', /\p{M}/u],
  ['N', /\p{N}/u],
  ['Nd', /\p{Nd}/u],
  ['P', /\p{P}/u],
  ['S', /\p{S}/u],
  ['Sc', /\p{Sc}/u],
  ['Z', /\p{Z}/u],
  ['Zs', /\p{Zs}/u],
  // the names Java has for them, which forms written for Collect use
  ['Alpha', /[A-Za-z]/],
  ['Digit', /\d/],
  ['Alnum', /[A-Za-z\d]/],
  ['Upper', /[A-Z]/],
  ['Lower', /[a-z]/],
  ['Punct', /[!-/:-@[-`{-~]/],
])
