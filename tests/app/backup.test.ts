import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, backupsToKeep, readManifest, restore, rotateBackups } from '../../src/app/backup.ts'
import { setUp } from '../../src/app/set-up.ts'
import { putAttachment, readAttachment } from '../../src/store/attachment-files.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { insertPersons } from '../../src/store/seats.ts'
import { findSetting } from '../../src/store/settings.ts'

const now = Date.parse('2024-08-14T02:00:00Z')
const DAY = 86_400_000
const keyFingerprint = 'f'.repeat(16)
const photo = Buffer.from('a photo of goats')
const photoHash = createHash('sha256').update(photo).digest('hex')

let folder: string
let dataDir: string
let db: Database
const opened: Database[] = []

async function open(file: string): Promise<Database> {
  const database = await openDatabase(`file:${file}`)
  opened.push(database)
  return database
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-backup-'))
  dataDir = join(folder, 'data')
  db = await open(join(dataDir, 'kentongan.db'))
  await setUp(db, { now, backupFolder: join(dataDir, 'backups') })
  await addPerson('Debora Contoh')
  await putAttachment(dataDir, photoHash, photo)
  mkdirSync(join(dataDir, 'keys'))
  writeFileSync(join(dataDir, 'keys', 'data.key'), 'the key\n')
})
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function addPerson(name: string): Promise<void> {
  await insertPersons(db, db, [{ name, sex: null, language: 'id', phoneSealed: null, phoneHash: null }], {
    demo: false,
    now,
  })
}
const options = () => ({ now, dataDir, keyFingerprint, withKeys: false })
const namesIn = async (database: Database) =>
  (await database.all<{ name: string }>('select name from person order by id')).map((row) => row.name)

