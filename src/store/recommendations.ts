import type {
  FollowUpSaid,
  ForVillage,
  PlanningStage,
  PriorityGrade,
  RecommendationLevel,
  RecommendationState,
  VillageAnswer,
} from '../domain/recommendations.ts'
import type { Database, Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** Recommendations, the villages they are for, every word on them, and whether they arrived. */

export interface Recommendation {
  readonly id: number
  readonly roundId: number
  readonly roundCode: string
  readonly kabupatenCode: string
  readonly regionCode: string
  readonly key: string
  readonly reportId: number | null
  readonly kendala: readonly string[]
  readonly problem: string
  readonly text: string
  readonly level: RecommendationLevel
  readonly responsible: readonly string[]
  readonly targetMonth: string | null
  readonly funding: readonly string[]
  readonly priority: PriorityGrade
  readonly state: RecommendationState
  readonly stage: PlanningStage
  readonly budgetYear: number | null
  readonly budgetProgramme: string | null
  readonly amount: number | null
  readonly opdProgrammeId: number | null
  readonly doneOn: string | null
  readonly reason: string | null
  readonly droppedAt: number | null
  readonly villages: readonly ForVillage[]
  /** The newest answer of each village that was asked about the newest "selesai". */
  readonly answers: readonly VillageAnswer[]
}

type Row = Omit<Recommendation, 'kendala' | 'responsible' | 'funding' | 'villages' | 'answers'> & {
  readonly kendala: string
  readonly responsible: string
  readonly funding: string
}

const columns = `c.id, c.round_id as "roundId", r.code as "roundCode", c.kabupaten_code as "kabupatenCode",
  c.region_code as "regionCode", c.key, c.report_id as "reportId", c.kendala, c.problem, c.text, c.level, c.responsible,
  c.target_month as "targetMonth", c.funding, c.priority, c.state, c.stage, c.budget_year as "budgetYear",
  c.budget_programme as "budgetProgramme", c.amount, c.opd_programme_id as "opdProgrammeId", c.done_on as "doneOn",
  c.reason, c.dropped_at as "droppedAt"`

export interface RecommendationFilter {
  readonly ids?: readonly number[]
  readonly roundId?: number
  /** Carried by a kecamatan in these regions. */
  readonly within?: readonly string[]
  /** Dropped ones too. */
  readonly dropped?: boolean
}

/** Recommendations in the order in which they were made, each with its villages and their answers; four statements. */
export async function listRecommendations(
  sql: Sql,
  db: Database,
  filter: RecommendationFilter = {},
): Promise<readonly Recommendation[]> {
  const parameters: Parameter[] = []
  const where = [filter.dropped === true ? '1 = 1' : 'c.dropped_at is null']
  if (filter.ids !== undefined) where.push(`c.id in ${db.ids(parameters.push(JSON.stringify(filter.ids)))}`)
  if (filter.roundId !== undefined) where.push(`c.round_id = $${parameters.push(filter.roundId)}`)
  if (filter.within !== undefined) where.push(within('c.region_code', filter.within, parameters))
  const rows = await sql.all<Row>(
    `select ${columns} from recommendation c join round r on r.id = c.round_id where ${where.join(' and ')} order by c.id`,
    ...parameters,
  )
  if (rows.length === 0) return []
  const ids = JSON.stringify(rows.map((row) => row.id))
  const villages = Map.groupBy(
    await sql.all<{ id: number; regionCode: string; name: string; activities: string }>(
      `select recommendation_id as id, region_code as "regionCode", name, activities from recommendation_village
       where recommendation_id in ${db.ids()} order by region_code`,
      ids,
    ),
    (v) => v.id,
  )
  const answers = Map.groupBy(
    await sql.all<VillageAnswer & { id: number }>(
      `select k.recommendation_id as id, k.region_code as "regionCode", k.answer from village_check k
       where k.recommendation_id in ${db.ids()} and k.follow_up_id =
         (select max(f.id) from follow_up f where f.recommendation_id = k.recommendation_id and f.state = 'selesai')
       order by k.region_code`,
      ids,
    ),
    (a) => a.id,
  )
  return rows.map((row) => ({
    ...row,
    kendala: words(row.kendala),
    responsible: words(row.responsible),
    funding: words(row.funding),
    villages: (villages.get(row.id) ?? []).map(({ regionCode, name, activities }) => ({
      regionCode,
      name,
      activities: JSON.parse(activities) as ForVillage['activities'],
    })),
    answers: (answers.get(row.id) ?? []).map(({ regionCode, answer }) => ({ regionCode, answer })),
  }))
}

/** Space separated codes as they are kept in one column. */
export function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '')
}

