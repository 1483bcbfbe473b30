import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** Answers that were spoken, and what was said in them. */

export interface Voice {
  readonly id: number
  readonly reportId: number
  readonly path: string
  readonly formVersionId: number
  readonly regionCode: string
  readonly regionName: string
}

// the latest row of a path is the answer: a voice note that was replaced since needs no words
const select = `select t.id, p.id as "reportId", a.path, p.form_version_id as "formVersionId", o.region_code as "regionCode",
    g.name as "regionName"
  from attachment t join report p on p.id = t.report_id join obligation o on o.id = p.obligation_id
  join region g on g.code = o.region_code
  join answer a on a.report_id = p.id and a.inbox_id = t.inbox_id and a.value like '{"voice":%'
  where t.kind = 'voice' and a.seq = (select max(b.seq) from answer b where b.report_id = a.report_id and b.path = a.path)`

/** Voices that nobody has typed yet, in these regions, the oldest first. */
export async function listVoicesWithout(
  sql: Sql,
  regionCodes: readonly string[],
  limit: number,
): Promise<readonly Voice[]> {
  const parameters: Parameter[] = []
  const scope = within('o.region_code', regionCodes, parameters)
  return sql.all<Voice>(
    `${select} and t.transcript is null and ${scope} order by t.id limit $${parameters.push(limit)}`,
    ...parameters,
  )
}

/** One that is an answer and waits for its words. */
export async function findVoice(sql: Sql, id: number): Promise<Voice | undefined> {
  const [row] = await sql.all<Voice>(`${select} and t.transcript is null and t.id = $1`, id)
  return row
}

export async function storeTranscript(
  sql: Sql,
  words: { id: number; text: string; byId: number; at: number },
): Promise<void> {
  await sql.run(
    'update attachment set transcript = $2, transcribed_by_id = $3, transcribed_at = $4 where id = $1',
    words.id,
    words.text,
    words.byId,
    words.at,
  )
}
