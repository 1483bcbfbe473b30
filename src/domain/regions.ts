import { Problem } from '../lib/problem.ts'

/**
 * Kemendagri codes carry the tree: 81 province, 81.05 kabupaten, 81.05.15 kecamatan, 81.05.15.2003 desa. BPS numbers the
 * same places differently; they are never used as keys.
 */
export type RegionLevel = 'provinsi' | 'kabupaten' | 'kecamatan' | 'desa'

export interface Region {
  readonly code: string
  readonly name: string
  readonly zone: string
  /** Other spellings people use. */
  readonly aliases?: readonly string[]
}

/** The seat of somebody who works for the whole programme, not for one region. */
export const WHOLE_PROGRAMME = '*'

const levels: readonly RegionLevel[] = ['provinsi', 'kabupaten', 'kecamatan', 'desa']

/** The level of a code. Throws `Problem('bad_region_code')` for text that is no code. */
export function levelOf(code: string): RegionLevel {
  const level = isRegionCode(code) ? levels[code.split('.').length - 1] : undefined
  if (level === undefined)
    throw new Problem('bad_region_code', `"${code}" is not a region code such as 81.05 or 81.05.15.2003`)
  return level
}

export function isRegionCode(text: string): boolean {
  return /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(text)
}

/** True when `code` is the region `ancestor` itself or lies inside it. `*` covers everything, nothing covers `*`. */
export function covers(ancestor: string, code: string): boolean {
  return ancestor === WHOLE_PROGRAMME || (ancestor !== '' && (code === ancestor || code.startsWith(`${ancestor}.`)))
}

/** The kabupaten a code lies in (its first two parts). */
export function kabupatenOf(code: string): string {
  return code.split('.').slice(0, 2).join('.')
}

/** The kecamatan a desa lies in (its first three parts). */
export function kecamatanOf(code: string): string {
  return code.split('.').slice(0, 3).join('.')
}

/** Sorts by code: the neutral order in which places are shown, so that no list is a ranking. */
export function byCode(a: { readonly regionCode: string }, b: { readonly regionCode: string }): number {
  return a.regionCode < b.regionCode ? -1 : a.regionCode > b.regionCode ? 1 : 0
}