export type NewRecommendation = Pick<
  Recommendation,
  | 'roundId'
  | 'kabupatenCode'
  | 'regionCode'
  | 'key'
  | 'reportId'
  | 'kendala'
  | 'problem'
  | 'text'
  | 'level'
  | 'responsible'
  | 'targetMonth'
  | 'funding'
  | 'priority'
  | 'reason'
  | 'villages'
> & { readonly dropped: boolean }

/**
 * Writes a row of a matrix, or what a correction made of it: the wording changes, how far it is stays. Returns its id.
 */
export async function saveRecommendation(sql: Sql, rec: NewRecommendation, at: number): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into recommendation (round_id, kabupaten_code, region_code, key, report_id, kendala, problem, text, level,
       responsible, target_month, funding, priority, reason, dropped_at, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, cast($15 as bigint), cast($16 as bigint), cast($16 as bigint))
     on conflict (round_id, region_code, key) do update set report_id = excluded.report_id, kendala = excluded.kendala,
       problem = excluded.problem, text = excluded.text, level = excluded.level, responsible = excluded.responsible,
       target_month = excluded.target_month, funding = excluded.funding, priority = excluded.priority,
       reason = excluded.reason, dropped_at = excluded.dropped_at, changed_at = excluded.changed_at
     returning id`,
    rec.roundId,
    rec.kabupatenCode,
    rec.regionCode,
    rec.key,
    rec.reportId,
    rec.kendala.join(' '),
    rec.problem,
    rec.text,
    rec.level,
    rec.responsible.join(' '),
    rec.targetMonth,
    rec.funding.join(' '),
    rec.priority,
    rec.reason,
    rec.dropped ? at : null,
    at,
  )
  const id = row!.id
  await sql.run('delete from recommendation_village where recommendation_id = $1', id)
  for (const village of rec.villages)
    await sql.run(
      'insert into recommendation_village (recommendation_id, region_code, name, activities) values ($1, $2, $3, $4)',
      id,
      village.regionCode,
      village.name,
      JSON.stringify(village.activities),
    )
  return id
}

/** Drops rows of a kecamatan's matrix that its newest version no longer has. Their history stays. */
export async function dropMissing(
  sql: Sql,
  db: Database,
  matrix: { readonly roundId: number; readonly regionCode: string; readonly reportId: number },
  keptKeys: readonly string[],
  at: number,
): Promise<number> {
  return sql.run(
    `update recommendation set dropped_at = $4 where round_id = $1 and region_code = $2 and report_id = $3
       and dropped_at is null and key not in ${db.texts(5)}`,
    matrix.roundId,
    matrix.regionCode,
    matrix.reportId,
    at,
    JSON.stringify(keptKeys),
  )
}

export interface FollowUpEntry extends FollowUpSaid {
  readonly recommendationId: number
  readonly stage: PlanningStage
  readonly reportId: number | null
  readonly seatId: number | null
  readonly personId: number | null
  readonly evidence: readonly string[]
  readonly source: 'chat' | 'staff'
}

/** Keeps what was said and moves the recommendation to it. Returns the id of the entry. */
export async function addFollowUp(sql: Sql, entry: FollowUpEntry, at: number): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    `insert into follow_up (recommendation_id, report_id, seat_id, person_id, at, state, stage, budget_year,
       budget_programme, amount, done_on, reason, target_month, evidence, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    entry.recommendationId,
    entry.reportId,
    entry.seatId,
    entry.personId,
    at,
    entry.state,
    entry.stage,
    entry.budgetYear ?? null,
    entry.programme ?? null,
    entry.amount ?? null,
    entry.doneOn ?? null,
    entry.reason ?? null,
    entry.targetMonth ?? null,
    entry.evidence.join(' '),
    entry.source,
  )
  await sql.run(
    `update recommendation set state = $2, stage = $3, budget_year = coalesce($4, budget_year),
       budget_programme = coalesce($5, budget_programme), amount = coalesce(cast($6 as bigint), amount), done_on = $7,
       reason = $8, target_month = coalesce($9, target_month), changed_at = $10 where id = $1`,
    entry.recommendationId,
    entry.state,
    entry.stage,
    entry.budgetYear ?? null,
    entry.programme ?? null,
    entry.amount ?? null,
    entry.doneOn ?? null,
    entry.reason ?? null,
    entry.targetMonth ?? null,
    at,
  )
  return row!.id
}

