import type { ChannelName } from '../messages/inbound.ts'
import type { Sql } from './database.ts'

export interface OwnDataFacts {
  readonly channels: readonly ChannelName[]
  readonly reports: number
  readonly answers: number
  readonly photos: number
}

/** What is kept about a person, in counts; nothing for a stranger. */
export async function findOwnData(sql: Sql, personId: number | null): Promise<OwnDataFacts> {
  const [counts] = await sql.all<{ reports: number; answers: number; photos: number }>(
    `select (select count(distinct report_id) from session where person_id = $1) as reports,
       (select count(*) from answer where person_id = $1 and how = 'given') as answers,
       (select count(*) from attachment t join inbox i on i.id = t.inbox_id join address a on a.id = i.address_id
        where a.person_id = $1) as photos`,
    personId,
  )
  const channels = await sql.all<{ channel: ChannelName }>(
    'select distinct channel from address where person_id = $1 order by channel',
    personId,
  )
  return { ...counts!, channels: channels.map((c) => c.channel) }
}
