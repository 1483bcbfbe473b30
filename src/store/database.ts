import type { PrismaClient } from '../generated/sqlite/client.ts'
import { Problem } from '../lib/problem.ts'

/**
 * The two dialects behind one face. Statements are the same text on both but for two fragments: how a JSON parameter
 * becomes rows (`rows`), and the lock clause (`lock`). Parameters are written $1, $2 … on both.
 */
export type Dialect = 'sqlite' | 'postgresql'

export type Parameter = string | number | null

export interface Sql {
  /** All rows of a query. Integers come back as numbers on both dialects. */
  all<T>(statement: string, ...parameters: readonly Parameter[]): Promise<T[]>
  /** Number of rows changed. */
  run(statement: string, ...parameters: readonly Parameter[]): Promise<number>
  /**
   * One statement for many rows: `statement` gets the rows as a table named `j` and returns the text; `parameters` are
   * numbered from $2. A server is given all rows at once as JSON; SQLite, which is here, takes them one by one, since
   * binding a value costs a fourth of reading it out of JSON. Resolves with the number of rows changed.
   */
  runRows<C extends Readonly<Record<string, ColumnType>>>(
    columns: C,
    rows: readonly Readonly<Record<keyof C, unknown>>[],
    statement: (j: string) => string,
    ...parameters: readonly Parameter[]
  ): Promise<number>
}

/** `json`: any JSON value, stored as its text. */
export type ColumnType = 'int' | 'bigint' | 'text' | 'json'

export interface Database extends Sql {
  readonly dialect: Dialect
  /** What the database is, for people: the file or the server without its password. */
  readonly place: string
  /** The file of a SQLite database that others may open as well; null where there is none. */
  readonly ownFile: string | null
  /** Nothing can be written. */
  readonly readonly: boolean
  /** All or nothing. Takes the write lock at once (BEGIN IMMEDIATE), so reading first and writing later cannot fail half-way. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /**
   * Rows out of the JSON array in parameter `$n`, as a table named `j`:
   *   insert into t(a, b) select a, b from ${rows({ a: 'int', b: 'text' })}
   */
  rows(columns: Readonly<Record<string, ColumnType>>, parameter?: number): string
  /** The integers in the JSON array in parameter `$n`, as a subselect. */
  ids(parameter?: number): string
  /** The texts in the JSON array in parameter `$n`, as a subselect. */
  texts(parameter?: number): string
  /** Lock clause for the rows of table alias `of`; skips rows that another worker holds. */
  lock(of: string): string
  /** Prisma over the same connection and gate, made on first use: for console, set-up and administration. */
  prisma(): Promise<PrismaClient>
  /** Changes when another process wrote to the database; always 0 where that cannot be told cheaply. */
  dataVersion(): Promise<number>
  /** A consistent copy of the running database in a file (SQLite only). */
  copyTo(file: string): Promise<void>
  /** Overwrites what was deleted: rewritten pages and the log keep nothing of it. Nobody is answered meanwhile. */
  scrub(): Promise<void>
  close(): Promise<void>
}

/** For a query that must have exactly one row. */
export async function one<T>(sql: Sql, statement: string, ...parameters: readonly Parameter[]): Promise<T> {
  const rows = await sql.all<T>(statement, ...parameters)
  if (rows.length !== 1) throw new Problem('unexpected_rows', `expected one row, found ${rows.length}`)
  return rows[0]!
}

/** Opens the database that the address names. Throws `Problem` with the remedy in its sentence. */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('file:')) {
    const { openSqlite } = await import('./sqlite.ts')
    return openSqlite(url.slice('file:'.length))
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgresql } = await import('./postgresql.ts')
    return openPostgresql(url)
  }
  throw new Problem('bad_database_url', 'DATABASE_URL must be file:PATH or postgresql://USER@HOST/DATABASE')
}
