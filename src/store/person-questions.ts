import type { Sql } from './database.ts'

/** Questions to be answered with ya or tidak that the house put to a person because somebody else wants something. */

export interface PersonQuestion {
  readonly id: number
  readonly personId: number
  /** `policy`: has it been read; `story`: may it go out like this; `consent`: a new text of what was agreed to. */
  readonly kind: 'claim' | 'delegation' | 'policy' | 'story' | 'consent'
  readonly refId: number
}

const select = 'select id, person_id as "personId", kind, ref_id as "refId" from person_question'

export async function createQuestion(
  sql: Sql,
  question: Omit<PersonQuestion, 'id'> & { readonly at: number },
): Promise<number> {
  const [row] = await sql.all<{ id: number }>(
    'insert into person_question (person_id, kind, ref_id, asked_at) values ($1, $2, $3, $4) returning id',
    question.personId,
    question.kind,
    question.refId,
    question.at,
  )
  return row!.id
}

/** The open question about something, if there is one. */
export async function findQuestionAbout(
  sql: Sql,
  about: { readonly kind: PersonQuestion['kind']; readonly refId: number },
): Promise<number | undefined> {
  const [row] = await sql.all<{ id: number }>(
    'select id from person_question where kind = $1 and ref_id = $2 and answered_at is null order by id desc limit 1',
    about.kind,
    about.refId,
  )
  return row?.id
}

/** One that is still open. */
export async function findQuestion(sql: Sql, id: number): Promise<PersonQuestion | undefined> {
  const [row] = await sql.all<PersonQuestion>(`${select} where id = $1 and answered_at is null`, id)
  return row
}

/** What a person was asked and has not answered, the newest first. */
export async function listOpenQuestions(sql: Sql, personId: number): Promise<readonly PersonQuestion[]> {
  return sql.all<PersonQuestion>(`${select} where person_id = $1 and answered_at is null order by id desc`, personId)
}

/** Answered by the one who was asked; others may be asked about the same. */
export async function closeQuestion(sql: Sql, id: number, at: number): Promise<void> {
  await sql.run('update person_question set answered_at = $2 where id = $1 and answered_at is null', id, at)
}

/** Answered, by whomever: nobody is asked about it any more. */
export async function closeQuestions(
  sql: Sql,
  about: { readonly kind: PersonQuestion['kind']; readonly refId: number },
  at: number,
): Promise<void> {
  await sql.run(
    'update person_question set answered_at = $3 where kind = $1 and ref_id = $2 and answered_at is null',
    about.kind,
    about.refId,
    at,
  )
}
