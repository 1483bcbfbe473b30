import { sizes as sizeWords } from './lexicon/asides.ts'
import { monthOf } from './months.ts'
import type { FoundNumber } from './numbers.ts'
import { wordSet } from './similar.ts'
import { type Token, tokenBefore } from './text.ts'
import { unitOf } from './units.ts'

// Numbers that are not the answer: hours, dates, years beside an amount, durations, labels, where people came from.

export type Role = 'time' | 'date' | 'year' | 'label' | 'duration' | 'source'

const labels = wordSet(
  'dusun rt rw batch tahap thp termin nomor blok pasal kelas lantai putaran gelombang ke lingkungan kampung jalur sp semester triwulan kuartal',
)
const measures = wordSet('ha kg ton kuintal m2 liter km meter are ekor karung')
/** "45 jt tahap 1": no amount counts these. */
const stages = wordSet('tahap thp termin batch')
export const durations = wordSet('hari minggu bulan tahun jam menit musim semester')
const sources = wordSet('kelompok dusun desa kampung rt undangan diundang')

export function roleOf(tokens: readonly Token[], found: readonly FoundNumber[], k: number): Role | undefined {
  const number = found[k]!
  let p = number.start - 1
  while (
    p >= 0 &&
    tokens[p]!.kind === 'mark' &&
    (tokens[p]!.text === '.' || tokens[p]!.text === ':' || tokens[p]!.text === '-')
  )
    p--
  const before = tokenBefore(tokens, p + 1)?.text ?? ''
  const after = tokens[number.end]
  // "3 dusun 12 orang": the word belongs to the number before it
  const taken = found.some((other) => other.end === p && !(other.scale > 0 && stages.has(before)))
  const plain = number.scale === 0 && Number.isInteger(number.value)
  if (after?.kind === 'word' && monthOf(after.low) && plain && number.value <= 31) return 'date'
  // "2 ton (5 kelompok)", "12 ekor termasuk 3 anak"
  const aside =
    isChecking(tokens, number) ||
    (k > 0 &&
      ((after?.kind === 'word' && sizes.has(after.low)) ||
        isOfName(tokens, number) ||
        before === 'termasuk' ||
        (tokens[number.start - 1]?.text === '(' && after !== undefined && sources.has(after.text))))
  if (aside) return 'source'
  // "31 Juli 2024"
  if (taken && plain && number.value >= 1900 && number.value <= 2100 && monthOf(tokens[p]?.low ?? '')) return 'date'
  // "sampai dengan akhir Juli 2024"
  if (!taken && k > 0 && isYearLiteral(number) && monthOf(tokens[p]?.low ?? '')) return 'date'
  // "satu negeri cuma dapat 600 kilo"
  if (k === 0 && number.value === 1 && wholes.has(after?.text ?? '') && tokens[number.end + 1]?.text === 'cuma')
    return 'source'
  // ", itu untuk satu kali masak", behind a measure
  if (isOnce(tokens, found, k)) return 'source'
  // "itu lahan usaha dua"
  if (
    !taken &&
    k > 0 &&
    number.spelled &&
    number.value < 4 &&
    after?.kind !== 'number' &&
    ofLand(tokens, p) &&
    !unitOfNext(after)
  )
    return 'label'
  if (!taken && p >= 0 && tokens[p]!.kind === 'word') {
    if (before === 'jam' || before === 'pukul') return 'time'
    if (before === 'tanggal') return 'date'
    if (monthOf(tokens[p]!.low) && k > 0 && roleOf(tokens, found, k - 1) === 'date') return 'date'
    if (before === 'tahun' && plain && number.value >= 1900 && number.value <= 2100) return 'year'
    // "ayam kampung 20 ekor" is a kind of chicken
    const breed = before === 'kampung' && tokens[p - 1]?.text === 'ayam'
    // "kata pak dusun 2 ha": what is measured is no label
    const measured = after?.kind === 'word' && measures.has(unitOf(after) ?? '')
    // "pertemuan lingkungan 25 orang"
    if (
      labels.has(before) &&
      plain &&
      number.value < 100 &&
      !counting.has(tokens[p - 1]?.text ?? '') &&
      !breed &&
      !measured &&
      !(
        before === 'lingkungan' &&
        number.value >= 10 &&
        after?.text === 'orang' &&
        !found.some((other) => other.start === number.end + 1)
      )
    )
      return 'label'
    if (
      (before === 'dari' || before === 'untuk' || before === 'di') &&
      after &&
      sources.has(after.text) &&
      k > 0 &&
      number.value < 100 &&
      named(tokens, found[k - 1]!)
    )
      return 'source'
  }
  if (before === 'tahun' && plain && number.value >= 1900 && number.value <= 2100) return 'year'
  // "DD 2024 15 jt": this decade's year beside an amount that cannot be one
  if (
    isYearLiteral(number) &&
    found.some((other, i) => i !== k && isLarge(other)) &&
    (after?.kind !== 'word' || isLarge(found[k + 1]))
  )
    return 'year'
  if (after?.kind === 'word' && durations.has(after.text) && plain && !isPerUnit(tokens, number)) return 'duration'
  return undefined
}

