import { ordinalWords } from './lexicon/numbers.ts'
import type { OptionIndex } from './match-index.ts'
import { type FoundNumber, findNumbers } from './numbers.ts'
import { isPolite } from './reply.ts'
import { roleOf } from './roles.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'
import type { ChoiceOption } from './types.ts'

// Numbers as choices: "1, 3 dan 5", "nomor 2", "yang kedua"

export interface Hit {
  /** Index of the option. */
  readonly option: number
  readonly start: number
  readonly end: number
  /** Matched by a number, a phrase as listed, or a likely misspelling or abbreviation. */
  readonly by: 'number' | 'phrase' | 'likeness'
  /** A key word beside a word that makes another thing of it. */
  readonly doubtful?: boolean
}

const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalWords.map((word, i) => [word, i + 1] as const),
  ['kesatu', 1],
])
const marks = wordSet('nomor pilihan ke angka')
const beside = wordSet('lalu kemudian terus juga dan sama dengan , ; / + & - . ) ( : \n plus')

export function readIndexes(
  tokens: readonly Token[],
  options: readonly ChoiceOption[],
  index: OptionIndex,
  several: boolean,
): { hits: Hit[]; used: Set<number>; bad: boolean; stray: boolean } {
  const hits: Hit[] = []
  const used = new Set<number>()
  let bad = false
  let stray = false
  const push = (value: number, start: number, end: number) => {
    if (Number.isInteger(value) && value >= 1 && value <= options.length)
      hits.push({ option: value - 1, start, end, by: 'number' })
    else bad = true
    for (let i = start; i < end; i++) used.add(i)
  }
  const numbers = findNumbers(tokens)
  for (const [k, number] of numbers.entries()) {
    // "satu saja nomor 2": how many, then which
    if (
      number.value === 1 &&
      number.spelled &&
      tokens[number.end]?.text === 'saja' &&
      tokens[number.end + 1]?.text === 'nomor'
    )
      continue
    if (!isIndex(tokens, numbers, k, index)) {
      stray ||=
        roleOf(tokens, numbers, k) === undefined &&
        (touchesNumber(numbers, k) || number.start === 0 || closesReply(tokens[number.end]))
      continue
    }
    // a label or code that is a number itself ("2024") is read as such
    const literal = tokens[number.start]!.text
    if (number.end === number.start + 1 && index.byFirst.get(literal)?.some((phrase) => phrase.words.length === 1))
      continue
    if (several && number.literal && number.literal.length <= 60 && /[.,]/.test(number.literal)) {
      const parts = number.literal.split(/[.,]/)
      for (const part of parts) push(part.length <= 2 ? Number(part) : -1, number.start, number.end)
    } else if (number.problem && !(number.literal && /^\d+$/.test(number.literal))) bad = true
    else push(number.value, number.start, number.end)
  }
  for (let i = 0; i < tokens.length; i++) {
    const value = ordinals.get(tokens[i]!.text)
    if (value !== undefined && !used.has(i) && !ordersOther(tokens, i)) push(value, i, i + 1)
  }
  return { hits, used, bad, stray: stray && hits.length > 0 }
}

/** "tahap kedua", "anak pertama": an ordinal behind what it orders; "yang kedua", "kendala ketiga" choose. */
const ordersOther = (tokens: readonly Token[], i: number): boolean =>
  ordered.has(tokens[i - 1]?.text ?? '') ||
  // "tahap kedua dan ketiga"
  (i > 2 && joins.has(tokens[i - 1]!.text) && ordinals.has(tokens[i - 2]!.text) && ordersOther(tokens, i - 2))
const joins = wordSet('dan sama , atau sampai')
const ordered = wordSet(
  'hari tahap thp termin batch kali putaran musim panen bulan minggu tahun anak istri kelompok gelombang tanam rapat pertemuan semester pencairan triwulan dusun angkatan giliran periode cucu pelatihan',
)

const touchesNumber = (numbers: readonly FoundNumber[], k: number) =>
  numbers[k - 1]?.end === numbers[k]!.start || numbers[k + 1]?.start === numbers[k]!.end
const closesReply = (after: Token | undefined) => !after || listed.has(after.text)
const listed = wordSet(', ; \n dan sama')

/** A number that chooses, not one that counts ("berjalan 2 bulan", "60 persen", "dusun 2"). */
function isIndex(tokens: readonly Token[], numbers: readonly FoundNumber[], k: number, index: OptionIndex): boolean {
  const number = numbers[k]!
  const before = previous(tokens, number.start)
  const after = tokens[number.end]
  if (marks.has(before?.text ?? '')) return true
  // "salah satu"
  if (before?.text === 'salah' && number.spelled && number.value === 1) return false
  const role = roleOf(tokens, numbers, k)
  if (role !== undefined || number.scale > 0 || before?.text === 'batch') return false
  if (after?.text === '%' || after?.text === 'persen') return false
  const opens =
    !before ||
    before.kind === 'mark' ||
    beside.has(before.text) ||
    before.kind === 'number' ||
    starters.has(before.text) ||
    isPolite(before)
  const closes =
    !after ||
    after.kind === 'mark' ||
    beside.has(after.text) ||
    after.kind === 'number' ||
    enders.has(after.text) ||
    isPolite(after) ||
    marks.has(after.text)
  const behindOther = numbers[k - 1]?.end === number.start
  const beforeOther = numbers[k + 1]?.start === number.end
  if ((opens || behindOther) && (closes || beforeOther)) return true
  // "2 sedang berjalan": a number in front of a label
  return (
    !before &&
    after?.kind === 'word' &&
    !counted.has(after.text) &&
    (index.byFirst.has(after.text) ||
      index.byFirst.has(after.low) ||
      // "12 jalan putus": what the other one is
      index.labels[number.value - 1]?.[0] === 'lain')
  )
}
const starters = wordSet(
  'maaf yang saya pilih jawab atau antara sampai itu maksud salah eh bukan tapi melainkan betul butuh perlu minta mau kendala kendalanya masalah masalahnya adalah dukungan cukup keduanya ketiganya semua yaitu yakni ialah',
)
const enders = wordSet(
  'eh ralat maaf maksud salah koreksi paling dulu cukup ya saja atau sampai itu yang karena juga lagi keduanya ketiganya semua saya tapi bukan melainkan',
)
const counted = wordSet(
  'kendala hal masalah hambatan macam poin jenis dukungan kebutuhan orang ekor kali bulan minggu hari tahun jam persen unit paket kg ha desa dusun kelompok batang pohon juta ribu',
)

const previous = (tokens: readonly Token[], i: number): Token | undefined => {
  let at = i - 1
  while (
    at >= 0 &&
    (tokens[at]!.text === '.' || tokens[at]!.text === '-' || tokens[at]!.text === '(' || tokens[at]!.text === ':')
  )
    at--
  return tokens[at]
}
