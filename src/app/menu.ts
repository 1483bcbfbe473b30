import { positionFacts } from '../domain/positions.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import { findOpenClaim } from '../store/claims.ts'
import { listOwedBy, type ObligationRow } from '../store/obligations.ts'
import type { HeldSeat } from '../store/people.ts'
import { listOpenSessions } from '../store/reports.ts'
import { listReportFacts } from '../store/rounds.ts'
import { claimNoted } from '../wording/system/claims.ts'
import { menu, type ReportNamed } from '../wording/system/menu.ts'
import { welcomeStranger } from '../wording/system/strangers.ts'
import { placeName } from './places.ts'
import { type LaneTurn, writingSeat } from './turn.ts'

/** One thing a person may write now. */
export interface OwedReport {
  readonly obligation: ObligationRow
  readonly seat: HeldSeat
  readonly state: 'not_started' | 'open' | 'returned' | 'in'
}

/** What this person's seats owe in open rounds, with what is in already, in order of due dates. */
export async function owedReports(turn: LaneTurn): Promise<readonly OwedReport[]> {
  const { sql, services, now } = turn
  const seats = (await turn.seats()).filter(
    (s) => positionFacts[s.position].writes !== undefined && s.regionCode !== null,
  )
  if (seats.length === 0) return []
  const obligations = await listOwedBy(sql, services.db, [...new Set(seats.map((s) => s.regionCode!))], now)
  const reports = await listReportFacts(
    sql,
    services.db,
    obligations.map((o) => o.id),
  )

  const owed: OwedReport[] = []
  for (const obligation of obligations) {
    const seat = writingSeat(seats, obligation.level, obligation.regionCode)
    if (!seat) continue
    const theirs = reports.filter(
      (r) => r.obligationId === obligation.id && (obligation.reporting === 'one' || r.seatId === seat.seatId),
    )
    const state = theirs.some((r) => r.state === 'returned')
      ? 'returned'
      : theirs.some((r) => r.state === 'submitted' || r.state === 'verified')
        ? 'in'
        : theirs.length > 0
          ? 'open'
          : 'not_started'
    owed.push({ obligation, seat, state })
  }
  return owed
}

/** The same for anybody: who we are to those we do not know, and patience to those whose new number waits for a word. */
export async function menuOrWelcome(turn: LaneTurn): Promise<OutboundMessage> {
  if (turn.personId !== null) return menuFor(turn)
  const to = await turn.audience()
  if (await findOpenClaim(turn.sql, { addressId: turn.message.addressId, personId: 0 })) return claimNoted(to)
  const programme = await turn.services.programme.get(turn.sql)
  return welcomeStranger({ programme: programme.name }, to)
}

/** What is said when no question is open: what waits, or thanks. */
export async function menuFor(turn: LaneTurn): Promise<OutboundMessage> {
  const to = await turn.audience()
  const owed = await owedReports(turn)
  const sessions = await listOpenSessions(turn.sql, turn.laneId, turn.personId)
  const named = (report: OwedReport): ReportNamed => ({
    obligationId: report.obligation.id,
    title: report.obligation.title,
    place: placeName(report.obligation, to),
  })
  const begun = (o: OwedReport) => sessions.some((s) => s.obligationId === o.obligation.id)
  return menu(
    {
      open: owed.filter((o) => o.state !== 'in' && begun(o)).map(named),
      owed: owed.filter((o) => o.state !== 'in' && !begun(o)).map(named),
    },
    to,
  )
}
