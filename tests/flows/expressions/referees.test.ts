import { describe, expect, test } from 'vitest'
import {
  ExpressionProblem,
  evaluateText,
  parseExpression,
  parseXmlInstance,
} from '../../../src/flows/expressions/index.ts'
import recorded from './referees.json' with { type: 'json' }

/**
 * What ODK's two web evaluators answer, recorded by running them: openrosa-xpath-evaluator 3.1.0 in jsdom, and
 * @getodk/xforms-engine 0.22.0 with the expression as the calculation of /data/c, both in UTC. Each row is the
 * expression and their two answers as text, null where one refuses it. Where they differ we must agree with one.
 */
const rows = recorded.answers as [expression: string, openrosa: string | null, engine: string | null][]

// where we differ from both, each with its reason
const ours: Readonly<Record<string, string | null>> = {
  // XPath 1.0 writes numbers without an exponent
  'string(0.0000001)': '0.0000001',
  'string(100000000000000000000000)': '100000000000000000000000',
  // nor does it read hexadecimal or Infinity
  "number('0x10')": 'NaN',
  "number('Infinity')": 'NaN',
  // "Invalid Date" is not for people
  "date('abc')": '',
  // XPath 1.0 §3.4 turns the node-set into a boolean when the other side is one
  'true() < /data/rep/persen': 'false',
  '/data/rep/persen > true()': 'false',
  // days that do not exist: one moves them to the next month, one throws
  "date('2024-02-30')": '',
  "date('2024-13-01')": '',
  // two signs: neither reads them, XPath 1.0 does
  '--3': '3',
  '- - 3': '3',
  // one ignores the brackets, one cannot go on from a filtered node-set
  '(/data/rep)[2]/nama': 'Air',
  // format signs that mean nothing are refused when the form is loaded, not shown to people
  "format-date('2024-08-14', '100%')": null,
}

const data = parseXmlInstance(recorded.data)
const list = parseXmlInstance(`<instance>${recorded.kecamatan}</instance>`).children()[0]!
const node = data
  .children()[0]!
  .children()
  .find(({ name }) => name === 'c')!

function answer(expression: string): string | null {
  try {
    return evaluateText(parseExpression(expression), {
      node,
      now: Date.UTC(2026, 10, 22, 3),
      zone: 'UTC',
      resolve: () => [],
      instance: (id) => (id === 'kecamatan' ? list : undefined),
    })
  } catch (error) {
    if (error instanceof ExpressionProblem) return null
    throw error
  }
}

// the engine counts the `meta` element it adds to the form
const isNoise = (expression: string) => /^count\(\/?\/(?:data\/)?(?:\*|node\(\))\)$/.test(expression)
const comparable = rows.filter(
  ([expression, openrosa, engine]) => !(expression in ours) && !isNoise(expression) && (openrosa ?? engine) !== null,
)

describe('the evaluators of ODK agree', () => {
  test.each(comparable)('%s', (expression, openrosa, engine) => {
    // the engine writes NaN as an empty value
    expect([openrosa, engine, ...(engine === '' ? ['NaN'] : [])]).toContain(answer(expression))
  })

  test('but for the differences we chose', () => {
    const given = Object.keys(ours).map((expression) => [expression, answer(expression)])
    expect(Object.fromEntries(given)).toEqual(ours)
  })
})
