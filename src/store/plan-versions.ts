import type { PlanVersion } from '../domain/plan-versions.ts'
import type { Sql } from './database.ts'

export interface StoredPlanVersion extends PlanVersion {
  readonly id: number
  readonly regionCode: string
  readonly reportId: number | null
  readonly madeAt: number
  /** Later than `madeAt` where the report was corrected. */
  readonly changedAt: number
}

interface Row {
  readonly id: number
  readonly regionCode: string
  readonly reportId: number | null
  readonly body: string
  readonly madeAt: number
  readonly changedAt: number
}

const columns = `id, region_code as "regionCode", report_id as "reportId", body, made_at as "madeAt", changed_at as "changedAt"`
const versionOf = ({ body, ...row }: Row): StoredPlanVersion => ({ ...(JSON.parse(body) as PlanVersion), ...row })

/** The versions of a village's plan, the oldest first. */
export async function listPlanVersions(sql: Sql, regionCode: string): Promise<readonly StoredPlanVersion[]> {
  const rows = await sql.all<Row>(
    `select ${columns} from plan_version where region_code = $1 order by year, made_at, id`,
    regionCode,
  )
  return rows.map(versionOf)
}

/** The version that a report made, written anew when the report is corrected; without a report: the plan as loaded. */
export async function savePlanVersion(
  sql: Sql,
  about: { readonly regionCode: string; readonly reportId: number | null; readonly at: number },
  version: PlanVersion,
): Promise<StoredPlanVersion> {
  const body = JSON.stringify(version)
  const [row] = await sql.all<Row>(
    `insert into plan_version (region_code, year, report_id, body, made_at, changed_at) values ($1, $2, $3, $4, $5, $5)
     on conflict (report_id) do update set year = excluded.year, body = excluded.body, changed_at = excluded.changed_at
     returning ${columns}`,
    about.regionCode,
    version.year,
    about.reportId,
    body,
    about.at,
  )
  return versionOf(row!)
}

/** With which version one is compared: the newest of an earlier year, else the plan as it was loaded. */
export function versionBefore(
  versions: readonly StoredPlanVersion[],
  version: StoredPlanVersion,
): StoredPlanVersion | undefined {
  return versions.findLast((v) => v.id !== version.id && (v.year < version.year || v.source === 'loaded'))
}
