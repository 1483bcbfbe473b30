import { dateFunctions } from './date-functions.ts'
import type { ExpressionFunction } from './function.ts'
import { logicFunctions } from './logic-functions.ts'
import { nodeFunctions } from './node-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { placeFunctions } from './place-functions.ts'
import { selectFunctions } from './select-functions.ts'
import { textFunctions } from './text-functions.ts'

/** Every function of the language by its name. A map, so that no name of a form reaches a prototype. */
export const functionTable: ReadonlyMap<string, ExpressionFunction> = new Map([
  ...logicFunctions,
  ...textFunctions,
  ...numberFunctions,
  ...selectFunctions,
  ...nodeFunctions,
  ...dateFunctions,
  ...placeFunctions,
])
