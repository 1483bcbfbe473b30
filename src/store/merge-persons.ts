import type { Database, Sql } from './database.ts'
import { giveAddressTo } from './lanes.ts'

/**
 * Every column that names a person, read from the database itself, so that a new table is not forgotten: by convention
 * they are called `…person_id`, `…speaker_id` or `…_by_id`. Holdings and shared phones need more than a new number.
 */
async function columnsThatNamePersons(sql: Sql, db: Database): Promise<readonly { table: string; column: string }[]> {
  const columns = await sql.all<{ table: string; column: string }>(
    db.dialect === 'sqlite'
      ? `select m.name as "table", i.name as "column" from sqlite_master m, pragma_table_info(m.name) i
         where m.type = 'table' and m.name not like 'sqlite%'`
      : `select table_name as "table", column_name as "column" from information_schema.columns
         where table_schema = current_schema()`,
  )
  return columns.filter(
    ({ table, column }) =>
      /(?:person|speaker|_by)_id$/.test(column) && table !== 'holding' && table !== 'shared_address',
  )
}

/** Everything of one person becomes another's, whose row stays. */
export async function mergePersons(
  sql: Sql,
  db: Database,
  { keep, other }: { readonly keep: number; readonly other: number },
): Promise<void> {
  // where both hold a seat now, one holding is enough
  await sql.run(
    `update holding set until_at = from_at where person_id = $2 and until_at is null and seat_id in
       (select h.seat_id from holding h where h.person_id = $1 and h.until_at is null)`,
    keep,
    other,
  )
  await sql.run('update holding set person_id = $1 where person_id = $2', keep, other)
  // a refresher that both were sent is read when either read it
  await sql.run(
    `update policy_receipt set acknowledged_at = coalesce(acknowledged_at, (select o.acknowledged_at from policy_receipt o
       where o.person_id = $2 and o.message_id = policy_receipt.message_id)) where person_id = $1`,
    keep,
    other,
  )
  await sql.run(
    `delete from policy_receipt where person_id = $2
       and message_id in (select k.message_id from policy_receipt k where k.person_id = $1)`,
    keep,
    other,
  )
  await sql.run(
    `delete from breach_person where person_id = $2
       and breach_id in (select k.breach_id from breach_person k where k.person_id = $1)`,
    keep,
    other,
  )
  for (const { table, column } of await columnsThatNamePersons(sql, db))
    await sql.run(`update ${table} set ${column} = $1 where ${column} = $2`, keep, other)
  await sql.run(
    `delete from shared_address where person_id = $2 and address_id in (select address_id from shared_address where person_id = $1)`,
    keep,
    other,
  )
  await sql.run('update shared_address set person_id = $1 where person_id = $2', keep, other)
  // a phone that these two "shared" is one person's own
  const alone = await sql.all<{ id: number }>(
    'select address_id as id from shared_address group by address_id having count(*) = 1',
  )
  for (const { id } of alone) await sql.run('delete from shared_address where address_id = $1', id)
  const [address] = await sql.all<{ addressId: number; laneId: number }>(
    'select id as "addressId", lane_id as "laneId" from address where person_id = $1 order by last_in_at desc, id limit 1',
    keep,
  )
  if (address) await giveAddressTo(sql, { ...address, personId: keep })
  await sql.run(
    `update person set sex = coalesce(sex, (select o.sex from person o where o.id = $2)),
       sapaan = coalesce(sapaan, (select o.sapaan from person o where o.id = $2)),
       phone_sealed = coalesce(phone_sealed, (select o.phone_sealed from person o where o.id = $2)),
       phone_hash = coalesce(phone_hash, (select o.phone_hash from person o where o.id = $2)),
       stopped_at = coalesce(stopped_at, (select o.stopped_at from person o where o.id = $2)) where id = $1`,
    keep,
    other,
  )
  await sql.run('delete from person where id = $1', other)
}
