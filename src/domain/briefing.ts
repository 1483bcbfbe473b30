import type { FollowedRow } from './meetings.ts'
import { isOpen, type PriorityGrade, priorityGrades } from './recommendations.ts'
import type { Named, SupportWanted, Totals } from './totals.ts'

/**
 * One page for who has five minutes before a meeting (bupati, Sekda, camat): five figures, three constraints, three
 * things asked of them. Sums only, so that it may be passed on.
 */
export interface Briefing {
  readonly level: 'kabupaten' | 'kecamatan'
  readonly roundCode: string
  readonly asOf: string
  readonly totals: Totals
  /** In code order; of a kecamatan none. */
  readonly kecamatan: readonly { readonly name: string; readonly reported: number; readonly expected: number }[]
  /** Recommendations that wait, and how many of them are past their target. */
  readonly waiting: number
  readonly overdue: number
  readonly constraints: readonly Named[]
  readonly asks: readonly Ask[]
  /** The rakor it is read before, where one is in the register. */
  readonly meeting: { readonly title: string; readonly on: string } | null
}

/** A recommendation; where there are not enough of them, the support that villages ask for most. */
export type Ask =
  | {
      readonly kind: 'row'
      readonly text: string
      readonly responsible: readonly string[]
      readonly targetMonth: string | null
      readonly villages: number
      readonly daysOverdue: number
      readonly priority: PriorityGrade
    }
  | { readonly kind: 'support'; readonly support: SupportWanted }

const few = 3

export function briefingOf(
  facts: Pick<Briefing, 'level' | 'roundCode' | 'asOf' | 'totals' | 'kecamatan' | 'meeting'> & {
    readonly rows: readonly FollowedRow[]
  },
): Briefing {
  const { rows, ...rest } = facts
  const open = rows.filter((row) => isOpen(row.state, row.delivery))
  return {
    ...rest,
    waiting: open.length,
    overdue: open.filter((row) => row.daysOverdue > 0).length,
    constraints: facts.totals.constraints.slice(0, few),
    asks: [
      ...mostPressing(open, facts.level).map((row): Ask => {
        const { text, targetMonth, daysOverdue, priority } = row
        const responsible = row.responsible.map(({ name }) => name)
        return {
          kind: 'row',
          text,
          responsible,
          targetMonth,
          daysOverdue,
          priority,
          villages: new Set(row.villages.map((v) => v.regionCode)).size,
        }
      }),
      ...facts.totals.support.map((support): Ask => ({ kind: 'support', support })),
    ].slice(0, few),
  }
}

/** What the reader's own level can settle comes first, then by priority, days past the target, and villages. */
function mostPressing(open: readonly FollowedRow[], level: Briefing['level']): readonly FollowedRow[] {
  return open
    .toSorted(
      (a, b) =>
        Number(a.level !== level) - Number(b.level !== level) ||
        priorityGrades.indexOf(a.priority) - priorityGrades.indexOf(b.priority) ||
        b.daysOverdue - a.daysOverdue ||
        b.villages.length - a.villages.length ||
        a.no - b.no,
    )
    .slice(0, few)
}
