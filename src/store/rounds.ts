import { type ObligationDraft, type RoundState, sideForms } from '../domain/rounds.ts'
import { Problem } from '../lib/problem.ts'
import type { Database, Sql } from './database.ts'

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

/** Makes obligations that are not there yet; returns how many were new. */
export async function createObligations(
  sql: Sql,
  db: Database,
  roundFormId: number,
  drafts: readonly ObligationDraft[],
): Promise<number> {
  if (drafts.length === 0) return 0
  return sql.run(
    `insert into obligation (round_form_id, region_code, opens_at, due_at)
     select cast($2 as int), region_code, opens_at, due_at
     from ${db.rows({ region_code: 'text', opens_at: 'bigint', due_at: 'bigint' })} where true
     on conflict (round_form_id, region_code) do nothing`,
    JSON.stringify(drafts.map((d) => ({ region_code: d.regionCode, opens_at: d.opensAt, due_at: d.dueAt }))),
    roundFormId,
  )
}

export interface ObligationRow {
  readonly id: number
  readonly roundFormId: number
  readonly roundId: number
  readonly roundCode: string
  readonly roundNumber: number
  readonly roundState: RoundState
  readonly formName: string
  readonly formVersionId: number
  /** The form's title in its main language. */
  readonly title: string
  readonly level: 'desa' | 'kecamatan'
  readonly depth: 'core' | 'full'
  readonly opensOn: string
  readonly dueOn: string
  readonly regionCode: string
  readonly regionName: string
  readonly regionKind: string
  readonly reporting: 'one' | 'each'
  readonly zone: string
  readonly opensAt: number | null
  readonly dueAt: number
  readonly excusedBecause: string | null
}

const obligationColumns = `o.id, o.round_form_id as "roundFormId", f.round_id as "roundId", r.code as "roundCode",
  r.number as "roundNumber", r.state as "roundState", f.form_name as "formName", f.form_version_id as "formVersionId",
  v.title, f.level, f.depth, f.opens_on as "opensOn", f.due_on as "dueOn", o.region_code as "regionCode", g.name as "regionName", g.kind as "regionKind",
  g.reporting, g.zone, o.opens_at as "opensAt", o.due_at as "dueAt", o.excused_because as "excusedBecause"`
const obligationTables = `obligation o join round_form f on f.id = o.round_form_id join round r on r.id = f.round_id
  join region g on g.code = o.region_code join form_version v on v.id = f.form_version_id`

export async function findObligation(sql: Sql, id: number): Promise<ObligationRow | undefined> {
  const [row] = await sql.all<ObligationRow>(`select ${obligationColumns} from ${obligationTables} where o.id = $1`, id)
  return row
}

/** Obligations of one round, or of rounds in a state, or in a kabupaten of these, in code order. */
export async function listObligations(
  sql: Sql,
  options: { readonly roundId?: number; readonly state?: RoundState; readonly kabupaten?: string } = {},
): Promise<readonly ObligationRow[]> {
  const where = ['1 = 1']
  const parameters: (string | number)[] = []
  if (options.roundId !== undefined) where.push(`f.round_id = $${parameters.push(options.roundId)}`)
  if (options.state !== undefined) where.push(`r.state = $${parameters.push(options.state)}`)
  if (options.kabupaten !== undefined) where.push(`${kabupatenPart} = $${parameters.push(options.kabupaten)}`)
  return sql.all<ObligationRow>(
    `select ${obligationColumns} from ${obligationTables} where ${where.join(' and ')} order by f.id, o.region_code`,
    ...parameters,
  )
}

/** Open obligations of these kabupaten, and those with these ids, in code order. */
export async function listOpenObligationsOf(
  sql: Sql,
  db: Database,
  kabupaten: readonly string[],
  ids: readonly number[],
): Promise<readonly ObligationRow[]> {
  return sql.all<ObligationRow>(
    `select ${obligationColumns} from ${obligationTables}
     where r.state = 'open' and (${kabupatenPart} in ${db.texts(1)} or o.id in ${db.ids(2)}) order by f.id, o.region_code`,
    JSON.stringify(kabupaten),
    JSON.stringify(ids),
  )
}

