import { createRequire } from 'node:module'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { kabupatenOf } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { OfficialRegion } from '../store/regions.ts'

/**
 * The official register of places (Kepmendagri 300.2.2-2138/2025), read out of the npm package `idn-area-data` at
 * set-up. Its data stand under the Open Database License 1.0, so they are not copied into this repository, and every
 * region loaded from it carries this note.
 */
const { version } = createRequire(import.meta.url)('idn-area-data/package.json') as { version: string }
export const registerSource = `idn-area-data ${version}, Kepmendagri 300.2.2-2138/2025, ODbL 1.0`

/** Time zones: of provinces, and of kabupaten that differ. */
export interface Zones {
  readonly provinces: readonly { readonly code: string; readonly zone: string }[]
  readonly kabupaten: readonly { readonly code: string; readonly zone: string }[]
}

/** The chosen kabupaten with their provinces above and all below. Throws `UsageProblem` for a code it does not know. */
export async function readOfficialRegions(
  kabupatenCodes: readonly string[],
  zones: Zones,
): Promise<readonly OfficialRegion[]> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies({ transform: true }),
    getDistricts({ transform: true }),
    getVillages({ transform: true }),
  ])
  const wanted = new Set(kabupatenCodes)
  const unknown = kabupatenCodes.find((code) => !regencies.some((r) => r.code === code))
  if (unknown !== undefined)
    throw new UsageProblem(
      `"${unknown}" is no kabupaten of the official register: give codes such as 81.05, separated by commas.`,
    )
  const zoneByCode = new Map([...zones.provinces, ...zones.kabupaten].map((z) => [z.code, z.zone]))
  const zoneOf = (code: string) => zoneByCode.get(kabupatenOf(code)) ?? zoneByCode.get(code.slice(0, 2))!
  const base = (code: string) => ({ code, zone: zoneOf(code), source: registerSource })
  const chosen = (code: string) => wanted.has(kabupatenOf(code))
  const provinceCodes = new Set(kabupatenCodes.map((code) => code.slice(0, 2)))

  return [
    ...provinces
      .filter((p) => provinceCodes.has(p.code))
      .map((p) => ({ ...base(p.code), parentCode: null, level: 'provinsi' as const, name: p.name, kind: '' })),
    ...regencies
      .filter((r) => wanted.has(r.code))
      .map((r) => ({
        ...base(r.code),
        parentCode: r.provinceCode,
        level: 'kabupaten' as const,
        name: r.name.replace(/^Kabupaten /, ''),
        kind: '',
      })),
    ...districts
      .filter((d) => chosen(d.code))
      .map((d) => ({
        ...base(d.code),
        parentCode: d.regencyCode,
        level: 'kecamatan' as const,
        name: d.name,
        kind: '',
      })),
    ...villages
      .filter((v) => chosen(v.code))
      .map((v) => ({
        ...base(v.code),
        parentCode: v.districtCode,
        level: 'desa' as const,
        name: v.name,
        // the first digit of the last part: 1 kelurahan, 2 desa, 3 desa adat
        kind: v.code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa',
      })),
  ]
}
