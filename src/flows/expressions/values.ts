import type { DataNode } from './data-node.ts'
import { daysOfText } from './dates.ts'

/** The four types of XPath 1.0. Dates are text (`2024-08-14`) that turns into a number of days where one is needed. */
export type Value = number | string | boolean | readonly DataNode[]

/** The text of a number as XPath 1.0 §4.2 writes it: no exponent, no -0. */
function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? withoutExponent(text) : text
}

/** XPath's `string()`: of a node-set, the text of its first node. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return value.length === 0 ? '' : value[0]!.text()
}

/** XPath's `boolean()`: a node-set is true when it has a node, whatever that node holds. */
export function booleanOf(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return value.length > 0
}

/** XPath's `number()` with ODK's addition: a date or date and time is its number of days since 1970-01-01, local. */
export function numberOf(value: Value, zone: string): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  return numberOfText(typeof value === 'string' ? value : value.length === 0 ? '' : value[0]!.text(), zone)
}

// what XPath 1.0 reads, and the sign and exponent that other programs write; not hexadecimal, not Infinity
const plainNumber = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?\s*$/

export function numberOfText(text: string, zone: string): number {
  if (plainNumber.test(text)) return Number(text)
  return daysOfText(text, zone)
}

/** The nodes of a value, none when it is not a node-set. */
export function nodesOf(value: Value): readonly DataNode[] {
  return typeof value === 'object' ? value : []
}

/** Every text in a value: one per node of a node-set. */
export function textsOf(value: Value): string[] {
  return typeof value === 'object' ? value.map((node) => node.text()) : [textOf(value)]
}

function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
