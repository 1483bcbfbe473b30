import { casesOf, classes, controls, type IsIn, isLineEnd, properties } from './pattern-characters.ts'
import { ExpressionProblem } from './problem.ts'

/** What a pattern consists of, as it was read. */
export type Piece =
  | { readonly kind: 'character'; readonly isIn: IsIn }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'choice'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly piece: Piece; readonly least: number; readonly most: number }

/** What can be asked without reading: where the text begins or ends, the edge of a word or the inside of one. */
export type Place = 'start' | 'end' | 'edge' | 'inside'

const mostRepeats = 1_000

/** Reads the text of a pattern into its pieces; what is not supported is refused by name and place. */
export class PatternReader {
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
