import type { z } from 'zod'
import type { Finding } from '../form.ts'
import { didYouMean } from '../suggest.ts'
import type { LineOf } from './lines.ts'
import { choiceKeys, entityKeys, nodeKeys } from './shape.ts'

/** One sentence per thing that zod found: what, where, and what to do. */
export function sentencesOf(issue: z.core.$ZodIssue, plain: unknown, lineOf: LineOf): Finding[] {
  const path = issue.path
  const name = nameAt(plain, path)
  const what = path.length === 0 ? 'The form' : `"${path.filter((part) => typeof part === 'string').at(-1)}"`
  const of = name === undefined ? '' : ` of "${name}"`
  const at = { ...rowAt(lineOf, path), ...(name !== undefined && { name }) }
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path)
    return issue.keys.map((key) =>
      wrong(
        'unknown_key',
        `"${key}"${of} is not a key that forms know.${didYouMean(key, known) || ` Known here: ${known.join(' ')}.`}`,
        {
          ...at,
          ...rowAt(lineOf, [...path, key]),
          column: key,
        },
      ),
    )
  }
  const column = path.findLast((part) => typeof part === 'string')
  const placed = column === undefined ? at : { ...at, column }
  if (issue.code === 'invalid_value')
    return [wrong('wrong_value', `${what}${of} must be one of: ${issue.values.join(', ')}.`, placed)]
  if (issue.code === 'invalid_union')
    return [
      wrong(
        'wrong_shape',
        `${what}${of} must be a text, or texts by language such as {id: "…", en: "…"}, in quotes where they have a comma.`,
        placed,
      ),
    ]
  if (issue.code === 'invalid_type') {
    const found = valueAt(plain, path)
    const expected =
      issue.expected === 'array'
        ? 'a list (lines that begin with "-")'
        : issue.expected === 'string'
          ? 'a text'
          : 'a map (key: value)'
    if (found === undefined) return [wrong('missing', `${what}${of} is missing: it must be ${expected}.`, placed)]
    return [wrong('wrong_shape', `${what}${of} must be ${expected}.`, placed)]
  }
  return [wrong('wrong_shape', `${what}${of}: ${issue.message}.`, placed)]
}

function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return ['settings', 'survey', 'choices', 'entities']
  if (path[0] === 'choices') return choiceKeys
  if (path[0] === 'entities') return entityKeys
  return [...nodeKeys, 'list', 'or_other']
}

function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    plain,
  )
}

/** The name of the question or choice that a path lies in. */
function nameAt(plain: unknown, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const value = valueAt(plain, path.slice(0, length))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const { name } = value as { name?: unknown }
      if (typeof name === 'string') return name
    }
  }
  return undefined
}

function rowAt(lineOf: LineOf, path: readonly PropertyKey[]): { row?: number } {
  for (let length = path.length; length > 0; length--) {
    const row = lineOf(path.slice(0, length))
    if (row !== undefined) return { row }
  }
  return {}
}

/** An error that keeps a form from being read. */
export function wrong(code: string, message: string, at: Partial<Finding> = {}): Finding {
  return { level: 'error', code, message, ...at }
}
