import type { Sql } from './database.ts'

/** What a template may name about a queued message: whom it is for, and the report it is about. */
export interface TemplateFacts {
  readonly person: string | null
  readonly place: string | null
  readonly round: string | null
  /** End of the day it is due, ms UTC, and the zone that day is told in. */
  readonly dueAt: number | null
  readonly zone: string | null
}

export async function findTemplateFacts(sql: Sql, outboxId: number): Promise<TemplateFacts> {
  const [row] = await sql.all<TemplateFacts>(
    `select p.name as person, r.name as place, d.code as round, b.due_at as "dueAt", r.zone
     from outbox o join lane l on l.id = o.lane_id
     left join person p on p.id = coalesce(o.person_id, l.person_id)
     left join obligation b on b.id = o.obligation_id left join region r on r.code = b.region_code
     left join round_form f on f.id = b.round_form_id left join round d on d.id = f.round_id
     where o.id = $1`,
    outboxId,
  )
  return row ?? { person: null, place: null, round: null, dueAt: null, zone: null }
}
