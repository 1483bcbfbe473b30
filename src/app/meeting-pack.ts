import { matrixOf } from '../domain/matrix.ts'
import { type FollowedRow, isCommitmentLate, type MeetingPack, meetingTotals } from '../domain/meetings.ts'
import { totalsFor } from '../domain/privacy.ts'
import { placesLeft } from '../domain/recommendations.ts'
import { covers, kecamatanOf, levelOf } from '../domain/regions.ts'
import { matrixForm } from '../domain/rounds.ts'
import { totalsOf } from '../domain/totals.ts'
import { localDate } from '../lib/local-time.ts'
import { Problem } from '../lib/problem.ts'
import { listBodies } from '../store/bodies.ts'
import type { Sql } from '../store/database.ts'
import { listCommitments, listMeetings } from '../store/meetings.ts'
import { listObligations } from '../store/obligations.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listOpdProgrammes } from '../store/opd-programmes.ts'
import { listRecommendations } from '../store/recommendations.ts'
import { findRegionName } from '../store/regions.ts'
import { listAnswersOfReports, listConfirmedKecamatan } from '../store/reports.ts'
import { listHandedIn } from '../store/rounds.ts'
import { matrixNow, matrixRound, matrixRows } from './matrix.ts'
import { comingDates } from './planning.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'
import { villageAnswers } from './village-answers.ts'

/** The next step of the cycle is at most some months away. */
const PLANNING_DAYS = 120

/**
 * What the members of a Pokja or Forum need on the table of a rakor, made from the data of its kabupaten: no village that
 * is late is named. Throws `Problem` for a meeting that is none of a body.
 */
export async function meetingPack(services: Services, sql: Sql, meetingId: number, now: number): Promise<MeetingPack> {
  const { db } = services
  const [meeting] = await listMeetings(sql, db, { ids: [meetingId] })
  const body = meeting && (await listBodies(sql)).find((b) => b.id === meeting.bodyId)
  if (!meeting || !body)
    throw new Problem(
      'no_rakor',
      `meeting ${meetingId} is no rakor of a Pokja or Forum: "kentongan meeting list" shows them`,
    )
  const kabupaten = body.kabupatenCode
  const round = await matrixRound(sql, kabupaten)
  if (!round) throw new Problem('no_round', 'there is no round that was opened yet, so there is nothing to bring')
  const asOf = localDate(now, await zoneOf(services, sql, kabupaten))
  const villages = (await listObligations(sql, { roundId: round.id, kabupaten })).filter((o) => o.level === 'desa')
  const expected = villages.map((v) => ({
    regionCode: v.regionCode,
    name: v.regionName,
    excused: v.excusedBecause !== null,
  }))
  const answers = await villageAnswers(sql, db, villages)
  const confirmed = await listConfirmedKecamatan(sql, round.id)
  const coordination = await listMeetings(sql, db, {
    kind: 'koordinasi_kecamatan',
    roundId: round.id,
    within: [kabupaten],
  })
  const reported = new Set(answers.map((a) => a.regionCode))
  const codes = [...new Set(villages.map((v) => kecamatanOf(v.regionCode)))].sort()
  const kecamatan = []
  for (const code of codes) {
    const own = expected.filter((v) => covers(code, v.regionCode) && (!v.excused || reported.has(v.regionCode)))
    const held = coordination.filter((m) => m.regionCode === code)
    kecamatan.push({
      regionCode: code,
      name: await findRegionName(sql, code),
      reported: own.filter((v) => reported.has(v.regionCode)).length,
      expected: own.length,
      confirmed: confirmed.has(code),
      coordination: held.length === 0 ? null : meetingTotals(held),
      activities: totalsOf(own, answers).activities,
    })
  }
  const earlier = (await listMeetings(sql, db, { bodyId: body.id })).filter(
    (m) => m.id !== meetingId && m.fromOn <= meeting.fromOn,
  )
  const titles = new Map(earlier.map((m) => [m.id, m.title]))
  const programme = await services.programme.get(sql)
  const offices = await readOfficeBook(sql, kabupaten)
  const kabupatenName = programme.kabupaten[kabupaten]?.name ?? (await findRegionName(sql, kabupaten))
  return {
    body: {
      name: body.name,
      kabupaten: kabupatenName,
      decree: body.decree,
      memberCount: body.memberCount,
    },
    programme: {
      name: programme.name,
      longName: programme.longName,
      funder: programme.funder,
      implementer: programme.implementer,
    },
    meeting,
    opener: meeting.opener,
    initiator: meeting.initiator,
    funder: meeting.funder,
    agenda: meeting.agenda,
    decisions: meeting.decisions,
    asOf,
    round: { code: round.code, number: round.number },
    kecamatan,
    totals: totalsFor('sums', totalsOf(expected, answers)),
    lessons: await lessons(services, sql, round.id, kabupaten),
    planning: await comingDates(sql, [{ code: kabupaten, name: kabupatenName }], asOf, PLANNING_DAYS),
    coordination: meetingTotals(coordination),
    matrix: await matrixNow(services, sql, { round, regionCode: kabupaten }, now),
    followUp: await followedRows(services, sql, kabupaten, asOf),
    places: (await listOpdProgrammes(sql, { kabupatenCode: kabupaten })).map((p) => ({
      opd: offices.nameOf(kabupaten, p.opd),
      year: p.year,
      name: p.name,
      total: p.placesTotal,
      taken: p.placesTotal - placesLeft(p),
      left: placesLeft(p),
    })),
    commitments: (
      await listCommitments(
        sql,
        db,
        earlier.map((m) => m.id),
      )
    )
      .map((c) => ({ ...c, meeting: titles.get(c.meetingId)!, late: isCommitmentLate(c, asOf) }))
      .sort((a, b) => Number(a.state === 'kept') - Number(b.state === 'kept') || a.id - b.id),
  }
}

