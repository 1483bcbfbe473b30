import type { DataNode } from './data-node.ts'
import { mostSteps } from './limits.ts'
import { ExpressionProblem } from './problem.ts'
import { repeatableRandom } from './randomness.ts'
import type { EvaluationScope } from './scope.ts'
import type { Value } from './values.ts'

/** A compiled expression: what the parser's tree becomes, once. */
export type Evaluate = (context: Context) => Value

/** One evaluation: what it may see, and how much work it has left. */
export class Run {
  readonly scope: EvaluationScope
  readonly zone: string
  /** `current()`, and where `${name}` is looked up from. */
  readonly current: DataNode
  #steps = mostSteps
  #root: DataNode | undefined
  #random: (() => number) | undefined

  constructor(scope: EvaluationScope) {
    this.scope = scope
    this.zone = scope.zone
    this.current = scope.current ?? scope.node
  }

  /** Pays for looking at `count` nodes or characters. Throws `ExpressionProblem('too_many_steps')`. */
  spend(count: number): void {
    this.#steps -= count
    if (this.#steps < 0)
      throw new ExpressionProblem(
        'too_many_steps',
        0,
        '',
        `The expression needs more than ${mostSteps} steps on this data`,
      )
  }

  /** The node above the tree's top element: where absolute paths start, also inside predicates on other instances. */
  root(): DataNode {
    if (this.#root) return this.#root
    let top = this.current
    while (top.parent) top = top.parent
    const children = [top]
    this.#root =
      top.name === '' ? top : { name: '', parent: undefined, position: 1, text: () => '', children: () => children }
    return this.#root
  }

  random(): number {
    if (this.scope.random) return this.scope.random()
    this.#random ??= repeatableRandom(this.scope.now)
    return this.#random()
  }
}

/** Where in the data an expression is: the node, and its place among the nodes a predicate looks at. */
export interface Context {
  readonly run: Run
  readonly node: DataNode
  readonly position: number
  readonly size: number
}
