import type { Parameter, Sql } from './database.ts'
import type { CalendarDay } from './programme.ts'
import { within } from './scope.ts'

export interface CalendarDayRow extends CalendarDay {
  readonly id: number
  readonly regionName: string | null
}

/** Days from a date on: those of the whole country, and the local ones of regions that somebody looks after. */
export async function listCalendarDays(
  sql: Sql,
  query: { readonly from: string; readonly within: readonly string[]; readonly limit: number },
): Promise<readonly CalendarDayRow[]> {
  const parameters: Parameter[] = [query.from]
  const scope = within('h.scope', query.within, parameters)
  return sql.all<CalendarDayRow>(
    `select h.id, h.from_on as "fromOn", h.until_on as "untilOn", h.kind, h.name, h.feast, h.scope, h.source, g.name as "regionName"
     from holiday h left join region g on g.code = h.scope
     where h.until_on >= $1 and (h.scope = '' or ${scope}) order by h.from_on, h.id limit $${parameters.push(query.limit)}`,
    ...parameters,
  )
}

/** Only days that people entered can be taken out. */
export async function findLocalDay(
  sql: Sql,
  id: number,
): Promise<{ readonly id: number; readonly scope: string } | undefined> {
  const [row] = await sql.all<{ id: number; scope: string }>(
    `select id, scope from holiday where id = $1 and kind = 'lokal'`,
    id,
  )
  return row
}

export async function deleteLocalDay(sql: Sql, id: number): Promise<void> {
  await sql.run(`delete from holiday where id = $1 and kind = 'lokal'`, id)
}
