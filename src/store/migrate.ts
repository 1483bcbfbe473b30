import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../lib/problem.ts'
import type { Database } from './database.ts'

/**
 * Migrations are plain SQL files per dialect, in order of their names, one transaction each, remembered with their
 * checksum. A database that knows a migration which we do not have was made by a newer version, and is refused.
 */
const folder = join(import.meta.dirname, '..', '..', 'prisma', 'migrations')

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export function shippedMigrations(dialect: Database['dialect']): readonly Migration[] {
  return readdirSync(join(folder, dialect))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, dialect, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database to this version; returns the names applied, none when it was there already. `before` runs once
 * ahead of the first change of a database that already holds something: a backup belongs there.
 */
export async function migrate(
  db: Database,
  options: { readonly now: number; readonly before?: () => Promise<void>; readonly migrations?: readonly Migration[] },
): Promise<readonly string[]> {
  const shipped = options.migrations ?? shippedMigrations(db.dialect)
  await db.run(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at bigint not null)',
  )
  const applied = await db.all<{ name: string; checksum: string }>('select name, checksum from migration order by name')

  for (const { name, checksum } of applied) {
    const known = shipped.find((m) => m.name === name)
    if (!known)
      throw new Problem(
        'database_newer',
        `the database ${db.place} was made by a newer version (it knows ${name}): update Kentongan, or restore an older backup`,
      )
    if (known.checksum !== checksum)
      throw new Problem('migration_changed', `migration ${name} was changed after it was applied to ${db.place}`)
  }
  const missing = shipped.filter((m) => !applied.some((a) => a.name === m.name))
  if (missing.length === 0) return []
  if (applied.length > 0) await options.before?.()
  for (const migration of missing)
    await db.transaction(async (sql) => {
      for (const statement of statementsOf(migration.sql)) await sql.run(statement)
      await sql.run(
        'insert into migration (name, checksum, applied_at) values ($1, $2, $3)',
        migration.name,
        migration.checksum,
        options.now,
      )
    })
  return missing.map((m) => m.name)
}

/** Our files hold no semicolon but at the end of a statement, and comments only on lines of their own. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
