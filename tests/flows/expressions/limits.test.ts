import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DataNode,
  ExpressionProblem,
  evaluateBoolean,
  evaluateNumber,
  parseExpression,
  parseTemplate,
} from '../../../src/flows/expressions/index.ts'
import { resultOf, scopeAt } from './world.ts'

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'understood'
  } catch (error) {
    if (error instanceof ExpressionProblem) return error.code
    throw error
  }
}

describe('forms that ask for too much', () => {
  test('an expression longer than a cell of a spreadsheet is refused', () => {
    expect(codeOf(() => parseExpression(`1${' + 1'.repeat(9_000)}`))).toBe('too_long')
  })

  test.each(['(', '-(', 'not(', 'a[', 'if(1 = 1, 1, ', '/a[b or '])(
    '10 000 times %s is refused, not a full stack',
    (piece) => {
      expect(['too_deep', 'too_long']).toContain(
        codeOf(() => parseExpression(piece.repeat(Math.min(10_000, 32_000 / piece.length)))),
      )
    },
  )

  test('a hundred nested ifs, as spreadsheets have them, are understood', () => {
    const source = `${"if(${umur} = 1, 'a', ".repeat(100)}'b'${')'.repeat(100)}`
    expect(resultOf(source)).toBe('b')
  })

  test.each<[source: string, expected: number | boolean]>([
    [`1${' + 1'.repeat(8_000)}`, 8_001],
    [`${'-'.repeat(20_001)}1`, -1],
    [`1 = 1${' and 1 = 1'.repeat(3_000)}`, true],
    [`count(/data${'/..'.repeat(10_000)})`, 0],
    [`count(/data${'[1]'.repeat(10_000)})`, 1],
    [`count(a${' | a'.repeat(8_000)})`, 0],
  ])('a long chain is not a deep one (%#)', (source, expected) => {
    expect(resultOf(source)).toBe(expected)
  })

  test('lists within lists within lists stop at the limit of steps', () => {
    const { node, list } = wideTree(1_000)
    const scope = { ...scopeAt(), node, current: node, resolve: () => list }
    for (const source of [
      'count(//*[count(//*[count(//*) > 1]) > 1])',
      'count(${a}[count(${a}[count(${a}[. = 1]) = 0]) = 0])',
      'count(//*/preceding::*/following::*)',
      `count(//*[${'1 + '.repeat(5_000)}1 > 0])`,
    ]) {
      const expression = parseExpression(source)
      const started = performance.now()
      expect(codeOf(() => expression.evaluate(scope))).toBe('too_many_steps')
      expect(performance.now() - started).toBeLessThan(5_000)
    }
  })

  test('a list of 80 000 places can still be searched', () => {
    const { node } = wideTree(80_000)
    const scope = { ...scopeAt(), instance: () => node }
    expect(
      evaluateNumber(parseExpression("count(instance('desa')/daftar/item[. = '79999' or . = ${umur}])"), scope),
    ).toBe(2)
  })
})

