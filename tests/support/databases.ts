// Fresh databases for tests: SQLite in a temporary folder always, PostgreSQL where TEST_POSTGRES_URL names a server on
// which databases may be made.
import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { beginWith, runFolder } from './begin-with.ts'
import { templatesOfRun } from './global-setup.ts'

type Dialect = 'sqlite' | 'postgresql'

export interface Fresh {
  readonly url: string
  readonly dialect: Dialect
  drop(): Promise<void>
}

export async function freshDatabase(dialect: Dialect): Promise<Fresh> {
  return dialect === 'sqlite' ? newFile() : newOnServer('')
}

/** What many tests begin with: filled once in a run for each dialect, and copied for each of them. */
export interface Beginning {
  readonly name: string
  readonly fill: (db: Database) => Promise<void>
}

/** Gives a new database, migrated and empty, or as the beginning leaves it. */
export type Open = (beginning?: Beginning) => Promise<Database>

const migrated: Beginning = { name: 'migrated', fill: (db) => migrate(db, { now: 0 }).then(() => undefined) }

async function copyOf(dialect: Dialect, { name, fill }: Beginning): Promise<Fresh> {
  const fillIn = async (url: string) => {
    const db = await openDatabase(url)
    if (name !== migrated.name) await migrate(db, { now: 0 })
    await fill(db)
    await db.close()
  }
  if (dialect === 'sqlite') {
    const template = await beginWith(`${name}.db`, (path) => fillIn(`file:${path}`))
    const fresh = newFile()
    copyFileSync(template, fresh.url.slice('file:'.length))
    return fresh
  }
  const template = templatesOfRun(runFolder()) + createHash('sha256').update(name).digest('hex').slice(0, 12)
  await beginWith(`${name}.postgresql`, async () => {
    await admin(`create database ${template}`)
    await fillIn(urlOf(template))
  })
  return newOnServer(`template ${template}`)
}

function newFile(): Fresh {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-'))
  return {
    dialect: 'sqlite',
    url: `file:${join(folder, 'test.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function newOnServer(as: string): Promise<Fresh> {
  const name = `kentongan_test_${randomBytes(6).toString('hex')}`
  await admin(`create database ${name} ${as}`)
  return {
    dialect: 'postgresql',
    url: urlOf(name),
    drop: () => admin(`drop database if exists ${name} with (force)`),
  }
}

function urlOf(name: string): string {
  const url = new URL(process.env['TEST_POSTGRES_URL']!)
  url.pathname = `/${name}`
  // nothing here outlives a crash of the server: no need to wait for its disk
  url.searchParams.set('options', '-c synchronous_commit=off')
  return url.toString()
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const dialects: readonly Dialect[] = process.env['TEST_POSTGRES_URL'] ? ['sqlite', 'postgresql'] : ['sqlite']

/** Runs one suite on every dialect that this machine has. `open` gives a new database each time. */
export function onEveryDialect(name: string, suite: (open: Open) => void): void {
  for (const dialect of dialects)
    describe(`${name} (${dialect})`, () => {
      const { open, close } = opener(dialect)
      afterEach(close)
      suite(open)
    })
}

/** For a suite that shares its databases, and closes them itself when all of it is done. */
export function opener(dialect: Dialect): { readonly open: Open; readonly close: () => Promise<void> } {
  const cleanups: (() => Promise<void>)[] = []
  return {
    open: async (beginning = migrated) => {
      const fresh = await copyOf(dialect, beginning)
      cleanups.push(fresh.drop)
      const db = await openDatabase(fresh.url)
      cleanups.push(() => db.close())
      return db
    },
    close: async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
    },
  }
}
