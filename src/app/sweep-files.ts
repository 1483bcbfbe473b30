import { lstat, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DAY } from '../lib/local-time.ts'
import { listOldFiles, removeOldFile } from '../store/attachment-files.ts'
import { listMessageFiles, listNeededFiles } from '../store/named-files.ts'
import type { Services } from './services.ts'

/** No write and no backup takes so long: what is older was cut off. */
const leftBehindMs = DAY

export interface Swept {
  readonly n: number
  readonly bytes: number
  readonly oldestAt: number | null
}

/**
 * Removes the files of the attachments folder that were made before `cut` and that no row needs, with what broken writes
 * and backups left behind. `dry`: only counts. What is kept while this runs is safe: it is young again before a row
 * names it.
 */
export async function sweepFiles(
  { db, dataDir }: Services,
  { now, cut, dry }: { readonly now: number; readonly cut: number; readonly dry: boolean },
): Promise<Swept> {
  const swept = { n: 0, bytes: 0, oldestAt: null as number | null }
  const count = (file: { readonly bytes: number; readonly at: number }) => {
    swept.n++
    swept.bytes += file.bytes
    swept.oldestAt = Math.min(swept.oldestAt ?? file.at, file.at)
  }
  const inMessages = await listMessageFiles(db, now)
  for await (const old of listOldFiles(dataDir, { keptBefore: cut, leftBefore: now - leftBehindMs })) {
    const hashes = old.flatMap(({ hash }) => hash ?? [])
    const needed = await listNeededFiles(db, db, hashes, inMessages)
    for (const file of old)
      if ((file.hash === undefined || !needed.has(file.hash)) && (dry || removeOldFile(file))) count(file)
  }
  for (const folder of await listCutOffBackups(db.dialect === 'sqlite' ? db.place : undefined, dataDir, now)) {
    count(folder)
    if (!dry) await rm(folder.path, { recursive: true, force: true })
  }
  return swept
}

/** Working folders of backups and restores that a kill or a power cut ended: each holds a whole copy of the database. */
async function listCutOffBackups(databaseFile: string | undefined, dataDir: string, now: number) {
  const places: (readonly [string, RegExp])[] = [[join(dataDir, 'backups'), /^\.backup-\w{6}$/]]
  if (databaseFile !== undefined) places.push([dirname(databaseFile), /^\.restore-\w{6}$/])
  const found: { path: string; bytes: number; at: number }[] = []
  for (const [place, pattern] of places)
    for (const name of await readdir(place).catch(() => [])) {
      if (!pattern.test(name)) continue
      const path = join(place, name)
      const files = [path, ...(await readdir(path).catch(() => [])).map((inner) => join(path, inner))]
      const stats = (await Promise.all(files.map((file) => lstat(file).catch(() => undefined)))).filter((s) => !!s)
      const at = Math.max(...stats.map(({ mtimeMs }) => Math.floor(mtimeMs)))
      const bytes = stats.filter((s) => s.isFile()).reduce((sum, { size }) => sum + size, 0)
      if (stats.length > 0 && at < now - leftBehindMs) found.push({ path, bytes, at })
    }
  return found
}
