import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { Problem } from '../lib/problem.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { readiness } from '../store/ready.ts'
import { audit } from '../store/settings.ts'
import type { CommandContext } from './command.ts'

type Work<T> = (db: Database, config: Config) => Promise<T>

/**
 * Opens the database of the settings and closes it after `work`. Commands run beside the service: they only write rows.
 * Throws `Problem` with what to do when it was not set up, or not for this version.
 */
export async function withDatabase<T>(
  context: Pick<CommandContext, 'config'> & Partial<Pick<CommandContext, 'clock' | 'trace'>>,
  work: Work<T>,
): Promise<T> {
  const { databaseUrl } = await context.config()
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : undefined
  // opening a file that is not there would make one
  if (file !== undefined && !existsSync(file)) throw notReady(file, 'does not exist: run "kentongan setup" first')
  return withNewDatabase(context, async (db, config) => {
    switch (await readiness(db)) {
      case 'empty':
        throw notReady(db.place, 'is empty: run "kentongan setup" first')
      case 'older':
        throw notReady(db.place, 'is of an older version: run "kentongan setup", which makes a backup first')
      case 'newer':
        throw notReady(db.place, 'was made by a newer version: update Kentongan')
      case 'ready':
        if (context.trace !== undefined && context.clock && !db.readonly)
          await audit(db, {
            at: context.clock.now(),
            actor: 'cli',
            action: 'terminal_read',
            object: `command:${context.trace}`,
          })
        return work(db, config)
    }
  })
}

/** The same for a database that may be new: set-up itself. */
export async function withNewDatabase<T>(context: Pick<CommandContext, 'config'>, work: Work<T>): Promise<T> {
  const config = await context.config()
  const db = await openDatabase(config.databaseUrl)
  try {
    return await work(db, config)
  } finally {
    await db.close()
  }
}

export const backupFolder = (config: Pick<Config, 'dataDir'>) => join(config.dataDir, 'backups')

const notReady = (place: string, because: string) => new Problem('not_set_up', `the database ${place} ${because}`)
