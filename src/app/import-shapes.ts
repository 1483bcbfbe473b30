import { kabupatenOf } from '../domain/regions.ts'
import { largestGeoJson, readShapes } from '../domain/shapes.ts'
import { Problem } from '../lib/problem.ts'
import type { Database } from '../store/database.ts'
import { saveShapes } from '../store/region-shapes.ts'
import { listRegionsByCode } from '../store/regions.ts'
import { audit } from '../store/settings.ts'

export interface ShapesImport {
  readonly villages: number
  readonly kabupaten: readonly string[]
  /** Codes of villages that are not in this programme's kabupaten: passed over. */
  readonly unknown: readonly string[]
}

/**
 * Takes a GeoJSON file with the outlines or points of villages: all of it, or nothing and one sentence why. Villages that
 * are not in it keep the shape they have. `source` is printed under the map: most outlines are to be named.
 */
export async function importShapes(
  db: Database,
  bytes: Uint8Array,
  about: { readonly source: string },
  by: { readonly now: number; readonly actor: string },
): Promise<ShapesImport> {
  const refused = (because: string) => new Problem('bad_geojson', `the file cannot be used for a map: ${because}`)
  if (bytes.length > largestGeoJson) throw refused('it is larger than 20 MB: simplify its outlines')
  const read = readShapes(
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  )
  if (!read.ok) throw refused(read.because)
  return db.transaction(async (sql) => {
    const codes = [...read.shapes.keys()]
    const known = new Set((await listRegionsByCode(sql, db, codes)).map((r) => r.code))
    const ours = new Map([...read.shapes].filter(([code]) => known.has(code)))
    if (ours.size === 0)
      throw refused(`none of its ${codes.length} villages is in this programme, such as ${codes[0]!}`)
    await saveShapes(sql, ours, { source: about.source, at: by.now })
    const kabupaten = [...new Set([...ours.keys()].map(kabupatenOf))].sort()
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'shapes_imported',
      object: 'programme',
      details: { villages: ours.size, kabupaten },
    })
    return { villages: ours.size, kabupaten, unknown: codes.filter((code) => !known.has(code)) }
  })
}
