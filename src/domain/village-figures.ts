import type { ActivityStatus } from './activities.ts'

/** What a village told of one activity of its plan. */
export interface ActivityAnswer {
  readonly entityId: string
  readonly name: string
  readonly bidang: string
  readonly status: ActivityStatus | null
  /** 0–100; null when not asked. */
  readonly persen: number | null
  readonly target: number | null
  readonly hasil: number | null
  /** Choice codes; `tidak_ada` says that there is none. */
  readonly kendala: readonly string[]
  readonly dukungan: readonly string[]
  readonly pihak: readonly string[]
  /** Not asked in this round: last value carried on. */
  readonly carried: boolean
}

/** People counted, of them men and women. */
export interface CountBySex {
  readonly total: number
  readonly l: number
  readonly p: number
}

/** What the report of one village says, answer by answer. */
export interface VillageAnswers {
  readonly regionCode: string
  readonly name: string
  readonly submittedAt: number
  readonly isLate: boolean
  readonly attendance: CountBySex | null
  readonly activities: readonly ActivityAnswer[]
}

/** How many activities stand at each status; `tidak_diisi`: the question about it was not answered. */
export type ActivitiesByStatus = Readonly<Record<ActivityStatus | 'tidak_diisi', number>>

/**
 * What the totals need of one village's activities: sums, which can be added up over a country. Kept with the report, so
 * that a digest need not read every answer again.
 */
export interface Figures {
  readonly attendance: CountBySex | null
  readonly byStatus: ActivitiesByStatus
  readonly carried: number
  /** Sum and number of the activities' progress in percent: finished 100, running as told, not begun 0. */
  readonly progress: { readonly sum: number; readonly count: number }
  readonly fields: readonly { readonly bidang: string; readonly total: number; readonly selesai: number }[]
  /** The result furthest above 150 % of its target, in percent of it. */
  readonly aboveTarget: number | null
  /** How many activities named each constraint, and each kind of support with whom it is asked of. */
  readonly constraints: Readonly<Record<string, number>>
  readonly support: Readonly<Record<string, SupportFigures>>
}

interface SupportFigures {
  readonly activities: number
  readonly from: Readonly<Record<string, number>>
}

/** The sums of one village, with the village they are of. */
export interface VillageFigures extends Figures {
  readonly regionCode: string
  readonly name: string
  readonly submittedAt: number
  readonly isLate: boolean
}

const none = 'tidak_ada'

/** The sums of one village's answers. */
export function figuresOf({ attendance, activities }: Pick<VillageAnswers, 'attendance' | 'activities'>): Figures {
  const count = (status: ActivityStatus | null) => activities.filter((activity) => activity.status === status).length
  const done = activities.flatMap(({ status, persen }) => {
    if (status === 'selesai') return [100]
    if (status === 'belum') return [0]
    return status === 'berjalan' && persen !== null ? [persen] : []
  })
  const above = activities
    .filter(({ target, hasil }) => target !== null && hasil !== null && target > 0 && hasil > 1.5 * target)
    .map(({ target, hasil }) => Math.round((100 * (hasil ?? 0)) / (target ?? 1)))
  const support: Record<string, SupportFigures> = {}
  for (const { dukungan, pihak } of activities)
    for (const code of distinct(dukungan)) {
      const known = support[code] ?? { activities: 0, from: {} }
      support[code] = { activities: known.activities + 1, from: addEach(known.from, new Set(pihak)) }
    }
  return {
    attendance,
    byStatus: {
      selesai: count('selesai'),
      berjalan: count('berjalan'),
      belum: count('belum'),
      batal: count('batal'),
      tidak_diisi: count(null),
    },
    carried: activities.filter((activity) => activity.carried).length,
    progress: { sum: sum(done), count: done.length },
    fields: [...Map.groupBy(activities, (activity) => activity.bidang)].map(([bidang, own]) => ({
      bidang,
      total: own.length,
      selesai: own.filter((activity) => activity.status === 'selesai').length,
    })),
    aboveTarget: above.length > 0 ? Math.max(...above) : null,
    constraints: activities.reduce((sums, { kendala }) => addEach(sums, distinct(kendala)), {}),
    support,
  }
}

/** The sums of a village, computed where only its answers are at hand. */
export function villageFigures(village: VillageAnswers | VillageFigures): VillageFigures {
  if (!('activities' in village)) return village
  const { regionCode, name, submittedAt, isLate } = village
  return { regionCode, name, submittedAt, isLate, ...figuresOf(village) }
}

/** Mean progress of one village in percent; given-up and unanswered activities do not count. Null without any. */
export function progressOf({ progress: { sum, count } }: Pick<Figures, 'progress'>): number | null {
  return count === 0 ? null : round1(sum / count)
}

/** Codes without repetition and without "there is none". */
function distinct(codes: readonly string[]): ReadonlySet<string> {
  return new Set(codes.filter((code) => code !== none))
}

function addEach(sums: Readonly<Record<string, number>>, codes: Iterable<string>): Record<string, number> {
  const more = { ...sums }
  for (const code of codes) more[code] = (more[code] ?? 0) + 1
  return more
}

/** All of them together; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}
