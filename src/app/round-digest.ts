import { type DigestData, type DigestPlace, digestPeriodOn } from '../domain/digests.ts'
import { matrixForm, obligationStatus } from '../domain/rounds.ts'
import { localDate } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { findLastDigestAt } from '../store/outbox.ts'
import { listConfirmedKecamatan } from '../store/reports.ts'
import { listObligations, listRounds, type RoundRow } from '../store/rounds.ts'
import { listStaffItems } from '../store/staff-items.ts'
import { type ObligationView, viewRounds } from './round-view.ts'
import type { Services } from './services.ts'
import { villageAnswers } from './village-answers.ts'

/** The round that digests are about now: the newest open one, else the last that was closed. */
export async function digestRound(sql: Sql): Promise<RoundRow | undefined> {
  const rounds = await listRounds(sql)
  return rounds.findLast((r) => r.state === 'open') ?? rounds.findLast((r) => r.state === 'closed')
}

/** All that any digest of this round and week may say, of one kabupaten or of all; each reader then gets their part. */
export async function digestData(
  services: Services,
  sql: Sql,
  round: RoundRow,
  options: { readonly now: number; readonly zone: string; readonly kabupaten?: string | undefined },
): Promise<DigestData> {
  const { db } = services
  const { now, kabupaten } = options
  const within = kabupaten === undefined ? {} : { kabupaten }
  const obligations = await listObligations(sql, { roundId: round.id, ...within })
  const { views } = await viewRounds(services, sql, { now, obligations })
  const viewsOf = Map.groupBy(views, (v) => v.obligation.id)
  const confirmed = await listConfirmedKecamatan(sql, round.id)
  const before = (await listRounds(sql)).findLast((r) => r.number < round.number)
  const earlier = before ? await listObligations(sql, { roundId: before.id, ...within }) : []
  const statusOf = (own: readonly ObligationView[]) => obligationStatus(own[0]!.obligation, own[0]!.facts, now)

  const villages = obligations.filter((o) => o.level === 'desa')
  return {
    roundCode: round.code,
    periodOn: digestPeriodOn(now, options.zone),
    places: villages.map((o) => placeOf(viewsOf.get(o.id)!, now)),
    kecamatan: obligations
      .filter((o) => o.level === 'kecamatan' && o.formName !== matrixForm)
      .map((o) => ({
        regionCode: o.regionCode,
        name: o.regionName,
        state: statusOf(viewsOf.get(o.id)!).state,
        confirmedAt: confirmed.get(o.regionCode) ?? null,
      })),
    answers: await villageAnswers(sql, db, villages),
    answersBefore: await villageAnswers(
      sql,
      db,
      earlier.filter((o) => o.level === 'desa'),
    ),
    lastDigestAt: await findLastDigestAt(sql, now),
    help: (await listStaffItems(sql)).flatMap((i) =>
      i.regionCode === null
        ? []
        : [{ regionCode: i.regionCode, name: i.regionName ?? '', kind: i.kind, sinceAt: i.at }],
    ),
  }
}

function placeOf(own: readonly ObligationView[], now: number): DigestPlace {
  const { obligation: o, facts } = own[0]!
  const status = obligationStatus(o, facts, now)
  return {
    regionCode: o.regionCode,
    name: o.regionName,
    excused: o.excusedBecause !== null,
    state: status.state,
    isLate: status.isLate,
    isHalfDone: status.isHalfDone,
    dueOn: localDate(o.dueAt, o.zone),
    reachable: own.some((v) => v.reach.because === undefined),
    twoReports: o.reporting === 'each' && new Set(facts.map((f) => f.seatId)).size > 1,
  }
}
