import type { PlacesOfRound } from '../app/manage-round.ts'
import { isRegionCode } from '../domain/regions.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { ObligationRow } from '../store/obligations.ts'

/** `CODE REGION [--kecamatan]`, as the commands that change single places take it. */

export const placesHelp = `  REGION       a village, or a kecamatan or kabupaten for all villages in it
  --kecamatan  the report of the kecamatan is meant, not the villages'`

export function placesFrom(
  words: readonly string[],
  options: { readonly kecamatan?: boolean | undefined },
): PlacesOfRound {
  const [code, regionCode] = words
  if (!isRegionCode(regionCode!)) throw new UsageProblem(`"${regionCode}" is no region code such as 81.05.15.2003.`)
  return { code: code!, regionCode: regionCode!, level: options.kecamatan === true ? 'kecamatan' : 'desa' }
}

/** "Karay", "12 places". */
export function namesOf(places: readonly ObligationRow[]): string {
  return places.length === 1 ? places[0]!.regionName : `${places.length} places`
}
