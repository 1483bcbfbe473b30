import type { Context, Evaluate } from '../context.ts'
import { ExpressionProblem } from '../problem.ts'
import type { Call, Syntax } from '../syntax.ts'
import type { Value } from '../values.ts'

/** What a function gives, as far as it is known before any data: a path cannot go on from a number. */
export type Gives = 'number' | 'text' | 'boolean' | 'nodes' | 'any'

/** What the compiler learns on the way, for the linter and the order of calculations. */
export interface Notes {
  readonly references: Set<string>
  readonly functions: Set<string>
  readonly instances: Set<string>
  readonly pathNames: Set<string>
  readonly warnings: Map<number, string>
  volatile: boolean
}

/** One function of the language. `call` gets its arguments unevaluated, so that `if` leaves one alone. */
export interface ExpressionFunction {
  readonly least: number
  readonly most: number
  readonly gives: Gives
  /** Which arguments must be sets of nodes. */
  readonly nodes?: readonly number[]
  /** Whether it can give something else the next time, with the same data. */
  readonly volatile?: true
  call(context: Context, args: readonly Evaluate[]): Value
  /** Looks at literal arguments once, when the form is loaded; may throw `ExpressionProblem`, or give a better `call`. */
  prepare?(call: Call, notes: Notes): ((context: Context, args: readonly Evaluate[]) => Value) | undefined
}

export type FunctionTable = readonly (readonly [string, ExpressionFunction])[]

export const manyArguments = 1000

export function literalText(syntax: Syntax | undefined): string | undefined {
  return syntax?.kind === 'text' ? syntax.value : undefined
}

export function wrongArgument(call: Call, index: number, sentence: string): ExpressionProblem {
  return new ExpressionProblem(
    'wrong_arguments',
    call.args[index]?.at ?? call.at,
    `${call.name}()`,
    `${call.name}(): ${sentence}`,
  )
}
