import type { IndicatorName } from '../domain/indicators.ts'
import type { Sql } from './database.ts'

/** Targets and achievement as people entered them; nothing is overwritten. */
export interface IndicatorEntry {
  readonly kind: 'target' | 'achieved'
  readonly indicator: string
  readonly kabupatenCode: string
  readonly period: string
  readonly value: number
  readonly reason: string
  readonly at: number
  readonly actor: string
}

export async function listOwnIndicators(sql: Sql): Promise<readonly IndicatorName[]> {
  return sql.all<IndicatorName>('select code, name, unit from indicator order by code')
}

export async function saveOwnIndicator(sql: Sql, { code, name, unit }: IndicatorName): Promise<void> {
  await sql.run(
    `insert into indicator (code, name, unit) values ($1, $2, $3)
     on conflict (code) do update set name = excluded.name, unit = excluded.unit`,
    code,
    name,
    unit,
  )
}

/** All entries, the oldest first: the last of kind, indicator, place and period counts. */
export async function listIndicatorEntries(sql: Sql): Promise<readonly IndicatorEntry[]> {
  const rows = await sql.all<Omit<IndicatorEntry, 'value'> & { value: string }>(
    `select kind, indicator, kabupaten_code as "kabupatenCode", period, value, reason, at, actor
     from indicator_entry order by id`,
  )
  return rows.map((row) => ({ ...row, value: Number(row.value) }))
}

export async function addIndicatorEntry(sql: Sql, entry: IndicatorEntry): Promise<void> {
  await sql.run(
    `insert into indicator_entry (kind, indicator, kabupaten_code, period, value, reason, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    entry.kind,
    entry.indicator,
    entry.kabupatenCode,
    entry.period,
    String(entry.value),
    entry.reason,
    entry.at,
    entry.actor,
  )
}
