import type { ConsentKind } from '../domain/consents.ts'
import type { Sql } from './database.ts'

export interface ConsentText {
  readonly id: number
  readonly kind: ConsentKind
  readonly number: number
  readonly text: string
  readonly english: string | null
  readonly enrolment: string | null
  readonly at: number
}

const columns = 't.id, t.kind, t.number, t.text, t.english, t.enrolment, t.at'
const newest = 't.number = (select max(n.number) from consent_text n where n.kind = t.kind)'
/** The last word of a person `p` on a purpose. */
const lastWord = (person: string, kind: string) =>
  `c.id = (select max(d.id) from consent d where d.person_id = ${person} and d.kind = ${kind})`
const saysTheSame = `(c.text_version = t.kind || ' ' || t.number or c.text_version = coalesce(t.enrolment, ''))`

export async function addConsentText(
  sql: Sql,
  text: Omit<ConsentText, 'id' | 'number'> & { readonly actor: string },
): Promise<ConsentText> {
  const [row] = await sql.all<{ id: number; number: number }>(
    `insert into consent_text (kind, number, text, english, enrolment, at, actor)
     select cast($1 as text), coalesce(max(number), 1) + 1, cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as bigint), cast($6 as text)
     from consent_text where kind = $1 returning id, number`,
    text.kind,
    text.text,
    text.english,
    text.enrolment,
    text.at,
    text.actor,
  )
  return { ...text, ...row! }
}

/** The text in force of every purpose that has one of its own; the first versions stand in the enrolment dialogue. */
export async function listConsentTexts(sql: Sql): Promise<readonly ConsentText[]> {
  return sql.all(`select ${columns} from consent_text t where ${newest} order by t.kind`)
}

export async function findConsentText(sql: Sql, id: number): Promise<ConsentText | undefined> {
  const [row] = await sql.all<ConsentText>(`select ${columns} from consent_text t where t.id = $1`, id)
  return row
}

/**
 * What this person has agreed to in an older version and was not asked about again yet; of groups, also who was never
 * asked. Who said no is not asked again.
 */
export async function findConsentDue(sql: Sql, personId: number): Promise<ConsentText | undefined> {
  const [row] = await sql.all<ConsentText>(
    `select ${columns} from consent_text t left join consent c on ${lastWord('$1', 't.kind')}
     where ${newest} and ((c.given = 1 and not ${saysTheSame}) or (c.id is null and t.kind = 'group'))
       and not exists (select 1 from person_question q where q.kind = 'consent' and q.ref_id = t.id and q.person_id = $1)
     order by t.id limit 1`,
    personId,
  )
  return row
}

/** A text without which nothing may be asked, and to which this person said no. */
export async function findRefusedText(sql: Sql, personId: number): Promise<ConsentText | undefined> {
  const [row] = await sql.all<ConsentText>(
    `select ${columns} from consent_text t join consent c on ${lastWord('$1', 't.kind')}
     where ${newest} and t.kind in ('reporting', 'contact') and c.given = 0 order by t.id limit 1`,
    personId,
  )
  return row
}

/** Where each person with a seat stands with a text. */
export interface ConsentState {
  readonly personId: number
  readonly name: string
  readonly regionCode: string | null
  /** yes: this version; old: an older one; no; none: no word yet */
  readonly state: 'yes' | 'old' | 'no' | 'none'
  readonly textVersion: string | null
  readonly at: number | null
  /** The question is open. */
  readonly asked: 0 | 1
}

export async function listConsentStates(sql: Sql, textId: number, now: number): Promise<readonly ConsentState[]> {
  return sql.all(
    `select p.id as "personId", p.name,
       (select min(coalesce(s.region_code, b.kabupaten_code, '*')) from holding h join seat s on s.id = h.seat_id
        left join body b on b.id = s.body_id where h.person_id = p.id and (h.until_at is null or h.until_at > $2)) as "regionCode",
       case when c.id is null then 'none' when c.given = 0 then 'no' when ${saysTheSame} then 'yes' else 'old' end as state,
       c.text_version as "textVersion", c.at,
       case when exists (select 1 from person_question q where q.kind = 'consent' and q.ref_id = t.id
         and q.person_id = p.id and q.answered_at is null) then 1 else 0 end as asked
     from consent_text t cross join person p left join consent c on ${lastWord('p.id', 't.kind')}
     where t.id = $1 and exists (select 1 from holding h where h.person_id = p.id and h.from_at <= $2 and (h.until_at is null or h.until_at > $2))
       and exists (select 1 from address a where a.person_id = p.id)
     order by "regionCode", p.id`,
    textId,
    now,
  )
}
