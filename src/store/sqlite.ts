import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'
import { messageOf, Problem } from '../lib/problem.ts'
import type { Database, Parameter, Sql } from './database.ts'
import { Gate } from './gate.ts'
import { generated } from './generated-client.ts'

/** How long a statement waits for another process (a command, a backup) to let go of the write lock. */
const BUSY_TIMEOUT_MS = 5_000

const columnSql = (name: string) => `value->>'${name}' as ${name}`

/** Numbered parameters (?1) count as named ones for the driver: they are handed over by their number. */
function bound(parameters: readonly Parameter[]): Record<string, Parameter> {
  const named: Record<string, Parameter> = {}
  for (let i = 0; i < parameters.length; i++) named[i + 1] = parameters[i]!
  return named
}

/**
 * SQLite with the settings that promises rest on: WAL, and FULL synchronisation (with NORMAL, a power cut loses
 * acknowledged messages). Prisma shares the connection and the gate.
 */
export async function openSqlite(file: string): Promise<Database> {
  let adapter: SqlDriverAdapter & { readonly client: Sqlite.Database }
  let connection: Sqlite.Database
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    adapter = (await new PrismaBetterSqlite3({ url: file, timeout: BUSY_TIMEOUT_MS }).connect()) as typeof adapter
    connection = adapter.client
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    // what is deleted or overwritten does not linger in the pages that are written anyway
    connection.pragma('secure_delete = FAST')
    // 16 MB of log before it is folded into the database: each fold syncs the whole file once more
    connection.pragma('wal_autocheckpoint = 4000')
    connection.pragma('cache_size = -16000')
    connection.pragma('temp_store = MEMORY')
  } catch (error) {
    throw new Problem(
      'database_unusable',
      `cannot open the database ${file}: ${messageOf(error)}`,
      {},
      { cause: error },
    )
  }
  const gate = new Gate()
  let client: ReturnType<Database['prisma']> | undefined
  return {
    ...databaseOn(connection, file, gate),
    prisma: () => (client ??= generated(() => import('./prisma-sqlite.ts').then((m) => m.sqlitePrisma(adapter, gate)))),
    close: async () => {
      if (client) await (await client).$disconnect()
      await gate.alone(() => {
        connection.close()
      })
    },
  }
}

/**
 * The same file on a connection of its own that cannot write, for a thread that reads much. Its snapshot is that of each
 * statement.
 */
export function openToRead(file: string): Database {
  const connection = new Sqlite(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  return {
    ...databaseOn(connection, file, new Gate()),
    readonly: true,
    prisma: () => Promise.reject(new Problem('read_only', 'this connection only reads')),
    scrub: () => Promise.reject(new Problem('read_only', 'this connection only reads')),
    close: async () => {
      connection.close()
    },
  }
}

function databaseOn(connection: Sqlite.Database, file: string, gate: Gate): Omit<Database, 'prisma' | 'close'> {
  const prepared = new Map<string, Sqlite.Statement>()

  function statement(text: string): Sqlite.Statement {
    let found = prepared.get(text)
    if (!found) {
      // Prisma's adapter makes every integer a bigint by default; ours all fit a number
      found = connection.prepare(text.replace(/\$(\d+)/g, '?$1')).safeIntegers(false)
      prepared.set(text, found)
    }
    return found
  }
  const sql: Sql = {
    all: async <T>(text: string, ...parameters: readonly Parameter[]) => statement(text).all(bound(parameters)) as T[],
    run: async (text, ...parameters) => statement(text).run(bound(parameters)).changes,
    runRows: async (columns, rows, text, ...parameters) => {
      const names = Object.keys(columns)
      const j = `(select ${names.map((name) => `@${name} as ${name}`).join(', ')}) j`
      // names beside numbers would share their places: all are names here
      const prepared = statement(text(j).replace(/\$(\d+)/g, '@p$1'))
      const values: Record<string, unknown> = Object.fromEntries(parameters.map((value, i) => [`p${i + 2}`, value]))
      let changes = 0
      for (const row of rows) {
        for (const name of names) values[name] = columns[name] === 'json' ? JSON.stringify(row[name]) : row[name]
        changes += prepared.run(values).changes
      }
      return changes
    },
  }

  async function transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const leave = await gate.enter()
    try {
      statement('begin immediate').run()
      let result: T
      try {
        result = await work(sql)
        statement('commit').run()
      } catch (error) {
        // a failed COMMIT (full disk, busy) leaves the transaction open: without this every later write would be lost in it
        if (connection.inTransaction) statement('rollback').run()
        throw error
      }
      return result
    } finally {
      leave()
    }
  }

  return {
    dialect: 'sqlite',
    place: file,
    ownFile: file === ':memory:' ? null : file,
    readonly: false,
    all: (text, ...parameters) => gate.alone(() => sql.all(text, ...parameters)),
    run: (text, ...parameters) => gate.alone(() => sql.run(text, ...parameters)),
    // rows that belong together are written together
    runRows: (columns, rows, text, ...parameters) =>
      transaction((own) => own.runRows(columns, rows, text, ...parameters)),
    transaction,
    rows: (columns, parameter = 1) =>
      `(select ${Object.keys(columns).map(columnSql).join(', ')} from json_each($${parameter})) j`,
    ids: (parameter = 1) => `(select value from json_each($${parameter}))`,
    texts: (parameter = 1) => `(select value from json_each($${parameter}))`,
    lock: () => '',
    dataVersion: () => gate.alone(() => Number(connection.pragma('data_version', { simple: true }))),
    scrub: () =>
      gate.alone(() => {
        connection.pragma('wal_checkpoint(TRUNCATE)')
        // a new file of the rows that are there, and of nothing else; then the log of that
        connection.exec('vacuum')
        connection.pragma('wal_checkpoint(TRUNCATE)')
      }),
    copyTo: (target) => (file === ':memory:' ? gate.alone(() => copy(connection, target)) : copySnapshot(file, target)),
  }
}

/**
 * Copies from a connection of its own that holds one snapshot while it copies. On the connection that writes, SQLite's
 * backup stops with "locked" inside a transaction, which the driver takes for the end: the copy is empty and called
 * good. Without the snapshot, every write of another connection makes it begin anew.
 */
async function copySnapshot(file: string, target: string): Promise<void> {
  const reader = new Sqlite(file, { readonly: true, timeout: BUSY_TIMEOUT_MS })
  try {
    reader.exec('begin')
    // the snapshot is taken by the first read
    reader.prepare('select count(*) from sqlite_master').get()
    await copy(reader, target)
  } finally {
    reader.close()
  }
}

/** 1 000 pages at a time: the event loop turns in between. */
async function copy(connection: Sqlite.Database, target: string): Promise<void> {
  await connection.backup(target, { progress: () => 1_000 })
}
