import { levelOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { Sql } from '../store/database.ts'
import { findRegion } from '../store/regions.ts'
import { kabupatenWords, kecamatanName, type VillageWord, villageName } from '../wording/forms-of-address.ts'
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

/** What a digest is about, in words: its reader's kecamatan or kabupaten, or all of them. */
export async function digestPlaceWords(
  sql: Sql,
  regionCode: string,
  speech: Pick<Speech, 'texts' | 'language'>,
): Promise<string> {
  const region = regionCode === WHOLE_PROGRAMME ? undefined : await findRegion(sql, regionCode)
  if (!region) return 'semua kabupaten'
  if (region.level === 'kecamatan') return kecamatanName(region.name, speech)
  return region.level === 'kabupaten' ? kabupatenWords(region.name) : region.name
}
