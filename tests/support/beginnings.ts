// What many tests begin with: the house set up at an instant, and with the invented cast of the demo.
import { copyFileSync } from 'node:fs'
import { loadDemo } from '../../src/app/load-demo.ts'
import { setUp } from '../../src/app/set-up.ts'
import { keysFrom } from '../../src/lib/seal.ts'
import { openDatabase } from '../../src/store/database.ts'
import { beginWith, runFolder } from './begin-with.ts'
import type { Beginning } from './databases.ts'

/** The key under which the cast's numbers are kept. */
export const dataKey = Buffer.alloc(32, 7)

/** Regions, calendar and forms, nobody yet. */
export function setUpAt(now: number): Beginning {
  return {
    name: `set-up-${now}`,
    fill: async (db) => {
      await setUp(db, { now, backupFolder: runFolder() })
    },
  }
}

/** A file with the house set up and the cast in it, at this path. */
export async function putCast(now: number, file: string): Promise<void> {
  const template = await beginWith(`cast-${now}.db`, async (path) => {
    const db = await openDatabase(`file:${path}`)
    await setUp(db, { now, backupFolder: runFolder() })
    await loadDemo(db, { now, hashKey: keysFrom(dataKey).hashKey, actor: 'test' })
    await db.close()
  })
  copyFileSync(template, file)
}
