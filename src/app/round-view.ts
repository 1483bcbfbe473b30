import type { Calendar, Place } from '../domain/calendar.ts'
import { defaultLadder, type LadderObligation, type SentStep } from '../domain/ladder.ts'
import { kabupatenOf } from '../domain/regions.ts'
import { type ObligationStatus, obligationStatus, seatStatus } from '../domain/rounds.ts'
import type { Sql } from '../store/database.ts'
import { listObligations, type ObligationRow } from '../store/obligations.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { listWritings, type Writing } from '../store/reports.ts'
import { listSentReminders } from '../store/sent-messages.ts'
import { type Reach, recipientsOf, writerPositions } from './reach.ts'
import type { Services } from './services.ts'
import { type ReportSeen, reportFactsByObligation } from './village-answers.ts'

/** One obligation as one recipient sees it, with what left for it before. Where two heads each report, there are two. */
export interface ObligationView {
  readonly obligation: ObligationRow
  readonly reach: Reach
  readonly status: ObligationStatus
  /** Every report of the place, also those that this recipient must not know of. */
  readonly facts: readonly ReportSeen[]
  /** What left to this recipient's seat. */
  readonly history: readonly SentStep[]
  readonly ladder: LadderObligation
  /** The conversation in which this recipient's report is written, the one last used. */
  readonly writing: Writing | undefined
}

export interface RoundView {
  readonly calendar: Calendar
  readonly views: readonly ObligationView[]
}

/** The obligations of open rounds (or of one round) with all that the ladder and the lists ask about them, by set queries. */
export async function viewRounds(
  services: Services,
  sql: Sql,
  options: { readonly now: number; readonly roundId?: number; readonly obligations?: readonly ObligationRow[] },
): Promise<RoundView> {
  const { db } = services
  const { now, roundId } = options
  const obligations =
    options.obligations ?? (await listObligations(sql, roundId === undefined ? { state: 'open' } : { roundId }))
  const ids = obligations.map((o) => o.id)
  const regionCodes = [...new Set(obligations.map((o) => o.regionCode))]
  const facts = await reportFactsByObligation(sql, db, ids)
  const holders = Map.groupBy(
    await listSeatHolders(sql, db, { positions: writerPositions, regionCodes, now }),
    (h) => h.regionCode,
  )
  const sent = Map.groupBy(await listSentReminders(sql, db, ids), (s) => s.obligationId)
  const writings = Map.groupBy(await listWritings(sql, db, ids), (w) => w.obligationId)

  const views = obligations.flatMap((obligation) => {
    const reports = facts.get(obligation.id) ?? []
    const written = writings.get(obligation.id) ?? []
    const begun = reports.find((r) => r.state === 'open' || r.state === 'returned')
    const recipients = recipientsOf(obligation, holders.get(obligation.regionCode) ?? [], {
      personId: written.at(-1)?.personId ?? undefined,
      seatId: begun?.seatId,
    })
    return recipients.map((reach): ObligationView => {
      const seatId = reach.holder?.seatId ?? -1
      return {
        obligation,
        reach,
        facts: reports,
        status: seatStatus(obligation, obligation.reporting, seatId, reports, now),
        history: historyOf(sent.get(obligation.id) ?? [], seatId),
        ladder: ladderObligation(obligation, reach.holder),
        writing: written.findLast((w) => obligation.reporting === 'one' || w.seatId === seatId),
      }
    })
  })
  return { calendar: await services.programme.calendar(sql), views }
}

export function placeOf(obligation: Pick<ObligationRow, 'regionCode' | 'zone'>): Place {
  return { regionCode: obligation.regionCode, kabupatenCode: kabupatenOf(obligation.regionCode), zone: obligation.zone }
}

/**
 * One view of each place, with the state of the report that counts: where two heads each report, others than the team
 * must not see that there are two.
 */
export function onePerPlace(views: readonly ObligationView[], now: number): readonly ObligationView[] {
  const places = new Map(views.map((v) => [v.obligation.id, v]))
  return [...places.values()].map((v) => ({ ...v, status: obligationStatus(v.obligation, v.facts, now) }))
}

function ladderObligation(obligation: ObligationRow, holder: SeatHolder | undefined): LadderObligation {
  const { id, level, opensAt, dueAt } = obligation
  return {
    id,
    level,
    opensAt,
    dueAt,
    place: placeOf(obligation),
    ...(holder && { spreadKey: `person:${holder.personId}` }),
  }
}

/** What left for this seat itself. Keys: `remind:<obligation>:<seat>:<step>`. */
function historyOf(
  sent: readonly { readonly key: string; readonly at: number }[],
  seatId: number,
): readonly SentStep[] {
  return sent.flatMap(({ key, at }) => {
    const [kind, , seat, ...rest] = key.split(':')
    const step = rest.join(':')
    return kind === 'remind' && Number(seat) === seatId && !isAboutOthers(step)
      ? [{ step, to: 'seat' as const, at }]
      : []
  })
}

/** A fasilitator who also writes for a village is told about others by the same seat. */
function isAboutOthers(step: string): boolean {
  return defaultLadder.steps.some((s) => s.to !== 'seat' && (step === s.rung || step.startsWith(`${s.rung}-`)))
}
