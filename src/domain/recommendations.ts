import { addDays, daysBetween, isDate } from '../lib/local-time.ts'
import type { CodedWord } from './activities.ts'

/**
 * Recommendations: what is to be done about a problem, by whom and by when, and how far it is. A recommendation is never
 * removed and never closed by silence: it ends when the villages say that it arrived, or when somebody says why not.
 */
/** The form in which seats tell how far recommendations are, and villages whether they arrived. */
export const followUpForm = 'pelacakan_tindak_lanjut'

export const recommendationLevels = ['desa', 'kecamatan', 'kabupaten', 'provinsi_pusat', 'bangkit'] as const
export type RecommendationLevel = (typeof recommendationLevels)[number]

export const recommendationStates = ['belum', 'diproses', 'masuk_rkpd', 'dianggarkan', 'selesai', 'tidak_bisa'] as const
export type RecommendationState = (typeof recommendationStates)[number]

/** The way of a proposal into the budget of a kabupaten, in order. */
export const planningStages = ['usulan', 'musrenbangcam', 'forum_opd', 'musrenbangkab', 'rkpd', 'apbd'] as const
export type PlanningStage = (typeof planningStages)[number]

export const priorityGrades = ['tinggi', 'sedang', 'rendah'] as const
export type PriorityGrade = (typeof priorityGrades)[number]

/** How the codes are written in tables. */
export const levelWords: readonly CodedWord[] = [
  { code: 'desa', label: 'Desa', alsoCalled: ['negeri'] },
  { code: 'kecamatan', label: 'Kecamatan', alsoCalled: [] },
  { code: 'kabupaten', label: 'Kabupaten', alsoCalled: ['opd', 'pemda'] },
  { code: 'provinsi_pusat', label: 'Provinsi/pusat', alsoCalled: ['provinsi', 'pusat'] },
  { code: 'bangkit', label: 'BangKIT', alsoCalled: ['program'] },
]
export const stateWords: readonly CodedWord[] = [
  { code: 'belum', label: 'Belum ditindaklanjuti', alsoCalled: [] },
  { code: 'diproses', label: 'Diproses', alsoCalled: ['proses'] },
  { code: 'masuk_rkpd', label: 'Masuk RKPD/Renja', alsoCalled: ['rkpd', 'renja'] },
  { code: 'dianggarkan', label: 'Dianggarkan', alsoCalled: ['anggaran', 'apbd'] },
  { code: 'selesai', label: 'Selesai', alsoCalled: [] },
  { code: 'tidak_bisa', label: 'Tidak bisa', alsoCalled: ['batal'] },
]
export const stageWords: readonly CodedWord[] = [
  { code: 'usulan', label: 'Usulan', alsoCalled: [] },
  { code: 'musrenbangcam', label: 'Musrenbangcam', alsoCalled: ['musrenbang kecamatan'] },
  { code: 'forum_opd', label: 'Forum OPD', alsoCalled: ['forum skpd'] },
  { code: 'musrenbangkab', label: 'Musrenbangkab', alsoCalled: ['musrenbang kabupaten'] },
  { code: 'rkpd', label: 'RKPD/Renja', alsoCalled: ['renja'] },
  { code: 'apbd', label: 'APBD', alsoCalled: ['dpa'] },
]
export const priorityWords: readonly CodedWord[] = [
  { code: 'tinggi', label: 'Tinggi', alsoCalled: [] },
  { code: 'sedang', label: 'Sedang', alsoCalled: [] },
  { code: 'rendah', label: 'Rendah', alsoCalled: [] },
]

/** A village that a recommendation is for, with the activities of its plan that it is about. */
export interface ForVillage {
  readonly regionCode: string
  readonly name: string
  readonly activities: readonly { readonly entityId: string; readonly name: string }[]
}

/** What a village answered when it was asked whether something arrived; null: asked, not answered yet. */
export interface VillageAnswer {
  readonly regionCode: string
  readonly answer: 'ya' | 'belum' | null
}

/**
 * How what the office says and what the villages say go together. `open`: nobody says it is finished; `waiting`: asked
 * back, not every village has answered; `received`: every village has it; `disputed`: at least one has not.
 */
export type Delivery = 'open' | 'waiting' | 'received' | 'disputed'

/** Compares the state with the newest answer of each village. A village that said "belum" outweighs any silence. */
export function deliveryOf(state: RecommendationState, answers: readonly VillageAnswer[]): Delivery {
  if (state !== 'selesai') return 'open'
  if (answers.some(({ answer }) => answer === 'belum')) return 'disputed'
  return answers.length > 0 && answers.every(({ answer }) => answer === 'ya') ? 'received' : 'waiting'
}

/** Whether anybody still has to do something about it: not finished, given up, or finished and not received. */
export function isOpen(state: RecommendationState, delivery: Delivery): boolean {
  if (state === 'tidak_bisa') return false
  return state !== 'selesai' || delivery === 'disputed'
}

