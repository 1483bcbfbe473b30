import { describe, expect, test } from 'vitest'
import { ExpressionProblem, type ExpressionProblemCode, parseExpression } from '../../../src/flows/expressions/index.ts'

function problemOf(source: string): ExpressionProblem {
  try {
    parseExpression(source)
  } catch (error) {
    if (error instanceof ExpressionProblem) return error
    throw error
  }
  throw new Error(`${source} was understood`)
}

describe('what is not understood is refused by name and place when the form is loaded', () => {
  test.each<[source: string, code: ExpressionProblemCode, construct: string, position: number]>([
    ['', 'syntax', '', 0],
    ['1 +', 'syntax', '', 3],
    ['(1', 'syntax', '', 2],
    ['1)', 'syntax', ')', 1],
    ['${a} ${b}', 'syntax', 'b', 5],
    ['${a} b', 'syntax', 'b', 5],
    ["'abc", 'syntax', "'abc", 0],
    ['${a', 'syntax', '${a', 0],
    ['${1a}', 'syntax', '${1a}', 0],
    ['${a} == 1', 'syntax', '==', 5],
    ['${a} && ${b}', 'syntax', '&&', 5],
    ['${a} <> 1', 'syntax', '<>', 5],
    ['${a} = ‘ya’', 'syntax', '‘', 7],
    ['${a} ≥ 1', 'syntax', '≥', 5],
    ['${a} # 1', 'syntax', '#', 5],
    ['/data/kegiatan[1', 'syntax', '', 16],
    ['/data//', 'syntax', '', 7],
    ['1e3', 'syntax', 'e3', 1],
    ['if(1 = 1, 2', 'syntax', '', 11],
    ['${last-saved#a}', 'unsupported', '${last-saved#a}', 0],
    ['1 + hitung(${a})', 'unknown_function', 'hitung()', 4],
    ['lang("id")', 'unknown_function', 'lang()', 0],
    ['constructor()', 'unknown_function', 'constructor()', 0],
    ['__proto__(1)', 'unknown_function', '__proto__()', 0],
    ['namespace::a', 'unknown_axis', 'namespace', 0],
    ['sideways::a', 'unknown_axis', 'sideways', 0],
    ['selected(${a})', 'wrong_arguments', 'selected()', 0],
    ['if(1, 2)', 'wrong_arguments', 'if()', 0],
    ['today(1)', 'wrong_arguments', 'today()', 0],
    ['sum(1)', 'wrong_arguments', 'sum()', 4],
    ["count('a')", 'wrong_arguments', 'count()', 6],
    ["'a'/b", 'wrong_arguments', 'this', 0],
    ['(1 + 1)[1]', 'wrong_arguments', 'this', 1],
    ['${a} | 1', 'wrong_arguments', 'this', 7],
    ['indexed-repeat(${a}, ${b}, 1, ${c})', 'wrong_arguments', 'indexed-repeat()', 30],
    ['weighted-checklist(1, 2, 1 = 1)', 'wrong_arguments', 'weighted-checklist()', 25],
    ["digest('a', 'CRC')", 'wrong_arguments', 'digest()', 12],
    ["format-date(${a}, '%Q')", 'bad_format', '%Q', 18],
    ["regex(${a}, '(a')", 'bad_pattern', '(', 15],
    ["regex(${a}, 'a(?=b)')", 'bad_pattern', '(?=', 15],
  ])('%s', (source, code, construct, position) => {
    const problem = problemOf(source)
    expect({ code: problem.code, construct: problem.construct, position: problem.position }).toEqual({
      code,
      construct,
      position,
    })
    expect(problem.message).toContain(`(at ${position + 1})`)
  })

  test('the sentence names the remedy where there is one', () => {
    expect(problemOf('${a} == 1').message).toBe('== is not an operator: write "=" (at 6)')
    expect(problemOf('1 + hitung(${a})').message).toBe('There is no function hitung() (at 5)')
  })
})
