import { kabupatenOf, kecamatanOf } from '../domain/regions.ts'
import type { ObligationRow } from '../store/obligations.ts'
import type { HeldSeat, Person } from '../store/people.ts'
import { findRegionName } from '../store/regions.ts'
import type { Snapshot } from '../store/reports.ts'
import { contextFields, sapaan, shortAddress, type VillageWord } from '../wording/forms-of-address.ts'
import { channelTitle } from './channel-titles.ts'
import { addressee, type LaneTurn } from './turn.ts'

/** How a conversation speaks to this person about this place: what a form's texts may name, zone, language, address. */
export async function speakingTo(
  turn: LaneTurn,
  person: Person,
  seat: HeldSeat,
  obligation?: ObligationRow,
): Promise<Omit<Snapshot, 'instances' | 'seatValue'>> {
  const { sql, services, now, message } = turn
  const programme = await services.programme.get(sql)
  const region = obligation?.regionCode ?? seat.regionCode
  const name = obligation?.regionName ?? seat.regionName
  const kind = obligation?.regionKind ?? seat.regionKind
  const zone = obligation?.zone ?? seat.zone ?? (await turn.audience()).zone
  const speech = { texts: services.texts, language: person.language, zone }
  // a delegate, or somebody of the team who fills in, is spoken to as who they are, not as the head they write for
  const seats = turn.personId === person.id ? (await turn.seats()).filter((s) => s.delegateOf === null) : [seat]
  const own = seats.find((s) => s.seatId === seat.seatId) ?? seats[0]
  const who = addressee(own?.position, person.sex)
  const fields = contextFields(
    {
      addressee: who,
      name: person.name,
      ...(name !== null && kind && { village: { name, word: kind as VillageWord } }),
      kecamatan: region === null ? '' : await findRegionName(sql, kecamatanOf(region)),
      kabupaten: region === null ? '' : await findRegionName(sql, kabupatenOf(region)),
      ...(obligation && {
        roundNumber: obligation.roundNumber,
        opensOn: obligation.opensOn,
        dueOn: obligation.dueOn,
        depth: obligation.depth,
      }),
      programme: { name: programme.name, body: programme.implementer, dataOfficer: programme.implementer },
      channel: channelTitle(message.channel),
      now,
    },
    speech,
  )
  const spoken = person.sapaan ?? sapaan(who, speech)
  return {
    zone,
    language: person.language,
    address: shortAddress(who, speech),
    sapaan: spoken,
    fields: { ...fields, sapaan: spoken },
    ...(region !== null && { regionCode: region }),
  }
}
