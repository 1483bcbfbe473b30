// Fresh, migrated databases for tests: SQLite in a temporary folder always, PostgreSQL where TEST_POSTGRES_URL names a
// server on which databases may be made.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'

export interface Fresh {
  readonly url: string
  readonly dialect: 'sqlite' | 'postgresql'
  drop(): Promise<void>
}

export async function freshDatabase(dialect: 'sqlite' | 'postgresql'): Promise<Fresh> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'kentongan-'))
    return {
      dialect,
      url: `file:${join(folder, 'test.db')}`,
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const server = process.env['TEST_POSTGRES_URL']!
  const name = `kentongan_test_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await admin(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { dialect, url: url.toString(), drop: () => admin(`drop database if exists ${name} with (force)`) }
}

const dialects: readonly Fresh['dialect'][] = process.env['TEST_POSTGRES_URL'] ? ['sqlite', 'postgresql'] : ['sqlite']

/** Runs one suite on every dialect that this machine has. `open` gives a new, empty, migrated database each time. */
export function onEveryDialect(name: string, suite: (open: () => Promise<Database>) => void): void {
  for (const dialect of dialects)
    describe(`${name} (${dialect})`, () => {
      const cleanups: (() => Promise<void>)[] = []
      afterEach(async () => {
        for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
      })
      suite(async () => {
        const fresh = await freshDatabase(dialect)
        cleanups.push(fresh.drop)
        const db = await openDatabase(fresh.url)
        cleanups.push(() => db.close())
        await migrate(db, { now: 0 })
        return db
      })
    })
}