describe('patterns that would run for years elsewhere', () => {
  test.each([
    '(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(.*a){20}b',
    '^(\\d+)*$',
    'a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaaaa!',
  ])('%s is over at once', (pattern) => {
    const expression = parseExpression(`regex(., '${pattern}')`)
    const scope = { ...scopeAt(), node: leaf(`${'a'.repeat(5_000)}!`) }
    const started = performance.now()
    evaluateBoolean(expression, scope)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  test('a text too long for its pattern is a limit passed, not a hang', () => {
    const expression = parseExpression("regex(., '(a?){900}b')")
    expect(codeOf(() => expression.evaluate({ ...scopeAt(), node: leaf('a'.repeat(100_000)) }))).toBe('too_many_steps')
  })
})

describe('any text at all', () => {
  const alphabet = [
    ...[
      '${a}',
      '${desa}',
      '.',
      '..',
      '/',
      '//',
      '(',
      ')',
      '[',
      ']',
      ',',
      '@',
      '*',
      '|',
      '::',
      '+',
      '-',
      '=',
      '!=',
      '<',
      '>=',
    ],
    ...[
      ' ',
      "'",
      '"',
      "'a'",
      '1',
      '0.5',
      'div',
      'mod',
      'and',
      'or',
      'child',
      'node()',
      'text()',
      'data',
      'kegiatan',
      'jr:itext',
    ],
    ...[
      'if(',
      'count(',
      'selected(',
      'regex(',
      'instance(',
      'position(',
      'sum(',
      'date(',
      'format-date(',
      'indexed-repeat(',
    ],
    ...['%', '\\', '{', '}', '$', '^', '\u0000', 'é', '🌴', '__proto__', 'constructor'],
  ]
  const pieces = fc.array(fc.constantFrom(...alphabet), { maxLength: 25 }).map((parts) => parts.join(''))

  test('is an expression that gives a value, or a problem that says what and where', () => {
    const scope = scopeAt()
    const survives = (source: string) => {
      let expression: ReturnType<typeof parseExpression>
      try {
        expression = parseExpression(source)
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionProblem)
        const { position, message } = error as ExpressionProblem
        expect(position).toBeGreaterThanOrEqual(0)
        expect(position).toBeLessThanOrEqual(source.length)
        expect(message).not.toBe('')
        return
      }
      const { type, value } = expression.evaluate(scope)
      expect(type === 'nodeset' ? Array.isArray(value) : typeof value === type).toBe(true)
    }
    fc.assert(fc.property(pieces, survives), { numRuns: 3_000 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), survives), { numRuns: 1_000 })
  })

  test('as an answer never makes an expression throw', () => {
    const sources = [
      '${a} + 1 > number(${a})',
      "date(${a}) = ${a} or format-date(${a}, '%Y') = decimal-date-time(${a})",
      'selected(${a}, ${a}) or selected-at(${a}, ${a}) or count-selected(${a})',
      'area(${a}) + distance(${a}) + decimal-time(${a})',
      'regex(${a}, ${a})',
      'substr(${a}, ${a}, ${a}) = substring(${a}, ${a}, ${a})',
      'round(${a}, ${a}) + int(${a}) + uuid(${a})',
      'digest(${a}, ${a}, ${a}) = base64-decode(${a})',
      "join(' ', randomize(${a}, ${a})) = translate(${a}, ${a}, ${a})",
      'indexed-repeat(${a}, ${a}, ${a}) = pulldata(${a}, ${a}, ${a}, ${a})',
      'jr:choice-name(${a}, ${a}) = jr:itext(${a}) and geofence(${a}, ${a})',
    ].map(parseExpression)
    const answer = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.double().map(String),
      fc.constantFrom(
        '2024-13-45',
        '0001-01-01',
        '9999-12-31T23:59:59.999+14:00',
        '-1e999',
        '1e999',
        '%',
        '[',
        '(?<',
        '0 0;',
        ';;',
      ),
    )
    fc.assert(
      fc.property(answer, (text) => {
        const scope = scopeAt('.', { resolve: () => [leaf(text)] })
        for (const expression of sources) expression.evaluate(scope)
      }),
      { numRuns: 500 },
    )
  })

  test('put into a label stays the text it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (before, answer) => {
        fc.pre(!before.includes('${'))
        const template = parseTemplate(`${before}\${a}${'.'}`)
        const scope = scopeAt('.', { resolve: () => [leaf(answer)] })
        expect(template.render(scope)).toBe(`${before}${answer}.`)
      }),
      { numRuns: 300 },
    )
  })
})

function leaf(text: string): DataNode {
  return { name: 'a', parent: undefined, position: 1, text: () => text, children: () => [] }
}

function wideTree(count: number): { node: DataNode; list: readonly DataNode[] } {
  const list: DataNode[] = []
  const top: DataNode = { name: '', parent: undefined, position: 1, text: () => '', children: () => [root] }
  const root: DataNode = { name: 'daftar', parent: top, position: 1, text: () => '', children: () => list }
  for (let index = 0; index < count; index += 1)
    list.push({ name: 'item', parent: root, position: index + 1, text: () => String(index), children: () => [] })
  return { node: top, list }
}
