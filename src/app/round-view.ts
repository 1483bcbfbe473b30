import type { Calendar, Place } from '../domain/calendar.ts'
import { defaultLadder, type LadderObligation, type SentStep } from '../domain/ladder.ts'
import { kabupatenOf } from '../domain/regions.ts'
import { type ObligationStatus, type ReportFacts, seatStatus } from '../domain/rounds.ts'
import type { Sql } from '../store/database.ts'
import { listSentReminders } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { listObligations, type ObligationRow } from '../store/rounds.ts'
import { type Reach, recipientsOf, writerPositions } from './reach.ts'
import type { Services } from './services.ts'
import { reportFactsByObligation } from './village-answers.ts'

/** One obligation as one recipient sees it, with what left for it before. */
export interface ObligationView {
  readonly obligation: ObligationRow
  readonly reach: Reach
  readonly status: ObligationStatus
  readonly facts: readonly ReportFacts[]
  readonly history: readonly SentStep[]
  readonly ladder: LadderObligation
}

export interface RoundView {
  readonly calendar: Calendar
  readonly views: readonly ObligationView[]
  /** What each person was sent by the ladder, in instants. */
  readonly sentTo: ReadonlyMap<number, readonly number[]>
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
  const facts = await reportFactsByObligation(sql, db, ids)
  const holders = Map.groupBy(await listSeatHolders(sql, db, { positions: writerPositions, now }), (h) => h.regionCode)
  const sent = await listSentReminders(sql, db, ids)
  const sentOf = Map.groupBy(sent, (s) => Number(s.key.split(':')[1]))
  const sentTo = new Map<number, number[]>()
  for (const s of sent)
    if (s.personId !== null && s.leads) sentTo.set(s.personId, [...(sentTo.get(s.personId) ?? []), s.at])

  const views = obligations.flatMap((obligation) => {
    const reports = facts.get(obligation.id) ?? []
    const begunBy = reports.find((r) => r.state === 'open' || r.state === 'returned')?.seatId
    return recipientsOf(obligation, holders.get(obligation.regionCode) ?? [], begunBy).map((reach) => ({
      obligation,
      reach,
      facts: reports,
      status: seatStatus(obligation, obligation.reporting, reach.holder?.seatId ?? -1, reports, now),
      history: historyOf(sentOf.get(obligation.id) ?? [], reach.holder?.seatId),
      ladder: ladderObligation(obligation, reach.holder),
    }))
  })
  return { calendar: await services.programme.calendar(sql), views, sentTo }
}

export function placeOf(obligation: Pick<ObligationRow, 'regionCode' | 'zone'>): Place {
  return { regionCode: obligation.regionCode, kabupatenCode: kabupatenOf(obligation.regionCode), zone: obligation.zone }
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

/** What left for this seat, and what others were told about the obligation. Keys: `remind:<obligation>:<seat>:<step>`. */
function historyOf(
  sent: readonly { readonly key: string; readonly at: number }[],
  seatId: number | undefined,
): readonly SentStep[] {
  return sent.flatMap(({ key, at }) => {
    const [, , seat, ...rest] = key.split(':')
    const step = rest.join(':')
    const to = defaultLadder.steps.find((s) => step === s.rung || step.startsWith(`${s.rung}-`))?.to ?? 'seat'
    return to === 'seat' && Number(seat) !== seatId ? [] : [{ step, to, at }]
  })
}
