import { expect, it } from 'vitest'
import { countingReport, obligationStatus, type ReportFacts } from '../../src/domain/rounds.ts'
import { DAY } from '../../src/lib/local-time.ts'
import type { Database } from '../../src/store/database.ts'
import { countPlaces, countProgress, listPlaces, placeFilters } from '../../src/store/progress.ts'
import { onEveryDialect } from '../support/databases.ts'

const now = Date.UTC(2026, 1, 10)
const yesterday = now - DAY
const tomorrow = now + DAY

interface Facts {
  readonly opensAt: number | null
  readonly dueAt: number
  readonly excusedBecause: string | null
  readonly reports: readonly ReportFacts[]
}

const reportStates = ['open', 'submitted', 'returned', 'verified'] as const

/** One report of each kind that there can be. */
function reportsOf(seatId: number, official: boolean): readonly ReportFacts[] {
  return reportStates.flatMap((state) =>
    [null, yesterday].map(
      (lastAnswerAt): ReportFacts => ({
        seatId,
        state,
        official,
        startedAt: now - 3 * DAY + seatId,
        lastAnswerAt,
        firstSubmittedAt: state === 'open' ? null : seatId % 2 === 0 ? yesterday - 1 : now,
        returnedAt: null,
      }),
    ),
  )
}

/** Every combination of dates with no report, one, and two of different seats. */
function everyCombination(): readonly Facts[] {
  const one = reportsOf(1, true)
  const two = reportsOf(2, false)
  const undecided = reportsOf(4, true)
  const pairs = one.flatMap((a) => [...two, ...undecided].map((b) => [a, b]))
  const reports = [[], ...one.map((r) => [r]), ...two.map((r) => [r]), ...pairs]
  return [null, yesterday, tomorrow].flatMap((opensAt) =>
    [yesterday, tomorrow].flatMap((dueAt) =>
      [null, 'sedang berkabung'].flatMap((excusedBecause) =>
        reports.map((own) => ({ opensAt, dueAt, excusedBecause, reports: own })),
      ),
    ),
  )
}

const codeOf = (i: number) => `81.05.15.${1000 + i}`

async function fill(db: Database, all: readonly Facts[]): Promise<number> {
  await db.run(`insert into programme (code, name) values ('p', 'P')`)
  await db.run(
    `insert into region (code, level, name, official_name, zone) values ('81.05.15', 'kecamatan', 'K', 'K', 'Asia/Jayapura')`,
  )
  await db.run(
    `insert into form_version (name, number, version, title, source, hash, installed_at) values ('f', 1, '1', 'F', '{}', 'h', 0)`,
  )
  await db.run(`insert into round (programme_id, code, number, state) values (1, 'r', 1, 'open')`)
  await db.run(
    `insert into round_form (round_id, form_name, form_version_id, level, depth, opens_on, due_on) values (1, 'f', 1, 'desa', 'full', '2026-02-01', '2026-02-09')`,
  )
  await db.transaction(async (sql) => {
    await sql.run(`insert into lane (person_id) values (null)`)
    for (const [i, facts] of all.entries()) {
      await sql.run(
        `insert into region (code, parent_code, level, name, official_name, zone) values ($1, '81.05.15', 'desa', $2, $2, 'Asia/Jayapura')`,
        codeOf(i),
        `Desa ${i}`,
      )
      const [owed] = await sql.all<{ id: number }>(
        'insert into obligation (round_form_id, region_code, opens_at, due_at, excused_because) values (1, $1, $2, $3, $4) returning id',
        codeOf(i),
        facts.opensAt,
        facts.dueAt,
        facts.excusedBecause,
      )
      for (const report of facts.reports) {
        const [seat] = await sql.all<{ id: number }>(
          `insert into seat (region_code, position, official) values ($1, 'kepala_desa', $2) returning id`,
          codeOf(i),
          report.official ? 1 : 0,
        )
        const [made] = await sql.all<{ id: number }>(
          `insert into report (obligation_id, seat_id, form_version_id, state, started_at, submitted_at)
           values ($1, $2, 1, $3, $4, $5) returning id`,
          owed!.id,
          seat!.id,
          report.state,
          report.startedAt,
          report.firstSubmittedAt,
        )
        if (report.lastAnswerAt === null) continue
        await sql.run(
          `insert into session (lane_id, report_id, form_version_id, status, state, started_at, last_step_at) values (1, $1, 1, 'active', '{}', 0, $2)`,
          made!.id,
          report.lastAnswerAt,
        )
        await sql.run(`insert into answer (report_id, path, seq, how, at) values ($1, 'a', 1, 'given', 0)`, made!.id)
      }
    }
  })
  return 1
}

onEveryDialect('The progress of a round', (open) => {
  it('gives every place the state that the rules of rounds give it', async () => {
    const all = everyCombination()
    expect(all.length).toBeGreaterThan(900)
    const db = await open()
    const roundId = await fill(db, all)
    const places = await listPlaces(db, { roundId, within: ['*'], now, limit: 10_000, offset: 0 })
    const wrong = places.flatMap((place, i) => {
      const facts = all[i]!
      const { state, isLate, isHalfDone } = obligationStatus(facts, facts.reports, now)
      const found = { state: place.state, isLate: place.isLate, isHalfDone: place.isHalfDone }
      const expected = { state, isLate, isHalfDone }
      return JSON.stringify(found) === JSON.stringify(expected)
        ? []
        : [{ facts, found, expected, counting: countingReport(facts.reports) }]
    })
    expect(wrong).toEqual([])
    expect(places.map((p) => p.regionCode)).toEqual(all.map((_, i) => codeOf(i)).sort())

    const counts = await countProgress(db, { roundId, level: 'desa', within: ['81.05'], now })
    const inState = Map.groupBy(places, (p) => `${p.state} ${p.isLate}`)
    expect(Object.fromEntries(counts.map((c) => [`${c.state} ${c.isLate}`, c.count]))).toEqual(
      Object.fromEntries([...inState].map(([key, own]) => [key, own.length])),
    )
    for (const filter of placeFilters) {
      const listed = await listPlaces(db, { roundId, within: ['*'], filter, now, limit: 10_000, offset: 0 })
      expect([filter, await countPlaces(db, { roundId, within: ['*'], filter, now })]).toEqual([filter, listed.length])
    }
  })

  it('shows nothing of regions that somebody does not look after', async () => {
    const db = await open()
    const roundId = await fill(db, everyCombination().slice(0, 3))
    const seen = (within: readonly string[]) => countPlaces(db, { roundId, within, now })
    expect([
      await seen(['*']),
      await seen(['81.05.15']),
      await seen([codeOf(1)]),
      await seen(['81.05.1']),
      await seen([]),
    ]).toEqual([3, 3, 1, 0, 0])
  })
})
