import { daysBetween } from '../lib/local-time.ts'
import type { Outlier } from './outliers.ts'
import type { ComingDate } from './planning.ts'
import { type Openness, totalsFor } from './privacy.ts'
import { byCode, covers, kecamatanOf, WHOLE_PROGRAMME } from './regions.ts'
import type { ObligationState } from './rounds.ts'
import {
  type Attendance,
  changedSinceConfirmed,
  type ExpectedPlace,
  type Named,
  reportedByKecamatan,
  type SinceLastRound,
  type SupportWanted,
  sinceLastRound,
  type Totals,
  totalsOf,
} from './totals.ts'
import type { VillageAnswers, VillageFigures } from './village-figures.ts'

/**
 * The weekly digest: which audience is told what. Structured rows; another room words them. Nobody but the camat (own
 * kecamatan), the fasilitator (own villages) and staff ever gets the name of a village that is late.
 */
export const digestAudiences = ['camat', 'pokja', 'forum', 'opd', 'fasilitator', 'staff'] as const
export type DigestAudience = (typeof digestAudiences)[number]

/** Who reads it. A camat's region is his kecamatan, a body's, an OPD's and staff's the kabupaten (staff also `*`). */
export type DigestReader =
  | {
      readonly audience: Exclude<DigestAudience, 'fasilitator'>
      readonly regionCode: string
      /** Of somebody who sits for an office: its code. */
      readonly opd?: string
    }
  | { readonly audience: 'fasilitator'; readonly villages: readonly string[] }

export interface DigestPlace extends ExpectedPlace {
  readonly state: ObligationState
  readonly isLate: boolean
  readonly isHalfDone: boolean
  readonly dueOn: string
  /** False when no seat of the place has an address that works. */
  readonly reachable: boolean
  /** True when raja negeri and kepala desa both keep a report. */
  readonly twoReports: boolean
  /** When the first report of the place was handed in, whoever's counts now; null before. */
  readonly firstInAt: number | null
}

export interface DigestKecamatan {
  readonly regionCode: string
  readonly name: string
  readonly state: ObligationState
  /** When the camat confirmed the totals; null before. */
  readonly confirmedAt: number | null
}

/** One open call for a human. */
export interface DigestHelp {
  readonly regionCode: string
  readonly name: string
  /** The kind of the staff item: help, wrong_contact, parked… */
  readonly kind: string
  readonly sinceAt: number
}

export interface DigestData {
  readonly roundCode: string
  /** The Monday of the week, local to the kabupaten. */
  readonly periodOn: string
  readonly places: readonly DigestPlace[]
  readonly kecamatan: readonly DigestKecamatan[]
  readonly answers: readonly (VillageAnswers | VillageFigures)[]
  /** The answers of the round before, for outliers. */
  readonly answersBefore: readonly (VillageAnswers | VillageFigures)[]
  /** When the last digest was made; null for the first of a round. */
  readonly lastDigestAt: number | null
  readonly help: readonly DigestHelp[]
  /** Dates of the planning cycle that come near. */
  readonly planning: readonly ComingDate[]
  /** Activities of the team's work plan that are past their last day and not done. */
  readonly workLate: readonly LateWork[]
  /** What lies with each office. */
  readonly offices: readonly OfficeDuty[]
}

/** What one office has to do, and the places of its programmes that are left. */
export interface OfficeDuty {
  readonly kabupatenCode: string
  readonly opd: string
  readonly name: string
  /** Recommendations about which it still has to do something, and those of them past their target. */
  readonly open: number
  readonly overdue: number
  readonly programmes: readonly {
    readonly name: string
    readonly year: number
    readonly placesTotal: number
    readonly placesLeft: number
  }[]
}

/** One activity of the team that is late. */
export interface LateWork {
  /** A kabupaten, or `*`: everybody's. */
  readonly regionCode: string
  readonly title: string
  readonly responsible: string
  readonly plannedUntilOn: string
}

export type VillageSituation = 'not_started' | 'half_done' | 'returned'

export interface VillageOwing {
  readonly regionCode: string
  readonly name: string
  readonly situation: VillageSituation
  readonly isLate: boolean
  /** Days from the Monday of the digest to the due date; negative when it has passed. */
  readonly daysLeft: number
}

