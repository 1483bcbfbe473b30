import type { Database, Sql } from './database.ts'
import { listFreeFiles } from './named-files.ts'
import { droppedContent } from './retention.ts'

/** What is left of a person: a row without a name, so that what villages reported keeps its place and its number. */
export const erasedName = '(dihapus)'

export interface ErasedCounts {
  readonly addresses: number
  readonly received: number
  readonly sent: number
  readonly answers: number
  readonly files: number
}

/** An answer with what the rules need to know: is it the village's figure, or the person's own words? */
export interface AnswerOfPerson {
  readonly id: number
  readonly path: string
  readonly formVersionId: number
}

export async function listAnswersOfPerson(sql: Sql, personId: number): Promise<readonly AnswerOfPerson[]> {
  return sql.all(
    `select a.id, a.path, r.form_version_id as "formVersionId" from answer a join report r on r.id = a.report_id
     where a.person_id = $1 order by a.id`,
    personId,
  )
}

/** When the row was made: together with its number it tells the person in a copy of the database from anybody else. */
export async function findCreatedAt(sql: Sql, personId: number): Promise<number | undefined> {
  const [row] = await sql.all<{ at: number; name: string }>(
    'select created_at as at, name from person where id = $1',
    personId,
  )
  return row && row.name !== erasedName ? row.at : undefined
}

/**
 * Takes a person out of every table, in the transaction of `sql`. `words`: ids of the answers that are the person's own
 * words. Returns the counts, and the hashes of files that nobody else sent.
 */
export async function eraseRows(
  sql: Sql,
  db: Database,
  personId: number,
  words: readonly number[],
  now: number,
): Promise<{ readonly counts: ErasedCounts; readonly files: readonly string[] }> {
  const mine = await sql.all<{ id: number; laneId: number; shared: number }>(
    `select a.id, a.lane_id as "laneId",
       case when exists (select 1 from shared_address z where z.address_id = a.id and z.person_id <> $1) then 1 else 0 end as shared
     from address a where a.person_id = $1 or exists (select 1 from shared_address z where z.address_id = a.id and z.person_id = $1)`,
    personId,
  )
  // on a telephone that others use as well nobody knows whose words are whose: all of them go, the address stays theirs
  const all = JSON.stringify(mine.map(({ id }) => id))
  const own = JSON.stringify(mine.filter(({ shared }) => !shared).map(({ id }) => id))
  const lanes = await sql.all<{ id: number }>(
    `select id from lane where id in (select lane_id from address where id in ${db.ids(2)})
       or (person_id = $1 and not exists (select 1 from address a where a.lane_id = lane.id))`,
    personId,
    own,
  )
  const ownLanes = JSON.stringify(lanes.map(({ id }) => id))

  const files = await eraseFiles(sql, db, all, now)
  const received = await sql.run(
    `update inbox set content = $2, external_id = 'erased:' || id, error = null, state = 'done' where address_id in ${db.ids()}`,
    all,
    droppedContent,
  )
  await sql.run(
    `delete from delivery where outbox_id in (select id from outbox where address_id in ${db.ids(2)} or person_id = $1)`,
    personId,
    all,
  )
  const sent = await sql.run(
    `update outbox set body = '{"text":""}', message_ref = null, error = null,
       state = case when state in ('waiting', 'knocked', 'in_doubt') then 'cancelled' else state end
     where address_id in ${db.ids(2)} or person_id = $1`,
    personId,
    all,
  )
  await sql.run('update answer set raw = null, reason = null where person_id = $1', personId)
  await sql.run(`update answer set value = null, how = 'taken_back' where id in ${db.ids()}`, JSON.stringify(words))
  await eraseSessions(sql, db, personId, ownLanes)
  for (const statement of [
    `update follow_up set reason = null, evidence = '' where person_id = $1`,
    'update village_check set note = null where person_id = $1',
    'update later_question set note = null where person_id = $1',
    `update staff_item set details = '{}', handled_at = coalesce(handled_at, $2), handled_by = coalesce(handled_by, 'system') where person_id = $1`,
    // a story goes with its teller, wherever it had come to
    `update story set title = null, text = null, pseudonym = null, photos = 0, published_where = null, state = 'ditarik',
       withdrawn_at = coalesce(withdrawn_at, $2), withdrawn_because = null, changed_at = $2 where person_id = $1`,
    'delete from invitation where person_id = $1',
    'delete from address_claim where person_id = $1',
    'delete from person_question where person_id = $1',
    'delete from shared_address where person_id = $1',
    'delete from sign_in_link where person_id = $1',
    'delete from web_session where person_id = $1',
    'update holding set until_at = $2 where person_id = $1 and (until_at is null or until_at > $2)',
    `update audit set details = '{}' where object = 'person:' || cast($1 as text) or actor = 'person:' || cast($1 as text)`,
  ])
    await sql.run(statement, personId, ...(statement.includes('$2') ? [now] : []))
  await sql.run(`update staff_item set details = '{}' where lane_id in ${db.ids()}`, ownLanes)
  await sql.run(
    `update address set user_id = 'erased:' || id, chat_id = 'erased:' || id, profile_name = null, person_id = null,
       reach = 'gone', reach_note = null, speaker_id = null where id in ${db.ids()}`,
    own,
  )
  await sql.run(
    `update address set profile_name = null, speaker_id = null, spoke_at = null,
       person_id = (select z.person_id from shared_address z where z.address_id = address.id order by 1 limit 1)
     where id in ${db.ids()} and person_id = $2`,
    all,
    personId,
  )
  await sql.run(
    `update lane set person_id = null, active_session_id = null, pending = null where id in ${db.ids()}`,
    ownLanes,
  )
  await sql.run(
    `update person set name = $2, sex = null, sapaan = null, phone_sealed = null, phone_hash = null,
       stopped_at = coalesce(stopped_at, $3) where id = $1`,
    personId,
    erasedName,
    now,
  )
  return {
    counts: { addresses: mine.length, received, sent, answers: words.length, files: files.count },
    files: files.hashes,
  }
}

/** The files that came from these addresses, with their captions and what staff wrote down of them. */
async function eraseFiles(
  sql: Sql,
  db: Database,
  addressIds: string,
  now: number,
): Promise<{ readonly count: number; readonly hashes: readonly string[] }> {
  const theirs = `select t.id from attachment t join inbox i on i.id = t.inbox_id where i.address_id in ${db.ids()}`
  const rows = await sql.all<{ hash: string }>(
    `select distinct hash from attachment where hash is not null and id in (${theirs})`,
    addressIds,
  )
  const count = await sql.run(
    `update attachment set hash = null, mime = null, bytes = null, file_ref = '{}', caption = null, transcript = null,
       state = 'refused', refused_because = 'dihapus' where id in (${theirs})`,
    addressIds,
  )
  // the same picture may have been sent by somebody else too, or be ours: then the file stays
  const hashes = rows.map(({ hash }) => hash)
  return { count, hashes: await listFreeFiles(sql, db, hashes, now) }
}

/** Conversations hold names and words in their state; what was answered stands in `answer`, and a successor begins from there. */
async function eraseSessions(sql: Sql, db: Database, personId: number, laneIds: string): Promise<void> {
  const theirs = `select id from session where person_id = $1 or lane_id in ${db.ids(2)}`
  await sql.run(`delete from session_snapshot where session_id in (${theirs})`, personId, laneIds)
  await sql.run(`delete from session_earlier where session_id in (${theirs})`, personId, laneIds)
  await sql.run(`delete from session where person_id = $1 or lane_id in ${db.ids(2)}`, personId, laneIds)
}
