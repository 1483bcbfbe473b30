import { levelOf } from '../domain/regions.ts'
import { kecamatanName, type VillageWord, villageName } from '../wording/forms-of-address.ts'
import type { Speech } from '../wording/when.ts'

/** "Negeri Karay", "Kecamatan Kodi": a place with its word. */
export function placeName(
  place: { readonly regionCode: string; readonly regionName: string; readonly regionKind: string },
  speech: Pick<Speech, 'texts' | 'language'>,
): string {
  return levelOf(place.regionCode) === 'desa'
    ? villageName(place.regionName, (place.regionKind || 'desa') as VillageWord, speech)
    : kecamatanName(place.regionName, speech)
}