export type DigestSection =
  | {
      readonly kind: 'progress'
      readonly reported: number
      readonly expected: number
      readonly excused: number
      readonly lateReports: number
      /** Places that handed in for the first time since the last digest; null in the first digest. */
      readonly newReports: number | null
    }
  | {
      readonly kind: 'by_kecamatan'
      readonly rows: readonly {
        readonly regionCode: string
        readonly name: string
        readonly reported: number
        readonly expected: number
      }[]
    }
  | { readonly kind: 'villages_owing'; readonly rows: readonly VillageOwing[] }
  | {
      readonly kind: 'activities'
      readonly total: number
      readonly byStatus: Totals['activities']['byStatus']
      readonly progress: number | null
      readonly sinceLastRound: SinceLastRound | null
    }
  | { readonly kind: 'constraints'; readonly rows: readonly Named[] }
  | { readonly kind: 'support'; readonly rows: readonly SupportWanted[] }
  | { readonly kind: 'attendance'; readonly attendance: Attendance }
  | { readonly kind: 'outliers'; readonly rows: readonly Outlier[] }
  | { readonly kind: 'kecamatan_reports'; readonly rows: readonly DigestKecamatan[] }
  | { readonly kind: 'changed_since_confirmed'; readonly rows: readonly NamedPlace[] }
  | { readonly kind: 'two_reports'; readonly rows: readonly NamedPlace[] }
  | { readonly kind: 'unreachable'; readonly rows: readonly NamedPlace[] }
  | { readonly kind: 'help_wanted'; readonly rows: readonly DigestHelp[] }
  | { readonly kind: 'planning'; readonly rows: readonly ComingDate[] }
  | { readonly kind: 'work_late'; readonly rows: readonly LateWork[] }
  | { readonly kind: 'own_office'; readonly duty: OfficeDuty | null }

export interface NamedPlace {
  readonly regionCode: string
  readonly name: string
}

export interface Digest {
  readonly audience: DigestAudience
  readonly roundCode: string
  readonly periodOn: string
  readonly sections: readonly DigestSection[]
}

type SectionKind = DigestSection['kind']

const sums: readonly SectionKind[] = ['progress', 'by_kecamatan', 'activities', 'constraints', 'support', 'attendance']

/** What each audience gets, in the order it reads. */
const contents: Readonly<
  Record<DigestAudience, { readonly openness: Openness; readonly kinds: readonly SectionKind[] }>
> = {
  camat: {
    openness: 'names',
    kinds: [
      'progress',
      'villages_owing',
      'changed_since_confirmed',
      'activities',
      'constraints',
      'support',
      'attendance',
      'outliers',
    ],
  },
  pokja: { openness: 'sums', kinds: sums },
  forum: { openness: 'sums', kinds: sums },
  opd: { openness: 'sums', kinds: ['progress', 'own_office', 'by_kecamatan', 'activities', 'support', 'constraints'] },
  fasilitator: {
    openness: 'names',
    kinds: ['progress', 'villages_owing', 'two_reports', 'unreachable', 'help_wanted', 'constraints', 'support'],
  },
  staff: {
    openness: 'names',
    kinds: [
      'progress',
      'by_kecamatan',
      'villages_owing',
      'kecamatan_reports',
      'unreachable',
      'help_wanted',
      'two_reports',
      'changed_since_confirmed',
      'activities',
      'constraints',
      'support',
      'attendance',
      'outliers',
      'planning',
      'work_late',
    ],
  },
}

/** The part of a digest that may be passed on to anybody: sums, and no name of a village that is late. */
export function forwardable(digest: Digest): Digest {
  return { ...digest, sections: digest.sections.filter(({ kind }) => sums.includes(kind)) }
}

/** The digest of one reader. Sections without anything to say are left out. */
export function digestFor(reader: DigestReader, data: DigestData): Digest {
  const { audience } = reader
  const { openness, kinds } = contents[audience]
  const mine = (regionCode: string) =>
    reader.audience === 'fasilitator' ? reader.villages.includes(regionCode) : covers(reader.regionCode, regionCode)
  const view = { ...viewOf(data, mine, openness), duty: dutyOf(reader, data) }
  const sections = kinds.map((kind) => sectionOf(kind, view)).filter((section) => !isEmpty(section))
  return { audience, roundCode: data.roundCode, periodOn: data.periodOn, sections }
}

interface View {
  readonly data: DigestData
  readonly places: readonly DigestPlace[]
  readonly kecamatan: readonly DigestKecamatan[]
  readonly answers: readonly (VillageAnswers | VillageFigures)[]
  readonly help: readonly DigestHelp[]
  readonly planning: readonly ComingDate[]
  readonly workLate: readonly LateWork[]
  readonly duty: OfficeDuty | null
  readonly totals: Totals
  readonly before: readonly (VillageAnswers | VillageFigures)[]
}

function viewOf(data: DigestData, mine: (regionCode: string) => boolean, openness: Openness): Omit<View, 'duty'> {
  const places = data.places.filter((place) => mine(place.regionCode)).sort(byCode)
  const answers = data.answers.filter((village) => mine(village.regionCode)).sort(byCode)
  const before = data.answersBefore.filter((village) => mine(village.regionCode))
  const totals = totalsOf(places, answers, before)
  return {
    data,
    places,
    kecamatan: data.kecamatan.filter((kecamatan) => mine(kecamatan.regionCode)).sort(byCode),
    answers,
    help: data.help.filter((help) => mine(help.regionCode)).toSorted((a, b) => a.sinceAt - b.sinceAt),
    planning: data.planning.filter((date) => mine(date.regionCode)),
    workLate: data.workLate.filter((work) => work.regionCode === WHOLE_PROGRAMME || mine(work.regionCode)),
    totals: totalsFor(openness, totals),
    before,
  }
}

