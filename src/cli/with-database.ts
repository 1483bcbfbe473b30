import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import type { CommandContext } from './command.ts'

/**
 * Opens the database of the settings and closes it after `work`. Commands run beside the
 * service: they only write rows.
 */
export async function withDatabase<T>(
  context: Pick<CommandContext, 'config'>,
  work: (db: Database, config: Config) => Promise<T>,
): Promise<T> {
  const config = await context.config()
  const db = await openDatabase(config.databaseUrl)
  try {
    return await work(db, config)
  } finally {
    await db.close()
  }
}

export const backupFolder = (config: Config) => join(config.dataDir, 'backups')
