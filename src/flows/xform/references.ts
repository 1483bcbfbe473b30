import { type Token, tokenize } from '../expressions/tokens.ts'
import type { NodeSource } from '../form-source.ts'

/**
 * `${name}` as a path, by the rules that XLSForm's tools share: absolute, but relative where the two stand in one
 * repeat, so that it means the same item; from inside a predicate by way of `current()`, because `.` is another there.
 */

/** A node of the answers' tree. */
export interface XNode {
  readonly source: NodeSource
  readonly path: string
  /** Groups and repeats around it, outermost first. */
  readonly parents: readonly XNode[]
}

/** What the names in an expression mean. */
export interface Names {
  /** The node that `${name}` means; undefined when nothing has the name. */
  find(name: string): XNode | undefined
  /** The element that stands for `/data`, which authors write whatever the form is called. */
  readonly root: string
}

export function pathFrom(target: XNode, context: XNode | undefined): string {
  const around = context?.parents ?? []
  const shared = target.parents.filter((parent, i) => around[i] === parent)
  if (!context || !shared.some(({ source }) => source.type === 'repeat')) return target.path
  return (
    '../'.repeat(context.parents.length - shared.length + 1).slice(0, -1) +
    target.path.slice(shared.at(-1)!.path.length)
  )
}

/**
 * An expression with its `${…}` written as paths; everything else stays as it was typed. `inPredicate` for a whole that
 * will stand in brackets, such as a choice filter.
 */
export function withPaths(expression: string, context: XNode | undefined, names: Names, inPredicate = false): string {
  let written = ''
  let at = 0
  const open: Open[] = []
  let before: Token | undefined
  const tokens = tokenize(expression)
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]
    if (
      token.text === '/' &&
      next?.kind === 'name' &&
      next.text === 'data' &&
      names.root !== 'data' &&
      begins(before)
    ) {
      written += `${expression.slice(at, next.at)}${names.root}`
      at = next.at + next.text.length
    }
    if (token.kind === 'sign') {
      if (token.text === '[' || token.text === '(')
        open.push({ sign: token.text, call: before?.kind === 'name' ? before.text : '', argument: 1 })
      else if (token.text === ']' || token.text === ')') open.pop()
      else if (token.text === ',' && open.at(-1)) open.at(-1)!.argument += 1
    }
    before = token
    const quoted = token.kind === 'text' ? /^\s*\$\{\s*([^}]+?)\s*\}\s*$/.exec(token.text)?.[1] : undefined
    if (token.kind !== 'reference' && quoted === undefined) continue
    const node = names.find(quoted ?? token.text)
    if (!node) continue
    const end = quoted === undefined ? expression.indexOf('}', token.at) + 1 : token.at + token.text.length + 2
    const path = quoted === undefined ? referenced(node, context, open, inPredicate) : `'${node.path}'`
    written += expression.slice(at, token.at) + path
    at = end
  }
  return written + expression.slice(at)
}

/** Whether a slash behind this token is the beginning of an absolute path. */
function begins(before: Token | undefined): boolean {
  return !before || before.kind === 'operator' || /^[[(,]$/.test(before.text)
}

interface Open {
  readonly sign: '[' | '('
  readonly call: string
  argument: number
}

function referenced(node: XNode, context: XNode | undefined, open: readonly Open[], inPredicate: boolean): string {
  const inner = open.at(-1)
  // indexed-repeat() names its nodes absolutely; only its numbers are seen from here
  if (inner?.call === 'indexed-repeat' && (inner.argument === 1 || inner.argument % 2 === 0)) return node.path
  const path = pathFrom(node, context)
  const isRelative = path !== node.path
  return isRelative && (inPredicate || open.some(({ sign }) => sign === '[')) ? `current()/${path}` : path
}
