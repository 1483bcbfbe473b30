import type { Place } from '../domain/calendar.ts'
import { daysOverdue, type OverdueRung, overdueRungs } from '../domain/recommendations.ts'
import { covers, kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { readOfficeBook } from '../store/offices.ts'
import { listKnownKeys } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { overdueTold } from '../wording/system/follow-up.ts'
import { audienceOf } from './audience.ts'
import { type OpenRecommendation, openRecommendations, responsibleNames } from './follow-up-items.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'

export interface Overdue {
  readonly recommendation: OpenRecommendation
  readonly days: number
}

/**
 * What is past its target month in a place, the longest first; with `opd` only what that office has to do. For digests,
 * lists and the escalation alike.
 */
export async function listOverdue(
  services: Services,
  sql: Sql,
  where: { readonly regionCode: string; readonly opd?: string },
  todayOn: string,
): Promise<readonly Overdue[]> {
  const open = await openRecommendations(services, sql, where.regionCode)
  return open
    .filter((r) => where.opd === undefined || r.responsible.includes(where.opd))
    .map((recommendation) => ({ recommendation, days: daysOverdue(recommendation, todayOn) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || a.recommendation.id - b.recommendation.id)
}

export interface OverdueNotice {
  readonly holder: SeatHolder
  readonly key: string
  /** Keys of what is told in the same message. */
  readonly others: readonly string[]
  readonly body: OutboundMessage
}

/** The rungs above the responsible seat, which is asked by its own conversation. */
const tellers: Readonly<Record<Exclude<OverdueRung['to'], 'responsible'>, readonly string[]>> = {
  coordinator: ['koordinator_kabupaten'],
  staff: ['staf', 'admin'],
}

/**
 * Who is to be told now of what is overdue in a kabupaten, one message a person with everything that is new to them. A
 * recommendation is told once a rung and seat: each has its key, and that of the first is the message's.
 */
export async function overdueNotices(
  services: Services,
  sql: Sql,
  place: Place & { readonly name: string },
  now: number,
): Promise<readonly OverdueNotice[]> {
  const overdue = await listOverdue(services, sql, { regionCode: place.regionCode }, localDate(now, place.zone))
  if (overdue.length === 0) return []
  const book = await readOfficeBook(sql, kabupatenOf(place.regionCode))
  const notices: OverdueNotice[] = []
  for (const [to, positions] of Object.entries(tellers)) {
    const reached = overdue.filter(({ days }) => overdueRungs(days).some((rung) => rung.to === to))
    if (reached.length === 0) continue
    const holders = (await listSeatHolders(sql, services.db, { positions, now })).filter(
      (h) =>
        reachOf(h).because === undefined &&
        (h.regionCode === WHOLE_PROGRAMME || covers(kabupatenOf(h.regionCode), place.regionCode)),
    )
    for (const holder of holders) {
      const keyOf = (o: Overdue) => `overdue:${o.recommendation.id}:${to}:${holder.seatId}`
      const known = await listKnownKeys(sql, services.db, reached.map(keyOf))
      const fresh = reached.filter((o) => !known.has(keyOf(o)))
      const [first, ...others] = fresh
      if (!first || notices.some((n) => n.holder.personId === holder.personId)) continue
      notices.push({
        holder,
        key: keyOf(first),
        others: others.map(keyOf),
        body: overdueTold(
          {
            place: place.name,
            rows: fresh.map(({ recommendation: r }) => ({
              text: r.text,
              who: responsibleNames(r, book),
              targetMonth: r.targetMonth!,
              disputed: r.delivery === 'disputed',
            })),
          },
          audienceOf(services, holder, place.zone, now),
        ),
      })
    }
  }
  return notices
}
