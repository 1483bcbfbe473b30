import { kecamatanInvitedWhen } from '../domain/rounds.ts'
import { localDate } from '../lib/local-time.ts'
import { listReadyKecamatan, openKecamatan } from '../store/obligations.ts'
import { villagesBehind } from './kecamatan-instances.ts'
import type { Services } from './services.ts'
import { type ReportSeen, reportFactsByObligation } from './village-answers.ts'

/** Where the day begins first: what is ready today is ready there. */
const easternmost = 'Asia/Jayapura'

/**
 * Opens the reports of kecamatan whose villages are all in, or whose date has come. Safe to run at any time and any
 * number of times. Returns how many opened.
 */
export async function openReadyKecamatan({ db }: Services, now: number): Promise<number> {
  return db.transaction(async (sql) => {
    let opened = 0
    for (const obligation of await listReadyKecamatan(sql, localDate(now, easternmost))) {
      const villages = await villagesBehind(sql, obligation)
      const facts = await reportFactsByObligation(
        sql,
        db,
        villages.map((v) => v.id),
      )
      const awaited = villages.map((v) => ({
        excused: v.excusedBecause !== null,
        firstSubmittedAt: firstIn(facts.get(v.id) ?? []),
      }))
      const { invitedAt, dueAt } = kecamatanInvitedWhen(awaited, obligation.opensOn, obligation.zone)
      if (invitedAt > now) continue
      await openKecamatan(sql, obligation.id, invitedAt, dueAt)
      opened++
    }
    return opened
  })
}

function firstIn(reports: readonly ReportSeen[]): number | null {
  const at = reports.flatMap((r) => (r.state !== 'open' && r.firstSubmittedAt !== null ? [r.firstSubmittedAt] : []))
  return at.length === 0 ? null : Math.min(...at)
}
