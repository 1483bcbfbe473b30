import { createHash } from 'node:crypto'
import { compilePattern, isAnchored, type Pattern } from '../pattern.ts'
import { ExpressionProblem } from '../problem.ts'
import { numberOf, textOf, textsOf } from '../values.ts'
import { type FunctionTable, literalText, manyArguments, wrongArgument } from './function.ts'
import { integerOf } from './number-functions.ts'

const hashes: ReadonlyMap<string, string> = new Map([
  ['md5', 'md5'],
  ['sha-1', 'sha1'],
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
])

export const textFunctions: FunctionTable = [
  ['string', { least: 0, most: 1, gives: 'text', call: (c, [value]) => (value ? textOf(value(c)) : c.node.text()) }],
  [
    'concat',
    {
      least: 0,
      most: manyArguments,
      gives: 'text',
      call: (c, args) => args.flatMap((arg) => textsOf(arg(c))).join(''),
    },
  ],
  [
    'join',
    {
      least: 1,
      most: manyArguments,
      gives: 'text',
      call: (c, [separator, ...rest]) => rest.flatMap((arg) => textsOf(arg(c))).join(textOf(separator!(c))),
    },
  ],
  [
    'string-length',
    { least: 0, most: 1, gives: 'number', call: (c, [value]) => lengthOf(value ? textOf(value(c)) : c.node.text()) },
  ],
  [
    'substr',
    {
      least: 2,
      most: 3,
      gives: 'text',
      call: (c, [value, start, end]) => {
        const characters = charactersOf(textOf(value!(c)))
        const to = end ? integerOf(end(c), c.run.zone) : characters.length
        return pieceOf(characters, integerOf(start!(c), c.run.zone), to)
      },
    },
  ],
  [
    'substring',
    {
      least: 2,
      most: 3,
      gives: 'text',
      call: (c, [value, start, length]) => {
        // XPath 1.0 §4.2: characters whose 1-based position p has round(start) ≤ p < round(start) + round(length)
        const from = Math.round(numberOf(start!(c), c.run.zone))
        const to = length ? from + Math.round(numberOf(length(c), c.run.zone)) : Number.POSITIVE_INFINITY
        const characters = charactersOf(textOf(value!(c)))
        return from < to ? pieceOf(characters, Math.max(from - 1, 0), Math.max(to - 1, 0)) : ''
      },
    },
  ],
  [
    'substring-before',
    {
      least: 2,
      most: 2,
      gives: 'text',
      call: (c, [value, target]) => {
        const text = textOf(value!(c))
        return text.slice(0, Math.max(text.indexOf(textOf(target!(c))), 0))
      },
    },
  ],
  [
    'substring-after',
    {
      least: 2,
      most: 2,
      gives: 'text',
      call: (c, [value, target]) => {
        const text = textOf(value!(c))
        const wanted = textOf(target!(c))
        const place = text.indexOf(wanted)
        return place < 0 ? '' : text.slice(place + wanted.length)
      },
    },
  ],
  [
    'contains',
    { least: 2, most: 2, gives: 'boolean', call: (c, [text, part]) => textOf(text!(c)).includes(textOf(part!(c))) },
  ],
  [
    'starts-with',
    { least: 2, most: 2, gives: 'boolean', call: (c, [text, part]) => textOf(text!(c)).startsWith(textOf(part!(c))) },
  ],
  [
    'ends-with',
    { least: 2, most: 2, gives: 'boolean', call: (c, [text, part]) => textOf(text!(c)).endsWith(textOf(part!(c))) },
  ],
  [
    'translate',
    {
      least: 3,
      most: 3,
      gives: 'text',
      call: (c, [value, from, to]) => {
        const replacements = charactersOf(textOf(to!(c)))
        const table = new Map<string, string>()
        for (const [index, character] of charactersOf(textOf(from!(c))).entries())
          if (!table.has(character)) table.set(character, replacements[index] ?? '')
        return charactersOf(textOf(value!(c)))
          .map((character) => table.get(character) ?? character)
          .join('')
      },
    },
  ],
  [
    'normalize-space',
    {
      least: 0,
      most: 1,
      gives: 'text',
      call: (c, [value]) =>
        (value ? textOf(value(c)) : c.node.text()).replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, ''),
    },
  ],
  [
    'regex',
    {
      least: 2,
      most: 2,
      gives: 'boolean',
      call: (c, [value, pattern]) => {
        const compiled = dynamicPattern(textOf(pattern!(c)))
        return compiled ? compiled.test(textOf(value!(c)), (steps) => c.run.spend(steps)) : false
      },
      prepare: (call, notes) => {
        const source = literalText(call.args[1])
        if (source === undefined) return undefined
        const pattern = compilePattern(source, call.args[1]!.at + 1)
        if (!isAnchored(source))
          notes.warnings.set(
            call.args[1]!.at,
            'regex() without ^ and $ also accepts texts that only contain the pattern',
          )
        return (c, [value]) => pattern.test(textOf(value!(c)), (steps) => c.run.spend(steps))
      },
    },
  ],
  [
    'digest',
    {
      least: 2,
      most: 3,
      gives: 'text',
      call: (c, [value, algorithm, encoding]) => {
        const hash = hashes.get(textOf(algorithm!(c)).toLowerCase())
        const written = encoding ? textOf(encoding(c)).toLowerCase() : 'base64'
        if (hash === undefined || (written !== 'base64' && written !== 'hex')) return ''
        return createHash(hash)
          .update(textOf(value!(c)), 'utf8')
          .digest(written)
      },
      prepare: (call) => {
        const algorithm = literalText(call.args[1])
        if (algorithm !== undefined && !hashes.has(algorithm.toLowerCase()))
          throw wrongArgument(call, 1, `"${algorithm}" is none of MD5, SHA-1, SHA-256, SHA-384, SHA-512`)
        const encoding = literalText(call.args[2])?.toLowerCase()
        if (encoding !== undefined && encoding !== 'hex' && encoding !== 'base64')
          throw wrongArgument(call, 2, `"${encoding}" is neither base64 nor hex`)
        return undefined
      },
    },
  ],
  [
    'base64-decode',
    {
      least: 1,
      most: 1,
      gives: 'text',
      call: (c, [value]) => Buffer.from(textOf(value!(c)), 'base64').toString('utf8'),
    },
  ],
  [
    'uuid',
    {
      least: 0,
      most: 1,
      gives: 'text',
      volatile: true,
      call: (c, [length]) => {
        const uuid = () => c.run.scope.uuid?.() ?? madeUuid(() => c.run.random())
        if (!length) return uuid()
        const wanted = Math.min(Math.max(integerOf(length(c), c.run.zone) || 0, 0), 1000)
        let text = ''
        while (text.length < wanted) text += uuid()
        return text.slice(0, wanted)
      },
    },
  ],
]

/** Characters as XPath counts them: what lies outside the first 65 536 code points is one, not two. */
function charactersOf(text: string): string[] {
  return Array.from(text)
}

function lengthOf(text: string): number {
  return /[\ud800-\udfff]/.test(text) ? charactersOf(text).length : text.length
}

/** Like `slice`: negative places count from the end, a place that is no number is the beginning. */
function pieceOf(characters: readonly string[], from: number, to: number): string {
  return characters.slice(from, to).join('')
}

// a pattern that comes from data: refused ones match nothing, because data never throws
function dynamicPattern(source: string): Pattern | undefined {
  try {
    return compilePattern(source, 0)
  } catch (error) {
    if (error instanceof ExpressionProblem) return undefined
    throw error
  }
}

/** A version 4 UUID (RFC 4122 §4.4) from the evaluation's own randomness. */
function madeUuid(random: () => number): string {
  const digit = (below: number) => Math.floor(random() * below)
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
    (place === 'x' ? digit(16) : 8 + digit(4)).toString(16),
  )
}
