import { fundingSources } from '../domain/activities.ts'
import { type Matrix, type MatrixRowFacts, matrixOf } from '../domain/matrix.ts'
import { deliveryOf } from '../domain/recommendations.ts'
import { covers, kabupatenOf, levelOf } from '../domain/regions.ts'
import { localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listRecommendations, type Recommendation } from '../store/recommendations.ts'
import { findRegion, listRegionsByCode } from '../store/regions.ts'
import { listRounds, type RoundRow } from '../store/rounds.ts'
import { choiceLabels } from './choice-labels.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'

/** The matrix of a kecamatan or kabupaten in a round as it stands now. Throws `Problem('no_matrix_place')`. */
export async function matrixNow(
  services: Services,
  sql: Sql,
  where: { readonly round: Pick<RoundRow, 'id' | 'code' | 'number'>; readonly regionCode: string },
  now: number,
): Promise<Matrix> {
  const { round, regionCode } = where
  const level = levelOf(regionCode)
  const region = await findRegion(sql, regionCode)
  if (!region || (level !== 'kecamatan' && level !== 'kabupaten'))
    throw new Problem(
      'no_matrix_place',
      `"${regionCode}" is no kecamatan or kabupaten here: give a code such as 81.05 or 81.05.15`,
    )
  const recommendations = await listRecommendations(sql, services.db, { roundId: round.id, within: [regionCode] })
  return matrixOf(
    {
      scope: { regionCode, name: region.name, level },
      round: { code: round.code, number: round.number },
      asOf: localDate(now, await zoneOf(services, sql, regionCode)),
    },
    await matrixRows(services, sql, recommendations),
  )
}

/** Recommendations in the words of the matrix. */
export async function matrixRows(
  services: Services,
  sql: Sql,
  recommendations: readonly Recommendation[],
): Promise<readonly MatrixRowFacts[]> {
  const label = await choiceLabels(services, sql)
  const book = await readOfficeBook(sql)
  const codes = [...new Set(recommendations.map((r) => r.regionCode))]
  const names = new Map((await listRegionsByCode(sql, services.db, codes)).map((r) => [r.code, r.name]))
  return recommendations.map((r) => ({
    recommendationId: r.id,
    kecamatan: { code: r.regionCode, name: names.get(r.regionCode) ?? r.regionCode },
    villages: r.villages,
    problem: r.problem,
    kendala: r.kendala.map((code) => ({ code, name: label('kendala', code) })),
    text: r.text,
    level: r.level,
    responsible: r.responsible.map((code) => ({ code, name: book.nameOf(r.kabupatenCode, code) })),
    targetMonth: r.targetMonth,
    funding: r.funding.map((code) => ({ code, name: fundingSources.find((f) => f.code === code)?.label ?? code })),
    priority: r.priority,
    state: r.state,
    stage: r.stage,
    delivery: deliveryOf(r.state, r.answers),
    budget:
      r.budgetYear === null && r.budgetProgramme === null && r.amount === null
        ? null
        : { year: r.budgetYear, programme: r.budgetProgramme, amount: r.amount },
  }))
}

/**
 * The round whose matrix is meant where nobody names one: the newest open one that asks this place, else the newest
 * closed one.
 */
export async function matrixRound(sql: Sql, regionCode: string): Promise<RoundRow | undefined> {
  const rounds = (await listRounds(sql))
    .filter((round) => round.state !== 'draft')
    .filter(({ kabupaten }) => {
      const limited = kabupaten.split(' ').filter((code) => code !== '')
      return limited.length === 0 || limited.some((code) => covers(code, kabupatenOf(regionCode)))
    })
  return rounds.findLast((round) => round.state === 'open') ?? rounds.at(-1)
}