/** No more obligations than this were ever made: read off the last id, so that asking costs nothing. */
export async function countObligationsAtMost(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ n: number | null }>('select max(id) as n from obligation')
  return row?.n ?? 0
}

/** How many obligations open rounds have in each kabupaten, in code order. */
export async function countOpenByKabupaten(
  sql: Sql,
): Promise<readonly { readonly kabupaten: string; readonly obligations: number }[]> {
  return sql.all(
    `select ${kabupatenPart} as kabupaten, count(*) as obligations from obligation o
     where o.round_form_id in (select f.id from round_form f join round r on r.id = f.round_id where r.state = 'open')
     group by 1 order by 1`,
  )
}

/** `81.05` of `81.05.15.2003`: every code has two digits, a dot and two digits for its kabupaten. */
const kabupatenPart = 'substr(o.region_code, 1, 5)'

/** What a region owes in open rounds and may answer now. */
export async function listOwedBy(
  sql: Sql,
  db: Database,
  regionCodes: readonly string[],
  now: number,
): Promise<readonly ObligationRow[]> {
  return sql.all<ObligationRow>(
    `select ${obligationColumns} from ${obligationTables}
     where o.region_code in ${db.texts(1)} and r.state = 'open' and o.opens_at is not null and o.opens_at <= $2
       and o.excused_because is null
     order by o.due_at, o.id`,
    JSON.stringify(regionCodes),
    now,
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

/**
 * Kecamatan of open rounds that wait and may have reason to open: their date is `on` or before, or every village of
 * theirs that is not excused has handed in.
 */
export async function listReadyKecamatan(sql: Sql, on: string): Promise<readonly ObligationRow[]> {
  return sql.all<ObligationRow>(
    `select ${obligationColumns} from ${obligationTables}
     where r.state = 'open' and f.level = 'kecamatan' and o.opens_at is null and o.excused_because is null
       and (f.opens_on <= $1 or not exists (
         select 1 from region village join obligation vo on vo.region_code = village.code
           join round_form vf on vf.id = vo.round_form_id
         where village.parent_code = o.region_code and vf.round_id = f.round_id and vf.level = 'desa'
           and vo.excused_because is null
           and not exists (select 1 from report p where p.obligation_id = vo.id and p.state <> 'open')))
     order by o.id`,
    on,
  )
}

/** What the villages of a kecamatan owe in a round. */
export async function listVillagesOf(
  sql: Sql,
  roundId: number,
  kecamatanCode: string,
): Promise<readonly ObligationRow[]> {
  return sql.all<ObligationRow>(
    `select ${obligationColumns} from ${obligationTables}
     where f.round_id = $1 and f.level = 'desa' and g.parent_code = $2 order by f.id, o.region_code`,
    roundId,
    kecamatanCode,
  )
}

/** What a region owes of a form in a round. */
export async function findObligationOf(
  sql: Sql,
  roundId: number,
  formName: string,
  regionCode: string,
): Promise<ObligationRow | undefined> {
  const [row] = await sql.all<ObligationRow>(
    `select ${obligationColumns} from ${obligationTables}
     where f.round_id = $1 and f.form_name = $2 and o.region_code = $3`,
    roundId,
    formName,
    regionCode,
  )
  return row
}

export async function openKecamatan(sql: Sql, obligationId: number, opensAt: number, dueAt: number): Promise<void> {
  await sql.run(
    'update obligation set opens_at = $2, due_at = $3 where id = $1 and opens_at is null',
    obligationId,
    opensAt,
    dueAt,
  )
}

export async function setDue(sql: Sql, obligationId: number, dueAt: number): Promise<void> {
  await sql.run('update obligation set due_at = $2 where id = $1', obligationId, dueAt)
}

export async function setExcused(sql: Sql, obligationId: number, because: string | null): Promise<void> {
  await sql.run('update obligation set excused_because = $2 where id = $1', obligationId, because)
}

/** Takes back what a round asked; only for one that nobody has answered. */
export async function deleteObligations(sql: Sql, roundId: number): Promise<number> {
  return sql.run(
    'delete from obligation where round_form_id in (select id from round_form where round_id = $1)',
    roundId,
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
