import { Problem } from '../../lib/problem.ts'

/** What can be wrong with an expression: the first ones when it is read, the last two when a limit is passed. */
export type ExpressionProblemCode =
  | 'syntax'
  | 'unknown_function'
  | 'unknown_axis'
  | 'unsupported'
  | 'wrong_arguments'
  | 'bad_pattern'
  | 'bad_format'
  | 'too_long'
  | 'too_deep'
  | 'too_many_steps'

/**
 * An expression that cannot be understood, or that asks for more work than allowed. `construct` is the piece of the
 * source it is about, `position` its 0-based offset there; the message names both.
 */
export class ExpressionProblem extends Problem {
  declare readonly code: ExpressionProblemCode
  readonly position: number
  readonly construct: string

  constructor(code: ExpressionProblemCode, position: number, construct: string, sentence: string) {
    super(code, `${sentence} (at ${position + 1})`, { position, construct })
    this.name = 'ExpressionProblem'
    this.position = position
    this.construct = construct
  }
}
