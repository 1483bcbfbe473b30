import type { Position } from '../domain/positions.ts'
import type { Database } from './database.ts'

/** Everybody with their seats and how they can be reached: for lists and invitations. */
export interface ListedPerson {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly hasPhone: boolean
  readonly stopped: boolean
  readonly demo: boolean
  /** Seats held now; a person without one is not listed. */
  readonly seats: readonly {
    readonly seatId: number
    readonly position: Position
    /** The kabupaten of a seat in a body; `*` for the whole programme. */
    readonly regionCode: string
    readonly place: string
  }[]
  /** Channels on which the person is enrolled. */
  readonly channels: readonly string[]
  /** An invitation that was made and not used yet. */
  readonly invited: boolean
}

/** By Prisma: a list for people to look at, where its relations are worth more than the milliseconds they cost. */
export async function listPeople(db: Database, now: number): Promise<readonly ListedPerson[]> {
  const prisma = await db.prisma()
  const held = { fromAt: { lte: now }, OR: [{ untilAt: null }, { untilAt: { gt: now } }] }
  const people = await prisma.person.findMany({
    where: { holdings: { some: held } },
    include: {
      holdings: {
        where: held,
        include: { seat: { include: { region: true, body: true } } },
        orderBy: { seatId: 'asc' },
      },
      addresses: { select: { channel: true } },
    },
    orderBy: { id: 'asc' },
  })
  const open = await prisma.invitation.findMany({
    where: { usedAt: null, expiresAt: { gt: now } },
    select: { personId: true },
  })
  // a phone that several persons use is an address of each
  const shared = await prisma.sharedAddress.findMany()
  const channelOf = new Map(
    (await prisma.address.findMany({ where: { id: { in: shared.map((s) => s.addressId) } } })).map((a) => [
      a.id,
      a.channel,
    ]),
  )
  const sharedChannels = Map.groupBy(shared, (s) => s.personId)
  const invited = new Set(open.map((invitation) => invitation.personId))
  return people
    .map((person): ListedPerson => {
      const seats = person.holdings.map(({ seat }) => ({
        seatId: seat.id,
        position: seat.position as Position,
        regionCode: seat.regionCode ?? seat.body?.kabupatenCode ?? '*',
        place: seat.body?.name ?? seat.region?.name ?? '',
      }))
      return {
        id: person.id,
        name: person.name,
        language: person.language,
        hasPhone: person.phoneHash !== null,
        stopped: person.stoppedAt !== null,
        demo: person.demo === 1,
        seats,
        channels: [
          ...new Set([
            ...person.addresses.map((address) => address.channel),
            ...(sharedChannels.get(person.id) ?? []).map((s) => channelOf.get(s.addressId)!),
          ]),
        ].sort(),
        invited: invited.has(person.id),
      }
    })
    .sort((a, b) => compare(a.seats[0]!.regionCode, b.seats[0]!.regionCode) || a.id - b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