describe('a backup', () => {
  it('brings back database and attachments elsewhere', async () => {
    const file = join(folder, 'b.tar.gz')
    expect(await backUp(db, file, options())).toMatchObject({ file, attachments: 1 })
    const elsewhere = join(folder, 'elsewhere')
    const { keptAs } = await restore(file, { databaseFile: join(elsewhere, 'k.db'), dataDir: elsewhere, now })
    expect(keptAs).toBeUndefined()
    expect(await namesIn(await open(join(elsewhere, 'k.db')))).toEqual(['Debora Contoh'])
    expect(await readAttachment(elsewhere, photoHash)).toEqual(photo)
    expect(existsSync(join(elsewhere, 'keys'))).toBe(false)
  })

  it('says which version and key it belongs to, and leaves the keys out unless asked', async () => {
    const file = join(folder, 'b.tar.gz')
    await backUp(db, file, { ...options(), withKeys: true })
    expect(await readManifest(file)).toMatchObject({
      format: 1,
      keyFingerprint,
      withKeys: true,
      madeAt: '2024-08-14T02:00:00.000Z',
    })
    const elsewhere = join(folder, 'elsewhere')
    await restore(file, { databaseFile: join(elsewhere, 'k.db'), dataDir: elsewhere, now })
    expect(readFileSync(join(elsewhere, 'keys', 'data.key'), 'utf8')).toBe('the key\n')
    expect(statSync(join(elsewhere, 'keys', 'data.key')).mode & 0o777).toBe(0o600)
  })

  it('is consistent while people write: each pair of rows is in it whole or not at all', async () => {
    await db.run('create table pair (n integer primary key, half integer)')
    let writing = true
    let n = 0
    const writer = (async () => {
      while (writing) {
        n++
        await db.transaction(async (sql) => {
          await sql.run('insert into pair values ($1, 1)', 2 * n)
          await new Promise((resolve) => setImmediate(resolve))
          await sql.run('insert into pair values ($1, 2)', 2 * n + 1)
        })
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    const files = [1, 2, 3].map((i) => join(folder, `b${i}.tar.gz`))
    for (const file of files) await backUp(db, file, options())
    writing = false
    await writer
    for (const [i, file] of files.entries()) {
      const target = join(folder, `r${i}`)
      await restore(file, { databaseFile: join(target, 'k.db'), dataDir: target, now })
      const copy = await open(join(target, 'k.db'))
      const [sums] = await copy.all<{ first: number; second: number }>(
        'select sum(half = 1) as first, sum(half = 2) as second from pair',
      )
      expect(sums?.first ?? 0).toBe(sums?.second ?? 0)
    }
    expect(n).toBeGreaterThan(5)
  })

  it('leaves nothing half done behind, and is noted as the last good one', async () => {
    const file = join(folder, 'out', 'b.tar.gz')
    await backUp(db, file, options())
    expect(readdirSync(join(folder, 'out'))).toEqual(['b.tar.gz'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await findSetting(db, 'last_backup')).toEqual({ at: now, file, bytes: statSync(file).size })

    writeFileSync(join(folder, 'not-a-folder'), '')
    await expect(backUp(db, join(folder, 'not-a-folder', 'b.tar.gz'), options())).rejects.toThrow()
    expect((await findSetting(db, 'last_backup'))?.file).toBe(file)
  })
})

describe('restoring', () => {
  it('keeps what was there', async () => {
    const file = join(folder, 'b.tar.gz')
    await backUp(db, file, options())
    await addPerson('Yafet Contoh')
    await opened.pop()!.close()
    const databaseFile = join(dataDir, 'kentongan.db')
    const { keptAs } = await restore(file, { databaseFile, dataDir, now })
    expect(await namesIn(await open(databaseFile))).toEqual(['Debora Contoh'])
    expect(await namesIn(await open(keptAs!))).toEqual(['Debora Contoh', 'Yafet Contoh'])
  })

  it.each([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5_000)],
    [
      'has one byte changed',
      (bytes: Buffer) => Buffer.from(bytes.map((b, i) => (i === bytes.length >> 1 ? b ^ 255 : b))),
    ],
    ['is something else', () => Buffer.from('halo')],
  ])('refuses a backup that %s, before anything is touched', async (_, damage) => {
    const file = join(folder, 'b.tar.gz')
    await backUp(db, file, options())
    writeFileSync(file, damage(readFileSync(file)))
    const target = join(folder, 'target')
    await expect(restore(file, { databaseFile: join(target, 'k.db'), dataDir: target, now })).rejects.toMatchObject({
      code: 'bad_backup',
    })
    expect(existsSync(join(target, 'k.db'))).toBe(false)
    expect(existsSync(target) ? readdirSync(target) : []).toEqual([])
  })
})

describe('the nightly rotation', () => {
  it('keeps the last seven days and one of each of the four weeks before', () => {
    const dates = Array.from({ length: 60 }, (_, i) => new Date(now - i * DAY).toISOString().slice(0, 10))
    const kept = [...backupsToKeep(dates, '2024-08-14')].sort().reverse()
    expect(kept.slice(0, 7)).toEqual(dates.slice(0, 7))
    expect(kept.slice(7)).toEqual(['2024-08-07', '2024-07-31', '2024-07-24', '2024-07-17'])
  })

  it('makes one a day and clears away what is old, and nothing that it did not make', async () => {
    const backups = join(folder, 'backups')
    mkdirSync(backups)
    for (const name of [
      'kentongan-2024-01-01.tar.gz',
      'before-update.db',
      'kentongan-2024-08-13.tar.gz',
      'mine.tar.gz',
    ])
      writeFileSync(join(backups, name), '')
    expect(await rotateBackups(db, backups, { now, dataDir, keyFingerprint })).toEqual({ made: true, removed: 1 })
    expect(readdirSync(backups).sort()).toEqual([
      'before-update.db',
      'kentongan-2024-08-13.tar.gz',
      'kentongan-2024-08-14.tar.gz',
      'mine.tar.gz',
    ])
    expect(await rotateBackups(db, backups, { now: now + 1_000, dataDir, keyFingerprint })).toEqual({
      made: false,
      removed: 0,
    })
  })
})
