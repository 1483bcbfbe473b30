import { activityStatuses } from '../domain/activities.ts'
import { countingReport, type ReportFacts } from '../domain/rounds.ts'
import {
  type ActivityAnswer,
  type Figures,
  figuresOf,
  type VillageAnswers,
  type VillageFigures,
} from '../domain/village-figures.ts'
import type { Json } from '../lib/json.ts'
import type { Database, Sql } from '../store/database.ts'
import { listEntitiesOf } from '../store/entities.ts'
import type { ObligationRow } from '../store/obligations.ts'
import type { DigestPlaceRow } from '../store/progress.ts'
import { type KeptFigures, saveFigures } from '../store/report-figures.ts'
import { type LatestAnswer, listAnswersOfReports } from '../store/reports.ts'
import { listReportFacts, type ReportFactsRow } from '../store/rounds.ts'

export interface ReportSeen extends ReportFacts {
  readonly reportId: number
  readonly obligationId: number
  /** How many answers were sent back and wait. */
  readonly returnedCount: number
}

/** Reports of obligations as the rules of `domain/rounds` want them, by obligation. */
export async function reportFactsByObligation(
  sql: Sql,
  db: Database,
  obligationIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ReportSeen[]>> {
  const rows = await listReportFacts(sql, db, obligationIds)
  return Map.groupBy(rows.map(factsOf), (r) => r.obligationId)
}

function factsOf(row: ReportFactsRow): ReportSeen {
  return {
    reportId: row.reportId,
    obligationId: row.obligationId,
    seatId: row.seatId,
    state: row.state,
    official: row.official === 1,
    startedAt: row.startedAt,
    lastAnswerAt: row.lastAnswerAt,
    firstSubmittedAt: row.submittedAt,
    returnedAt: row.returnedAt,
    returnedCount: row.returnedCount,
  }
}

/**
 * What the villages of a round reported, in the shape of `domain/totals`: the one report of each that counts, its
 * latest answers, and the plan's own figures beside them. Villages that handed in nothing are not in the list.
 */
export async function villageAnswers(
  sql: Sql,
  db: Database,
  obligations: readonly ObligationRow[],
): Promise<readonly VillageAnswers[]> {
  const facts = await reportFactsByObligation(
    sql,
    db,
    obligations.map((o) => o.id),
  )
  const counting = obligations.flatMap((obligation) => {
    const report = countingReport(facts.get(obligation.id) ?? [])
    return report && report.state !== 'open' && report.firstSubmittedAt !== null ? [{ obligation, report }] : []
  })
  const answers = await answersOfReports(
    sql,
    db,
    counting.map(({ obligation, report }) => ({ reportId: report.reportId, regionCode: obligation.regionCode })),
  )
  return counting.map(({ obligation, report }) => ({
    regionCode: obligation.regionCode,
    name: obligation.regionName,
    submittedAt: report.firstSubmittedAt!,
    isLate: report.firstSubmittedAt! > obligation.dueAt,
    ...answers.get(report.reportId)!,
  }))
}

type Answered = Pick<VillageAnswers, 'attendance' | 'activities'>

/** The latest answers of reports by report, the plan's own figures beside them. */
async function answersOfReports(
  sql: Sql,
  db: Database,
  reports: readonly { readonly reportId: number; readonly regionCode: string }[],
): Promise<ReadonlyMap<number, Answered>> {
  const answers = await listAnswersOfReports(
    sql,
    db,
    reports.map(({ reportId }) => reportId),
  )
  const plan = Map.groupBy(
    await listEntitiesOf(
      sql,
      db,
      'kegiatan',
      reports.map(({ regionCode }) => regionCode),
    ),
    (item) => item.regionCode,
  )
  return new Map(
    reports.map(({ reportId, regionCode }) => {
      const own = answers.get(reportId) ?? []
      const hadir = own.find((a) => a.path.split('/').at(-1) === 'hadir')?.value
      const attendance = isCount(hadir) ? hadir : null
      return [reportId, { attendance, activities: activitiesOf(own, plan.get(regionCode) ?? []) }]
    }),
  )
}

/** The sums of what villages reported: as they were kept, and where something changed since, made anew and kept. */
export async function villageFigures(
  sql: Sql,
  db: Database,
  places: readonly DigestPlaceRow[],
): Promise<readonly VillageFigures[]> {
  const made = await outdatedFigures(sql, db, places)
  // a connection that only reads makes them again each time
  if (made.length > 0 && !db.readonly) await saveFigures(sql, made)
  const anew = new Map(made.map(({ reportId, figures }) => [reportId, figures]))
  return reportedOf(places).map(({ regionCode, name, submittedAt, dueAt, figures, reportId }) => ({
    regionCode,
    name,
    submittedAt,
    isLate: submittedAt > dueAt,
    ...(figures === null ? anew.get(reportId)! : (JSON.parse(figures) as Figures)),
  }))
}

/** Sums of the reports for which none are kept, or old ones. */
export async function outdatedFigures(
  sql: Sql,
  db: Database,
  places: readonly DigestPlaceRow[],
): Promise<readonly KeptFigures[]> {
  const old = reportedOf(places).filter((place) => place.figures === null)
  if (old.length === 0) return []
  const answers = await answersOfReports(sql, db, old)
  return old.map(({ reportId, changes }) => ({ reportId, changes, figures: figuresOf(answers.get(reportId)!) }))
}

function reportedOf(places: readonly DigestPlaceRow[]) {
  return places.flatMap((place) =>
    place.reportId === null || place.submittedAt === null
      ? []
      : [{ ...place, reportId: place.reportId, submittedAt: place.submittedAt }],
  )
}

function activitiesOf(
  answers: readonly LatestAnswer[],
  plan: readonly {
    readonly entityId: string
    readonly label: string
    readonly properties: Readonly<Record<string, string>>
  }[],
): readonly ActivityAnswer[] {
  const byItem = new Map<string, Map<string, LatestAnswer>>()
  for (const answer of answers) {
    const item = /^kegiatan\[([^\]]+)\]/.exec(answer.path)?.[1]
    if (item === undefined) continue
    const row = byItem.get(item) ?? new Map<string, LatestAnswer>()
    row.set(answer.path.split('/').at(-1)!, answer)
    byItem.set(item, row)
  }
  return [...byItem].map(([entityId, row]) => {
    const item = plan.find((p) => p.entityId === entityId)
    const value = (name: string): Json => row.get(name)?.value ?? null
    const status = value('status')
    const hasil = value('hasil')
    return {
      entityId,
      name: item?.label ?? text(value('nama_kegiatan')) ?? entityId,
      bidang: item?.properties.bidang ?? text(value('bidang_kegiatan')) ?? '',
      status: activityStatuses.find((s) => s === status) ?? null,
      persen: number(value('persen')),
      target: number(item?.properties.target ?? null),
      hasil: isQuantity(hasil) ? hasil.value : number(hasil),
      kendala: codes(value('kendala')),
      dukungan: codes(value('dukungan')),
      pihak: [...codes(value('dukungan_dari')), ...codes(value('dukungan_opd'))],
      carried: row.get('status')?.how === 'carried',
    }
  })
}

function text(value: Json): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
function number(value: Json): number | null {
  const n = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN
  return Number.isFinite(n) ? n : null
}
function codes(value: Json): readonly string[] {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
}
function isCount(value: Json | undefined): value is { total: number; l: number; p: number } {
  return typeof value === 'object' && value !== null && 'total' in value && 'l' in value && 'p' in value
}
function isQuantity(value: Json): value is { value: number; unit: string } {
  return typeof value === 'object' && value !== null && 'value' in value && 'unit' in value
}
