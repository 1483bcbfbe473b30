import type { Region, RegionLevel } from '../domain/regions.ts'
import type { Database, Sql } from './database.ts'
import { insideOf } from './scope.ts'

/** The tree of places, the names people know them by, and which villages are in the programme. */

export interface RegionRow {
  readonly code: string
  readonly parentCode: string | null
  readonly level: RegionLevel
  readonly name: string
  readonly officialName: string
  /** desa, negeri or kelurahan; empty above the village. */
  readonly kind: string
  /** dampingan or replikasi; empty when not in the programme. */
  readonly villageType: string
  readonly zone: string
  readonly reporting: 'one' | 'each'
}

const regionColumns = `code, parent_code as "parentCode", level, name, official_name as "officialName", kind,
  village_type as "villageType", zone, reporting`

export async function findRegion(sql: Sql, code: string): Promise<RegionRow | undefined> {
  const [row] = await sql.all<RegionRow>(`select ${regionColumns} from region where code = $1`, code)
  return row
}

/** '' for a code that is not loaded. */
export async function findRegionName(sql: Sql, code: string): Promise<string> {
  return (await findRegion(sql, code))?.name ?? ''
}

/** Regions of a level at or below a code, in code order; '' for everywhere. */
export async function listRegions(sql: Sql, level: RegionLevel, within = ''): Promise<readonly RegionRow[]> {
  return sql.all<RegionRow>(
    `select ${regionColumns} from region where level = $1 and ($2 = '' or ${insideOf('code', 2)}) order by code`,
    level,
    within,
  )
}

export async function listRegionsByCode(
  sql: Sql,
  db: Database,
  codes: readonly string[],
): Promise<readonly RegionRow[]> {
  return sql.all<RegionRow>(
    `select ${regionColumns} from region where code in ${db.texts()} order by code`,
    JSON.stringify(codes),
  )
}

/** Every region with its other spellings, as the readers of workbooks and replies want them. */
export async function listRegionNames(sql: Sql): Promise<readonly Region[]> {
  const aliases = new Map<string, string[]>()
  for (const { code, alias } of await sql.all<{ code: string; alias: string }>(
    'select region_code as code, alias from region_alias order by alias',
  ))
    aliases.set(code, [...(aliases.get(code) ?? []), alias])
  const rows = await sql.all<{ code: string; name: string; officialName: string; zone: string }>(
    'select code, name, official_name as "officialName", zone from region order by code',
  )
  return rows.map(({ code, name, officialName, zone }) => {
    const others = [...(officialName === name ? [] : [officialName]), ...(aliases.get(code) ?? [])]
    return { code, name, zone, ...(others.length > 0 && { aliases: others }) }
  })
}

export interface OfficialRegion {
  readonly code: string
  readonly parentCode: string | null
  readonly level: RegionLevel
  readonly name: string
  readonly kind: string
  readonly zone: string
  /** Register, edition and licence. */
  readonly source: string
}

/**
 * Adds regions of the official register and renews official names. A name that people corrected stays, and so does
 * everything else they may have set: zone, kind, type.
 */
export async function saveOfficialRegions(sql: Sql, db: Database, regions: readonly OfficialRegion[]): Promise<number> {
  return sql.run(
    `insert into region (code, parent_code, level, name, official_name, kind, zone, source)
     select code, parent_code, level, name, name, kind, zone, source
     from ${db.rows({ code: 'text', parent_code: 'text', level: 'text', name: 'text', kind: 'text', zone: 'text', source: 'text' })}
     where true
     on conflict (code) do update set parent_code = excluded.parent_code, level = excluded.level, source = excluded.source,
       name = case when region.name = region.official_name then excluded.name else region.name end,
       official_name = excluded.official_name`,
    JSON.stringify(
      regions.map((r) => ({
        code: r.code,
        parent_code: r.parentCode,
        level: r.level,
        name: r.name,
        kind: r.kind,
        zone: r.zone,
        source: r.source,
      })),
    ),
  )
}

/** How many regions of this source lie in the kabupaten: none means that it was not loaded yet, or from elsewhere. */
export async function countRegionsFrom(sql: Sql, kabupatenCode: string, source: string): Promise<number> {
  const [row] = await sql.all<{ n: number }>(
    'select count(*) as n from region where code like $1 and source = $2',
    `${kabupatenCode}.%`,
    source,
  )
  return row!.n
}

/** Adds spellings of regions that are there; others are passed over. Returns how many were new. */
export async function addAliases(
  sql: Sql,
  db: Database,
  aliases: readonly { readonly regionCode: string; readonly alias: string }[],
): Promise<number> {
  return sql.run(
    `insert into region_alias (region_code, alias)
     select j.region_code, j.alias from ${db.rows({ region_code: 'text', alias: 'text' })}
     where exists (select 1 from region r where r.code = j.region_code)
     on conflict (region_code, alias) do nothing`,
    JSON.stringify(aliases.map((a) => ({ region_code: a.regionCode, alias: a.alias }))),
  )
}

export interface RegionFacts {
  readonly code: string
  readonly name?: string
  readonly kind?: string
  readonly villageType?: string
  readonly reporting?: 'one' | 'each'
}

/** What people decide about a region; what is left out stays as it is. Returns how many regions were found. */
export async function setRegionFacts(sql: Sql, db: Database, facts: readonly RegionFacts[]): Promise<number> {
  return sql.run(
    `update region set name = coalesce(j.name, region.name), kind = coalesce(j.kind, region.kind),
       village_type = coalesce(j.village_type, region.village_type), reporting = coalesce(j.reporting, region.reporting)
     from ${db.rows({ code: 'text', name: 'text', kind: 'text', village_type: 'text', reporting: 'text' })}
     where region.code = j.code`,
    JSON.stringify(
      facts.map((f) => ({
        code: f.code,
        name: f.name ?? null,
        kind: f.kind ?? null,
        village_type: f.villageType ?? null,
        reporting: f.reporting ?? null,
      })),
    ),
  )
}

/**
 * The places that take part: villages that were marked, have a plan, or have somebody who writes for them, and the
 * kecamatan they lie in; in code order.
 */
export async function listProgrammeRegions(sql: Sql): Promise<readonly RegionRow[]> {
  const villages = await sql.all<RegionRow>(
    `select ${regionColumns} from region where level = 'desa' and (village_type <> ''
       or exists (select 1 from entity_item e where e.region_code = region.code and e.list = 'kegiatan' and e.closed_at is null)
       or exists (select 1 from seat s where s.region_code = region.code))
     order by code`,
  )
  const parents = new Set(villages.map((v) => v.parentCode))
  const kecamatan = await listRegions(sql, 'kecamatan')
  return [...kecamatan.filter((k) => parents.has(k.code)), ...villages]
}

/** Desa and kecamatan with one of these names or other spellings, written in small letters. */
export async function listRegionsNamed(
  sql: Sql,
  db: Database,
  names: readonly string[],
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return sql.all(
    `select r.code, r.name from region r where r.level in ('desa', 'kecamatan') and (lower(r.name) in ${db.texts()}
       or r.code in (select a.region_code from region_alias a where lower(a.alias) in ${db.texts()})) order by r.code`,
    JSON.stringify(names),
  )
}
