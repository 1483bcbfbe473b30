import { addDays, endOfDay, instantOf, localDate } from '../lib/local-time.ts'
import { byCode, levelOf, type Region } from './regions.ts'

/**
 * A round asks forms of places; an obligation is one form owed by one place. What state an obligation is in is computed
 * from its reports every time and stored nowhere, so it can never disagree with them. Nothing expires: a report that
 * comes after the due date counts and is marked late.
 */
export type FormLevel = 'desa' | 'kecamatan'
export type Depth = 'core' | 'full'
/**
 * The forms of a kecamatan that the programme itself knows of: what its villages did, and what is to be done. The second
 * follows the first and is owed only once somebody wants to make it.
 */
export const coordinationForm = 'koordinasi_kecamatan'
export const matrixForm = 'matriks_rekomendasi'
/** Village forms beside the monitoring: a round of nothing else takes no place in digests and comparisons. */
export const sideForms: readonly string[] = ['cerita_perubahan', 'penerimaan_stimulan', 'pelatihan', 'pemutakhiran_vlp']
export type RoundState = 'draft' | 'open' | 'closed'

export interface RoundForm {
  readonly form: string
  readonly level: FormLevel
  readonly depth: Depth
  readonly opensOn: string
  readonly dueOn: string
}

export interface ObligationDraft {
  readonly form: string
  readonly level: FormLevel
  readonly regionCode: string
  readonly zone: string
  /** When it may be answered; null while a kecamatan waits for its villages. */
  readonly opensAt: number | null
  /** The last millisecond of the due date in the place's own zone. */
  readonly dueAt: number
}

export type ReportState = 'open' | 'submitted' | 'returned' | 'verified'

/** What is known of one report; `seatId` is the seat that owes or wrote it. */
export interface ReportFacts {
  readonly seatId: number
  readonly state: ReportState
  /** Where a village keeps two reports: the one that counts. */
  readonly official: boolean
  readonly startedAt: number
  readonly lastAnswerAt: number | null
  readonly firstSubmittedAt: number | null
  readonly returnedAt: number | null
}

export interface ObligationFacts {
  readonly opensAt: number | null
  readonly dueAt: number
  readonly excusedBecause: string | null
}

export type ObligationState =
  | 'waiting'
  | 'open'
  | 'half_done'
  | 'submitted'
  | 'returned'
  | 'verified'
  | 'late'
  | 'excused'

export interface ObligationStatus {
  readonly state: ObligationState
  /** Still owed after the due date, or handed in after it. */
  readonly isLate: boolean
  readonly isHalfDone: boolean
  readonly lastAnswerAt: number | null
  readonly returnedAt: number | null
}

/** A kecamatan is invited this many days after its villages were due, at the latest, and has so many days from then. */
const kecamatanOpensAfterDays = 3
const kecamatanDaysToAnswer = 10

/**
 * One obligation for every region of the form's level, in code order, also for places nobody can be reached in. A
 * kecamatan starts as waiting (`opensAt` null) with the latest due date it can get.
 */
export function obligationsFor(roundForm: RoundForm, regions: readonly Region[]): readonly ObligationDraft[] {
  const waits = roundForm.level === 'kecamatan'
  return regions
    .filter((region) => levelOf(region.code) === roundForm.level)
    .map(({ code, zone }) => ({
      form: roundForm.form,
      level: roundForm.level,
      regionCode: code,
      zone,
      opensAt: waits ? null : instantOf(roundForm.opensOn, '00:00', zone),
      dueAt: endOfDay(roundForm.dueOn, zone),
    }))
    .sort(byCode)
}

/** The dates of the kecamatan form of a round, from the due date of its village form. */
export function kecamatanDates(villageDueOn: string): { readonly opensOn: string; readonly dueOn: string } {
  const opensOn = addDays(villageDueOn, kecamatanOpensAfterDays)
  return { opensOn, dueOn: addDays(opensOn, kecamatanDaysToAnswer) }
}

