import { positionFacts } from '../domain/positions.ts'
import type { Actor } from '../domain/rights.ts'
import { can } from '../domain/rights.ts'
import type { ChannelName } from '../messages/inbound.ts'
import {
  type Claim,
  createClaim,
  decideClaim,
  findClaim,
  findOpenClaim,
  listAddressesOn,
  takeAddressAway,
} from '../store/claims.ts'
import type { Sql } from '../store/database.ts'
import { findAddressUse, giveAddressTo } from '../store/lanes.ts'
import { priorities, queueMessages } from '../store/outbox.ts'
import { findPerson, findSeat, type HeldSeat, type Person } from '../store/people.ts'
import { closeQuestions } from '../store/person-questions.ts'
import { audit } from '../store/settings.ts'
import { addStaffItem, markHandledByKey } from '../store/staff-items.ts'
import type { Audience } from '../wording/context.ts'
import { sapaan } from '../wording/forms-of-address.ts'
import {
  askClaim,
  claimConfirmed,
  claimNoted,
  claimRefused,
  claimWarning,
  numberEnded,
} from '../wording/system/claims.ts'
import { audienceOf } from './audience.ts'
import { channelTitle } from './channel-titles.ts'
import { placeName } from './places.ts'
import { zoneOf } from './programme.ts'
import type { Services } from './services.ts'
import { askPerson, findSuperior, regionOfSeat } from './superiors.ts'
import { addressee, type LaneTurn } from './turn.ts'

/**
 * A new number or account for somebody who has one on that channel. Whoever holds a code, or a stolen telephone, could
 * be anybody: the seat's superior is asked, the old address is warned, and nothing changes before their yes.
 */
export async function claimAddress(
  turn: LaneTurn,
  about: { readonly personId: number; readonly seatId: number; readonly how: Claim['how'] },
): Promise<void> {
  const { sql, services, now, laneId } = turn
  const { addressId, channel } = turn.message
  const to = await turn.audience()
  if (await findOpenClaim(sql, { addressId, personId: about.personId })) return turn.reply(claimNoted(to))
  const id = await createClaim(sql, { ...about, addressId, laneId, at: now })
  const claim = (await findClaim(sql, id))!
  const seat = (await findSeat(sql, about.seatId))!
  const person = (await findPerson(sql, about.personId))!
  await addStaffItem(sql, {
    kind: 'claim',
    key: `claim:${id}`,
    laneId,
    personId: person.id,
    regionCode: seat.regionCode ?? seat.bodyKabupaten,
    details: { claim: id },
    at: now,
  })
  const superior = await findSuperior(services, sql, seat, { not: person.id, now })
  if (superior)
    await askPerson(
      services,
      sql,
      superior,
      { kind: 'claim', refId: id },
      (question, their) => askClaim({ question, ...factsOf(claim, person, seat, their) }, their),
      now,
    )
  for (const old of await listAddressesOn(sql, { personId: person.id, channel, not: addressId }))
    await tell(services, sql, old, `claim-warning:${id}:${old.id}`, person, seat, channel, now, claimWarning)
  await note(sql, 'claim_address', claim, `lane:${laneId}`, now)
  turn.reply(claimNoted(to))
}

/** Whether a new address of this person on this channel would take the place of another. */
export async function wouldReplace(
  sql: Sql,
  about: { readonly personId: number; readonly channel: ChannelName; readonly addressId: number },
): Promise<boolean> {
  return (await listAddressesOn(sql, { ...about, not: about.addressId })).length > 0
}

/** What became of a decision: `not_yours` where the decider's seat gives no right to it. */
export type ClaimDecision = 'confirmed' | 'refused' | 'decided_already' | 'not_yours'

/** Ya: the new address is the person's and the old ones of that channel stop. Tidak: nothing changes. */
export async function decideOnClaim(
  services: Services,
  sql: Sql,
  claimId: number,
  yes: boolean,
  by: { readonly actor: Actor; readonly name: string; readonly personId: number | null; readonly now: number },
): Promise<ClaimDecision> {
  const claim = await findClaim(sql, claimId)
  const seat = claim && (await findSeat(sql, claim.seatId))
  if (!claim || !seat) return 'decided_already'
  const { personId, addressId, laneId, channel } = claim
  const { now } = by
  if (by.personId === personId || !can(by.actor, 'confirm_address', { regionCode: regionOfSeat(seat) }))
    return 'not_yours'
  if (!(await decideClaim(sql, { id: claimId, byId: by.personId, yes, at: now }))) return 'decided_already'
  await closeQuestions(sql, { kind: 'claim', refId: claimId }, now)
  await note(sql, yes ? 'confirm_address' : 'refuse_address', claim, by.name, now)
  const person = (await findPerson(sql, personId))!
  const here = { id: addressId, laneId }
  if (!yes) {
    await tell(services, sql, here, `claim-answer:${claimId}`, person, seat, channel, now, claimRefused)
    return 'refused'
  }
  const before = await listAddressesOn(sql, { personId, channel, not: addressId })
  await giveAddressTo(sql, { addressId, laneId, personId })
  for (const old of before) {
    await takeAddressAway(sql, { addressId: old.id, personId, instead: addressId })
    const { laneId: left } = await findAddressUse(sql, old.id)
    await tell(
      services,
      sql,
      { id: old.id, laneId: left },
      `claim-ended:${claimId}:${old.id}`,
      person,
      seat,
      channel,
      now,
      numberEnded,
    )
  }
  await tell(services, sql, here, `claim-answer:${claimId}`, person, seat, channel, now, claimConfirmed)
  await markHandledByKey(sql, `claim:${claimId}`, by.name, now)
  return 'confirmed'
}

function factsOf(claim: Claim, person: Person, seat: HeldSeat, to: Audience) {
  return {
    who: `${person.sapaan ?? sapaan(addressee(seat.position, person.sex), to)} ${person.name}`,
    seat: seatName(seat, to),
    channel: channelTitle(claim.channel),
    ...(claim.profileName !== null && { account: claim.profileName }),
  }
}

/** "Raja Negeri, Negeri Amarsekaru". */
export function seatName(seat: HeldSeat, to: Audience): string {
  const { regionCode, regionName, regionKind } = seat
  const place =
    regionCode === null ? '' : placeName({ regionCode, regionName: regionName ?? '', regionKind: regionKind ?? '' }, to)
  return [positionFacts[seat.position].label, place].filter((part) => part !== '').join(', ')
}

async function tell(
  services: Services,
  sql: Sql,
  address: { readonly id: number; readonly laneId: number },
  key: string,
  person: Person,
  seat: HeldSeat,
  channel: ChannelName,
  now: number,
  word: (about: { readonly seat: string; readonly name: string }, to: Audience) => ReturnType<typeof claimNoted>,
): Promise<void> {
  const zone = await zoneOf(services, sql, regionOfSeat(seat))
  const { language, sex, sapaan } = person
  const to = audienceOf(services, { language, sex, sapaan, position: seat.position, channel }, zone, now)
  const body = word({ seat: seatName(seat, to), name: person.name }, to)
  await queueMessages(
    sql,
    services.db,
    [{ key, priority: priorities.reply, addressId: address.id, laneId: address.laneId, body, dueAt: now }],
    now,
  )
}

const note = (sql: Sql, action: string, claim: Claim, actor: string, at: number) =>
  audit(sql, {
    at,
    actor,
    action,
    object: `seat:${claim.seatId}`,
    details: { claim: claim.id, person: claim.personId, channel: claim.channel, how: claim.how },
  })