function sectionOf(kind: SectionKind, view: View): DigestSection {
  const { totals } = view
  switch (kind) {
    case 'progress': {
      const { reported, expected, excused, lateReports } = totals
      return { kind, reported, expected, excused, lateReports, newReports: newReports(view) }
    }
    case 'by_kecamatan':
      return { kind, rows: byKecamatan(view) }
    case 'villages_owing':
      return { kind, rows: view.places.flatMap((place) => owing(place, view.data.periodOn)) }
    case 'activities': {
      const { total, byStatus, progress } = totals.activities
      const known = new Set(view.places.map((place) => place.regionCode))
      const now = view.answers.filter((village) => known.has(village.regionCode))
      return { kind, total, byStatus, progress, sinceLastRound: sinceLastRound(now, view.before) }
    }
    case 'constraints':
      return { kind, rows: totals.constraints.slice(0, 5) }
    case 'support':
      return { kind, rows: totals.support.slice(0, 5) }
    case 'attendance':
      return { kind, attendance: totals.attendance }
    case 'outliers':
      return { kind, rows: totals.outliers }
    case 'kecamatan_reports':
      return { kind, rows: view.kecamatan }
    case 'changed_since_confirmed':
      return { kind, rows: changedAfterConfirming(view) }
    case 'two_reports':
      return { kind, rows: view.places.filter((place) => place.twoReports).map(named) }
    case 'unreachable':
      return { kind, rows: view.places.filter((place) => !place.reachable && !place.excused).map(named) }
    case 'help_wanted':
      return { kind, rows: view.help }
    case 'planning':
      return { kind, rows: view.planning }
    case 'work_late':
      return { kind, rows: view.workLate }
    case 'own_office':
      return { kind, duty: view.duty }
  }
}

function isEmpty(section: DigestSection): boolean {
  if (section.kind === 'activities') return section.total === 0
  if (section.kind === 'attendance') return section.attendance.villages === 0
  if (section.kind === 'own_office') return section.duty === null
  return 'rows' in section && section.rows.length === 0
}

/** Null where nothing lies with the office of the reader, and for readers without one. */
function dutyOf(reader: DigestReader, { offices }: DigestData): OfficeDuty | null {
  if (reader.audience === 'fasilitator' || reader.opd === undefined) return null
  return offices.find((o) => o.kabupatenCode === reader.regionCode && o.opd === reader.opd) ?? null
}

/** A report that was corrected, or whose place is now spoken for by another head, is no new one. */
function newReports({ data: { lastDigestAt }, places, answers }: View): number | null {
  if (lastDigestAt === null) return null
  const reported = new Set(answers.map((village) => village.regionCode))
  return places.filter(
    ({ regionCode, firstInAt }) => reported.has(regionCode) && firstInAt !== null && firstInAt > lastDigestAt,
  ).length
}

function byKecamatan(view: View): Extract<DigestSection, { kind: 'by_kecamatan' }>['rows'] {
  const names = new Map(view.data.kecamatan.map((kecamatan) => [kecamatan.regionCode, kecamatan.name]))
  return reportedByKecamatan(view.places, view.answers).map(({ regionCode, reported, expected }) => ({
    regionCode,
    name: names.get(regionCode) ?? regionCode,
    reported,
    expected,
  }))
}

function owing(place: DigestPlace, periodOn: string): readonly VillageOwing[] {
  const situation = situationOf(place)
  if (situation === undefined) return []
  const { regionCode, name, isLate, dueOn } = place
  return [{ regionCode, name, situation, isLate, daysLeft: daysBetween(periodOn, dueOn) }]
}

function situationOf(place: DigestPlace): VillageSituation | undefined {
  switch (place.state) {
    case 'open':
      return 'not_started'
    case 'half_done':
      return 'half_done'
    case 'late':
      return place.isHalfDone ? 'half_done' : 'not_started'
    case 'returned':
      return 'returned'
    case 'waiting':
    case 'submitted':
    case 'verified':
    case 'excused':
      return undefined
  }
}

function changedAfterConfirming(view: View): readonly NamedPlace[] {
  return view.data.kecamatan.flatMap(({ regionCode, confirmedAt }) =>
    confirmedAt === null
      ? []
      : changedSinceConfirmed(
          confirmedAt,
          view.answers.filter((village) => kecamatanOf(village.regionCode) === regionCode),
        ),
  )
}

function named({ regionCode, name }: DigestPlace): NamedPlace {
  return { regionCode, name }
}
