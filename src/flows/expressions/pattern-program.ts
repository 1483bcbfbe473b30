import { mostPatternStates } from './limits.ts'
import type { IsIn } from './pattern-characters.ts'
import type { Piece, Place } from './pattern-reader.ts'
import { ExpressionProblem } from './problem.ts'

/** One step of the program that a pattern becomes. */
export type State =
  | { readonly kind: 'character'; readonly isIn: IsIn }
  | { readonly kind: 'place'; readonly place: Place }
  /** go on at both */
  | { readonly kind: 'fork'; left: number; right: number }
  | { readonly kind: 'found' }

/** Writes the states of a pattern one after the other; each goes on at the next one. */
export class Assembler {
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
