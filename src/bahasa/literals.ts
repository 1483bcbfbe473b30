import type { AskReason } from './types.ts'

// One token of digits, with the dots and commas inside it.

export interface Literal {
  readonly value: number
  readonly problem?: AskReason
  /** A dot or comma with three digits after it: before a scale both readings are possible. */
  readonly threeDigits?: boolean
  /** More than one group: a scale after it makes no sense. */
  readonly grouped?: boolean
  /** Digits after the decimal mark, to multiply without rounding errors. */
  readonly decimals?: number
}

/** What digits with dots and commas can mean; see docs/bahasa.md for the table. */
export function readLiteral(text: string): Literal {
  if (text.length > 40) return { value: 0, problem: 'too_large' }
  const dots = count(text, '.')
  const commas = count(text, ',')
  if (dots === 0 && commas === 0) {
    if (text.length > 15) return { value: 0, problem: 'too_large' }
    return { value: Number(text), ...(text.length >= 8 && text.startsWith('0') && { problem: 'unclear' as const }) }
  }
  if (dots > 0 && commas > 0) {
    // the last mark is the decimal one, the other groups by three
    const [group, decimal] = text.lastIndexOf(',') > text.lastIndexOf('.') ? ['.', ','] : [',', '.']
    const [whole, rest, more] = text.split(decimal!)
    // "45.000,000": decimals of three digits are a slip of the mark as often
    if (more !== undefined || rest!.length === 3 || !groupsOfThree(whole!.split(group!)) || rest!.length > 6)
      return { value: 0, problem: 'grouping' }
    return decimalOf(whole!.replaceAll(group!, ''), rest!)
  }
  const mark = dots ? '.' : ','
  const groups = text.split(mark)
  if (groups.length > 2) {
    if (!groupsOfThree(groups)) return { value: 0, problem: 'grouping' }
    return { value: Number(groups.join('')), grouped: true }
  }
  const [whole, rest] = groups as [string, string]
  if (rest.length !== 3 || /^0+$/.test(whole)) {
    if (rest.length > 6 || whole.length > 9) return { value: 0, problem: 'grouping' }
    if (rest.length >= 3 && !/^0+$/.test(whole)) return { value: 0, problem: 'grouping' }
    return decimalOf(whole, rest)
  }
  if (!groupsOfThree(groups)) return { value: 0, problem: 'grouping' }
  if (mark === ',') return { value: Number(`${whole}.${rest}`), problem: 'grouping', threeDigits: true }
  return { value: Number(whole + rest), threeDigits: true }
}

const decimalOf = (whole: string, rest: string) => ({
  value: Number(`${whole}.${rest}`),
  decimals: rest.length,
})

const groupsOfThree = (groups: readonly string[]) =>
  groups.every((group, i) =>
    i === 0 ? group.length >= 1 && group.length <= 3 && !group.startsWith('0') : group.length === 3,
  ) && groups.length <= 6

function count(text: string, mark: string): number {
  let n = 0
  for (let i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) n++
  return n
}
