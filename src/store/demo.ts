import type { Json } from '../lib/json.ts'
import type { Database, Sql } from './database.ts'
import { listFreeFiles } from './named-files.ts'

/** Rows of the demo: written in sets, and taken out again without a trace. */

/** What keeps a demo from being loaded: people and plans that nobody invented. */
export async function countRealRows(sql: Sql): Promise<{ readonly persons: number; readonly activities: number }> {
  const [row] = await sql.all<{ persons: number; activities: number }>(
    `select (select count(*) from person where demo = 0) as persons,
       (select count(*) from entity_item where demo = 0) as activities`,
  )
  return row!
}

export async function markDemoRegions(
  sql: Sql,
  db: Database,
  regions: readonly { readonly code: string; readonly kind: string; readonly reporting: 'one' | 'each' }[],
): Promise<void> {
  await sql.run(
    `update region set demo = 1, village_type = 'dampingan', kind = j.kind, reporting = j.reporting
     from ${db.rows({ code: 'text', kind: 'text', reporting: 'text' })} where region.code = j.code`,
    JSON.stringify(regions),
  )
}

/** One lane and one simulator address for each person. */
export async function insertSimulatorAddresses(
  sql: Sql,
  db: Database,
  people: readonly { readonly personId: number; readonly userId: string; readonly name: string }[],
  now: number,
): Promise<void> {
  const rows = JSON.stringify(people.map((p) => ({ person_id: p.personId, user_id: p.userId, name: p.name })))
  const columns = db.rows({ person_id: 'int', user_id: 'text', name: 'text' })
  await sql.run(`insert into lane (person_id) select person_id from ${columns}`, rows)
  await sql.run(
    `insert into address (channel, user_id, chat_id, lane_id, person_id, profile_name, created_at, last_in_at)
     select 'simulator', j.user_id, j.user_id, l.id, j.person_id, j.name, cast($2 as bigint), cast($2 as bigint)
     from ${columns} join lane l on l.person_id = j.person_id`,
    rows,
    now,
  )
}

export async function insertConsents(
  sql: Sql,
  db: Database,
  personIds: readonly number[],
  consent: {
    readonly kinds: readonly string[]
    readonly textVersion: string
    readonly channel: string
    readonly at: number
  },
): Promise<void> {
  for (const kind of consent.kinds)
    await sql.run(
      `insert into consent (person_id, kind, given, text_version, channel, at)
       select id, $2, 1, $3, $4, cast($5 as bigint) from person where id in ${db.ids()} order by id`,
      JSON.stringify(personIds),
      kind,
      consent.textVersion,
      consent.channel,
      consent.at,
    )
}

export interface PastReport {
  readonly obligationId: number
  readonly seatId: number
  readonly personId: number
  readonly formVersionId: number
  readonly state: 'submitted' | 'verified'
  readonly submittedAt: number
  readonly late: boolean
  readonly receipt: string
  readonly answers: readonly { readonly path: string; readonly value: Json }[]
}

/** Reports that are in, with their answers. */
export async function insertPastReports(sql: Sql, db: Database, reports: readonly PastReport[]): Promise<void> {
  const columns = {
    obligation_id: 'int',
    seat_id: 'int',
    form_version_id: 'int',
    state: 'text',
    at: 'bigint',
    late: 'int',
    receipt: 'text',
  } as const
  const made = await sql.all<{ id: number; obligation_id: number }>(
    `insert into report (obligation_id, seat_id, form_version_id, state, started_at, submitted_at, verified_at, late, receipt)
     select obligation_id, seat_id, form_version_id, state, at, at, case when state = 'verified' then at end, late, receipt
     from ${db.rows(columns)} returning id, obligation_id`,
    JSON.stringify(
      reports.map((r) => ({
        obligation_id: r.obligationId,
        seat_id: r.seatId,
        form_version_id: r.formVersionId,
        state: r.state,
        at: r.submittedAt,
        late: r.late ? 1 : 0,
        receipt: r.receipt,
      })),
    ),
  )
  const reportIds = new Map(made.map((row) => [row.obligation_id, row.id]))
  await sql.run(
    `insert into answer (report_id, path, seq, value, how, person_id, at)
     select report_id, path, 1, value, 'given', person_id, at
     from ${db.rows({ report_id: 'int', path: 'text', value: 'text', person_id: 'int', at: 'bigint' })}`,
    JSON.stringify(
      reports.flatMap((r) =>
        r.answers.map(({ path, value }) => ({
          report_id: reportIds.get(r.obligationId)!,
          path,
          value: JSON.stringify(value),
          person_id: r.personId,
          at: r.submittedAt,
        })),
      ),
    ),
  )
}

/**
 * Removes the demo: its people, seats, rounds, plan, and all that was said and sent by and to them. Only for a database
 * on which nobody real is; regions, forms, programme, calendar and other rounds stay. Returns the hashes of files that
 * belonged to it and to nothing else.
 */
