import { setUp } from '../app/set-up.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../store/database.ts'
import { countPersons } from '../store/people.ts'
import { findSetting } from '../store/settings.ts'
import { backupFolder } from './with-database.ts'

/**
 * The database is there and current; an empty one is filled with the demo, one with people in it never. `note` says
 * what takes a few seconds.
 */
export async function prepareDatabase(
  now: number,
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'dataKey'>,
  note: (text: string) => void,
): Promise<void> {
  const db = await openDatabase(config.databaseUrl)
  try {
    await setUp(db, { now, backupFolder: backupFolder(config) })
    const empty = (await countPersons(db)) === 0 && (await findSetting(db, 'demo')) === undefined
    if (!empty) return
    note('An empty database: a demo with invented people is made, and the first day of their round played …')
    const { beginDemo } = await import('./begin-demo.ts')
    await beginDemo(db, config, now)
  } finally {
    await db.close()
  }
}
