import type { Paper } from '../documents/paper.ts'
import { paperOfPlan } from '../documents/plan-paper.ts'
import { planDiff } from '../domain/plan-versions.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { listPlanVersions, type StoredPlanVersion, versionBefore } from '../store/plan-versions.ts'
import { findRegion } from '../store/regions.ts'
import { type VillageWord, villageName } from '../wording/forms-of-address.ts'
import { planWords } from './plan-words.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'

/** A village's plan of a year (default: the newest) as a paper. Throws `Problem('no_plan_version')`. */
export async function printPlan(
  services: Services,
  sql: Sql,
  { regionCode, year }: { readonly regionCode: string; readonly year?: number },
): Promise<Paper> {
  const versions = await listPlanVersions(sql, regionCode)
  const version = requirePlanVersion(versions, regionCode, year)
  const before = versionBefore(versions, version)
  const speech = { texts: services.texts, language: 'id', zone: await zoneOf(services, sql, regionCode) }
  const region = await findRegion(sql, regionCode)
  return paperOfPlan(
    {
      place: region ? villageName(region.name, (region.kind || 'desa') as VillageWord, speech) : regionCode,
      version,
      ...(before && {
        since: { year: before.year, loaded: before.source === 'loaded', diff: planDiff(before, version) },
      }),
      words: await planWords(services, sql, 'id'),
    },
    await services.programme.get(sql),
    speech,
  )
}

/** The newest version of a year, or of all. Throws `Problem('no_plan_version')`. */
export function requirePlanVersion(
  versions: readonly StoredPlanVersion[],
  regionCode: string,
  year?: number,
): StoredPlanVersion {
  const found = versions.findLast((v) => year === undefined || v.year === year)
  if (!found)
    throw new Problem(
      'no_plan_version',
      `${regionCode} has no version of its plan${year === undefined ? '' : ` for ${year}`}: they come with the form pemutakhiran-vlp`,
    )
  return found
}
