import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** What fasilitator did, as far as the reports show it: the evidence of a fee claim. */

export interface VillageInCare {
  readonly personId: number
  readonly name: string
  readonly regionCode: string
  readonly regionName: string
  readonly fromAt: number
  /** Null while it lasts. */
  readonly untilAt: number | null
}

/** Villages that a fasilitator looked after at some time of the period; a delegate's are not counted. */
export async function listVillagesInCare(
  sql: Sql,
  regionCodes: readonly string[],
  period: { readonly fromAt: number; readonly untilAt: number },
): Promise<readonly VillageInCare[]> {
  const parameters: Parameter[] = [period.fromAt, period.untilAt]
  return sql.all<VillageInCare>(
    `select h.person_id as "personId", p.name, s.region_code as "regionCode", r.name as "regionName",
       h.from_at as "fromAt", h.until_at as "untilAt"
     from holding h join seat s on s.id = h.seat_id join person p on p.id = h.person_id join region r on r.code = s.region_code
     where s.position = 'fasilitator_desa' and h.delegate_of_id is null and h.from_at < $2 and coalesce(h.until_at, $2) > $1
       and ${within('s.region_code', regionCodes, parameters)} order by p.name, h.person_id, s.region_code, h.id`,
    ...parameters,
  )
}

export interface ReportInCare {
  readonly reportId: number
  readonly regionCode: string
  readonly receipt: string | null
  readonly formName: string
  readonly submittedAt: number
  /** The village says that a fasilitator helped (question A5). */
  readonly helped: number
}

/** Reports of villages that were handed in within the period. */
export async function listReportsInCare(
  sql: Sql,
  regionCodes: readonly string[],
  period: { readonly fromAt: number; readonly untilAt: number },
): Promise<readonly ReportInCare[]> {
  const parameters: Parameter[] = [period.fromAt, period.untilAt]
  return sql.all<ReportInCare>(
    `select r.id as "reportId", o.region_code as "regionCode", r.receipt, f.form_name as "formName",
       r.submitted_at as "submittedAt",
       case when exists (select 1 from answer a where a.report_id = r.id and a.value = '"dibantu_fasilitator"') then 1 else 0 end as helped
     from report r join obligation o on o.id = r.obligation_id join round_form f on f.id = o.round_form_id
     where f.level = 'desa' and r.submitted_at >= $1 and r.submitted_at < $2
       and ${within('o.region_code', regionCodes, parameters)} order by r.submitted_at, r.id`,
    ...parameters,
  )
}

/** On how many answers of which report somebody worked, and when first. */
export async function listTypedReports(
  sql: Sql,
  regionCodes: readonly string[],
  period: { readonly fromAt: number; readonly untilAt: number },
): Promise<
  readonly {
    readonly personId: number
    readonly reportId: number
    readonly regionCode: string
    readonly at: number
    readonly answers: number
  }[]
> {
  const parameters: Parameter[] = [period.fromAt, period.untilAt]
  return sql.all(
    `select a.person_id as "personId", a.report_id as "reportId", o.region_code as "regionCode", min(a.at) as at,
       count(*) as answers
     from answer a join report r on r.id = a.report_id join obligation o on o.id = r.obligation_id
     where a.person_id is not null and a.at >= $1 and a.at < $2 and ${within('o.region_code', regionCodes, parameters)}
     group by a.person_id, a.report_id, o.region_code order by 4, 2`,
    ...parameters,
  )
}
