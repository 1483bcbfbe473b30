// A house with an open round in one process, on a database that is copied and not made anew each time.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptInto } from '../../src/app/accept-messages.ts'
import { Delivery } from '../../src/app/deliver-outbox.ts'
import { demoUserIds, isNotEnrolled, readDemoCast } from '../../src/app/demo-cast.ts'
import { loadDemo } from '../../src/app/load-demo.ts'
import { openRound } from '../../src/app/open-round.ts'
import type { Services } from '../../src/app/services.ts'
import { setUp } from '../../src/app/set-up.ts'
import { takeTurn } from '../../src/app/take-turns.ts'
import { SimulatorChannel, type SimulatorSettings } from '../../src/channels/simulator/simulator-channel.ts'
import { openServices } from '../../src/cli/open-services.ts'
import { ManualClock } from '../../src/lib/clock.ts'
import { instantOf } from '../../src/lib/local-time.ts'
import { silentLogger } from '../../src/lib/logger.ts'
import type { InboundMessage } from '../../src/messages/inbound.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { listRounds } from '../../src/store/rounds.ts'

/** Tuesday, 6 May 2025, 09:40 WITA: every village may be written to. */
export const tuesdayMorning = instantOf('2025-05-06', '09:40', 'Asia/Makassar')
export const dataKey = Buffer.alloc(32, 7)

export interface House {
  readonly services: Services
  readonly clock: ManualClock
  readonly simulator: SimulatorChannel
  readonly file: string
  /** The simulator's ids of the heads of villages who are enrolled. */
  readonly people: readonly string[]
  message(userId: string, externalId: string, text: string): InboundMessage
  /** How many messages this person was shown. */
  sentTo(userId: string): number
  /** Turns and sends until nothing is left to do now. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** A database with the demo cast and an open round, in a folder of its own; made once a run, and copied. */
export async function prepareFolder(more?: (db: Database) => Promise<unknown>): Promise<string> {
  const source = await prepare()
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-torture-'))
  for (const name of readdirSync(source)) if (name.endsWith('.db')) copyFileSync(join(source, name), join(folder, name))
  if (more) {
    const db = await openDatabase(`file:${join(folder, 'test.db')}`)
    await more(db)
    await db.close()
  }
  return folder
}

let prepared: string | undefined

async function prepare(): Promise<string> {
  if (prepared) return prepared
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-torture-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const db = await openDatabase(`file:${join(folder, 'test.db')}`)
  await openRoundIn(db, folder)
  await db.all('pragma wal_checkpoint(truncate)')
  await db.close()
  prepared = folder
  return folder
}

/** Sets up this database, loads the cast and opens its round. */
export async function openRoundIn(db: Database, folder: string): Promise<void> {
  const services = openServices(
    { dataDir: folder, dataKey },
    { db, clock: new ManualClock(tuesdayMorning), log: silentLogger },
  )
  await setUp(db, { now: tuesdayMorning, backupFolder: join(folder, 'backups') })
  await loadDemo(db, { now: tuesdayMorning, hashKey: services.hashKey, actor: 'test' })
  const draft = (await listRounds(db)).find((r) => r.state === 'draft')!
  await openRound(services, draft, { now: tuesdayMorning, actor: 'test' })
}

export async function openHouse(fault?: SimulatorSettings['fault']): Promise<House> {
  const folder = await prepareFolder()
  const file = join(folder, 'test.db')
  const db = await openDatabase(`file:${file}`)
  const clock = new ManualClock(tuesdayMorning)
  const simulator = new SimulatorChannel({ clock, ...(fault && { fault }) })
  const counts = new Map<string, number>()
  simulator.onSent(({ userId }) => counts.set(userId, (counts.get(userId) ?? 0) + 1))
  const services = openServices({ dataDir: folder, dataKey }, { db, clock, log: silentLogger, channels: [simulator] })
  await simulator.start(acceptInto(services))
  const delivery = new Delivery(services)
  return {
    services,
    clock,
    simulator,
    file,
    people: headsOfCast(),
    message: (userId, externalId, text) => ({
      channel: 'simulator',
      externalId,
      userId,
      chatId: userId,
      chatKind: 'private',
      sentAt: clock.now(),
      content: { kind: 'text', text },
    }),
    sentTo: (userId) => counts.get(userId) ?? 0,
    settle: async () => {
      for (;;) {
        const { messages, failed } = await takeTurn(services)
        const { sent, again, refused } = await delivery.deliver()
        if (messages + failed + sent + again + refused === 0 && !delivery.isBusy) return
      }
    },
    close: async () => {
      await simulator.stop()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The simulator's ids of the heads of villages who are enrolled. */
export function headsOfCast(): readonly string[] {
  const { people } = readDemoCast()
  const userIds = demoUserIds(people)
  const positions = ['kepala_desa', 'pejabat_desa', 'raja_negeri']
  return people
    .filter((p) => positions.includes(p.position) && !isNotEnrolled(p, people))
    .map((p) => userIds.get(p.key)!)
}
