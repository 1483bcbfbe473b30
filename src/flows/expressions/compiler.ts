import { isEqual, isLess, isLessOrEqual, isUnequal } from './comparisons.ts'
import type { Context, Evaluate } from './context.ts'
import type { ExpressionFunction, Gives, Notes } from './functions/function.ts'
import { functionTable } from './functions/function-table.ts'
import { type CompiledPredicate, type CompiledStep, filter, inDocumentOrder, walk } from './paths.ts'
import { ExpressionProblem } from './problem.ts'
import type { BinaryOperator, Call, Path, Step, Syntax } from './syntax.ts'
import { booleanOf, nodesOf, numberOf, type Value } from './values.ts'

/** Turns a tree into one closure, noting on the way what it uses. Throws `ExpressionProblem` for what is not known. */
export function compile(syntax: Syntax, notes: Notes): Evaluate {
  switch (syntax.kind) {
    case 'number':
    case 'text': {
      const { value } = syntax
      return () => value
    }
    case 'reference':
      return compileReference(syntax.name, notes)
    case 'chain':
      return compileChain(
        compile(syntax.first, notes),
        syntax.rest.map(({ operator, operand }) => [operator, compile(operand, notes)] as const),
      )
    case 'minus': {
      const operand = compile(syntax.operand, notes)
      const sign = syntax.odd ? -1 : 1
      return (c) => sign * numberOf(operand(c), c.run.zone)
    }
    case 'union': {
      const operands = syntax.operands.map((operand) => compileNodes(operand, notes))
      return (c) =>
        inDocumentOrder(
          operands.flatMap((operand) => nodesOf(operand(c))),
          c.run,
        )
    }
    case 'filter': {
      const base = compileNodes(syntax.base, notes)
      const predicates = syntax.predicates.map((predicate) => compilePredicate(predicate, notes))
      return (c) => filter(nodesOf(base(c)), predicates, c.run)
    }
    case 'call':
      return compileCall(syntax, notes)
    case 'path':
      return compilePath(syntax, notes)
  }
}

function compileReference(name: string, notes: Notes): Evaluate {
  notes.references.add(name)
  return ({ run }) => {
    const nodes = run.scope.resolve(name, run.current)
    if (nodes.length > 0) return nodes
    const { fields } = run.scope
    return fields && Object.hasOwn(fields, name) ? fields[name]! : nodes
  }
}

type Operation = (left: Value, right: Value, context: Context) => Value

const operations: Readonly<Record<Exclude<BinaryOperator, 'or' | 'and'>, Operation>> = {
  '=': (left, right, { run }) => isEqual(left, right, run),
  '!=': (left, right, { run }) => isUnequal(left, right, run),
  '<': (left, right, { run }) => isLess(left, right, run),
  '<=': (left, right, { run }) => isLessOrEqual(left, right, run),
  '>': (left, right, { run }) => isLess(right, left, run),
  '>=': (left, right, { run }) => isLessOrEqual(right, left, run),
  '+': (left, right, { run }) => numberOf(left, run.zone) + numberOf(right, run.zone),
  '-': (left, right, { run }) => numberOf(left, run.zone) - numberOf(right, run.zone),
  '*': (left, right, { run }) => numberOf(left, run.zone) * numberOf(right, run.zone),
  div: (left, right, { run }) => numberOf(left, run.zone) / numberOf(right, run.zone),
  mod: (left, right, { run }) => numberOf(left, run.zone) % numberOf(right, run.zone),
}

function compileChain(first: Evaluate, rest: readonly (readonly [BinaryOperator, Evaluate])[]): Evaluate {
  const operator = rest[0]![0]
  if (operator === 'or' || operator === 'and') {
    // the rest is left alone once the answer is known
    const decided = operator === 'or'
    const operands = [first, ...rest.map(([, operand]) => operand)]
    return (c) => {
      for (const operand of operands) if (booleanOf(operand(c)) === decided) return decided
      return !decided
    }
  }
  const steps = rest.map(([name, operand]) => ({ operate: operations[name as keyof typeof operations], operand }))
  if (steps.length === 1) {
    const { operate, operand } = steps[0]!
    return (c) => operate(first(c), operand(c), c)
  }
  return (c) => {
    let value = first(c)
    for (const { operate, operand } of steps) value = operate(value, operand(c), c)
    return value
  }
}

