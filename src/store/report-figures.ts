import type { Figures } from '../domain/village-figures.ts'
import type { Database, Sql } from './database.ts'

/**
 * The sums of reports that were handed in, kept beside them for digests. They hold as long as nothing changed: a report's
 * `changes` grows in the commit that changes its answers or its plan, so figures made before are known to be old.
 */
export interface KeptFigures {
  readonly reportId: number
  /** `changes` of the report, read before its answers were. */
  readonly changes: number
  readonly figures: Figures
}

export async function saveFigures(sql: Sql, kept: readonly KeptFigures[]): Promise<void> {
  await sql.runRows(
    { report_id: 'int', changes: 'int', body: 'json' },
    kept.map(({ reportId, changes, figures }) => ({ report_id: reportId, changes, body: figures })),
    (j) =>
      `insert into report_figures (report_id, changes, body) select report_id, changes, body from ${j} where true
       on conflict (report_id) do update set changes = excluded.changes, body = excluded.body`,
  )
}

/** Called in the commit that changes answers of these reports. */
export async function figuresChanged(sql: Sql, db: Database, reportIds: readonly number[]): Promise<void> {
  await sql.run(
    `update report set changes = changes + 1 where submitted_at is not null and id in ${db.ids()}`,
    JSON.stringify(reportIds),
  )
}

/** Called in the commit that changes the plan of these villages. */
export async function planChanged(sql: Sql, db: Database, regionCodes: readonly string[]): Promise<void> {
  await sql.run(
    `update report set changes = changes + 1 where submitted_at is not null and obligation_id in
       (select o.id from obligation o where o.region_code in ${db.texts()})`,
    JSON.stringify(regionCodes),
  )
}
