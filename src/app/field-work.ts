import { endOfDay, instantOf, isDate, localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listReportsInCare, listTypedReports, listVillagesInCare } from '../store/field-work.ts'
import { audit } from '../store/settings.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'

export interface FieldWorker {
  readonly personId: number
  readonly name: string
  readonly villages: number
  readonly reports: number
  /** Reports of which the village says that a fasilitator helped. */
  readonly helped: number
  /** Reports into which the fasilitator typed answers. */
  readonly typed: number
}

export interface FieldEvidence {
  readonly name: string
  readonly on: string
  readonly regionCode: string
  readonly regionName: string
  readonly what: 'laporan_masuk' | 'laporan_dibantu' | 'jawaban_diketik'
  readonly receipt: string
  readonly answers: number | null
}

/**
 * What the reports show of each fasilitator's work in a period, with its evidence: what a fee claim is held against. It
 * pays nobody and judges nobody: visits that left no trace in a report are not in it.
 */
export async function fieldWork(
  services: Services,
  query: { readonly kabupatenCode: string; readonly fromOn: string; readonly untilOn: string },
  by: { readonly now: number; readonly actor: string },
): Promise<{ readonly workers: readonly FieldWorker[]; readonly evidence: readonly FieldEvidence[] }> {
  const { db } = services
  const { kabupatenCode, fromOn, untilOn } = query
  for (const on of [fromOn, untilOn])
    if (!isDate(on)) throw new Problem('bad_date', `"${on}" is not a date such as 2024-08-20`)
  if (untilOn < fromOn) throw new Problem('bad_dates', `the period would end (${untilOn}) before it begins (${fromOn})`)
  const zone = await zoneOf(services, db, kabupatenCode)
  const period = { fromAt: instantOf(fromOn, '00:00', zone), untilAt: endOfDay(untilOn, zone) + 1 }
  const scope = [kabupatenCode]
  const care = await listVillagesInCare(db, scope, period)
  const reports = await listReportsInCare(db, scope, period)
  const typed = await listTypedReports(db, scope, period)
  const workers: FieldWorker[] = []
  const evidence: FieldEvidence[] = []
  for (const [personId, own] of Map.groupBy(care, (c) => c.personId)) {
    const { name } = own[0]!
    const theirs = (regionCode: string, at: number) =>
      own.find((c) => c.regionCode === regionCode && c.fromAt <= at && at < (c.untilAt ?? Number.POSITIVE_INFINITY))
    const handedIn = reports.flatMap((r) => {
      const village = theirs(r.regionCode, r.submittedAt)
      return village ? [{ ...r, village }] : []
    })
    const written = typed.flatMap((t) => {
      const village = t.personId === personId ? theirs(t.regionCode, t.at) : undefined
      return village ? [{ ...t, village }] : []
    })
    workers.push({
      personId,
      name,
      villages: new Set(own.map((c) => c.regionCode)).size,
      reports: handedIn.length,
      helped: handedIn.filter((r) => r.helped === 1).length,
      typed: written.length,
    })
    evidence.push(
      ...handedIn.map((r) => ({
        name,
        on: localDate(r.submittedAt, zone),
        regionCode: r.regionCode,
        regionName: r.village.regionName,
        what: r.helped === 1 ? ('laporan_dibantu' as const) : ('laporan_masuk' as const),
        receipt: r.receipt ?? '',
        answers: null,
      })),
      ...written.map((t) => ({
        name,
        on: localDate(t.at, zone),
        regionCode: t.regionCode,
        regionName: t.village.regionName,
        what: 'jawaban_diketik' as const,
        receipt: '',
        answers: t.answers,
      })),
    )
  }
  await audit(db, {
    at: by.now,
    actor: by.actor,
    action: 'field_work_listed',
    object: `kabupaten:${kabupatenCode}`,
    details: { persons: workers.length, from: fromOn, until: untilOn },
  })
  return { workers, evidence }
}
