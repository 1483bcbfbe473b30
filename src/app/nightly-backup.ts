import { join } from 'node:path'
import { rotateBackups } from './backup.ts'
import type { Counts } from './job-runs.ts'
import type { Services } from './services.ts'

/** The night's backup beside the attachments, old ones cleared away. PostgreSQL has its own tools: nothing is done. */
export async function nightlyBackup({ db, dataDir, keyFingerprint }: Services, now: number): Promise<Counts> {
  if (db.dialect !== 'sqlite') return {}
  const { made, removed } = await rotateBackups(db, join(dataDir, 'backups'), { now, dataDir, keyFingerprint })
  return { made: Number(made), removed }
}
