import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises'
import type { Calendar, Place } from '../domain/calendar.ts'
import { nextAllowedAt } from '../domain/calendar.ts'
import { digestDue, digestKey, digestPeriodOn, digestSlot } from '../domain/digest-times.ts'
import type { Digest, DigestAudience } from '../domain/digests.ts'
import { kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import { HOUR, localDate } from '../lib/local-time.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { listKnownKeys, type OutboxMessage, priorities, queueMessages } from '../store/outbox.ts'
import { listRoundForms, type RoundRow } from '../store/rounds.ts'
import { findSetting } from '../store/settings.ts'
import { wordDigest } from '../wording/word-digest.ts'
import { audienceOf } from './audience.ts'
import { choiceLabels } from './choice-labels.ts'
import { type WordedDigest, withDigestFiles } from './digest-files.ts'
import { listDigestReaders, type ReaderOfDigest } from './digest-readers.ts'
import { digestPlaceWords } from './places.ts'
import { officeZone } from './programme.ts'
import { programmeDigests } from './programme-digests.ts'
import { digestRound, makeDigests } from './round-digest.ts'
import type { Services } from './services.ts'

export interface DigestOut {
  readonly audience: DigestAudience
  readonly key: string
  readonly name: string
  readonly place: string
  /** Null where the reader cannot be written to. */
  readonly channel: string | null
  readonly digest: Digest
  readonly messages: readonly OutboundMessage[]
}

export interface DigestPlan {
  readonly queued: number
  readonly digests: readonly DigestOut[]
}

interface MadeDigest extends WordedDigest {
  readonly reader: ReaderOfDigest
  readonly out: DigestOut
}

const nothing: DigestPlan = { queued: 0, digests: [] }

/** One asked for by staff leaves within a day, or not at all. */
const ASKED_FOR_MS = 24 * HOUR

/**
 * The weekly digests. By the schedule (`due: 'now'`) those whose slot has come and that are not there yet; on staff's
 * word (`due: 'always'`) all of the asked audience, at the next time their place allows. Each exists once a week and
 * reader by its key.
 */
export async function sendDigests(
  services: Services,
  now: number,
  options: {
    readonly due: 'now' | 'always'
    readonly audiences?: readonly DigestAudience[]
    /** Only readers of this place. */
    readonly for?: string
    readonly dryRun?: boolean
  },
): Promise<DigestPlan> {
  // no transaction around it: reading for many kabupaten must not hold up those who write, and a digest exists once by
  // its key
  const { db } = services
  const round = await digestRound(db)
  if (!round) return nothing
  const calendar = await services.programme.calendar(db)
  if (options.due === 'now') {
    if (round.state !== 'open' || (await findSetting(db, 'sending_paused'))) return nothing
    if (!(await isDigestTime(services, db, calendar, now))) return nothing
  }
  const all = await listDigestReaders(services, db, { ...options, now })
  const readers = options.due === 'now' ? await stillDue(services, db, round, all, calendar, now) : all

  const made: DigestOut[] = []
  let queued = 0
  for (const own of Map.groupBy(readers, (r) => kabupatenOf(r.regionCode)).values()) {
    const digests = await wordDigests(services, db, round, own, now)
    made.push(...digests.map((d) => d.out))
    if (options.dryRun) continue
    const reached = digests.filter(({ reader }) => reader.holder)
    const messages = await withDigestFiles(services, reached, now)
    const rows = reached.flatMap(({ reader, out }, i) => outboxRows(reader, out.key, messages[i]!, calendar, now))
    queued += await queueMessages(db, db, rows, now)
    await nextTurnOfTheLoop()
  }
  if (queued > 0) services.bells.outbox.ring()
  return { queued, digests: made }
}

/** Whether any kabupaten is in its slot: for most minutes of a week nobody need be asked about. */
async function isDigestTime(services: Services, sql: Sql, calendar: Calendar, now: number): Promise<boolean> {
  const { kabupaten } = await services.programme.get(sql)
  const places = [
    ...Object.entries(kabupaten).map(([code, { zone }]) => placeOf(code, zone)),
    placeOf(WHOLE_PROGRAMME, officeZone),
  ]
  return places.some((place) => {
    // a reader's share of the spread lies between these
    const { dueAt, windowEndsAt } = digestSlot(digestPeriodOn(now, place.zone), place, calendar, '')
    return now >= dueAt - HOUR && now < windowEndsAt + HOUR
  })
}

/** Those whose slot has come and who have no digest of this week yet. A round is told of from the first Monday after its opening. */
async function stillDue(
  services: Services,
  sql: Sql,
  round: RoundRow,
  readers: readonly ReaderOfDigest[],
  calendar: Calendar,
  now: number,
): Promise<readonly ReaderOfDigest[]> {
  const firstOn = (await listRoundForms(sql, round.id)).map((f) => f.opensOn).sort()[0] ?? ''
  const due = readers.filter(({ holder, regionCode, zone, recipient }) => {
    const periodOn = digestDue(now, placeOf(regionCode, zone), calendar, recipient)
    return holder && periodOn !== undefined && firstOn < periodOn && localDate(round.openedAt ?? now, zone) < periodOn
  })
  const known = await listKnownKeys(
    sql,
    services.db,
    due.map((r) => keyOf(r, now)),
  )
  return due.filter((r) => !known.has(keyOf(r, now)))
}

/** What is read about a kabupaten once is worded for each of its readers. */
async function wordDigests(
  services: Services,
  sql: Sql,
  round: RoundRow,
  readers: readonly ReaderOfDigest[],
  now: number,
): Promise<readonly MadeDigest[]> {
  const label = await choiceLabels(services, sql)
  const { regionCode, zone } = readers[0]!
  const query = { round, now, zone, readers: readers.map(({ reader }) => reader) }
  const kabupaten = kabupatenOf(regionCode)
  const digests =
    kabupaten === WHOLE_PROGRAMME
      ? await programmeDigests(services.db, query)
      : await makeDigests(services.db, { ...query, kabupaten })
  const made: MadeDigest[] = []
  for (const [i, reader] of readers.entries()) {
    const to = audienceOf(services, reader.spokenTo, reader.zone, now)
    const digest = digests[i]!
    const place = await digestPlaceWords(sql, reader.regionCode, to)
    const around = { place, label }
    const messages = wordDigest(digest, around, to)
    made.push({
      reader,
      digest,
      around,
      to,
      messages,
      out: {
        audience: reader.audience,
        key: keyOf(reader, now),
        name: reader.name,
        place,
        channel: reader.holder?.channel ?? null,
        digest,
        messages,
      },
    })
  }
  return made
}

function outboxRows(
  { holder, regionCode, zone, recipient }: ReaderOfDigest,
  key: string,
  messages: readonly OutboundMessage[],
  calendar: Calendar,
  now: number,
): readonly OutboxMessage[] {
  if (!holder) return []
  const place = placeOf(regionCode, zone)
  const slot = digestSlot(digestPeriodOn(now, zone), place, calendar, recipient)
  const dueAt = nextAllowedAt(Math.max(now, slot.dueAt), place, calendar)
  return messages.map((body, i) => ({
    key: i === 0 ? key : `${key}:${i}`,
    priority: priorities.digest,
    addressId: holder.addressId!,
    laneId: holder.laneId!,
    body,
    dueAt,
    expiresAt: Math.max(slot.windowEndsAt, dueAt + ASKED_FOR_MS),
    personId: holder.personId,
  }))
}

function keyOf({ audience, recipient, zone }: ReaderOfDigest, now: number): string {
  return digestKey(audience, recipient, digestPeriodOn(now, zone))
}

function placeOf(regionCode: string, zone: string): Place {
  return { regionCode, kabupatenCode: kabupatenOf(regionCode), zone }
}