/** What was recommended in any round, in the order of the matrix. */
export async function followedRows(
  services: Services,
  sql: Sql,
  regionCode: string,
  asOf: string,
): Promise<readonly FollowedRow[]> {
  const all = await listRecommendations(sql, services.db, { within: [regionCode] })
  const byId = new Map(all.map((r) => [r.id, r]))
  const level = levelOf(regionCode) === 'kecamatan' ? 'kecamatan' : 'kabupaten'
  const { rows } = matrixOf(
    { scope: { regionCode, name: '', level }, round: { code: '', number: 0 }, asOf },
    await matrixRows(services, sql, all),
  )
  return rows.map((row) => {
    const { roundCode, answers } = byId.get(row.recommendationId)!
    const not = new Set(answers.flatMap(({ answer, regionCode: code }) => (answer === 'belum' ? [code] : [])))
    return {
      ...row,
      roundCode,
      notArrived: row.villages.filter((v) => not.has(v.regionCode)).map(({ name }) => name),
    }
  })
}

/** What kecamatan say their villages learned; a village is named there by the kecamatan itself. */
async function lessons(
  services: Services,
  sql: Sql,
  roundId: number,
  kabupaten: string,
): Promise<MeetingPack['lessons']> {
  const reports = (await listHandedIn(sql, roundId)).filter(
    (r) => r.regionCode.split('.').length === 3 && covers(kabupaten, r.regionCode) && r.formName !== matrixForm,
  )
  const answers = await listAnswersOfReports(
    sql,
    services.db,
    reports.map((r) => r.reportId),
  )
  return reports.flatMap((report) =>
    (answers.get(report.reportId) ?? []).flatMap(({ path, value }) =>
      /^capaian_desa\[[^\]]+\]\/pelajaran_desa$/.test(path) && typeof value === 'string'
        ? [{ regionCode: report.regionCode, place: report.regionName, text: value }]
        : [],
    ),
  )
}