/** The last day of a month `YYYY-MM`. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  const next = number === 12 ? `${year! + 1}-01-01` : `${year}-${String(number! + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

/** The month `months` after the one of a date. */
export function monthAfter(dateOn: string, months: number): string {
  const [year, month] = dateOn.split('-').map(Number)
  const count = year! * 12 + month! - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/**
 * Days since the target month ended, 0 while there is time and for whatever is not open any more. What a village has not
 * received although it is called finished is late from its target on, like everything else.
 */
export function daysOverdue(
  recommendation: {
    readonly state: RecommendationState
    readonly delivery: Delivery
    readonly targetMonth: string | null
  },
  todayOn: string,
): number {
  const { state, delivery, targetMonth } = recommendation
  if (targetMonth === null || !isOpen(state, delivery)) return 0
  return Math.max(0, daysBetween(lastDayOf(targetMonth), todayOn))
}

/** Who is told about what is overdue, each once: from so many days after the target month on. */
export interface OverdueRung {
  readonly rung: string
  readonly days: number
  readonly to: 'responsible' | 'coordinator' | 'staff'
}

/** The responsible seat is asked every month anyhow; from the second week on others hear of it. */
export const overdueLadder: readonly OverdueRung[] = [
  { rung: 'penanggung-jawab', days: 1, to: 'responsible' },
  { rung: 'koordinator', days: 14, to: 'coordinator' },
  { rung: 'staf', days: 30, to: 'staff' },
]

/** The rungs that have been reached after so many days; none before the first. */
export function overdueRungs(days: number, ladder: readonly OverdueRung[] = overdueLadder): readonly OverdueRung[] {
  return ladder.filter((rung) => days >= rung.days)
}

/** What an office said of one recommendation in a follow-up. */
export interface FollowUpSaid {
  readonly state: RecommendationState
  /** With `masuk_rkpd` and `dianggarkan`: budget year, name of the programme, whole rupiah. */
  readonly budgetYear?: number
  readonly programme?: string
  readonly amount?: number
  /** With `tidak_bisa`. */
  readonly reason?: string
  /** With `selesai`. */
  readonly doneOn?: string
  /** `YYYY-MM`: the new target of what is not finished. */
  readonly targetMonth?: string
}

/** The stage that a state implies; undefined where it says nothing about planning. */
export function stageImpliedBy(state: RecommendationState): PlanningStage | undefined {
  return state === 'masuk_rkpd' ? 'rkpd' : state === 'dianggarkan' ? 'apbd' : undefined
}

/** The stage after a follow-up: it goes forward with what the office says and never back by itself. */
export function stageAfter(stage: PlanningStage, state: RecommendationState): PlanningStage {
  const implied = stageImpliedBy(state)
  return implied !== undefined && planningStages.indexOf(implied) > planningStages.indexOf(stage) ? implied : stage
}

/** One sentence for people about why a stage cannot be moved so, or undefined. Back is possible, with a reason. */
export function stageRefusal(from: PlanningStage, to: PlanningStage, reason: string | undefined): string | undefined {
  if (from === to) return `it is at stage "${to}" already`
  const back = planningStages.indexOf(to) < planningStages.indexOf(from)
  return back && (reason ?? '').trim() === '' ? `going back from "${from}" to "${to}" needs a reason` : undefined
}

/** A programme of an office with places (lokus) that villages can still get in a budget year. */
export interface ProgrammePlaces {
  readonly placesTotal: number
  /** Places taken by others than recommendations here, as the office says. */
  readonly placesTaken: number
  /** Villages of the recommendations that go into it. */
  readonly villages: readonly string[]
}

/** Places left; below zero when more villages hope for one than there are. A village takes one place, however often it is named. */
export function placesLeft({ placesTotal, placesTaken, villages }: ProgrammePlaces): number {
  return placesTotal - placesTaken - new Set(villages).size
}

/** Asked in the first week of a month. */
const monthlyWindowDays = 7
/** Asked so many days before a rakor. */
const beforeRakorDays = 7
/** A monthly question is left out when a rakor asks, or asked, within so many days. */
const apartDays = 10

/**
 * For which occasion a responsible seat is to be asked today: `rakor-12` in the week before that meeting, `2024-09` in
 * the first week of a month unless a meeting is near; undefined on other days. The occasion is part of the message's
 * key, so nobody is asked twice for it.
 */
export function followUpOccasion(
  todayOn: string,
  rakors: readonly { readonly id: number; readonly fromOn: string }[],
): string | undefined {
  const away = rakors
    .filter(({ fromOn }) => isDate(fromOn))
    .map(({ id, fromOn }) => ({ id, days: daysBetween(todayOn, fromOn) }))
    .sort((a, b) => a.days - b.days || a.id - b.id)
  const next = away.find(({ days }) => days >= 1 && days <= beforeRakorDays)
  if (next) return `rakor-${next.id}`
  if (Number(todayOn.slice(8)) > monthlyWindowDays) return undefined
  const near = away.some(({ days }) => Math.abs(days) <= apartDays)
  return near ? undefined : todayOn.slice(0, 7)
}
