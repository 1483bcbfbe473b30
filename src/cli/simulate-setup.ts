import { join } from 'node:path'
import type { DemoCast } from '../app/demo-cast.ts'
import { loadDemo } from '../app/load-demo.ts'
import { openRound } from '../app/open-round.ts'
import { setUp } from '../app/set-up.ts'
import { ManualClock } from '../lib/clock.ts'
import { silentLogger } from '../lib/logger.ts'
import type { Database } from '../store/database.ts'
import { listRegionsByCode, saveOfficialRegions } from '../store/regions.ts'
import { listRounds } from '../store/rounds.ts'
import { openServices } from './open-services.ts'

/** Everything that is there before the first message: tables, villages and copies of villages, people, an open round. */
export async function prepareSimulation(
  db: Database,
  { folder, cast, startsAt }: { readonly folder: string; readonly cast: DemoCast; readonly startsAt: number },
): Promise<void> {
  const services = openServices(
    { dataDir: folder, dataKey: undefined },
    { db, clock: new ManualClock(startsAt), log: silentLogger },
  )
  await setUp(db, { now: startsAt, backupFolder: join(folder, 'backups') })
  const kecamatan = new Map(
    (await listRegionsByCode(db, db, [...new Set(cast.villages.map((v) => v.code.slice(0, 8)))])).map((r) => [
      r.code,
      r,
    ]),
  )
  const known = new Set(
    (
      await listRegionsByCode(
        db,
        db,
        cast.villages.map((v) => v.code),
      )
    ).map((r) => r.code),
  )
  const copies = cast.villages.filter((v) => !known.has(v.code))
  await saveOfficialRegions(
    db,
    db,
    copies.map(({ code, name, kind }) => {
      const parentCode = code.slice(0, 8)
      return {
        code,
        parentCode,
        level: 'desa' as const,
        name,
        kind,
        zone: kecamatan.get(parentCode)!.zone,
        source: 'invented',
      }
    }),
  )
  await loadDemo(db, { now: startsAt, hashKey: services.hashKey, actor: 'cli', cast })
  const draft = (await listRounds(db)).find((r) => r.state === 'draft')
  if (draft) await openRound(services, draft, { now: startsAt, actor: 'cli' })
}
