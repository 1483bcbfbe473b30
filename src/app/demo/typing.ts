import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatRelative, spellNumber } from '../../bahasa/index.ts'
import type { Json } from '../../lib/json.ts'
import { daysBetween } from '../../lib/local-time.ts'
import type { SeededRandom } from '../../lib/seeded-random.ts'

/** One way to say something: the style of a person, and the text with its holes. */
interface Manner {
  readonly style: string
  readonly reply: string
}

export type Manners = ReadonlyMap<string, readonly Manner[]>

/** A choice as it stands in the message that was read. */
export interface OptionRead {
  readonly number: number
  readonly label: string
}

/** What a person means, by the sort of answer. */
export type Meant =
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'month'; readonly value: string }
  | {
      readonly kind: 'count_by_sex'
      readonly value: { readonly total: number; readonly l: number; readonly p: number }
    }
  | { readonly kind: 'percent' | 'integer' | 'money_idr'; readonly value: number }
  | { readonly kind: 'quantity_unit'; readonly value: { readonly value: number; readonly unit: string } }
  | { readonly kind: 'yesno'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: string; readonly option: OptionRead }
  | { readonly kind: 'choices'; readonly value: readonly string[]; readonly options: readonly OptionRead[] }
  | { readonly kind: 'text'; readonly question: string }

const styles = ['baku', 'santai', 'singkat', 'timur', 'suara', 'tombol'] as const
export type Style = (typeof styles)[number]
export const personalStyles: readonly Style[] = styles.filter((style) => style !== 'baku')

/** The manners of speaking of `prisma/seed/demo-answers.tsv`. */
export function readManners(): Manners {
  const file = join(import.meta.dirname, '..', '..', '..', 'prisma', 'seed', 'demo-answers.tsv')
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))
  return Map.groupBy(
    rows.map(([kind, style, reply]) => ({ kind: kind!, style: style!, reply: reply! })),
    (row) => row.kind,
  )
}

/** Writes what a person means as that person types. */
export class Typist {
  readonly #manners: Manners
  readonly #style: Style
  readonly #random: SeededRandom

  constructor(manners: Manners, style: Style, random: SeededRandom) {
    this.#manners = manners
    this.#style = style
    this.#random = random
  }

  /** A reply that carries the meaning. `clearly`: as plainly as can be, after the first try was not understood. */
  write(meant: Meant, todayOn: string, clearly = false): string {
    const kind = meant.kind === 'yesno' ? (meant.value ? 'yesno.ya' : 'yesno.tidak') : meant.kind
    if (meant.kind === 'text')
      return this.say(this.#manners.has(`text.${meant.question}`) ? `text.${meant.question}` : 'text', {}, clearly)
    return this.say(kind, holesOf(meant, todayOn), clearly)
  }

  /** A reply of this kind with its holes filled. Throws a RangeError for a kind without any that fits. */
  say(kind: string, holes: Readonly<Record<string, string>> = {}, clearly = false): string {
    const fitting = (this.#manners.get(kind) ?? []).filter(({ reply }) => filled(reply, holes) !== undefined)
    const plain = fitting.filter((m) => m.style === 'baku')
    const own = fitting.filter((m) => m.style === this.#style)
    const wanted = clearly
      ? plain
      : own.length > 0 && this.#random.chance(0.8)
        ? own
        : fitting.filter((m) => m.style !== 'tombol')
    const from = wanted.length > 0 ? wanted : fitting
    if (from.length === 0) throw new RangeError(`nobody knows how to say "${kind}"`)
    return filled(this.#random.pick(from).reply, holes)!
  }

  knows(kind: string): boolean {
    return this.#manners.has(kind)
  }
}

function filled(reply: string, holes: Readonly<Record<string, string>>): string | undefined {
  let missing = false
  const text = reply.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = holes[name]
    if (value === undefined) missing = true
    return value ?? ''
  })
  return missing ? undefined : text
}

const months = [
  ['Januari', 'Jan'],
  ['Februari', 'Feb'],
  ['Maret', 'Mar'],
  ['April', 'Apr'],
  ['Mei', 'Mei'],
  ['Juni', 'Jun'],
  ['Juli', 'Jul'],
  ['Agustus', 'Agu'],
  ['September', 'Sep'],
  ['Oktober', 'Okt'],
  ['November', 'Nov'],
  ['Desember', 'Des'],
] as const

function holesOf(meant: Exclude<Meant, { kind: 'text' | 'yesno' }> | Meant, todayOn: string): Record<string, string> {
  switch (meant.kind) {
    case 'date':
    case 'month': {
      const [year = '', month = '', day = ''] = meant.value.split('-')
      const [long, short] = months[Number(month) - 1]!
      const holes: Record<string, string> = {
        d: String(Number(day)),
        d_kata: day === '' ? '' : spellNumber(Number(day)),
        m: String(Number(month)),
        bulan: long,
        bulan_kecil: long.toLowerCase(),
        bln: short,
        bln_kecil: short.toLowerCase(),
        yyyy: year,
        yy: year.slice(2),
      }
      if (meant.kind === 'date' && Math.abs(daysBetween(meant.value, todayOn)) <= 4)
        holes.relatif = formatRelative(meant.value, todayOn)
      return holes
    }
    case 'count_by_sex': {
      const { total, l, p } = meant.value
      return { n: `${total}`, l: `${l}`, p: `${p}`, l_kata: spellNumber(l), p_kata: spellNumber(p) }
    }
    case 'percent':
    case 'integer':
      return { n: `${meant.value}`, kata: spellNumber(meant.value) }
    case 'quantity_unit':
      return {
        n: `${meant.value.value}`.replace('.', ','),
        satuan: meant.value.unit,
        kata: spellNumber(meant.value.value),
      }
    case 'money_idr':
      return moneyHoles(meant.value)
    case 'choice': {
      const { number, label } = meant.option
      return { nomor: `${number}`, label, label_kecil: label.toLowerCase() }
    }
    case 'choices': {
      const numbers = meant.options.map((o) => o.number)
      const labels = meant.options.map((o) => o.label)
      return {
        nomor_semua: numbers.join(' '),
        nomor_dan: joined(numbers),
        label_semua: labels.join(', '),
        label_semua_kecil: labels.join(', ').toLowerCase(),
      }
    }
    case 'yesno':
    case 'text':
      return {}
  }
}

function moneyHoles(value: number): Record<string, string> {
  const holes: Record<string, string> = {
    rp: value.toString().replace(/\B(?=(?:\d{3})+$)/g, '.'),
    kata: spellNumber(value),
  }
  // a bare number below a thousand is asked about, and rightly so
  if (value === 0 || value >= 1_000) holes.angka = `${value}`
  if (value >= 1_000_000 && value % 100_000 === 0) holes.jt = `${value / 1_000_000}`.replace('.', ',')
  if (value >= 1_000 && value < 1_000_000 && value % 1_000 === 0) holes.rb = `${value / 1_000}`
  return holes
}

/** "3", "3 dan 5", "1, 3 dan 5". */
export function joined(numbers: readonly (number | string)[]): string {
  return numbers.length < 2 ? `${numbers[0] ?? ''}` : `${numbers.slice(0, -1).join(', ')} dan ${numbers.at(-1)}`
}

/** The value as the answer's row should hold it. */
export function valueMeant(meant: Meant): Json | undefined {
  switch (meant.kind) {
    case 'text':
      return undefined
    case 'yesno':
      return meant.value ? 'ya' : 'tidak'
    default:
      return meant.value as Json
  }
}
