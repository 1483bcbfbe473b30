import type { Sql } from './database.ts'

/**
 * Which edition of a table that we ship was loaded. The same edition is not loaded again, so that what people removed
 * from it does not come back at the next start.
 */
export async function findSeedMark(sql: Sql, name: string): Promise<string | undefined> {
  const [row] = await sql.all<{ value: string }>('select value from setting where key = $1', `seed:${name}`)
  return row && (JSON.parse(row.value) as string)
}

export async function setSeedMark(sql: Sql, name: string, edition: string): Promise<void> {
  await sql.run(
    'insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value',
    `seed:${name}`,
    JSON.stringify(edition),
  )
}
