import { createHash } from 'node:crypto'
import type { FormSource } from '../flows/form-source.ts'
import type { Sql } from './database.ts'

export interface FormVersionRow {
  readonly id: number
  readonly name: string
  readonly number: number
  readonly version: string
  readonly title: string
}

/** Installs a form; the same content again is the version that is there. Running sessions keep theirs. */
export async function installForm(
  sql: Sql,
  source: FormSource,
  now: number,
): Promise<FormVersionRow & { readonly isNew: boolean }> {
  const name = source.settings.form_id
  const body = JSON.stringify(source)
  const hash = createHash('sha256').update(body).digest('hex')
  const select = 'select id, name, number, version, title from form_version'
  const [known] = await sql.all<FormVersionRow>(`${select} where name = $1 and hash = $2`, name, hash)
  if (known) return { ...known, isNew: false }

  const title = source.settings.form_title[source.settings.default_language] ?? name
  const [made] = await sql.all<FormVersionRow>(
    `insert into form_version (name, number, version, title, source, hash, installed_at)
     values ($1, (select coalesce(max(number), 0) + 1 from form_version where name = $1), $2, $3, $4, $5, $6)
     returning id, name, number, version, title`,
    name,
    source.settings.version,
    title,
    body,
    hash,
    now,
  )
  return { ...made!, isNew: true }
}

export async function findLatestForm(sql: Sql, name: string): Promise<FormVersionRow | undefined> {
  const [row] = await sql.all<FormVersionRow>(
    'select id, name, number, version, title from form_version where name = $1 order by number desc limit 1',
    name,
  )
  return row
}

export async function findFormSource(sql: Sql, id: number): Promise<FormSource | undefined> {
  const [row] = await sql.all<{ source: string }>('select source from form_version where id = $1', id)
  return row && (JSON.parse(row.source) as FormSource)
}

/** The newest version of every form, by name. */
export async function listLatestForms(sql: Sql): Promise<readonly FormVersionRow[]> {
  return sql.all<FormVersionRow>(
    `select id, name, number, version, title from form_version f
     where number = (select max(number) from form_version g where g.name = f.name) order by name`,
  )
}

/** Every version of a form, the oldest first. */
export async function listFormVersions(sql: Sql, name: string): Promise<readonly FormVersionRow[]> {
  return sql.all<FormVersionRow>(
    'select id, name, number, version, title from form_version where name = $1 order by number',
    name,
  )
}
