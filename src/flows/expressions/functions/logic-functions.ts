import type { Context, Evaluate } from '../context.ts'
import { booleanOf, numberOf, textOf, type Value } from '../values.ts'
import { type FunctionTable, manyArguments, wrongArgument } from './function.ts'

export const logicFunctions: FunctionTable = [
  ['true', { least: 0, most: 0, gives: 'boolean', call: () => true }],
  ['false', { least: 0, most: 0, gives: 'boolean', call: () => false }],
  ['boolean', { least: 1, most: 1, gives: 'boolean', call: (c, [value]) => booleanOf(value!(c)) }],
  ['not', { least: 1, most: 1, gives: 'boolean', call: (c, [value]) => !booleanOf(value!(c)) }],
  [
    'boolean-from-string',
    {
      least: 1,
      most: 1,
      gives: 'boolean',
      call: (c, [value]) => {
        const text = textOf(value!(c))
        return text === 'true' || text === '1'
      },
    },
  ],
  [
    'if',
    {
      least: 3,
      most: 3,
      gives: 'any',
      call: (c, [condition, yes, no]) => (booleanOf(condition!(c)) ? yes!(c) : no!(c)),
    },
  ],
  [
    'coalesce',
    {
      least: 2,
      most: manyArguments,
      gives: 'text',
      call: (c, args) => {
        for (const arg of args) {
          const text = textOf(arg(c))
          if (text !== '') return text
        }
        return ''
      },
    },
  ],
  // the answer so far stays; only an empty question gets a value
  ['once', { least: 1, most: 1, gives: 'text', call: (c, [value]) => c.node.text() || textOf(value!(c)) }],
  [
    'checklist',
    {
      least: 2,
      most: manyArguments,
      gives: 'boolean',
      call: (c, [least, most, ...rest]) => {
        const count = rest.flatMap((arg) => truthsOf(arg(c))).filter(Boolean).length
        return isBetween(c, count, least!, most!)
      },
    },
  ],
  [
    'weighted-checklist',
    {
      least: 2,
      most: manyArguments,
      gives: 'boolean',
      call: (c, [least, most, ...rest]) => {
        let weight = 0
        for (let index = 0; index < rest.length; index += 2) {
          const weights = numbersOf(rest[index + 1]!(c), c)
          for (const [place, isTrue] of truthsOf(rest[index]!(c)).entries()) if (isTrue) weight += weights[place] || 0
        }
        return isBetween(c, weight, least!, most!)
      },
      prepare: (call) => {
        if (call.args.length % 2 === 1) throw wrongArgument(call, call.args.length - 1, 'a weight is missing')
        return undefined
      },
    },
  ],
]

/** Each answer of a node-set by itself: true when there is something in it. */
function truthsOf(value: Value): boolean[] {
  return typeof value === 'object' ? value.map((node) => node.text().trim() !== '') : [booleanOf(value)]
}

function numbersOf(value: Value, { run }: Context): number[] {
  return typeof value === 'object' ? value.map((node) => numberOf(node.text(), run.zone)) : [numberOf(value, run.zone)]
}

/** A bound below zero does not apply. */
function isBetween(context: Context, count: number, least: Evaluate, most: Evaluate): boolean {
  const from = numberOf(least(context), context.run.zone)
  const to = numberOf(most(context), context.run.zone)
  return (from < 0 || count >= from) && (to < 0 || count <= to)
}
