import { Problem } from '../lib/problem.ts'

/**
 * The number a village gets for a report that is in, made to be read out over a bad line: `SBT-2407-0123-4` is
 * kabupaten, round, running number, check digit. It gives no access to anything.
 */
export interface Receipt {
  /** Three letters of the kabupaten, from the programme's data. */
  readonly kabupaten: string
  /** The round in letters and digits, see `roundShort`. */
  readonly round: string
  readonly number: number
}

/** `2024-07` → `2407`; any other round code: its letters and digits, upper case, the first eight. */
export function roundShort(roundCode: string): string {
  const month = /^20(\d\d)-(\d\d)$/.exec(roundCode)
  const short = month === null ? roundCode.toUpperCase().replace(/[^A-Z0-9]/g, '') : `${month[1]}${month[2]}`
  if (short === '') throw new Problem('bad_round_code', `Round code "${roundCode}" has no letter or digit`)
  return short.slice(0, 8)
}

/** Writes a receipt. `number` is the report’s id, so that two heads of one village hold different receipts. */
export function writeReceipt(receipt: Receipt): string {
  const { kabupaten, round } = receipt
  const number = String(receipt.number).padStart(4, '0')
  return `${kabupaten}-${round}-${number}-${checkDigit(kabupaten + round + number)}`
}

/**
 * Reads a receipt as somebody says or types it: lower case, spaces for dashes, O for 0 in the number. Undefined when it
 * is none or the check digit does not fit, as with one wrong digit or two swapped ones.
 */
export function readReceipt(text: string): Receipt | undefined {
  const parts = /^([A-Z]{2,4})[\s.-]*?([A-Z0-9]{1,8})[\s.-]+([\dO]{4,})[\s.-]+([\dO])$/.exec(text.trim().toUpperCase())
  const together = /^([A-Z]{2,4})(\d{4})([\dO]{4})([\dO])$/.exec(text.toUpperCase().replace(/[\s.-]/g, ''))
  for (const match of [parts, together]) {
    const [, kabupaten, typedRound, digits, check] = match ?? []
    if (kabupaten === undefined || typedRound === undefined || digits === undefined || check === undefined) continue
    const round = /^[\dO]+$/.test(typedRound) ? typedRound.replaceAll('O', '0') : typedRound
    const number = digits.replaceAll('O', '0')
    if (checkDigit(kabupaten + round + number) === check.replaceAll('O', '0'))
      return { kabupaten, round, number: Number(number) }
  }
  return undefined
}

/**
 * Damm's check digit (H. M. Damm, 2004) over the letters as two digits each: finds every single wrong digit and every
 * swap of neighbours, the two mistakes people make on the phone.
 */
function checkDigit(text: string): string {
  const digits = [...text].map((c) => (c >= 'A' ? String(c.charCodeAt(0) - 55) : c)).join('')
  let state = 0
  for (const digit of digits) state = quasigroup[state]?.[Number(digit)] ?? 0
  return String(state)
}

/** A totally anti-symmetric quasigroup of order 10 with a zero diagonal: the table of Damm's method. */
const quasigroup: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
]
