import { capabilities } from '../messages/capabilities.ts'
import type { SeatHolder } from '../store/people.ts'
import type { Audience } from '../wording/context.ts'
import { sapaan } from '../wording/forms-of-address.ts'
import type { Services } from './services.ts'
import { addressee } from './turn.ts'

/** How a person is spoken to when the house begins. */
export function audienceOf(
  services: Pick<Services, 'texts'>,
  holder: Pick<SeatHolder, 'language' | 'position' | 'sex' | 'sapaan' | 'channel'>,
  zone: string,
  now: number,
): Audience {
  const speech = { texts: services.texts, language: holder.language, zone }
  return {
    ...speech,
    now,
    sapaan: holder.sapaan ?? sapaan(addressee(holder.position, holder.sex), speech),
    // who cannot be reached yet is worded for as on the smallest screen
    capabilities: capabilities[holder.channel ?? 'telegram'],
  }
}
