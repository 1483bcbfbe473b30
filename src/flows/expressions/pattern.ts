import { longestPattern, mostPatternStates } from './limits.ts'
import { ExpressionProblem } from './problem.ts'

/**
 * The patterns of `regex()`. They come from spreadsheets and meet texts that anybody can send, and JavaScript's own
 * matcher takes exponential time for patterns such as `(a+)+$`. So a pattern becomes a list of states here, and a text
 * is read once, with all possible states at the same time (Thompson 1968): time is at most text × states, whatever
 * the pattern. What cannot be matched that way, looking around and back-references, is refused by name.
 */
export interface Pattern {
  /** Whether the pattern fits anywhere in the text. `spend` is told how many states were looked at, and may throw. */
  test(text: string, spend: (steps: number) => void): boolean
}

type IsIn = (code: number) => boolean

type State =
  | { readonly kind: 'character'; readonly isIn: IsIn }
  | { readonly kind: 'place'; readonly place: Place }
  /** go on at both */
  | { readonly kind: 'fork'; left: number; right: number }
  | { readonly kind: 'found' }

type Place = 'start' | 'end' | 'edge' | 'inside'

type Piece =
  | { readonly kind: 'character'; readonly isIn: IsIn }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'choice'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number }

/**
 * Reads a pattern: JavaScript's syntax without looking around and back-references, with `(?i)` at the beginning for
 * "upper and lower case alike". `at` is where it stands in the expression. Throws `ExpressionProblem('bad_pattern')`.
 */
export function compilePattern(source: string, at: number): Pattern {
  if (source.length > longestPattern)
    throw new ExpressionProblem(
      'bad_pattern',
      at,
      source.slice(0, 20),
      `The pattern is longer than ${longestPattern} characters`,
    )
  const states = new Assembler(at, source).assemble(new PatternReader(source, at).whole())
  return { test: (text, spend) => isFound(states, text, spend) }
}

/** Whether a pattern says where the text begins and ends; if not, it fits any text that contains it. */
export function isAnchored(source: string): boolean {
  const body = source.replace(/^\(\?i\)/, '')
  return body.startsWith('^') && /(?:^|[^\\])(?:\\\\)*\$$/.test(body)
}

function isFound(states: readonly State[], text: string, spend: (steps: number) => void): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0)!)
  const seenAt = new Int32Array(states.length).fill(-1)
  let current: number[] = []
  for (let index = 0; index <= codes.length; index += 1) {
    // the pattern may begin at every character
    if (enter(0, current, index, states, codes, seenAt)) return true
    spend(current.length + 1)
    if (index === codes.length) return false
    const next: number[] = []
    for (const place of current) {
      const state = states[place]!
      if (state.kind !== 'character' || !state.isIn(codes[index]!)) continue
      if (enter(place + 1, next, index + 1, states, codes, seenAt)) return true
    }
    current = next
  }
  return false
}

/** Adds a state and all that can be reached from it without reading; true when the end of the pattern is among them. */
function enter(
  first: number,
  list: number[],
  index: number,
  states: readonly State[],
  codes: readonly number[],
  seenAt: Int32Array,
): boolean {
  const waiting = [first]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seenAt[place] === index) continue
    seenAt[place] = index
    const state = states[place]!
    if (state.kind === 'found') return true
    if (state.kind === 'character') list.push(place)
    else if (state.kind === 'fork') waiting.push(state.right, state.left)
    else if (isAt(state.place, index, codes)) waiting.push(place + 1)
  }
  return false
}

function isAt(place: Place, index: number, codes: readonly number[]): boolean {
  if (place === 'start') return index === 0
  if (place === 'end') return index === codes.length
  const before = index > 0 && isWord(codes[index - 1]!)
  const after = index < codes.length && isWord(codes[index]!)
  return (before !== after) === (place === 'edge')
}

/** Writes the states of a pattern one after the other; each goes on at the next one. */
class Assembler {
  readonly #states: State[] = []
  readonly #at: number
  readonly #source: string

  constructor(at: number, source: string) {
    this.#at = at
    this.#source = source
  }

  assemble(piece: Piece): readonly State[] {
    this.#write(piece)
    this.#states.push({ kind: 'found' })
    return this.#states
  }

