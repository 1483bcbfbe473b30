import type { Sql } from './database.ts'

/**
 * What came in, what was made of it and what left, added up over the whole database: for the demo's summary, the load
 * simulation and the torture tests. Every figure under `broken` must be 0.
 */
export interface Ledger {
  /** Messages from people: all, taken care of, waiting, parked for staff. */
  readonly inbox: { readonly all: number; readonly done: number; readonly waiting: number; readonly parked: number }
  readonly outbox: {
    readonly sent: number
    readonly waiting: number
    readonly refused: number
    readonly inDoubt: number
    readonly replies: number
    readonly reminders: number
    readonly digests: number
  }
  readonly reports: {
    readonly submitted: number
    readonly open: number
    readonly owed: number
    readonly answers: number
    /** Answers that were given again after they had been given. */
    readonly corrected: number
    readonly photos: number
  }
  readonly broken: {
    /** Answers whose message is not there. */
    readonly answersWithoutMessage: number
    /** Two answers of one message to one question. */
    readonly answersTwice: number
    /** Numbers of an answer's history that are missing or double. */
    readonly historyGaps: number
    /** First replies that belong to no message that was taken care of. */
    readonly repliesWithoutMessage: number
    /** A step of the ladder that reached one seat more than once. */
    readonly remindersTwice: number
    /** Somebody whom the ladder wrote to more than once on one day. */
    readonly daysWithTwoReminders: number
    /** Reports with more than one conversation of one person. */
    readonly sessionsTwice: number
  }
}

export async function readLedger(sql: Sql): Promise<Ledger> {
  const count = async (from: string) => {
    const [row] = await sql.all<{ n: number }>(`select cast(count(*) as int) as n from ${from}`)
    return row!.n
  }
  return {
    inbox: {
      all: await count('inbox'),
      done: await count(`inbox where state = 'done'`),
      waiting: await count(`inbox where state = 'waiting'`),
      parked: await count(`inbox where state = 'parked'`),
    },
    outbox: {
      sent: await count(`outbox where state = 'sent'`),
      waiting: await count(`outbox where state in ('waiting', 'sending')`),
      refused: await count(`outbox where state = 'refused'`),
      inDoubt: await count(`outbox where state = 'in_doubt'`),
      replies: await count(`outbox where state = 'sent' and priority = 0`),
      reminders: await count(`outbox where state = 'sent' and priority = 1`),
      digests: await count(`outbox where state = 'sent' and key like 'digest:%'`),
    },
    reports: {
      submitted: await count(
        `report r join obligation o on o.id = r.obligation_id join round_form f on f.id = o.round_form_id
         join round d on d.id = f.round_id where d.state = 'open' and r.state <> 'open'`,
      ),
      open: await count(
        `report r join obligation o on o.id = r.obligation_id join round_form f on f.id = o.round_form_id
         join round d on d.id = f.round_id where d.state = 'open' and r.state = 'open'`,
      ),
      owed: await count(
        `obligation o join round_form f on f.id = o.round_form_id join round d on d.id = f.round_id
         where d.state = 'open'`,
      ),
      answers: await count(`answer where inbox_id is not null`),
      corrected: await count(
        `answer a where a.how = 'given' and a.inbox_id is not null and exists (select 1 from answer b
         where b.report_id = a.report_id and b.path = a.path and b.seq < a.seq and b.how = 'given')`,
      ),
      photos: await count(`attachment where kind = 'photo' and hash is not null`),
    },
    broken: {
      answersWithoutMessage: await count(
        `answer a where a.inbox_id is not null and not exists (select 1 from inbox i where i.id = a.inbox_id)`,
      ),
      answersTwice: await count(
        `(select 1 from answer where how = 'given' and inbox_id is not null
          group by report_id, path, inbox_id having count(*) > 1) t`,
      ),
      historyGaps: await count(
        `(select 1 from answer group by report_id, path having count(*) <> max(seq) or count(distinct seq) <> count(*)) t`,
      ),
      repliesWithoutMessage:
        (await count(`outbox where key like 'reply:%:0'`)) -
        (await count(`inbox i join outbox o on o.key = 'reply:' || i.id || ':0' where i.state = 'done'`)),
      remindersTwice: await count(`(select 1 from outbox where priority = 1 group by key having count(*) > 1) t`),
      daysWithTwoReminders: await count(
        `(select 1 from outbox where priority = 1 and state = 'sent' and person_id is not null
            and key like 'remind:%' and key not like '%:colek-%'
          group by person_id, (sent_at + 28800000) / 86400000 having count(*) > 1) t`,
      ),
      sessionsTwice: await count(
        `(select 1 from session where person_id is not null group by report_id, person_id having count(*) > 1) t`,
      ),
    },
  }
}

/** Latest answers that people gave, by region and path: to be compared with what they meant. */
export async function listGivenAnswers(
  sql: Sql,
): Promise<readonly { readonly userId: string; readonly path: string; readonly value: string | null }[]> {
  return sql.all(
    `select a.path, a.value, d.user_id as "userId" from answer a
     join inbox i on i.id = a.inbox_id join address d on d.id = i.address_id
     where a.how = 'given' and not exists (select 1 from answer b
       where b.report_id = a.report_id and b.path = a.path and b.seq > a.seq)`,
  )
}
