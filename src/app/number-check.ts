import { readPhone } from '../bahasa/index.ts'
import { localDate } from '../lib/local-time.ts'
import { hashOfPhone } from '../lib/seal.ts'
import type { ContactContent } from '../messages/inbound.ts'
import { findOpenInvitationOfPhone } from '../store/invitations.ts'
import { beginEnrolment } from './enrol.ts'
import type { LaneTurn } from './turn.ts'

/**
 * Somebody whom we do not know shares their number, and the channel vouches that it is theirs: when an invitation is open
 * for exactly one person with this number, it takes the place of the code. True when it did. From our reply nobody learns
 * of any other number whether it is in the list.
 */
export async function enrolByNumber(turn: LaneTurn, { phone, own }: ContactContent): Promise<boolean> {
  if (turn.personId !== null) return false
  // the number of somebody whom we do not know is not kept
  turn.confided.push(turn.message.id)
  if (!own) return false
  // channels write it with or without the plus
  const typed = phone.startsWith('+') ? phone : `+${phone}`
  const reading = readPhone(typed, { referenceOn: localDate(turn.now, 'Asia/Makassar') })
  if (!('value' in reading)) return false
  const { sql, services, now } = turn
  const invitation = await findOpenInvitationOfPhone(sql, hashOfPhone(services.hashKey, reading.value), now)
  if (!invitation) return false
  await beginEnrolment(turn, invitation)
  return true
}
