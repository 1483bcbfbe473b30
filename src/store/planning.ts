import type { PlanningStep, ShiftedDate } from '../domain/planning.ts'
import type { Sql } from './database.ts'
import type { RoundRow } from './rounds.ts'

/** Dates of the planning cycle that a kabupaten set itself, with why; the latest of each counts. */
export async function listShiftedDates(sql: Sql): Promise<readonly ShiftedDate[]> {
  // some tens a year
  return sql.all<ShiftedDate>(
    `select kabupaten_code as "kabupatenCode", budget_year as "budgetYear", step, held_on as "on", reason, at
     from planning_date order by id`,
  )
}

export async function addShiftedDate(sql: Sql, date: ShiftedDate & { readonly actor: string }): Promise<void> {
  await sql.run(
    `insert into planning_date (kabupaten_code, budget_year, step, held_on, reason, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    date.kabupatenCode,
    date.budgetYear,
    date.step,
    date.on,
    date.reason,
    date.at,
    date.actor,
  )
}

/** A round that has to be ready before a date of the planning cycle. */
export interface RoundBefore extends Pick<RoundRow, 'id' | 'code' | 'state' | 'kabupaten'> {
  readonly step: PlanningStep
  readonly budgetYear: number
  readonly daysBefore: number
}

/** Rounds that are not over and hang on a date. */
export async function listRoundsBefore(sql: Sql): Promise<readonly RoundBefore[]> {
  return sql.all<RoundBefore>(
    `select id, code, state, kabupaten, before_step as step, before_year as "budgetYear", before_days as "daysBefore"
     from round where before_step is not null and state <> 'closed' order by number, id`,
  )
}

export async function setRoundBefore(
  sql: Sql,
  roundId: number,
  before: Pick<RoundBefore, 'step' | 'budgetYear' | 'daysBefore'>,
): Promise<void> {
  await sql.run(
    'update round set before_step = $2, before_year = $3, before_days = $4 where id = $1',
    roundId,
    before.step,
    before.budgetYear,
    before.daysBefore,
  )
}
