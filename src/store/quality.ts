import type { SaidInPlace } from '../domain/quality.ts'
import type { Database, Sql } from './database.ts'
import { insideOf } from './scope.ts'

/** What the panel of data quality counts beside the figures of digests. `reportIds`: those that count and are in. */

const latest = 'a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)'

export async function countSkipped(sql: Sql, db: Database, reportIds: readonly number[]): Promise<number> {
  const [row] = await sql.all<{ n: number }>(
    `select count(*) as n from answer a where a.report_id in ${db.ids()} and a.how = 'skipped' and ${latest}`,
    JSON.stringify(reportIds),
  )
  return row?.n ?? 0
}

/** Who filled the reports in, as they say themselves (question A5), with how many. */
export async function countFilledBy(
  sql: Sql,
  db: Database,
  reportIds: readonly number[],
): Promise<Readonly<Record<string, number>>> {
  const rows = await sql.all<{ value: string; n: number }>(
    `select a.value, count(*) as n from answer a
     where a.report_id in ${db.ids()} and a.path = 'pengisi' and a.value is not null and ${latest} group by a.value`,
    JSON.stringify(reportIds),
  )
  return Object.fromEntries(rows.map(({ value, n }) => [JSON.parse(value) as string, n]))
}

/** Texts long enough that two villages do not write the same by chance; codes and dates are shorter. */
export async function listLongTexts(
  sql: Sql,
  db: Database,
  reportIds: readonly number[],
): Promise<readonly SaidInPlace[]> {
  const rows = await sql.all<Omit<SaidInPlace, 'text'> & { value: string }>(
    `select o.region_code as "regionCode", g.name, a.path, a.value from answer a
       join report p on p.id = a.report_id join obligation o on o.id = p.obligation_id
       join region g on g.code = o.region_code
     where a.report_id in ${db.ids()} and a.value like '"%' and length(a.value) > 30 and ${latest} order by o.region_code, a.id`,
    JSON.stringify(reportIds),
  )
  return rows.map(({ value, ...row }) => ({ ...row, text: JSON.parse(value) as string }))
}

/** Activities of the plans of a kabupaten that are not closed. */
export async function listPlanLabels(
  sql: Sql,
  kabupatenCode: string,
): Promise<
  readonly { readonly regionCode: string; readonly name: string; readonly label: string; readonly source: string }[]
> {
  return sql.all(
    `select e.region_code as "regionCode", g.name, e.label, e.source from entity_item e join region g on g.code = e.region_code
     where e.list = 'kegiatan' and e.closed_at is null and ${insideOf('e.region_code', 1)} order by e.region_code, e.id`,
    kabupatenCode,
  )
}
