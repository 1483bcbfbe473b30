import { defaultLadder } from '../domain/ladder.ts'
import type { Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** What one message of the ladder brought in. */
export interface StepResult {
  readonly key: string
  /** Something was answered for the place in the hours after it; before the next message about the place. */
  readonly answered: number
  /** Its report came in for the first time. */
  readonly submitted: number
}

const aboutOthers = defaultLadder.steps
  .filter((step) => step.to !== 'seat')
  .map((step) => `s.key like 'remind:%:%:${step.rung}-%'`)
  .join(' or ')

/**
 * Every message of the ladder that left in a round, and whether the place answered within so many milliseconds. Where two
 * heads each report, what was said to one of them is not counted as the other's answer.
 */
export async function listStepResults(
  sql: Sql,
  query: { readonly roundId: number; readonly within: readonly string[]; readonly forMs: number },
): Promise<readonly StepResult[]> {
  const parameters: Parameter[] = [query.roundId, query.forMs]
  const here = within('b.region_code', query.within, parameters)
  return sql.all<StepResult>(
    `with step as (
       select o.key, o.obligation_id, o.person_id, g.reporting, coalesce(l.sent_at, o.sent_at) as at
       from obligation b join round_form f on f.id = b.round_form_id join region g on g.code = b.region_code
         join outbox o on o.obligation_id = b.id
         left join outbox l on o.state = 'merged' and l.key = o.message_ref
       where f.round_id = $1 and ${here} and o.priority = 1 and (o.state = 'sent' or l.state = 'sent')
     ), s as (
       select step.*, at + $2 as until_at, lead(at) over (partition by obligation_id, person_id order by at, key) as next_at
       from step
     )
     select s.key,
       case when exists (
         select 1 from report p join answer a on a.report_id = p.id
         where p.obligation_id = s.obligation_id and a.how = 'given' and a.at >= s.at and a.at < s.until_at
           and (s.next_at is null or a.at < s.next_at)
           and (s.reporting = 'one' or a.person_id = s.person_id or ${aboutOthers})
       ) then 1 else 0 end as answered,
       case when exists (
         select 1 from report p
         where p.obligation_id = s.obligation_id and p.submitted_at >= s.at and p.submitted_at < s.until_at
           and (s.next_at is null or p.submitted_at < s.next_at)
           and (s.reporting = 'one' or ${aboutOthers}
             or exists (select 1 from session x where x.report_id = p.id and x.person_id = s.person_id))
       ) then 1 else 0 end as submitted
     from s order by s.key`,
    ...parameters,
  )
}
