import { type RoundState, sideForms } from '../domain/rounds.ts'
import { Problem } from '../lib/problem.ts'
import type { Database, Sql } from './database.ts'
import type { ObligationRow } from './obligations.ts'

/** Rounds, what they ask of whom, and what is owed. */

export interface RoundRow {
  readonly id: number
  readonly code: string
  readonly number: number
  readonly state: RoundState
  readonly kabupaten: string
  readonly openedAt: number | null
}

export interface RoundFormRow {
  readonly id: number
  readonly roundId: number
  readonly formName: string
  readonly formVersionId: number
  readonly level: 'desa' | 'kecamatan'
  readonly depth: 'core' | 'full'
  readonly opensOn: string
  readonly dueOn: string
}

const roundColumns = 'id, code, number, state, kabupaten, opened_at as "openedAt"'
const roundFormColumns = `id, round_id as "roundId", form_name as "formName", form_version_id as "formVersionId", level, depth,
  opens_on as "opensOn", due_on as "dueOn"`

export async function listRounds(sql: Sql): Promise<readonly RoundRow[]> {
  return sql.all<RoundRow>(`select ${roundColumns} from round order by number, id`)
}

/** The rounds that monitor: not those that only ask for a story, a training and the like. */
export async function listMonitoringRounds(sql: Sql): Promise<readonly RoundRow[]> {
  const monitors = new Set(
    (
      await sql.all<{ id: number }>(
        `select distinct round_id as id from round_form where form_name not in (${sideForms.map((f) => `'${f}'`).join(', ')})`,
      )
    ).map(({ id }) => id),
  )
  return (await listRounds(sql)).filter((r) => monitors.has(r.id))
}

/** Throws `Problem('unknown_round')` that names the rounds there are. */
export async function requireRound(sql: Sql, code: string): Promise<RoundRow> {
  const rounds = await listRounds(sql)
  const found = rounds.find((r) => r.code === code)
  if (!found)
    throw new Problem(
      'unknown_round',
      `there is no round "${code}"; there is ${rounds.map((r) => r.code).join(', ') || 'none yet: make one with "round create"'}`,
    )
  return found
}

export async function listRoundForms(sql: Sql, roundId: number): Promise<readonly RoundFormRow[]> {
  return sql.all<RoundFormRow>(`select ${roundFormColumns} from round_form where round_id = $1 order by id`, roundId)
}

