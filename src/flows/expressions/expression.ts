import { compile } from './compiler.ts'
import { Run } from './context.ts'
import type { DataNode } from './data-node.ts'
import type { Notes } from './functions/function.ts'
import { parse } from './parser.ts'
import type { EvaluationScope } from './scope.ts'
import { booleanOf, numberOf, textOf, type Value } from './values.ts'

export type XValue =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'nodeset'; readonly value: readonly DataNode[] }

/** Something that is understood but rarely meant, for the linter. `position` is a 0-based offset in the source. */
export interface ExpressionWarning {
  readonly position: number
  readonly message: string
}

export interface Expression {
  readonly source: string
  /** The names in `${…}`, for the order of calculations. */
  readonly references: readonly string[]
  /** The names in paths such as `../umur` or `/data/umur`, also those inside lists: a superset of the questions used. */
  readonly pathNames: readonly string[]
  readonly functions: readonly string[]
  /** The ids in `instance('…')` and `pulldata('…')`. */
  readonly instances: readonly string[]
  /** Whether it can change without an answer changing: today, now, random… */
  readonly volatile: boolean
  readonly warnings: readonly ExpressionWarning[]
  /** Never throws for what the data is, only `ExpressionProblem('too_many_steps')` for how much of it there is. */
  evaluate(scope: EvaluationScope): XValue
  /** The value before it is wrapped, for the functions below. */
  readonly run: (scope: EvaluationScope) => Value
}

/** Reads an expression of ODK's XPath once. Throws `ExpressionProblem` that names what it does not understand. */
export function parseExpression(source: string): Expression {
  const notes: Notes = {
    references: new Set(),
    functions: new Set(),
    instances: new Set(),
    pathNames: new Set(),
    warnings: new Map(),
    volatile: false,
  }
  const evaluate = compile(parse(source), notes)
  const run = (scope: EvaluationScope) => evaluate({ run: new Run(scope), node: scope.node, position: 1, size: 1 })
  return {
    source,
    references: [...notes.references],
    pathNames: [...notes.pathNames],
    functions: [...notes.functions],
    instances: [...notes.instances],
    volatile: notes.volatile,
    warnings: Array.from(notes.warnings, ([position, message]) => ({ position, message })),
    evaluate: (scope) => wrapped(run(scope)),
    run,
  }
}

export function evaluateBoolean(expression: Expression, scope: EvaluationScope): boolean {
  return booleanOf(expression.run(scope))
}

export function evaluateNumber(expression: Expression, scope: EvaluationScope): number {
  return numberOf(expression.run(scope), scope.zone)
}

/** What a calculation stores: every value as text. */
export function evaluateText(expression: Expression, scope: EvaluationScope): string {
  return textOf(expression.run(scope))
}

/** The nodes a path leads to, for choice lists and repeats; none when the value is not a set of nodes. */
export function evaluateNodes(expression: Expression, scope: EvaluationScope): readonly DataNode[] {
  const value = expression.run(scope)
  return typeof value === 'object' ? value : []
}

export function toBoolean({ value }: XValue): boolean {
  return booleanOf(value)
}

/** `zone` matters only for dates written with another zone's offset. */
export function toNumber({ value }: XValue, zone = 'UTC'): number {
  return numberOf(value, zone)
}

export function toText({ value }: XValue): string {
  return textOf(value)
}

function wrapped(value: Value): XValue {
  switch (typeof value) {
    case 'number':
      return { type: 'number', value }
    case 'string':
      return { type: 'string', value }
    case 'boolean':
      return { type: 'boolean', value }
    default:
      return { type: 'nodeset', value }
  }
}
