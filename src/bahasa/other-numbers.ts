import { type FoundNumber, parseNumber } from './numbers.ts'
import { wordSet } from './similar.ts'
import type { Token } from './text.ts'
import { unitOf } from './units.ts'

// Numbers beside a day or month that name none: of people, measures, labels and hours.

const people = wordSet(
  'anggota peserta tukang rumah pohon orang kk ekor kelompok batch desa dusun jam menit laki perempuan l p kali paket unit kg ha',
)
export const countsPeople = (tokens: readonly Token[], i: number) => people.has(tokens[i]?.text ?? '')
/** "lahan 2 hektar", "modal 2 juta", "500 anakan": an amount, no day. */
export const measures = (tokens: readonly Token[], number: FoundNumber) => {
  const next = tokens[number.end]
  if (number.scale >= 1000 && !number.problem) return true
  const unit = next?.kind === 'word' && next.low.length > 1 ? unitOf(next) : undefined
  return unit !== undefined && unit !== 'hari'
}
const placeLabels = wordSet('dusun rt rw tahap thp batch putaran lingkungan nomor')
export const isLabel = (tokens: readonly Token[], i: number) =>
  placeLabels.has(tokens[i - 1]?.text ?? '') || (isOrdinal(tokens, i) && meetings.has(tokens[i - 2]?.text ?? ''))
const meetings = wordSet('pertemuan rapat putaran batch tahap thp termin gelombang musyawarah kunjungan')

/** "jam 9 pagi", "pukul 10.00 WIT": where it ends. */
export function hourEnd(tokens: readonly Token[], i: number): number | undefined {
  const word = tokens[i]!.text
  if (word !== 'jam' && word !== 'pukul') return undefined
  const number = parseNumber(tokens, tokens[i + 1]?.text === '.' ? i + 2 : i + 1)
  if (!number) return i + 1
  let end = number.end
  if (tokens[end]?.text === ':' && tokens[end + 1]?.kind === 'number') end += 2
  return end
}

export const isOrdinal = (tokens: readonly Token[], i: number) => {
  const at = tokens[i - 1]?.text === '-' ? i - 2 : i - 1
  return tokens[at]?.text === 'ke' && !moved.has(tokens[at - 1]?.text ?? '')
}
const moved = wordSet(
  'diundur undur mundur pindah dipindah dipindahkan digeser geser dimajukan maju diganti tunda ditunda',
)

export const isCount = (tokens: readonly Token[], i: number) =>
  i >= 0 && (tokens[i]!.kind === 'number' || tokens[i]!.text === 'satu')
