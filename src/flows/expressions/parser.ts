import { deepestNesting } from './limits.ts'
import { ExpressionProblem } from './problem.ts'
import type { Axis, BinaryOperator, NodeTest, Step, Syntax } from './syntax.ts'
import { type Token, tokenize } from './tokens.ts'

/** Reads an expression by the grammar of XPath 1.0 and ODK's `${name}`. Throws `ExpressionProblem`. */
export function parse(source: string): Syntax {
  const parser = new Parser(tokenize(source))
  return parser.whole()
}

// weakest first; operators of one level are read from left to right
const levels: readonly ReadonlySet<string>[] = [
  new Set(['or']),
  new Set(['and']),
  new Set(['=', '!=']),
  new Set(['<', '<=', '>', '>=']),
  new Set(['+', '-']),
  new Set(['*', 'div', 'mod']),
]

const axes: ReadonlySet<string> = new Set<Axis>([
  'child',
  'parent',
  'self',
  'descendant',
  'descendant-or-self',
  'ancestor',
  'ancestor-or-self',
  'attribute',
  'following-sibling',
  'preceding-sibling',
  'following',
  'preceding',
])

const nodeTypes: ReadonlyMap<string, NodeTest> = new Map([
  ['node', { kind: 'node' }],
  ['text', { kind: 'text' }],
  ['comment', { kind: 'nothing' }],
  ['processing-instruction', { kind: 'nothing' }],
] satisfies [string, NodeTest][])

const anyNodeBelow: Step = { axis: 'descendant-or-self', test: { kind: 'node' }, predicates: [] }

class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Syntax {
    if (this.#peek().kind === 'end') throw new ExpressionProblem('syntax', 0, '', 'The expression is empty')
    const syntax = this.#expression()
    if (this.#peek().kind !== 'end') throw this.#unexpected()
    return syntax
  }

  #expression(): Syntax {
    this.#depth += 1
    if (this.#depth > deepestNesting) {
      const { at, text } = this.#peek()
      throw new ExpressionProblem(
        'too_deep',
        at,
        text,
        `The expression has more than ${deepestNesting} levels of brackets`,
      )
    }
    const syntax = this.#chain(0)
    this.#depth -= 1
    return syntax
  }

