import type { DigestAudience, DigestReader } from '../domain/digests.ts'
import { type Position, positionFacts } from '../domain/positions.ts'
import { covers, kabupatenOf } from '../domain/regions.ts'
import type { Sql } from '../store/database.ts'
import { listSeatHolders, type SeatHolder } from '../store/people.ts'
import { zoneOf } from './programme.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'

/** Who reads each digest, by position. In this order: who sits in several seats of one place reads the first. */
const positions: Readonly<Record<DigestAudience, readonly Position[]>> = {
  staff: ['koordinator_kabupaten', 'staf', 'admin'],
  camat: ['camat'],
  fasilitator: ['fasilitator_desa'],
  pokja: ['anggota_pokja'],
  forum: ['anggota_forum'],
  opd: ['opd'],
}

export interface ReaderOfDigest {
  readonly audience: DigestAudience
  readonly reader: DigestReader
  /** A region code, or `*`. */
  readonly regionCode: string
  readonly zone: string
  /** The part of the outbox key that stands for the reader. */
  readonly recipient: string
  readonly name: string
  /** Who is written to; undefined where nobody can be. */
  readonly holder: SeatHolder | undefined
  /** How to speak to them, also where nobody can be reached. */
  readonly spokenTo: Pick<SeatHolder, 'language' | 'position' | 'sex' | 'sapaan' | 'channel'>
}

/** The readers of these audiences, each once a place; all audiences when none is named, one person's when one is. */
export async function listDigestReaders(
  services: Services,
  sql: Sql,
  options: {
    readonly now: number
    readonly audiences?: readonly DigestAudience[]
    readonly for?: string
    readonly personId?: number
  },
): Promise<readonly ReaderOfDigest[]> {
  const audiences = (Object.keys(positions) as DigestAudience[]).filter((a) => options.audiences?.includes(a) ?? true)
  const readers: ReaderOfDigest[] = []
  const seen = new Set<string>()
  for (const audience of audiences) {
    const holders = await listSeatHolders(sql, services.db, {
      positions: positions[audience],
      now: options.now,
      ...(options.personId !== undefined && { personId: options.personId }),
    })
    // a fasilitator reads of all their villages at once
    const place = (h: SeatHolder) => (audience === 'fasilitator' ? kabupatenOf(h.regionCode) : h.regionCode)
    for (const [key, seats] of Map.groupBy(holders, (h) => `${h.personId} ${place(h)}`)) {
      if (options.for !== undefined && !seats.some((s) => covers(options.for!, s.regionCode))) continue
      if (seen.has(key)) continue
      seen.add(key)
      readers.push(await readerOf(services, sql, audience, seats))
    }
  }
  if (readers.length > 0 || options.for === undefined) return readers
  const [audience] = audiences
  return audience === undefined || audience === 'fasilitator'
    ? []
    : [await vacantReader(services, sql, audience, options.for)]
}

async function readerOf(
  services: Services,
  sql: Sql,
  audience: DigestAudience,
  seats: readonly SeatHolder[],
): Promise<ReaderOfDigest> {
  const first = seats[0]!
  const holder = seats.map(reachOf).find((r) => r.because === undefined)?.holder
  return {
    audience,
    reader:
      audience === 'fasilitator'
        ? { audience, villages: seats.map((s) => s.regionCode) }
        : { audience, regionCode: first.regionCode, ...(first.opd !== null && { opd: first.opd }) },
    regionCode: first.regionCode,
    zone: await zoneOf(services, sql, first.regionCode),
    recipient: String(first.seatId),
    name: first.name,
    holder,
    spokenTo: holder ?? first,
  }
}

/** A seat that nobody holds: its digest can be looked at. */
async function vacantReader(
  services: Services,
  sql: Sql,
  audience: Exclude<DigestAudience, 'fasilitator'>,
  regionCode: string,
): Promise<ReaderOfDigest> {
  const position = positions[audience][0]!
  return {
    audience,
    reader: { audience, regionCode },
    regionCode,
    zone: await zoneOf(services, sql, regionCode),
    recipient: `vacant-${regionCode}`,
    name: positionFacts[position].label,
    holder: undefined,
    spokenTo: { language: 'id', position, sex: null, sapaan: null, channel: null },
  }
}