export async function removeDemo(sql: Sql, db: Database, now: number): Promise<readonly string[]> {
  const in1 = db.ids(1)
  const in2 = db.ids(2)
  const ids = async (query: string, ...parameters: readonly string[]) =>
    JSON.stringify((await sql.all<{ id: number }>(query, ...parameters)).map((row) => row.id))

  const persons = await ids('select id from person where demo = 1')
  const seats = await ids('select id from seat where demo = 1')
  const rounds = await ids('select id from round where demo = 1')
  // strangers who wrote to the simulator belong to the demo too
  const lanes = await ids(
    `select id from lane where person_id in ${in1}
     union select lane_id from address where channel in ('simulator', 'terminal')`,
    persons,
  )
  const inbox = await ids(`select id from inbox where lane_id in ${in1}`, lanes)
  const sessions = await ids(`select id from session where lane_id in ${in1} or person_id in ${in2}`, lanes, persons)
  const reports = await ids(
    `select id from report where seat_id in ${in1} union select report_id from session where id in ${in2}`,
    seats,
    sessions,
  )
  const items = await ids(
    'select id from entity_item where demo = 1 or region_code in (select code from region where demo = 1)',
  )
  const files = await sql.all<{ hash: string }>(
    `select distinct hash from attachment where hash is not null and (report_id in ${in1} or inbox_id in ${in2})
     union select hash from document where hash is not null and demo = 1`,
    reports,
    inbox,
  )

  await removeDemoFollowUp(sql, reports, rounds, db)
  await sql.run(`delete from entity_change where item_id in ${in1}`, items)
  await sql.run('delete from document_reference where document_id in (select id from document where demo = 1)')
  await sql.run('delete from document where demo = 1')
  await sql.run('delete from interest where demo = 1')
  await sql.run(`delete from activity_match where entity_item_id in ${in1}`, items)
  await sql.run(`delete from entity_item where id in ${in1}`, items)
  await sql.run(`delete from answer where report_id in ${in1}`, reports)
  await sql.run(`delete from report_figures where report_id in ${in1}`, reports)
  await sql.run(`delete from attachment where report_id in ${in1} or inbox_id in ${in2}`, reports, inbox)
  await sql.run(`delete from returned_answer where report_id in ${in1}`, reports)
  await sql.run(`delete from staff_item where report_id in ${in1} or person_id in ${in2}`, reports, persons)
  await sql.run(`delete from staff_item where lane_id in ${in1}`, lanes)
  await sql.run(`delete from delivery where outbox_id in (select id from outbox where lane_id in ${in1})`, lanes)
  await sql.run(`delete from outbox where lane_id in ${in1}`, lanes)
  await sql.run(`delete from inbox where id in ${in1}`, inbox)
  await sql.run(`delete from session_snapshot where session_id in ${in1}`, sessions)
  await sql.run(`delete from session_earlier where session_id in ${in1}`, sessions)
  await sql.run(`delete from session where id in ${in1}`, sessions)
  await sql.run(`delete from report where id in ${in1}`, reports)
  await sql.run(
    `delete from obligation where region_code in (select code from region where demo = 1)
       or region_code in (select region_code from seat where id in ${in1})
       or round_form_id in (select id from round_form where round_id in ${in2})`,
    seats,
    rounds,
  )
  await sql.run(`delete from round_form where round_id in ${in1}`, rounds)
  await sql.run(`delete from round where id in ${in1}`, rounds)
  await sql.run(`delete from consent where person_id in ${in1}`, persons)
  await sql.run(`delete from invitation where person_id in ${in1}`, persons)
  await sql.run(`delete from invitation_attempt where lane_id in ${in1}`, lanes)
  await sql.run(`delete from sign_in_link where person_id in ${in1}`, persons)
  await sql.run(`delete from web_session where person_id in ${in1}`, persons)
  await sql.run(`delete from person_question where person_id in ${in1}`, persons)
  await sql.run(`delete from delegation where person_id in ${in1}`, persons)
  await sql.run(`delete from address_claim where person_id in ${in1} or lane_id in ${in2}`, persons, lanes)
  await sql.run(`delete from shared_address where person_id in ${in1}`, persons)
  await sql.run(`delete from group_chat where address_id in (select id from address where lane_id in ${in1})`, lanes)
  await sql.run(`delete from holding where person_id in ${in1} or seat_id in ${in2}`, persons, seats)
  await sql.run(`delete from address where lane_id in ${in1}`, lanes)
  await sql.run(`delete from lane where id in ${in1}`, lanes)
  await sql.run(`delete from seat where id in ${in1}`, seats)
  await sql.run(`delete from person where id in ${in1}`, persons)
  await sql.run(
    `update region set demo = 0, village_type = '', reporting = 'one',
       kind = case when substr(code, 10, 1) = '1' then 'kelurahan' else 'desa' end where demo = 1`,
  )
  return listFreeFiles(
    sql,
    db,
    files.map((file) => file.hash),
    now,
  )
}

/** Recommendations and meetings of the demo: of its rounds, or told in its reports. */
async function removeDemoFollowUp(sql: Sql, reports: string, rounds: string, db: Database): Promise<void> {
  const chosen = `select id from recommendation where report_id in ${db.ids(1)} or round_id in ${db.ids(2)}
    or region_code in (select code from region where demo = 1)
    or id in (select recommendation_id from recommendation_village where region_code in (select code from region where demo = 1))`
  const recommendations = JSON.stringify((await sql.all<{ id: number }>(chosen, reports, rounds)).map((r) => r.id))
  for (const table of ['village_check', 'follow_up', 'recommendation_village'])
    await sql.run(`delete from ${table} where recommendation_id in ${db.ids()}`, recommendations)
  await sql.run(`delete from recommendation where id in ${db.ids()}`, recommendations)
  await sql.run(`delete from follow_up_talk where report_id in ${db.ids()}`, reports)
  await sql.run(`delete from matrix_version where round_id in ${db.ids()}`, rounds)
  const meetings = `select id from meeting where demo = 1 or report_id in ${db.ids(1)}`
  for (const table of ['meeting_session', 'commitment'])
    await sql.run(`delete from ${table} where meeting_id in (${meetings})`, reports)
  await sql.run(`delete from meeting where demo = 1 or report_id in ${db.ids(1)}`, reports)
}
