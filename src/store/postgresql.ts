import pg from 'pg'
import type { PrismaClient } from '../generated/sqlite/client.ts'
import { messageOf, Problem } from '../lib/problem.ts'
import type { ColumnType, Database, Parameter, Sql } from './database.ts'
import { generated } from './generated-client.ts'

// int8 (instants, counts) arrives as text by default, since it may exceed a double; ours never do
const INT8 = 20
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig

const connectionFaults = new Set(['40001', '40P01'])

export async function openPostgresql(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // an idle connection that the server drops must not end the process: the next query opens another
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new Problem('database_unusable', `cannot reach PostgreSQL at ${placeOf(url)}: ${messageOf(error)}`)
  }

  const over = (client: Pick<pg.Pool, 'query'>): Sql => ({
    all: async <T>(text: string, ...parameters: readonly Parameter[]) =>
      (await client.query({ text, values: [...parameters] })).rows as T[],
    run: async (text, ...parameters) => (await client.query({ text, values: [...parameters] })).rowCount ?? 0,
    runRows: async (columns, rows, text, ...parameters) =>
      (await client.query({ text: text(rowsOf(columns)), values: [JSON.stringify(rows), ...parameters] })).rowCount ??
      0,
  })

  async function transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work(over(client))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {})
        // two workers met: the work is done again from the start, which is safe since nothing of it was kept
        if (attempt < 5 && connectionFaults.has((error as { code?: string }).code ?? '')) continue
        throw error
      } finally {
        client.release()
      }
    }
  }

  let client: Promise<PrismaClient> | undefined
  return {
    dialect: 'postgresql',
    place: placeOf(url),
    ownFile: null,
    readonly: false,
    ...over(pool),
    transaction,
    rows: rowsOf,
    ids: (parameter = 1) => `(select value::int from json_array_elements_text($${parameter}::json))`,
    texts: (parameter = 1) => `(select value from json_array_elements_text($${parameter}::json))`,
    lock: (of) => `for update of ${of} skip locked`,
    prisma: () => (client ??= generated(() => import('./prisma-postgresql.ts').then((m) => m.postgresqlPrisma(url)))),
    dataVersion: async () => 0,
    copyTo: () => {
      throw new Problem('backup_elsewhere', 'back up PostgreSQL with pg_dump; see docs/database.md')
    },
    // its own rows are gone from the tables; its log and replicas keep to their own rules (docs/operations.md)
    scrub: async () => {
      await pool.query('vacuum')
    },
    close: async () => {
      if (client) await (await client).$disconnect()
      await pool.end()
    },
  }
}

function rowsOf(columns: Readonly<Record<string, ColumnType>>, parameter = 1): string {
  // text out of a JSON value is its JSON
  const list = Object.entries(columns).map(([name, type]) => `${name} ${type === 'json' ? 'text' : type}`)
  return `json_to_recordset($${parameter}::json) as j(${list.join(', ')})`
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `postgresql://${hostname}${port ? `:${port}` : ''}${pathname}`
}