/** What a kecamatan waits for: one of its villages. */
export interface AwaitedVillage {
  readonly excused: boolean
  readonly firstSubmittedAt: number | null
}

/**
 * When a kecamatan is invited: when the last of its villages that are not excused has submitted, or at the start of
 * `opensOn`, whichever is first. Due is the end of the tenth day after.
 */
export function kecamatanInvitedWhen(
  villages: readonly AwaitedVillage[],
  opensOn: string,
  zone: string,
): { readonly invitedAt: number; readonly because: 'all_in' | 'opens_on'; readonly dueAt: number } {
  const opensAt = instantOf(opensOn, '00:00', zone)
  const awaited = villages.filter((village) => !village.excused)
  const submittedAt = awaited.map((village) => village.firstSubmittedAt ?? Number.POSITIVE_INFINITY)
  const lastAt = awaited.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...submittedAt)
  const invitedAt = Math.min(lastAt, opensAt)
  const dueAt = endOfDay(addDays(localDate(invitedAt, zone), kecamatanDaysToAnswer), zone)
  return { invitedAt, because: lastAt < opensAt ? 'all_in' : 'opens_on', dueAt }
}

const rank: Readonly<Record<ReportState, number>> = { open: 0, returned: 1, submitted: 2, verified: 3 }

/**
 * The one report of an obligation that counts: the official one where staff or the fasilitator have chosen, else the
 * furthest, else the first begun.
 */
export function countingReport<R extends ReportFacts>(reports: readonly R[]): R | undefined {
  return reports.toSorted(
    (a, b) =>
      Number(b.official) - Number(a.official) ||
      rank[b.state] - rank[a.state] ||
      (a.firstSubmittedAt ?? a.startedAt) - (b.firstSubmittedAt ?? b.startedAt) ||
      a.seatId - b.seatId,
  )[0]
}

/** The state of an obligation as a whole, from its reports. */
export function obligationStatus(
  obligation: ObligationFacts,
  reports: readonly ReportFacts[],
  now: number,
): ObligationStatus {
  return statusOf(obligation, countingReport(reports), now)
}

/**
 * The state of an obligation as one seat sees it: with `one` report for the place, as the whole place; with `each`,
 * from its own report alone, so that the other seat's report neither frees it nor becomes known to it.
 */
export function seatStatus(
  obligation: ObligationFacts,
  reporting: 'one' | 'each',
  seatId: number,
  reports: readonly ReportFacts[],
  now: number,
): ObligationStatus {
  const seen = reporting === 'each' ? reports.filter((report) => report.seatId === seatId) : reports
  return statusOf(obligation, countingReport(seen), now)
}

function statusOf(obligation: ObligationFacts, report: ReportFacts | undefined, now: number): ObligationStatus {
  const handedInAt = report?.firstSubmittedAt ?? null
  const isHalfDone = report?.state === 'open' && report.lastAnswerAt !== null
  const base = { isHalfDone, lastAnswerAt: report?.lastAnswerAt ?? null, returnedAt: report?.returnedAt ?? null }
  if (obligation.excusedBecause !== null) return { ...base, state: 'excused', isLate: false }
  if (handedInAt !== null && report !== undefined && report.state !== 'open')
    return { ...base, state: report.state, isLate: handedInAt > obligation.dueAt }
  if (obligation.opensAt === null || (now < obligation.opensAt && !isHalfDone))
    return { ...base, state: 'waiting', isLate: false }
  if (now > obligation.dueAt) return { ...base, state: 'late', isLate: true }
  return { ...base, state: isHalfDone ? 'half_done' : 'open', isLate: false }
}

/** True while the place still has something to do: nothing handed in yet, or sent back for correction. */
export function isOwed(status: ObligationStatus): boolean {
  return (
    status.state === 'open' || status.state === 'half_done' || status.state === 'late' || status.state === 'returned'
  )
}

/** True when the place has handed in, in time or late, corrected or not. */
export function isIn(status: Pick<ObligationStatus, 'state'>): boolean {
  return status.state === 'submitted' || status.state === 'verified' || status.state === 'returned'
}
