import type { Digest } from '../domain/digests.ts'
import type { Database } from '../store/database.ts'
import { saveFigures } from '../store/report-figures.ts'
import { readLarge } from './read-aside.ts'
import type { DigestsQuery } from './round-digest.ts'

/**
 * The digests of those who read about all kabupaten. First the sums that are not kept yet are made, kabupaten by
 * kabupaten, and kept here: who reads aside cannot write, and would make them again each week.
 */
export async function programmeDigests(
  db: Database,
  query: Omit<DigestsQuery, 'kabupaten'>,
  many?: number,
): Promise<readonly Digest[]> {
  const { round, now } = query
  for (const kabupaten of await readLarge(db, 'withoutFigures', { roundId: round.id }, many)) {
    const made = await readLarge(db, 'figures', { roundId: round.id, kabupaten, now }, many)
    if (made.length > 0) await saveFigures(db, made)
  }
  return readLarge(db, 'digests', { ...query, kabupaten: undefined }, many)
}