function compileCall(call: Call, notes: Notes): Evaluate {
  const known = functionTable.get(call.name)
  if (!known)
    throw new ExpressionProblem('unknown_function', call.at, `${call.name}()`, `There is no function ${call.name}()`)
  checkArguments(call, known)
  notes.functions.add(call.name)
  if (known.volatile) notes.volatile = true
  const args = call.args.map((arg) => compile(arg, notes))
  const run = known.prepare?.(call, notes) ?? known.call
  return (c) => run(c, args)
}

function checkArguments(call: Call, known: ExpressionFunction): void {
  const { least, most } = known
  if (call.args.length < least || call.args.length > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`
    throw new ExpressionProblem(
      'wrong_arguments',
      call.at,
      `${call.name}()`,
      `${call.name}() takes ${wanted} arguments, not ${call.args.length}`,
    )
  }
  for (const index of known.nodes ?? []) if (call.args[index]) requireNodes(call.args[index], `${call.name}()`)
}

function compilePath(path: Path, notes: Notes): Evaluate {
  const steps = path.steps.map((step) => compileStep(step, notes))
  if (path.base === 'root') return ({ run }) => walk([run.root()], steps, run)
  if (path.base !== 'context') {
    const base = compileNodes(path.base, notes)
    return (c) => walk(nodesOf(base(c)), steps, c.run)
  }
  const [only] = path.steps
  if (path.steps.length === 1 && only?.axis === 'self' && only.test.kind === 'node' && only.predicates.length === 0)
    return (c) => [c.node]
  return (c) => walk([c.node], steps, c.run)
}

function compileStep(step: Step, notes: Notes): CompiledStep {
  if (step.test.kind === 'name') notes.pathNames.add(step.test.name)
  return { axis: step.axis, test: step.test, predicates: step.predicates.map((one) => compilePredicate(one, notes)) }
}

function compilePredicate(syntax: Syntax, notes: Notes): CompiledPredicate {
  return { evaluate: compile(syntax, notes), cost: sizeOf(syntax) }
}

function compileNodes(syntax: Syntax, notes: Notes): Evaluate {
  requireNodes(syntax, 'this')
  return compile(syntax, notes)
}

function requireNodes(syntax: Syntax, where: string): void {
  const gives = typeOf(syntax)
  if (gives !== 'nodes' && gives !== 'any')
    throw new ExpressionProblem(
      'wrong_arguments',
      syntax.at,
      where,
      `${where} needs questions or items, not a ${gives}`,
    )
}

function typeOf(syntax: Syntax): Gives {
  switch (syntax.kind) {
    case 'number':
    case 'minus':
      return 'number'
    case 'text':
      return 'text'
    case 'reference':
      return 'any'
    case 'chain':
      return ['+', '-', '*', 'div', 'mod'].includes(syntax.rest[0]!.operator) ? 'number' : 'boolean'
    case 'union':
    case 'filter':
    case 'path':
      return 'nodes'
    case 'call':
      return functionTable.get(syntax.name)?.gives ?? 'any'
  }
}

/** How many pieces a predicate has: what looking at one node with it costs. */
function sizeOf(syntax: Syntax): number {
  switch (syntax.kind) {
    case 'number':
    case 'text':
    case 'reference':
      return 1
    case 'chain':
      return sizeOf(syntax.first) + sum(syntax.rest.map(({ operand }) => sizeOf(operand)))
    case 'minus':
      return 1 + sizeOf(syntax.operand)
    case 'union':
      return sum(syntax.operands.map(sizeOf))
    case 'filter':
      return 1 + sizeOf(syntax.base)
    case 'call':
      return 1 + sum(syntax.args.map(sizeOf))
    case 'path':
      return syntax.steps.length + (typeof syntax.base === 'string' ? 0 : sizeOf(syntax.base))
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
