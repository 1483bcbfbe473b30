import type { Sql } from './database.ts'

/** Everything that is kept about one person, row by row, for the copy that they may ask for. */

export interface CopiedPerson {
  readonly name: string
  readonly sex: string | null
  readonly language: string
  readonly sapaan: string | null
  readonly phoneSealed: string | null
  readonly stoppedAt: number | null
  readonly createdAt: number
}

export async function findCopiedPerson(sql: Sql, personId: number): Promise<CopiedPerson | undefined> {
  const [row] = await sql.all<CopiedPerson>(
    `select name, sex, language, sapaan, phone_sealed as "phoneSealed", stopped_at as "stoppedAt", created_at as "createdAt"
     from person where id = $1 and name <> '(dihapus)'`,
    personId,
  )
  return row
}

export interface CopiedAddress {
  readonly channel: string
  readonly userId: string
  readonly profileName: string | null
  readonly createdAt: number
  /** Others write from it too: what was said there is not told apart, and not copied. */
  readonly shared: 0 | 1
}

export async function listCopiedAddresses(sql: Sql, personId: number): Promise<readonly CopiedAddress[]> {
  return sql.all(
    `select a.channel, a.user_id as "userId", a.profile_name as "profileName", a.created_at as "createdAt",
       case when exists (select 1 from shared_address z where z.address_id = a.id) then 1 else 0 end as shared
     from address a where a.person_id = $1
       or exists (select 1 from shared_address z where z.address_id = a.id and z.person_id = $1) order by a.id`,
    personId,
  )
}

export async function listAllConsents(
  sql: Sql,
  personId: number,
): Promise<
  readonly {
    readonly kind: string
    readonly given: number
    readonly textVersion: string
    readonly channel: string
    readonly at: number
  }[]
> {
  return sql.all(
    'select kind, given, text_version as "textVersion", channel, at from consent where person_id = $1 order by id',
    personId,
  )
}

export interface CopiedAnswer {
  readonly at: number
  readonly formVersionId: number
  readonly regionCode: string | null
  readonly path: string
  readonly value: string | null
  readonly raw: string | null
}

export async function listCopiedAnswers(sql: Sql, personId: number): Promise<readonly CopiedAnswer[]> {
  return sql.all(
    `select w.at, r.form_version_id as "formVersionId", o.region_code as "regionCode", w.path, w.value, w.raw
     from answer w join report r on r.id = w.report_id left join obligation o on o.id = r.obligation_id
     where w.person_id = $1 and w.how = 'given' order by w.id`,
    personId,
  )
}

export interface CopiedMessage {
  readonly at: number
  readonly from: 'orang' | 'bot'
  readonly channel: string
  /** InboundContent or OutboundMessage as JSON. */
  readonly body: string
}

/** What was said on addresses that are this person's alone. */
export async function listCopiedMessages(sql: Sql, personId: number): Promise<readonly CopiedMessage[]> {
  const alone = 'a.person_id = $1 and not exists (select 1 from shared_address z where z.address_id = a.id)'
  return sql.all(
    `select i.received_at as at, 'orang' as "from", a.channel, i.content as body
     from inbox i join address a on a.id = i.address_id where ${alone}
     union all select coalesce(o.sent_at, o.created_at), 'bot', a.channel, o.body
     from outbox o join address a on a.id = o.address_id where ${alone} and o.state in ('sent', 'in_doubt')
     order by 1, 2`,
    personId,
  )
}

export async function listCopiedFiles(
  sql: Sql,
  personId: number,
): Promise<
  readonly {
    readonly at: number
    readonly kind: string
    readonly bytes: number | null
    readonly caption: string | null
    readonly transcript: string | null
  }[]
> {
  return sql.all(
    `select t.created_at as at, t.kind, t.bytes, t.caption, t.transcript from attachment t join inbox i on i.id = t.inbox_id
     join address a on a.id = i.address_id
     where a.person_id = $1 and t.hash is not null and not exists (select 1 from shared_address z where z.address_id = a.id)
     order by t.id`,
    personId,
  )
}
