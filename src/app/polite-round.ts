import { type Calendar, mayStart, type Place, spread } from '../domain/calendar.ts'
import { followUpForm } from '../domain/recommendations.ts'
import { kabupatenOf } from '../domain/regions.ts'
import { HOUR, instantOf, localDate } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { addFollowUpTalk, type FollowUpTalk } from '../store/follow-up-talks.ts'
import { type OutboxMessage, priorities, queueMessages } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import type { Snapshot } from '../store/reports.ts'
import { beginTalk } from './begin-talk.ts'
import { type FollowUpList, followUpLists } from './follow-up-items.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'

/** An hour after the ladder, which goes first: nobody gets two messages a day. */
export const from = '10:00'
const spreadMinutes = 60

/** One look at one kabupaten: whom it may write to now, and what it has written. */
export class PoliteRound {
  held = 0
  readonly services: Services
  readonly sql: Sql
  readonly now: number
  readonly place: Place & { readonly name: string }
  readonly calendar: Calendar
  readonly known: ReadonlySet<string>
  readonly busy: ReadonlySet<number>
  readonly written: Set<number>

  constructor(
    services: Services,
    sql: Sql,
    now: number,
    place: Place & { readonly name: string },
    calendar: Calendar,
    known: ReadonlySet<string>,
    busy: ReadonlySet<number>,
    written: Set<number>,
  ) {
    this.services = services
    this.sql = sql
    this.now = now
    this.place = place
    this.calendar = calendar
    this.known = known
    this.busy = busy
    this.written = written
  }

  /** Whether this person may be written to now; whoever must wait is counted. */
  mayWrite(holder: SeatHolder): boolean {
    const { zone } = this.place
    const startsAt =
      instantOf(localDate(this.now, zone), from, zone) + spread(`person:${holder.personId}`, spreadMinutes)
    const at = { ...this.place, ...(holder.regionCode !== '*' && { regionCode: holder.regionCode }) }
    const may =
      this.now >= startsAt &&
      !this.written.has(holder.personId) &&
      !this.busy.has(holder.laneId ?? -1) &&
      mayStart(this.now, at, this.calendar).allowed
    if (!may) this.held++
    return may
  }

  async queue(holder: SeatHolder, messages: readonly Pick<OutboxMessage, 'key' | 'body'>[]): Promise<void> {
    this.written.add(holder.personId)
    await queueMessages(
      this.sql,
      this.services.db,
      messages.map(({ key, body }) => ({
        key,
        body,
        priority: priorities.reminder,
        addressId: holder.addressId!,
        laneId: holder.laneId!,
        dueAt: this.now,
        expiresAt: this.now + 6 * HOUR,
        personId: holder.personId,
      })),
      this.now,
    )
  }

  /** Begins the conversation and queues its first question. */
  async talk(
    holder: SeatHolder,
    talk: { readonly kind: FollowUpTalk['kind']; readonly occasion: string; readonly regionCode: string },
    lists: Partial<Record<FollowUpList, Snapshot['instances'][string]>>,
  ): Promise<boolean> {
    const instances = Object.fromEntries(followUpLists.map((list) => [list, lists[list] ?? []]))
    const { services, sql, now, place } = this
    const begun = await beginTalk(
      services,
      sql,
      { holder, form: followUpForm, regionCode: talk.regionCode, zone: place.zone, instances },
      now,
    )
    if (!begun) return false
    const { kind, occasion } = talk
    await addFollowUpTalk(sql, { reportId: begun.reportId, kind, seatId: holder.seatId, occasion, createdAt: now })
    await this.queue(
      holder,
      begun.messages.map((body, i) => ({ key: `talk:${begun.sessionId}:${i}`, body })),
    )
    return true
  }
}

/** Who holds seats of these positions in the kabupaten and can be reached; the first of several seats of one person. */
export async function reachableHolders(
  round: PoliteRound,
  positions: readonly string[],
): Promise<readonly SeatHolder[]> {
  const { services, sql, now, place } = round
  const holders = await listSeatHolders(sql, services.db, { positions, now })
  return holders.filter(
    (h) =>
      kabupatenOf(h.regionCode) === place.kabupatenCode && reachOf(h).because === undefined && h.delegateOf === null,
  )
}

/** Who answers for a village. */
export const villagePositions = ['kepala_desa', 'pejabat_desa', 'raja_negeri', 'sekretaris_desa', 'pokja_desa'] as const
