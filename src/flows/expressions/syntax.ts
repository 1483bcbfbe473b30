/** The tree the parser makes and the compiler reads. Chains are flat, so a sum of a thousand terms is not a thousand deep. */

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

export type Axis =
  | 'child'
  | 'parent'
  | 'self'
  | 'descendant'
  | 'descendant-or-self'
  | 'ancestor'
  | 'ancestor-or-self'
  | 'attribute'
  | 'following-sibling'
  | 'preceding-sibling'
  | 'following'
  | 'preceding'

/** What a step takes: a name, any element (of a prefix), any node, or text. `nothing`: comments and instructions, which answers do not have. */
export type NodeTest =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'node' }
  | { readonly kind: 'text' }
  | { readonly kind: 'nothing' }

export interface Step {
  readonly axis: Axis
  readonly test: NodeTest
  readonly predicates: readonly Syntax[]
}

export interface Call {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Syntax[]
  readonly at: number
}

export interface Path {
  readonly kind: 'path'
  /** Where it starts: the root, the context node, or the nodes of an expression. */
  readonly base: 'root' | 'context' | Syntax
  readonly steps: readonly Step[]
  readonly at: number
}

export type Syntax =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'reference'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'chain'
      readonly first: Syntax
      readonly rest: readonly { readonly operator: BinaryOperator; readonly operand: Syntax }[]
      readonly at: number
    }
  | { readonly kind: 'minus'; readonly odd: boolean; readonly operand: Syntax; readonly at: number }
  | { readonly kind: 'union'; readonly operands: readonly Syntax[]; readonly at: number }
  | { readonly kind: 'filter'; readonly base: Syntax; readonly predicates: readonly Syntax[]; readonly at: number }
  | Call
  | Path
