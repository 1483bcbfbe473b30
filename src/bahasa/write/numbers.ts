import { ordinalWords, scaleWords } from '../lexicon/numbers.ts'

// Numbers as they are shown: dots between thousands, a comma for decimals, and words where a wrong zero would cost money.

/** 2500000 → "2.500.000", 2.5 → "2,5". */
export function formatNumber(value: number): string {
  const [whole, decimals] = Math.abs(value)
    .toFixed(Number.isInteger(value) ? 0 : 6)
    .split('.')
  const grouped = whole!.replace(thousands, '.')
  const rest = decimals?.replace(zeros, '')
  return `${value < 0 ? '-' : ''}${grouped}${rest ? `,${rest}` : ''}`
}
const thousands = /\B(?=(?:\d{3})+$)/g
const zeros = /0+$/

/** 2500000 → "Rp 2.500.000". */
export const formatRupiah = (value: number): string => `Rp ${formatNumber(value)}`

/** 40 → "40%", 33.3 → "33,3%". */
export const formatPercent = (value: number): string => `${formatNumber(value)}%`

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

/** 2500000 → "dua juta lima ratus ribu". Whole numbers up to 999 triliun; decimals are named digit by digit. */
export function spellNumber(value: number): string {
  if (value < 0) return `minus ${spellNumber(-value)}`
  const whole = Math.trunc(value)
  const decimals = Number.isInteger(value) ? '' : (formatNumber(value).split(',')[1] ?? '')
  const spelled = whole === 0 ? digits[0]! : spellWhole(whole)
  return decimals ? `${spelled} koma ${[...decimals].map((digit) => digits[Number(digit)]).join(' ')}` : spelled
}

function spellWhole(value: number): string {
  if (value < 10) return digits[value]!
  if (value < 20) return value === 10 ? 'sepuluh' : value === 11 ? 'sebelas' : `${digits[value - 10]} belas`
  if (value < 100) return withRest(`${digits[Math.trunc(value / 10)]} puluh`, value % 10)
  if (value < 1000) return withRest(value < 200 ? 'seratus' : `${digits[Math.trunc(value / 100)]} ratus`, value % 100)
  if (value < 2000) return withRest('seribu', value % 1000)
  const [name, scale] = Object.entries(scaleWords).findLast(([, size]) => value >= size)!
  return withRest(`${spellWhole(Math.trunc(value / scale))} ${name}`, value % scale)
}

const withRest = (head: string, rest: number) => (rest === 0 ? head : `${head} ${spellWhole(rest)}`)

/** 2 → "kedua"; from 11 on, or with `short`, "ke-12". */
export const formatOrdinal = (value: number, style: 'long' | 'short' = 'long'): string =>
  (style === 'long' ? ordinalWords[value - 1] : undefined) ?? `ke-${value}`
