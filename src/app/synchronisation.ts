import { deliveryOf, type PlanningStage, stageRefusal } from '../domain/recommendations.ts'
import { covers } from '../domain/regions.ts'
import { type SyncRow, type SyncTotals, synchronise, syncTotals } from '../domain/synchronisation.ts'
import { Problem } from '../lib/problem.ts'
import {
  findPlanActivity,
  listActivityMatches,
  listPlanActivities,
  removeActivityMatch,
  saveActivityMatch,
} from '../store/activity-matches.ts'
import type { Database, Sql } from '../store/database.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listOpdProgrammes } from '../store/opd-programmes.ts'
import { listRecommendations } from '../store/recommendations.ts'
import { audit } from '../store/settings.ts'

export interface Synchronisation {
  readonly rows: readonly (SyncRow & { readonly offices: readonly string[] })[]
  readonly totals: SyncTotals
  /** Years of the kabupaten's programmes, the newest first. */
  readonly years: readonly number[]
}

/** The table of a kabupaten, all years or one; `within`: only what lies in these regions of it. */
export async function synchronisation(
  sql: Sql,
  db: Database,
  kabupatenCode: string,
  year?: number,
  within?: readonly string[],
): Promise<Synchronisation> {
  const scope = within ?? [kabupatenCode]
  const programmes = await listOpdProgrammes(sql, { kabupatenCode })
  const recommendations = (await listRecommendations(sql, db, { within: scope })).map((r) => ({
    ...r,
    delivery: deliveryOf(r.state, r.answers),
    programmeId: r.opdProgrammeId,
  }))
  const rows = synchronise(
    {
      activities: await listPlanActivities(sql, scope),
      programmes,
      matches: await listActivityMatches(sql, scope),
      // what a village, its kecamatan or the programme does by itself goes into no programme of an office
      recommendations: recommendations.filter((r) => r.level === 'kabupaten' || r.opdProgrammeId !== null),
    },
    year,
  )
  const book = await readOfficeBook(sql, kabupatenCode)
  return {
    rows: rows.map((row) => ({ ...row, offices: row.opd.map((code) => book.nameOf(kabupatenCode, code)) })),
    totals: syncTotals(rows),
    years: [...new Set(programmes.map((p) => p.year))].sort((a, b) => b - a),
  }
}

/** Ties an activity of a village to a programme of an office of its kabupaten, or moves it to another stage there. */
export async function matchActivity(
  db: Database,
  about: {
    readonly activityId: number
    readonly programmeId: number
    readonly stage: PlanningStage
    readonly reason?: string
  },
  by: { readonly now: number; readonly actor: string },
): Promise<{ readonly label: string; readonly programme: string; readonly from: PlanningStage | null }> {
  const { activityId, programmeId, stage, reason } = about
  return db.transaction(async (sql) => {
    const activity = await findPlanActivity(sql, activityId)
    if (!activity)
      throw new Problem('unknown_activity', `there is no activity ${activityId}: "kentongan sync list" shows them`)
    const programme = (await listOpdProgrammes(sql)).find((p) => p.id === programmeId)
    if (!programme || !covers(programme.kabupatenCode, activity.regionCode))
      throw new Problem(
        'unknown_programme',
        `there is no programme ${programmeId} where activity ${activityId} lies: "kentongan programme-opd list" shows them`,
      )
    const from = await saveActivityMatch(sql, { activityId, programmeId, stage }, by.now)
    const refusal = from === undefined ? undefined : stageRefusal(from, stage, reason)
    if (refusal) throw new Problem('bad_stage', refusal)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'activity_matched',
      object: `activity:${activityId}`,
      details: { programme: programmeId, from: from ?? null, to: stage, ...(reason !== undefined && { reason }) },
    })
    return { label: activity.label, programme: programme.name, from: from ?? null }
  })
}

export async function unmatchActivity(
  db: Database,
  about: { readonly activityId: number; readonly programmeId: number; readonly reason: string },
  by: { readonly now: number; readonly actor: string },
): Promise<void> {
  const { activityId, programmeId, reason } = about
  if (reason.trim() === '') throw new Problem('no_reason', 'say why, so that it can be understood later')
  await db.transaction(async (sql) => {
    if (!(await removeActivityMatch(sql, activityId, programmeId)))
      throw new Problem('not_matched', `activity ${activityId} is not in programme ${programmeId}`)
    await audit(sql, {
      at: by.now,
      actor: by.actor,
      action: 'activity_unmatched',
      object: `activity:${activityId}`,
      details: { programme: programmeId, reason },
    })
  })
}
