import type { RegionLevel } from '../domain/regions.ts'
import type { Database, Sql } from './database.ts'

export interface RegionRow {
  readonly code: string
  readonly parentCode: string | null
  readonly level: RegionLevel
  readonly name: string
  /** desa | negeri | kelurahan, '' above the village */
  readonly kind: string
  /** dampingan | replikasi, '' outside the programme */
  readonly villageType: string
  readonly zone: string
  readonly reporting: 'one' | 'each'
}

const columns = 'code, parent_code as "parentCode", level, name, kind, village_type as "villageType", zone, reporting'

export async function findRegion(sql: Sql, code: string): Promise<RegionRow | undefined> {
  const [row] = await sql.all<RegionRow>(`select ${columns} from region where code = $1`, code)
  return row
}

/** '' for a code that is not loaded. */
export async function findRegionName(sql: Sql, code: string): Promise<string> {
  return (await findRegion(sql, code))?.name ?? ''
}

/** Regions of a level at or below a code, in code order; '' for everywhere. */
export async function listRegions(sql: Sql, level: RegionLevel, within = ''): Promise<readonly RegionRow[]> {
  return sql.all<RegionRow>(
    `select ${columns} from region where level = $1 and ($2 = '' or code = $2 or code like $2 || '.%') order by code`,
    level,
    within,
  )
}

export async function listRegionsByCode(sql: Sql, db: Database, codes: readonly string[]): Promise<readonly RegionRow[]> {
  return sql.all<RegionRow>(`select ${columns} from region where code in ${db.texts()} order by code`, JSON.stringify(codes))
}
