import type { Run } from './context.ts'
import type { DataNode } from './data-node.ts'
import { daysOfText } from './dates.ts'
import { booleanOf, numberOf, numberOfText, type Value } from './values.ts'

/**
 * Comparison by XPath 1.0 §3.4: a node-set is compared by its nodes, and it is enough that one fits. ODK's addition is
 * that texts which are both dates are compared as days. The many-to-many cases go through sets and extremes, so that
 * two long lists do not cost their product.
 */
export function isEqual(left: Value, right: Value, run: Run): boolean {
  if (typeof left === 'string' && typeof right === 'string') return isSameText(left, right, run)
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) === booleanOf(right)
  if (typeof left === 'object' && typeof right === 'object') return haveCommonText(left, right, run)
  if (typeof left === 'object') return someNode(left, right, run, isEqual)
  if (typeof right === 'object') return someNode(right, left, run, isEqual)
  return numberOf(left, run.zone) === numberOf(right, run.zone)
}

export function isUnequal(left: Value, right: Value, run: Run): boolean {
  if (typeof left === 'object' && typeof right === 'object' && left.length > 0 && right.length > 0) {
    // there is an unequal pair unless all texts of both sides are one and the same
    run.spend(left.length + right.length)
    const text = left[0]!.text()
    const other = [...left, ...right].find((node) => !isSameText(node.text(), text, run))
    return other !== undefined
  }
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) !== booleanOf(right)
  if (typeof left === 'object') return someNode(left, right, run, isUnequal)
  if (typeof right === 'object') return someNode(right, left, run, isUnequal)
  return !isEqual(left, right, run)
}

export function isLess(left: Value, right: Value, run: Run): boolean {
  return typeof left === 'object' || typeof right === 'object'
    ? smallest(left, right, run) < largest(right, left, run)
    : numberOf(left, run.zone) < numberOf(right, run.zone)
}

export function isLessOrEqual(left: Value, right: Value, run: Run): boolean {
  return typeof left === 'object' || typeof right === 'object'
    ? smallest(left, right, run) <= largest(right, left, run)
    : numberOf(left, run.zone) <= numberOf(right, run.zone)
}

function isSameText(left: string, right: string, run: Run): boolean {
  if (left === right) return true
  const days = daysOfText(left, run.zone)
  return !Number.isNaN(days) && days === daysOfText(right, run.zone)
}

function someNode(
  nodes: readonly DataNode[],
  value: Value,
  run: Run,
  compare: (left: Value, right: Value, run: Run) => boolean,
): boolean {
  if (nodes.length > 1) run.spend(nodes.length)
  for (const node of nodes) if (compare(node.text(), value, run)) return true
  return false
}

function haveCommonText(left: readonly DataNode[], right: readonly DataNode[], run: Run): boolean {
  if (left.length === 1 && right.length === 1) return isSameText(left[0]!.text(), right[0]!.text(), run)
  run.spend(left.length + right.length)
  const known = new Set<string | number>()
  for (const node of left) for (const key of keysOf(node.text(), run)) known.add(key)
  return right.some((node) => keysOf(node.text(), run).some((key) => known.has(key)))
}

function keysOf(text: string, run: Run): (string | number)[] {
  const days = daysOfText(text, run.zone)
  return Number.isNaN(days) ? [text] : [text, days]
}

// A comparison with a boolean turns a node-set into a boolean first (XPath 1.0 §3.4). NaN belongs to nothing.
function smallest(value: Value, other: Value, run: Run): number {
  return extreme(value, other, run, (number, best) => number < best)
}

function largest(value: Value, other: Value, run: Run): number {
  return extreme(value, other, run, (number, best) => number > best)
}

function extreme(value: Value, other: Value, run: Run, isBetter: (number: number, best: number) => boolean): number {
  if (typeof value !== 'object') return numberOf(value, run.zone)
  if (typeof other === 'boolean') return booleanOf(value) ? 1 : 0
  if (value.length === 1) return numberOfText(value[0]!.text(), run.zone)
  run.spend(value.length)
  let best = Number.NaN
  for (const node of value) {
    const number = numberOfText(node.text(), run.zone)
    if (Number.isNaN(best) || isBetter(number, best)) best = number
  }
  return best
}

/** Whether two values are the same for a predicate: `[2]` asks for the position. */
export function isAtPosition(value: Value, position: number): boolean {
  return typeof value === 'number' ? value === position : booleanOf(value)
}
