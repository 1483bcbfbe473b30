import { cutOf, type RetentionKind, type RetentionSettings } from '../domain/retention.ts'
import { DAY } from '../lib/local-time.ts'
import { removeAttachments } from '../store/attachment-files.ts'
import { deleteJobRuns } from '../store/job-runs.ts'
import { countExpired, dropExpired, dropExpiredFiles, type Expired, listExpiredPersons } from '../store/retention.ts'
import { deleteTalksBefore } from '../store/sealed.ts'
import { audit, findSetting } from '../store/settings.ts'
import { erasePerson } from './erase-person.ts'
import type { Counts } from './job-runs.ts'
import type { Services } from './services.ts'
import { sweepFiles } from './sweep-files.ts'

const keepGoodRunsDays = 7

export type Dropped = Omit<Expired, 'oldestAt'>

/** What is over its time now, by the periods in force. Nothing is changed. */
export async function previewPurge(services: Services, now: number): Promise<readonly Expired[]> {
  const { db } = services
  const cut = cutsAt((await findSetting(db, 'retention')) ?? {}, now)
  const swept = await sweepFiles(services, { now, cut: cut('berkas'), dry: true })
  return [...(await countExpired(db, cut)), { kind: 'berkas', table: 'files', ...swept }]
}

/**
 * Drops what is kept no longer, each kind after its own period (`domain/retention`). What was reported stays: values,
 * times, receipts, and that a message came. Returns how much of each table.
 */
export async function purge(services: Services, now: number, actor = 'job:purge'): Promise<readonly Dropped[]> {
  const { db, dataDir } = services
  const cut = cutsAt((await findSetting(db, 'retention')) ?? {}, now)
  await deleteTalksBefore(db, now)
  await deleteJobRuns(db, { okBefore: now - keepGoodRunsDays * DAY, failedBefore: cut('mesin') })
  const dropped: Dropped[] = [...(await dropExpired(db, cut))]
  for (const { hashes, ...files } of await dropExpiredFiles(db, cut, now)) {
    await removeAttachments(dataDir, hashes)
    dropped.push(files)
  }
  const persons = await listExpiredPersons(db, cut('orang'))
  for (const personId of persons) await erasePerson(services, personId, { now, actor })
  dropped.push({ kind: 'orang', table: 'person', n: persons.length })
  const { n, bytes } = await sweepFiles(services, { now, cut: cut('berkas'), dry: false })
  dropped.push({ kind: 'berkas', table: 'files', n, bytes })
  const some = dropped.filter(({ n }) => n > 0)
  if (some.length > 0) {
    services.snapshots.clear()
    await audit(db, {
      at: now,
      actor,
      action: 'purge',
      object: 'programme',
      details: countsOf(some),
    })
  }
  return dropped
}

/** By name, for log and audit. */
export function countsOf(dropped: readonly Dropped[]): Counts {
  return Object.fromEntries(
    dropped
      .filter(({ n }) => n > 0)
      .flatMap(({ kind, table, n, bytes }) => [
        [`${kind} ${table}`, n],
        ...(bytes === undefined ? [] : [[`${kind} bytes`, bytes] as const]),
      ]),
  )
}

const cutsAt = (settings: RetentionSettings, now: number) => (kind: RetentionKind) => cutOf(kind, settings, now)
