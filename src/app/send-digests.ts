import {
  type Digest,
  type DigestAudience,
  type DigestReader,
  digestDue,
  digestFor,
  digestKey,
  digestPeriodOn,
  digestSlot,
} from '../domain/digests.ts'
import type { Position } from '../domain/positions.ts'
import { covers, kabupatenOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { type OutboxMessage, priorities, queueMessages } from '../store/outbox.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { findRegion } from '../store/regions.ts'
import { findSetting } from '../store/settings.ts'
import { kecamatanName } from '../wording/forms-of-address.ts'
import { wordDigest } from '../wording/word-digest.ts'
import { audienceOf } from './audience.ts'
import { choiceLabels } from './choice-labels.ts'
import { reachOf } from './reach.ts'
import { digestData, digestRound } from './round-digest.ts'
import type { Services } from './services.ts'

/** Who reads each digest, by position. */
const readers: Readonly<Record<DigestAudience, readonly Position[]>> = {
  camat: ['camat'],
  pokja: ['anggota_pokja'],
  forum: ['anggota_forum'],
  opd: ['opd'],
  fasilitator: ['fasilitator_desa'],
  staff: ['koordinator_kabupaten', 'staf', 'admin'],
}

export interface DigestOut {
  readonly audience: DigestAudience
  readonly key: string
  readonly name: string
  readonly place: string
  readonly channel: string | null
  readonly digest: Digest
  readonly messages: readonly OutboundMessage[]
}

export interface DigestPlan {
  readonly queued: number
  readonly digests: readonly DigestOut[]
}

/**
 * The weekly digests. By the schedule (`due: 'now'`) those whose slot has come; on staff's word (`due: 'always'`) all of
 * the asked audience, at the next time their place allows. Each exists once a week and reader by its key.
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
  const { db } = services
  return db.transaction(async (sql) => {
    if (options.due === 'now' && (await findSetting(sql, 'sending_paused'))) return { queued: 0, digests: [] }
    const round = await digestRound(sql)
    if (!round || (options.due === 'now' && round.state !== 'open')) return { queued: 0, digests: [] }
    const calendar = await services.programme.calendar(sql)
    const audiences = options.audiences ?? (Object.keys(readers) as DigestAudience[])

    const wanted: { audience: DigestAudience; person: readonly SeatHolder[]; zone: string }[] = []
    for (const audience of audiences) {
      const holders = await listSeatHolders(sql, db, { positions: readers[audience], now })
      for (const seats of Map.groupBy(
        holders,
        (h) => `${h.personId} ${audience === 'fasilitator' ? '' : h.regionCode}`,
      ).values()) {
        const region = seats[0]!.regionCode
        if (options.for !== undefined && !seats.some((s) => covers(options.for!, s.regionCode))) continue
        const zone = await zoneOf(services, sql, region)
        const place = { regionCode: region, kabupatenCode: kabupatenOf(region), zone }
        if (options.due === 'now' && digestDue(now, place, calendar, recipient(seats)) === undefined) continue
        wanted.push({ audience, person: seats, zone })
      }
    }
    if (wanted.length === 0) return { queued: 0, digests: [] }

    const label = await choiceLabels(services, sql)
    const data = await digestData(services, sql, round, now, wanted[0]!.zone)
    const digests: DigestOut[] = []
    const outbox: OutboxMessage[] = []
    for (const { audience, person, zone } of wanted) {
      const [first] = person
      const reachable = person.map(reachOf).find((r) => r.because === undefined)?.holder
      const to = audienceOf(services, reachable ?? { ...first!, channel: 'telegram' }, zone, now)
      const digest = digestFor(readerOf(audience, person), data)
      const place = await placeWords(sql, first!.regionCode, to)
      const messages = wordDigest(digest, { place, label }, to)
      const periodOn = digestPeriodOn(now, zone)
      const key = digestKey(audience, recipient(person), periodOn)
      digests.push({ audience, key, name: first!.name, place, channel: reachable?.channel ?? null, digest, messages })
      if (!reachable) continue
      const { dueAt, windowEndsAt } = digestSlot(
        periodOn,
        { regionCode: first!.regionCode, kabupatenCode: kabupatenOf(first!.regionCode), zone },
        calendar,
        recipient(person),
      )
      messages.forEach((body, i) => {
        outbox.push({
          key: i === 0 ? key : `${key}:${i}`,
          priority: priorities.digest,
          addressId: reachable.addressId!,
          laneId: reachable.laneId!,
          body,
          dueAt: Math.max(now, dueAt),
          expiresAt: Math.max(windowEndsAt, now + 24 * 3_600_000),
          personId: reachable.personId,
        })
      })
    }
    if (options.dryRun) return { queued: 0, digests }
    const queued = await queueMessages(sql, db, outbox, now)
    services.bells.outbox.ring()
    return { queued, digests }
  })
}

function recipient(seats: readonly SeatHolder[]): string {
  return String(seats[0]!.seatId)
}

function readerOf(audience: DigestAudience, seats: readonly SeatHolder[]): DigestReader {
  return audience === 'fasilitator'
    ? { audience, villages: seats.map((s) => s.regionCode) }
    : { audience, regionCode: seats[0]!.regionCode }
}

const officeZone = 'Asia/Makassar'

async function zoneOf(services: Services, sql: Sql, regionCode: string): Promise<string> {
  if (regionCode === WHOLE_PROGRAMME) return officeZone
  const programme = await services.programme.get(sql)
  return programme.kabupaten[kabupatenOf(regionCode)]?.zone ?? (await findRegion(sql, regionCode))?.zone ?? officeZone
}

async function placeWords(sql: Sql, regionCode: string, to: Parameters<typeof kecamatanName>[1]): Promise<string> {
  const region = regionCode === WHOLE_PROGRAMME ? undefined : await findRegion(sql, regionCode)
  if (!region) return 'semua kabupaten'
  if (region.level === 'kecamatan') return kecamatanName(region.name, to)
  return region.level === 'kabupaten' ? `Kabupaten ${region.name}` : region.name
}
