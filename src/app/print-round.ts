import type { Paper } from '../documents/paper.ts'
import { paperOfRound } from '../documents/round-paper.ts'
import { kecamatanOf } from '../domain/regions.ts'
import { type RoundReport, roundReport } from '../domain/round-report.ts'
import { localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import type { Sql } from '../store/database.ts'
import { listDigestPlaces } from '../store/progress.ts'
import { listRecommendations } from '../store/recommendations.ts'
import { findRegionName } from '../store/regions.ts'
import { listMonitoringRounds, listRoundForms, type RoundRow } from '../store/rounds.ts'
import { choiceLabels } from './choice-labels.ts'
import { comingDates } from './planning.ts'
import { zoneOf } from './programme.ts'
import { kabupatenQuality } from './quality.ts'
import type { Services } from './services.ts'
import { villageFigures } from './village-answers.ts'

/** Dates of the planning cycle that whoever reads the report still has before them. */
const PLANNING_DAYS = 180

export interface RoundIn {
  readonly round: RoundRow
  readonly kabupatenCode: string
}

/** The report of a round in one kabupaten on paper. Throws `Problem('unknown_kabupaten')`. */
export async function printRound(services: Services, sql: Sql, where: RoundIn, now: number): Promise<Paper> {
  const report = await readRoundReport(services, sql, where, now)
  const zone = await zoneOf(services, sql, where.kabupatenCode)
  return paperOfRound(
    report,
    { label: await choiceLabels(services, sql), programme: await services.programme.get(sql) },
    { texts: services.texts, language: 'id', zone },
  )
}

/** What the round in that kabupaten came to as it stands now: sums, and nobody's name. */
export async function readRoundReport(
  services: Services,
  sql: Sql,
  { round, kabupatenCode }: RoundIn,
  now: number,
): Promise<RoundReport> {
  const { db } = services
  const { kabupaten } = await services.programme.get(sql)
  const name = kabupaten[kabupatenCode]?.name
  if (name === undefined)
    throw new Problem(
      'unknown_kabupaten',
      `the programme has no kabupaten ${kabupatenCode}, only ${Object.keys(kabupaten).join(', ')}`,
    )
  const asOf = localDate(now, await zoneOf(services, sql, kabupatenCode))
  const query = { within: [kabupatenCode], now } as const
  const read = async (roundId: number) => {
    const places = await listDigestPlaces(sql, { ...query, level: 'desa', roundId })
    return { places, figures: await villageFigures(sql, db, places) }
  }
  const all = await listMonitoringRounds(sql)
  // the newest one before it that asked this kabupaten
  const before = async () => {
    for (const { id, code, number } of all.toReversed()) {
      if (number >= round.number) continue
      const earlier = await read(id)
      if (earlier.places.length > 0) return { code, ...earlier }
    }
    return null
  }
  const { places, figures } = await read(round.id)
  const own = new Map(
    (await listDigestPlaces(sql, { ...query, level: 'kecamatan', roundId: round.id })).map((k) => [k.regionCode, k]),
  )
  const codes = [...new Set([...places.map((p) => kecamatanOf(p.regionCode)), ...own.keys()])].sort()
  const kecamatan = []
  for (const regionCode of codes) {
    const report = own.get(regionCode)
    const named = report?.name ?? (await findRegionName(sql, regionCode))
    kecamatan.push({ regionCode, name: named, state: report?.state ?? null })
  }
  const villageForm = (await listRoundForms(sql, round.id)).find((form) => form.level === 'desa')
  const coming = []
  for (const { id, code } of all.filter((r) => r.state === 'draft')) {
    const opensOn = (await listRoundForms(sql, id)).map((form) => form.opensOn).sort()[0]
    if (opensOn !== undefined && opensOn >= asOf) coming.push({ code, opensOn })
  }
  return roundReport({
    round: {
      code: round.code,
      number: round.number,
      opensOn: villageForm?.opensOn ?? asOf,
      dueOn: villageForm?.dueOn ?? asOf,
    },
    kabupaten: name,
    asOf,
    places,
    figures,
    kecamatan,
    before: await before(),
    quality: await kabupatenQuality(services, sql, { round, kabupatenCode, now }),
    next: {
      planning: await comingDates(sql, [{ code: kabupatenCode, name }], asOf, PLANNING_DAYS),
      rounds: coming,
      recommendations: (await listRecommendations(sql, db, { roundId: round.id, within: [kabupatenCode] })).length,
    },
  })
}
