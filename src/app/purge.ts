import { keptAfterClosing } from '../domain/complaints.ts'
import { DAY } from '../lib/local-time.ts'
import { deleteJobRuns } from '../store/job-runs.ts'
import { countExpired, dropExpired, type RetentionCounts } from '../store/retention.ts'
import { countExpiredCases, deleteTalksBefore, emptyExpiredCases } from '../store/sealed.ts'
import { audit } from '../store/settings.ts'
import type { Services } from './services.ts'

/** How long is kept what is not needed for ever (UU 27/2022, articles 42–44: no longer than its purpose wants). */
const keepTextsDays = 365
const keepPhonesDays = 182
const keepGoodRunsDays = 7
const keepFailedRunsDays = 90

export interface PurgeCounts extends RetentionCounts {
  /** Closed complaints that were emptied. */
  readonly complaints: number
  readonly runs: number
}

/**
 * Drops the words of conversations after a year, what was told in confidence a year after its case was closed, and phone numbers half a year after a person's last seat ended. What was
 * reported stays: answers, times, receipts, and that a message came. `dryRun` counts and changes nothing.
 */
export async function purge(
  { db }: Services,
  now: number,
  options: { readonly dryRun?: boolean } = {},
): Promise<PurgeCounts> {
  const cut = { textsBefore: now - keepTextsDays * DAY, phonesBefore: now - keepPhonesDays * DAY }
  const closedBefore = now - keptAfterClosing
  if (options.dryRun)
    return { ...(await countExpired(db, cut)), complaints: await countExpiredCases(db, closedBefore), runs: 0 }
  await deleteTalksBefore(db, now)
  const complaints = await emptyExpiredCases(db, closedBefore)
  const dropped = { ...(await dropExpired(db, cut)), complaints }
  if (Object.values(dropped).some((n) => n > 0))
    await audit(db, { at: now, actor: 'job:purge', action: 'purge', object: 'programme', details: { ...dropped } })
  const runs = await deleteJobRuns(db, {
    okBefore: now - keepGoodRunsDays * DAY,
    failedBefore: now - keepFailedRunsDays * DAY,
  })
  return { ...dropped, runs }
}
