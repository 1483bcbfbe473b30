/**
 * The expression language of forms: ODK's XPath, read once, evaluated over the answers without a DOM.
 * What it supports, its limits, and where it differs from ODK's clients: `docs/expressions.md`.
 */
export type { DataNode } from './data-node.ts'
export { dependencyOrder } from './dependency-order.ts'
export {
  type Expression,
  type ExpressionWarning,
  evaluateBoolean,
  evaluateNodes,
  evaluateNumber,
  evaluateText,
  parseExpression,
  toBoolean,
  toNumber,
  toText,
  type XValue,
} from './expression.ts'
export { ExpressionProblem, type ExpressionProblemCode } from './problem.ts'
export type { EvaluationScope } from './scope.ts'
export { parseTemplate, type Template } from './template.ts'
export { parseXmlInstance } from './xml-instance.ts'