export interface FollowUpRow {
  readonly id: number
  readonly recommendationId: number
  readonly reportId: number | null
  readonly at: number
  readonly state: RecommendationState
  readonly stage: PlanningStage
  readonly seatId: number | null
  readonly budgetYear: number | null
  readonly budgetProgramme: string | null
  readonly amount: number | null
  readonly doneOn: string | null
  readonly reason: string | null
  readonly targetMonth: string | null
  readonly evidence: string
  readonly source: 'chat' | 'staff'
}

/** What was said of a recommendation, oldest first. */
export async function listFollowUps(sql: Sql, recommendationId: number): Promise<readonly FollowUpRow[]> {
  return sql.all<FollowUpRow>(
    `select id, recommendation_id as "recommendationId", report_id as "reportId", at, state, stage, seat_id as "seatId",
       budget_year as "budgetYear", budget_programme as "budgetProgramme", amount, done_on as "doneOn", reason,
       target_month as "targetMonth", evidence, source from follow_up where recommendation_id = $1 order by id`,
    recommendationId,
  )
}

/** The programme whose places a recommendation takes; null: none. */
export async function setOpdProgramme(sql: Sql, recommendationId: number, programmeId: number | null): Promise<void> {
  await sql.run('update recommendation set opd_programme_id = $2 where id = $1', recommendationId, programmeId)
}

// ---- asked back at the village ----

export interface VillageCheck {
  readonly id: number
  readonly recommendationId: number
  readonly regionCode: string
  readonly followUpId: number
  readonly text: string
  readonly askedAt: number | null
  readonly answer: 'ya' | 'belum' | null
  readonly note: string | null
}

const checkColumns = `k.id, k.recommendation_id as "recommendationId", k.region_code as "regionCode",
  k.follow_up_id as "followUpId", c.text, k.asked_at as "askedAt", k.answer, k.note`

/** The villages of a recommendation are to be asked whether it arrived. Twice is once. */
export async function addVillageChecks(
  sql: Sql,
  recommendationId: number,
  followUpId: number,
  at: number,
): Promise<void> {
  await sql.run(
    `insert into village_check (recommendation_id, region_code, follow_up_id, created_at)
     select recommendation_id, region_code, cast($2 as int), cast($3 as bigint) from recommendation_village
     where recommendation_id = $1 on conflict (follow_up_id, region_code) do nothing`,
    recommendationId,
    followUpId,
    at,
  )
}

/** Checks that wait for an answer: of the newest "selesai" of a recommendation that still says so. */
export async function listOpenChecks(
  sql: Sql,
  db: Database,
  regionCodes?: readonly string[],
): Promise<readonly VillageCheck[]> {
  return sql.all<VillageCheck>(
    `select ${checkColumns} from village_check k join recommendation c on c.id = k.recommendation_id
     where k.answer is null and c.state = 'selesai' and c.dropped_at is null
       and k.follow_up_id = (select max(f.id) from follow_up f where f.recommendation_id = c.id and f.state = 'selesai')
       ${regionCodes === undefined ? '' : `and k.region_code in ${db.texts(1)}`}
     order by k.region_code, k.id`,
    ...(regionCodes === undefined ? [] : [JSON.stringify(regionCodes)]),
  )
}

export async function findCheck(sql: Sql, id: number): Promise<VillageCheck | undefined> {
  const [row] = await sql.all<VillageCheck>(
    `select ${checkColumns} from village_check k join recommendation c on c.id = k.recommendation_id where k.id = $1`,
    id,
  )
  return row
}

export async function markChecksAsked(sql: Sql, db: Database, ids: readonly number[], at: number): Promise<void> {
  await sql.run(
    `update village_check set asked_at = $2 where asked_at is null and id in ${db.ids()}`,
    JSON.stringify(ids),
    at,
  )
}

export async function answerCheck(
  sql: Sql,
  check: {
    readonly id: number
    readonly answer: 'ya' | 'belum'
    readonly note: string | null
    readonly reportId: number | null
    readonly personId: number | null
    readonly at: number
  },
): Promise<void> {
  await sql.run(
    `update village_check set answer = $2, note = $3, report_id = $4, person_id = $5, answered_at = $6 where id = $1`,
    check.id,
    check.answer,
    check.note,
    check.reportId,
    check.personId,
    check.at,
  )
}