const wholes = wordSet('negeri kampung desa')
const isOnce = (tokens: readonly Token[], found: readonly FoundNumber[], k: number) => {
  const { value, start, end } = found[k]!
  if (k === 0 || tokens[end]?.text !== 'kali') return false
  // ", dari dua kali masak"
  if (k === 1 && tokens[start - 1]?.text === 'dari' && tokens[start - 2]?.text === ',')
    return measures.has(unitOfNext(tokens[found[0]!.end]) ?? '')
  if (value !== 1 || tokens[start - 1]?.text !== 'untuk') return false
  const at = tokens[start - 2]?.text === 'itu' ? start - 3 : start - 2
  const unit = unitOfNext(tokens[found[k - 1]!.end])
  return tokens[at]?.text === ',' && unit !== undefined && measures.has(unit)
}
const ofLand = (tokens: readonly Token[], p: number) =>
  tokens[p]?.text === 'lahan' || (tokens[p]?.text === 'usaha' && tokens[p - 1]?.text === 'lahan')
const unitOfNext = (token: Token | undefined) => (token?.kind === 'word' ? unitOf(token) : undefined)

const sizes = wordSet(sizeWords)
/** "mata air Wee Lima": a number word in a name, capitals among small letters. */
const isOfName = (tokens: readonly Token[], { start, end, spelled, value }: FoundNumber) => {
  const [before, word] = [tokens[start - 1], tokens[start]!]
  return (
    spelled &&
    end === start + 1 &&
    value < 10 &&
    capital.test(word.raw) &&
    before?.kind === 'word' &&
    capital.test(before.raw) &&
    !before.glued &&
    start > 1 &&
    tokens[start - 2]!.kind === 'word' &&
    !/^\p{Lu}/u.test(tokens[start - 2]!.raw)
  )
}
const capital = /^\p{Lu}\p{Ll}+$/u
/** ", saya ulang ukur dua kali": how often it was checked. */
const isChecking = (tokens: readonly Token[], { start, end }: FoundNumber) =>
  tokens[end]?.text === 'kali' && tokens.slice(Math.max(0, start - 2), start).some((token) => checks.has(token.text))
const checks = wordSet('ukur diukur hitung dihitung timbang ditimbang cek dicek periksa diperiksa ulang')

/** "jumlah RT: 11" says how many, "RT 11" which. */
const counting = wordSet('per jumlah banyaknya jumlahnya total')

const isYearLiteral = ({ literal }: FoundNumber) => literal !== undefined && /^20[123]\d$/.test(literal)
const isLarge = (number: FoundNumber | undefined) =>
  number !== undefined && (number.scale > 0 || (number.literal?.includes('.') ?? false))

/** The number is followed by what it counts, so it is not a share of the next number. */
const named = (tokens: readonly Token[], number: FoundNumber) => {
  const after = tokens[number.end]
  return number.scale > 0 || (after?.kind === 'word' && after.text !== 'dari')
}

const isPerUnit = (tokens: readonly Token[], number: FoundNumber) => tokens[number.start - 1]?.text === 'per'
