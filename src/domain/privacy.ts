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

/**
 * Rows of one table with their sum below: besides what is small, so many more rows are hidden that nobody finds a small
 * count by taking the shown rows from the sum.
 */
export function suppressRows(rows: readonly Attendance[]): readonly Attendance[] {
  const small = rows.map(suppressSmall)
  const bySex = hiddenWith(rows, new Set(indexesOf(small, ({ l, total }) => l === null && total !== 0)))
  const whole = hiddenWith(rows, new Set(indexesOf(small, ({ total }) => total === null)))
  return rows.map((row, i) => ({
    ...row,
    ...(bySex.has(i) && { l: null, p: null, womenShare: null }),
    ...(whole.has(i) && { total: null, l: null, p: null, womenShare: null }),
  }))
}

/** With the smallest of the other rows, until no sum over what is hidden is small. */
function hiddenWith(rows: readonly Attendance[], hidden: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(hidden)
  const others = indexesOf(rows, ({ total }) => total !== null && total > 0)
    .filter((i) => !found.has(i))
    .sort((a, b) => rows[a]!.total! - rows[b]!.total!)
  const sum = (key: 'l' | 'p') => [...found].reduce((all, i) => all + (rows[i]![key] ?? 0), 0)
  while (found.size > 0 && others.length > 0 && (isSmall(sum('l')) || isSmall(sum('p')))) found.add(others.shift()!)
  return found
}

function indexesOf(rows: readonly Attendance[], is: (row: Attendance) => boolean): number[] {
  return rows.flatMap((row, i) => (is(row) ? [i] : []))
}

/** The totals as an audience may see them. */
export function totalsFor(openness: Openness, totals: Totals): Totals {
  if (openness === 'names') return totals
  return { ...totals, missing: [], outliers: [], attendance: suppressSmall(totals.attendance) }
}

function isSmall(count: number | null): boolean {
  return count === null || count < smallestCell
}
