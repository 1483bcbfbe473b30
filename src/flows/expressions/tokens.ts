import { longestSource } from './limits.ts'
import { ExpressionProblem } from './problem.ts'

export type Token =
  | { readonly kind: 'number' | 'text' | 'name' | 'reference'; readonly text: string; readonly at: number }
  /** operators as words (`and`, `div`) and as signs, and every bracket and separator */
  | { readonly kind: 'operator' | 'sign' | 'end'; readonly text: string; readonly at: number }

const nameStart = /[\p{L}_]/u
const namePattern = /[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*/uy
const numberPattern = /\d+(?:\.\d*)?|\.\d+/y
// the no-break spaces are what spreadsheets and word processors leave behind
const blank = /[ \t\r\n\u00a0\u202f]/
const signs = [
  '::',
  '//',
  '..',
  '!=',
  '<=',
  '>=',
  '(',
  ')',
  '[',
  ']',
  '.',
  '@',
  ',',
  '/',
  '|',
  '+',
  '-',
  '=',
  '<',
  '>',
  '*',
]
const operatorSigns = new Set(['!=', '<=', '>=', '|', '+', '-', '=', '<', '>', '/', '//'])
const wrongSigns: ReadonlyMap<string, string> = new Map([
  ['&&', 'write "and"'],
  ['||', 'write "or"'],
  ['==', 'write "="'],
  ['<>', 'write "!="'],
  ['’', "write a straight quote: '"],
  ['‘', "write a straight quote: '"],
  ['“', 'write a straight quote: "'],
  ['”', 'write a straight quote: "'],
  ['≤', 'write "<="'],
  ['≥', 'write ">="'],
  ['≠', 'write "!="'],
  ['×', 'write "*"'],
  ['÷', 'write "div"'],
])

/** A question name as `${…}` may hold it. */
const referenceName = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*$/u

/** Splits an expression into tokens, by XPath 1.0 §3.7. Throws `ExpressionProblem`. */
export function tokenize(source: string): Token[] {
  if (source.length > longestSource)
    throw new ExpressionProblem(
      'too_long',
      0,
      source.slice(0, 20),
      `The expression is longer than ${longestSource} characters`,
    )
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const char = source[at]!
    if (blank.test(char)) {
      at += 1
      continue
    }
    const token = literal(source, at, char) ?? name(source, at, tokens.at(-1)) ?? sign(source, at, tokens.at(-1))
    tokens.push(token.token)
    at = token.end
  }
  tokens.push({ kind: 'end', text: '', at: source.length })
  return tokens
}

type Read = { readonly token: Token; readonly end: number }

function literal(source: string, at: number, char: string): Read | undefined {
  if (char === '"' || char === "'") {
    const end = source.indexOf(char, at + 1)
    if (end < 0)
      throw new ExpressionProblem(
        'syntax',
        at,
        source.slice(at, at + 20),
        `The text that begins with ${char} does not end`,
      )
    return { token: { kind: 'text', text: source.slice(at + 1, end), at }, end: end + 1 }
  }
  if (char === '$') return reference(source, at)
  numberPattern.lastIndex = at
  const number = numberPattern.exec(source)
  if (!number) return undefined
  return { token: { kind: 'number', text: number[0], at }, end: numberPattern.lastIndex }
}

/** Reads `${name}` at a dollar sign. Throws `ExpressionProblem`. */
function reference(source: string, at: number): Read {
  const end = source[at + 1] === '{' ? source.indexOf('}', at) : -1
  if (end < 0) throw new ExpressionProblem('syntax', at, source.slice(at, at + 20), `A question is written \${name}`)
  const name = source.slice(at + 2, end).trim()
  checkReferenceName(name, at)
  return { token: { kind: 'reference', text: name, at }, end: end + 1 }
}

/** Throws `ExpressionProblem` when `${name}` cannot be a question. */
export function checkReferenceName(name: string, at: number): void {
  if (name.startsWith('last-saved#'))
    throw new ExpressionProblem(
      'unsupported',
      at,
      `\${${name}}`,
      `\${last-saved#…} is not supported: use the values of the last report`,
    )
  if (!referenceName.test(name))
    throw new ExpressionProblem('syntax', at, `\${${name}}`, `\${${name}} is not the name of a question`)
}

function name(source: string, at: number, before: Token | undefined): Read | undefined {
  if (!nameStart.test(source[at]!)) return undefined
  namePattern.lastIndex = at
  let text = namePattern.exec(source)?.[0]
  if (text === undefined) return undefined
  // a name after a value can only be an operator
  if (isValueEnd(before)) {
    // "7 div2" is as good as "7 div 2"
    const operator = /^(?:and|or|div|mod)(?=[\d.]|$)/.exec(text)?.[0]
    if (operator !== undefined) return { token: { kind: 'operator', text: operator, at }, end: at + operator.length }
    throw new ExpressionProblem('syntax', at, text, `"${text}" cannot stand here: an operator is missing before it`)
  }
  let end = at + text.length
  if (source[end] === ':' && source[end + 1] !== ':') {
    namePattern.lastIndex = end + 1
    const local = source[end + 1] === '*' ? '*' : namePattern.exec(source)?.[0]
    if (local !== undefined) {
      text = `${text}:${local}`
      end += 1 + local.length
    }
  }
  return { token: { kind: 'name', text, at }, end }
}

function sign(source: string, at: number, before: Token | undefined): Read {
  for (const length of [2, 1]) {
    const wrong = source.slice(at, at + length)
    const remedy = wrongSigns.get(wrong)
    if (remedy !== undefined) throw new ExpressionProblem('syntax', at, wrong, `${wrong} is not an operator: ${remedy}`)
  }
  const text = signs.find((one) => source.startsWith(one, at))
  if (text === undefined) {
    const char = String.fromCodePoint(source.codePointAt(at)!)
    throw new ExpressionProblem('syntax', at, char, `"${char}" means nothing in an expression`)
  }
  const isOperator = operatorSigns.has(text) || (text === '*' && isValueEnd(before))
  return { token: { kind: isOperator ? 'operator' : 'sign', text, at }, end: at + text.length }
}

/** Whether a value ends with this token, so that what follows is an operator: the rule of XPath 1.0 §3.7. */
function isValueEnd(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind === 'operator') return false
  if (token.kind === 'sign')
    return token.text === ')' || token.text === ']' || token.text === '.' || token.text === '..' || token.text === '*'
  return token.kind !== 'end'
}