  #chain(level: number): Syntax {
    const operators = levels[level]
    if (!operators) return this.#minus()
    const first = this.#chain(level + 1)
    const rest: { operator: BinaryOperator; operand: Syntax }[] = []
    while (this.#peek().kind === 'operator' && operators.has(this.#peek().text)) {
      const operator = this.#take().text as BinaryOperator
      rest.push({ operator, operand: this.#chain(level + 1) })
    }
    return rest.length === 0 ? first : { kind: 'chain', first, rest, at: first.at }
  }

  #minus(): Syntax {
    const { at } = this.#peek()
    let count = 0
    while (this.#takeOperator('-')) count += 1
    const operand = this.#union()
    return count === 0 ? operand : { kind: 'minus', odd: count % 2 === 1, operand, at }
  }

  #union(): Syntax {
    const first = this.#path()
    if (this.#peek().kind !== 'operator' || this.#peek().text !== '|') return first
    const operands = [first]
    while (this.#takeOperator('|')) operands.push(this.#path())
    return { kind: 'union', operands, at: first.at }
  }

  #path(): Syntax {
    const { at } = this.#peek()
    if (this.#takeOperator('/')) {
      const steps = this.#atStep() ? this.#steps([]) : []
      return { kind: 'path', base: 'root', steps, at }
    }
    if (this.#takeOperator('//')) return { kind: 'path', base: 'root', steps: this.#steps([anyNodeBelow]), at }
    const base = this.#primary()
    if (!base) return { kind: 'path', base: 'context', steps: this.#steps([]), at }
    const predicates = this.#predicates()
    const filtered: Syntax = predicates.length === 0 ? base : { kind: 'filter', base, predicates, at }
    if (this.#takeOperator('/')) return { kind: 'path', base: filtered, steps: this.#steps([]), at }
    if (this.#takeOperator('//')) return { kind: 'path', base: filtered, steps: this.#steps([anyNodeBelow]), at }
    return filtered
  }

  /** A literal, `${name}`, bracket or call; undefined where a step of a path begins. */
  #primary(): Syntax | undefined {
    const token = this.#peek()
    const { at, text } = token
    if (token.kind === 'number') return this.#took({ kind: 'number', value: Number(text), at })
    if (token.kind === 'text') return this.#took({ kind: 'text', value: text, at })
    if (token.kind === 'reference') return this.#took({ kind: 'reference', name: text, at })
    if (this.#takeSign('(')) {
      const inner = this.#expression()
      this.#expectSign(')')
      return inner
    }
    if (token.kind === 'name' && this.#signAfter('(') && !nodeTypes.has(text)) {
      this.#next += 2
      return { kind: 'call', name: text, args: this.#arguments(), at }
    }
    if (!this.#atStep()) throw this.#unexpected()
    return undefined
  }

  #arguments(): Syntax[] {
    const args: Syntax[] = []
    if (this.#takeSign(')')) return args
    do args.push(this.#expression())
    while (this.#takeSign(','))
    this.#expectSign(')')
    return args
  }

  #steps(steps: Step[]): Step[] {
    steps.push(this.#step())
    for (;;) {
      if (this.#takeOperator('//')) steps.push(anyNodeBelow)
      else if (!this.#takeOperator('/')) return steps
      steps.push(this.#step())
    }
  }

  #step(): Step {
    if (this.#takeSign('.')) return { axis: 'self', test: { kind: 'node' }, predicates: this.#predicates() }
    if (this.#takeSign('..')) return { axis: 'parent', test: { kind: 'node' }, predicates: this.#predicates() }
    let axis: Axis = 'child'
    const token = this.#peek()
    if (this.#takeSign('@')) axis = 'attribute'
    else if (token.kind === 'name' && this.#signAfter('::')) {
      if (!axes.has(token.text))
        throw new ExpressionProblem('unknown_axis', token.at, token.text, `There is no axis ${token.text}`)
      axis = token.text as Axis
      this.#next += 2
    }
    return { axis, test: this.#nodeTest(), predicates: this.#predicates() }
  }

  #nodeTest(): NodeTest {
    const token = this.#peek()
    if (this.#takeSign('*')) return { kind: 'any' }
    if (token.kind !== 'name') throw this.#unexpected()
    const type = this.#signAfter('(') ? nodeTypes.get(token.text) : undefined
    this.#next += 1
    if (type) {
      this.#expectSign('(')
      if (token.text === 'processing-instruction' && this.#peek().kind === 'text') this.#next += 1
      this.#expectSign(')')
      return type
    }
    if (token.text.endsWith(':*')) return { kind: 'prefix', prefix: token.text.slice(0, -1) }
    return { kind: 'name', name: token.text }
  }

  #predicates(): Syntax[] {
    const predicates: Syntax[] = []
    while (this.#takeSign('[')) {
      predicates.push(this.#expression())
      this.#expectSign(']')
    }
    return predicates
  }

  #atStep(): boolean {
    const { kind, text } = this.#peek()
    return kind === 'name' || (kind === 'sign' && (text === '.' || text === '..' || text === '@' || text === '*'))
  }

  #peek(): Token {
    return this.#tokens[this.#next]!
  }

  #take(): Token {
    const token = this.#peek()
    this.#next += 1
    return token
  }

  #took(syntax: Syntax): Syntax {
    this.#next += 1
    return syntax
  }

  #takeSign(text: string): boolean {
    const token = this.#peek()
    if (token.kind !== 'sign' || token.text !== text) return false
    this.#next += 1
    return true
  }

  #takeOperator(text: string): boolean {
    const token = this.#peek()
    if (token.kind !== 'operator' || token.text !== text) return false
    this.#next += 1
    return true
  }

  #signAfter(text: string): boolean {
    const after = this.#tokens[this.#next + 1]
    return after?.kind === 'sign' && after.text === text
  }

  #expectSign(text: string): void {
    if (!this.#takeSign(text)) throw this.#unexpected(text)
  }

  #unexpected(wanted?: string): ExpressionProblem {
    const { kind, text, at } = this.#peek()
    const found = kind === 'end' ? 'the expression ends' : `"${text}" cannot stand`
    return new ExpressionProblem('syntax', at, text, `${found} here${wanted ? `: "${wanted}" was expected` : ''}`)
  }
}
