import type { ObligationDraft, RoundState } from '../domain/rounds.ts'
import type { Database, Sql } from './database.ts'

// Who owes which report in which round, and until when.

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