  #write(piece: Piece): void {
    switch (piece.kind) {
      case 'character':
      case 'place':
        this.#push(piece)
        return
      case 'sequence':
        for (const part of piece.pieces) this.#write(part)
        return
      case 'choice':
        this.#writeChoice(piece.pieces)
        return
      case 'repeat':
        this.#writeRepeat(piece.piece, piece.least, piece.most)
    }
  }

  #writeChoice(pieces: readonly Piece[]): void {
    const ends: { left: number; right: number }[] = []
    for (const [index, piece] of pieces.entries()) {
      const fork = index < pieces.length - 1 ? this.#fork() : undefined
      this.#write(piece)
      if (!fork) continue
      ends.push(this.#fork())
      fork.right = this.#states.length
    }
    for (const end of ends) end.left = end.right = this.#states.length
  }

  #writeRepeat(piece: Piece, least: number, most: number): void {
    const before = this.#states.length
    for (let count = 0; count < least; count += 1) {
      this.#write(piece)
      // what reads nothing and asks nothing is the same once and a thousand times
      if (this.#states.length === before) return
    }
    if (most === Number.POSITIVE_INFINITY) {
      const fork = this.#fork()
      const start = this.#states.length - 1
      this.#write(piece)
      const back = this.#fork()
      back.left = back.right = start
      fork.right = this.#states.length
      return
    }
    const forks: { right: number }[] = []
    for (let count = least; count < most; count += 1) {
      forks.push(this.#fork())
      this.#write(piece)
    }
    for (const fork of forks) fork.right = this.#states.length
  }

  /** A fork whose left way is the next state. */
  #fork(): { left: number; right: number } {
    const fork = { kind: 'fork' as const, left: this.#states.length + 1, right: this.#states.length + 1 }
    this.#push(fork)
    return fork
  }

  #push(state: State): void {
    if (this.#states.length >= mostPatternStates)
      throw new ExpressionProblem('bad_pattern', this.#at, this.#source.slice(0, 40), 'The pattern repeats too much')
    this.#states.push(state)
  }
}

const mostRepeats = 1_000

class PatternReader {
  readonly #source: string
  readonly #at: number
  readonly #ignoreCase: boolean
  #next = 0

  constructor(source: string, at: number) {
    this.#source = source
    this.#at = at
    this.#ignoreCase = source.startsWith('(?i)')
    if (this.#ignoreCase) this.#next = 4
  }

  whole(): Piece {
    const piece = this.#choice()
    if (this.#next < this.#source.length) throw this.#problem(')', 'a bracket is closed that was not opened')
    return piece
  }

  #choice(): Piece {
    const pieces = [this.#sequence()]
    while (this.#take('|')) pieces.push(this.#sequence())
    return pieces.length === 1 ? pieces[0]! : { kind: 'choice', pieces }
  }

  #sequence(): Piece {
    const pieces: Piece[] = []
    while (this.#next < this.#source.length && !this.#isNext('|') && !this.#isNext(')')) {
      const piece = this.#atom()
      pieces.push(this.#repeated(piece))
    }
    return { kind: 'sequence', pieces }
  }

  #repeated(piece: Piece): Piece {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(this.#source.slice(this.#next, this.#next + 20))
    if (!quantifier) return piece
    const [text, from, comma, to] = quantifier
    if (piece.kind === 'place') throw this.#problem(text, 'there is nothing to repeat')
    this.#next += text.length
    const least = from === undefined ? (text === '+' ? 1 : 0) : Number(from)
    const open = text === '*' || text === '+' || (comma !== undefined && to === '')
    const most = open ? Number.POSITIVE_INFINITY : text === '?' ? 1 : Number(to || from)
    if (least > mostRepeats || (most !== Number.POSITIVE_INFINITY && most > mostRepeats))
      throw this.#problem(text, `more than ${mostRepeats} repetitions`)
    if (least > most) throw this.#problem(text, 'the larger number comes second')
    // "as few as possible" finds the same texts; "never give back" does not
    if (!this.#take('?') && this.#isNext('+')) throw this.#problem(`${text}+`, 'possessive repetition is not supported')
    if (/^(?:[*+?]|\{\d+(?:,\d*)?\})/.test(this.#source.slice(this.#next, this.#next + 20)))
      throw this.#problem(this.#source[this.#next]!, 'there is nothing to repeat')
    return { kind: 'repeat', piece, least, most }
  }

  #atom(): Piece {
    const character = this.#character()
    switch (character) {
      case '(':
        return this.#group()
      case '[':
        return this.#of(this.#class())
      case '.':
        return this.#of((code) => !isLineEnd(code))
      case '^':
        return { kind: 'place', place: 'start' }
      case '$':
        return { kind: 'place', place: 'end' }
      case '\\':
        return this.#escape()
      case '*':
      case '+':
      case '?':
        throw this.#problem(character, 'there is nothing to repeat')
      default:
        return this.#literal(character.codePointAt(0)!)
    }
  }

  #group(): Piece {
    const kind = /^\?(?:<?[=!]|<[A-Za-z_]\w*>|[:>]|[a-z-]*[:)]?|)/.exec(
      this.#source.slice(this.#next, this.#next + 60),
    )?.[0]
    if (kind !== undefined) {
      if (/^\?<?[=!]/.test(kind)) throw this.#problem(`(${kind}`, 'looking ahead or behind is not supported')
      if (kind !== '?:' && !/^\?<\w+>$/.test(kind))
        throw this.#problem(`(${kind}`, 'this kind of group is not supported')
      this.#next += kind.length
    }
    const piece = this.#choice()
    if (!this.#take(')')) throw this.#problem('(', 'a bracket is not closed')
    return piece
  }

  #escape(): Piece {
    if (this.#take('b')) return { kind: 'place', place: 'edge' }
    if (this.#take('B')) return { kind: 'place', place: 'inside' }
    const next = this.#source[this.#next]
    if (next !== undefined && /[1-9k]/.test(next)) throw this.#problem(`\\${next}`, 'back-references are not supported')
    const isIn = this.#escapedClass()
    return isIn ? this.#of(isIn) : this.#literal(this.#escapedCode())
  }

  #class(): IsIn {
    const negated = this.#take('^')
    const parts: IsIn[] = []
    while (!this.#take(']')) {
      if (this.#next >= this.#source.length) throw this.#problem('[', 'a class of characters is not closed')
      if (this.#source.startsWith('&&', this.#next))
        throw this.#problem('&&', 'common parts of classes are not supported')
      const from = this.#classMember()
      if (typeof from === 'function') {
        parts.push(from)
        continue
      }
      const isRange = this.#isNext('-') && this.#source[this.#next + 1] !== ']' && this.#next + 1 < this.#source.length
      if (!isRange) {
        parts.push((code) => code === from)
        continue
      }
      this.#next += 1
      const to = this.#classMember()
      if (typeof to === 'function' || to < from)
        throw this.#problem('-', 'a range of characters has no end or runs backwards')
      parts.push((code) => code >= from && code <= to)
    }
    const fold = this.#ignoreCase
    const isIn: IsIn = (code) => parts.some((part) => part(code) || (fold && casesOf(code).some(part)))
    return negated ? (code) => !isIn(code) : isIn
  }

  #classMember(): IsIn | number {
    const character = this.#character()
    if (character !== '\\') return character.codePointAt(0)!
    if (this.#take('b')) return 8
    return this.#escapedClass() ?? this.#escapedCode()
  }

  /** `\d`, `\p{L}` and their like; undefined when the escape is a single character. */
  #escapedClass(): IsIn | undefined {
    const letter = this.#source[this.#next]
    const known = letter === undefined ? undefined : classes.get(letter)
    if (known) {
      this.#next += 1
      return known
    }
    if (letter !== 'p' && letter !== 'P') return undefined
    const name = /^\{(\w+)\}/.exec(this.#source.slice(this.#next + 1, this.#next + 20))
    const property = name ? properties.get(name[1]!) : undefined
    if (!property) throw this.#problem(`\\${letter}${name?.[0] ?? ''}`, 'this property is not supported')
    this.#next += 1 + name![0].length
    return letter === 'p'
      ? (code) => property.test(String.fromCodePoint(code))
      : (code) => !property.test(String.fromCodePoint(code))
  }

  #escapedCode(): number {
    const rest = this.#source.slice(this.#next, this.#next + 12)
    const hexadecimal = /^(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]{1,6})\})/.exec(rest)
    if (hexadecimal) {
      this.#next += hexadecimal[0].length
      return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? hexadecimal[3]!, 16)
    }
    const character = this.#character()
    const control = controls.get(character)
    if (control !== undefined) return control
    if (/[A-Za-z0-9]/.test(character)) throw this.#problem(`\\${character}`, 'this escape is not known')
    return character.codePointAt(0)!
  }

  #literal(wanted: number): Piece {
    if (!this.#ignoreCase) return this.#of((code) => code === wanted)
    return this.#of((code) => code === wanted || casesOf(code).includes(wanted))
  }

  #of(isIn: IsIn): Piece {
    return { kind: 'character', isIn }
  }

  #character(): string {
    const code = this.#source.codePointAt(this.#next)
    if (code === undefined) throw this.#problem('\\', 'the pattern ends too early')
    const character = String.fromCodePoint(code)
    this.#next += character.length
    return character
  }

  #isNext(text: string): boolean {
    return this.#source[this.#next] === text
  }

  #take(text: string): boolean {
    if (!this.#isNext(text)) return false
    this.#next += 1
    return true
  }

  #problem(construct: string, reason: string): ExpressionProblem {
    return new ExpressionProblem(
      'bad_pattern',
      this.#at + this.#next,
      construct,
      `The pattern is not understood at ${construct}: ${reason}`,
    )
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029
}

const space = /\s/
function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && space.test(String.fromCodePoint(code))
}

function casesOf(code: number): number[] {
  const character = String.fromCodePoint(code)
  return [character.toLowerCase().codePointAt(0)!, character.toUpperCase().codePointAt(0)!]
}

const classes: ReadonlyMap<string, IsIn> = new Map<string, IsIn>([
  ['d', isDigit],
  ['D', (code) => !isDigit(code)],
  ['w', isWord],
  ['W', (code) => !isWord(code)],
  ['s', isSpace],
  ['S', (code) => !isSpace(code)],
])

const controls: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['0', 0],
])

// each is asked about one character at a time, which cannot take long
const properties: ReadonlyMap<string, RegExp> = new Map([
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
