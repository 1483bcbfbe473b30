// A full disk, and a database that somebody else holds: what was not kept is not acknowledged, and work goes on after (P9, P10).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { takeTurn } from '../../src/app/take-turns.ts'
import { readLedger } from '../../src/store/ledger.ts'
import { type House, openHouse } from './house.ts'

let house: House | undefined
afterEach(async () => {
  await house?.close()
  house = undefined
})

test('on a full disk nothing is told ok that is not kept, and work goes on when there is room', async () => {
  house = await openHouse()
  const { services, simulator, people } = house
  const { db } = services
  // SQLite itself then says SQLITE_FULL, as it does when the disk is
  const [{ page_count: pages } = { page_count: 0 }] = await db.all<{ page_count: number }>('pragma page_count')
  await db.all(`pragma max_page_count = ${pages + 6}`)

  const acknowledged: string[] = []
  const refused: string[] = []
  for (const [i, userId] of people.entries()) {
    const message = house.message(userId, `d${i}`, `mulai ${'a'.repeat(3_000)}`)
    await simulator.inject([message]).then(
      () => acknowledged.push(message.externalId),
      (error: { code?: string }) => {
        expect(error.code).toBe('SQLITE_FULL')
        refused.push(message.externalId)
      },
    )
  }
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(10)
  const kept = await db.all<{ external_id: string }>('select external_id from inbox')
  expect(kept.map((r) => r.external_id).sort()).toEqual(acknowledged.toSorted())
  // a turn that finds no room fails as a whole: no message is blamed or parked for it
  await expect(takeTurn(services)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect((await readLedger(db)).inbox).toMatchObject({ done: 0, waiting: acknowledged.length, parked: 0 })

  await db.all('pragma max_page_count = 1073741823')
  for (const externalId of refused) {
    const i = Number(externalId.slice(1))
    await simulator.inject([house.message(people[i]!, externalId, 'mulai')])
  }
  await house.settle()
  const ledger = await readLedger(db)
  expect(ledger.inbox).toEqual({ all: people.length, done: people.length, waiting: 0, parked: 0 })
  expect(people.map((userId) => house!.sentTo(userId))).toEqual(people.map(() => 1))
})

test('while another process holds the database, nothing is told ok that is not kept', { timeout: 30_000 }, async () => {
  house = await openHouse()
  const { services, simulator, people } = house
  const [first, second] = people as [string, string]
  const holder = await holdLock(house.file, 6_200)

  await expect(simulator.inject([house.message(first, 'l1', 'mulai')])).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  // the lock is let go while the second waits its turn
  await simulator.inject([house.message(second, 'l2', 'mulai')])
  await holder.ended
  const kept = await services.db.all<{ external_id: string }>('select external_id from inbox')
  expect(kept.map((r) => r.external_id)).toEqual(['l2'])

  // the provider brings again what it was not told "taken" about
  await simulator.inject([house.message(first, 'l1', 'mulai')])
  await house.settle()
  expect([house.sentTo(first), house.sentTo(second)]).toEqual([1, 1])
})

test('a turn that finds the database held is taken again, without blaming anybody', { timeout: 30_000 }, async () => {
  house = await openHouse()
  const { services, simulator, people } = house
  await simulator.inject(people.slice(0, 5).map((userId, i) => house!.message(userId, `t${i}`, 'mulai')))
  const holder = await holdLock(house.file, 5_600)
  await expect(takeTurn(services)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  await holder.ended
  await house.settle()
  expect((await readLedger(services.db)).inbox).toEqual({ all: 5, done: 5, waiting: 0, parked: 0 })
  const attempts = await services.db.all<{ attempts: number }>('select distinct attempts from inbox')
  expect(attempts).toEqual([{ attempts: 1 }])
})

/** Another process takes the write lock and keeps it for so long. Resolves when it has it. */
async function holdLock(file: string, ms: number): Promise<{ readonly ended: Promise<unknown> }> {
  const program = `import Sqlite from 'better-sqlite3'
    const db = new Sqlite(process.argv[1])
    db.exec('begin immediate')
    process.stdout.write('held')
    setTimeout(() => { db.exec('rollback'); db.close() }, ${ms})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  return { ended }
}
