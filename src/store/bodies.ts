import type { Sql } from './database.ts'

/** Pokja and Forum: the bodies of a kabupaten that the results are brought to. */
export interface Body {
  readonly id: number
  readonly kabupatenCode: string
  readonly kind: 'pokja' | 'forum'
  readonly name: string
  /** The SK that founds it, as it is written. */
  readonly decree: string
  readonly memberCount: number
}

export async function listBodies(sql: Sql): Promise<readonly Body[]> {
  return sql.all<Body>(
    `select id, kabupaten_code as "kabupatenCode", kind, name, decree, member_count as "memberCount" from body
     order by kabupaten_code, kind`,
  )
}

/** Adds a body that is not there yet; one that people changed stays as they left it. */
export async function addBody(sql: Sql, programmeId: number, body: Omit<Body, 'id'>): Promise<void> {
  await sql.run(
    `insert into body (programme_id, kabupaten_code, kind, name, decree, member_count) values ($1, $2, $3, $4, $5, $6)
     on conflict (kabupaten_code, kind) do nothing`,
    programmeId,
    body.kabupatenCode,
    body.kind,
    body.name,
    body.decree,
    body.memberCount,
  )
}
