import { matrixRound } from '../app/matrix.ts'
import { UsageProblem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { type RoundRow, requireRound } from '../store/rounds.ts'

/** The round that a command about a matrix means: the one named, else the newest that asks the place. */
export async function roundFor(sql: Sql, regionCode: string, code: string | undefined): Promise<RoundRow> {
  if (code !== undefined) return requireRound(sql, code)
  const round = await matrixRound(sql, regionCode)
  if (!round) throw new UsageProblem('There is no round that was opened yet.')
  return round
}
