import { addDays, daysBetween } from '../lib/local-time.ts'
import { type CodedWord, codeOfWord } from './activities.ts'
import { kecamatanDates } from './rounds.ts'

/**
 * The planning cycle of a kabupaten and its villages: by when what has to be there so that it can stand in the budget of
 * a year. The usual dates are data with their source; a kabupaten shifts each of them, with a reason.
 */
export const planningSteps = [
  'du_rkpdes',
  'musrenbangcam',
  'forum_opd',
  'musrenbangkab',
  'musdes',
  'rkpd',
  'rkpdes',
  'apbd',
  'apbdes',
] as const
export type PlanningStep = (typeof planningSteps)[number]

export const planningStepWords: readonly CodedWord[] = [
  { code: 'du_rkpdes', label: 'DU-RKPDes', alsoCalled: ['daftar usulan rkpdes', 'durkpdes'] },
  { code: 'musrenbangcam', label: 'Musrenbangcam', alsoCalled: ['musrenbang kecamatan'] },
  { code: 'forum_opd', label: 'Forum OPD', alsoCalled: ['forum skpd', 'forum perangkat daerah'] },
  { code: 'musrenbangkab', label: 'Musrenbangkab', alsoCalled: ['musrenbang kabupaten'] },
  { code: 'musdes', label: 'Musdes', alsoCalled: ['musyawarah desa', 'musrenbangdes'] },
  { code: 'rkpd', label: 'RKPD', alsoCalled: ['renja'] },
  { code: 'rkpdes', label: 'RKPDes', alsoCalled: ['rkp desa'] },
  { code: 'apbd', label: 'APBD', alsoCalled: [] },
  { code: 'apbdes', label: 'APBDes', alsoCalled: ['apb desa'] },
]

/** Where nobody of the kabupaten said otherwise. */
export interface UsualDate {
  readonly step: PlanningStep
  /** `MM-DD` */
  readonly monthDay: string
  /** Years before the budget year. */
  readonly yearsBefore: number
  /** The months in which it is usual, in words. */
  readonly span: string
  readonly source: string
}

/** What a kabupaten put in its place. */
export interface ShiftedDate {
  readonly kabupatenCode: string
  readonly budgetYear: number
  readonly step: PlanningStep
  readonly on: string
  readonly reason: string
  readonly at: number
}

export interface PlanningDate {
  readonly kabupatenCode: string
  readonly budgetYear: number
  readonly step: PlanningStep
  readonly on: string
  /** The usual date where the kabupaten has none of its own: only about. */
  readonly isUsual: boolean
  readonly span: string
  readonly source: string
  /** Why the kabupaten has another; null where it has the usual one. */
  readonly reason: string | null
}

/** A date that comes near, as digests and papers tell it. */
export interface ComingDate extends Pick<PlanningDate, 'step' | 'budgetYear' | 'on' | 'isUsual'> {
  /** The kabupaten. */
  readonly regionCode: string
  readonly name: string
  /** Codes of the rounds that have to be ready before it. */
  readonly rounds: readonly string[]
}

/** The dates of a kabupaten for one budget year, in time order. */
export function cycleOf(
  kabupatenCode: string,
  budgetYear: number,
  usual: readonly UsualDate[],
  shifted: readonly ShiftedDate[],
): readonly PlanningDate[] {
  return usual
    .map(({ step, monthDay, yearsBefore, span, source }): PlanningDate => {
      const own = shifted.findLast(
        (s) => s.kabupatenCode === kabupatenCode && s.budgetYear === budgetYear && s.step === step,
      )
      return {
        kabupatenCode,
        budgetYear,
        step,
        on: own?.on ?? `${budgetYear - yearsBefore}-${monthDay}`,
        isUsual: own === undefined,
        span,
        source,
        reason: own?.reason ?? null,
      }
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Whatever of any cycle falls into these days, in time order. */
export function datesBetween(
  kabupatenCode: string,
  fromOn: string,
  untilOn: string,
  usual: readonly UsualDate[],
  shifted: readonly ShiftedDate[],
): readonly PlanningDate[] {
  const first = Number(fromOn.slice(0, 4))
  // a kabupaten may be late by a year, and the first step is two years ahead of its budget
  const years = Array.from({ length: Number(untilOn.slice(0, 4)) - first + 4 }, (_, i) => first - 1 + i)
  return years
    .flatMap((year) => cycleOf(kabupatenCode, year, usual, shifted))
    .filter(({ on }) => fromOn <= on && on <= untilOn)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** `musrenbangcam:2026`, the step of a budget year as people write it; undefined when it is none. */
export function readPlanningStep(
  text: string,
): { readonly step: PlanningStep; readonly budgetYear: number } | undefined {
  const [, word = '', year = ''] = /^(.+):(20\d\d)$/.exec(text.trim()) ?? []
  const step = codeOfWord(planningStepWords, word) as PlanningStep | undefined
  return step && { step, budgetYear: Number(year) }
}

export const planningStepName = (step: PlanningStep): string =>
  planningStepWords.find(({ code }) => code === step)?.label ?? step

/**
 * The last day of a round that has to be ready `daysBefore` days before a date: of its villages, and so of what follows
 * them. With a kecamatan report it is the kecamatan that has to be ready by then.
 */
export function dueBefore(on: string, daysBefore: number, withKecamatan: boolean): string {
  const lastOn = addDays(on, -daysBefore)
  return withKecamatan ? addDays(lastOn, -kecamatanTakes) : lastOn
}

/** Days from the villages' due date to the kecamatan's. */
const kecamatanTakes = daysBetween('2024-01-01', kecamatanDates('2024-01-01').dueOn)
