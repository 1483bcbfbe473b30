import type { LaterKind, LaterQuestion } from '../domain/later-questions.ts'
import type { Database, Parameter, Sql } from './database.ts'
import { within } from './scope.ts'

/** What villages are asked some time after a report: whether goods are in use, whether a training is practised. */
export interface StoredLaterQuestion extends LaterQuestion {
  readonly id: number
  readonly reportId: number
  readonly regionCode: string
  readonly regionName: string
  readonly timesAsked: number
  readonly askedAt: number | null
  readonly answer: string | null
  readonly note: string | null
  readonly answeredAt: number | null
}

const columns = `q.id, q.kind, q.report_id as "reportId", q.item, q.region_code as "regionCode", r.name as "regionName",
  q.label, q.since_on as "sinceOn", q.after_days as "afterDays", q.due_on as "dueOn", q.times_asked as "timesAsked",
  q.asked_at as "askedAt", q.answer, q.note, q.answered_at as "answeredAt"`
const from = 'later_question q join region r on r.code = q.region_code'

/**
 * What a report now makes the house ask later: what was owed before and is no more goes, unless it was asked already;
 * what is new comes where it lies ahead of `todayOn`, as the form itself asked the rest.
 */
export async function setLaterQuestions(
  sql: Sql,
  of: { readonly reportId: number; readonly regionCode: string; readonly todayOn: string },
  questions: readonly LaterQuestion[],
): Promise<void> {
  const known = await sql.all<{ id: number; item: string; afterDays: number; askedAt: number | null }>(
    'select id, item, after_days as "afterDays", asked_at as "askedAt" from later_question where report_id = $1',
    of.reportId,
  )
  for (const row of known) {
    const still = questions.some((q) => q.item === row.item && q.afterDays === row.afterDays)
    if (!still && row.askedAt === null) await sql.run('delete from later_question where id = $1', row.id)
  }
  for (const q of questions) {
    const row = known.find((k) => k.item === q.item && k.afterDays === q.afterDays)
    if (row)
      await sql.run(
        'update later_question set label = $2, since_on = $3, due_on = $4 where id = $1 and asked_at is null',
        row.id,
        q.label,
        q.sinceOn,
        q.dueOn,
      )
    else if (q.dueOn > of.todayOn)
      await sql.run(
        `insert into later_question (kind, report_id, item, region_code, label, since_on, after_days, due_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        q.kind,
        of.reportId,
        q.item,
        of.regionCode,
        q.label,
        q.sinceOn,
        q.afterDays,
        q.dueOn,
      )
  }
}

/** Those to be asked now within a region: due, not long past, not answered, and not asked too often or too lately. */
export async function listDueLaterQuestions(
  sql: Sql,
  about: {
    readonly regionCode: string
    readonly dueFrom: string
    readonly dueUntil: string
    readonly askedBefore: number
    readonly timesAsked: number
  },
): Promise<readonly StoredLaterQuestion[]> {
  const parameters: Parameter[] = [about.dueFrom, about.dueUntil, about.askedBefore, about.timesAsked]
  const inRegion = within('q.region_code', [about.regionCode], parameters)
  return sql.all(
    `select ${columns} from ${from}
     where q.due_on between $1 and $2 and q.answer is null and q.times_asked < $4
       and (q.asked_at is null or q.asked_at < $3) and ${inRegion} order by q.id`,
    ...parameters,
  )
}

export async function markLaterAsked(sql: Sql, db: Database, ids: readonly number[], now: number): Promise<void> {
  await sql.run(
    `update later_question set asked_at = $2, times_asked = times_asked + 1 where id in ${db.ids()}`,
    JSON.stringify(ids),
    now,
  )
}

/** Undefined: there is none with this id. */
export async function answerLaterQuestion(
  sql: Sql,
  said: {
    readonly id: number
    readonly answer: string
    readonly note: string | null
    readonly talkReportId: number
    readonly personId: number | null
    readonly at: number
  },
): Promise<{ readonly kind: LaterKind; readonly reportId: number; readonly regionCode: string } | undefined> {
  const [row] = await sql.all<{ kind: LaterKind; reportId: number; regionCode: string }>(
    `update later_question set answer = $2, note = $3, talk_report_id = $4, person_id = $5, answered_at = $6
     where id = $1 returning kind, report_id as "reportId", region_code as "regionCode"`,
    said.id,
    said.answer,
    said.note,
    said.talkReportId,
    said.personId,
    said.at,
  )
  return row
}

export async function listLaterQuestions(
  sql: Sql,
  regionCodes: readonly string[],
): Promise<readonly StoredLaterQuestion[]> {
  const parameters: Parameter[] = []
  const inRegion = within('q.region_code', regionCodes, parameters)
  return sql.all(`select ${columns} from ${from} where ${inRegion} order by q.due_on, q.id`, ...parameters)
}
