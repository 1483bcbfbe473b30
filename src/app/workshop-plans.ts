import type { Sql } from '../store/database.ts'
import type { Meeting } from '../store/meetings.ts'
import { listPlanVersions } from '../store/plan-versions.ts'
import { findRegionName } from '../store/regions.ts'

/** Which villages of a workshop have made their plan's version of its year, and which are still to. */
export async function workshopPlans(
  sql: Sql,
  meeting: Meeting,
): Promise<{ readonly made: readonly string[]; readonly missing: readonly { code: string; name: string }[] }> {
  const year = Number(meeting.fromOn.slice(0, 4))
  const codes = [...new Set(meeting.sessions.flatMap(({ villages }) => villages))].sort()
  const made: string[] = []
  const missing: { code: string; name: string }[] = []
  for (const code of codes) {
    const versions = await listPlanVersions(sql, code)
    if (versions.some((v) => v.source === 'workshop' && v.year === year)) made.push(code)
    else missing.push({ code, name: await findRegionName(sql, code) })
  }
  return { made, missing }
}
