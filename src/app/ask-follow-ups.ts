import { mayStart, type Place } from '../domain/calendar.ts'
import { followUpOccasion } from '../domain/recommendations.ts'
import { covers } from '../domain/regions.ts'
import { responsiblePositions } from '../domain/rights.ts'
import { DAY, instantOf, localDate } from '../lib/local-time.ts'
import { listTalkKeys, talkKey } from '../store/follow-up-talks.ts'
import { listBusyLanes } from '../store/lanes.ts'
import { listMeetings } from '../store/meetings.ts'
import { markMerged } from '../store/outbox.ts'
import { listOpenChecks, markChecksAsked, type VillageCheck } from '../store/recommendations.ts'
import { listPersonsWrittenTo } from '../store/sent-messages.ts'
import { findSetting } from '../store/settings.ts'
import { askLater } from './ask-later.ts'
import { audienceOf } from './audience.ts'
import { answersFor, followUpRows, openCommitments, openRecommendations } from './follow-up-items.ts'
import { overdueNotices } from './overdue.ts'
import { sendPolicies } from './policy-messages.ts'
import { from, PoliteRound, reachableHolders, villagePositions } from './polite-round.ts'
import type { Services } from './services.ts'

export interface AskedFollowUps {
  /** Seats asked how far their recommendations are. */
  readonly asked: number
  /** Villages asked whether what is called finished has arrived. */
  readonly askedBack: number
  /** Villages asked whether goods are in use and trainings practised. */
  readonly askedLater: number
  /** People sent a policy message, or reminded of it. */
  readonly policies: number
  /** People told of what is overdue. */
  readonly told: number
  /** People who would have been written to but for quiet times, the one message a day, or a report they are writing. */
  readonly held: number
}

/** Later in the day nothing of this leaves; it does tomorrow. */
const until = '16:00'
/** Whoever wrote on a report within so long is left to it. */
const busyFor = 2 * DAY
/** A village that did not answer is asked again after this. */
const askAgainAfter = 21 * DAY
/** So long ago occasions need not be looked up. */
const remembered = 120 * DAY

/**
 * Asks each responsible seat once an occasion (a month, a rakor) how far its recommendations are, asks the villages back
 * about what is called finished, and tells of what is overdue; inside quiet times and the hours of an office, one message
 * a person and day. Run as often as one likes, everything is asked once.
 */
export async function askFollowUps(services: Services, now: number): Promise<AskedFollowUps> {
  const { db } = services
  return db.transaction(async (sql) => {
    const sums = { asked: 0, askedBack: 0, askedLater: 0, policies: 0, told: 0, held: 0 }
    if (await findSetting(sql, 'sending_paused')) return sums
    const programme = await services.programme.get(sql)
    const calendar = await services.programme.calendar(sql)
    const open = Object.entries(programme.kabupaten)
      .map(([code, { zone, name }]) => ({ regionCode: code, kabupatenCode: code, zone, name }))
      .filter((place) => isHour(now, place) && mayStart(now, place, calendar).allowed)
    if (open.length === 0) return sums
    const known = await listTalkKeys(sql, now - remembered)
    const busy = await listBusyLanes(sql, now - busyFor)
    for (const place of open) {
      const todayAt = instantOf(localDate(now, place.zone), '00:00', place.zone)
      const round = new PoliteRound(
        services,
        sql,
        now,
        place,
        calendar,
        known,
        busy,
        new Set(await listPersonsWrittenTo(sql, todayAt)),
      )
      sums.asked += await askResponsible(round)
      sums.askedBack += await askVillages(round)
      sums.askedLater += await askLater(round)
      sums.policies += await sendPolicies(round)
      sums.told += await tellOverdue(round)
      sums.held += round.held
    }
    if (sums.asked + sums.askedBack + sums.askedLater + sums.policies + sums.told > 0) services.bells.outbox.ring()
    return sums
  })
}

function isHour(now: number, { zone }: Place): boolean {
  const todayOn = localDate(now, zone)
  return now >= instantOf(todayOn, from, zone) && now < instantOf(todayOn, until, zone)
}

async function askResponsible(round: PoliteRound): Promise<number> {
  const { services, sql, now, place, known } = round
  const rakors = (await listMeetings(sql, services.db, { kind: 'rakor', within: [place.regionCode] })).map((m) => ({
    id: m.id,
    fromOn: m.fromOn,
  }))
  const occasion = followUpOccasion(localDate(now, place.zone), rakors)
  if (occasion === undefined) return 0
  const recommendations = await openRecommendations(services, sql, place.regionCode)
  const commitments = await openCommitments(services, sql, place.regionCode)
  if (recommendations.length + commitments.length === 0) return 0
  let asked = 0
  for (const holder of await reachableHolders(round, responsiblePositions)) {
    if (known.has(talkKey({ seatId: holder.seatId, kind: 'responsible', occasion }))) continue
    const own = recommendations.filter((r) => answersFor(holder, r))
    const promised = holder.position === 'opd' ? commitments.filter((c) => c.opd === holder.opd) : []
    if (own.length + promised.length === 0 || !round.mayWrite(holder)) continue
    const speech = audienceOf(services, holder, place.zone, now)
    const rows = followUpRows(own, promised, place.name, speech)
    const about = { kind: 'responsible' as const, occasion, regionCode: holder.regionCode }
    if (await round.talk(holder, about, { rekomendasi: rows })) asked++
  }
  return asked
}

async function askVillages(round: PoliteRound): Promise<number> {
  const { services, sql, now, place, known } = round
  const due = (await listOpenChecks(sql, services.db)).filter(
    (c) => covers(place.regionCode, c.regionCode) && (c.askedAt === null || c.askedAt < now - askAgainAfter),
  )
  if (due.length === 0) return 0
  const holders = Map.groupBy(await reachableHolders(round, villagePositions), (h) => h.regionCode)
  let asked = 0
  for (const [regionCode, checks] of Map.groupBy(due, (c) => c.regionCode)) {
    const holder = holders.get(regionCode)?.toSorted((a, b) => Number(b.official) - Number(a.official))[0]
    if (!holder) continue
    const occasion = occasionOf(checks)
    if (known.has(talkKey({ seatId: holder.seatId, kind: 'village', occasion })) || !round.mayWrite(holder)) continue
    const rows = checks.map((c) => ({ name: `c${c.id}`, label: c.text, teks: c.text }))
    if (await round.talk(holder, { kind: 'village', occasion, regionCode }, { hasil_desa: rows })) {
      await markChecksAsked(
        sql,
        services.db,
        checks.map((c) => c.id),
        now,
      )
      asked++
    }
  }
  return asked
}

/** The newest check, and for how many times it is asked. */
function occasionOf(checks: readonly VillageCheck[]): string {
  const newest = Math.max(...checks.map((c) => c.id))
  const asked = Math.max(...checks.map((c) => c.askedAt ?? 0))
  return asked === 0 ? `selesai-${newest}` : `selesai-${newest}-${asked}`
}

async function tellOverdue(round: PoliteRound): Promise<number> {
  const { services, sql, now, place } = round
  let told = 0
  for (const notice of await overdueNotices(services, sql, place, now)) {
    if (!round.mayWrite(notice.holder)) continue
    const { holder, key, others } = notice
    await round.queue(holder, [{ key, body: notice.body }])
    await markMerged(
      sql,
      services.db,
      others.map((other) => ({
        key: other,
        leadKey: key,
        addressId: holder.addressId!,
        laneId: holder.laneId!,
        obligationId: null,
        personId: holder.personId,
      })),
      now,
    )
    told++
  }
  return told
}
