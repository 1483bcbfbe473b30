import type { Matrix, MatrixRow } from './matrix.ts'
import type { ComingDate } from './planning.ts'
import { kabupatenOf } from './regions.ts'
import type { Totals } from './totals.ts'
import type { CountBySex } from './village-figures.ts'

/**
 * Meetings: rakor of a Pokja or Forum, numbered one by one; coordination of a kecamatan in one or more batches; the
 * others. Sums are computed from the sessions; where a source gives only the sum of a kabupaten, that stands in for the
 * sessions whose own numbers nobody knows, and is marked.
 */
export const meetingKinds = ['rakor', 'koordinasi_kecamatan', 'lokakarya_vlp', 'kelas_belajar', 'internal'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const commitmentStates = ['open', 'kept', 'broken'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** One day or batch of a meeting. */
export interface MeetingSession {
  readonly on: string
  readonly place: string | null
  /** Null: held, but nobody wrote down how many came. */
  readonly attendance: CountBySex | null
  /** The numbers are a lower bound ("at least 51"). */
  readonly atLeast: boolean
}

export interface MeetingFacts {
  readonly id: number
  readonly kind: MeetingKind
  /** Of a body's rakor: ke-1, ke-2, ke-3 …; null for other meetings. */
  readonly number: number | null
  /** Where it belongs: the kabupaten of a body, the kecamatan of a coordination. */
  readonly regionCode: string
  readonly title: string
  readonly fromOn: string
  readonly untilOn: string
  readonly place: string | null
  readonly sessions: readonly MeetingSession[]
  /** Sum over the sessions of a kabupaten as a source gives it, where it gives no more; else null. */
  readonly aggregate: CountBySex | null
  /** Guests are counted apart: attendance may exceed membership. */
  readonly guests: number | null
  readonly deliveredInId: number | null
  /** The round whose results it was about. */
  readonly roundId?: number | null
}

/** What is wrong with a count, in words for the person who typed it; undefined when nothing is. */
export function countProblem(count: CountBySex): string | undefined {
  const whole = [count.total, count.l, count.p].every((n) => Number.isSafeInteger(n) && n >= 0)
  if (!whole) return 'Jumlah orang adalah angka bulat, 0 atau lebih.'
  if (count.l + count.p !== count.total)
    return `${count.l} laki-laki dan ${count.p} perempuan adalah ${count.l + count.p} orang, bukan ${count.total}.`
  return undefined
}

export interface MeetingTotals {
  readonly meetings: number
  readonly sessions: number
  /** Sessions without numbers of their own. */
  readonly uncounted: number
  readonly kecamatan: number
  readonly total: number
  readonly l: number
  readonly p: number
  /** Share of women, 0–1; null without anybody. */
  readonly womenShare: number | null
  readonly atLeast: boolean
  /** Kabupaten whose numbers come from a sum of the whole kabupaten. */
  readonly fromAggregate: readonly string[]
  /** Kabupaten where the given sum is not that of the sessions, though each has its numbers. */
  readonly disagree: readonly string[]
}

/**
 * Sums over meetings of one kind. In a kabupaten where each session of a round has its numbers, those are summed; where
 * one has none and a sum of the kabupaten is given for that round, that sum counts for all of them; without one, what is
 * known counts as a lower bound.
 */
export function meetingTotals(meetings: readonly MeetingFacts[]): MeetingTotals {
  const held = meetings.filter((m) => m.aggregate === null)
  const groups = Map.groupBy(meetings, (m) => `${kabupatenOf(m.regionCode)} ${m.roundId ?? ''}`)
  const parts = [...groups.values()].map((own) => partOf(kabupatenOf(own[0]!.regionCode), own))
  const sum = (of: (part: Part) => number) => parts.reduce((n, part) => n + of(part), 0)
  const total = sum((part) => part.count.total)
  const p = sum((part) => part.count.p)
  // "at least 51" may say nothing about women and men
  const bySex = p + sum((part) => part.count.l)
  return {
    meetings: held.length,
    sessions: sum((part) => part.sessions),
    uncounted: sum((part) => part.uncounted),
    kecamatan: new Set(held.filter((m) => m.kind === 'koordinasi_kecamatan').map((m) => m.regionCode)).size,
    total,
    l: sum((part) => part.count.l),
    p,
    womenShare: bySex === 0 ? null : p / bySex,
    atLeast: parts.some((part) => part.atLeast),
    fromAggregate: [...new Set(parts.filter((part) => part.aggregated).map((part) => part.code))],
    disagree: [...new Set(parts.filter((part) => part.disagrees).map((part) => part.code))],
  }
}

interface Part {
  readonly code: string
  readonly sessions: number
  readonly uncounted: number
  readonly count: CountBySex
  readonly atLeast: boolean
  readonly aggregated: boolean
  readonly disagrees: boolean
}

function partOf(code: string, meetings: readonly MeetingFacts[]): Part {
  const sessions = meetings.flatMap((m) => m.sessions)
  const counted = sessions.flatMap((s) => s.attendance ?? [])
  const summed = add(counted)
  const given = meetings.flatMap((m) => m.aggregate ?? [])
  const uncounted = sessions.length - counted.length
  // a sum without a single session listed is all that is known
  const aggregated = given.length > 0 && (uncounted > 0 || sessions.length === 0)
  const whole = add(given)
  return {
    code,
    sessions: sessions.length,
    uncounted,
    count: aggregated ? whole : summed,
    atLeast: sessions.some((s) => s.atLeast) || (uncounted > 0 && !aggregated),
    aggregated,
    disagrees: given.length > 0 && !aggregated && (whole.total !== summed.total || whole.p !== summed.p),
  }
}

function add(counts: readonly CountBySex[]): CountBySex {
  return counts.reduce((a, b) => ({ total: a.total + b.total, l: a.l + b.l, p: a.p + b.p }), { total: 0, l: 0, p: 0 })
}

/** Words such as "20 L 12 P", "32 = 20 L + 12 P", "20l 12p"; ">= 51" is a lower bound without sexes. */
export function readAttendance(text: string): { readonly count: CountBySex; readonly atLeast: boolean } | undefined {
  const clean = text.trim().toUpperCase().replace(/\s+/g, ' ')
  const least = /^(?:>=|≥|MIN(?:IMAL)?\.?) ?(\d{1,5})$/.exec(clean)
  if (least) return { count: { total: Number(least[1]), l: 0, p: 0 }, atLeast: true }
  const both = /^(?:(\d{1,5}) ?= ?)?(\d{1,5}) ?L ?[+,]? ?(\d{1,5}) ?P$/.exec(clean)
  if (!both) return undefined
  const l = Number(both[2])
  const p = Number(both[3])
  return { count: { total: both[1] === undefined ? l + p : Number(both[1]), l, p }, atLeast: false }
}

/** The next number of a body's rakor: one more than the highest, so that none is given twice. */
export function nextNumber(numbers: readonly (number | null)[]): number {
  return Math.max(0, ...numbers.map((n) => n ?? 0)) + 1
}

export interface CommitmentFacts {
  readonly id: number
  readonly meetingId: number
  readonly what: string
  readonly who: string
  readonly dueOn: string | null
  readonly state: CommitmentState
  readonly note: string | null
}

/** Still open after its day. */
export function isCommitmentLate(commitment: Pick<CommitmentFacts, 'state' | 'dueOn'>, todayOn: string): boolean {
  return commitment.state === 'open' && commitment.dueOn !== null && commitment.dueOn < todayOn
}

/** One lesson that a kecamatan or village shared. */
export interface Lesson {
  readonly regionCode: string
  readonly place: string
  readonly text: string
}

/**
 * Everything the members need on the table of a rakor, in the four parts that a kecamatan reports (results, challenges,
 * lessons, support wanted), with the matrix and what became of earlier promises. No village that is late is named.
 */
export interface MeetingPack {
  readonly body: {
    readonly name: string
    readonly kabupaten: string
    readonly decree: string
    readonly memberCount: number
  }
  readonly programme: {
    readonly name: string
    readonly longName: string
    readonly funder: string | null
    readonly implementer: string
  }
  readonly meeting: MeetingFacts
  readonly opener: string | null
  readonly initiator: string | null
  readonly funder: string | null
  readonly agenda: readonly string[]
  readonly decisions: readonly string[]
  readonly asOf: string
  readonly round: { readonly code: string; readonly number: number }
  /** n of N villages for each kecamatan, in code order. */
  readonly kecamatan: readonly {
    readonly regionCode: string
    readonly name: string
    readonly reported: number
    readonly expected: number
    readonly confirmed: boolean
    /** The coordination meeting of the kecamatan in this round. */
    readonly coordination: MeetingTotals | null
    readonly activities: Totals['activities']
  }[]
  /** Results, challenges and support of the whole kabupaten. */
  readonly totals: Totals
  readonly lessons: readonly Lesson[]
  /** Dates of the planning cycle in the months that come. */
  readonly planning: readonly ComingDate[]
  readonly coordination: MeetingTotals
  readonly matrix: Matrix
  /** What was recommended in any round, as far as it is. */
  readonly followUp: readonly FollowedRow[]
  /** Programmes of offices with the places (lokus) they still have. */
  readonly places: readonly {
    readonly opd: string
    readonly year: number
    readonly name: string
    readonly total: number
    readonly taken: number
    /** Below zero: more villages hope for one than there are. */
    readonly left: number
  }[]
  /** Of earlier meetings of the body, those not kept yet first. */
  readonly commitments: readonly (CommitmentFacts & { readonly meeting: string; readonly late: boolean })[]
}

/** A recommendation with where it comes from and which villages say that it has not arrived. */
export interface FollowedRow extends MatrixRow {
  readonly roundCode: string
  readonly notArrived: readonly string[]
}
