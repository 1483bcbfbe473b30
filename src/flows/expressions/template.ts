import { ExpressionProblem } from './problem.ts'
import type { EvaluationScope } from './scope.ts'
import { checkReferenceName } from './tokens.ts'

/** Text with `${name}` holes, as labels and hints have them. */
export interface Template {
  readonly source: string
  readonly references: readonly string[]
  /**
   * Fills the holes. Values go in as data and are never read again, so an answer that looks like `${nama}` stays one.
   * `show` may write a value the way people read it (a choice's label, `1.500.000`); without it the value as kept.
   */
  render(scope: EvaluationScope, show?: (name: string, value: string) => string): string
}

/** Reads a text with holes once. Throws `ExpressionProblem` for a hole that is not the name of a question. */
export function parseTemplate(source: string): Template {
  const pieces: string[] = []
  const names: string[] = []
  let at = 0
  for (let hole = source.indexOf('${'); hole >= 0; hole = source.indexOf('${', at)) {
    const end = source.indexOf('}', hole)
    if (end < 0)
      throw new ExpressionProblem(
        'syntax',
        hole,
        source.slice(hole, hole + 20),
        'The hole that begins with ${ does not end',
      )
    const name = source.slice(hole + 2, end).trim()
    checkReferenceName(name, hole)
    pieces.push(source.slice(at, hole))
    names.push(name)
    at = end + 1
  }
  const last = source.slice(at)
  return {
    source,
    references: [...new Set(names)],
    render: (scope, show) => {
      if (names.length === 0) return source
      let text = ''
      for (const [index, name] of names.entries()) {
        const value = fill(name, scope)
        text += pieces[index]! + (show ? show(name, value) : value)
      }
      return text + last
    },
  }
}

function fill(name: string, scope: EvaluationScope): string {
  const [node] = scope.resolve(name, scope.current ?? scope.node)
  if (node) return node.text()
  return scope.fields && Object.hasOwn(scope.fields, name) ? scope.fields[name]! : ''
}
