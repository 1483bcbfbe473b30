import type { Database } from './database.ts'
import { shippedMigrations } from './migrate.ts'

export type Readiness = 'ready' | 'empty' | 'older' | 'newer'

/** Whether the database is at the version of this code. Changes nothing. */
export async function readiness(db: Database): Promise<Readiness> {
  const tables =
    db.dialect === 'sqlite'
      ? `select 1 as one from sqlite_master where type = 'table' and name = 'migration'`
      : `select 1 as one from information_schema.tables where table_schema = current_schema() and table_name = 'migration'`
  if ((await db.all(tables)).length === 0) return 'empty'
  const applied = new Set((await db.all<{ name: string }>('select name from migration')).map((row) => row.name))
  const shipped = shippedMigrations(db.dialect).map((migration) => migration.name)
  if ([...applied].some((name) => !shipped.includes(name))) return 'newer'
  return shipped.every((name) => applied.has(name)) ? 'ready' : 'older'
}
