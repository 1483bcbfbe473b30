import { type Calendar, mayStart, type Place, spread } from '../domain/calendar.ts'
import { askAgainAfterDays, askedWithinDays, type LaterKind, timesAsked } from '../domain/later-questions.ts'
import { followUpForm, followUpOccasion } from '../domain/recommendations.ts'
import { covers, kabupatenOf } from '../domain/regions.ts'
import { addDays, DAY, HOUR, instantOf, localDate } from '../lib/local-time.ts'
import type { Sql } from '../store/database.ts'
import { addFollowUpTalk, type FollowUpTalk, listTalkKeys, talkKey } from '../store/follow-up-talks.ts'
import { listBusyLanes } from '../store/lanes.ts'
import { listDueLaterQuestions, markLaterAsked } from '../store/later-questions.ts'
import { listMeetings } from '../store/meetings.ts'
import { listPersonsWrittenTo, markMerged, type OutboxMessage, priorities, queueMessages } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { listOpenChecks, markChecksAsked, type VillageCheck } from '../store/recommendations.ts'
import type { Snapshot } from '../store/reports.ts'
import { findSetting } from '../store/settings.ts'
import { dateWords } from '../wording/when.ts'
import { audienceOf } from './audience.ts'
import { beginTalk } from './begin-talk.ts'
import {
  answersFor,
  type FollowUpList,
  followUpLists,
  followUpRows,
  openCommitments,
  openRecommendations,
  responsiblePositions,
} from './follow-up-items.ts'
import { overdueNotices } from './overdue.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'

export interface AskedFollowUps {
  /** Seats asked how far their recommendations are. */
  readonly asked: number
  /** Villages asked whether what is called finished has arrived. */
  readonly askedBack: number
  /** Villages asked whether goods are in use and trainings practised. */
  readonly askedLater: number
  /** People told of what is overdue. */
  readonly told: number
  /** People who would have been written to but for quiet times, the one message a day, or a report they are writing. */
  readonly held: number
}

/** An hour after the ladder, which goes first: nobody gets two messages a day. */
const from = '10:00'
const spreadMinutes = 60
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
    const sums = { asked: 0, askedBack: 0, askedLater: 0, told: 0, held: 0 }
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
      const round = new Round(
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
      sums.told += await tellOverdue(round)
      sums.held += round.held
    }
    if (sums.asked + sums.askedBack + sums.askedLater + sums.told > 0) services.bells.outbox.ring()
    return sums
  })
}

function isHour(now: number, { zone }: Place): boolean {
  const todayOn = localDate(now, zone)
  return now >= instantOf(todayOn, from, zone) && now < instantOf(todayOn, until, zone)
}

/** One look at one kabupaten: whom it may write to now, and what it has written. */
class Round {
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

async function askResponsible(round: Round): Promise<number> {
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

async function askVillages(round: Round): Promise<number> {
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

/** What came 30 and 90 days ago, and trainings of a month ago: all that a village is asked, in one conversation. */
async function askLater(round: Round): Promise<number> {
  const { services, sql, now, place, known } = round
  const todayOn = localDate(now, place.zone)
  const due = await listDueLaterQuestions(sql, {
    regionCode: place.regionCode,
    dueFrom: addDays(todayOn, -askedWithinDays),
    dueUntil: todayOn,
    askedBefore: now - askAgainAfterDays * DAY,
    timesAsked,
  })
  if (due.length === 0) return 0
  const holders = Map.groupBy(await reachableHolders(round, villagePositions), (h) => h.regionCode)
  let asked = 0
  for (const [regionCode, questions] of Map.groupBy(due, (q) => q.regionCode)) {
    const holder = holders.get(regionCode)?.toSorted((a, b) => Number(b.official) - Number(a.official))[0]
    if (!holder) continue
    const newest = questions.reduce((a, b) => (b.id > a.id ? b : a))
    const occasion = `nanti-${newest.id}-${newest.timesAsked + 1}`
    if (known.has(talkKey({ seatId: holder.seatId, kind: 'later', occasion })) || !round.mayWrite(holder)) continue
    const speech = audienceOf(services, holder, place.zone, now)
    const rows = (kind: LaterKind) =>
      questions
        .filter((q) => q.kind === kind)
        .map((q) => ({
          name: `l${q.id}`,
          label: q.label || speech.texts.t(speech.language, laterUnnamedKeys[kind]),
          sejak: dateWords(q.sinceOn, speech),
        }))
    const lists = { barang_lama: rows('pemakaian'), pelatihan_lalu: rows('praktik') }
    if (!(await round.talk(holder, { kind: 'later', occasion, regionCode }, lists))) continue
    await markLaterAsked(
      sql,
      services.db,
      questions.map((q) => q.id),
      now,
    )
    asked++
  }
  return asked
}

const laterUnnamedKeys: Readonly<Record<LaterKind, string>> = {
  pemakaian: 'later-unnamed-goods',
  praktik: 'later-unnamed-training',
}

const villagePositions = ['kepala_desa', 'pejabat_desa', 'raja_negeri', 'sekretaris_desa', 'pokja_desa'] as const

/** The newest check, and for how many times it is asked. */
function occasionOf(checks: readonly VillageCheck[]): string {
  const newest = Math.max(...checks.map((c) => c.id))
  const asked = Math.max(...checks.map((c) => c.askedAt ?? 0))
  return asked === 0 ? `selesai-${newest}` : `selesai-${newest}-${asked}`
}

async function tellOverdue(round: Round): Promise<number> {
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

/** Who holds seats of these positions in the kabupaten and can be reached; the first of several seats of one person. */
async function reachableHolders(round: Round, positions: readonly string[]): Promise<readonly SeatHolder[]> {
  const { services, sql, now, place } = round
  const holders = await listSeatHolders(sql, services.db, { positions, now })
  return holders.filter(
    (h) =>
      kabupatenOf(h.regionCode) === place.kabupatenCode && reachOf(h).because === undefined && h.delegateOf === null,
  )
}
