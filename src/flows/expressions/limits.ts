/**
 * How much one expression may ask for. Forms come from spreadsheets that anybody may send in, so every limit is one
 * that a form can run into, and passing it is an `ExpressionProblem`, never a hang or a full stack.
 */

/** Characters of one expression: what a cell of a spreadsheet can hold. */
export const longestSource = 32_767
/** Expressions inside each other (brackets, arguments, predicates). Nested `if` over 38 provinces needs 40. */
export const deepestNesting = 120
/** Nodes and characters one evaluation may look at: a list of 80 000 places with a predicate fits. */
export const mostSteps = 3_000_000
/** Characters of a pattern of `regex`. */
export const longestPattern = 1_000
/** States a pattern may become, repetitions such as {16} written out. */
export const mostPatternStates = 4_000
