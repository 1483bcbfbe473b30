import type { PlanningStage } from '../domain/recommendations.ts'
import type { SyncActivity, SyncMatch } from '../domain/synchronisation.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** Which activity of a village is in which programme of an office, as staff tied them. */

/** Activities of the villages' plans that are open, in code order. */
export async function listPlanActivities(sql: Sql, regionCodes: readonly string[]): Promise<readonly SyncActivity[]> {
  const parameters: Parameter[] = []
  const rows = await sql.all<Omit<SyncActivity, 'status'> & { properties: string }>(
    `select e.id, e.entity_id as "entityId", e.region_code as "regionCode", r.name as village, e.label, e.properties
     from entity_item e join region r on r.code = e.region_code
     where e.list = 'kegiatan' and e.closed_at is null and ${within('e.region_code', regionCodes, parameters)}
     order by e.region_code, e.id`,
    ...parameters,
  )
  return rows.map(({ properties, ...row }) => ({
    ...row,
    status: (JSON.parse(properties) as { status?: string }).status ?? '',
  }))
}

export async function findPlanActivity(
  sql: Sql,
  id: number,
): Promise<{ readonly id: number; readonly regionCode: string; readonly label: string } | undefined> {
  const [row] = await sql.all<{ id: number; regionCode: string; label: string }>(
    `select id, region_code as "regionCode", label from entity_item
     where id = $1 and list = 'kegiatan' and closed_at is null`,
    id,
  )
  return row
}

export async function listActivityMatches(sql: Sql, regionCodes: readonly string[]): Promise<readonly SyncMatch[]> {
  const parameters: Parameter[] = []
  return sql.all<SyncMatch>(
    `select m.entity_item_id as "activityId", m.opd_programme_id as "programmeId", m.stage
     from activity_match m join entity_item e on e.id = m.entity_item_id
     where ${within('e.region_code', regionCodes, parameters)} order by m.id`,
    ...parameters,
  )
}

/** Ties an activity to a programme, or moves what is tied; returns the stage of before, undefined for a new one. */
export async function saveActivityMatch(
  sql: Sql,
  { activityId, programmeId, stage }: SyncMatch,
  at: number,
): Promise<PlanningStage | undefined> {
  const [before] = await sql.all<{ stage: PlanningStage }>(
    'select stage from activity_match where entity_item_id = $1 and opd_programme_id = $2',
    activityId,
    programmeId,
  )
  await sql.run(
    `insert into activity_match (entity_item_id, opd_programme_id, stage, changed_at) values ($1, $2, $3, $4)
     on conflict (entity_item_id, opd_programme_id) do update set stage = excluded.stage, changed_at = excluded.changed_at`,
    activityId,
    programmeId,
    stage,
    at,
  )
  return before?.stage
}

/** False where they were not tied. */
export async function removeActivityMatch(sql: Sql, activityId: number, programmeId: number): Promise<boolean> {
  return (
    (await sql.run(
      'delete from activity_match where entity_item_id = $1 and opd_programme_id = $2',
      activityId,
      programmeId,
    )) > 0
  )
}
