import { loadDemo } from '../app/load-demo.ts'
import { setUp } from '../app/set-up.ts'
import type { Config } from '../config.ts'
import { requireDataKey } from '../lib/key-file.ts'
import { keysFrom } from '../lib/seal.ts'
import { openDatabase } from '../store/database.ts'
import { countPersons } from '../store/people.ts'
import { findSetting } from '../store/settings.ts'
import { backupFolder } from './with-database.ts'

/** The database is there and current; an empty one is filled with the demo, one with people in it never. */
export async function prepareDatabase(now: number, config: Config): Promise<void> {
  const db = await openDatabase(config.databaseUrl)
  try {
    await setUp(db, { now, backupFolder: backupFolder(config) })
    const empty = (await countPersons(db)) === 0 && (await findSetting(db, 'demo')) === undefined
    if (!empty) return
    const { hashKey } = keysFrom(requireDataKey(config.dataDir, config.dataKey))
    await loadDemo(db, { now, hashKey, actor: 'start' })
  } finally {
    await db.close()
  }
}
