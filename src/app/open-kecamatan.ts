import { kecamatanOf } from '../domain/regions.ts'
import { kecamatanInvitedWhen } from '../domain/rounds.ts'
import { listObligations, openKecamatan } from '../store/rounds.ts'
import type { Services } from './services.ts'
import { reportFactsByObligation } from './village-answers.ts'

/**
 * Opens the reports of kecamatan whose villages are all in, or whose date has come. Safe to run at any time and any
 * number of times. Returns how many opened.
 */
export async function openReadyKecamatan(services: Services, now: number): Promise<number> {
  const { db } = services
  return db.transaction(async (sql) => {
    const open = await listObligations(sql, { state: 'open' })
    const waiting = open.filter((o) => o.level === 'kecamatan' && o.opensAt === null && o.excusedBecause === null)
    if (waiting.length === 0) return 0
    const villages = open.filter((o) => o.level === 'desa')
    const facts = await reportFactsByObligation(
      sql,
      db,
      villages.map((v) => v.id),
    )
    const behind = Map.groupBy(villages, (v) => `${v.roundId} ${kecamatanOf(v.regionCode)}`)
    let opened = 0
    for (const obligation of waiting) {
      const awaited = (behind.get(`${obligation.roundId} ${obligation.regionCode}`) ?? []).map((v) => ({
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

function firstIn(
  reports: readonly { readonly state: string; readonly firstSubmittedAt: number | null }[],
): number | null {
  const at = reports.flatMap((r) => (r.state !== 'open' && r.firstSubmittedAt !== null ? [r.firstSubmittedAt] : []))
  return at.length === 0 ? null : Math.min(...at)
}
