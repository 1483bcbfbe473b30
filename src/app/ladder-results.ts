import { defaultLadder } from '../domain/ladder.ts'
import { HOUR } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { listStepResults } from '../store/ladder-results.ts'

export interface RungResult {
  /** A step of the ladder, or `nanti` for an hour that somebody named. */
  readonly rung: string
  /** Places that were written about. */
  readonly sent: number
  /** Places for which something was answered within the hours asked for. */
  readonly answered: number
  /** Places whose report came in within them. */
  readonly submitted: number
}

/** What each step of the ladder brought in, in the order of the ladder; steps that nobody got are left out. */
export async function ladderResults(
  sql: Sql,
  query: { readonly roundId: number; readonly within: readonly string[]; readonly hours: number },
): Promise<readonly RungResult[]> {
  const { roundId, within, hours } = query
  const results = await listStepResults(sql, { roundId, within, forMs: hours * HOUR })
  const rungs = [...defaultLadder.steps.map(({ rung }) => rung), 'nanti']
  const byRung = Map.groupBy(results, ({ key }) => {
    const step = key.split(':').slice(3).join(':')
    return rungs.find((rung) => step === rung || step.startsWith(`${rung}-`)) ?? step
  })
  return rungs.flatMap((rung) => {
    const own = byRung.get(rung)
    return own === undefined
      ? []
      : [
          {
            rung,
            sent: own.length,
            answered: own.filter((r) => r.answered === 1).length,
            submitted: own.filter((r) => r.submitted === 1).length,
          },
        ]
  })
}
