import type { Context, Evaluate } from '../context.ts'
import { nodesOf, numberOf, numberOfText, type Value } from '../values.ts'
import { type FunctionTable, manyArguments } from './function.ts'

export const numberFunctions: FunctionTable = [
  [
    'number',
    {
      least: 0,
      most: 1,
      gives: 'number',
      call: (c, [value]) => (value ? numberOf(value(c), c.run.zone) : numberOfText(c.node.text(), c.run.zone)),
    },
  ],
  ['int', { least: 1, most: 1, gives: 'number', call: (c, [value]) => integerOf(value!(c), c.run.zone) }],
  [
    'round',
    {
      least: 1,
      most: 2,
      gives: 'number',
      call: (c, [value, decimals]) => {
        const places = decimals ? integerOf(decimals(c), c.run.zone) : 0
        return roundTo(numberOf(value!(c), c.run.zone), places)
      },
    },
  ],
  ...of1('floor', Math.floor),
  ...of1('ceiling', Math.ceil),
  ...of1('abs', Math.abs),
  ...of1('sqrt', Math.sqrt),
  ...of1('exp', Math.exp),
  ...of1('exp10', (value) => 10 ** value),
  ...of1('log', Math.log),
  ...of1('log10', Math.log10),
  ...of1('sin', Math.sin),
  ...of1('cos', Math.cos),
  ...of1('tan', Math.tan),
  ...of1('asin', Math.asin),
  ...of1('acos', Math.acos),
  ...of1('atan', Math.atan),
  ...of2('atan2', Math.atan2),
  ...of2('pow', (base, power) => base ** power),
  ['pi', { least: 0, most: 0, gives: 'number', call: () => Math.PI }],
  ['random', { least: 0, most: 0, gives: 'number', volatile: true, call: (c) => c.run.random() }],
  [
    'sum',
    {
      least: 1,
      most: 1,
      gives: 'number',
      nodes: [0],
      call: (c, args) => numbersOf(c, args).reduce((total, number) => total + number, 0),
    },
  ],
  // an unanswered question makes both NaN, as the specification's model (XPath 3.0) has it
  [
    'max',
    { least: 1, most: manyArguments, gives: 'number', call: (c, args) => extremeOf(numbersOf(c, args), Math.max) },
  ],
  [
    'min',
    { least: 1, most: manyArguments, gives: 'number', call: (c, args) => extremeOf(numbersOf(c, args), Math.min) },
  ],
  ['count', { least: 1, most: 1, gives: 'number', nodes: [0], call: (c, [nodes]) => nodesOf(nodes!(c)).length }],
  [
    'count-non-empty',
    {
      least: 1,
      most: 1,
      gives: 'number',
      nodes: [0],
      call: (c, [nodes]) => nodesOf(nodes!(c)).filter((node) => node.text() !== '').length,
    },
  ],
]

/** A number without its fraction; NaN stays NaN. */
export function integerOf(value: Value, zone: string): number {
  return Math.trunc(numberOf(value, zone))
}

/** Half away from zero, to a number of decimal places, or of tens when negative: as Excel and ODK's clients do. */
function roundTo(value: number, places: number): number {
  if (!Number.isFinite(value)) return value
  const scale = 10 ** Math.min(Math.abs(places), 300)
  const rounded = places < 0 ? scale * Math.round(Math.abs(value) / scale) : Math.round(Math.abs(value) * scale) / scale
  // past the precision of a number there is nothing to round
  if (!Number.isFinite(rounded)) return value
  return value < 0 ? -rounded : rounded
}

function numbersOf(context: Context, args: readonly Evaluate[]): number[] {
  const { run } = context
  return args.flatMap((arg) => {
    const value = arg(context)
    return typeof value === 'object'
      ? value.map((node) => numberOfText(node.text(), run.zone))
      : [numberOf(value, run.zone)]
  })
}

function extremeOf(numbers: readonly number[], choose: (left: number, right: number) => number): number {
  return numbers.length === 0 ? Number.NaN : numbers.reduce((best, number) => choose(best, number))
}

function of1(name: string, compute: (value: number) => number): FunctionTable {
  return [
    [name, { least: 1, most: 1, gives: 'number', call: (c, [value]) => compute(numberOf(value!(c), c.run.zone)) }],
  ]
}

function of2(name: string, compute: (left: number, right: number) => number): FunctionTable {
  return [
    [
      name,
      {
        least: 2,
        most: 2,
        gives: 'number',
        call: (c, [left, right]) => compute(numberOf(left!(c), c.run.zone), numberOf(right!(c), c.run.zone)),
      },
    ],
  ]
}
