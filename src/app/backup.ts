import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { keysFolder } from '../lib/key-file.ts'
import { addDays, localDate } from '../lib/local-time.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import { attachmentsFolder } from '../store/attachment-files.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { shippedMigrations } from '../store/migrate.ts'
import { readiness } from '../store/ready.ts'
import { setSetting } from '../store/settings.ts'

/**
 * Backups of a running system: one file with a consistent copy of the database, every attachment it names, and what
 * they belong to. A backup is only called good after the copy was opened and checked.
 */
export interface BackupManifest {
  readonly format: 1
  readonly madeAt: string
  /** Names of the migrations, so that an older program does not take it. */
  readonly migrations: readonly string[]
  /** Of DATA_KEY: phone numbers can only be read with the same key. */
  readonly keyFingerprint: string
  readonly withKeys: boolean
  readonly databaseSha256: string
}

export interface BackupCounts {
  readonly file: string
  readonly bytes: number
  readonly attachments: number
}

const databaseName = 'kentongan.db'
const manifestName = 'manifest.json'

/**
 * Writes a backup (`.tar.gz`) while the service runs. The file appears whole or not at all. Throws `Problem` when the
 * copy is not sound, and for PostgreSQL, which has its own tools.
 */
export async function backUp(
  db: Database,
  file: string,
  options: {
    readonly now: number
    readonly dataDir: string
    readonly keyFingerprint: string
    readonly withKeys: boolean
  },
): Promise<BackupCounts> {
  const { now, dataDir } = options
  if (db.dialect !== 'sqlite')
    throw new Problem(
      'backup_elsewhere',
      'PostgreSQL is backed up with pg_dump, together with DATA_DIR: see docs/operations.md',
    )
  await mkdir(dirname(file), { recursive: true })
  // beside the target, so that the last step is a rename within one disk
  const folder = await mkdtemp(join(dirname(file), '.backup-'))
  try {
    const copy = join(folder, databaseName)
    await db.copyTo(copy)
    await requireSound(copy)
    // a link, followed when packing: attachments never change, so they need not be copied first
    if (existsSync(attachmentsFolder(dataDir)))
      await symlink(resolve(attachmentsFolder(dataDir)), join(folder, 'attachments'))
    if (options.withKeys && existsSync(keysFolder(dataDir)))
      await cp(keysFolder(dataDir), join(folder, 'keys'), { recursive: true })
    const manifest: BackupManifest = {
      format: 1,
      madeAt: new Date(now).toISOString(),
      migrations: shippedMigrations('sqlite').map((m) => m.name),
      keyFingerprint: options.keyFingerprint,
      withKeys: options.withKeys,
      databaseSha256: await sha256Of(copy),
    }
    await writeFile(join(folder, manifestName), JSON.stringify(manifest, null, 2))

    const part = join(folder, 'backup.tar.gz')
    const entries = (await readdir(folder)).filter((name) => name !== 'backup.tar.gz')
    // the manifest first: whoever looks into a backup need not unpack it
    entries.sort((a, b) => Number(b === manifestName) - Number(a === manifestName))
    let attachments = 0
    const { create } = await import('tar')
    await create(
      {
        gzip: true,
        cwd: folder,
        file: part,
        portable: true,
        follow: true,
        mode: 0o600,
        filter: (path, entry) => {
          if (/\.part-/.test(path)) return false
          if (path.startsWith('attachments/') && 'isFile' in entry && entry.isFile()) attachments++
          return true
        },
      },
      entries,
    )
    await syncFile(part)
    await rename(part, file)
    const { size } = await stat(file)
    await setSetting(db, 'last_backup', { at: now, file, bytes: size })
    return { file, bytes: size, attachments }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('backup_failed', `no backup was made at ${file}: ${messageOf(error)}`, {}, { cause: error })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a backup says of itself. Throws `Problem('bad_backup')`. */
export async function readManifest(file: string): Promise<BackupManifest> {
  const { list } = await import('tar')
  let text = ''
  try {
    await list({
      file,
      onReadEntry: (entry) => {
        if (entry.path === manifestName) entry.on('data', (part) => (text += part.toString('utf8')))
      },
    })
    if (text === '') throw new Error('there is no manifest in it')
    const manifest = JSON.parse(text) as BackupManifest
    if (manifest.format !== 1) throw new Error(`format ${String(manifest.format)} is not known to this version`)
    return manifest
  } catch (error) {
    throw new Problem('bad_backup', `${file} is no backup of Kentongan: ${messageOf(error)}`, {}, { cause: error })
  }
}

/**
 * Puts a backup in place of the database file and adds its attachments. What was there is kept beside it under
 * `….before-restore-…`. The caller makes sure that no service runs. Throws `Problem` before anything is touched when
 * the backup is damaged or of a newer version.
 */
export async function restore(
  file: string,
  target: { readonly databaseFile: string; readonly dataDir: string; readonly now: number },
): Promise<{ readonly manifest: BackupManifest; readonly keptAs: string | undefined }> {
  const manifest = await readManifest(file)
  const known = new Set(shippedMigrations('sqlite').map((m) => m.name))
  const newer = manifest.migrations.find((name) => !known.has(name))
  if (newer !== undefined)
    throw new Problem(
      'database_newer',
      `${file} was made by a newer version (it knows ${newer}): update Kentongan first`,
    )

  const stamp = new Date(target.now).toISOString().replace(/[:.]/g, '')
  await mkdir(dirname(target.databaseFile), { recursive: true })
  const { extract } = await import('tar')
  const folder = await mkdtemp(join(dirname(target.databaseFile), '.restore-'))
  try {
    try {
      await extract({
        file,
        cwd: folder,
        preserveOwner: false,
        strict: true,
        // a backup holds files and folders; a link in it would lead out of the folder
        filter: (_, entry) => !('type' in entry) || entry.type === 'File' || entry.type === 'Directory',
      })
    } catch (error) {
      throw new Problem('bad_backup', `${file} is damaged: ${messageOf(error)}`, {}, { cause: error })
    }
    const copy = join(folder, databaseName)
    if ((await sha256Of(copy)) !== manifest.databaseSha256)
      throw new Problem('bad_backup', `${file} is damaged: the database in it is not the one it was made with`)
    await requireSound(copy)

    const attachments = join(folder, 'attachments')
    if (existsSync(attachments)) await cp(attachments, attachmentsFolder(target.dataDir), { recursive: true })
    const keys = join(folder, 'keys')
    if (existsSync(keys)) await putKeys(keys, keysFolder(target.dataDir), stamp)
    let keptAs: string | undefined
    if (existsSync(target.databaseFile)) {
      keptAs = `${target.databaseFile}.before-restore-${stamp}`
      // what SQLite still holds in its log belongs to the file that goes away
      for (const suffix of ['-wal', '-shm'])
        if (existsSync(target.databaseFile + suffix)) await rename(target.databaseFile + suffix, keptAs + suffix)
      await rename(target.databaseFile, keptAs)
    }
    await rename(copy, target.databaseFile)
    return { manifest, keptAs }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The backup's keys belong to its database; another key that was there is kept beside it. */
async function putKeys(from: string, to: string, stamp: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of await readdir(from)) {
    const file = join(to, name)
    const bytes = await readFile(join(from, name))
    if (existsSync(file)) {
      if (bytes.equals(await readFile(file))) continue
      await rename(file, `${file}.before-restore-${stamp}`)
    }
    await writeFile(file, bytes, { mode: 0o600 })
  }
}

const dailyName = (dateOn: string) => `kentongan-${dateOn}.tar.gz`
const dailyPattern = /^kentongan-(\d{4}-\d{2}-\d{2})\.tar\.gz$/

/** Days whose backups are kept: the last seven, and the newest of each of the four weeks before. */
export function backupsToKeep(dates: readonly string[], todayOn: string): ReadonlySet<string> {
  const keep = new Set(dates.filter((on) => on > addDays(todayOn, -7)))
  for (let week = 1; week <= 4; week++) {
    const from = addDays(todayOn, -7 * (week + 1))
    const until = addDays(todayOn, -7 * week)
    const newest = dates
      .filter((on) => on > from && on <= until)
      .sort()
      .at(-1)
    if (newest !== undefined) keep.add(newest)
  }
  return keep
}

/** The night's backup in `folder`, once a day, and the old ones cleared away. For the clockwork. */
export async function rotateBackups(
  db: Database,
  folder: string,
  options: { readonly now: number; readonly dataDir: string; readonly keyFingerprint: string; readonly zone?: string },
): Promise<{ readonly made: boolean; readonly removed: number }> {
  const todayOn = localDate(options.now, options.zone ?? 'Asia/Makassar')
  const file = join(folder, dailyName(todayOn))
  const made = !existsSync(file)
  if (made) await backUp(db, file, { ...options, withKeys: false })
  const dates = (await readdir(folder)).flatMap((name) => dailyPattern.exec(name)?.[1] ?? [])
  const keep = backupsToKeep(dates, todayOn)
  const old = dates.filter((on) => !keep.has(on) && on < todayOn)
  for (const on of old) await rm(join(folder, dailyName(on)))
  return { made, removed: old.length }
}

/** Opens a copy and has SQLite look at every page. Throws `Problem('not_sound')`. */
async function requireSound(file: string): Promise<void> {
  const db = await openDatabase(`file:${file}`)
  try {
    const rows = await db.all<{ integrity_check: string }>('pragma integrity_check(3)')
    const faults = rows.map((row) => row.integrity_check).filter((fault) => fault !== 'ok')
    if (faults.length > 0) throw new Problem('not_sound', `the copy of the database is damaged: ${faults.join('; ')}`)
    // an empty file is sound too
    if ((await readiness(db)) === 'empty') throw new Problem('not_sound', 'the copy of the database is empty')
    // one file: nothing may stay behind in a log beside it
    await db.all('pragma wal_checkpoint(truncate)')
    await db.all('pragma journal_mode = delete')
  } finally {
    await db.close()
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
