import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import { digestPeriodOn } from '../domain/digest-times.ts'
import {
  type Digest,
  type DigestData,
  type DigestKecamatan,
  type DigestPlace,
  type DigestReader,
  digestFor,
} from '../domain/digests.ts'
import { WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { VillageFigures } from '../domain/village-figures.ts'
import { localDate } from '../lib/local-time.ts'
import type { Database, Sql } from '../store/database.ts'
import { findProgramme } from '../store/programme.ts'
import { type DigestPlaceRow, listDigestPlaces, listKabupatenOf } from '../store/progress.ts'
import { listConfirmedKecamatan } from '../store/reports.ts'
import { listMonitoringRounds, type RoundRow } from '../store/rounds.ts'
import { findLastDigestAt } from '../store/sent-messages.ts'
import { listStaffItems, type StaffItemKind } from '../store/staff-items.ts'
import { officeDuties } from './office-duties.ts'
import { comingDates } from './planning.ts'
import { villageFigures } from './village-answers.ts'
import { workPlan } from './work-plan.ts'

/** Six weeks: time enough to finish a round and take its matrix along. */
const PLANNING_DAYS = 42

/** Somebody waits for a person to answer; what a report leaves to staff (a levy, a story) is in their own list alone. */
const waits: ReadonlySet<StaffItemKind> = new Set(['help', 'wrong_contact', 'parked'])

/** The round that digests are about now: the newest open one that monitors, else the last that was closed. */
export async function digestRound(sql: Sql): Promise<RoundRow | undefined> {
  const rounds = await listMonitoringRounds(sql)
  return rounds.findLast((r) => r.state === 'open') ?? rounds.findLast((r) => r.state === 'closed')
}

/**
 * All that any digest of this round and week may say, of one kabupaten or of all; each reader then gets their part. A
 * whole programme is read kabupaten by kabupaten, and in between the conversations have their turn: give `sql` outside a
 * transaction then.
 */
export async function digestData(
  db: Database,
  sql: Sql,
  round: RoundRow,
  options: { readonly now: number; readonly zone: string; readonly kabupaten?: string | undefined },
): Promise<DigestData> {
  const { now } = options
  const todayOn = localDate(now, options.zone)
  const before = (await listMonitoringRounds(sql)).findLast((r) => r.number < round.number)
  const confirmed = await listConfirmedKecamatan(sql, round.id)
  const places: DigestPlace[] = []
  const kecamatan: DigestKecamatan[] = []
  const answers: VillageFigures[] = []
  const answersBefore: VillageFigures[] = []
  const all = options.kabupaten === undefined ? await listKabupatenOf(sql, round.id) : [options.kabupaten]
  for (const kabupaten of all) {
    const query = { within: [kabupaten], now, level: 'desa' as const }
    const villages = await listDigestPlaces(sql, { ...query, roundId: round.id })
    places.push(...villages.map(placeOf))
    answers.push(...(await villageFigures(sql, db, villages)))
    if (before) {
      const earlier = await listDigestPlaces(sql, { ...query, roundId: before.id })
      answersBefore.push(...(await villageFigures(sql, db, earlier)))
    }
    for (const { regionCode, name, state } of await listDigestPlaces(sql, {
      ...query,
      roundId: round.id,
      level: 'kecamatan',
    }))
      kecamatan.push({ regionCode, name, state, confirmedAt: confirmed.get(regionCode) ?? null })
    if (all.length > 1) await nextTurnOfTheLoop()
  }
  const kabupaten = Object.entries((await findProgramme(sql))?.kabupaten ?? {})
    .filter(([code]) => options.kabupaten === undefined || code === options.kabupaten)
    .map(([code, { name }]) => ({ code, name }))
  return {
    roundCode: round.code,
    periodOn: digestPeriodOn(now, options.zone),
    places,
    kecamatan,
    answers,
    answersBefore,
    lastDigestAt: await findLastDigestAt(sql, now),
    help: (await listStaffItems(sql)).flatMap((i) =>
      i.regionCode === null || !waits.has(i.kind)
        ? []
        : [{ regionCode: i.regionCode, name: i.regionName ?? '', kind: i.kind, sinceAt: i.at }],
    ),
    workLate: (await workPlan(sql, options.kabupaten === undefined ? [WHOLE_PROGRAMME] : [options.kabupaten], todayOn))
      .filter(({ state }) => state === 'overdue')
      .map(({ kabupatenCode, title, responsible, plannedUntilOn }) => ({
        regionCode: kabupatenCode,
        title,
        responsible,
        plannedUntilOn,
      })),
    offices: options.kabupaten === undefined ? [] : await officeDuties(db, sql, options.kabupaten, todayOn),
    planning: await comingDates(sql, kabupaten, todayOn, PLANNING_DAYS),
  }
}

export interface DigestsQuery {
  readonly round: RoundRow
  readonly now: number
  readonly zone: string
  /** Undefined: all of them. */
  readonly kabupaten: string | undefined
  readonly readers: readonly DigestReader[]
}

/** What is read about a kabupaten once, as each of its readers may see it. */
export async function makeDigests(
  db: Database,
  { round, readers, ...options }: DigestsQuery,
): Promise<readonly Digest[]> {
  const data = await digestData(db, db, round, options)
  return readers.map((reader) => digestFor(reader, data))
}

function placeOf(row: DigestPlaceRow): DigestPlace {
  const { regionCode, name, excused, state, isLate, isHalfDone, reachable, twoReports, firstInAt } = row
  return {
    regionCode,
    name,
    excused,
    state,
    isLate,
    isHalfDone,
    dueOn: localDate(row.dueAt, row.zone),
    reachable,
    twoReports,
    firstInAt,
  }
}
