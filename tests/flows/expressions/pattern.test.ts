import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from '../../../src/flows/expressions/pattern.ts'
import { ExpressionProblem } from '../../../src/flows/expressions/problem.ts'

function fits(pattern: string, text: string): boolean {
  return compilePattern(pattern, 0).test(text, () => {})
}

describe('patterns', () => {
  test.each<[pattern: string, yes: string[], no: string[]]>([
    ['^[0-9]{16}$', ['8105010101010001'], ['810501010101000', '81050101010100011', '']],
    ['^(\\+62|0)8[0-9]{8,11}$', ['+6281234567890', '081234567890'], ['6281234567890', '08123']],
    ['^[A-Z][a-z]+( [A-Z][a-z]+)*$', ['Wai Ruhu', 'Bula'], ['wai ruhu', 'Wai  Ruhu']],
    ['^\\d+([.,]\\d+)?$', ['1', '1,5', '1.5'], ['1,', ',5', '1.5.2']],
    ['ruhu', ['wai ruhu', 'ruhu'], ['Ruhu']],
    ['(?i)^ruhu$', ['RUHU', 'Ruhu', 'ruhu'], ['ruh']],
    ['(?i)[a-c]', ['B'], ['D']],
    ['\\bdesa\\b', ['di desa kami'], ['pedesaan']],
    ['\\Bdesa', ['pedesaan'], ['desa']],
    ['^$', [''], ['a']],
    ['^(a|b|)c$', ['ac', 'bc', 'c'], ['dc']],
    ['^a.c$', ['abc', 'a🌴c'], ['a\nc', 'ac']],
    ['^[^a-c]$', ['d', '🌴'], ['a', 'dd']],
    ['^[\\w.-]+@[\\w-]+\\.[a-z]{2,}$', ['kades@desa.go.id'.replace('.go.id', '.id')], ['kades@', 'kades']],
    ['^\\p{L}+$', ['Ngada', 'é'], ['1']],
    ['^\\P{L}$', ['1'], ['a']],
    ['^\\p{Alpha}\\p{Digit}$', ['a1'], ['é1']],
    ['^[\\]\\\\-]$', [']', '\\', '-'], ['a']],
    ['^\\x41\\u0042\\u{43}\\t$', ['ABC\t'], ['ABC']],
    ['^a{2}$', ['aa'], ['a', 'aaa']],
    ['^a{0}b$', ['b'], ['ab']],
    ['^a{2,}?$', ['aa', 'aaa'], ['a']],
    ['^(?:ab)+?$', ['ab', 'abab'], ['aba']],
    ['^(?<tahun>\\d{4})$', ['2024'], ['24']],
    ['a{', ['a{'], ['a']],
    ['^[a-]$', ['a', '-'], ['b']],
    ['^(()*)*$', [''], ['a']],
    ['$^', [''], ['a']],
  ])('%s', (pattern, yes, no) => {
    for (const text of yes) expect([text, fits(pattern, text)]).toEqual([text, true])
    for (const text of no) expect([text, fits(pattern, text)]).toEqual([text, false])
  })

  test.each([
    ['(', 'a bracket is not closed'],
    [')', 'a bracket is closed that was not opened'],
    ['[a', 'not closed'],
    ['*a', 'nothing to repeat'],
    ['a**', 'nothing to repeat'],
    ['^*', 'nothing to repeat'],
    ['a++', 'possessive'],
    ['(?=a)', 'looking ahead or behind'],
    ['(?<!a)b', 'looking ahead or behind'],
    ['(a)\\1', 'back-references'],
    ['\\k<a>', 'back-references'],
    ['(?>a)', 'this kind of group'],
    ['a(?i)b', 'this kind of group'],
    ['\\p{Thai}', 'this property'],
    ['\\q', 'this escape'],
    ['[a&&b]', 'common parts of classes'],
    ['[z-a]', 'runs backwards'],
    ['a{2,1}', 'the larger number comes second'],
    ['a{9999}', 'more than 1000 repetitions'],
    ['((a{100}){100}){100}', 'repeats too much'],
    ['a'.repeat(1_001), 'longer than 1000'],
    ['a\\', 'ends too early'],
  ])('%s is refused', (pattern, reason) => {
    expect(() => compilePattern(pattern, 0)).toThrow(ExpressionProblem)
    expect(() => compilePattern(pattern, 0)).toThrow(reason)
  })

  test('find what JavaScript finds', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '\\w',
      '\\b',
      '^',
      '$',
      '(a|b)',
      '(?:ab|c)',
      '(a|)',
      '1',
    )
    const quantified = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '*?'))
    const piece = quantified.map(([one, times]) => (/^(?:\^|\$|\\b)$/.test(one) ? one : one + times))
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    const nested = fc
      .tuple(pattern, fc.constantFrom('', '*', '{0,2}'), pattern)
      .map(([left, times, right]) => `(${left})${times}|${right}`)
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '1', ' ', '\n'), { maxLength: 8 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(pattern, nested), text, (source, given) => {
        expect(fits(source, given)).toBe(new RegExp(source).test(given))
      }),
      { numRuns: 3_000 },
    )
  })
})