export async function createRound(
  sql: Sql,
  round: {
    programmeId: number
    code: string
    number: number
    state: RoundState
    kabupaten: string
    demo: boolean
    forms: readonly Omit<RoundFormRow, 'id' | 'roundId'>[]
  },
): Promise<number> {
  const [made] = await sql.all<{ id: number }>(
    'insert into round (programme_id, code, number, state, kabupaten, demo) values ($1, $2, $3, $4, $5, $6) returning id',
    round.programmeId,
    round.code,
    round.number,
    round.state,
    round.kabupaten,
    round.demo ? 1 : 0,
  )
  for (const form of round.forms)
    await sql.run(
      `insert into round_form (round_id, form_name, form_version_id, level, depth, opens_on, due_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      made!.id,
      form.formName,
      form.formVersionId,
      form.level,
      form.depth,
      form.opensOn,
      form.dueOn,
    )
  return made!.id
}

/** The form in this round, added to it when it is not there yet. */
export async function ensureRoundForm(sql: Sql, form: Omit<RoundFormRow, 'id'>): Promise<Pick<RoundFormRow, 'id'>> {
  await sql.run(
    `insert into round_form (round_id, form_name, form_version_id, level, depth, opens_on, due_on)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (round_id, form_name) do nothing`,
    form.roundId,
    form.formName,
    form.formVersionId,
    form.level,
    form.depth,
    form.opensOn,
    form.dueOn,
  )
  const forms = await listRoundForms(sql, form.roundId)
  return forms.find((f) => f.formName === form.formName)!
}

export async function setRoundFormDates(
  sql: Sql,
  id: number,
  { opensOn, dueOn }: Pick<RoundFormRow, 'opensOn' | 'dueOn'>,
): Promise<void> {
  await sql.run('update round_form set opens_on = $2, due_on = $3 where id = $1', id, opensOn, dueOn)
}

export async function setRoundState(sql: Sql, id: number, state: RoundState, at: number): Promise<void> {
  await sql.run(
    `update round set state = $2,
       opened_at = case when $2 = 'open' then coalesce(opened_at, cast($3 as bigint)) else opened_at end,
       closed_at = case when $2 = 'closed' then cast($3 as bigint) else null end where id = $1`,
    id,
    state,
    at,
  )
}

/** The latest verified, else submitted, report of the same form and place in an earlier round. */
export async function findPreviousReport(
  sql: Sql,
  obligation: Pick<ObligationRow, 'formName' | 'regionCode' | 'roundNumber'>,
): Promise<{ readonly id: number; readonly formVersionId: number } | undefined> {
  const [row] = await sql.all<{ id: number; formVersionId: number }>(
    `select p.id, p.form_version_id as "formVersionId" from report p
     join obligation o on o.id = p.obligation_id join round_form f on f.id = o.round_form_id
     join round r on r.id = f.round_id join seat s on s.id = p.seat_id
     where f.form_name = $1 and o.region_code = $2 and r.number < $3 and p.state in ('submitted', 'verified', 'returned')
     order by r.number desc, case p.state when 'verified' then 0 else 1 end, s.official desc, p.id limit 1`,
    obligation.formName,
    obligation.regionCode,
    obligation.roundNumber,
  )
  return row
}

export interface ReportFactsRow {
  readonly reportId: number
  readonly obligationId: number
  readonly seatId: number
  readonly state: 'open' | 'submitted' | 'returned' | 'verified'
  readonly official: number
  readonly startedAt: number
  readonly submittedAt: number | null
  readonly late: number
  readonly receipt: string | null
  readonly lastAnswerAt: number | null
  /** The oldest return that is not answered yet. */
  readonly returnedAt: number | null
  /** How many answers were sent back and wait. */
  readonly returnedCount: number
}

/** Reports of the given obligations with what the ladder and the totals need to know of them. */
export async function listReportFacts(
  sql: Sql,
  db: Database,
  obligationIds: readonly number[],
): Promise<readonly ReportFactsRow[]> {
  if (obligationIds.length === 0) return []
  return sql.all<ReportFactsRow>(
    `select p.id as "reportId", p.obligation_id as "obligationId", p.seat_id as "seatId", p.state, s.official,
       p.started_at as "startedAt", p.submitted_at as "submittedAt", p.late, p.receipt,
       (select max(x.last_step_at) from session x where x.report_id = p.id
          and exists (select 1 from answer a where a.report_id = p.id and a.how = 'given')) as "lastAnswerAt",
       (select min(t.at) from returned_answer t where t.report_id = p.id and t.resolved_at is null) as "returnedAt",
       (select count(*) from returned_answer t where t.report_id = p.id and t.resolved_at is null) as "returnedCount"
     from report p join seat s on s.id = p.seat_id where p.obligation_id in ${db.ids()} order by p.id`,
    JSON.stringify(obligationIds),
  )
}

export interface HandedIn {
  readonly reportId: number
  readonly formName: string
  readonly formVersionId: number
  readonly regionCode: string
  readonly regionName: string
  readonly position: string
  readonly official: number
  readonly seatId: number
  readonly state: 'submitted' | 'returned' | 'verified'
  readonly receipt: string | null
  readonly late: number
  readonly startedAt: number
  readonly submittedAt: number | null
}

/** The reports of a round that were handed in, in code order; of two heads of one village both. */
export async function listHandedIn(sql: Sql, roundId: number): Promise<readonly HandedIn[]> {
  return sql.all<HandedIn>(
    `select p.id as "reportId", f.form_name as "formName", p.form_version_id as "formVersionId",
       o.region_code as "regionCode", g.name as "regionName", s.position, s.official, s.id as "seatId", p.state, p.receipt,
       p.late, p.started_at as "startedAt", p.submitted_at as "submittedAt"
     from report p join obligation o on o.id = p.obligation_id join round_form f on f.id = o.round_form_id
     join region g on g.code = o.region_code join seat s on s.id = p.seat_id
     where f.round_id = $1 and p.state <> 'open' order by f.id, o.region_code, p.id`,
    roundId,
  )
}
