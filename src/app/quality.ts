import { type Position, positionFacts } from '../domain/positions.ts'
import { type Quality, qualityOf } from '../domain/quality.ts'
import { DAY } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { listSeatHolders } from '../store/people.ts'
import { type DigestPlaceRow, listDigestPlaces } from '../store/progress.ts'
import { countFilledBy, countSkipped, listLongTexts, listPlanLabels } from '../store/quality.ts'
import { listMonitoringRounds, type RoundRow } from '../store/rounds.ts'
import { recipientsOf, writerPositions } from './reach.ts'
import type { Services } from './services.ts'
import { villageFigures } from './village-answers.ts'

/** Somebody whose village still owes its report after the due date: for those who may know names. */
export interface LatePerson {
  readonly regionCode: string
  readonly place: string
  /** Null where nobody holds a seat. */
  readonly person: string | null
  readonly position: Position | null
  readonly daysLate: number
  readonly begun: boolean
  readonly reachable: boolean
}

export interface KabupatenQuality extends Quality {
  readonly kabupatenCode: string
  readonly name: string
  readonly late: readonly LatePerson[]
}

/** The quality of a round's data in one kabupaten. Names of persons are in it: ask for the right before. */
export async function kabupatenQuality(
  services: Services,
  sql: Sql,
  query: { readonly round: RoundRow; readonly kabupatenCode: string; readonly now: number },
): Promise<KabupatenQuality> {
  const { db } = services
  const { round, kabupatenCode, now } = query
  const about = { within: [kabupatenCode], now, level: 'desa' } as const
  const places = await listDigestPlaces(sql, { ...about, roundId: round.id })
  const before = (await listMonitoringRounds(sql)).findLast((r) => r.number < round.number)
  const earlier = before ? await listDigestPlaces(sql, { ...about, roundId: before.id }) : []
  const reportIds = places.flatMap((place) => place.reportId ?? [])
  const plan = await listPlanLabels(sql, kabupatenCode)
  const { kabupaten } = await services.programme.get(sql)
  return {
    kabupatenCode,
    name: kabupaten[kabupatenCode]?.name ?? kabupatenCode,
    ...qualityOf({
      places,
      figures: await villageFigures(sql, db, places),
      figuresBefore: await villageFigures(sql, db, earlier),
      skipped: await countSkipped(sql, db, reportIds),
      notInPlan: plan.filter((item) => item.source === 'bukan_vlp').length,
      said: await listLongTexts(sql, db, reportIds),
      plan,
      filledBy: await countFilledBy(sql, db, reportIds),
    }),
    late: await latePersons(services, sql, places, now),
  }
}

/** Whoever is to write the report of each place that is late, in code order: no list ranks villages. */
async function latePersons(
  { db }: Services,
  sql: Sql,
  places: readonly DigestPlaceRow[],
  now: number,
): Promise<readonly LatePerson[]> {
  const late = places.filter((place) => place.state === 'late')
  if (late.length === 0) return []
  const holders = Map.groupBy(
    await listSeatHolders(sql, db, {
      positions: writerPositions,
      regionCodes: late.map((place) => place.regionCode),
      now,
    }),
    (holder) => holder.regionCode,
  )
  return late.map((place): LatePerson => {
    const own = holders.get(place.regionCode) ?? []
    const reach = recipientsOf({ level: 'desa', reporting: 'one' }, own, {})[0]
    const holder = reach?.holder ?? own[0]
    return {
      regionCode: place.regionCode,
      place: place.name,
      person: holder?.name ?? null,
      position: holder?.position ?? null,
      daysLate: Math.max(1, Math.floor((now - place.dueAt) / DAY)),
      begun: place.isHalfDone,
      reachable: reach !== undefined && reach.because === undefined,
    }
  })
}

export const positionOf = ({ position }: LatePerson): string => (position === null ? '' : positionFacts[position].label)
