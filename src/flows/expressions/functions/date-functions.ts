import type { Context, Evaluate } from '../context.ts'
import {
  dateText,
  dateTimeText,
  dayFractionOfTime,
  formatWall,
  unknownInFormat,
  wallOfDays,
  wallOfInstant,
  wallOfText,
} from '../dates.ts'
import { ExpressionProblem } from '../problem.ts'
import type { Call } from '../syntax.ts'
import { numberOf, numberOfText, textOf, type Value } from '../values.ts'
import { type FunctionTable, literalText } from './function.ts'

const dayLength = 86_400_000

export const dateFunctions: FunctionTable = [
  [
    'today',
    {
      least: 0,
      most: 0,
      gives: 'text',
      volatile: true,
      call: ({ run }) => dateText(wallOfInstant(run.scope.now, run.zone)),
    },
  ],
  [
    'now',
    {
      least: 0,
      most: 0,
      gives: 'text',
      volatile: true,
      call: ({ run }) => dateTimeText(wallOfInstant(run.scope.now, run.zone), run.zone),
    },
  ],
  ['date', { least: 1, most: 1, gives: 'text', call: writtenDate }],
  ['date-time', { least: 1, most: 1, gives: 'text', call: writtenDate }],
  [
    'decimal-date-time',
    {
      least: 1,
      most: 1,
      gives: 'number',
      call: (c, [value]) => {
        const given = value!(c)
        return typeof given === 'number' ? given : wallOf(given, c) / dayLength
      },
    },
  ],
  [
    'decimal-time',
    { least: 1, most: 1, gives: 'number', call: (c, [value]) => dayFractionOfTime(textOf(value!(c)), c.run.zone) },
  ],
  ['format-date', { least: 2, most: 2, gives: 'text', call: formatted, prepare: checkFormat }],
  ['format-date-time', { least: 2, most: 2, gives: 'text', call: formatted, prepare: checkFormat }],
]

/** A date as `2024-08-14`, with its time of day as `2024-08-14T10:00:00.000+09:00` when it has one; '' when it is no date. */
function writtenDate(context: Context, [value]: readonly Evaluate[]): string {
  const wall = wallOf(value!(context), context)
  return wall % dayLength === 0 ? dateText(wall) : dateTimeText(wall, context.run.zone)
}

function formatted(context: Context, [value, format]: readonly Evaluate[]): string {
  return formatWall(wallOf(value!(context), context), textOf(format!(context)), context.run.scope.language)
}

function checkFormat(call: Call): undefined {
  const unknown = unknownInFormat(literalText(call.args[1]) ?? '')
  if (unknown !== undefined)
    throw new ExpressionProblem(
      'bad_format',
      call.args[1]?.at ?? call.at,
      unknown,
      `${call.name}() does not know ${unknown}`,
    )
  return undefined
}

/** The local clock of a date: text as ODK writes dates, or a number of days, also as text. */
function wallOf(value: Value, { run }: Context): number {
  if (typeof value === 'boolean') return Number.NaN
  if (typeof value === 'number') return wallOfDays(numberOf(value, run.zone))
  const text = textOf(value)
  const wall = wallOfText(text, run.zone)
  return Number.isNaN(wall) ? wallOfDays(numberOfText(text, run.zone)) : wall
}
