import type { Attendance, Totals } from './totals.ts'

/**
 * What leaves the circle of those who work with a village: sums without names, and no count of fewer than five persons
 * (UU 14/2008 on public information, UU 27/2022 on personal data: in a small village "one woman" is a person).
 */
const smallestCell = 5

/** `names`: those who may read the names of late villages. `sums`: Pokja, Forum, OPD, groups, the public. */
export type Openness = 'names' | 'sums'

/**
 * A count by sex without cells under five. When one sex is too small, both are hidden, because the total would give it
 * away; zero is shown only when nobody came at all.
 */
export function suppressSmall(attendance: Attendance): Attendance {
  const { total, l, p } = attendance
  if (total === null || total === 0) return attendance
  if (total < smallestCell) return { ...attendance, total: null, l: null, p: null, womenShare: null }
  if (isSmall(l) || isSmall(p)) return { ...attendance, l: null, p: null, womenShare: null }
  return attendance
}

/** The totals as an audience may see them. */
export function totalsFor(openness: Openness, totals: Totals): Totals {
  if (openness === 'names') return totals
  return { ...totals, missing: [], outliers: [], attendance: suppressSmall(totals.attendance) }
}

function isSmall(count: number | null): boolean {
  return count === null || count < smallestCell
}
