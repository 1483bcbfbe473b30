import type { CountBySex } from '../types.ts'
import { formatNumber } from './numbers.ts'

/** "12 orang (7 laki-laki, 5 perempuan)". */
export const formatCountBySex = ({ total, l, p }: CountBySex): string =>
  total === 0 ? '0 orang' : `${formatNumber(total)} orang (${formatNumber(l)} laki-laki, ${formatNumber(p)} perempuan)`

/** "a", "a dan b", "a, b, dan c". */
export function formatList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  if (items.length === 2) return `${items[0]} dan ${items[1]}`
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`
}

export interface Addressee {
  /** A position of the programme: kepala_desa, raja_negeri, camat… */
  readonly position?: string
  readonly sex?: 'l' | 'p' | 'L' | 'P'
  /** "negeri" makes the head of a Maluku negeri a Raja. */
  readonly regionKind?: string
}

const titles: Readonly<Record<string, string>> = {
  kepala_desa: 'Kepala Desa',
  pejabat_desa: 'Pejabat Desa',
  raja_negeri: 'Raja',
  sekretaris_desa: 'Sekretaris Desa',
  camat: 'Camat',
  kasi_kecamatan: 'Kasi',
}

/**
 * How a person is addressed: `full` opens a message, `short` closes a question ("…, Pak?"). Where the sex is not known
 * both forms stand ("Bapak/Ibu"), except for a Raja, who is "Bapak Raja" by custom.
 */
export function addressOf({ position, sex, regionKind }: Addressee): { full: string; short: string } {
  const known = sex?.toLowerCase()
  const title = position === 'pejabat_desa' && regionKind === 'negeri' ? 'Pejabat Negeri' : titles[position ?? '']
  const word = known === 'l' ? 'Bapak' : known === 'p' ? 'Ibu' : title === 'Raja' ? 'Bapak' : 'Bapak/Ibu'
  return { full: title ? `${word} ${title}` : word, short: known === 'l' ? 'Pak' : known === 'p' ? 'Bu' : 'Bapak/Ibu' }
}
