import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'
import { PrismaClient } from '../generated/sqlite/client.ts'
import type { Gate } from './gate.ts'

/**
 * Prisma over the connection that the hot statements use. The stock adapter (7.10) has four holes which this closes:
 *  1. a write outside a transaction runs inside whichever transaction is open on the one connection;
 *  2. a COMMIT that fails sends no ROLLBACK: the connection stays in the dead transaction;
 *  3. a BEGIN that fails never gives its mutex back: every later transaction waits for ever;
 *  4. BEGIN is deferred: reading first and writing later fails at once when another process wrote in between.
 */
export function sqlitePrisma(inner: SqlDriverAdapter & { readonly client: Sqlite.Database }, gate: Gate): PrismaClient {
  const plain = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })
  const adapterName = 'kentongan-better-sqlite3'

  async function startTransaction(): Promise<Transaction> {
    const leave = await gate.enter()
    try {
      await inner.executeRaw(plain('begin immediate'))
    } catch (error) {
      leave()
      throw error
    }
    let open = true
    const end = async (statement: string) => {
      if (!open) return
      open = false
      try {
        await inner.executeRaw(plain(statement))
      } catch (error) {
        if (inner.client.inTransaction) await inner.executeRaw(plain('rollback'))
        throw error
      } finally {
        leave()
      }
    }
    return {
      provider: 'sqlite',
      adapterName,
      // true: Prisma calls commit() and rollback() below instead of sending the words itself
      options: { usePhantomQuery: true },
      queryRaw: (query) => inner.queryRaw(query),
      executeRaw: (query) => inner.executeRaw(query),
      commit: () => end('commit'),
      rollback: () => end('rollback'),
      createSavepoint: async (name) => void (await inner.executeRaw(plain(`savepoint ${name}`))),
      rollbackToSavepoint: async (name) => void (await inner.executeRaw(plain(`rollback to ${name}`))),
      releaseSavepoint: async (name) => void (await inner.executeRaw(plain(`release savepoint ${name}`))),
    }
  }

  const adapter: SqlDriverAdapter = {
    provider: 'sqlite',
    adapterName,
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    queryRaw: (query) => gate.alone(() => inner.queryRaw(query)),
    executeRaw: (query) => gate.alone(() => inner.executeRaw(query)),
    executeScript: (script) => gate.alone(() => inner.executeScript(script)),
    startTransaction,
    // the connection is the database's to close
    dispose: async () => {},
  }
  return new PrismaClient({ adapter: { provider: 'sqlite', adapterName, connect: async () => adapter } })
}
