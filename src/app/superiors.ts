import { nextAllowedAt } from '../domain/calendar.ts'
import type { Position } from '../domain/positions.ts'
import { kabupatenOf, kecamatanOf, levelOf, WHOLE_PROGRAMME } from '../domain/regions.ts'
import type { OutboundMessage } from '../messages/outbound.ts'
import type { Sql } from '../store/database.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { type HeldSeat, listSeatHolders, type SeatHolder } from '../store/people.ts'
import { createQuestion, type PersonQuestion } from '../store/person-questions.ts'
import type { Audience } from '../wording/context.ts'
import { audienceOf } from './audience.ts'
import { zoneOf } from './programme.ts'
import { reachOf } from './reach.ts'
import type { Services } from './services.ts'

/** Who stands above a seat, nearest first: a village's camat, then its fasilitator, then the team of the kabupaten. */
function ranksAbove(regionCode: string): readonly { readonly positions: readonly Position[]; readonly at: string }[] {
  const office = (at: string) => [
    { positions: ['koordinator_kabupaten'] as const, at },
    { positions: ['staf', 'admin'] as const, at },
  ]
  const top = { positions: ['staf', 'admin'] as const, at: WHOLE_PROGRAMME }
  if (regionCode === WHOLE_PROGRAMME) return [top]
  const kabupaten = [...office(kabupatenOf(regionCode)), top]
  if (levelOf(regionCode) !== 'desa') return kabupaten
  const kecamatan = kecamatanOf(regionCode)
  return [
    { positions: ['camat'], at: kecamatan },
    { positions: ['kasi_kecamatan'], at: kecamatan },
    { positions: ['fasilitator_desa'], at: regionCode },
    ...kabupaten,
  ]
}

/** The nearest person above a seat who can be written to, other than the one it is about. */
export async function findSuperior(
  services: Services,
  sql: Sql,
  seat: HeldSeat,
  options: { readonly not: number; readonly now: number },
): Promise<SeatHolder | undefined> {
  for (const { positions, at } of ranksAbove(regionOfSeat(seat))) {
    const holders = await listSeatHolders(sql, services.db, { positions, regionCodes: [at], now: options.now })
    const found = holders.find((h) => h.personId !== options.not && reachOf(h).because === undefined)
    if (found) return found
  }
  return undefined
}

export function regionOfSeat(seat: Pick<HeldSeat, 'regionCode' | 'bodyKabupaten'>): string {
  return seat.regionCode ?? seat.bodyKabupaten ?? WHOLE_PROGRAMME
}

/**
 * Puts a yes-or-no question to a person on behalf of somebody else, in the hours their place allows. `word` gets the
 * question's id for its buttons.
 */
export async function askPerson(
  services: Services,
  sql: Sql,
  whom: SeatHolder,
  about: Pick<PersonQuestion, 'kind' | 'refId'>,
  word: (questionId: number, to: Audience) => OutboundMessage,
  now: number,
): Promise<void> {
  const id = await createQuestion(sql, { ...about, personId: whom.personId, at: now })
  await tellPerson(services, sql, whom, `ask:${id}`, (to) => word(id, to), now)
}

/** One message to a person because of somebody else's doing; by its key it exists once. */
export async function tellPerson(
  services: Services,
  sql: Sql,
  whom: SeatHolder,
  key: string,
  word: (to: Audience) => OutboundMessage,
  now: number,
): Promise<void> {
  if (whom.addressId === null || whom.laneId === null) return
  const zone = await zoneOf(services, sql, whom.regionCode)
  const place = { regionCode: whom.regionCode, kabupatenCode: kabupatenOf(whom.regionCode), zone }
  const dueAt = nextAllowedAt(now, place, await services.programme.calendar(sql))
  await queueMessages(
    sql,
    services.db,
    [
      {
        key,
        // one that waits for the morning must not hold up replies of the evening
        priority: dueAt === now ? priorities.reply : priorities.reminder,
        addressId: whom.addressId,
        laneId: whom.laneId,
        body: word(audienceOf(services, whom, zone, dueAt)),
        dueAt,
        personId: whom.personId,
      },
    ],
    now,
  )
}
